import { lowerBound } from './lower-bound'
import type { Block } from '#contract/filing'
import type { TextRange } from '#contract/range'

/** Answers which blocks a source offset or range falls into, in steps that grow with the logarithm of their number. */
export interface BlockIndex {
  readonly blocks: readonly Block[]
  /** The index of the block that holds `offset`, else of the first that begins behind it; the last one behind all; -1 where there are none. */
  readonly at: (offset: number) => number
  /** The indices of the blocks that a range touches, in order. */
  readonly touching: (range: TextRange) => readonly number[]
  /** The index of the block with that id, or -1. */
  readonly of: (id: string) => number
}

const startOf = (block: Block): number => block.ranges[0]?.start ?? 0

/** How far back a block may begin whose later pieces stand behind page furniture; a page break, a header and a footer are three. */
const INTERLEAVED = 12

const holds = (block: Block | undefined, offset: number): boolean =>
  block?.ranges.some((range) => offset >= range.start && offset < range.end) ?? false

const touches = (block: Block, range: TextRange): boolean =>
  block.ranges.some((piece) => piece.start < range.end && piece.end > range.start)

/** Builds the index of a document's blocks, which stand in the order of their first range. */
export const createBlockIndex = (blocks: readonly Block[]): BlockIndex => {
  const ids = new Map(blocks.map((block, index) => [block.id, index]))
  /** The first block that begins behind `offset`. */
  const behind = (offset: number): number => {
    return lowerBound(blocks.length, (one) => {
      const block = blocks[one]
      return block !== undefined && startOf(block) <= offset
    })
  }
  const at = (offset: number): number => {
    const next = behind(offset)
    for (let back = next - 1; back >= Math.max(0, next - INTERLEAVED); back -= 1) if (holds(blocks[back], offset)) return back
    return Math.min(next, blocks.length - 1)
  }
  const touching = (range: TextRange): readonly number[] => {
    const found: number[] = []
    for (let index = Math.max(0, behind(range.start) - INTERLEAVED); index < blocks.length; index += 1) {
      const block = blocks[index]
      if (!block || startOf(block) >= range.end) break
      if (touches(block, range)) found.push(index)
    }
    return found
  }
  return { blocks, at, touching, of: (id) => ids.get(id) ?? -1 }
}

const built = new WeakMap<readonly Block[], BlockIndex>()

/** The index of a document's blocks; built once for each list. */
export const blockIndexOf = (blocks: readonly Block[]): BlockIndex => {
  const kept = built.get(blocks)
  if (kept) return kept
  const index = createBlockIndex(blocks)
  built.set(blocks, index)
  return index
}
