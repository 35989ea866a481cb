import type { FilingId } from '#contract/ids'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run, transactUnsynced } from './sql'

/** A document whose text was never read; `length` is that of its source in UTF-16 code units. */
export interface UnreadDocument {
  readonly key: DocumentKey
  readonly filingId: FilingId
  readonly sequence: number
  readonly length: number
}

const UNREAD = "document.parsed = 0 AND document.format IN ('html', 'text')"

/** The queries of reading in the background and of every search; their plans are held by a test. */
export const UNREAD_QUERIES = {
  next: `SELECT document.key, document.filing_id AS filingId, document.sequence, document.source_end - document.source_start AS length
    FROM document INDEXED BY document_unread JOIN filing ON filing.id = document.filing_id
    WHERE ${UNREAD} AND document.refused_by < $version AND filing.ready = 1 AND filing.trashed_at IS NULL
    AND document.key NOT IN (SELECT value FROM json_each($without))
    ORDER BY document.filing_id = $filingId DESC, filing.imported_at DESC, document.filing_id, document.sequence LIMIT 1`,
  byFiling: `SELECT document.filing_id AS filingId, count(*) AS n FROM document INDEXED BY document_unread
    JOIN filing ON filing.id = document.filing_id
    WHERE ${UNREAD} AND filing.ready = 1 AND filing.trashed_at IS NULL GROUP BY document.filing_id`
}

/**
 * The next document to read: one of the filing `filingId` before those of others, the newest filings first. Those that a parser of
 * `version` or a later one could not read, those of `without` and those in the trash are left out.
 */
export const nextUnread = (db: ReadableDb,
  asked: { readonly version: number; readonly filingId: FilingId | null; readonly without: Iterable<DocumentKey> }
): UnreadDocument | undefined =>
  one<UnreadDocument>(db, UNREAD_QUERIES.next, { version: asked.version, filingId: asked.filingId,
    without: JSON.stringify([...asked.without]) })

/** How many documents of each filing were never read, those in the trash left out; filings that were read whole are not listed. */
export const countUnread = (db: ReadableDb): ReadonlyMap<FilingId, number> =>
  new Map(all<{ filingId: FilingId; n: number }>(db, UNREAD_QUERIES.byFiling).map(({ filingId, n }) => [filingId, n]))

/** Keeps that a parser of this version could not read a document: it is not tried again before there is a newer one. */
export const markRefused = (db: WritableDb, key: DocumentKey, version: number): void => {
  transactUnsynced(db, () => run(db, 'UPDATE document SET refused_by = $version WHERE key = $key', { key, version }))
}

/** Keeps when the analyst opened a document first. */
export const markOpened = (db: WritableDb, key: DocumentKey, at: string): void => {
  transactUnsynced(db, () => run(db, 'UPDATE document SET opened_at = $at WHERE key = $key AND opened_at IS NULL', { key, at }))
}
