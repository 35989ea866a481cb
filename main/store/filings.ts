import type { Submission, Warning } from '#contract/filing'
import type { FilingDetails } from '#contract/filing-details'
import type { FilingId } from '#contract/ids'
import type { DayOrigins, FilingSummary } from '#contract/library'
import { clearContent } from './clear-content'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, one, run, transactUnsynced } from './sql'

/** What is stored of a filing itself, beside what is counted from its other rows. */
export interface FilingRecord extends Omit<FilingSummary, Counted> {
  readonly submission: Submission | null
  readonly warnings: readonly Warning[]
  /** The version of the rules that described it, all its documents read; 0, or absent, where they are to describe it anew. */
  readonly describedBy?: number
}

type Counted = 'folders' | 'tags' | 'described' | 'documents' | 'unread' | 'annotations' | 'notes' | 'openQuestions' | 'suggestions'
  | 'decided'

interface Row {
  readonly id: string
  readonly file_name: string
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly accession: string | null
  readonly cik: string | null
  readonly filed_at: string | null
  readonly format: FilingSummary['format']
  readonly encoding: FilingSummary['encoding']
  readonly bytes: number
  readonly sha256: string
  readonly text_sha256: string
  readonly imported_at: string
  readonly opened_at: string | null
  readonly trashed_at: string | null
  readonly period: string | null
  readonly described: string | null
  readonly origins: string
  readonly folders: string
  readonly tags: string
  readonly documents: number
  readonly unread: number
  readonly annotations: number
  readonly notes: number
  readonly open_questions: number
  readonly suggestions: number
  readonly decided: number
}

/** A column of JSON, which a bad disk may have made none: then the filing is listed without it, until it is mended. */
const sound = (column: string, otherwise: string): string => `iif(json_valid(${column}), ${column}, ${otherwise}) AS ${column}`

const LIST = `
SELECT id, file_name, title, company, form, exhibit, accession, cik, filed_at, format, encoding, bytes, sha256, text_sha256,
  imported_at, opened_at, trashed_at, period, ${sound('described', 'NULL')}, ${sound('origins', "'{}'")},
  (SELECT json_group_array(folder_id) FROM folder_filing WHERE folder_filing.filing_id = filing.id) AS folders,
  (SELECT json_group_array(DISTINCT tag_id) FROM annotation WHERE annotation.filing_id = filing.id AND tag_id IS NOT NULL) AS tags,
  (SELECT count(*) FROM document WHERE document.filing_id = filing.id) AS documents,
  (SELECT count(*) FROM document WHERE document.filing_id = filing.id AND parsed = 0 AND format IN ('html', 'text')) AS unread,
  (SELECT coalesce(sum(to_decide), 0) FROM document WHERE document.filing_id = filing.id) AS suggestions,
  (SELECT count(*) FROM annotation WHERE annotation.filing_id = filing.id) AS annotations,
  (SELECT count(*) FROM note WHERE note.filing_id = filing.id) AS notes,
  (SELECT count(*) FROM note WHERE note.filing_id = filing.id AND note.status IN ('open', 'asked')) AS open_questions,
  (SELECT count(*) FROM decision JOIN suggestion USING (filing_id, kind, node)
    WHERE decision.filing_id = filing.id AND decision.node IS NOT NULL AND suggestion.unwanted = 0) AS decided
FROM filing WHERE ready = 1`

/** The queries that run at every start and every keystroke of a search; their plans are held by a test. */
export const FILING_QUERIES = {
  list: `${LIST} AND (trashed_at IS NOT NULL) = $trashed ORDER BY coalesce(opened_at, imported_at) DESC, id`,
  one: `${LIST} AND id = $id`,
  some: `${LIST} AND id IN (SELECT value FROM json_each($ids))`,
  sameText: `SELECT other.id FROM filing JOIN filing AS other ON other.text_sha256 = filing.text_sha256 AND other.id <> filing.id
    WHERE filing.id = $id AND other.ready = 1 AND other.trashed_at IS NULL ORDER BY other.imported_at, other.id LIMIT 1`,
  trashedAt: 'SELECT trashed_at FROM filing WHERE id = $id AND ready = 1',
  trashedAtOf: 'SELECT id, trashed_at FROM filing WHERE id IN (SELECT value FROM json_each($ids)) AND ready = 1',
  bySha256: 'SELECT id, trashed_at FROM filing WHERE sha256 = $sha256 AND ready = 1'
}

/** What the header says: the columns hold the words that count, `described` its own words of the fields that were written over. */
const headerOf = ({ title, company, form, exhibit, cik, accession, filed_at: filedAt, period }: Row, described: string): FilingDetails => ({
  title,
  company,
  form,
  exhibit,
  cik,
  accession,
  filedAt,
  period,
  ...fromJson<Partial<FilingDetails>>(described)
})

