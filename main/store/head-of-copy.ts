import Database from 'better-sqlite3'
import type { HistoryHead } from '#contract/sealed-log'
import { headOf } from './change-seals'
import type { ReadableDb } from './handles'
import { failureOf } from './failure-of'

/** Where the log stands in a copy of the library; null where the copy has none, as one of an older program, or cannot be read. */
export const headOfCopy = (path: string): HistoryHead | null => {
  try {
    const copy = new Database(path, { readonly: true, fileMustExist: true })
    try {
      return headOf(copy as ReadableDb)
    } finally {
      copy.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError || failureOf(error)) return null
    throw error
  }
}
