import { lowerBound } from '#model/lower-bound'
import type { TextRange } from '#contract/range'

/** Answers which of many ranges touch a place, without walking them all. */
export interface RangeIndex<T extends TextRange> {
  readonly size: number
  /** The ranges that overlap `start` to `end` (end exclusive), in the order of their start. */
  readonly overlapping: (start: number, end: number) => readonly T[]
  /** The ranges that hold the code unit at `offset`, shortest first; of two as long, the later one, which is painted on top. */
  readonly at: (offset: number) => readonly T[]
}

/**
 * Builds the index over ranges ordered by start. `reach[i]` is the furthest end among the first i ranges, so that the walk
 * back from a place stops as soon as nothing before can reach it.
 */
export const createRangeIndex = <T extends TextRange>(ranges: readonly T[]): RangeIndex<T> => {
  const reach = new Float64Array(ranges.length)
  let furthest = -1
  for (const [at, { end }] of ranges.entries()) {
    furthest = Math.max(furthest, end)
    reach[at] = furthest
  }
  /** The first index whose reach goes beyond `offset`. */
  const firstReaching = (offset: number): number => {
    return lowerBound(ranges.length, (one) => (reach[one] ?? 0) <= offset)
  }
  const overlapping = (start: number, end: number): readonly T[] => {
    const found: T[] = []
    for (let at = firstReaching(start); at < ranges.length; at += 1) {
      const range = ranges[at]
      if (!range || range.start >= end) break
      if (range.end > start) found.push(range)
    }
    return found
  }
  const length = ({ start, end }: T): number => end - start
  return {
    size: ranges.length,
    overlapping,
    at: (offset) => [...overlapping(offset, offset + 1)].reverse().sort((a, b) => length(a) - length(b))
  }
}
