import type { IncomingItem, MalformedItem, RefusedWork } from '../incoming'
import { MOST_ITEMS } from '../read-json'
import { readCsv } from './read-csv'

/** One row of a table that came: its cells by the names of the heading, trimmed; '' where there is no such column. */
export interface TableRow {
  readonly place: string
  readonly raw: string
  /** The cell under the first of these headings that the table has. */
  readonly cell: (...headings: readonly string[]) => string
}

const levelled = (heading: string): string => heading.trim().toLowerCase()

/** The headings of a text seen as a table, in lower case; empty where its first row breaks the rules of RFC 4180. */
export const headingsOf = (text: string): readonly string[] => {
  const [first] = readCsv(text, 1)
  return first?.kind === 'row' ? first.cells.map(levelled) : []
}

/**
 * Reads each row below the heading of a table. A row that breaks the rules, or has not as many cells as the heading, is malformed, with
 * its number as a spreadsheet counts it.
 */
export const readTable = (text: string, read: (row: TableRow) => IncomingItem | MalformedItem):
  | readonly (IncomingItem | MalformedItem)[]
  | RefusedWork => {
  const [heading, ...rows] = readCsv(text, MOST_ITEMS + 2)
  if (rows.length > MOST_ITEMS)
    return { refused: `The file holds more than ${MOST_ITEMS.toLocaleString('en')} rows.`, remedy: 'Export fewer filings at a time.' }
  const columns = new Map<string, number>()
  const headings = heading?.kind === 'row' ? heading.cells : []
  for (const [at, name] of headings.entries()) if (!columns.has(levelled(name))) columns.set(levelled(name), at)
  return rows.map((row) => {
    const place = `row ${String(row.row)}`
    const { raw } = row
    if (row.kind === 'malformed') return { kind: 'malformed', place, raw, reason: row.reason }
    if (row.cells.length !== headings.length)
      return { kind: 'malformed', place, raw,
        reason: `It has ${String(row.cells.length)} cells where the heading has ${String(headings.length)}.` }
    const cell = (...names: readonly string[]): string => {
      const at = names.map((name) => columns.get(name)).find((one) => one !== undefined)
      return at === undefined ? '' : (row.cells[at] ?? '').trim()
    }
    return read({ place, raw, cell })
  })
}

const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)?)?$/

/**
 * A time of a cell, as ISO 8601 in UTC; null where it is written another way. One that names no zone is taken for UTC, because nothing
 * says where it was written: the same file is then the same everywhere.
 */
export const timeOfCell = (cell: string): string | null => {
  const [, day, time = '00:00', zone = 'Z'] = TIME.exec(cell) ?? []
  if (day === undefined) return null
  const at = Date.parse(`${day}T${time}${/^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** The names of a cell that lists them between commas. */
export const namesOfCell = (cell: string): readonly string[] => cell.split(',').map((name) => name.trim()).filter((name) => name !== '')
