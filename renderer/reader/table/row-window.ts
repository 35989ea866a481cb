/** A group of rows that are drawn together, by index, `to` excluded. */
export interface RowGroup {
  readonly from: number
  readonly to: number
}

/** Cuts `count` rows into groups of `size`. */
export const groupsOf = (count: number, size: number): readonly RowGroup[] => {
  const groups: RowGroup[] = []
  for (let from = 0; from < count; from += size) groups.push({ from, to: Math.min(count, from + size) })
  return groups
}

/** The groups that are drawn, by index, `to` included. */
export interface DrawnGroups {
  readonly from: number
  readonly to: number
}

/** How far beyond the edges of the page groups are drawn, and how near the edge the last of them may come, in CSS pixels. */
const BEYOND = 700
const NEAR = 250

/**
 * The groups to draw where `top` to `bottom` of the rows are in sight (CSS pixels from the first row), the heights of the groups being
 * known or guessed. Those drawn before stay as long as they reach far enough, so that the page changes seldom.
 */
export const drawnGroups = (heights: readonly number[], top: number, bottom: number, held: DrawnGroups | null): DrawnGroups => {
  const reach = (from: number, to: number): DrawnGroups => {
    let y = 0
    let first = -1
    let last = 0
    heights.forEach((height, at) => {
      if (y + height >= from && y <= to) {
        if (first < 0) first = at
        last = at
      }
      y += height
    })
    if (first >= 0) return { from: first, to: last }
    const end = to < 0 ? 0 : heights.length - 1
    return { from: end, to: end }
  }
  const needed = reach(top - NEAR, bottom + NEAR)
  if (held && held.from <= needed.from && held.to >= needed.to && held.to < heights.length) return held
  return reach(top - BEYOND, bottom + BEYOND)
}

/** The sum of some of the heights, `to` excluded. */
export const heightOf = (heights: readonly number[], from: number, to: number): number => {
  let sum = 0
  for (let at = from; at < to; at += 1) sum += heights[at] ?? 0
  return sum
}
