import type { FindingType, Polarity } from '#contract/finding'
import { FINDING_WORDS } from '../lexicon'
import type { PhraseHit } from '../text/phrases'
import type { SentenceView } from '../text/sentence-view'
import { isBaseOfShare } from '../text/word-senses'
import { comparedAmounts, comparedYears, movesBothWays } from './tone/compared-amounts'
import { groundPolarity } from './tone/ground'
import { withoutFalseTone } from './false-tone'
import { spentOn } from './rules/guidance'
import { hasStatistic, hasTestStatistic } from './rules/statistics'
import { comparedGroups, goodWhenMore } from './verdict/direction'
import { endpointVerdict, unnamedFailure } from './verdict/endpoint-verdict'
import type { EndpointVerdict } from './verdict/endpoint-verdict'
import { harmOf } from './verdict/harm'
import type { Harm } from './verdict/harm'
import { pattern } from '#model/pattern'

/** Tokens before a word in which a negation turns it round (domain rule). */
const NEGATION_WINDOW = 6

/** Whether a negation stands in the six tokens before `at`, without a clause boundary between. */
export const isNegated = (view: SentenceView, at: number): boolean => {
  const { words } = view.tokens
  return view.hits('negation').some((hit) =>
    hit.to <= at && at - hit.to < NEGATION_WINDOW
    && !words.slice(hit.to, at).some((word) => word === ',' || word === ';' || word === 'but')
  )
}

const signed = (view: SentenceView, hit: PhraseHit, sign: number): number => isNegated(view, hit.from) ? -sign : sign

/** Words after which an unfavourable word is part of a name: the bankruptcy court, the bankruptcy code. */
const NAMED_AFTER: ReadonlySet<string> = new Set(['court', 'code', 'judge', 'courts'])

/** "A plan approved by the court": a participle that only says which plan is meant. */
const describesOnly = (view: SentenceView, hit: PhraseHit): boolean => {
  const { words } = view.tokens
  return /^(?:approved|granted|awarded|recognized|cleared|allowed)$/.test(words[hit.from] ?? '') &&
    /^(?:by|under|pursuant)$/.test(words[hit.to] ?? '')
    && /^[a-z]{3,}$/.test(words[hit.from - 1] ?? '') &&
    !/^(?:was|were|been|has|have|had|being|get|got|are|not|also|since)$|ly$/.test(words[hit.from - 1] ?? '')
}

/** Sum of the favourable and unfavourable words: a favourable one negated counts against, an unfavourable one negated not at all. */
const toneOf = (view: SentenceView): number => {
  let tone = 0
  for (const hit of view.hits('favourable')) if (!describesOnly(view, hit)) tone += signed(view, hit, 1)
  for (const hit of view.hits('unfavourable'))
    if (!isNegated(view, hit.from) && !NAMED_AFTER.has(view.tokens.words[hit.to] ?? '')) tone -= 1
  return tone
}

/** Kinds of qualifier that lower a claim in any text, and those that do so in clinical text only. */
const LOWERS_ALWAYS = pattern('i')`
  offset|excluding|despite|although|however|except|subject to|substantially|nearly|almost|so long as|provided that|preliminary
  |unaudited|interim|partially`
const LOWERS_CLINICAL: ReadonlySet<string> = new Set(['post-hoc', 'subgroup', 'selective-time-points', 'numerical-only', 'trend-language',
  'interim', 'not-powered', 'one-sided', 'open-label', 'hedge', 'condition', 'opinion'])

const loweredInClinic = (view: SentenceView): boolean =>
  view.hits('qualifier').some((hit) => LOWERS_CLINICAL.has(hit.phrase.tag) && hit.phrase.tag !== 'weak-effect')

const fromSign = (sign: number): Polarity => sign > 0 ? 'favourable' : sign < 0 ? 'unfavourable' : 'neutral'

