import type Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from './handles'

/** A value that SQLite stores as it is. */
export type SqlValue = string | number | null | Uint8Array
/** The parameters of a statement, by name. */
export type SqlParams = Readonly<Record<string, SqlValue>>

/** A query that took longer than it should: `ms` is wall time. */
export interface SlowQuery {
  readonly sql: string
  readonly ms: number
}

/** Queries slower than this many milliseconds are reported; a frame of the window is 16 ms, and three are seen. */
export const SLOW_QUERY_MS = 40

const statements = new WeakMap<ReadableDb, Map<string, Database.Statement<[SqlParams]>>>()
const listeners = new WeakMap<ReadableDb, (query: SlowQuery) => void>()

/** Has `listener` told of each query of this handle that takes more than `SLOW_QUERY_MS`. */
export const onSlowQuery = (db: ReadableDb, listener: (query: SlowQuery) => void): void => {
  listeners.set(db, listener)
}

const prepared = (db: ReadableDb, sql: string): Database.Statement<[SqlParams]> => {
  let known = statements.get(db)
  if (!known) {
    known = new Map()
    statements.set(db, known)
  }
  let statement = known.get(sql)
  if (!statement) {
    statement = db.prepare<[SqlParams]>(sql)
    known.set(sql, statement)
  }
  return statement
}

const timed = <T>(db: ReadableDb, sql: string, work: () => T): T => {
  const start = performance.now()
  const value = work()
  const ms = performance.now() - start
  if (ms > SLOW_QUERY_MS) listeners.get(db)?.({ sql, ms })
  return value
}

/** Every row of a query, as `Row`. The statement is compiled once per handle. */
export const all = <Row>(db: ReadableDb, sql: string, params: SqlParams = {}): Row[] =>
  timed(db, sql, () => prepared(db, sql).all(params) as Row[])

/** The first row of a query, or undefined. */
export const one = <Row>(db: ReadableDb, sql: string, params: SqlParams = {}): Row | undefined =>
  timed(db, sql, () => prepared(db, sql).get(params) as Row | undefined)

/** Runs a statement that changes rows; the number of rows it changed. */
export const run = (db: WritableDb, sql: string, params: SqlParams = {}): number =>
  timed(db, sql, () => prepared(db, sql).run(params).changes)

/** Runs an insert; the rowid it made. */
export const insert = (db: WritableDb, sql: string, params: SqlParams): number =>
  timed(db, sql, () => Number(prepared(db, sql).run(params).lastInsertRowid))

/** Runs `work` in one write transaction: all of it is committed, or none. Inside another transaction it is a savepoint. */
export const transact = <T>(db: WritableDb, work: () => T): T => db.transaction(work).immediate()

/**
 * As `transact`, without waiting for the disk: a power cut may take the transaction back, but never a part of it, and the
 * next transaction that does wait makes it last too. For steps of work that counts only once its last step is committed.
 */
export const transactUnsynced = <T>(db: WritableDb, work: () => T): T => {
  db.pragma('synchronous = NORMAL')
  try {
    return transact(db, work)
  } finally {
    db.pragma('synchronous = FULL')
  }
}

/** What SQLite plans for a query, one line per step; for tests that hold a hot query to its index. */
export const queryPlan = (db: ReadableDb, sql: string, params: SqlParams): string[] =>
  db.prepare<[SqlParams], { detail: string }>('EXPLAIN QUERY PLAN '.concat(sql)).all(params).map((row) => row.detail)
