/** What a table of text can hold in a cell. */
export type CsvCell = string | number | boolean | null

/** A cell that a spreadsheet would take for a formula begins with one of these; a leading apostrophe makes it text (OWASP, CSV injection). */
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠]/u

const cellOf = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = FORMULA.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as CSV after RFC 4180, for the clipboard. No cell of text can run as a formula. */
export const csvRows = (rows: readonly (readonly CsvCell[])[]): string => rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')

/** The same as a file: with a byte order mark, so that spreadsheets read it as UTF-8. */
export const toCsv = (rows: readonly (readonly CsvCell[])[]): string => `\ufeff${csvRows(rows)}`
