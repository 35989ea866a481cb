import { FORWARD_WORDS } from '../../lexicon'
import type { PhraseHit } from '../../text/phrases'
import type { SentenceView } from '../../text/sentence-view'
import { announcesResults, hasAmount } from '../outcome-rule'
import type { OutcomeContext, OutcomeRule } from '../outcome-rule'
import { pattern } from '#model/pattern'

const ANNOUNCES = /\b(?:announce[sd]?|reported|announcing|disclosed|confirmed)\b/i
const PERFECT: ReadonlySet<string> = new Set(['has', 'have', 'had', "'ve"])
const ISSUER = new Set([
  ...FORWARD_WORDS.issuerWords,
  'jury',
  'court',
  'judge',
  'committee',
  'lenders',
  'lender',
  'agency',
  'panel',
  'members',
  'partner',
  'partners',
  'debentureholders',
  'bondholders',
  'noteholders',
  'underwriters',
  'trustee',
  'government',
  'commission',
  'department',
  'team',
  'teams',
  'venture',
  'consortium',
  'holders',
  'shareholders',
  'stockholders',
  'subsidiary',
  'they',
  'it',
  'bank',
  'parties'
])
const ADVERB = /ly$|^(?:also|now|not|today|already|recently|been|again)$/

/** Words after a verb within which a date is its own: beyond them it dates something the sentence mentions. */
const DATE_REACH = 16

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

/** Whether the sentence dates the event told at token `verb` in a year before the document's; a report on a period reaches one year further back. */
const isOld = (view: SentenceView, { year, reporting }: OutcomeContext, verb: number): boolean => {
  if (year === null) return false
  const { words } = view.tokens
  // "In June 2011" is told with its month as news of the months before; a bare year tells of history.
  const dated = words.some((word, at) =>
    MONTH.test(words[at - 1] ?? '') || MONTH.test(words[at - 2] ?? '') || MONTH.test(words[at - 3] ?? '')
      ? word === String(year - 1)
      : false
  )
  const oldest = reporting || dated ? year - 1 : year
  return words.some((word, at) => at <= verb + DATE_REACH && /^(?:19|20)\d\d$/.test(word) && Number(word) < oldest)
    && !words.some((word) => word === String(year) || word === 'today')
}

/** What may stand before the first word of a listed event: a mark, or the colon behind its label. */
const LIST_MARK = /^[-*•●▪–—·:]$/

/** What a participle is about when it follows these: things that something is done to. */
const THINGS: ReadonlySet<string> = new Set(['shares', 'stock', 'notes', 'units', 'warrants', 'options', 'securities', 'bonds',
  'statements', 'expenses', 'costs', 'amounts', 'assets', 'proceeds', 'products', 'services', 'parties', 'information', 'funds', 'loans',
  'contracts'])

/** Words behind a participle that describes the noun before it: "holders named in …", "filed pursuant to …". */
const DESCRIBES = /^(?:in|by|under|herein|hereby|above|below|pursuant|thereunder|thereby)$/

/** What may follow a verb that tells a deed; behind a comma nothing else may, since "wide seats, advanced equipment" tells none. */
const OPENS_OBJECT = pattern()`
  ^(?:the|a|an|its|their|our|his|her|that|to|into|with|on|up|over|all|both|one|two|three|four|five|six|an?other|additional
  |from|for|more|nearly|about|approximately|some|several|\$|€|£|[\d.,]+)$`

/** An event verb in the perfect, or in the past with the issuer as its subject. */
const AGENCY = /^(?:fda|sec|ema|fcc|usda|epa|ftc|doe|\))$/

/** "An FDA approved device": the agency and its act name a kind of thing. */
const namesKind = (words: readonly string[], back: number): boolean =>
  AGENCY.test(words[back] ?? '') &&
  words.slice(Math.max(0, back - 3), back).some((word) => /^(?:an?|any|other|no|with|than|of)$/.test(word))

const FIRM = /^(?:inc|incorporated|ltd|limited|llc|l\.l\.c|corp|corporation|trust|funds?|plc|lp|l\.p|company|co|n\.v|s\.a|gmbh)$/
/** Tokens behind a word within which the kind of firm ends its name. */
const NAME_REACH = 5

