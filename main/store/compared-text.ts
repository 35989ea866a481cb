import type { DocumentKey } from './documents'
import type { ReadableDb } from './handles'
import { listSections } from './sections'
import { all } from './sql'

/** What is compared of a stored document, as the JSON that is stored: lists of blocks and of sentences in pieces, and the members of the rest. */
export interface ComparedText {
  readonly blocks: readonly string[]
  readonly sentences: readonly string[]
  readonly rest: string
}

/** How many rows are read at a time before everything else gets its turn: a few milliseconds' work. */
const ROWS = 500

/** The queries of every comparison; their plans are held by a test. */
export const COMPARED_TEXT_QUERIES = {
  blocks: 'SELECT kind, text, body FROM block WHERE document_key = $key AND ordinal >= $from AND ordinal < $to ORDER BY ordinal',
  sentences: `SELECT block, source_start AS start, source_end AS "end", text_start AS "from", text_length AS length, text
    FROM sentence WHERE document_key = $key AND ordinal >= $from AND ordinal < $to ORDER BY ordinal`,
  parts: "SELECT part, body FROM analysis WHERE document_key = $key AND part IN ('figures', 'safeHarbor') ORDER BY part, piece"
}

interface BlockRow {
  readonly kind: string
  readonly text: string
  readonly body: string
}

const blockText = ({ kind, text, body }: BlockRow): string => `{${body.slice(1, -1)},"kind":"${kind}","text":${JSON.stringify(text)}}`

function* pieces<Row>(db: ReadableDb, sql: string, key: DocumentKey, write: (row: Row) => string): Generator<void, string[]> {
  const written: string[] = []
  for (let from = 0;; from += ROWS) {
    const rows = all<Row>(db, sql, { key, from, to: from + ROWS })
    written.push(`[${rows.map(write).join(',')}]`)
    if (rows.length < ROWS) return written
    yield
  }
}

/**
 * Reads of a parsed document what a comparison takes, and no more: facts, findings and suggestions are most of an annual report. A
 * sentence is told by its place in the text of its block. In steps that do not hold the thread; run the generator to its end.
 */
export function* readComparedText(db: ReadableDb, key: DocumentKey): Generator<void, ComparedText> {
  const blocks = yield* pieces<BlockRow>(db, COMPARED_TEXT_QUERIES.blocks, key, blockText)
  yield
  const sentences = yield* pieces(db, COMPARED_TEXT_QUERIES.sentences, key, (row: object) => JSON.stringify(row))
  yield
  const parts = all<{ part: string; body: string }>(db, COMPARED_TEXT_QUERIES.parts, { key })
  const listed = parts.filter(({ part }) => part === 'figures').map(({ body }) => body.slice(1, -1)).filter((body) => body !== '')
  const harbor = parts.find(({ part }) => part === 'safeHarbor')?.body ?? 'null'
  return { blocks, sentences,
    rest: `{"sections":${JSON.stringify(listSections(db, key))},"safeHarbor":${harbor},"figures":[${listed.join(',')}]}` }
}
