import type { ForwardLooking, ForwardLookingClass, Trigger } from '#contract/finding'
import type { RiskId } from '#contract/ids'
import type { SentenceView } from '../text/sentence-view'
import { clauseOf } from './clause'
import { collectCues } from './cues'
import type { Cue } from './cues'
import { horizonOf } from './horizon'
import type { Horizon } from './horizon'
import { standingWords } from './standing-words'
import { vetoOf } from './vetoes'
import { pattern } from '#model/pattern'

/** What the rules know beside the sentence. */
export interface ForwardContext {
  /** The filing's own trigger words with their inflections, lower case. */
  readonly own: ReadonlySet<string>
  readonly masked: ReadonlySet<number>
  readonly year: number | null
  readonly periodic: boolean
  /** True where the document is a contract, by-laws or the like. */
  readonly contract: boolean
  readonly risksOf: (view: SentenceView, focus: number) => RiskId[]
}

/** Weight from which one cue alone makes a sentence core (domain weights: modals 0.7 and 1, verbs 1, nouns 0.7). */
const CORE = 0.7
/** Weight from which a sentence is worth showing at all. */
const SHOWN = 0.5
/** What a horizon after the document adds to a weak cue. */
const HORIZON_BONUS = 0.3

type Subclass = NonNullable<ForwardLooking['subclass']>

const word = (view: SentenceView, at: number): string => view.tokens.words[at] ?? ''

/** Cues that a date does not turn into a forecast: they name things of today. */
const UNDATED: ReadonlySet<string> = new Set(['guidance', 'outlook', 'estimates', 'prospects', 'goals', 'targets for'])

const CONDITIONAL: ReadonlySet<string> = new Set(['may', 'might', 'could', 'can', 'would', 'should'])

const DESIGNED_THING = pattern('i')`
  \b(?:process|plan|program|programme|initiative|restructuring|transaction|agreement|offer|strategy|measures?|actions?
  |steps|changes|realignment|merger|policy|reorganization)\b`

/** Raises or lowers a cue by its surroundings. */
const weigh = (cue: Cue, view: SentenceView, periodic: boolean): number => {
  if (periodic &&
    (/^estimate/.test(cue.word) || (/^project/.test(cue.word) && !ISSUER.has(word(view, cue.from - 1))) ||
      (cue.kind === 'modal' && /^(?:that|which|who)$/.test(word(view, cue.from - 1))))) return SHOWN
  // "Populations that may not respond": the clause describes whoever it follows.
  if (cue.kind === 'modal' && CONDITIONAL.has(cue.word) && /^(?:that|which|who)$/.test(word(view, cue.from - 1))) return SHOWN
  if (cue.word === 'can')
    return /\b(?:second|another|additional|new|next|future|subsequent|further)\b/i.test(
        view.text.slice(0, view.tokens.starts[cue.from] ?? 0)
      )
      ? CORE
      : cue.weight
  if (cue.word === 'designed' || cue.word === 'is designed to' || cue.word === 'are designed to' || cue.word === 'designed to') {
    const subject = view.text.slice(0, view.tokens.starts[cue.from] ?? 0)
    return DESIGNED_THING.test(subject)
      ? CORE
      : SHOWN
  }
  if (cue.word === 'shall') return SHOWN
  return cue.weight
}

const subjectOf = (view: SentenceView, cue: Cue): readonly string[] => view.tokens.words.slice(Math.max(0, cue.from - 8), cue.from)

const ISSUER: ReadonlySet<string> = new Set(['we', 'our', 'company', 'i', 'management', 'us', 'corporation', 'bank', "company's"])

/** After these the third party is where something happens, not who says it: "on the market", "with the FDA". */
const PLACED_BY: ReadonlySet<string> = new Set(['on', 'in', 'to', 'into', 'within', 'for', 'with', 'from', 'of'])