/** "Larch Incorporated": a participle in capitals within a sentence that is not in capitals belongs to a name. */
const isPartOfName = (view: SentenceView, hit: PhraseHit): boolean =>
  hit.from > 0 && /^[A-Z][a-z]/.test(view.text.slice(view.tokens.starts[hit.from] ?? 0)) &&
  /^[A-Z]/.test(view.words(hit.from - 1, hit.from))
  && (!/^[A-Z][a-z]/.test(view.text.slice(view.tokens.starts[hit.to] ?? view.text.length))
    || view.tokens.words.slice(hit.to, hit.to + NAME_REACH).some((word) => FIRM.test(word)))

const toldEvent = (view: SentenceView): { hit: PhraseHit; perfect: boolean } | null => {
  const { words } = view.tokens
  for (const hit of view.hits('event-past')) {
    if (isPartOfName(view, hit)) continue
    let back = hit.from - 1
    while (back >= 0 && ADVERB.test(words[back] ?? '')) back -= 1
    const before = words[back] ?? ''
    const after = words[hit.to] ?? ''
    if (back < 0 || (LIST_MARK.test(before) && (back === 0 || before === ':'))) {
      if (DESCRIBES.test(after)) continue
      return { hit, perfect: true }
    }
    if (PERFECT.has(before)) return { hit, perfect: true }
    if (/^(?:was|were)$/.test(before) && back > 0) return { hit, perfect: false }
    if (DESCRIBES.test(after) || THINGS.has(before) || namesKind(words, back)) continue
    if (before === ',' && !OPENS_OBJECT.test(after) && !/[A-Z]/.test(view.text[view.tokens.starts[hit.to] ?? 0] ?? '')) continue
    if (ISSUER.has(before) || (/[A-Z]/.test(view.text[view.tokens.starts[back] ?? 0] ?? '') && back >= 0) || before === ')' ||
      (before === ',' && back > 3)) return { hit, perfect: false }
  }
  return null
}

const inLede = (view: SentenceView, context: OutcomeContext): string | null => {
  if (view.zone !== 'lede' || !ANNOUNCES.test(view.text) || view.has('announcement') || announcesResults(view.text)) return null
  const announced = /announce\w*(?: today)?(?:,? [\w, ]{0,40})? (?:that|the|its|it|an?)\b/i.test(view.text)
  return announced && (view.has('event-noun') || toldEvent(view) !== null || context.forward.has(view.index))
    ? 'It is the event that the release announces.'
    : null
}

const DEAL_WORDS = pattern('i')`
  \b(?:shares?|common stock|stockholders|shareholders|purchase price|proceeds|dividend|warrants|consideration|debentures|notes
  |offering|split|exercise price|merger|tender offer|units|credit facility|facility|borrowings|transaction|loans?)\b`

