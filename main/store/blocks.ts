import type { Block, BlockKind } from '#contract/filing'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { indexBlock } from './search-index'
import { all, one, run } from './sql'

interface Row {
  readonly kind: BlockKind
  readonly text: string
  readonly body: string
}

type Body = Omit<Block, 'kind' | 'text'>

/** The query that reads a document's blocks; its plan is held by a test. */
export const BLOCK_QUERIES = {
  list: 'SELECT kind, text, body FROM block WHERE document_key = $key ORDER BY ordinal',
  some: 'SELECT kind, text, body FROM block WHERE document_key = $key AND ordinal >= $from ORDER BY ordinal LIMIT $count',
  ends: `SELECT kind, text FROM block WHERE document_key = $key AND (ordinal < $head OR ordinal >= $last) ORDER BY ordinal`,
  last: 'SELECT max(ordinal) AS last FROM block WHERE document_key = $key'
}

/** The most blocks a document can have: the key of a block is its document's key times this, plus its ordinal. */
export const MOST_BLOCKS = 1_048_576

/** Stores one block; `words` are those it is searched by. */
export const writeBlock = (db: WritableDb, key: DocumentKey, ordinal: number, block: Block, words: string): void => {
  const { kind, text, ...body } = block
  run(db, `INSERT INTO block (key, document_key, ordinal, kind, source_start, source_end, text, body)
    VALUES ($blockKey, $key, $ordinal, $kind, $start, $end, $text, $body)`, {
    blockKey: key * MOST_BLOCKS + ordinal,
    key,
    ordinal,
    kind,
    text,
    start: block.ranges[0]?.start ?? 0,
    end: block.ranges[block.ranges.length - 1]?.end ?? 0,
    body: JSON.stringify(body satisfies Body)
  })
  indexBlock(db, key * MOST_BLOCKS + ordinal, words)
}

const toBlock = (row: Row): Block => ({ ...fromJson<Body>(row.body), kind: row.kind, text: row.text })

/** The blocks of a document in the order of the text. */
export const listBlocks = (db: ReadableDb, key: DocumentKey): Block[] => all<Row>(db, BLOCK_QUERIES.list, { key }).map(toBlock)

/** Some blocks of a document in the order of the text: at most `count`, from the one that has `from` before it. */
export const listBlocksFrom = (db: ReadableDb, key: DocumentKey, from: number, count: number): Block[] =>
  all<Row>(db, BLOCK_QUERIES.some, { key, from, count }).map(toBlock)

/** Kind and text of the first `head` and the last `tail` blocks of a document, in the order of the text. */
export const listWordsAtEnds = (db: ReadableDb, key: DocumentKey, head: number, tail: number): Pick<Row, 'kind' | 'text'>[] => {
  const last = one<{ last: number | null }>(db, BLOCK_QUERIES.last, { key })?.last ?? -1
  return all<Pick<Row, 'kind' | 'text'>>(db, BLOCK_QUERIES.ends, { key, head, last: last + 1 - tail })
}
