import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from './handles'
import { markAllToIndex } from './search-index'
import { withoutReferences, withoutSealing } from './seals'
import { all, transact } from './sql'

/** What a check of every index of a database found. */
export interface IndexFaults {
  /** The tables with an index that does not list what stands in them; the index of words by its own name. */
  readonly tables: readonly string[]
  /** What else is wrong, in SQLite's words. */
  readonly other: readonly string[]
}

const BY_INDEX = /\bindex ([A-Za-z0-9_]+)$/
const BY_ORDER = /\bPRIMARY KEY order for ([A-Za-z0-9_]+)$/
const BY_WORDS = /\bFTS5 table (?:main\.)?([A-Za-z0-9_]+)/

/** The index or table that a fault is of, where it is one of order or of an index; undefined for any other. */
const nameIn = (line: string): string | undefined => (BY_INDEX.exec(line) ?? BY_WORDS.exec(line) ?? BY_ORDER.exec(line))?.[1]

/** The faults of one table, or of the whole database, in SQLite's words; where a page is so spoilt that SQLite throws, its words for that. */
const faultsOf = (db: Database.Database, table: string | null): readonly string[] => {
  try {
    const rows = db.pragma(table === null ? 'integrity_check' : `integrity_check("${table}")`) as { integrity_check: string }[]
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    return [table === null ? error.message : `${error.message} in index ${table}`]
  }
}

/**
 * Holds every index against its table, which the check at a start does not: reads every page, so that it is made in a thread of its own.
 * Where SQLite throws at a page, the tables are looked at one by one.
 */
export const findIndexFaults = (path: string): IndexFaults => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const schema = all<{ type: string; name: string; owner: string }>(db as ReadableDb,
      "SELECT type, name, tbl_name AS owner FROM sqlite_schema WHERE type IN ('table', 'index')")
    const owners = new Map(schema.map(({ name, owner }) => [name, owner]))
    const whole = faultsOf(db, null)
    const lines = whole.some((line) => nameIn(line) === undefined)
      ? schema.filter(({ type }) => type === 'table').flatMap(({ name }) => faultsOf(db, name))
      : whole
    const tables = new Set<string>()
    const other: string[] = []
    for (const line of lines) {
      const table = owners.get(nameIn(line) ?? '') ?? nameIn(line)
      if (table === undefined) other.push(line)
      else tables.add(table)
    }
    return { tables: [...tables], other: other.length > 0 || lines.length > 0 ? other : whole }
  } finally {
    db.close()
  }
}

/** The index of the words of all texts: it is filled again document by document, while searching goes on. */
const WORDS = 'block_search'

const isIndexOfWords = (table: string): boolean => table.endsWith('_search')

/** A table that is an index itself, with its rows in the order of their names: `PRAGMA table_list` says so. */
const isOrdered = (db: Database.Database, table: string): boolean =>
  (db.pragma(`table_list("${table}")`) as { wr: number }[]).some(({ wr }) => wr === 1)

/** Writes the rows of such a table once more, in their order, as they stand. The names in these are those of the schema. */
const rewritten = (table: string): string =>
  `CREATE TEMP TABLE rewritten AS SELECT * FROM main."${table}" NOT INDEXED; DELETE FROM main."${table}";
    INSERT OR REPLACE INTO main."${table}" SELECT * FROM temp.rewritten; DROP TABLE temp.rewritten`

const reindexed = (table: string): string => `REINDEX main."${table}"`

const renew = (db: Database.Database, table: string): void => {
  db.exec(isOrdered(db, table) ? rewritten(table) : reindexed(table))
}

/** Makes the indexes of these tables anew from what stands in them, whatever that is: the seals stay as they were. Not inside a transaction. */
export const renewIndexes = (db: WritableDb, tables: readonly string[]): void => {
  for (const table of tables) {
    if (table === WORDS) transact(db, () => markAllToIndex(db))
    else if (!isIndexOfWords(table)) withoutReferences(db, () => transact(db, () => withoutSealing(db, table, () => renew(db, table))))
  }
}

/** The same in a copy that nobody uses yet; the index of words is left to whoever opens it. */
export const renewIndexesOfCopy = (path: string, tables: readonly string[]): void => {
  const db = new Database(path)
  try {
    db.pragma('foreign_keys = OFF')
    for (const table of tables) if (!isIndexOfWords(table)) db.transaction(() => renew(db, table))()
  } finally {
    db.close()
  }
}
