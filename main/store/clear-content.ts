import type { DocumentKey } from './documents'
import type { WritableDb } from './handles'
import { inSteps } from './in-steps'
import { one, run } from './sql'

/** The rows of a document that may be many, with how many are removed at a time: a millisecond's work. */
const LONG = [
  { last: 'SELECT max(ordinal) AS last FROM block WHERE document_key = $key',
    remove: 'DELETE FROM block WHERE document_key = $key AND ordinal < $to', at: 20 },
  { last: 'SELECT max(ordinal) AS last FROM sentence WHERE document_key = $key',
    remove: 'DELETE FROM sentence WHERE document_key = $key AND ordinal < $to', at: 500 }
] as const

const SOME_PIECES = 'DELETE FROM analysis WHERE rowid IN (SELECT rowid FROM analysis WHERE document_key = $key LIMIT 20)'

/**
 * Removes the content of a document in short steps, each a transaction of its own: run the generator to its end and let other
 * work in between. From the first step on the document counts as not parsed.
 */
export function* clearContent(db: WritableDb, key: DocumentKey): Generator<void, void> {
  run(db, 'UPDATE document SET parsed = 0 WHERE key = $key AND parsed = 1', { key })
  for (const { last, remove, at } of LONG) {
    const end = one<{ last: number | null }>(db, last, { key })?.last ?? -1
    let to = 0
    yield* inSteps(db, () => {
      if (to > end) return false
      to += at
      run(db, remove, { key, to })
      return true
    })
  }
  yield* inSteps(db, () => run(db, SOME_PIECES, { key }) > 0)
  let rest = ['DELETE FROM section WHERE document_key = $key', 'DELETE FROM sentence_print WHERE document_key = $key']
  yield* inSteps(db, () => {
    const [sql, ...more] = rest
    if (sql === undefined) return false
    run(db, sql, { key })
    rest = more
    return true
  })
}