/** Attribution to someone other than the issuer: an analyst, an agency, a research house. */
const isThirdParty = (view: SentenceView, cue: Cue): boolean => {
  if (view.sentence.speaker !== null) return false
  const near = view.hits('third-party').filter((hit) =>
    hit.to <= cue.from && cue.from - hit.to <= 6 && !PLACED_BY.has(word(view, hit.from - 1))
  )
  if (near.length === 0 && !/^according to\b/i.test(view.text)) return false
  return !subjectOf(view, cue).some((token) => ISSUER.has(token))
}

/** The terms of a document rather than a forecast: "the notes will mature", "holders may convert". */
const isContractual = (view: SentenceView, cue: Cue): boolean => {
  if (cue.kind !== 'modal' && cue.kind !== 'own') return false
  const verb = view.hits('contract-verb').some((hit) => hit.from >= cue.to && hit.from - cue.to <= 2)
  const subject = view.hits('contract-subject').some((hit) => hit.to <= cue.from && cue.from - hit.to <= 5)
  return (subject && verb) || (cue.word === 'shall' && !subjectOf(view, cue).includes('we'))
}

interface Reading {
  readonly cues: readonly (Cue & { readonly strength: number })[]
  readonly horizon: Horizon | null
  readonly subclass: Subclass
  readonly klass: ForwardLookingClass | null
}

const subclassOf = (view: SentenceView, horizon: Horizon | null): Subclass => {
  const issuer = view.tokens.words.some((token) => ISSUER.has(token))
  return /\d/.test(view.text) || horizon?.future === true || issuer ? 'specific' : 'generic'
}

/** In the hundreds of pages of a report "may" and "could" mostly state policy and law; a number and a date make a forecast of them. */
const isPolicy = (view: SentenceView, strong: readonly Cue[], horizon: Horizon | null): boolean =>
  strong.every((cue) => cue.kind === 'modal' && CONDITIONAL.has(cue.word)) && !(horizon?.future === true && /\d/.test(view.text))

/** Words of a deed between its parties, in the capitals that such papers give them: what follows is its terms. */
const DEED = pattern()`
  \b(?:under|of|to|in|with|by|amend|terminate|administer|interpret) this (?:Agreement|Plan|Indenture|Lease)\b
  |\bPlan Administrator\b|\b(?:hereunder|thereunder|hereof)\b
  |\bthe Executive(?:['’]s)?\b(?! (?:Officer|Chair|Vice|Committee|Board|Director|Team))`

const demote = (view: SentenceView, strong: readonly Cue[], context: ForwardContext, horizon: Horizon | null): Subclass | null => {
  if (context.contract && strong.every((cue) => cue.kind === 'modal')) return 'contractual'
  if (context.periodic && isPolicy(view, strong, horizon)) return 'generic'
  if (view.sentence.speaker === null && DEED.test(view.text) && strong.every((cue) => cue.kind === 'modal')) return 'contractual'
  if (view.passage?.kind === 'contract-terms' || strong.every((cue) => isContractual(view, cue))) return 'contractual'
  if (strong.every((cue) => isThirdParty(view, cue))) return 'third-party'
  return null
}

/** Reads the cues that survive the vetoes and weighs them. */
const read = (view: SentenceView, context: ForwardContext): Reading | null => {
  const surviving = collectCues(view, context.own).filter((cue) => vetoOf(cue, view, context) === null)
  if (surviving.length === 0) return null
  const horizon = horizonOf(view, context.year)
  const cues = surviving.map((cue) => ({ ...cue, strength: weigh(cue, view, context.periodic) }))
  const strong = cues.filter((cue) => cue.strength >= CORE)
  const demoted = strong.length > 0 ? demote(view, strong, context, horizon) : null
  if (demoted) return { cues, horizon, subclass: demoted, klass: 'borderline' }
  const best = Math.max(...cues.map((cue) => cue.strength))
  const timed = horizon?.future === true &&
    cues.some((cue) => cue.strength >= SHOWN && !UNDATED.has(cue.word) && !horizon.words.toLowerCase().includes(cue.word))
  const total = best + (timed ? HORIZON_BONUS : 0)
  const klass = total >= CORE ? 'core' : best >= SHOWN || cues.some((cue) => cue.source === 'filing') ? 'borderline' : null
  return { cues, horizon, subclass: subclassOf(view, horizon), klass }
}

