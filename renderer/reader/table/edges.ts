/** How wide the cover at an edge may be, as a share of the room; a wider column is cut there, with a fade over the cut. */
const MOST_COVER = 0.4

/** The width of the fade over a cut, in CSS pixels. */
const FADE = 44

/** What hides the edge of a table that goes on there: its width in CSS pixels, and whether it only fades a column that is too wide to be hidden. */
export interface Cover {
  readonly width: number
  readonly fades: boolean
}

const coverOf = (width: number, room: number): Cover => width <= room * MOST_COVER ? { width, fades: false } : { width: FADE, fades: true }

/**
 * The cover at the right edge of a table that goes on there: it reaches to the beginning of the column that the edge cuts, so that no number is
 * seen in part. `columns` are the places where columns begin, ascending, in CSS pixels from the left of the table; `room` is the width in sight.
 */
export const coverRight = (columns: readonly number[], edge: number, room: number): Cover =>
  coverOf(edge - (columns.findLast((at) => at <= edge) ?? 0), room)

/** The cover at the left edge, from `edge` to the beginning of the next column. */
export const coverLeft = (columns: readonly number[], edge: number, room: number): Cover =>
  coverOf((columns.find((at) => at >= edge - 1) ?? edge) - edge, room)
