import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_NAME } from '../../store/open'

/** The database is no longer where it was opened: a write would go to a file that no start finds again. `code` is read by `failureOf`. */
class Gone extends Error {
  readonly code = 'REDWELL_GONE'
}

const inodeOf = (path: string): number | null => lstatSync(path, { throwIfNoEntry: false })?.ino ?? null

/** A look whether the database of a data folder, opened just now, still stands at its path; throws where it does not. A few microseconds. */
export const createStanding = (dataFolder: string): () => void => {
  const path = join(dataFolder, DATABASE_NAME)
  const opened = inodeOf(path)
  return () => {
    const now = inodeOf(path)
    if (now !== opened) throw new Gone(`${path} is ${now === null ? 'gone' : 'another file'}`)
  }
}
