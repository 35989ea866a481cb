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

/** What a hit shows: a piece of text with the ranges of the words in it. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly TextRange[]
}

/** A block of text that matches, with what leads back to its source. */
export interface BlockHit {
  readonly sequence: number
  readonly text: string
  /** Whether the words of the index are the text's own, so that places in the snippet are places in the text. */
  readonly plain: boolean
  readonly ranges: readonly TextRange[]
  readonly map: TextMap
}

/** An annotation whose quote matches, or a note whose words do (`range` null where it is not on a highlight). */
export interface WorkHit {
  readonly noteId: NoteId | null
  readonly range: TextRange | null
}

/** The most rows of one kind that are ranked; beyond it a query names nothing in particular. */
export const MOST_FOUND = 5000

/** The queries of every search; their plans are held by a test. */
export const SEARCH_QUERIES = {
  text: `SELECT block.key AS key, document.filing_id AS filingId, found.rank AS rank
    FROM (SELECT rowid, rank FROM block_search WHERE block_search MATCH $match ORDER BY rank LIMIT 5000) AS found
    CROSS JOIN block ON block.key = found.rowid
    CROSS JOIN document ON document.key = block.document_key AND document.parsed = 1
    CROSS JOIN filing ON filing.id = document.filing_id AND filing.ready = 1 AND filing.trashed_at IS NULL
    ORDER BY found.rank`,
  quote: `SELECT annotation.key AS key, annotation.filing_id AS filingId, found.rank AS rank
    FROM (SELECT rowid, rank FROM quote_search WHERE quote_search MATCH $match ORDER BY rank LIMIT 5000) AS found
    CROSS JOIN annotation ON annotation.key = found.rowid
    CROSS JOIN filing ON filing.id = annotation.filing_id AND filing.trashed_at IS NULL
    ORDER BY found.rank`,
  note: `SELECT note.key AS key, note.filing_id AS filingId, found.rank AS rank
    FROM (SELECT rowid, rank FROM note_search WHERE note_search MATCH $match ORDER BY rank LIMIT 5000) AS found
    CROSS JOIN note ON note.key = found.rowid
    CROSS JOIN filing ON filing.id = note.filing_id AND filing.trashed_at IS NULL
    ORDER BY found.rank`
}

/** What is searched. */
export type SearchSource = keyof typeof SEARCH_QUERIES

/** The rows of one kind that match, best first, at most `MOST_FOUND`. */
export const findRows = (db: ReadableDb, source: SearchSource, match: string): Found[] => all<Found>(db, SEARCH_QUERIES[source], { match })

/** The characters that stand around a hit in a snippet of the index; the folding of texts leaves none of them. */
const OPEN = '\ue000'
const CLOSE = '\ue001'

const SNIPPETS = {
  text: `SELECT snippet(block_search, 0, $open, $close, '…', 24) AS words FROM block_search WHERE rowid = $key AND block_search MATCH $match`,
  quote: `SELECT snippet(quote_search, 0, $open, $close, '…', 24) AS words FROM quote_search WHERE rowid = $key AND quote_search MATCH $match`,
  note: `SELECT snippet(note_search, 0, $open, $close, '…', 24) AS words FROM note_search WHERE rowid = $key AND note_search MATCH $match`
}

/** Takes the marks out of a snippet and says where they stood. */
const readMarks = (words: string): Snippet => {
  const marks: TextRange[] = []
  let text = ''
  let from = 0
  for (const piece of words.split(/([\ue000\ue001])/)) {
    if (piece === OPEN) from = text.length
    else if (piece === CLOSE) marks.push({ start: from, end: text.length })
    else text += piece
  }
  return { text, marks }
}

/** The piece of a matching row that shows its hits best. */
export const readSnippet = (db: ReadableDb, source: SearchSource, key: number, match: string): Snippet =>
  readMarks(one<{ words: string }>(db, SNIPPETS[source], { key, match, open: OPEN, close: CLOSE })?.words ?? '')

/** The block behind a hit. */
export const getBlockHit = (db: ReadableDb, key: number): BlockHit | undefined => {
  const row = one<{ sequence: number; text: string; folded: string | null; body: string }>(db,
    'SELECT sequence, text, folded, body FROM block JOIN document ON document.key = block.document_key WHERE block.key = $key', { key })
  if (!row) return undefined
  const { ranges, map } = fromJson<{ ranges: TextRange[]; map: number[] }>(row.body)
  return { sequence: row.sequence, text: row.text, plain: row.folded === null, ranges, map }
}

const toWorkHit = (row: { note_id: string | null; source_start: number | null; source_end: number | null }): WorkHit => ({
  noteId: row.note_id,
  range: row.source_start === null || row.source_end === null ? null : { start: row.source_start, end: row.source_end }
})

/** The annotation or the note behind a hit. */
export const getWorkHit = (db: ReadableDb, source: 'quote' | 'note', key: number): WorkHit | undefined => {
  const row = source === 'quote'
    ? one<{ note_id: null; source_start: number; source_end: number }>(db, 'SELECT NULL AS note_id, source_start, source_end FROM annotation WHERE key = $key', { key })
    : one<{ note_id: string; source_start: number | null; source_end: number | null }>(db, `SELECT note.id AS note_id, annotation.source_start, annotation.source_end
      FROM note LEFT JOIN annotation ON annotation.id = note.annotation_id WHERE note.key = $key`, { key })
  return row && toWorkHit(row)
}
