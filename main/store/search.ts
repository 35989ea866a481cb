import type { BlockKind } from '#contract/filing'
import type { FilingId, FolderId, NoteId, RiskId, TagId } from '#contract/ids'
import type { NoteStatus } from '#contract/note'
import type { TextMap, TextRange } from '#contract/range'
import type { DocumentKey } from './documents'
import type { ReadableDb } from './handles'
import { fromJson } from './json'
import { all, one } from './sql'

/** How many hits one document has, and the first of them. */
export interface DocumentCount {
  readonly document: DocumentKey
  readonly n: number
  readonly first: number
}

/** A block that matches. A lower `rank` is a better match. */
export interface FoundBlock {
  readonly key: number
  readonly rank: number
}

/** A block, with its place in the source from the first to the last of it. */
export interface PlacedBlock extends FoundBlock {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
}

/** A quote or a note that matches, with what it may be chosen by; `path` are the headings it stands under. */
export interface FoundWork {
  readonly key: number
  readonly filingId: FilingId
  readonly rank: number
  readonly tagId: TagId | null
  readonly status: NoteStatus | null
  readonly path: string
}

/**
 * The queries of every search; their plans are held by a test. `going()` is asked now and then while the index is read, and
 * throws where nobody waits for the answer any more.
 */
export const SEARCH_QUERIES = {
  count: `SELECT rowid >> 20 AS document, count(*) AS n, min(rowid) AS first FROM block_search
    WHERE block_search MATCH $match AND ((rowid & 15) <> 0 OR going()) GROUP BY rowid >> 20`,
  ranked: 'SELECT rowid AS key, rank FROM block_search WHERE block_search MATCH $match AND ((rowid & 15) <> 0 OR going()) LIMIT $most',
  within: 'SELECT rowid AS key, 0 AS rank FROM block_search WHERE block_search MATCH $match AND rowid BETWEEN $from AND $to LIMIT $most',
  placed: `SELECT found.key, found.rank, block.kind, block.source_start AS start, block.source_end AS end
    FROM (SELECT rowid AS key, rank FROM block_search WHERE block_search MATCH $match AND ((rowid & 15) <> 0 OR going())) AS found
    CROSS JOIN block ON block.key = found.key`,
  keyed: `SELECT block.key, 0 AS rank, block.kind, block.source_start AS start, block.source_end AS end
    FROM json_each($keys) AS found CROSS JOIN block ON block.key = found.value WHERE going()`,
  blocks:
    'SELECT key, 0 AS rank, kind, source_start AS start, source_end AS end FROM block WHERE document_key = $document AND going() ORDER BY ordinal',
  quotes:
    `SELECT annotation.key, annotation.filing_id AS filingId, found.rank, annotation.tag_id AS tagId, NULL AS status, annotation.section_path AS path
    FROM (SELECT rowid, rank FROM quote_search WHERE quote_search MATCH $match) AS found CROSS JOIN annotation ON annotation.key = found.rowid`,
  notes: `SELECT note.key, note.filing_id AS filingId, found.rank, annotation.tag_id AS tagId, note.status,
      coalesce(annotation.section_path, json_array(note.section_title)) AS path
    FROM (SELECT rowid, rank FROM note_search WHERE note_search MATCH $match) AS found
    CROSS JOIN note ON note.key = found.rowid LEFT JOIN annotation ON annotation.id = note.annotation_id`
}

/** All quotes and all notes, for a query that has no words but filters: they are the analyst's own, thousands and not millions. */
const ALL_WORK = {
  quote:
    `SELECT key, filing_id AS filingId, 0 AS rank, tag_id AS tagId, NULL AS status, section_path AS path FROM annotation ORDER BY source_start`,
  note: `SELECT note.key, note.filing_id AS filingId, 0 AS rank, annotation.tag_id AS tagId, note.status,
      coalesce(annotation.section_path, json_array(note.section_title)) AS path
    FROM note LEFT JOIN annotation ON annotation.id = note.annotation_id ORDER BY note.key`
}

