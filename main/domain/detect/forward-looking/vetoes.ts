import { FORWARD_WORDS } from '../lexicon'
import type { PhraseHit } from '../text/phrases'
import type { SentenceView } from '../text/sentence-view'
import type { Cue } from './cues'
import { pattern } from '#model/pattern'

/** What a veto may need to know beside the sentence. */
export interface VetoContext {
  /** Year of the document, or null where it names none. */
  readonly year: number | null
  readonly periodic: boolean
}

/** A rule that says why a cue does not look forward, or null where it may. */
export interface Veto {
  readonly id: string
  readonly judge: (cue: Cue, view: SentenceView, context: VetoContext) => string | null
}

const word = (view: SentenceView, at: number): string => view.tokens.words[at] ?? ''
const overlaps = (cue: Cue, hit: PhraseHit): boolean => hit.from < cue.to && cue.from < hit.to
const inPhrase = (cue: Cue, view: SentenceView, tag: string): boolean =>
  view.hits('veto').some((hit) => hit.phrase.tag === tag && overlaps(cue, hit))

const MONTH_BEFORE: ReadonlySet<string> = new Set(['in', 'of', 'since', 'until', 'by', 'on', 'early', 'late', 'mid', 'through', 'during',
  'last', 'this', 'next', 'between', 'from', '-'])

