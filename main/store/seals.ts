import { hash } from 'node:crypto'
import type { FilingId } from '#contract/ids'
import type { ReadableDb, WritableDb } from './handles'
import { NAME_PARTS, nameSql, SEALED_KINDS, sealSql, tableOf } from './sealed-tables'
import type { BrokenRow, SealedKind } from './sealed-tables'
import { all, one, run, transact } from './sql'

/** SHA-256 of a row's values: numbers and text as they are, an empty field told from an empty text. */
const sealValues = (...values: readonly unknown[]): Buffer =>
  hash('sha256', values.map((value) => (value === null ? '\u0000' : value instanceof Uint8Array ? hash('sha256', value) : String(value)))
    .join(NAME_PARTS), 'buffer')

/** Teaches a connection to work out the seal of a row. */
export const knowSeals = (db: ReadableDb): void => {
  db.function('redwell_seal', { deterministic: true, varargs: true }, sealValues)
}

const triggersOf = (kind: SealedKind): string => {
  const table = tableOf(kind)
  const put = `INSERT INTO seal (kind, id, hash) VALUES ('${kind}', ${nameSql(table, 'new')}, ${sealSql(table, 'new')})
    ON CONFLICT (kind, id) DO UPDATE SET hash = excluded.hash;`
  const remove = `DELETE FROM seal WHERE kind = '${kind}' AND id = ${nameSql(table, 'old')};`
  const watched = [...table.id, ...table.columns].join(', ')
  return `
    CREATE TEMP TRIGGER seal_${kind}_insert AFTER INSERT ON main.${kind} BEGIN ${put} END;
    CREATE TEMP TRIGGER seal_${kind}_update AFTER UPDATE OF ${watched} ON main.${kind} BEGIN ${put} END;
    CREATE TEMP TRIGGER seal_${kind}_rename AFTER UPDATE OF ${table.id.join(', ')} ON main.${kind}
      WHEN ${nameSql(table, 'old')} <> ${nameSql(table, 'new')} BEGIN ${remove} END;
    CREATE TEMP TRIGGER seal_${kind}_delete AFTER DELETE ON main.${kind} BEGIN ${remove} END;`
}

/** Has every row of the analyst's work that this connection writes sealed with it. Called once, when the connection is opened. */
export const sealWrites = (db: WritableDb): void => {
  knowSeals(db)
  for (const kind of SEALED_KINDS) db.exec(triggersOf(kind))
}

const withoutTriggers = (names: readonly string[]): string => names.map((name) => `DROP TRIGGER ${name};`).join('\n')

const isSealed = (table: string): table is SealedKind => SEALED_KINDS.some((kind) => kind === table)

/** Runs `work` over the rows of a table while what it writes of them is not sealed: their seals stay as they were. */
export const withoutSealing = (db: WritableDb, table: string, work: () => void): void => {
  if (!isSealed(table)) {
    work()
    return
  }
  db.exec(withoutTriggers(['insert', 'update', 'rename', 'delete'].map((name) => `temp.seal_${table}_${name}`)))
  work()
  db.exec(triggersOf(table))
}

interface Found {
  readonly id: string
}

const toBroken = (kind: SealedKind, gone: boolean) => ({ id }: Found): BrokenRow => ({ kind, id: id.split(NAME_PARTS), gone })

const changedSql = (kind: SealedKind, where: string): string => {
  const table = tableOf(kind)
  return `SELECT ${nameSql(table, 't')} AS id FROM ${kind} AS t JOIN seal ON seal.kind = '${kind}' AND seal.id = ${nameSql(table, 't')}
    WHERE ${where} AND seal.hash <> ${sealSql(table, 't')}`
}

/** The rows of a kind that belong to a filing and are no longer as they were written. */
export const listBrokenOfFiling = (db: ReadableDb, kind: SealedKind, filingId: FilingId): BrokenRow[] => {
  const { filing } = tableOf(kind)
  return filing === null ? [] : all<Found>(db, changedSql(kind, `t.${filing} = $filingId`), { filingId }).map(toBroken(kind, false))
}

/** How many names are looked at in one step: a few milliseconds' work. */
const NAMES = 200

/** A name as the column holds it; what stands before every name where it is empty. */
const bound = (kind: SealedKind, name: string): string | number => tableOf(kind).numbered ? (name === '' ? -1 : Number(name)) : name

/** The last name of the next step of a kind, behind `after`; null where nothing is left. */
const nextOf = (db: ReadableDb, kind: SealedKind, after: string): string | null => {
  const [first] = tableOf(kind).id
  const last =
    one<{ last: string | number | null }>(db,
      `SELECT max(name) AS last FROM (SELECT DISTINCT ${first ?? ''} AS name FROM ${kind} WHERE ${
        first ?? ''
      } > $after ORDER BY name LIMIT ${String(NAMES)})`, { after: bound(kind, after) })?.last ?? null
  return last === null ? null : String(last)
}

/**
 * One step over the rows of a kind: those that are broken, and where to go on (null at the end). The first step tells of those that are gone.
 * Rows without a seal are sealed by the steps that follow it.
 */
