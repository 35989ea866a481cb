import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ReadableDb } from './handles'

/** Has the disk keep a file or folder as it is now. Folders cannot be synced on every platform; there it does nothing. */
export const syncToDisk = (path: string): void => {
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Writes a whole copy of the database to `path` as SQLite sees it, write-ahead log included: to a temporary file first,
 * then renamed, so that a copy under its final name is always complete. An older copy of that name is replaced.
 */
export const backUp = (db: ReadableDb, path: string): void => {
  const temporary = join(dirname(path), `.${String(process.pid)}.backup.tmp`)
  if (existsSync(temporary)) rmSync(temporary)
  try {
    db.prepare('VACUUM INTO ?').run(temporary)
    syncToDisk(temporary)
    renameSync(temporary, path)
    syncToDisk(dirname(path))
  } finally {
    if (existsSync(temporary)) rmSync(temporary)
  }
}

/** How many pages of 4 KB are copied at a time before everything else gets its turn. */
const PAGES_AT_A_TIME = 250

class Stopped extends Error {}

/**
 * Copies the whole database to `path` while it is used, a little at a time. False where `stopped` said to end; then what was
 * written is not a database. The copy is not synced to the disk.
 */
export const copyInSteps = async (db: ReadableDb, path: string, stopped: () => boolean): Promise<boolean> => {
  try {
    await db.backup(path, {
      progress: () => {
        if (stopped()) throw new Stopped()
        return PAGES_AT_A_TIME
      }
    })
    return true
  } catch (error) {
    if (error instanceof Stopped) return false
    throw error
  }
}
