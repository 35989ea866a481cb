import type { TextRange } from '#contract/range'

/** Length of what two ranges share, in UTF-16 units. */
export const sharedLength = (left: TextRange, right: TextRange): number =>
  Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))

/** Whether half of the shorter of two ranges is covered by the other. */
export const coversHalf = (left: TextRange, right: TextRange): boolean => {
  const shorter = Math.min(left.end - left.start, right.end - right.start)
  return shorter > 0 && sharedLength(left, right) * 2 >= shorter
}

/** Share of the longer of two ranges that both cover, 0 to 1. */
export const overlapOf = (left: TextRange, right: TextRange): number => {
  const longer = Math.max(left.end - left.start, right.end - right.start)
  return longer === 0 ? 0 : sharedLength(left, right) / longer
}

/** For each gold range the indices of the predicted ranges that match it. Both lists may be in any order. */
export const matchRanges = (gold: readonly TextRange[], predicted: readonly TextRange[]): readonly (readonly number[])[] => {
  const order = predicted.map((range, index) => ({ range, index })).sort((a, b) => a.range.start - b.range.start)
  return gold.map((range) =>
    order.filter((other) => other.range.start < range.end && other.range.end > range.start && coversHalf(range, other.range)).map((other) =>
      other.index
    )
  )
}