const verdictPolarity = (view: SentenceView, { verdict, ofControl }: EndpointVerdict): Polarity => {
  if (ofControl) return 'qualified'
  if (verdict === 'missed') return 'unfavourable'
  if (verdict === 'mixed' || loweredInClinic(view) || harmOf(view.text) === 'seen') return 'qualified'
  return verdict === 'met' ? 'favourable' : 'neutral'
}

const SAFE = pattern('i')`
  \bwell[- ]tolerated\b|\bgood (?:tolerance|tolerability|safety)\b|\bfavou?rable (?:\w+ ){0,2}(?:safety|tolerability)\b
  |\bno (?:\w+ ?[≥>]? ?\d? ){0,3}(?:adverse|safety signal)`
const MILD =
  /\b(?:adverse|AEs?|side effects?|toxicit\w+)\b[^.;]{0,40}\b(?:were|was)\b (?:\w+ )?(?:minimal|mild|minor|transient|rare|few)\b/i

/** Harm is never favourable; that none was seen is, unless the words lower it. */
const harmPolarity = (view: SentenceView, harm: Harm): Polarity => {
  if (harm === 'absent') return loweredInClinic(view) ? 'qualified' : 'favourable'
  if (MILD.test(view.text) && !/\b(?:died|deaths?|fatal)\b/i.test(view.text)) return 'favourable'
  const groups = comparedGroups(view.text)
  if (groups === 0 || groups === 1)
    return groups === 0 || /\b(?:died|deaths?|fatal|mortality)\b/i.test(view.text)
      ? 'qualified'
      : 'favourable'
  return harm === 'excused' || view.hits('favourable').some((hit) => hit.phrase.text === 'well tolerated') ? 'qualified' : 'unfavourable'
}

/** A measure of which more is worse, told to have risen, or of which more is better, told to have fallen. */
const hasWorsened = (view: SentenceView): boolean => {
  const good = goodWhenMore(view.text)
  const list = good < 0 ? 'up' : 'down'
  return good !== 0 &&
    view.hits(list).some((hit) =>
      hit.phrase.tag === 'verb' && /(?:ed|rose|grew|fell|lost|shrank)$/.test(view.tokens.words[hit.from] ?? '') &&
      !isNegated(view, hit.from)
      && !GOOD_IN_ITSELF.has(view.tokens.words[hit.from] ?? '')
    ) && !view.has(good < 0 ? 'down' : 'up')
}

/** "No patient experienced …": what nobody suffered. */
const NOBODY = pattern('i')`
  ^(?:there (?:were|was) )?no (?:patients?|subjects?|participants?|volunteers?|discontinuations)\b[^.;]{0,60}\b(?:experienced
  |developed|had|suffered|required|discontinued|reported|died|withdrew)\b`

const clinicalPolarity = (view: SentenceView): Polarity => {
  const told = (view.has('endpoint') ? endpointVerdict(view.text) : null) ?? unnamedFailure(view.text)
  if (told) return verdictPolarity(view, told)
  const harm = harmOf(view.text)
  if (harm) return harmPolarity(view, harm)
  if (view.sentence.speaker === null && SAFE.test(view.text) && !loweredInClinic(view)) return 'favourable'
  if (NOBODY.test(view.text)) return 'favourable'
  if (loweredInClinic(view)) return 'qualified'
  const groups = comparedGroups(view.text)
  if (groups !== null) return groups === 'unknown' ? 'neutral' : fromSign(groups)
  if (hasWorsened(view)) return 'unfavourable'
  if (/\bmore difficult|worse|worsen\w*|inferior|failed\b/i.test(view.text) && !/\bno worse|not inferior|non-?inferior/i.test(view.text))
    return 'unfavourable'
  if (!hasTestStatistic(view.text) && !hasStatistic(view.text)) return 'qualified'
  return toneOf(view) < -1 ? 'unfavourable' : 'favourable'
}