/** What may go wrong for the issuer, as cautions word it. */
const ADVERSE = pattern('i')`
  \b(?:adverse(?:ly)?|negative(?:ly)?|harm(?:s|ed|ful)?|impairs?|impaired|impairment (?:charges?|losses?)|loss(?:es)?
  |penalt(?:y|ies)|damages?|declines?|reduc(?:e|ed|tion)|fail(?:s|ed|ure|ures)?|inability|unable|not be able|delay(?:s|ed)?
  |interrupt(?:ed|ion|ions)?|disrupt(?:ed|ion|ions)?|misstatements?|not (?:prevent|detect)|material (?:impact|effect)
  |be material|significantly (?:impact|affect)|materially (?:impact|affect|lower|reduce)|unfavou?rabl[ey]|liabilit(?:y|ies)
  |injunctions?|terminat(?:e|ed|ion)|default)\b`
const CONDITIONAL_WORD = /\b(?:may|might|could|can)\b/i
const NO_PROMISE = pattern('i')`
  \b(?:no (?:assurances?|guarantees?|certainty)|cannot (?:assure|guarantee|predict|be (?:certain|sure))
  |not (?:necessarily )?(?:indicative|a guarantee|guaranteed)|unable to (?:assure|predict))\b`

/** What every filer says of the controls it has. */
const INHERENT = /\binherent limitations?\b[^.;]{0,120}\b(?:may|might|could|can) not (?:prevent|detect|provide)\b/i

/** "… of which there can be no guarantee": an aside to a statement that stands. */
const PROMISE_ASIDE = /\b(?:of which|although|though)\b[^.;]{0,30}\b(?:no|cannot)\b/i
const OWN_VIEW = /\b(?:believes? that|expects?|expected to|anticipates?|will not have|not (?:expected|likely) to have)\b/i

const isPast = (word: string): boolean => /^(?:was|were|had|did)$/.test(word) || /[a-z]{3}ed$/.test(word)

/** A sentence that tells a dated past and nothing else: a year, a verb of the past, and no condition. */
const isDatedPast = (view: SentenceView): boolean =>
  /\b(?:19|20)\d\d\b/.test(view.text) && view.tokens.words.some(isPast) && !CONDITIONAL_WORD.test(view.text) && !ADVERSE.test(view.text)

/** A plan of the issuer's own among the risk factors: it intends or plans, and no word says what may go wrong. */
const isOwnPlan = (view: SentenceView, reading: Reading): boolean =>
  !CONDITIONAL_WORD.test(view.text) && !ADVERSE.test(view.text)
  && reading.cues.some((cue) =>
    cue.strength >= CORE && cue.kind === 'verb' && subjectOf(view, cue).some((token) => ISSUER.has(token)) &&
    (/^(?:intend|plan)/.test(cue.word) || /\d/.test(view.text))
  )

/**
 * Standing caution outside the safe harbor: sentences that promise nothing, what may go wrong in a report, and whatever stands among the risk
 * factors but the issuer's own plans.
 */
const isGeneralCaution = (view: SentenceView, reading: Reading, periodic: boolean): boolean => {
  if (INHERENT.test(view.text)) return true
  if (NO_PROMISE.test(view.text) && !PROMISE_ASIDE.test(view.text) && view.sentence.speaker === null) return true
  if (view.zone === 'risk-factors') return !isOwnPlan(view, reading)
  return periodic && view.passage === null && CONDITIONAL_WORD.test(view.text) && ADVERSE.test(view.text) && !OWN_VIEW.test(view.text)
    && reading.cues.every((cue) => cue.kind === 'modal' || cue.kind === 'own' || cue.strength < CORE)
}

const triggersOf = (view: SentenceView, cues: readonly Cue[]): Trigger[] => {
  const out: Trigger[] = []
  let end = -1
  for (const cue of cues) {
    if (cue.from < end) continue
    out.push({ ...view.atTokens(cue.from, cue.to), text: view.words(cue.from, cue.to), source: cue.source })
    end = cue.to
  }
  return out
}

