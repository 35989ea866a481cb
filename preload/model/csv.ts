/** What a table of text can hold in a cell. */
export type CsvCell = string | number | boolean | null

/** A cell that a spreadsheet would take for a formula begins with one of these; a leading apostrophe makes it text (OWASP, CSV injection). */
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠]/u

/** Whether a spreadsheet could take a text for a formula. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text) || /^[\t\r\n]/.test(text)

/** Whether a text is written with an apostrophe before it: it could be a formula, or would be taken for one that has its apostrophe already. */
const isGuarded = (text: string): boolean => looksLikeFormula(text.replace(/^'+/, ''))

/** A text of our own CSV as it was before it was written: an apostrophe is removed only where a formula would stand behind it. */
export const withoutGuard = (cell: string): string => cell.startsWith("'") && isGuarded(cell) ? cell.slice(1) : cell

const cellOf = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = isGuarded(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as CSV after RFC 4180, for the clipboard. No cell of text can run as a formula. */
export const csvRows = (rows: readonly (readonly CsvCell[])[]): string => rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')

/** The same as a file: with a byte order mark, so that spreadsheets read it as UTF-8. */
export const toCsv = (rows: readonly (readonly CsvCell[])[]): string => `\ufeff${csvRows(rows)}`
