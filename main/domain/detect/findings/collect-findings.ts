import type { Finding } from '#contract/finding'
import type { SentenceView } from '../text/sentence-view'
import type { Zoning } from '../zones'
import { resultsOf } from './draft'
import type { Draft } from './draft'
import { raiseFlags } from './flags'
import { gatherFindings } from './gather'
import type { OutcomeContext } from './outcome-rule'
import { wholePolarity } from './polarity'
import { qualifiersOf } from './qualifiers'
import { scoreParts } from './rank'
import { namesPrimaryEndpoint } from './rules/primary-endpoint'

/** Longest label taken from a sentence, in UTF-16 units. */
const LABEL_LENGTH = 110

const labelOf = (view: SentenceView): string => {
  const text = view.text.replace(/^["“]/, '')
  if (text.length <= LABEL_LENGTH) return text
  return `${text.slice(0, text.lastIndexOf(' ', LABEL_LENGTH))}…`
}

const endpointOf = (draft: Draft): NonNullable<Finding['endpoint']> => {
  const text = resultsOf(draft).map((view) => view.text).join(' ')
  if (namesPrimaryEndpoint(text)) return 'primary'
  return /\bsecondary (?:\w+ )?end ?-?points?\b/i.test(text) ? 'secondary' : 'unspecified'
}

const finish = (draft: Draft, id: string, context: OutcomeContext): Finding | null => {
  const main = resultsOf(draft)[0]
  if (!main) return null
  const parts = scoreParts(draft)
  const told = draft.evidence.filter(({ role }) => role === 'result' || role === 'restatement')
  const qualifiers = told.flatMap(({ view }) => qualifiersOf(view))
  return {
    id,
    type: draft.type,
    explicit: draft.explicit,
    ordinal: draft.ordinal,
    polarity: wholePolarity(told.map(({ polarity }) => polarity)),
    claim: { start: main.sentence.start, end: main.sentence.end },
    evidence: draft.evidence.map(({ view, role, polarity }) => ({ sentence: view.sentence.id, role, polarity })),
    flags: [...draft.flags],
    score: parts.reduce((sum, part) => sum + part.points, 0),
    why: draft.why,
    label: labelOf(main),
    ...(context.clinical ? { endpoint: endpointOf(draft) } : {}),
    qualifiers,
    scoreParts: parts
  }
}

/** Headed findings by their ordinal, then the others by rank and place. */
const byRank = (a: Finding, b: Finding): number =>
  (a.ordinal ?? Infinity) - (b.ordinal ?? Infinity) || b.score - a.score || a.claim.start - b.claim.start

/** Collects, flags and ranks the findings of a document. `views` are its unmasked sentences. */
export const collectFindings = (views: readonly SentenceView[], zoning: Zoning, context: OutcomeContext, prefix: string): Finding[] => {
  const drafts = gatherFindings(views, zoning, context)
  raiseFlags(drafts, views, context)
  return drafts.flatMap((draft, index) => finish(draft, `${prefix}f${index + 1}`, context) ?? []).sort((a, b) =>
    a.ordinal === null && b.ordinal === null ? b.score - a.score || a.claim.start - b.claim.start : byRank(a, b)
  )
}
