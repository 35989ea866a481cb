import type { FilingDetails } from '#contract/filing-details'
import type { FilingId } from '#contract/ids'
import type { DayOrigins } from '#contract/library'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { one, run } from './sql'

/** The query of describing filings anew; its plan is held by a test. */
export const DESCRIBE_QUERIES = {
  next: `SELECT id FROM filing WHERE ready = 1 AND described_by < $version AND NOT EXISTS (
    SELECT 1 FROM document WHERE document.filing_id = filing.id AND parsed = 0 AND format IN ('html', 'text') AND refused_by < $parser)
    ORDER BY imported_at DESC LIMIT 1`
}

/** The fields that can be written by hand, each with its column. */
const COLUMNS = {
  title: 'title',
  company: 'company',
  form: 'form',
  exhibit: 'exhibit',
  cik: 'cik',
  accession: 'accession',
  filedAt: 'filed_at',
  period: 'period'
} as const satisfies Record<keyof FilingDetails, string>

/** The names of the fields that can be written by hand. */
export const DETAIL_NAMES = Object.keys(COLUMNS) as readonly (keyof FilingDetails)[]

type Header = Partial<Record<keyof FilingDetails, string | null>>

interface Row {
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly cik: string | null
  readonly accession: string | null
  readonly filedAt: string | null
  readonly period: string | null
  readonly described: string | null
}

const readRow = (db: ReadableDb, id: FilingId): Row | undefined =>
  one<Row>(db, 'SELECT title, company, form, exhibit, cik, accession, filed_at AS filedAt, period, described FROM filing WHERE id = $id', {
    id
  })

/** What the analyst wrote by hand of a filing, only the fields that were; undefined where there is no such filing. */
export const getOwnDetails = (db: ReadableDb, id: FilingId): Partial<FilingDetails> | undefined => {
  const row = readRow(db, id)
  if (!row) return undefined
  const header = row.described === null ? {} : fromJson<Header>(row.described)
  return Object.fromEntries(DETAIL_NAMES.filter((name) => name in header).map((name) => [name, row[name]]))
}

/**
 * Takes in what the header, or the filing itself, says anew. Fields that the analyst wrote keep the analyst's words; what was said of them
 * is kept beside. Whether a list shows anything new.
 */
export const setHeaderDetails = (db: WritableDb, id: FilingId, said: FilingDetails & { readonly title: string }, origins: DayOrigins,
  describedBy: number): boolean => {
  const row = readRow(db, id)
  if (!row) return false
  const own = row.described === null ? {} : fromJson<Header>(row.described)
  const written = DETAIL_NAMES.filter((name) => name in own)
  const values = Object.fromEntries(DETAIL_NAMES.map((name) => [name, written.includes(name) ? row[name] : said[name]]))
  run(db, `UPDATE filing SET ${DETAIL_NAMES.map((name) => `${COLUMNS[name]} = $${name}`).join(', ')}, described = $described,
    origins = $origins, described_by = $describedBy WHERE id = $id`, {
    ...values,
    id,
    described: row.described === null ? null : JSON.stringify(Object.fromEntries(written.map((name) => [name, said[name]]))),
    origins: JSON.stringify(origins),
    describedBy
  })
  return DETAIL_NAMES.some((name) => values[name] !== row[name])
}

/** The next filing that rules of this version have not described, all its documents read (or refused by a parser of `parser`); the newest first. */
export const nextUndescribed = (db: ReadableDb, version: number, parser: number): FilingId | undefined =>
  one<{ id: FilingId }>(db, DESCRIBE_QUERIES.next, { version, parser })?.id

/**
 * Makes exactly these fields written by hand; every other takes the header's word again, and so does one that says the same as the
 * header. What the header says is kept beside it.
 */
export const setOwnDetails = (db: WritableDb, id: FilingId, own: Partial<FilingDetails>): void => {
  const row = readRow(db, id)
  if (!row) return
  const kept = row.described === null ? {} : fromJson<Header>(row.described)
  const header: Header = {}
  const values: Record<string, string | null> = {}
  for (const name of DETAIL_NAMES) {
    const word = name in kept ? kept[name] ?? null : row[name]
    const mine = own[name] ?? null
    values[name] = mine ?? word
    if (mine !== null && mine !== word) header[name] = word
  }
  run(db,
    `UPDATE filing SET ${DETAIL_NAMES.map((name) => `${COLUMNS[name]} = $${name}`).join(', ')}, described = $described WHERE id = $id`, {
    ...values,
    id,
    described: Object.keys(header).length === 0 ? null : JSON.stringify(header)
  })
}