export const checkSeals = (db: WritableDb, kind: SealedKind,
  after: string | null): { readonly broken: readonly BrokenRow[]; readonly next: string | null } => {
  if (after === null) return { broken: listGone(db, kind), next: '' }
  const table = tableOf(kind)
  const last = nextOf(db, kind, after)
  const [first] = table.id
  if (last === null || first === undefined) return { broken: [], next: null }
  const within = `t.${first} > $after AND t.${first} <= $last`
  const place = { after: bound(kind, after), last: bound(kind, last) }
  run(db, `INSERT INTO seal (kind, id, hash) SELECT '${kind}', ${nameSql(table, 't')}, ${sealSql(table, 't')} FROM ${kind} AS t
    WHERE ${within} AND NOT EXISTS (SELECT 1 FROM seal WHERE kind = '${kind}' AND id = ${nameSql(table, 't')})`, place)
  return { broken: all<Found>(db, changedSql(kind, within), place).map(toBroken(kind, false)), next: last }
}

/** The rows of a kind that were written and are gone without having been removed. */
const listGone = (db: ReadableDb, kind: SealedKind): BrokenRow[] => {
  const name = nameSql(tableOf(kind), 't')
  return all<Found>(db, `SELECT id FROM seal WHERE kind = '${kind}' AND id NOT IN (SELECT ${name} FROM ${kind} AS t)`)
    .map(toBroken(kind, true))
}

/** The name of a row without a seal that is what the row was that is gone, as SQL: bytes that are no text any more stay in SQLite. */
const straySql = ({ kind }: BrokenRow): string => {
  const table = tableOf(kind)
  const name = nameSql(table, 't')
  return `SELECT ${name} FROM ${kind} AS t WHERE NOT EXISTS (SELECT 1 FROM seal WHERE kind = '${kind}' AND id = ${name})
    AND ${sealSql(table, 't')} = (SELECT hash FROM seal WHERE kind = '${kind}' AND id = $id) LIMIT 1`
}

/** Whether there is a row without a seal that is what the row was that is gone: the name of either, or of the seal, changed on the disk. */
export const hasStray = (db: ReadableDb, row: BrokenRow): boolean =>
  one<{ found: number }>(db, `SELECT EXISTS (${straySql(row)}) AS found`, { id: row.id.join(NAME_PARTS) })?.found === 1

/** Runs `work` without the triggers that keep rows of a kind from being changed at all. Within a transaction. */
const withoutGuards = (db: WritableDb, kind: SealedKind, work: () => void): void => {
  const guards = all<{ name: string; sql: string }>(db,
    `SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = $kind AND sql LIKE '%raise(ABORT%'`, { kind })
  db.exec(withoutTriggers(guards.map(({ name }) => `main.${name}`)))
  work()
  for (const { sql } of guards) db.exec(sql)
}

/** Gives a stray row the name it had. Run it within `withoutReferences`. */
export const renameStray = (db: WritableDb, row: BrokenRow): void => transact(db, () => withoutGuards(db, row.kind, () => rename(db, row)))

const rename = (db: WritableDb, row: BrokenRow): void => {
  const { kind, id } = row
  const table = tableOf(kind)
  const names = Object.fromEntries(id.map((part, at) => [`part${String(at)}`, table.numbered ? Number(part) : part]))
  run(db, `UPDATE ${kind} AS r SET ${table.id.map((column, at) => `${column} = $part${String(at)}`).join(', ')}
    WHERE ${nameSql(table, 'r')} = (${straySql(row)})`, { ...names, id: id.join(NAME_PARTS) })
}

const kept = (db: ReadableDb, { kind, id }: BrokenRow): string | null =>
  one<{ hash: string }>(db, 'SELECT hex(hash) AS hash FROM seal WHERE kind = $kind AND id = $id', { kind, id: id.join(NAME_PARTS) })
    ?.hash ?? null

/** Remembers a row's seal; the answer says whether it is the same, once the row was written again. */
export const sealIsKept = (db: ReadableDb, row: BrokenRow): () => boolean => {
  const before = kept(db, row)
  return () => kept(db, row) === before
}

/** Takes a row away that is to be written anew; run it within `withoutReferences`. Revisions of a note are never taken away. */
export const removeBroken = (db: WritableDb, { kind, id }: BrokenRow): void => {
  run(db, `DELETE FROM ${kind} AS t WHERE ${nameSql(tableOf(kind), 't')} = $id`, { id: id.join(NAME_PARTS) })
}

/** Forgets the seal of a row that is let go. */
export const unsealBroken = (db: WritableDb, { kind, id }: BrokenRow): void => {
  run(db, 'DELETE FROM seal WHERE kind = $kind AND id = $id', { kind, id: id.join(NAME_PARTS) })
}

/** Runs `work` while rows may be taken away and written anew under what stands on them. Not inside a transaction. */
export const withoutReferences = (db: WritableDb, work: () => void): void => {
  db.pragma('foreign_keys = OFF')
  try {
    work()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