const SUBCLASS_REASON: Readonly<Record<Subclass, string>> = {
  specific: 'says what is planned or expected',
  generic: 'looks ahead in general terms',
  logistics: 'announces a call, a webcast or a meeting',
  contractual: 'states the terms of a document rather than a forecast',
  'third-party': 'gives the view of someone other than the issuer'
}

const whyOf = (reading: Reading, triggers: readonly Trigger[]): string => {
  const said = triggers.slice(0, 2).map((trigger) => `"${trigger.text}"`).join(' and ')
  const when = reading.horizon?.future === true ? `, with the horizon "${reading.horizon.words}"` : ''
  if (reading.klass === 'borderline' && triggers.every((trigger) => trigger.source === 'filing') &&
    reading.cues.every((cue) => cue.strength < SHOWN)) {
    return `Only the filing's own word list makes this forward-looking: ${said}.`
  }
  const reason = SUBCLASS_REASON[reading.subclass]
  return reading.klass === 'borderline' ?
    `${said} may look forward, but the sentence ${
      reading.subclass === 'specific' || reading.subclass === 'generic' ? 'says little of what is to come' : reason
    }.`
    : triggers.length > 1
    ? `${said} mark a sentence that ${reason}${when}.`
    : `${said} marks a sentence that ${reason}${when}.`
}

const boilerplate = (view: SentenceView, why: string, risks: RiskId[]): ForwardLooking => ({
  sentence: view.sentence.id,
  class: 'boilerplate',
  triggers: [],
  risks,
  coveredBy: [],
  why
})

/** What a passage makes of a sentence: standing text, or no statement at all; undefined where it leaves that to the words. */
const byPassage = (view: SentenceView): ForwardLooking | null | undefined => {
  const { passage } = view
  if (!passage || passage.kind === 'contract-terms') return undefined
  return passage.cautions ? boilerplate(view, `It ${passage.why}.`, []) : null
}

/** A sentence of the risk factors that has no word of the future: caution by where it stands, unless it tells what has been. */
const byZone = (view: SentenceView, context: ForwardContext): ForwardLooking | null =>
  view.zone === 'risk-factors' && !isDatedPast(view)
    ? boilerplate(view, 'It stands among the risk factors, which caution throughout.', context.risksOf(view, 0)) :
    null

/** Judges one sentence; null where it does not look forward. */
export const classifySentence = (view: SentenceView, context: ForwardContext): ForwardLooking | null => {
  if (context.masked.has(view.index)) {
    const duty = view.has('boilerplate', 'no-duty')
    return boilerplate(view,
      duty ? 'It disclaims a duty to update, which is standing text.' : "It belongs to the filing's safe-harbor text.",
      context.risksOf(view, 0))
  }
  const standing = byPassage(view)
  if (standing !== undefined) return standing
  const reading = read(view, context)
  if (!reading?.klass) return byZone(view, context)
  if (reading.klass === 'core' && view.sentence.speaker === null && standingWords(view.text) !== null) return null
  if (isGeneralCaution(view, reading, context.periodic))
    return boilerplate(view, 'It is general caution, not a forecast of its own.', context.risksOf(view, 0))
  const shown = reading.cues.filter((cue) => cue.strength >= SHOWN || cue.source === 'filing')
  const triggers = triggersOf(view, shown.length > 0 ? shown : reading.cues)
  const clause = clauseOf(view, reading.cues)
  const own = reading.klass === 'borderline' && reading.cues.every((cue) => cue.strength < SHOWN || /designed/.test(cue.word))
  const part = clause.from > 0 || clause.to < view.tokens.words.length - 1
  return {
    sentence: view.sentence.id,
    class: reading.klass,
    triggers,
    risks: own
      ? []
      : context.risksOf(view, Math.min(...reading.cues.filter((cue) => cue.strength >= SHOWN).map((cue) => cue.from))),
    coveredBy: [],
    why: whyOf(reading, triggers),
    subclass: reading.subclass,
    quantified: /\d/.test(view.words(clause.from, clause.to)),
    horizon: reading.horizon?.words ?? null,
    ...(part ? { span: view.atTokens(clause.from, clause.to) } : {})
  }
}
