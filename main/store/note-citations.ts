import type { Backlink, CitedKind } from '#contract/citation'
import type { FilingId, NodeId } from '#contract/ids'
import type { NoteStatus, NoteTarget } from '#contract/note'
import type { TextMap, TextRange } from '#contract/range'
import type { DocumentKey } from './documents'
import type { ReadableDb } from './handles'
import { fromJson } from './json'
import { all, one } from './sql'

interface BacklinkRow {
  readonly note_id: string
  readonly filing_id: string
  readonly filing_title: string
  readonly target_kind: NoteTarget['kind']
  readonly annotation_id: string | null
  readonly section_node: string | null
  readonly section_title: string | null
  readonly status: NoteStatus
  readonly text: string
  readonly kind: CitedKind
  readonly ref: string | null
  readonly source_start: number
  readonly source_end: number
}

/** The queries behind "cited in" and a citation's preview; their plans are held by a test. */
export const CITATION_QUERIES = {
  ofFiling:
    `SELECT note.id AS note_id, note.filing_id, filing.title AS filing_title, note.target_kind, note.annotation_id, note.section_node,
      note.section_title, note.status, substr(note.text, 1, 160) AS text, note_citation.kind, note_citation.ref, note_citation.source_start,
      note_citation.source_end
    FROM note_citation
    CROSS JOIN note ON note.id = note_citation.note_id
    CROSS JOIN filing ON filing.id = note.filing_id AND filing.trashed_at IS NULL
    WHERE note_citation.filing_id = $filingId ORDER BY note_citation.source_start, note.id`,
  blocksAt: `SELECT text, body FROM block WHERE document_key = $key AND source_start < $end AND source_end > $start
      AND source_start >= coalesce((SELECT max(source_start) FROM block WHERE document_key = $key AND source_start <= $start), 0)
    ORDER BY source_start LIMIT 20`,
  sectionAt: `SELECT node, title FROM section WHERE document_key = $key AND source_start <= $start AND source_end > $start
    ORDER BY source_start DESC, source_end LIMIT 1`
}

const targetOf = (row: BacklinkRow): NoteTarget => {
  if (row.target_kind === 'annotation' && row.annotation_id !== null) return { kind: 'annotation', annotationId: row.annotation_id }
  if (row.target_kind === 'section') return { kind: 'section', sectionId: row.section_node ?? '', title: row.section_title ?? '' }
  return { kind: 'filing' }
}

/** Every citation of something of a filing in the notes of all filings that are not in the trash, by place. */
export const listBacklinks = (db: ReadableDb, filingId: FilingId): Backlink[] =>
  all<BacklinkRow>(db, CITATION_QUERIES.ofFiling, { filingId }).map((row) => ({
    noteId: row.note_id,
    filingId: row.filing_id,
    filingTitle: row.filing_title,
    target: targetOf(row),
    status: row.status,
    text: row.text,
    kind: row.kind,
    ref: row.ref,
    range: { start: row.source_start, end: row.source_end }
  }))

/** The words of a block with the map that leads back to its source. */
export interface WordsAt {
  readonly text: string
  readonly map: TextMap
}

/** The blocks of a document that a range touches, at most 20, in their order. */
export const listBlocksAt = (db: ReadableDb, key: DocumentKey, range: TextRange): WordsAt[] =>
  all<{ text: string; body: string }>(db, CITATION_QUERIES.blocksAt, { key, ...range })
    .map(({ text, body }) => ({ text, map: fromJson<{ map: number[] }>(body).map }))

/** The innermost section that holds an offset, or undefined. */
export const getSectionAt = (db: ReadableDb, key: DocumentKey, start: number):
  | { readonly node: NodeId; readonly title: string }
  | undefined => one<{ node: string; title: string }>(db, CITATION_QUERIES.sectionAt, { key, start })