const toSummary = (row: Row): FilingSummary => ({
  id: row.id,
  fileName: row.file_name,
  title: row.title,
  company: row.company,
  form: row.form,
  exhibit: row.exhibit,
  accession: row.accession,
  cik: row.cik,
  filedAt: row.filed_at,
  format: row.format,
  encoding: row.encoding,
  bytes: row.bytes,
  sha256: row.sha256,
  textSha256: row.text_sha256,
  importedAt: row.imported_at,
  openedAt: row.opened_at,
  documents: row.documents,
  unread: row.unread,
  annotations: row.annotations,
  notes: row.notes,
  openQuestions: row.open_questions,
  suggestions: row.suggestions,
  decided: row.decided,
  trashedAt: row.trashed_at,
  period: row.period,
  folders: fromJson<string[]>(row.folders),
  tags: fromJson<string[]>(row.tags),
  described: row.described !== null,
  ...(row.origins === '{}' ? {} : { origins: fromJson<DayOrigins>(row.origins) }),
  ...(row.described === null ? {} : { header: headerOf(row, row.described) })
})

/** The filings of the library or of the trash, the one opened or imported last first. */
export const listFilings = (db: ReadableDb, trashed: boolean): FilingSummary[] =>
  all<Row>(db, FILING_QUERIES.list, { trashed: trashed ? 1 : 0 }).map(toSummary)

/** The filings of these ids, in the trash or not, in no order; those that are not there are left out. */
export const listSomeFilings = (db: ReadableDb, ids: readonly FilingId[]): FilingSummary[] =>
  all<Row>(db, FILING_QUERIES.some, { ids: JSON.stringify(ids) }).map(toSummary)

/** One filing, in the trash or not; undefined where there is none of that id. */
export const getFiling = (db: ReadableDb, id: FilingId): FilingSummary | undefined => {
  const row = one<Row>(db, FILING_QUERIES.one, { id })
  return row && toSummary(row)
}

/** When a filing was put in the trash, null where it is not there; undefined where there is none of that id. */
export const getTrashedAt = (db: ReadableDb, id: FilingId): string | null | undefined =>
  one<{ trashed_at: string | null }>(db, FILING_QUERIES.trashedAt, { id })?.trashed_at

/** When each of some filings was put in the trash, null where it was not; filings that are not in the library are left out. */
export const listTrashedAt = (db: ReadableDb, ids: readonly FilingId[]): ReadonlyMap<FilingId, string | null> =>
  new Map(
    all<{ id: string; trashed_at: string | null }>(db, FILING_QUERIES.trashedAtOf, { ids: JSON.stringify(ids) }).map((
      row
    ) => [row.id, row.trashed_at])
  )

/** Puts filings in the trash, or takes them out of it where `trashedAt` is null. */
export const setAllTrashed = (db: WritableDb, ids: readonly FilingId[], trashedAt: string | null): void => {
  run(db, 'UPDATE filing SET trashed_at = $trashedAt WHERE id IN (SELECT value FROM json_each($ids))', { ids: JSON.stringify(ids),
    trashedAt })
}

/** The filing that holds exactly these bytes, or undefined. */
export const findBySha256 = (db: ReadableDb, sha256: string): { readonly id: FilingId; readonly trashedAt: string | null } | undefined => {
  const row = one<{ id: string; trashed_at: string | null }>(db, FILING_QUERIES.bySha256, { sha256 })
  return row && { id: row.id, trashedAt: row.trashed_at }
}

/** The filing whose bytes have a hash that begins so (lower-case hexadecimal), or undefined; the first of several. */
export const findByHashStart = (db: ReadableDb, start: string):
  | { readonly id: FilingId; readonly trashedAt: string | null }
  | undefined => {
  const row = one<{ id: string; trashed_at: string | null }>(db,
    "SELECT id, trashed_at FROM filing WHERE sha256 >= $start AND sha256 < $start || 'g' AND ready = 1 ORDER BY sha256 LIMIT 1", { start })
  return row && { id: row.id, trashedAt: row.trashed_at }
}

/** The next filings behind one in the order of their ids, those in the trash among them. */
export const listFilingIdsAfter = (db: ReadableDb, after: string, count: number): FilingId[] =>
  all<{ id: string }>(db, 'SELECT id FROM filing WHERE id > $after AND ready = 1 ORDER BY id LIMIT $count', { after, count }).map((
    { id }
  ) => id)

/** Another filing of the library, the trash left out, that has the same text in other bytes; undefined where there is none. */
export const findSameText = (db: ReadableDb, id: FilingId): FilingId | undefined =>
  one<{ id: string }>(db, FILING_QUERIES.sameText, { id })?.id

/** The submission header and the warnings of a filing; undefined where there is none of that id. */
export const getFilingParts = (db: ReadableDb, id: FilingId): { readonly submission: Submission | null;
  readonly warnings: readonly Warning[] } | undefined => {
  const row = one<{ submission: string; warnings: string }>(db,
    `SELECT ${sound('submission', "'null'")}, ${sound('warnings', "'[]'")} FROM filing WHERE id = $id`, { id })
  return row && { submission: fromJson<Submission | null>(row.submission), warnings: fromJson<Warning[]>(row.warnings) }
}