const GOOD_IN_ITSELF: ReadonlySet<string> = new Set(FINDING_WORDS.valenceWords.favourable)
const BAD_IN_ITSELF: ReadonlySet<string> = new Set(FINDING_WORDS.valenceWords.unfavourable)

/** What a movement means for a measure that is good (1) or bad (-1) when it rises; "improved" is good news of either. */
const meaning = (view: SentenceView, hit: PhraseHit, sign: number, good: number): number => {
  const word = view.tokens.words[hit.from] ?? ''
  if (GOOD_IN_ITSELF.has(word)) return signed(view, hit, 1)
  return BAD_IN_ITSELF.has(word) ? -1 : signed(view, hit, sign) * good
}

/** Verbs that are adjectives where they stand before a noun in their base form: "a narrow net loss". */
const isAdjective = (view: SentenceView, hit: PhraseHit): boolean =>
  /^(?:narrow|slow|contract|advance|double|triple)$/.test(view.tokens.words[hit.from] ?? '')

/** What the movement nearest to the measure means: 1 good, -1 bad, 0 where no movement is told. */
const wordMeaning = (view: SentenceView, measure: PhraseHit, good: number): number => {
  let best = 0
  let nearest = Infinity
  for (const [list, sign] of [['up', 1], ['down', -1]] as const) {
    for (const hit of view.hits(list)) {
      if ((hit.from >= measure.from && hit.to <= measure.to) || isAdjective(view, hit)) continue
      const distance = hit.from >= measure.to ? hit.from - measure.to : measure.from - hit.to + 2
      const bonus = hit.phrase.tag === 'verb' ? 0 : 2
      if (distance + bonus < nearest) {
        nearest = distance + bonus
        best = meaning(view, hit, sign, good)
      }
    }
  }
  return nearest <= 22 ? best : 0
}

const NOUN_PHRASE_ENDS: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are', ',', ';', 'for', 'of', 'in', 'to', 'from', 'increased',
  'decreased', 'grew', 'rose', 'fell', 'declined', 'improved', 'while', 'had'])

/** The measure a sentence is about: the first, or the "expenses" that end its noun phrase ("sales and marketing expenses"). */
const mainMeasure = (view: SentenceView): PhraseHit | undefined => {
  const all = view.hits('measure')
  const own = all.filter((hit) => !isBaseOfShare(view.tokens, hit))
  const [first, ...others] = own.length > 0 ? own : all
  if (!first) return undefined
  const closing = others.find((hit) =>
    hit.phrase.tag === 'down' && hit.from >= first.to && hit.from - first.to <= 9
    && !view.tokens.words.slice(first.to, hit.from).some((word) => NOUN_PHRASE_ENDS.has(word))
  )
  return closing ?? first
}

/** Whether the loss is one of the company, not of a loan. */
const isLoss = (view: SentenceView, hit: PhraseHit): boolean =>
  /\b(?:loss(?:es)?|deficit|deficiency)\b/.test(hit.phrase.text) &&
  !/loan|credit/.test(view.words(hit.from, Math.min(hit.to + 1, view.tokens.words.length)))

const LACK = pattern('i')`
  \b(?:insufficient|not sufficient|deficiency|deficit|overstated|going concern|shortfall|missed|did not meet
  |below (?:our |the )?(?:guidance|expectations?|range)|negative)\b`
const BEST = pattern('i')`
  \b(?:record|for the first time|first (?:\w+ ){0,4}(?:profit|net income)|highest|best
  |(?:remained|continued to be|turned|is|was) (?:positive|profitable)|had no (?:\w+ ){0,2}debt|debt[- ]free|upper end|exceeded
  |above (?:our |the )?(?:guidance|expectations?|range))\b`

/** A charge that is taken, whatever its sum. */
const TAKES_CHARGE = pattern('i')`
  \b(?:tak(?:e|es|ing)|took|records?|recorded|incurs?|incurred|recogni[sz]e[sd]?)\b[^.;]{0,30}
  \b(?:restructuring|impairment|severance|special|one-time|inventory|non-?cash) charges?\b`
