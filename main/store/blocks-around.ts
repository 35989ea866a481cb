import type { Block } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { listBlocksFrom } from './blocks'
import type { DocumentKey } from './documents'
import type { ReadableDb } from './handles'
import { one } from './sql'

/** How far back a block may begin whose later pieces stand behind page furniture. */
const INTERLEAVED = 12

/** How many blocks are read at a time on the way to the end of a range. */
const STEP = 50

/** The query that finds the first block behind a place; its plan is held by a test. */
export const BEHIND_QUERY = 'SELECT ordinal FROM block WHERE document_key = $key AND source_start > $place ORDER BY source_start LIMIT 1'
const LAST_QUERY = 'SELECT max(ordinal) AS ordinal FROM block WHERE document_key = $key'

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0)

/**
 * The blocks that a range of a document touches, in the order of the text, with as many on either side as hold at least `context`
 * code units of text, unless the document begins or ends before.
 */
export const listBlocksAround = (db: ReadableDb, key: DocumentKey, range: TextRange, context: number): readonly Block[] => {
  const last = (one<{ ordinal: number | null }>(db, LAST_QUERY, { key })?.ordinal ?? -1) + 1
  const behindStart = one<{ ordinal: number }>(db, BEHIND_QUERY, { key, place: range.start })?.ordinal ?? last
  const behindEnd = one<{ ordinal: number }>(db, BEHIND_QUERY, { key, place: range.end })?.ordinal ?? last
  const touched = Math.max(0, behindStart - INTERLEAVED)
  let from = touched
  for (let room = 0; from > 0 && room < context;) {
    const to = from
    from = Math.max(0, from - INTERLEAVED)
    room += lengthOf(listBlocksFrom(db, key, from, to - from))
  }
  const blocks = listBlocksFrom(db, key, from, behindEnd - from)
  for (let room = 0; from + blocks.length < last && room < context;) {
    const more = listBlocksFrom(db, key, from + blocks.length, STEP)
    room += lengthOf(more)
    blocks.push(...more)
  }
  return blocks
}
