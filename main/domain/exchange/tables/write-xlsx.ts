import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal'
import { looksLikeFormula } from '#model/csv'
import { packedParts, zipFiles } from '../package/zip-files'
import type { WorkWriter } from '../written-file'
import type { WorkCell, WorkTable } from './work-table'
import { workTables } from './work-tables'

/** The most UTF-16 code units that a cell of Excel holds. */
const MOST_IN_CELL = 32_767

/** Cells of this format are those that could run as a formula once they are saved as CSV; nothing else has it. */
const GUARDED = '@'

const cutText = (text: string): string => {
  if (text.length <= MOST_IN_CELL) return text
  const room = MOST_IN_CELL - 40
  const unit = text.charCodeAt(room - 1)
  const end = unit >= 0xd800 && unit <= 0xdbff ? room - 1 : room
  return `${text.slice(0, end)}… (${String(text.length - end)} more in the JSON)`
}

/** Excel would decode `_x0041_` in a text; the underscore is written as it escapes one itself. */
const escapeText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const cellOf = (cell: WorkCell): Cell => {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, type: Number, alignVertical: 'top' } : null
  if (typeof cell === 'object') {
    const value = new Date(`${cell.day}T00:00:00Z`)
    return Number.isNaN(value.getTime())
      ? { value: cell.day, type: String }
      : { value, type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' }
  }
  const text = escapeText(cutText(cell))
  return { value: text, type: String, wrap: true, alignVertical: 'top', ...(looksLikeFormula(cell) ? { format: GUARDED } : {}) }
}

const sheetOf = ({ name, columns, rows }: WorkTable): Sheet<never> => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: columns.map(({ width }) => ({ width })),
  data: [
    columns.map(({ title }): Cell => ({ value: title, type: String, fontWeight: 'bold', backgroundColor: '#EEEEEE',
      alignVertical: 'top' })
    ),
    ...rows.map((row) => row.map(cellOf))
  ]
})

/** Gives every style of a guarded cell the prefix by which Excel keeps its value a text, and writes it with an apostrophe. */
const quoteGuarded = (styles: string): string => {
  const id = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles)?.[1]
  return id === undefined ? styles : styles.replaceAll(`<xf numFmtId="${id}"`, `<xf quotePrefix="1" numFmtId="${id}"`)
}

const mended = (path: string, content: string): string => {
  if (path === 'xl/styles.xml') return quoteGuarded(content)
  return path === 'xl/sharedStrings.xml' ? content.replaceAll('<t>', '<t xml:space="preserve">') : content
}

/**
 * The work as a spreadsheet: values are numbers and days are dates, everything else is text that never runs. Nothing in it leads outside.
 * The same work makes the same bytes.
 */
export const writeXlsx: WorkWriter = async (work, _options, onWritten) => {
  const tables = workTables(work)
  onWritten(0, tables.length)
  const blob = await writeXlsxFile(tables.map(sheetOf), { fontFamily: 'Calibri', fontSize: 10 }).toBlob()
  const parts = Object.entries(packedParts(new Uint8Array(await blob.arrayBuffer())))
  const content = zipFiles(parts.map(([path, content]) => ({ path, content: mended(path, content) })))
  return [{ path: 'work.xlsx', content }]
}
