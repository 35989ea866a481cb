import type { FilingId } from '#contract/ids'
import type { FilingLink, FilingLinkKind } from '#contract/version'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

interface Row {
  readonly older_id: string
  readonly newer_id: string
  readonly kind: FilingLinkKind
  readonly linked_at: string
}

const COLUMNS = 'older_id, newer_id, kind, linked_at'

/** The queries of every opening; their plans are held by a test. */
export const FILING_LINK_QUERIES = {
  ofNewer: `SELECT ${COLUMNS} FROM filing_link WHERE newer_id = $filingId ORDER BY linked_at, older_id`,
  ofOlder: `SELECT ${COLUMNS} FROM filing_link WHERE older_id = $filingId ORDER BY linked_at, newer_id`
}

const toLink = (row: Row): FilingLink => ({ olderId: row.older_id, newerId: row.newer_id, kind: row.kind, linkedAt: row.linked_at })

/** The links in which a filing is the newer, the one made first before the others. */
export const listLinksToOlder = (db: ReadableDb, filingId: FilingId): FilingLink[] =>
  all<Row>(db, FILING_LINK_QUERIES.ofNewer, { filingId }).map(toLink)

/** The links in which a filing is the older, the one made first before the others. */
export const listLinksToNewer = (db: ReadableDb, filingId: FilingId): FilingLink[] =>
  all<Row>(db, FILING_LINK_QUERIES.ofOlder, { filingId }).map(toLink)

/** The link of that kind between two filings in that order, or undefined. */
export const getFilingLink = (db: ReadableDb, olderId: FilingId, newerId: FilingId, kind: FilingLinkKind): FilingLink | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM filing_link WHERE older_id = $olderId AND newer_id = $newerId AND kind = $kind`, {
    olderId,
    newerId,
    kind
  })
  return row && toLink(row)
}

/** Stores a link; one that is there already takes the time given. */
export const putFilingLink = (db: WritableDb, { olderId, newerId, kind, linkedAt }: FilingLink): void => {
  run(db, `INSERT INTO filing_link (${COLUMNS}) VALUES ($olderId, $newerId, $kind, $linkedAt)
    ON CONFLICT (older_id, newer_id, kind) DO UPDATE SET linked_at = excluded.linked_at`, { olderId, newerId, kind, linkedAt })
}

/** Removes a link; what was found through it stays. */
export const deleteFilingLink = (db: WritableDb, olderId: FilingId, newerId: FilingId, kind: FilingLinkKind): void => {
  run(db, 'DELETE FROM filing_link WHERE older_id = $olderId AND newer_id = $newerId AND kind = $kind', { olderId, newerId, kind })
}