/** The values of a filing's own columns by parameter name; "opened" is not among them: it is no part of what was filed. */
export const filingParameters = (filing: FilingRecord): Readonly<Record<string, string | number | null>> => ({
  id: filing.id,
  fileName: filing.fileName,
  title: filing.title,
  company: filing.company,
  form: filing.form,
  exhibit: filing.exhibit,
  accession: filing.accession,
  cik: filing.cik,
  filedAt: filing.filedAt,
  format: filing.format,
  encoding: filing.encoding,
  bytes: filing.bytes,
  sha256: filing.sha256,
  textSha256: filing.textSha256,
  submission: JSON.stringify(filing.submission),
  warnings: JSON.stringify(filing.warnings),
  importedAt: filing.importedAt,
  trashedAt: filing.trashedAt,
  period: filing.period,
  origins: JSON.stringify(filing.origins ?? {}),
  describedBy: filing.describedBy ?? 0
})

/** Adds a filing that is not ready yet: no list shows it until `markFilingReady`. */
export const insertFiling = (db: WritableDb, filing: FilingRecord): void => {
  run(db, `INSERT INTO filing (id, file_name, title, company, form, exhibit, accession, cik, filed_at, format, encoding, bytes, sha256,
    text_sha256, submission, warnings, imported_at, opened_at, trashed_at, period, origins, described_by, ready)
    VALUES ($id, $fileName, $title, $company, $form, $exhibit, $accession, $cik, $filedAt, $format, $encoding, $bytes, $sha256,
    $textSha256, $submission, $warnings, $importedAt, $openedAt, $trashedAt, $period, $origins, $describedBy, 0)`, {
    ...filingParameters(filing),
    openedAt: filing.openedAt
  })
}

/** Lets the lists show a filing: all that an import stores is there. */
export const markFilingReady = (db: WritableDb, id: FilingId): void => {
  run(db, 'UPDATE filing SET ready = 1 WHERE id = $id', { id })
}

/** Notes when a filing was opened last. */
export const touchFiling = (db: WritableDb, id: FilingId, at: string): void => {
  transactUnsynced(db, () => run(db, 'UPDATE filing SET opened_at = $at WHERE id = $id', { id, at }))
}

/** Puts a filing in the trash (`at`) or takes it out (null); whether there is such a filing. */
export const setTrashed = (db: WritableDb, id: FilingId, at: string | null): boolean =>
  run(db, 'UPDATE filing SET trashed_at = $at WHERE id = $id AND ready = 1', { id, at }) === 1

/** Replaces the decoding of a filing and all that hangs on it. */
export const setDecoding = (db: WritableDb, id: FilingId,
  decoding: Pick<FilingRecord, 'encoding' | 'textSha256' | 'submission' | 'warnings'>): void => {
  run(db,
    'UPDATE filing SET encoding = $encoding, text_sha256 = $textSha256, submission = $submission, warnings = $warnings WHERE id = $id', {
    id,
    encoding: decoding.encoding,
    textSha256: decoding.textSha256,
    submission: JSON.stringify(decoding.submission),
    warnings: JSON.stringify(decoding.warnings)
  })
}

/** Adds warnings that parsing a further document brought up; one that is there already is not repeated. */
export const addWarnings = (db: WritableDb, id: FilingId, warnings: readonly Warning[]): void => {
  if (warnings.length === 0) return
  const known = getFilingParts(db, id)?.warnings ?? []
  const seen = new Set(known.map((warning) => JSON.stringify(warning)))
  const merged = [...known, ...warnings.filter((warning) => !seen.has(JSON.stringify(warning)))]
  run(db, 'UPDATE filing SET warnings = $warnings WHERE id = $id', { id, warnings: JSON.stringify(merged) })
}

/** The filings whose import did not end, with the hash of their bytes. */
export const listUnready = (db: ReadableDb): { readonly id: FilingId; readonly sha256: string }[] =>
  all<{ id: string; sha256: string }>(db, 'SELECT id, sha256 FROM filing WHERE ready = 0')

/**
 * Removes the filings whose import did not end (it was stopped, failed or was cut off by a crash), or the one named, with all
 * that is stored under them, in short steps: run the generator to its end and let other work in between. Yields true when
 * one of them is gone.
 */
export function* removeUnready(db: WritableDb, id: FilingId | null = null): Generator<boolean, void> {
  const unready = all<{ id: string }>(db, 'SELECT id FROM filing WHERE ready = 0 AND ($id IS NULL OR id = $id)', { id })
  for (const filing of unready) {
    for (const { key } of all<{ key: DocumentKey }>(db, 'SELECT key FROM document WHERE filing_id = $id', { id: filing.id })) {
      for (const _step of clearContent(db, key)) yield false
    }
    run(db, 'DELETE FROM filing WHERE id = $id AND ready = 0', { id: filing.id })
    yield true
  }
}
