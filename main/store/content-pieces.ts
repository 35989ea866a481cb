import type { DocumentEntry } from '#contract/filing'
import type { DocumentContent } from '#contract/document-wire'
import type { DocumentKey } from './documents'
import type { ReadableDb } from './handles'
import { EMPTY_PARTS } from './parts'
import { listSections } from './sections'
import { all, one } from './sql'

/** How many rows are read at a time before everything else gets its turn: a few milliseconds' work. */
const ROWS = 500

/**
 * The queries of every opening; their plans are held by a test. SQLite itself puts the stored JSON together, as bytes: nothing of it
 * is taken apart, and nothing is decoded, before it is where it is drawn.
 */
export const CONTENT_PIECE_QUERIES = {
  blocks: `SELECT count(*) AS rows, CAST('{"blocks":[' || group_concat(member, ',') || ']}' AS BLOB) AS piece FROM (
    SELECT '{"kind":' || json_quote(kind) || ',"text":' || json_quote(text) || ',' || substr(body, 2) AS member
    FROM block WHERE document_key = $key AND ordinal >= $from AND ordinal < $to ORDER BY ordinal)`,
  sentences: `SELECT count(*) AS rows, CAST('{"sentences":[' || group_concat(member, ',') || ']}' AS BLOB) AS piece FROM (
    SELECT '{"id":' || json_quote(node) || ',"block":' || json_quote(block) || ',"start":' || source_start || ',"end":' || source_end
      || ',"section":' || json_quote(section) || ',"speaker":' || json_quote(speaker)
      || CASE WHEN text IS NULL THEN ',"slice":[' || text_start || ',' || text_length || ']' ELSE ',"text":' || json_quote(text) END
      || CASE WHEN more IS NULL OR more = '{}' THEN '}' ELSE ',' || substr(more, 2) END AS member
    FROM sentence WHERE document_key = $key AND ordinal >= $from AND ordinal < $to ORDER BY ordinal)`,
  parts: `SELECT CAST('{"' || part || '":' || body || '}' AS BLOB) AS piece FROM analysis
    WHERE document_key = $key AND part <> 'facts' ORDER BY part, piece`,
  facts:
    `SELECT CAST('{"facts":' || body || '}' AS BLOB) AS piece FROM analysis WHERE document_key = $key AND part = 'facts' ORDER BY piece`,
  hasFacts: `SELECT EXISTS (SELECT 1 FROM analysis WHERE document_key = $key AND part = 'facts' AND body <> '[]') AS found`
}

interface Piece {
  readonly piece: Uint8Array
}

function* rowsOf(db: ReadableDb, key: DocumentKey, sql: string): Generator<Uint8Array, void> {
  for (let from = 0;; from += ROWS) {
    const read = one<{ readonly rows: number; readonly piece: Uint8Array | null }>(db, sql, { key, from, to: from + ROWS })
    if (read?.piece) yield read.piece
    if (!read || read.rows < ROWS) return
  }
}

/**
 * Reads the content of a parsed document in pieces, as they cross the wire (`DocumentPiece`), each in a few milliseconds. What
 * is joined of them is what `readContent` gives, without the facts.
 */
export function* readContentPieces(db: ReadableDb, key: DocumentKey, entry: DocumentEntry): Generator<Uint8Array, void> {
  const { sequence, type, filename, description, format, range } = entry
  const hasFacts = one<{ found: number }>(db, CONTENT_PIECE_QUERIES.hasFacts, { key })?.found === 1
  const { facts: _facts, ...empty } = EMPTY_PARTS
  yield* rowsOf(db, key, CONTENT_PIECE_QUERIES.blocks)
  yield* rowsOf(db, key, CONTENT_PIECE_QUERIES.sentences)
  const head = { sequence, type, filename, description, format, range, ...empty, sections: listSections(db, key),
    hasFacts } satisfies Partial<DocumentContent>
  yield new TextEncoder().encode(JSON.stringify(head))
  for (const { piece } of all<Piece>(db, CONTENT_PIECE_QUERIES.parts, { key })) yield piece
}

/** Reads the inline XBRL facts of a parsed document in pieces (`FactsPiece`). */
export const readFactPieces = (db: ReadableDb, key: DocumentKey): readonly Uint8Array[] =>
  all<Piece>(db, CONTENT_PIECE_QUERIES.facts, { key }).map(({ piece }) => piece)
