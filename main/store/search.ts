import type { FilingId, NoteId } from '#contract/ids'
import type { TextMap, TextRange } from '#contract/range'
import type { ReadableDb } from './handles'
import { fromJson } from './json'
import { all, one } from './sql'

/** A row that matches, before its words are looked at. A lower `rank` is a better match. */
export interface Found {
  readonly key: number
  readonly filingId: FilingId
  readonly rank: number
}

/** A block of text that matches, with what leads back to its source. */
export interface BlockHit {
  readonly sequence: number
  /** The words it was found by. */
  readonly words: string
  /** From the first to the last of its source. */
  readonly range: TextRange
  /** Leads from `words` to the source; null where the index holds other words than the text, or the block is very large. */
  readonly map: TextMap | null
}

/** An annotation whose quote matches, or a note whose words do (`range` null where it is not on a highlight). */
export interface WorkHit {
  /** The words it was found by. */
  readonly words: string
  readonly noteId: NoteId | null
  readonly range: TextRange | null
}

/** The most rows of one kind that are ranked; beyond it a query names nothing in particular. */
export const MOST_FOUND = 5000

/** The queries of every search; their plans are held by a test. */
export const SEARCH_QUERIES = {
  text: `SELECT found.rowid AS key, document.filing_id AS filingId, found.rank AS rank
    FROM (SELECT rowid, rank FROM block_search WHERE block_search MATCH $match ORDER BY rank LIMIT $most) AS found
    CROSS JOIN document ON document.key = found.rowid >> 20 AND document.parsed = 1
    CROSS JOIN filing ON filing.id = document.filing_id AND filing.ready = 1 AND filing.trashed_at IS NULL
    ORDER BY found.rank`,
  quote: `SELECT annotation.key AS key, annotation.filing_id AS filingId, found.rank AS rank
    FROM (SELECT rowid, rank FROM quote_search WHERE quote_search MATCH $match ORDER BY rank LIMIT $most) AS found
    CROSS JOIN annotation ON annotation.key = found.rowid
    CROSS JOIN filing ON filing.id = annotation.filing_id AND filing.trashed_at IS NULL
    ORDER BY found.rank`,
  note: `SELECT note.key AS key, note.filing_id AS filingId, found.rank AS rank
    FROM (SELECT rowid, rank FROM note_search WHERE note_search MATCH $match ORDER BY rank LIMIT $most) AS found
    CROSS JOIN note ON note.key = found.rowid
    CROSS JOIN filing ON filing.id = note.filing_id AND filing.trashed_at IS NULL
    ORDER BY found.rank`
}

/** What is searched. */
export type SearchSource = keyof typeof SEARCH_QUERIES

/** The rows of one kind that match, best first, at most `MOST_FOUND`. */
export const findRows = (db: ReadableDb, source: SearchSource, match: string): Found[] => all<Found>(db, SEARCH_QUERIES[source], { match, most: MOST_FOUND })

/** Bodies larger than this, in code units, are tables of a size at which the whole block is place enough. */
const LARGE_BODY = 100_000

/** The block behind a hit. */
export const getBlockHit = (db: ReadableDb, key: number): BlockHit | undefined => {
  const row = one<{ sequence: number; source_start: number; source_end: number; text: string; folded: string | null; body: string }>(db,
    `SELECT sequence, block.source_start, block.source_end, text, folded, body
    FROM block JOIN document ON document.key = block.document_key WHERE block.key = $key`, { key })
  if (!row) return undefined
  const plain = row.folded === null && row.body.length <= LARGE_BODY
  return {
    sequence: row.sequence,
    words: row.folded ?? row.text,
    range: { start: row.source_start, end: row.source_end },
    map: plain ? fromJson<{ map: number[] }>(row.body).map : null
  }
}

interface WorkRow {
  readonly note_id: string | null
  readonly words: string
  readonly source_start: number | null
  readonly source_end: number | null
}

const WORK = {
  quote: 'SELECT NULL AS note_id, exact AS words, source_start, source_end FROM annotation WHERE key = $key',
  note: `SELECT note.id AS note_id, note.text AS words, annotation.source_start, annotation.source_end
    FROM note LEFT JOIN annotation ON annotation.id = note.annotation_id WHERE note.key = $key`
}

/** The annotation or the note behind a hit. */
export const getWorkHit = (db: ReadableDb, source: 'quote' | 'note', key: number): WorkHit | undefined => {
  const row = one<WorkRow>(db, WORK[source], { key })
  return row && {
    noteId: row.note_id,
    words: row.words,
    range: row.source_start === null || row.source_end === null ? null : { start: row.source_start, end: row.source_end }
  }
}