/** Lets a search over this handle be stopped: `going` throws where it should end. Call it once for each handle that is searched. */
export const letStop = (db: ReadableDb, going: () => void): void => {
  db.function('going', () => {
    going()
    return 1
  })
}

/** Lets reading go on with one state of the library while `work` runs, whatever is written meanwhile. */
export const inOneState = <T>(db: ReadableDb, work: () => T): T => db.transaction(work).deferred()

/** A number that changes whenever another connection has written. */
export const stateOf = (db: ReadableDb): number => Number(db.pragma('data_version', { simple: true }))

/** The hits of a query by document: exact numbers, without an order of merit. */
export const countByDocument = (db: ReadableDb, match: string): DocumentCount[] => all<DocumentCount>(db, SEARCH_QUERIES.count, { match })

/** The blocks that match, with their ranks, in the order of the texts; those behind the first `most` are left out. */
export const rankBlocks = (db: ReadableDb, match: string, most: number): FoundBlock[] =>
  all<FoundBlock>(db, SEARCH_QUERIES.ranked, { match, most })

/** The first blocks of one document that match. */
export const findWithin = (db: ReadableDb, match: string, document: DocumentKey, most: number): FoundBlock[] =>
  all<FoundBlock>(db, SEARCH_QUERIES.within, { match, from: document * 1_048_576, to: document * 1_048_576 + 1_048_575, most })

/** Every block that matches, with its kind and place. */
export const placeBlocks = (db: ReadableDb, match: string): PlacedBlock[] => all<PlacedBlock>(db, SEARCH_QUERIES.placed, { match })

/** The blocks of these keys, with their kinds and places. */
export const placeKeys = (db: ReadableDb, keys: readonly number[]): PlacedBlock[] =>
  all<PlacedBlock>(db, SEARCH_QUERIES.keyed, { keys: JSON.stringify(keys) })

/** Every block of a document, with its kind and place. */
export const placeAllBlocks = (db: ReadableDb, document: DocumentKey): PlacedBlock[] =>
  all<PlacedBlock>(db, SEARCH_QUERIES.blocks, { document })

/** The quotes or the notes that match, or all of them where `match` is null. */
export const findWork = (db: ReadableDb, source: 'quote' | 'note', match: string | null): FoundWork[] => {
  if (match === null) return all<FoundWork>(db, ALL_WORK[source])
  return all<FoundWork>(db, source === 'quote' ? SEARCH_QUERIES.quotes : SEARCH_QUERIES.notes, { match })
}

/** What of the library a search is narrowed by: filings and documents that can be found, and the names of folders, tags and risks. */
export interface SearchCatalogue {
  readonly filings: readonly {
    readonly id: FilingId
    readonly title: string
    readonly company: string | null
    readonly form: string | null
    readonly exhibit: string | null
    readonly accession: string | null
    readonly fileName: string
    readonly filedAt: string | null
    readonly importedAt: string
  }[]
  readonly documents: readonly { readonly key: DocumentKey; readonly filingId: FilingId; readonly sequence: number;
    readonly type: string | null }[]
  readonly folders: readonly { readonly id: FolderId; readonly parentId: FolderId | null; readonly name: string;
    readonly ordinal: number }[]
  readonly places: readonly { readonly folderId: FolderId; readonly filingId: FilingId }[]
  readonly tags: readonly { readonly id: TagId; readonly name: string }[]
  readonly risks: readonly { readonly id: RiskId; readonly label: string }[]
}

