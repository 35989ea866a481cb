import { LONGEST_RAW } from '../incoming'

/** One row of a table of text. `row` counts as a spreadsheet does: the heading is row 1, empty lines count. `raw` is the row as it came. */
export interface CsvRow {
  readonly kind: 'row'
  readonly row: number
  readonly cells: readonly string[]
  readonly raw: string
}

/** A row that breaks the rules of RFC 4180, with why, in the reader's words. */
export interface MalformedCsvRow {
  readonly kind: 'malformed'
  readonly row: number
  readonly raw: string
  readonly reason: string
}

/** The most cells of a row that are read. */
export const MOST_CELLS = 200

type Read<T> = { readonly value: T; readonly end: number } | { readonly fault: string; readonly end: number }

const CLOSING = /[,"\r\n]/g

const LINE_END = /\r\n?|\n/g

/** Where a pattern is next found at or behind a place; the end of the text where it is not. */
const next = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.exec(text)?.index ?? text.length
}

const behindLineEnd = (text: string, at: number): number => text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length)

const UNCLOSED = 'A quotation mark in it is opened and never closed.'

const quotedCell = (text: string, start: number): Read<string> => {
  let value = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { fault: UNCLOSED, end: text.length }
    if (quote - start > LONGEST_RAW) return { fault: `A cell of it is longer than ${LONGEST_RAW.toLocaleString('en')} signs.`, end: quote }
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      const end = quote + 1
      if (end === text.length || /[,\r\n]/.test(text[end] ?? '')) return { value, end }
      return { fault: 'Words stand behind the closing quotation mark of a cell.', end }
    }
    value += '"'
    from = quote + 2
  }
}

const plainCell = (text: string, start: number): Read<string> => {
  const end = next(CLOSING, text, start)
  if (text[end] === '"') return { fault: 'A quotation mark stands inside a cell that does not begin with one.', end }
  return { value: text.slice(start, end), end }
}

const readRow = (text: string, start: number): Read<readonly string[]> => {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    if ('fault' in cell) return cell
    const { value, end } = cell
    cells.push(value)
    if (end - start > LONGEST_RAW) return { fault: `It is longer than ${LONGEST_RAW.toLocaleString('en')} signs.`, end }
    if (cells.length > MOST_CELLS) return { fault: `It has more than ${String(MOST_CELLS)} cells.`, end }
    if (text[end] !== ',') return { value: cells, end }
    at = end + 1
  }
}

/**
 * Reads a table of text after RFC 4180, strictly and in linear time, at most `most` rows of it: cells between commas, lines that end with
 * CR LF, LF or CR, a mark before the text, empty lines left out. It never throws. A row that breaks the rules is told as such, with its
 * first line only where it would swallow others, so that a quotation mark too many does not take the rows behind it along.
 */
export const readCsv = (whole: string, most: number): readonly (CsvRow | MalformedCsvRow)[] => {
  const text = whole.startsWith('\ufeff') ? whole.slice(1) : whole
  const rows: (CsvRow | MalformedCsvRow)[] = []
  // Going back to the second line of a broken row reads text again: never more of it than the text is long.
  let spare = text.length
  let row = 0
  for (let start = 0; start < text.length && rows.length < most;) {
    row += 1
    const read = readRow(text, start)
    if (!('fault' in read)) {
      if (read.end > start) rows.push({ kind: 'row', row, cells: read.value, raw: text.slice(start, read.end) })
      start = behindLineEnd(text, read.end)
      continue
    }
    const firstEnd = next(LINE_END, text, start)
    const again = Math.max(0, read.end - firstEnd)
    const end = again <= spare ? firstEnd : next(LINE_END, text, read.end)
    if (again <= spare) spare -= again
    rows.push({ kind: 'malformed', row, raw: text.slice(start, Math.min(end, start + LONGEST_RAW)), reason: read.fault })
    start = behindLineEnd(text, end)
  }
  return rows
}
