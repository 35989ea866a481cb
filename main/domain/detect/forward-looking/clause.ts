import type { SentenceView } from '../text/sentence-view'
import type { Cue } from './cues'

const SUBJECT_START: ReadonlySet<string> = new Set(['the', 'we', 'it', 'they', 'our', 'its', 'this', 'these', 'he', 'she', 'i', 'there',
  'management', 'such', 'all', 'no'])
const JOINTS: ReadonlySet<string> = new Set(['and', 'but', 'while', 'although', 'though', 'whereas', 'or', 'yet', 'so'])
const RELATIVES: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'where'])
const COMPLEMENTS: ReadonlySet<string> = new Set(['what', 'whether', 'how'])

/** A stretch of tokens, end-exclusive. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/** Whether a clause of its own may start at a token. */
const startsClause = (words: readonly string[], at: number): boolean => {
  const word = words[at] ?? ''
  const before = words[at - 1] ?? ''
  if (before === ';' || before === '--' || before === '-') return true
  if (COMPLEMENTS.has(word)) return true
  if (before !== ',') return false
  if (RELATIVES.has(word)) return true
  return JOINTS.has(word) && SUBJECT_START.has(words[at + 1] ?? '')
}

/**
 * The clause that holds the cues: from the nearest boundary before the first to the nearest after the last. Boundaries
 * are semicolons, dashes, ", and" with a new subject, and relative or what/whether/how clauses.
 */
export const clauseOf = (view: SentenceView, cues: readonly Cue[]): TokenRange => {
  const { words } = view.tokens
  const first = Math.min(...cues.map((cue) => cue.from))
  const last = Math.max(...cues.map((cue) => cue.to))
  let from = 0
  for (let at = first; at > 0; at -= 1) {
    if (startsClause(words, at)) {
      from = at
      break
    }
  }
  let to = words.length
  for (let at = last + 1; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (startsClause(words, at) && !COMPLEMENTS.has(word)) {
      to = at
      break
    }
  }
  const head = words[from] ?? ''
  if (JOINTS.has(head) && from > 0) from += 1
  while (to > from && /^[,;.\-"']+$/.test(words[to - 1] ?? '')) to -= 1
  return { from, to }
}
