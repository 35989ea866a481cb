/** A rectangle of a page, in points from its lower left corner. */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Boxes that lie this near each other in a line, in points, are one: a space at the end of a piece is left out of its box. */
const GAP = 3

const shared = (a: Box, b: Box): number => Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom)

/** Whether two boxes stand in one line: a raised figure shares at least this half of its own height with the words beside it. */
const isOneLine = (a: Box, b: Box): boolean => shared(a, b) >= Math.min(a.top - a.bottom, b.top - b.bottom) / 2

const hull = (a: Box, b: Box): Box => ({ left: Math.min(a.left, b.left), bottom: Math.min(a.bottom, b.bottom),
  right: Math.max(a.right, b.right), top: Math.max(a.top, b.top) })

const touches = (a: Box, b: Box): boolean => isOneLine(a, b) && b.left <= a.right + GAP && a.left <= b.right + GAP

/**
 * The pieces of a mark as one box for each line, in their order: neighbours of a line are joined, cells beside each other are not.
 * Pieces without breadth or height are left out.
 */
export const lineBoxes = (pieces: readonly Box[]): readonly Box[] => {
  const lines: Box[] = []
  for (const piece of pieces) {
    if (piece.right - piece.left < 0.01 || piece.top - piece.bottom < 0.01) continue
    const last = lines.at(-1)
    if (last && touches(last, piece)) lines[lines.length - 1] = hull(last, piece)
    else lines.push(piece)
  }
  return lines
}

/** The box that holds all of them; null where there are none. */
export const boxAround = (boxes: readonly Box[]): Box | null => boxes.length === 0 ? null : boxes.reduce(hull)