const PERFECT_AMOUNT =
  /\b(?:we|company|corporation|bank)(?:'ve| have| has)\s+(?:(?:also|now|already|recently|successfully)\s+)?\w+(?:ed|own|en|ne)\b/i

const SECURITIES = /\b\d[\d,.]*\s(?:\w+\s){0,4}(?:shares|units|warrants)\b/i

const TAKES_OFFICE = pattern('i')`
  \bwill (?:also |then |continue to )?(?:serve|become|join|succeed|replace|assume|lead|head|chair|retire|step down
  |remain)\b[^.;]{0,60}\b(?:board|chairman|chair|president|officer|director|committee|vice|head|treasurer|secretary|ceo|cfo
  |coo)\b`

/** Whether a text tells who will take or leave which office. */
export const takesOffice = (text: string): boolean => TAKES_OFFICE.test(text)

const FINISHES: ReadonlySet<string> = new Set(['selected', 'received', 'won', 'awarded', 'granted', 'approved', 'launched', 'determined',
  'identified', 'terminated', 'decided', 'opened', 'began', 'initiated', 'commenced', 'completed', 'signed', 'agreed', 'acquired', 'closed',
  'sold', 'purchased', 'appointed', 'entered', 'hired', 'executed'])

/** A speaker who says "we completed …" tells what the company did, whatever the rest of the sentence hopes for. */
const tellsOwnDeed = (view: SentenceView, hit: PhraseHit): boolean =>
  FINISHES.has(view.tokens.words[hit.from] ?? '') && view.tokens.words.slice(Math.max(0, hit.from - 3), hit.from).includes('we') &&
  view.has('event-noun')

/** Tokens within which the verb of the first clause stands. */
const FIRST_VERB = 8

/** "Tamsel completed … and is preparing …" tells a deed first, and looks forward after it. */
const opensWithDeed = (view: SentenceView, hit: PhraseHit): boolean =>
  hit.from <= FIRST_VERB && FINISHES.has(view.tokens.words[hit.from] ?? '') && view.has('event-noun')

/** A sentence that looks forward and tells of the event announced: what was done before its "and will", or the deal's own terms. */
const announcedTerm = (view: SentenceView, told: { hit: PhraseHit; perfect: boolean } | null): string | null => {
  if (view.has('logistics')) return null
  const firstModal = view.hits('modal')[0]?.from ?? Infinity
  const done = told !== null && told.hit.to < firstModal &&
    ((view.sentence.speaker === null && (told.perfect || opensWithDeed(view, told.hit))) ||
      (firstModal < Infinity && tellsOwnDeed(view, told.hit)))
  if (done) return `It reports something done: "${view.words(told.hit.from, told.hit.to)}".`
  if (view.sentence.speaker !== null) return null
  if (view.zone === 'lede' &&
    (DEAL_WORDS.test(view.text) || /\b(?:agreement|merger|acquisition|plan of|reorganization|restructuring|bankruptcy)\b/i.test(view.text)))
    return 'It is part of the event that the release announces.'
  if (takesOffice(view.text)) return 'It tells who takes which office.'
  return (hasAmount(view.text) || SECURITIES.test(view.text)) && DEAL_WORDS.test(view.text)
    ? 'It states a term of the transaction announced.'
    : null
}

/** An event announced in the body, named by its noun: "the Company announced the appointment of …". */
const ANNOUNCED_NOUN = pattern('i')`
  \bannounced (?:the |its |an? )?(?:successful )?(?:appointment|resignation|retirement|election|departure|completion
  |acquisition|closing|pricing|signing|sale|termination|merger|launch|settlement|award|receipt|approval|opening
  |divestiture)s? of\b`

/** Verbs that are news whatever their object is. */
const NEWS_ITSELF: ReadonlySet<string> = new Set(['launched', 'introduced', 'unveiled', 'acquired', 'appointed', 'completed', 'commenced',
  'initiated', 'terminated', 'won', 'secured', 'awarded', 'signed', 'resigned', 'discontinued', 'suspended', 'cancelled'])

const hasObject = (view: SentenceView, { hit }: { hit: PhraseHit }): boolean =>
  view.has('event-noun') || hasAmount(view.text) || NEWS_ITSELF.has(view.tokens.words[hit.from] ?? '')

/** Whether the speaker counts among those who did it: "we have recently signed". */
const isOwnDeed = (view: SentenceView, { hit, perfect }: { hit: PhraseHit; perfect: boolean }): boolean => {
  if (view.sentence.speaker === null || perfect) return true
  const before = view.tokens.words.slice(Math.max(0, hit.from - 3), hit.from)
  return before.includes('we') && !before.includes('previously')
}

/** Something the company did, agreed or suffered. */
export const corporateEvent: OutcomeRule = {
  type: 'corporate-event',
  judge: (view, context) => {
    if (context.periodic) return null
    const lede = inLede(view, context)
    if (lede) return lede
    const told = toldEvent(view)
    if (context.forward.has(view.index)) return announcedTerm(view, told)
    if (ANNOUNCED_NOUN.test(view.text) && !isOld(view, context, 0)) return 'It says which event was announced.'
    if (!told && PERFECT_AMOUNT.test(view.text) && hasAmount(view.text) && !view.has('interpretation'))
      return 'It tells what has been done, with an amount.'
    if (!told)
      return view.has('terms') && hasAmount(view.text) && DEAL_WORDS.test(view.text) && view.sentence.speaker === null
        ? 'It states a term of the transaction announced.'
        : null
    if (!hasObject(view, told) || isOld(view, context, told.hit.from) || view.has('interpretation') || !isOwnDeed(view, told)) return null
    return `It reports something done: "${view.words(told.hit.from, told.hit.to)}".`
  }
}
