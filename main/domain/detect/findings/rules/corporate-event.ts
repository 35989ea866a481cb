import { FORWARD_WORDS } from '../../lexicon'
import type { PhraseHit } from '../../text/phrases'
import type { SentenceView } from '../../text/sentence-view'
import { announcesResults } from '../outcome-rule'
import type { OutcomeContext, OutcomeRule } from '../outcome-rule'

const ANNOUNCES = /\b(?:announce[sd]?|reported|announcing|disclosed|confirmed)\b/i
const PERFECT: ReadonlySet<string> = new Set(['has', 'have', 'had', '\'ve'])
const ISSUER = new Set([...FORWARD_WORDS.issuerWords, 'holders', 'shareholders', 'stockholders', 'subsidiary', 'they', 'it', 'bank', 'parties'])
const ADVERB = /ly$|^(?:also|now|not|today|already|recently|been|again)$/

/** Whether the sentence dates its event in a year before the document's. */
const isOld = (view: SentenceView, year: number | null): boolean =>
  year !== null && view.tokens.words.some(word => /^(?:19|20)\d\d$/.test(word) && Number(word) < year)
  && !view.tokens.words.some(word => word === String(year) || word === 'today')

/** An event verb in the perfect, or in the past with the issuer as its subject. */
const toldEvent = (view: SentenceView): { hit: PhraseHit; perfect: boolean } | null => {
  const { words } = view.tokens
  for (const hit of view.hits('event-past')) {
    let back = hit.from - 1
    while (back >= 0 && ADVERB.test(words[back] ?? '')) back -= 1
    const before = words[back] ?? ''
    if (PERFECT.has(before)) return { hit, perfect: true }
    if (/^(?:was|were)$/.test(before) && back > 0) return { hit, perfect: false }
    if (ISSUER.has(before) || (/[A-Z]/.test(view.text[view.tokens.starts[back] ?? 0] ?? '') && back >= 0) || before === ')') return { hit, perfect: false }
  }
  return null
}

const inLede = (view: SentenceView, context: OutcomeContext): string | null => {
  if (view.zone !== 'lede' || !ANNOUNCES.test(view.text) || view.has('announcement') || announcesResults(view.text)) return null
  const announced = /announce\w*(?: today)?(?:,? [\w, ]{0,40})? (?:that|the|its|it|an?)\b/i.test(view.text)
  return announced && (view.has('event-noun') || toldEvent(view) !== null || context.forward.has(view.index)) ? 'It is the event that the release announces.' : null
}

/** Something the company did, agreed or suffered. */
export const corporateEvent: OutcomeRule = {
  type: 'corporate-event',
  judge: (view, context) => {
    if (context.periodic) return null
    const lede = inLede(view, context)
    if (lede) return lede
    if (context.forward.has(view.index) && view.zone !== 'lede') return null
    const told = toldEvent(view)
    if (!told || !view.has('event-noun') || isOld(view, context.year) || view.has('interpretation')) return null
    if (view.sentence.speaker !== null && !told.perfect) return null
    return `It reports something done: "${view.words(told.hit.from, told.hit.to)}".`
  }
}
