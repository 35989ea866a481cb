import type { Table } from '#contract/filing'
import { type Grid, isFigureText } from './grid'

/** The average width of a character of the type tables are set in, as a share of its size; figures are a little wider. */
const CHARACTER = 0.55
const FIGURE = 0.62
/** The size of that type and the height of one of its lines, in CSS pixels, and what stands around the words of a cell. */
const SIZE = 13
const LINE = 18.2
const PADDING = 26
const ROW_PADDING = 7
/** No column of words is wider than so many characters: longer cells are set in lines. */
const WIDEST = 46
const NARROWEST = 4

/** The length of the longest line and of the longest word of a cell, in characters. */
const measure = (text: string): { readonly line: number; readonly word: number } => {
  let line = 0
  let word = 0
  let lineFrom = 0
  let wordFrom = 0
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 10
    if (unit !== 10 && unit !== 32) continue
    word = Math.max(word, at - wordFrom)
    wordFrom = at + 1
    if (unit !== 10) continue
    line = Math.max(line, at - lineFrom)
    lineFrom = at + 1
  }
  return { line, word }
}

/** The widths of the columns of a table of which not all rows are drawn, in CSS pixels: its figures whole, its words in lines. */
export const columnWidths = (text: string, table: Table): readonly number[] => {
  const widths = new Array<number>(table.columns).fill(NARROWEST * SIZE * CHARACTER + PADDING)
  for (const cell of table.cells) {
    const words = text.slice(cell.start, cell.end)
    const figure = isFigureText(words)
    const { line, word } = measure(words)
    const needed = figure ? line * SIZE * FIGURE : Math.max(word, Math.min(line, WIDEST)) * SIZE * CHARACTER
    const share = (needed + PADDING) / cell.columnSpan
    if (cell.columnSpan > 1 && !figure) continue
    for (let column = cell.column; column < Math.min(table.columns, cell.column + cell.columnSpan); column += 1)
      widths[column] = Math.max(widths[column] ?? 0, share)
  }
  return widths.map(Math.ceil)
}

/** What the rows of such a table will about measure, in CSS pixels, before they were drawn. */
export const rowHeights = (text: string, { rows }: Grid, widths: readonly number[]): readonly number[] =>
  rows.map((places) => {
    let lines = 1
    for (const { cell } of places) {
      if (!cell || isFigureText(text.slice(cell.start, cell.end))) continue
      const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, one) => sum + one, 0) - PADDING
      const words = text.slice(cell.start, cell.end)
      const needed = words.split('\n').reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(line.length * SIZE * CHARACTER / Math.max(40, width))),
        0
      )
      lines = Math.max(lines, needed)
    }
    return lines * LINE + ROW_PADDING
  })