const month: Veto = {
  id: 'month',
  judge: (cue, view) => {
    if (cue.word !== 'may' || view.text[view.tokens.starts[cue.from] ?? 0] !== 'M') return null
    const next = word(view, cue.to)
    if (/^\d/.test(next)) return '"May" is the month.'
    if (MONTH_BEFORE.has(word(view, cue.from - 1))) return '"May" is the month.'
    return cue.from > 0 && !/^["(]$/.test(word(view, cue.from - 1)) && !/^(?:we|the|it|you|they|god|i)$/.test(next)
      ? '"May" is the month.'
      : null
  }
}

/** Titles before a name. */
const TITLED: ReadonlySet<string> = new Set(['mr', 'ms', 'dr', 'sir', 'president', 'chairman', 'director', 'officer', 'counsel',
  'treasurer', 'secretary', 'and', 'by', 'with', '.'])

/** "Will" as a given name: capital, before a surname, in a sentence that is not set in capitals like a title. */
const isGivenName = (cue: Cue, view: SentenceView): boolean => {
  const at = view.tokens.starts[cue.from] ?? 0
  if (cue.word !== 'will' || !view.text.startsWith('Will ', at)) return false
  const next = view.text.slice(at + 5)
  if (!/^[A-Z][a-z'’-]+\b/.test(next)) return false
  if (cue.from > 0) return TITLED.has(word(view, cue.from - 1)) || !/^[A-Z]/.test(view.words(cue.from - 1, cue.from))
  return /^[A-Z][\w'’-]+(?:,| (?:was|is|has|had|said|will|joined|signed|served|serves|became|resigned|retired|[a-z]+ed)\b)/.test(next)
}

const name: Veto = {
  id: 'name',
  judge: (cue, view) => isGivenName(cue, view) ? '"Will" is a name.' : null
}

/** Who expected: behind these a form such as "expected" is the past of a verb. */
const EXPECTS: ReadonlySet<string> = new Set(['we', 'i', 'it', 'they', 'he', 'she', 'management', 'company', 'board', 'corporation',
  'analysts'])

const noun: Veto = {
  id: 'noun',
  judge: (cue, view) => {
    if (inPhrase(cue, view, 'noun')) return 'The word is a noun here.'
    if (cue.word === 'will' && /^(?:the|a|his|her|their|own|free|political)$/.test(word(view, cue.from - 1)))
      return 'The word is a noun here.'
    if (cue.word === 'might' && /^(?:the|its|his|her|their|all)$/.test(word(view, cue.from - 1))) return 'The word is a noun here.'
    if (cue.word === 'can' && /^(?:the|a|each|per|one|tin|aluminum)$/.test(word(view, cue.from - 1))) return 'The word is a noun here.'
    return null
  }
}

const PAST_BE: ReadonlySet<string> = new Set(['was', 'were', 'had', "wasn't", "weren't"])
const EXPECTATION = pattern()`
  intention|expect|anticipat|intend|plan|schedul|project|forecast|estimat|target|design|propos|slated|sought|contemplat|likely
  |poised|positioned|budget|envision|aim|set|due|hope`

/** "Would have been": a past that was not; "would have an effect" stays. */
const isCounterfactual = (cue: Cue, view: SentenceView): boolean => {
  if (!/^(?:would|could|should|might)$/.test(cue.word)) return false
  const after = view.tokens.words.slice(cue.to, cue.to + 5).filter((token) => token !== 'not' && !token.endsWith('ly'))
  return after[0] === 'have' && /(?:ed|en|been|had|made|met|led|sold|cut|lost|won|done|come|gone)$/.test(after[1] ?? '')
}

const pastExpectation: Veto = {
  id: 'past-expectation',
  judge: (cue, view) => {
    if (inPhrase(cue, view, 'past-expectation')) return 'It tells of a past expectation.'
    if (isCounterfactual(cue, view)) return 'It tells of what did not happen.'
    if (!EXPECTATION.test(cue.word) && !EXPECTATION.test(word(view, cue.from))) return null
    if (/^(?:expected|anticipated|intended|planned|hoped|aimed|projected|estimated)$/.test(word(view, cue.from)) &&
      EXPECTS.has(word(view, cue.from - 1))) return 'It tells of a past expectation.'
    for (let back = cue.from - 1; back >= Math.max(0, cue.from - 4); back -= 1) {
      const before = word(view, back)
      if (PAST_BE.has(before)) return 'It tells of a past expectation.'
      if (before !== 'been' && before !== 'not' && before !== 'no' && before !== "n't" && !before.endsWith('ly')) break
    }
    return null
  }
}

const PAST_REPORT = pattern()`
  ^(?:said|stated|announced|reported|told|believed|thought|knew|promised|indicated|disclosed|learned|warned|agreed|decided
  |determined|concluded|noted|assumed|feared|predicted)$`
const PAST_MARK = /^(?:previously|earlier|ago|originally|formerly|then|initially)$/

/** Whether the sentence dates itself before the document: an earlier year or a word such as "previously". */
const isDatedPast = (view: SentenceView, year: number | null): boolean =>
  view.tokens.words.some((token, at) => {
    if (PAST_MARK.test(token)) return true
    if (token === 'last' && /^(?:year|month|quarter|week|fall|spring|summer|winter)$/.test(word(view, at + 1))) return true
    return year !== null && /^(?:19|20)\d\d$/.test(token) && Number(token) < year
  })

const historical: Veto = {
  id: 'historical',
  judge: (cue, view, { year }) => {
    if (cue.word !== 'would' && cue.word !== 'could' && cue.word !== 'might') return null
    if (cue.word === 'would' && /^(?:like|want)$/.test(word(view, cue.to))) return 'A courtesy, not a forecast.'
    const reported = view.tokens.words.slice(Math.max(0, cue.from - 14), cue.from).some((token) => PAST_REPORT.test(token))
    return reported && isDatedPast(view, year) && !view.tokens.words.includes('today')
      ? 'It reports what was said about a past event.'
      : null
  }
}

const technical: Veto = {
  id: 'technical',
  judge: (cue, view) => inPhrase(cue, view, 'technical') ? 'The word is part of a technical term.' : null
}

const mention: Veto = {
  id: 'mention',
  judge: (cue, view) => {
    const quoted = word(view, cue.from - 1) === '"' && /^[",]$/.test(word(view, cue.to))
    if (quoted && /\b(?:words?|terms?|expressions?|phrases?|such as|like)\b/i.test(view.text)) return 'The word is mentioned, not used.'
    return null
  }
}

const PRODUCT_USER: ReadonlySet<string> = new Set(['customers', 'users', 'you', 'readers', 'consumers', 'clients', 'patients', 'physicians',
  'clinicians', 'companies', 'one', 'investors', 'stockholders', 'shareholders', 'people', 'which', 'that', 'visitors', 'subscribers',
  'persons', 'copies', 'information'])

const ability: Veto = {
  id: 'ability',
  judge: (cue, view) => {
    if (cue.word !== 'can') return null
    if (PRODUCT_USER.has(word(view, cue.from - 1))) return 'It says what a product does, not what is to come.'
    if (/^be$/.test(word(view, cue.to)) &&
      /^(?:found|used|accessed|viewed|reached|obtained|contacted|heard|seen|downloaded|read|purchased)$/.test(word(view, cue.to + 1)))
      return 'It says where something is found.'
    return null
  }
}

const address: Veto = {
  id: 'address',
  judge: (cue, view) =>
    cue.word === 'may' && word(view, cue.to) === 'be'
      && /^(?:reached|contacted|found|obtained|accessed|viewed|directed|made|addressed|downloaded|heard)$/.test(word(view, cue.to + 1))
      ? 'It says where something is found.' :
      null
}

const question: Veto = {
  id: 'question',
  judge: (_cue, view) => view.text.includes('?') && /\?["”’']?\s*$/.test(view.text) ? 'It asks a question.' : null
}

const ADVISED: ReadonlySet<string> = new Set(FORWARD_WORDS.advice)

const advice: Veto = {
  id: 'advice',
  judge: (cue, view) => {
    if (cue.word !== 'should' && cue.word !== 'may' && cue.word !== 'can' && cue.word !== 'could') return null
    const { words } = view.tokens
    const after = words.slice(cue.to, cue.to + 5).filter((token) => !/^(?:not|be|no|longer|also|\w+ly)$/.test(token))
    if (cue.word === 'should' && ADVISED.has(after[0] ?? '')) return 'It tells the reader how to read, not what is to come.'
    return /\b(?:non-gaap|non-ifrs|adjusted ebitda|pro forma|standardi[sz]ed meaning|(?:not|be) comparable to)\b/i.test(view.text) &&
        !/\bguidance\b/i.test(view.text)
      ? 'It explains a measure.'
      : null
  }
}

const TEXT_SUBJECT = /^(?:the|this|these)\s+(?:summary|section|discussion|amendments?|update|standard|guidance|table)\b/i
const DOCUMENT_SUBJECT = /\b(?:communication|release|announcement|document|information|website|summary|report|presentation)\b[^.;]{0,60}$/i

const describesItself: Veto = {
  id: 'describes-itself',
  judge: (cue, view) =>
    /^(?:is |are )?(?:intended|designed|may)\b/.test(cue.word) && TEXT_SUBJECT.test(view.text) ?
      'It speaks of a text.'
      : (cue.word === 'intended' || cue.word === 'designed' || cue.word === 'may')
          && DOCUMENT_SUBJECT.test(view.text.slice(0, view.tokens.starts[cue.from] ?? 0)) &&
          /\b(?:not|offer|solicitation|identify)\b/i.test(view.text)
      ? 'It speaks of the release itself.' :
      null
}

const nounPhrase: Veto = {
  id: 'noun-phrase',
  judge: (cue, view) => {
    if (cue.word === 'plan to' && /^(?:the|a|this|its|our|their)$/.test(word(view, cue.from - 1)) && cue.weight < 1)
      return 'A plan is named, not followed.'
    if (cue.kind === 'phrase' && cue.word === 'potential' && word(view, cue.to) === 'difference') return 'A quantity, not a prospect.'
    return null
  }
}

/** Those who seek, hope and plan for themselves: "patients seeking to walk again" is no plan of the issuer. */
const OTHERS: ReadonlySet<string> = new Set(['patients', 'customers', 'users', 'people', 'individuals', 'those', 'clients', 'consumers',
  'investors', 'parties', 'persons', 'companies', 'organizations', 'businesses', 'students', 'buyers', 'borrowers', 'anyone', 'physicians'])

const othersAim: Veto = {
  id: 'others-aim',
  judge: (cue, view) =>
    /^(?:seek|hop|plann|look|aim|intend)ing to$/.test(cue.word) && OTHERS.has(word(view, cue.from - 1)) ? 'It says what others seek.' : null
}

const TRUST: ReadonlySet<string> = new Set(['trust', 'know', 'feel', 'rely', 'confident', 'sure'])
const TRUSTING: ReadonlySet<string> = new Set([...OTHERS, 'families', 'guests', 'members', 'consumers', 'shoppers', 'everyone', 'you'])

/** "So that our customers trust that prices will not change": a promise in the mouth of others, as slogans have it. */
const othersTrust: Veto = {
  id: 'others-trust',
  judge: (cue, view) => {
    if (cue.kind !== 'modal') return null
    for (let back = cue.from - 1; back > Math.max(0, cue.from - 8); back -= 1) {
      const before = word(view, back)
      if (before === ',' || before === ';') return null
      if (TRUST.has(before))
        return TRUSTING.has(word(view, back - 1)) || TRUSTING.has(word(view, back - 2))
          ? 'It says what others trust in.'
          : null
    }
    return null
  }
}

const CONDITIONS: ReadonlySet<string> = new Set(FORWARD_WORDS.conditions)

/** In a report, what follows "if", "whether" or "the risk that" up to the next comma is a case in point, not a forecast. */
const condition: Veto = {
  id: 'condition',
  judge: (cue, view, { periodic }) => {
    if (!periodic || cue.kind === 'phrase') return null
    const { words } = view.tokens
    if (view.text.includes('likely than not') && /likely than not that\b/i.test(view.text.slice(0, view.tokens.starts[cue.from] ?? 0)))
      return 'It states a test of accounting.'
    for (let back = cue.from - 1; back >= Math.max(0, cue.from - 14); back -= 1) {
      const before = words[back] ?? ''
      if (before === ',' || before === ';') return null
      if (CONDITIONS.has(before)) return 'It puts a case, and does not say that it will come.'
    }
    return null
  }
}

const STANDARD = pattern()`
  \b(?:FASB|SFAS|ASU|EITF|SOP \d|IFRS|Financial Accounting Standards|accounting standards? update
  |(?:The|This|new|updated) (?:new |updated |revenue )?(?:standard|guidance|amendments?|requirements|pronouncement|update
  |rules))\b`

const OWN_EXPECTATION = pattern('i')`
  \b(?:we|company|corporation|management|registrant)\b[^.;]{0,50}\b(?:expects?|anticipates?|believes?|plans?|intends?
  |will adopt|adopt|expect|is evaluating|are evaluating|determined)\b`

const standard: Veto = {
  id: 'standard',
  judge: (cue, view, { periodic }) =>
    periodic && (cue.kind === 'modal' || cue.word.startsWith('expect')) && STANDARD.test(view.text)
      && !OWN_EXPECTATION.test(view.text)
      ? 'It tells what an accounting standard requires.' :
      null
}

/** The vetoes in the order they are asked. */
export const VETOES: readonly Veto[] = [
  month,
  name,
  noun,
  mention,
  pastExpectation,
  historical,
  technical,
  ability,
  address,
  advice,
  describesItself,
  question,
  nounPhrase,
  othersAim,
  othersTrust,
  condition,
  standard
]

/** Why a cue does not look forward, or null. */
export const vetoOf = (cue: Cue, view: SentenceView, context: VetoContext): string | null => {
  for (const veto of VETOES) {
    const reason = veto.judge(cue, view, context)
    if (reason) return reason
  }
  return null
}