/** The catalogue as it now is; what lies in the trash is not in it. */
export const readCatalogue = (db: ReadableDb): SearchCatalogue => ({
  filings: all(db,
    `SELECT id, title, company, form, exhibit, accession, file_name AS fileName, filed_at AS filedAt, imported_at AS importedAt
    FROM filing WHERE ready = 1 AND trashed_at IS NULL`),
  documents: all(db, 'SELECT key, filing_id AS filingId, sequence, type FROM document WHERE parsed = 1 ORDER BY key'),
  folders: all(db, 'SELECT id, parent_id AS parentId, name, ordinal FROM folder'),
  places: all(db, 'SELECT folder_id AS folderId, filing_id AS filingId FROM folder_filing'),
  tags: all(db, 'SELECT id, name FROM tag ORDER BY ordinal'),
  risks: all(db, 'SELECT id, label FROM risk_tag ORDER BY ordinal')
})

/** The places of a document's sections, with their titles. */
export const placeSections = (db: ReadableDb, document: DocumentKey): (TextRange & { readonly title: string; readonly kind: string })[] =>
  all(db, 'SELECT title, kind, source_start AS start, source_end AS end FROM section WHERE document_key = $document ORDER BY ordinal', {
    document
  })

/** The places of a document's suggestions of one kind that were not rejected. */
export const placeSuggestions = (db: ReadableDb, document: DocumentKey, kind: 'finding' | 'forward-looking'): TextRange[] =>
  all(db,
    `SELECT suggestion.source_start AS start, suggestion.source_end AS end FROM suggestion JOIN document ON document.key = suggestion.document_key
    LEFT JOIN decision ON decision.filing_id = document.filing_id AND decision.kind = suggestion.kind AND decision.node = suggestion.node
    WHERE suggestion.document_key = $document AND suggestion.kind = $kind AND coalesce(decision.verdict, '') <> 'rejected'
    ORDER BY suggestion.source_start`, { document, kind })

/** A block of text that matches, with what leads back to its source. */
export interface BlockHit {
  readonly text: string
  /** From the first to the last of its source. */
  readonly range: TextRange
  /** Leads from `text` to the source; null where the block is very large. */
  readonly map: TextMap | null
}

/** Bodies larger than this, in code units, are tables of a size at which the whole block is place enough. */
const LARGE_BODY = 100_000

/** The block behind a hit. */
export const getBlockHit = (db: ReadableDb, key: number): BlockHit | undefined => {
  const row = one<{ start: number; end: number; text: string; body: string }>(db,
    'SELECT source_start AS start, source_end AS end, text, body FROM block WHERE key = $key', { key })
  if (!row) return undefined
  return { text: row.text, range: { start: row.start, end: row.end },
    map: row.body.length <= LARGE_BODY ? fromJson<{ map: number[] }>(row.body).map : null }
}

/** An annotation whose quote matches, or a note whose words do (`range` null where it is not on a highlight). */
export interface WorkHit {
  /** The words it was found by. */
  readonly words: string
  readonly noteId: NoteId | null
  readonly range: TextRange | null
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

/** A block of a passage. */
export interface PassageRow {
  readonly key: number
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The blocks of a document from `before` ones before the place to `behind` ones behind it, with how many of them stand before. */
export const readAround = (db: ReadableDb, document: DocumentKey, place: TextRange, before: number,
  behind: number): readonly PassageRow[] => {
  const first = one<{ ordinal: number }>(db,
    'SELECT ordinal FROM block WHERE document_key = $document AND source_end > $start ORDER BY ordinal LIMIT 1', { document,
    start: place.start })
  return first ?
    all<PassageRow>(db, `SELECT key, kind, source_start AS start, source_end AS end, text FROM block
    WHERE document_key = $document AND ordinal BETWEEN $from AND $to ORDER BY ordinal`, { document, from: first.ordinal - before,
      to: first.ordinal + behind }) :
    []
}

/** The words of a note; undefined where there is none of that id. */
export const readNoteWords = (db: ReadableDb, id: NoteId): string | undefined =>
  one<{ text: string }>(db, 'SELECT text FROM note WHERE id = $id', { id })?.text