/** Buyers won, whatever share of sales they make. */
const GAINS = /\b(?:added|gained|won|signed)\b[^.;,]{0,40}\b(?:customers?|customer sites|subscribers|clients|members|accounts)\b/i

/** Measures outside the accounting rules: what they tell alone is told with reservations. */
const OUTSIDE_RULES = /\b(?:pro ?forma|non-?gaap|non-?ifrs|adjusted|normali[sz]ed)\b/i
const ungaaped = (text: string, polarity: Polarity): Polarity =>
  polarity === 'favourable' && OUTSIDE_RULES.test(text) ? 'qualified' : polarity

/** A loss that grew less, without one of which words a loss is no good news. */
const LESS_LOSS =
  /\b(?:narrow\w*|decreas\w*|declin\w*|reduc\w*|lower\w*|smaller|less|fewer|improv\w*|better|fell|down|compared|compares|from|versus|than|against|per share|half|halved)\b/i
/** A deal told with its price: paid in cash, or for assets, which move nothing. */
const DEAL = pattern('i')`
  \b(?:completed|closed|announced|entered into|signed)\b[^.;]{0,80}\b(?:acquisitions?|purchase|sale|merger|offering|agreement)\b
  |\bgranted\b[^.;]{0,80}\boptions?\b|\b(?:acquired|purchased|sold)\b[^.;]{0,80}\bfor (?:approximately |about |nearly |an aggregate )?(?:[$€£]|USD|EUR)`
const PRICED: ReadonlySet<string> = new Set(['cash', 'assets', 'total assets', 'debt', 'loans', 'notes', 'deposits', 'indebtedness'])

/** "Turned a loss into a profit", "returned to profitability". */
const TURNED = /\bturned\b[^.;]{0,40}\bloss(?:es)? into\b|\breturn(?:ed)? to profitab\w+/i

const contrastIsOne = (measures: readonly PhraseHit[]): boolean => new Set(measures.map((hit) => hit.phrase.tag)).size === 1

/** The tone of a series of years whose measure no list names, by the noun it ends in. */
const seriesPolarity = (text: string): Polarity | null => {
  const moved = comparedYears(text)
  if (moved === 0) return null
  if (/\b(?:expenses?|costs?|charges?|losses|loss|taxes|write-?downs?)\b/i.test(text)) return fromSign(-moved)
  return /\b(?:gains?|income|revenues?|sales|profits?|proceeds|royalt\w+)\b/i.test(text) ? fromSign(moved) : null
}

const financialPolarity = (view: SentenceView): Polarity => {
  const lowered = view.hits('qualifier').some((hit) =>
    LOWERS_ALWAYS.test(hit.phrase.text) && !/^(?:substantially|nearly|almost|subject to)$/.test(hit.phrase.text)
  )
  if (TURNED.test(view.text)) return 'favourable'
  const measures = view.hits('measure')
  const measure = mainMeasure(view)
  if (!measure) return seriesPolarity(view.text) ?? fromSign(toneOf(view))
  if (DEAL.test(view.text) && measures.every((hit) => PRICED.has(hit.phrase.text))) return 'neutral'
  const good = measure.phrase.tag === 'up' ? 1 : -1
  const both = movesBothWays(view.text) && contrastIsOne(measures)
  const compared = comparedAmounts(view, measure, good)
  if (lowered || both || compared === 'mixed') return 'qualified'
  const words = wordMeaning(view, measure, good)
  const series = compared === null && words === 0 ? comparedYears(view.text) * good : 0
  const told = compared === 'better' ? 1 : compared === 'worse' ? -1 : words || series
  if (told !== 0) {
    const contrast = view.hits('contrast')[0]
    const opposed = new Set(measures.filter((hit) => !contrast || hit.from < contrast.from).map((hit) => hit.phrase.tag)).size > 1 &&
      view.has('up', 'verb') && view.has('down', 'verb')
    if (told > 0 && compared === null && isLoss(view, measure) && !LESS_LOSS.test(view.text)) return 'unfavourable'
    if (opposed || (told < 0 && BEST.test(view.text))) return 'qualified'
    return ungaaped(view.text, fromSign(told))
  }
  if (LACK.test(view.text)) return BEST.test(view.text) ? 'qualified' : 'unfavourable'
  if (isLoss(view, measure) || TAKES_CHARGE.test(view.text)) return 'unfavourable'
  return BEST.test(view.text) || GAINS.test(view.text) ? 'favourable' : 'neutral'
}

