import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { inSteps } from './in-steps'
import { all, one, run } from './sql'

/** Puts the words of a block into the index, in place of those it had there. */
export const indexBlock = (db: WritableDb, key: number, words: string): void => {
  run(db, 'INSERT OR REPLACE INTO block_search (rowid, words) VALUES ($key, $words)', { key, words })
}

/** How many pages of the index one merge writes: about a millisecond's work. */
const MERGED = 16

/**
 * Joins pieces of the index that were written one after the other, in short steps: left to itself the index does so in the middle of
 * a commit, for as long as it takes. Searching finds the same before and after.
 */
export function* mergeIndex(db: WritableDb): Generator<void, void> {
  const changes = (): number => one<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0
  yield* inSteps(db, () => {
    const before = changes()
    run(db, "INSERT INTO block_search (block_search, rank) VALUES ('merge', $pages)", { pages: MERGED })
    // The command itself counts as one change (SQLite FTS5, 6.8).
    return changes() - before > 1
  })
}

/** How many documents wait to be put into the index. */
export const countToIndex = (db: ReadableDb): number => one<{ n: number }>(db, 'SELECT count(*) AS n FROM document_to_index')?.n ?? 0

/** Has every document that was parsed put into the index anew; how many those are. */
export const markAllToIndex = (db: WritableDb): number =>
  run(db, 'INSERT OR IGNORE INTO document_to_index (document_key) SELECT key FROM document WHERE parsed = 1')

/** The queries of putting documents into the index; their plans are held by a test. */
export const INDEX_QUERIES = {
  blocks: 'SELECT key, text FROM block WHERE document_key = $key AND ordinal >= $from ORDER BY ordinal LIMIT 20',
  quotes: 'SELECT key, exact AS text FROM annotation WHERE key > $from ORDER BY key LIMIT 20',
  notes: 'SELECT key, text FROM note WHERE key > $from ORDER BY key LIMIT 20'
}

interface Row {
  readonly key: number
  readonly text: string
}

/** Puts one document after the other into the index, in short steps, until none waits; the newest first. */
export function* indexWaiting(db: WritableDb, fold: (text: string) => string): Generator<void, void> {
  let document: DocumentKey | undefined
  let from = 0
  yield* inSteps(db, () => {
    document ??= one<{ key: number }>(db, 'SELECT document_key AS key FROM document_to_index ORDER BY document_key DESC LIMIT 1')?.key
    if (document === undefined) return false
    const rows = all<Row>(db, INDEX_QUERIES.blocks, { key: document, from })
    for (const { key, text } of rows) indexBlock(db, key, fold(text))
    from += 20
    if (rows.length === 20) return true
    run(db, 'DELETE FROM document_to_index WHERE document_key = $key', { key: document })
    document = undefined
    from = 0
    return true
  })
}

const WORK = {
  quotes: 'UPDATE annotation SET words = $words WHERE key = $key',
  notes: 'UPDATE note SET words = $words WHERE key = $key'
}

/** Folds the words of all quotes and notes anew, in short steps. */
export function* refoldWork(db: WritableDb, fold: (text: string) => string): Generator<void, void> {
  for (const source of ['quotes', 'notes'] as const) {
    let from = -1
    yield* inSteps(db, () => {
      const rows = all<Row>(db, INDEX_QUERIES[source], { from })
      for (const { key, text } of rows) run(db, WORK[source], { key, words: fold(text) })
      from = rows.at(-1)?.key ?? from
      return rows.length === 20
    })
  }
}

/** Makes the index of quotes and of notes anew from their rows, after rows were written again under it. */
export const reindexWords = (db: WritableDb): void => {
  for (const index of ['quote_search', 'note_search']) run(db, `INSERT INTO ${index} (${index}) VALUES ('rebuild')`)
}
