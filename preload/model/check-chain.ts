import type { ChainFault, HistoryHead } from '#contract/sealed-log'
import { NO_PREV, sealText } from './sealed-line'
import type { EventText, SealLine, Sha256 } from './sealed-line'

/** Whether a chain is whole, and where it stands; else the number at which it breaks first, and how. */
export type ChainVerdict =
  | { readonly whole: true; readonly head: HistoryHead | null }
  | { readonly whole: false } & ChainBreak

/** A place where a chain breaks. */
export interface ChainBreak {
  readonly n: number
  readonly fault: ChainFault
}

/** Takes the lines of a chain one after the other. */
export interface ChainWalk {
  /**
   * Null while the chain is whole. `text` is what the line seals, or null where that is not told; `next` is the line behind it where there is
   * one, by which a line that changed is told from the one before it.
   */
  readonly take: (line: SealLine, text: string | null, next: SealLine | undefined) => ChainBreak | null
  /** Where the chain stands behind the lines taken so far. */
  readonly head: () => HistoryHead | null
}

/** Begins to check a chain, behind `from` where the lines up to there are known to be whole. */
export const walkChain = (sha256: Sha256, from: HistoryHead | null = null): ChainWalk => {
  let head = from
  return {
    take: (line, text, next) => {
      const n = (head?.n ?? 0) + 1
      const prev = head?.hash ?? NO_PREV
      if (line.n !== n) return { n, fault: 'missing' }
      if (text !== null && sha256(text) !== line.digest) return { n, fault: 'event' }
      if (line.prev !== prev) {
        const isItself = !head || !next || next.prev === sha256(sealText({ ...line, prev }))
        return { n: isItself ? n : n - 1, fault: 'link' }
      }
      head = { n, hash: sha256(sealText(line)) }
      return null
    },
    head: () => head
  }
}

/**
 * Checks a chain from its first line: that its numbers go on without a gap, that each line stands on the one before, and that every event given is
 * what its line seals. Events may be a part of them, in any order; one of a number that the chain does not have, or told of twice, is `unknown`.
 */
export const checkChain = (lines: Iterable<SealLine>, events: Iterable<EventText>, sha256: Sha256): ChainVerdict => {
  const texts = new Map<number, string>()
  let unknown: number | null = null
  for (const { n, text } of events) {
    if (texts.has(n)) unknown = Math.min(unknown ?? n, n)
    texts.set(n, text)
  }
  const walk = walkChain(sha256)
  const all = [...lines]
  for (const [at, line] of all.entries()) {
    const broken = walk.take(line, texts.get(line.n) ?? null, all[at + 1])
    if (broken) return { whole: false, ...broken }
    texts.delete(line.n)
  }
  for (const n of texts.keys()) unknown = Math.min(unknown ?? n, n)
  return unknown === null ? { whole: true, head: walk.head() } : { whole: false, n: unknown, fault: 'unknown' }
}

/**
 * Whether a chain that is whole holds a head that was remembered: `held`; `beyond` where it ends before; `other` where another line stands there,
 * so that the history was sealed anew from that place or from before it.
 */
export const holdsHead = (lines: Iterable<SealLine>, { n, hash }: HistoryHead, sha256: Sha256): 'held' | 'beyond' | 'other' => {
  for (const line of lines) if (line.n === n) return sha256(sealText(line)) === hash ? 'held' : 'other'
  return 'beyond'
}
