import type { TextRange } from '#contract/range'
import type { Surface } from '../../state/document/surface'

/** A long line is drawn in pieces of this many code units, so that a filing in one line of 4 MB scrolls like any other. */
const LONGEST = 480

/** One row of the source view: a line, or a piece of a long one. `line` counts from 1; it is null on the second and later pieces. */
export interface SourceRow {
  readonly start: number
  readonly end: number
  readonly line: number | null
}

/** The end of a piece that begins at `start`: behind a blank or a tag where one is near, so that words stay whole; never inside a surrogate pair. */
const pieceEnd = (text: string, start: number, end: number): number => {
  const limit = start + LONGEST
  if (limit >= end) return end
  for (let at = limit; at > limit - 80; at -= 1) {
    const unit = text.charAt(at - 1)
    if (unit === ' ' || unit === '>') return at
  }
  const unit = text.charCodeAt(limit - 1)
  return unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit
}

/** Cuts source into rows. Offsets are of `text`; line ends (`\n`, `\r\n`, `\r`) belong to no row. */
export const sourceRows = (text: string): readonly SourceRow[] => {
  const rows: SourceRow[] = []
  let start = 0
  let line = 1
  for (let at = 0; at <= text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (at < text.length && unit !== 10 && unit !== 13) continue
    let from = start
    do {
      const to = pieceEnd(text, from, at)
      rows.push({ start: from, end: to, line: from === start ? line : null })
      from = to
    } while (from < at)
    if (unit === 13 && text.charCodeAt(at + 1) === 10) at += 1
    start = at + 1
    line += 1
  }
  return rows
}

/** The index of the row that holds `offset` of the text, else of the last one before it. */
export const rowAt = (rows: readonly SourceRow[], offset: number): number => {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** A row as a surface to paint on: one to one with its source, which begins at `base` in the file. */
export const surfaceOfRow = (text: string, row: SourceRow, base: number): Surface => {
  const length = row.end - row.start
  return { id: `s${String(row.start)}`, text: text.slice(row.start, row.end), map: [0, length, base + row.start, length] }
}

/** The most source shown at once, in code units; beyond it the view holds a window around the place that was asked for. */
export const MOST_SOURCE = 8_000_000

/** The part of a document's source to show around `offset`: all of it, or a window of the greatest size. */
export const windowAround = (range: TextRange, offset: number): TextRange => {
  if (range.end - range.start <= MOST_SOURCE) return range
  const start = Math.max(range.start, Math.min(offset - MOST_SOURCE / 2, range.end - MOST_SOURCE))
  return { start, end: start + MOST_SOURCE }
}
