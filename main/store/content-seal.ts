import { createHash } from 'node:crypto'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** The form of the hash below: raise it with the columns that are hashed, and every document is sealed anew. */
const FORM = '1'

/** How many rows are read and hashed at a time: about a millisecond's work. */
const ROWS = 250

const row = (columns: readonly string[]): string => columns.map((column) => `coalesce(${column}, x'00')`).join(` || x'1f' || `)

const ofRows = (table: string, columns: readonly string[]): string =>
  `SELECT count(*) AS rows, CAST(group_concat(member, x'1e') AS BLOB) AS piece FROM (
    SELECT ${row(columns)} AS member FROM ${table} WHERE document_key = $key AND ordinal >= $from AND ordinal < $to ORDER BY ordinal)`

/** Everything of a document that is shown as the filing's, or that says where it stands. */
const QUERIES = {
  head: `SELECT CAST(${row(['sequence', 'type', 'filename', 'description', 'format', 'source_start', 'source_end'])} AS BLOB) AS piece
    FROM document WHERE key = $key`,
  long: [
    ofRows('block', ['ordinal', 'kind', 'source_start', 'source_end', 'text', 'body']),
    ofRows('sentence', ['ordinal', 'node', 'block', 'source_start', 'source_end', 'section', 'speaker', 'text_start', 'text_length', 'text',
      'more']),
    ofRows('section', ['ordinal', 'node', 'kind', 'title', 'source_start', 'source_end', 'body'])
  ],
  parts: `SELECT part, piece FROM analysis WHERE document_key = $key ORDER BY part, piece`,
  part: `SELECT CAST(${row(['part', 'piece', 'body'])} AS BLOB) AS piece FROM analysis
    WHERE document_key = $key AND part = $part AND piece = $piece`
}

interface Piece {
  readonly piece: Uint8Array | null
}

/** The bytes of a document's stored content, a little at a time. */
function* bytesOf(db: ReadableDb, key: DocumentKey): Generator<Uint8Array, void> {
  yield one<Piece>(db, QUERIES.head, { key })?.piece ?? new Uint8Array()
  for (const sql of QUERIES.long) {
    for (let from = 0;; from += ROWS) {
      const read = one<Piece & { readonly rows: number }>(db, sql, { key, from, to: from + ROWS })
      if (read?.piece) yield read.piece
      if (!read || read.rows < ROWS) break
    }
  }
  for (const { part, piece } of all<{ part: string; piece: number }>(db, QUERIES.parts, { key }))
    yield one<Piece>(db, QUERIES.part, { key, part, piece })?.piece ?? new Uint8Array()
}

/** Works out the seal of a document's stored content, yielding often: the thread is held for a few milliseconds at a time. */
export function* sealContent(db: ReadableDb, key: DocumentKey): Generator<void, string> {
  const hash = createHash('sha256')
  for (const bytes of bytesOf(db, key)) {
    hash.update(bytes).update('\x1d')
    yield
  }
  return `${FORM}:${hash.digest('hex')}`
}

/** Whether a seal was made in the form that is made now. */
export const isCurrentSeal = (seal: string | null): seal is string => seal?.startsWith(`${FORM}:`) === true

/** What is listed of a document beside its content: what waits for a decision, and where it speaks of which risk. */
const LISTS = [
  { table: 'suggestion', columns: ['filing_id', 'kind', 'node', 'source_start', 'source_end', 'words'],
    order: ['source_start', 'kind', 'node'] },
  { table: 'risk_place', columns: ['risk', 'block_key', 'node'], order: ['node', 'risk', 'block_key'] }
] as const

type Place = Readonly<Record<string, string | number>>

const listSql = ({ table, columns, order }: typeof LISTS[number], first: boolean): string =>
  `SELECT CAST(${row(columns)} AS BLOB) AS piece, ${order.join(', ')} FROM ${table} WHERE document_key = $key
    ${first ? '' : `AND (${order.join(', ')}) > (${order.map((column) => `$${column}`).join(', ')})`}
    ORDER BY ${order.join(', ')} LIMIT ${String(ROWS)}`

/** Works out the seal of what is listed of a document, yielding often, as `sealContent`. */
export function* sealLists(db: ReadableDb, key: DocumentKey): Generator<void, string> {
  const hash = createHash('sha256')
  for (const list of LISTS) {
    for (let after: Place | null = null;;) {
      const rows: readonly (Piece & Place)[] = all<Piece & Place>(db, listSql(list, after === null), { ...after, key })
      for (const { piece } of rows) hash.update(piece ?? new Uint8Array()).update('\x1e')
      yield
      const last = rows.at(-1)
      if (!last || rows.length < ROWS) break
      after = Object.fromEntries(list.order.map((column) => [column, last[column] ?? '']))
    }
    hash.update('\x1d')
  }
  return `${FORM}:${hash.digest('hex')}`
}

const OF_LISTS = 'document_lists'

/** The seal of what is listed of a document; null where none was made yet. */
export const getListSeal = (db: ReadableDb, key: DocumentKey): string | null =>
  one<{ hash: Uint8Array }>(db, 'SELECT hash FROM seal WHERE kind = $kind AND id = $id', { kind: OF_LISTS, id: String(key) })
    ?.hash.toString() ?? null

/** Keeps the seal of what is listed of a document. */
export const setListSeal = (db: WritableDb, key: DocumentKey, seal: string): void => {
  run(db, 'INSERT INTO seal (kind, id, hash) VALUES ($kind, $id, $hash) ON CONFLICT (kind, id) DO UPDATE SET hash = excluded.hash', {
    kind: OF_LISTS,
    id: String(key),
    hash: Buffer.from(seal)
  })
}
