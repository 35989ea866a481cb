import type { Block, BlockKind } from '#contract/filing'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, run } from './sql'

interface Row {
  readonly kind: BlockKind
  readonly text: string
  readonly body: string
}

type Body = Omit<Block, 'kind' | 'text'>

/** The query that reads a document's blocks; its plan is held by a test. */
export const BLOCK_QUERIES = {
  list: 'SELECT kind, text, body FROM block WHERE document_key = $key ORDER BY ordinal'
}

/** The most blocks a document can have: the key of a block is its document's key times this, plus its ordinal. */
export const MOST_BLOCKS = 1_048_576

/** Stores one block; `folded` are the words it is searched by where they differ from its text. */
export const writeBlock = (db: WritableDb, key: DocumentKey, ordinal: number, block: Block, folded: string | null): void => {
  const { kind, text, ...body } = block
  run(db, `INSERT INTO block (key, document_key, ordinal, kind, source_start, source_end, text, folded, body)
    VALUES ($blockKey, $key, $ordinal, $kind, $start, $end, $text, $folded, $body)`, {
    blockKey: key * MOST_BLOCKS + ordinal, key, ordinal, kind, text, folded,
    start: block.ranges[0]?.start ?? 0,
    end: block.ranges[block.ranges.length - 1]?.end ?? 0,
    body: JSON.stringify(body satisfies Body)
  })
}

/** The blocks of a document in the order of the text. */
export const listBlocks = (db: ReadableDb, key: DocumentKey): Block[] =>
  all<Row>(db, BLOCK_QUERIES.list, { key }).map((row) => ({ ...fromJson<Body>(row.body), kind: row.kind, text: row.text }))
