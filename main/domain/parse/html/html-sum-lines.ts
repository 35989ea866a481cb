import type { RuleLook } from './html-styles'

/** A line drawn in a table: the row of the source it stands in, at its foot or its head, and the columns `left` to `right` (excluded) it crosses. */
export interface SumLine {
  readonly row: number
  readonly left: number
  readonly right: number
  readonly look: RuleLook
  readonly at: 'foot' | 'head'
}

/** What of a cell tells which lines lie under it. */
interface Under {
  readonly row: number
  readonly left: number
  readonly right: number
}

const DRAWN = /^[-=_\u2013\u2014\s]{2,}$/

/** The look of a line that is drawn by characters, such as dashes; null where the words are none. */
export const drawnLine = (text: string): RuleLook | null =>
  text.length >= 2 && DRAWN.test(text) && /[-=_]{2}/.test(text) ? (text.includes('=') ? 'double' : 'single') : null

/** A table with a line under so many of its rows, in hundredths, is ruled throughout: its lines underline no sums. */
const RULED = 50

/**
 * The line under each cell, in the order of the cells: at the foot of its own row, or where rows without words or the head of the next row
 * draw it. Nothing for a table that is ruled throughout.
 */
export const linesUnder = (cells: readonly Under[], lines: readonly SumLine[]): (RuleLook | null)[] => {
  const none = cells.map(() => null)
  if (lines.length === 0) return none
  const rows = [...new Set(cells.map(({ row }) => row))]
  const under = new Map<number, SumLine[]>()
  for (const line of lines) {
    const last = line.at === 'foot' ? line.row : line.row - 1
    let owner = -1
    for (const row of rows) {
      if (row > last) break
      owner = row
    }
    if (owner >= 0) under.set(owner, [...under.get(owner) ?? [], line])
  }
  if (under.size * 100 > rows.length * RULED && rows.length > 3) return none
  return cells.map(({ row, left, right }) => {
    const over = (under.get(row) ?? []).filter((line) => line.left < right && line.right > left)
    return over.length === 0 ? null : over.some(({ look }) => look === 'double') ? 'double' : 'single'
  })
}
