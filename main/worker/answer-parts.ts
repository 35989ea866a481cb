import type { DeliveredDocument, FilingDocument, Members } from '#contract/filing'
import type { AnalysisAnswer, AnswerPart } from './protocol'

/** How many members of a list one message carries: making or taking one in holds a thread for a few milliseconds. */
const MEMBERS = 100

/** An answer whose document has its long lists emptied, and those lists in parts, each of which is made when it is asked for. */
export interface DividedAnswer {
  readonly rest: AnalysisAnswer
  readonly parts: readonly (() => AnswerPart)[]
}

const pack = (list: string, members: readonly unknown[]): AnswerPart => ({ list, count: members.length,
  bytes: new TextEncoder().encode(JSON.stringify(members)) })

/** Divides an answer into messages that can be taken in one at a time. */
export const divideAnswer = (answer: AnalysisAnswer): DividedAnswer => {
  if (!answer.document) return { rest: answer, parts: [] }
  const parts: (() => AnswerPart)[] = []
  const emptied: Record<string, unknown> = {}
  for (const [list, value] of Object.entries(answer.document)) {
    if (!Array.isArray(value) || value.length <= MEMBERS) continue
    emptied[list] = []
    for (let at = 0; at < value.length; at += MEMBERS) parts.push(() => pack(list, value.slice(at, at + MEMBERS)))
  }
  return { rest: { ...answer, document: { ...answer.document, ...emptied } }, parts }
}

/** A list as it came over: its members stay packed, outside the heap, and are made anew each time they are gone through. */
class PackedMembers<T> implements Members<T> {
  readonly #parts: readonly AnswerPart[]
  readonly length: number

  constructor(parts: readonly AnswerPart[]) {
    this.#parts = parts
    this.length = parts.reduce((sum, { count }) => sum + count, 0)
  }

  *[Symbol.iterator](): Generator<T, void> {
    for (const part of this.#parts) yield* this.#unpack(part)
  }

  slice(from: number, to = this.length): readonly T[] {
    const some: T[] = []
    let begin = 0
    for (const part of this.#parts) {
      const end = begin + part.count
      if (end > from && begin < to) { for (const one of this.#unpack(part).slice(Math.max(0, from - begin), to - begin)) some.push(one) }
      begin = end
    }
    return some
  }

  *pieces(): Generator<string, void> {
    for (const { bytes } of this.#parts) yield new TextDecoder().decode(bytes)
  }

  #unpack({ bytes }: AnswerPart): readonly T[] {
    const members: readonly T[] = JSON.parse(new TextDecoder().decode(bytes))
    return members
  }
}

/** Puts a divided answer together again. */
export const joinAnswer = (rest: AnalysisAnswer, parts: readonly AnswerPart[]): AnalysisAnswer => {
  if (!rest.document || parts.length === 0) return rest
  const lists = new Map<string, AnswerPart[]>()
  for (const part of parts) {
    const known = lists.get(part.list)
    if (known) known.push(part)
    else lists.set(part.list, [part])
  }
  const packed = Object.fromEntries([...lists].map(([list, those]) => [list, new PackedMembers(those)]))
  return { ...rest, document: { ...rest.document, ...packed } }
}

/** All of a document at once, for work that looks at every part of it. */
export const wholeDocument = (document: DeliveredDocument): FilingDocument => ({
  ...document,
  hidden: [...document.hidden],
  blocks: [...document.blocks],
  sections: [...document.sections],
  sentences: [...document.sentences],
  facts: [...document.facts],
  findings: [...document.findings],
  forwardLooking: [...document.forwardLooking],
  figures: [...document.figures]
})
