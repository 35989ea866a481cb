import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from './handles'
import { markAllToIndex } from './search-index'
import { all } from './sql'

/** What a check of every index of a database found. */
export interface IndexFaults {
  /** The tables with an index that does not list what stands in them; the index of words by its own name. */
  readonly tables: readonly string[]
  /** What else is wrong, in SQLite's words. */
  readonly other: readonly string[]
}

const BY_INDEX = /\bindex ([A-Za-z0-9_]+)$/
const BY_WORDS = /\bFTS5 table (?:main\.)?([A-Za-z0-9_]+)/

/**
 * Holds every index against its table, which the check at a start does not: reads every page, so that it is made in a thread of its own,
 * over a copy that nobody else uses.
 */
export const findIndexFaults = (path: string): IndexFaults => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const words = (db.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check)
    const owners = new Map(
      all<{ name: string; owner: string }>(db as ReadableDb, "SELECT name, tbl_name AS owner FROM sqlite_schema WHERE type = 'index'").map((
        { name, owner }
      ) => [name, owner])
    )
    const tables = new Set<string>()
    const other: string[] = []
    for (const line of words.filter((each) => each !== 'ok')) {
      const table = BY_WORDS.exec(line)?.[1] ?? owners.get(BY_INDEX.exec(line)?.[1] ?? '')
      if (table === undefined) other.push(line)
      else tables.add(table)
    }
    return { tables: [...tables], other }
  } finally {
    db.close()
  }
}

/** The index of the words of all texts: it is filled again document by document, while searching goes on. */
const WORDS = 'block_search'

const isIndexOfWords = (table: string): boolean => table.endsWith('_search')

/** A statement that takes no bound name; the names are those of the schema. */
const reindex = (table: string): string => `REINDEX "${table}"`

/** Makes the indexes of these tables anew from what stands in them. */
export const renewIndexes = (db: WritableDb, tables: readonly string[]): void => {
  for (const table of tables) {
    if (table === WORDS) markAllToIndex(db)
    else if (!isIndexOfWords(table)) db.exec(reindex(table))
  }
}

/** The same in a copy that nobody uses yet; the index of words is left to whoever opens it. */
export const renewIndexesOfCopy = (path: string, tables: readonly string[]): void => {
  const db = new Database(path)
  try {
    for (const table of tables) if (!isIndexOfWords(table)) db.exec(reindex(table))
  } finally {
    db.close()
  }
}
