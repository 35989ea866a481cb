import type { DocumentEntry } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { DocumentSummary } from '#contract/library'
import type { ReadableDb, WritableDb } from './handles'
import { all, insert, one, run } from './sql'

/** Identifies a document row in this room; never leaves it but to come back. */
export type DocumentKey = number

/** A document of a filing with its key and the versions it was parsed with (0 where it was not). */
export interface StoredDocument {
  readonly key: DocumentKey
  readonly summary: DocumentSummary
  readonly parserVersion: number
  readonly detectorVersion: number
  /** When the analyst opened it first, or null. */
  readonly openedAt: string | null
  /** The hash of its stored content (`content-seal.ts`); null where none was made. */
  readonly seal: string | null
}

interface Row {
  readonly key: number
  readonly sequence: number
  readonly type: string | null
  readonly filename: string | null
  readonly description: string | null
  readonly format: DocumentEntry['format']
  readonly source_start: number
  readonly source_end: number
  readonly parsed: number
  readonly parser_version: number
  readonly detector_version: number
  readonly opened_at: string | null
  readonly seal: string | null
}

const COLUMNS = `key, sequence, type, filename, description, format, source_start, source_end, parsed, parser_version, detector_version,
  opened_at, seal`

/** The queries of every opening; their plans are held by a test. */
export const DOCUMENT_QUERIES = {
  list: `SELECT ${COLUMNS} FROM document WHERE filing_id = $filingId ORDER BY sequence`,
  one: `SELECT ${COLUMNS} FROM document WHERE filing_id = $filingId AND sequence = $sequence`
}

const toStored = (row: Row): StoredDocument => ({
  key: row.key,
  summary: {
    sequence: row.sequence,
    type: row.type,
    filename: row.filename,
    description: row.description,
    format: row.format,
    range: { start: row.source_start, end: row.source_end },
    parsed: row.parsed === 1
  },
  parserVersion: row.parser_version,
  detectorVersion: row.detector_version,
  openedAt: row.opened_at,
  seal: row.seal
})

/** Every document of a filing in the order of its sequence. */
export const listDocuments = (db: ReadableDb, filingId: FilingId): StoredDocument[] =>
  all<Row>(db, DOCUMENT_QUERIES.list, { filingId }).map(toStored)

/** One document of a filing, or undefined. */
export const getDocument = (db: ReadableDb, filingId: FilingId, sequence: number): StoredDocument | undefined => {
  const row = one<Row>(db, DOCUMENT_QUERIES.one, { filingId, sequence })
  return row && toStored(row)
}

/** Whether a document is still the one of this key, of a filing in the same decoding. */
export const isSameDocument = (db: ReadableDb, { id, textSha256 }: { readonly id: FilingId; readonly textSha256: string },
  key: DocumentKey): boolean =>
  one(db, `SELECT 1 FROM document JOIN filing ON filing.id = document.filing_id
    WHERE document.key = $key AND filing.id = $id AND filing.text_sha256 = $textSha256`, { key, id, textSha256 }) !== undefined

/** Adds a document that is not parsed yet. */
export const insertDocument = (db: WritableDb, filingId: FilingId, entry: DocumentEntry): DocumentKey =>
  insert(db, `INSERT INTO document (filing_id, sequence, type, filename, description, format, source_start, source_end, parsed,
    parser_version, detector_version, suggestions)
    VALUES ($filingId, $sequence, $type, $filename, $description, $format, $start, $end, 0, 0, 0, 0)`, {
    filingId,
    sequence: entry.sequence,
    type: entry.type,
    filename: entry.filename,
    description: entry.description,
    format: entry.format,
    start: entry.range.start,
    end: entry.range.end
  })

/** Writes what the file says of a document over what is stored of it. */
export const setEntry = (db: WritableDb, key: DocumentKey,
  { sequence, type, filename, description, format, range }: DocumentEntry): void => {
  run(db, `UPDATE document SET sequence = $sequence, type = $type, filename = $filename, description = $description, format = $format,
    source_start = $start, source_end = $end WHERE key = $key`, { key, sequence, type, filename, description, format, start: range.start,
    end: range.end })
}

/** Keeps the seal of a document's content. */
export const setSeal = (db: WritableDb, key: DocumentKey, seal: string): void => {
  run(db, 'UPDATE document SET seal = $seal WHERE key = $key', { key, seal })
}

/** What is known of a document once its content is stored. */
export interface ParsedFacts {
  readonly parserVersion: number
  readonly detectorVersion: number
  readonly suggestions: number
  readonly seal: string
}

/** Says that all of a document's content is stored: by which versions, how many suggestions it holds, and its seal. */
export const markParsed = (db: WritableDb, key: DocumentKey, { parserVersion, detectorVersion, suggestions, seal }: ParsedFacts): void => {
  run(db, `UPDATE document SET parsed = 1, parser_version = $parserVersion, detector_version = $detectorVersion, suggestions = $suggestions,
    seal = $seal WHERE key = $key`, { key, parserVersion, detectorVersion, suggestions, seal })
}

/** Forgets the documents of a filing and their content, for a new decoding of its bytes. */
export const deleteDocuments = (db: WritableDb, filingId: FilingId): void => {
  run(db, 'DELETE FROM document WHERE filing_id = $filingId', { filingId })
}
