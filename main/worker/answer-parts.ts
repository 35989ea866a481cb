import type { FilingDocument } from '#contract/filing'
import type { AnalysisAnswer, AnswerPart } from './protocol'

/** How many members of a list one message carries: taking them in holds a thread for a few milliseconds. */
const MEMBERS = 150

/** An answer whose document has its long lists emptied, and those lists in parts. */
export interface DividedAnswer {
  readonly rest: AnalysisAnswer
  readonly parts: readonly AnswerPart[]
}

/** Divides an answer into messages that can be taken in one at a time. */
export const divideAnswer = (answer: AnalysisAnswer): DividedAnswer => {
  if (!answer.document) return { rest: answer, parts: [] }
  const parts: AnswerPart[] = []
  const emptied: Record<string, unknown> = {}
  for (const [list, value] of Object.entries(answer.document)) {
    if (!Array.isArray(value) || value.length <= MEMBERS) continue
    emptied[list] = []
    for (let at = 0; at < value.length; at += MEMBERS) parts.push({ list, members: value.slice(at, at + MEMBERS) })
  }
  return { rest: { ...answer, document: { ...answer.document, ...emptied } }, parts }
}

/** Puts a divided answer together again. */
export const joinAnswer = (rest: AnalysisAnswer, parts: readonly AnswerPart[]): AnalysisAnswer => {
  if (!rest.document || parts.length === 0) return rest
  const lists = new Map<string, unknown[]>()
  for (const { list, members } of parts) {
    const known = lists.get(list)
    if (known) known.push(...members)
    else lists.set(list, [...members])
  }
  const document: FilingDocument = { ...rest.document, ...Object.fromEntries(lists) }
  return { ...rest, document }
}
