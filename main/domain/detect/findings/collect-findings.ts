import type { Block } from '#contract/filing'
import type { Finding } from '#contract/finding'
import type { TextRange } from '#contract/range'
import type { SentenceView } from '../text/sentence-view'
import type { Zoning } from '../zones'
import { resultsOf } from './draft'
import type { Draft } from './draft'
import { raiseFlags } from './flags'
import { gatherFindings } from './gather'
import { headlineTellings } from './headline-tellings'
import type { OutcomeContext } from './outcome-rule'
import { wholePolarity } from './polarity'
import { qualifiersOf } from './qualifiers'
import { scoreParts } from './rank'
import { namesPrimaryEndpoint } from './verdict/endpoint-verdict'
import { pattern } from '#model/pattern'

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

/** Longest heading that names a subject, in UTF-16 units. */
const SUBJECT_LENGTH = 120

/** Headings that name nobody's subject: whom to call, what kind of paper it is, the head of a page. */
const NO_SUBJECT = pattern('i')`
  ^\W*(?:(?:(?:investor|media|company|press|for further|for more|for additional)\s*)?(?:information )?(?:contacts?|relations
  |information)\b|for (?:immediate )?release|(?:press|news|earnings) release|exhibit\b|source\b|forward-looking|safe harbor
  |about\b|\[?logo)|\bpage \d+$`

/** The heading that each block stands under. */
const subjectsOf = (blocks: readonly Block[]): ReadonlyMap<string, string> => {
  const subjects = new Map<string, string>()
  let heading = ''
  for (const { id, kind, text } of blocks) {
    if (kind === 'heading' && text.length <= SUBJECT_LENGTH && /\p{L}{2}/u.test(text))
      heading = NO_SUBJECT.test(text)
        ? ''
        : text.replace(/[\s:]+$/, '')
    else if (heading !== '') subjects.set(id, heading)
  }
  return subjects
}

const finish = (draft: Draft, id: string, context: OutcomeContext, subjects: ReadonlyMap<string, string>, headlines: readonly TextRange[]):
  | Finding
  | null => {
  const main = resultsOf(draft)[0]
  if (!main) return null
  const parts = scoreParts(draft)
  const told = draft.evidence.filter(({ role }) => role === 'result' || role === 'restatement')
  const subject = subjects.get(main.block.id)
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
    ...(subject === undefined ? {} : { subject }),
    ...(headlines.length === 0 ? {} : { headlines }),
    ...(context.clinical ? { endpoint: endpointOf(draft) } : {}),
    qualifiers,
    scoreParts: parts
  }
}

/** Headed findings by their ordinal, then the others by rank and place. */
const byRank = (a: Finding, b: Finding): number =>
  (a.ordinal ?? Infinity) - (b.ordinal ?? Infinity) || b.score - a.score || a.claim.start - b.claim.start

/** Collects, flags and ranks the findings of a document. `views` are its unmasked sentences, `blocks` all it is made of. */
export const collectFindings = (views: readonly SentenceView[], zoning: Zoning, context: OutcomeContext, prefix: string,
  blocks: readonly Block[]): Finding[] => {
  const subjects = subjectsOf(blocks)
  const drafts = gatherFindings(views, zoning, context)
  raiseFlags(drafts, views, context)
  const headlines = headlineTellings(drafts, blocks, context)
  return drafts.flatMap((draft, index) => finish(draft, `${prefix}f${index + 1}`, context, subjects, headlines.get(draft) ?? []) ?? [])
    .sort((a, b) => a.ordinal === null && b.ordinal === null ? b.score - a.score || a.claim.start - b.claim.start : byRank(a, b))
}
