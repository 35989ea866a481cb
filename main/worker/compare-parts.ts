import type { Comparison } from '#contract/comparison'
import type { AnswerPart } from './protocol'

/** How many members of a list one message carries: taking them in holds a thread for a few milliseconds. */
const MEMBERS = 400

const LISTS = ['rows', 'items', 'factors', 'figures'] as const

/** A comparison with its lists emptied, and those lists in parts, to be taken in one at a time. */
export const divideComparison = (comparison: Comparison): { rest: Comparison; parts: readonly AnswerPart[] } => {
  const parts: AnswerPart[] = []
  for (const list of LISTS) {
    for (let at = 0; at < comparison[list].length; at += MEMBERS) parts.push({ list, members: comparison[list].slice(at, at + MEMBERS) })
  }
  return { rest: { ...comparison, rows: [], items: [], factors: [], figures: [] }, parts }
}

/** Puts a divided comparison together again. */
export const joinComparison = (rest: Comparison, parts: readonly AnswerPart[]): Comparison => {
  const lists: Record<string, unknown[]> = { rows: [], items: [], factors: [], figures: [] }
  for (const { list, members } of parts) lists[list]?.push(...members)
  return { ...rest, ...lists }
}
