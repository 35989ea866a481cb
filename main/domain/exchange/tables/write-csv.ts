import { toCsv, type CsvCell } from '#model/csv'
import type { WorkWriter } from '../written-file'
import type { WorkCell, WorkTable } from './work-table'
import { workTables } from './work-tables'

const csvCell = (cell: WorkCell): CsvCell => typeof cell === 'object' && cell !== null ? cell.day : cell

const fileOf = ({ name, columns, rows }: WorkTable): { path: string; content: string } => ({
  path: `${name.toLowerCase().replaceAll(' ', '-')}.csv`,
  content: toCsv([columns.map(({ title }) => title), ...rows.map((row) => row.map(csvCell))])
})

/** The work as CSV files, one for each table, marks and notes first: UTF-8 with a mark, CRLF between rows, no cell that runs as a formula. */
export const writeCsv: WorkWriter = (work, _options, onWritten) => {
  const tables = workTables(work).toReversed()
  return tables.map((table, at) => {
    onWritten(at, tables.length)
    return fileOf(table)
  })
}