const SUBJECTS: ReadonlySet<string> = new Set(['we', 'it', 'the', 'they', 'i', 'our', 'its'])

/** Token index at which the first main clause ends: a semicolon, or "and" with a subject of its own. */
const firstClauseEnd = (view: SentenceView): number => {
  const { words } = view.tokens
  const end = words.findIndex((word, at) => word === ';' || (word === 'and' && SUBJECTS.has(words[at + 1] ?? '') && at > 4))
  return end < 0 ? words.length : end
}

const DECIDED = pattern('i')`
  \b(granted|denied|dismissed|rejected|upheld|affirmed|reversed|overturned)\b[^.;]{0,60}\b(?:motion|claims?|petition|appeal
  |request|suit|lawsuit|complaint|application)\b`

/** A motion or claim that a court decided: for or against the company where it is said whose it was, else left open. */
const courtPolarity = (text: string): Polarity | null => {
  if (!/\b(?:court|judge|jury|tribunal|panel)\b/i.test(text)) return null
  if (/\bin part\b|\bpartial(?:ly)?\b/i.test(text)) return 'qualified'
  const decided = DECIDED.exec(text)
  if (!decided) return null
  const own = /\b(?:the company['’]s|our|its)\b/i.test(decided[0])
  const others = /\b(?:plaintiffs?['’]?s?|against (?:the company|us)|claims?|suit|lawsuit|complaint)\b/i.test(decided[0])
  if (own === others) return 'neutral'
  return /granted|upheld|affirmed/i.test(decided[1] ?? '') === own ? 'favourable' : 'unfavourable'
}

/** An error of the accounts is bad news; that it leaves something untouched is good news. */
const correctionPolarity = (text: string): Polarity | null => {
  if (!/\b(?:restat\w+|misstat\w+|errors?|correction|overstated|understated|relied (?:up)?on|incorrectly|reclassification)\b/i.test(text))
    return null
  if (/\b(?:amended and restated|restated certificate)\b/i.test(text)) return null
  if (/\b(?:does|do|did|will|has|have) not (?:affect|change|impact|alter)\b/i.test(text)) return 'favourable'
  if (/\b(?:no|immaterial|not material)\b[^.;]{0,40}\b(?:impact|effect)\b|\bimmaterial\b/i.test(text)) return 'neutral'
  return 'unfavourable'
}

/** Approved by those whose approval is a step of the deal, not by an authority. */
const APPROVED_WITHIN = /\b(?:board|directors|stockholders|shareholders|holders|committee|items of business|members|unitholders|meeting)\b/i
const AUTHORITY =
  /\b(?:fda|ema|agency|commission|court|regulator\w*|administration|authorit\w+|ministry|health canada|office|government)\b/i
const APPOINTS = pattern('i')`
  \b(?:appoint\w+|hir(?:ed|ing)|elect(?:ed|ion)|joins?|joined|named)\b[^.;]{0,120}\b(?:president|officer|director|chair\w*
  |board|head|manager|counsel|team)\b`

const LIFTED_HOLD = /\b(?:lift|remov|releas)\w*\b[^.;]{0,60}\bhold\b|\bhold\b[^.;]{0,30}\b(?:lifted|removed|released)\b/i

const authorityApproves = (text: string): boolean =>
  /\b(?:approv(?:ed|als?)|clear(?:ed|ance)|confirmed|accepted|authori[sz](?:ed|ation)|granted)\b/i.test(text) && AUTHORITY.test(text) &&
  /\b(?:from|by|fda|court|agency|commission|administration|authorit\w+|health canada|office)\b[^.;]{0,80}/i.test(text)

const eventPolarity = (view: SentenceView): Polarity => {
  const correction = correctionPolarity(view.text)
  if (correction) return correction
  const court = courtPolarity(view.text)
  if (court) return court
  if (LIFTED_HOLD.test(view.text)) return 'favourable'
  const end = firstClauseEnd(view)
  if (view.hits('qualifier').some((hit) => hit.from < end && LOWERS_ALWAYS.test(hit.phrase.text) && !/subject to/.test(hit.phrase.text)))
    return 'qualified'
  const bad = view.hits('event-past').some((hit) => hit.phrase.tag === 'unfavourable' && !isNegated(view, hit.from))
  const good = view.hits('event-past').some((hit) => hit.phrase.tag === 'favourable' && !isNegated(view, hit.from))
  const tone = toneOf(view) + (good ? 1 : 0) - (bad ? 1 : 0)
  if (tone > 0 &&
    ((APPROVED_WITHIN.test(view.text) && !AUTHORITY.test(view.text) && /\bapprov/i.test(view.text)) || APPOINTS.test(view.text)))
    return 'neutral'
  if (tone === 0 && !bad && authorityApproves(view.text)) return 'favourable'
  return fromSign(tone)
}

/** Types whose outcomes are of a study, whatever the document speaks of. */
const CLINICAL_ALWAYS: ReadonlySet<FindingType> = new Set(['primary-endpoint', 'safety-outcome', 'statistic'])

const toldPolarity = (view: SentenceView, type: FindingType, clinical: boolean): Polarity => {
  if (!clinical && (type === 'effect' || type === 'implicit') && view.has('exploration')) return groundPolarity(view.text)
  if (type === 'guidance' && spentOn(view.text) !== null) return 'neutral'
  if (type === 'financial-result' || type === 'guidance') return financialPolarity(view)
  if (type === 'corporate-event' || type === 'regulatory-event') return eventPolarity(view)
  return clinical || CLINICAL_ALWAYS.has(type) ? clinicalPolarity(view) : eventPolarity(view)
}

/** The polarity of one sentence as evidence of an outcome of the given type; none where what it tells of has no side. */
export const polarityOf = (view: SentenceView, type: FindingType, clinical: boolean): Polarity => {
  const polarity = toldPolarity(view, type, clinical)
  return clinical ? polarity : withoutFalseTone(view.text, type, polarity)
}

/** Why an outcome that compares or decides something is given no tone; null where it has one or needs none. */
export const openReason = (view: SentenceView, type: FindingType, polarity: Polarity): string | null => {
  if (polarity !== 'neutral') return null
  if (type === 'primary-endpoint' || (view.has('endpoint') && endpointVerdict(view.text)?.verdict === 'unclear'))
    return 'What it says is no clear answer, so it has no tone.'
  if (type === 'regulatory-event' && courtPolarity(view.text) === 'neutral')
    return 'Whom the decision favours is not said, so it has no tone.'
  if (type !== 'statistic' && type !== 'effect') return null
  return comparedGroups(view.text) === 'unknown' ? 'Whether more of what it measures is better is not known, so it has no tone.' : null
}

/** The polarity of a whole finding: its results' own where they agree, qualified where they do not. */
export const wholePolarity = (results: readonly Polarity[]): Polarity => {
  const told = new Set(results.filter((polarity) => polarity !== 'neutral'))
  const [only] = told
  if (told.size === 0 || only === undefined) return 'neutral'
  return told.size === 1 ? only : 'qualified'
}
