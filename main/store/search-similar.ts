import type { TextRange } from '#contract/range'
import type { ReadableDb } from './handles'
import { all, one } from './sql'

/** The queries of a search for like sentences; their plans are held by a test. */
export const SIMILAR_QUERIES = {
  candidates:
    'SELECT rowid AS key FROM block_search WHERE block_search MATCH $match AND ((rowid & 15) <> 0 OR going()) ORDER BY rank LIMIT $most',
  block: "SELECT document_key AS document, text, json_extract(body, '$.id') AS node FROM block WHERE key = $key",
  sentences: `SELECT source_start AS start, source_end AS end, text_start AS textStart, text_length AS textLength, text
    FROM sentence WHERE document_key = $document AND block = $node ORDER BY ordinal`
}

/** Makes the numbers of words readable through this handle; they are computed when asked for and stored nowhere. */
const readyWordCounts = (db: ReadableDb): void => {
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab(main, block_search, row)')
}

/** In how many blocks each word stands; 0 for one that stands in none. */
export const countBlocksWith = (db: ReadableDb, words: readonly string[]): readonly number[] => {
  readyWordCounts(db)
  return words.map((word) => one<{ doc: number }>(db, 'SELECT doc FROM temp.search_word WHERE term = $word', { word })?.doc ?? 0)
}

/** The blocks that match best. */
export const findBest = (db: ReadableDb, match: string, most: number): number[] =>
  all<{ key: number }>(db, SIMILAR_QUERIES.candidates, { match, most }).map(({ key }) => key)

interface Row extends TextRange {
  readonly textStart: number
  readonly textLength: number
  readonly text: string | null
}

/** The sentences of a block, with their words and their places in the source. */
export const listSentencesOfBlock = (db: ReadableDb, key: number): (TextRange & { readonly text: string })[] => {
  const block = one<{ document: number; text: string; node: string }>(db, SIMILAR_QUERIES.block, { key })
  if (!block) return []
  return all<Row>(db, SIMILAR_QUERIES.sentences, { document: block.document, node: block.node })
    .map(({ start, end, textStart, textLength, text }) => ({ start, end,
      text: text ?? block.text.slice(textStart, textStart + textLength) })
    )
}
