/** The rows of a list that are drawn, by index, `to` included. */
export interface HeldRows {
  readonly from: number
  readonly to: number
}

/** How many rows are drawn beyond the edge that the page moves to, so that a fast wheel does not outrun them, and beyond the other. */
const AHEAD = 13
const BEHIND = 4

/** How near the last drawn row may come to the edge of the page before others are drawn. */
const NEAR = 2

/**
 * The rows to draw while rows `first` to `last` of `count` are seen: those drawn before as long as they reach beyond both edges, else others,
 * further where the page moves to. With every change of the page the engine goes through all its highlights and paints their words
 * anew, so it is changed seldom and for many rows at a time.
 */
export const holdRows = (held: HeldRows | null, first: number, last: number, count: number): HeldRows => {
  const end = count - 1
  const known = held !== null && held.to <= end && held.from <= first && held.to >= last
  const up = known && held.from > Math.max(0, first - NEAR)
  const down = known && held.to < Math.min(end, last + NEAR)
  // A window that became much smaller holds no more than it needs.
  const wide = known && held.to - held.from > last - first + 2 * (AHEAD + BEHIND)
  if (known && !up && !down && !wide) return held
  const [above, below] = up ? [AHEAD, BEHIND] : down ? [BEHIND, AHEAD] : [AHEAD - BEHIND, AHEAD - BEHIND]
  return { from: Math.max(0, first - above), to: Math.min(end, last + below) }
}
