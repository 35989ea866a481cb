import type { SentenceRole } from '#contract/filing'
import type { ForwardLooking } from '#contract/finding'
import type { SentenceView } from './text/sentence-view'
import { pattern } from '#model/pattern'

const DEFINITION = pattern()`
  ["“][^"”]{2,60}["”]\)?\s+(?:means|shall mean|refers to|has the meaning)|\b(?:is|are) defined as\b
  |\(["“](?:the )?[A-Z][\w .&'’-]{1,40}["”]\)\s+(?:means|is defined)
  |^["“]?[A-Z][\w -]{2,40}["”]? (?:means|is defined as|refers to)\b`
const THIRD_PARTY = /^(?:according to|analysts|industry analysts|researchers at|the fda said|a study (?:by|in|published))\b/i

/** What a sentence does in its release: boilerplate, logistics, quotation, definition, third-party view, else fact. */
export const roleOf = (view: SentenceView, forward: ForwardLooking | undefined): SentenceRole => {
  if (view.passage?.kind === 'logistics') return 'logistics'
  if (forward?.class === 'boilerplate' || view.zone === 'safe-harbor' || view.passage?.kind === 'legend') return 'boilerplate'
  if (view.sentence.speaker !== null) return 'quotation'
  if (/mean|defined|refers/.test(view.text) && DEFINITION.test(view.text)) return 'definition'
  if (forward?.subclass === 'third-party' || THIRD_PARTY.test(view.text)) return 'third-party'
  return view.zone === 'about' ? 'boilerplate' : 'fact'
}
