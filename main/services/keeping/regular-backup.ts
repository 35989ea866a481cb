import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { Backup } from '#contract/shell'
import { syncToDisk } from '../../store/backup'
import { failureOf } from '../../store/failure-of'
import { BACKUPS_FOLDER, backupNameAt, listBackups, timeOfBackup } from '../../store/kept-backups'
import { checkDatabase } from '../../store/open'
import { damagedBackups, forgetBackupHashes, goneBackups, keepBackupHash } from '../integrity/backup-check'
import { mendIndexes } from '../integrity/mend-indexes'
import { createCopyInPlace } from './copy-library'
import type { LibraryCopier } from './copy-library'
import type { LibraryContext } from '../library-context'
import { isSwapBegun, RESTORE_REQUEST } from './swap-library'

/** How many backups are kept. */
export const BACKUPS_KEPT = 10

/** How old the newest backup is before another is made, in ms: one day. */
const INTERVAL = 24 * 60 * 60 * 1000

const DRAFT = '.draft'

/** Copies of the whole library, made while it is used. */
export interface RegularBackup {
  /**
   * Makes a backup where the newest is a day old or more; answers its path, or null where none was due or none could be made. A
   * copy is checked before it gets its name, so that a bad one never takes the place of a good one.
   */
  readonly runIfDue: () => Promise<string | null>
  /** Makes a backup whether or not one is due; answers all there are. */
  readonly makeNow: () => Promise<Result<readonly Backup[]>>
  /** The backups there are, the newest first, and those that are gone though nothing here removed them. */
  readonly list: () => readonly Backup[]
  /** Has the next start begin from that backup. */
  readonly askToRestore: (name: string) => Result<null>
  /** Stops a copy that is being made and waits until it has. */
  readonly close: () => Promise<void>
}

/** A clock that was set back makes the newest backup lie in the future; then another is due as well. */
const isDue = (library: LibraryContext): boolean => {
  const newest = listBackups(library.folder)[0]
  return newest === undefined ||
    Math.abs(Date.parse(library.clock()) - timeOfBackup(newest.slice(newest.lastIndexOf('library-')))) >= INTERVAL
}

const removeDraft = (draft: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true })
}

/** A copy that is made before a migration, as `backUp` names it while it is not whole. */
const MIGRATION_DRAFT = /^\.\d+\.backup\.tmp(-journal)?$/

/** What was left beside a backup with a write-ahead log, as older programs made them, by a look into it. */
const BESIDE = /\.db-(?:wal|shm)$/

/** Removes copies that an end of the program cut off: they are not whole. */
const removeCutOffDrafts = (dataFolder: string): void => {
  const folder = join(dataFolder, BACKUPS_FOLDER)
  const drafts = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith(DRAFT) || BESIDE.test(name)).map((name) => join(folder, name))
    : []
  const earlier = readdirSync(dataFolder).filter((name) => MIGRATION_DRAFT.test(name)).map((name) => join(dataFolder, name))
  for (const path of [...drafts, ...earlier]) rmSync(path, { force: true })
}

/** Removes the oldest beyond those that are kept, but never the one just made: the clock may have been set back. */
const prune = (library: LibraryContext, made: string): void => {
  const old = listBackups(library.folder).filter((path) => path !== made).slice(BACKUPS_KEPT - 1)
  for (const path of old) rmSync(path)
  forgetBackupHashes(library, old.map((path) => basename(path)))
}

const make = async (library: LibraryContext, copier: LibraryCopier): Promise<string | null> => {
  const folder = join(library.folder, BACKUPS_FOLDER)
  mkdirSync(folder, { recursive: true })
  const draft = join(folder, DRAFT)
  const path = join(folder, backupNameAt(library.clock()))
  removeDraft(draft)
  try {
    const copied = await copier.copy(draft)
    if (!copied.ok) {
      library.log(`backup: the copy is not good (${copied.failure.place ?? copied.failure.message}); the older ones stay`)
      return null
    }
    if (!copied.value) return null
    renameSync(draft, path)
    syncToDisk(folder)
    keepBackupHash(library, basename(path), copied.value.sha256)
    mendIndexes(library, copied.value.spoilt)
  } finally {
    removeDraft(draft)
  }
  prune(library, path)
  return path
}

/** How often a start begins from the backup that was asked for, where the ones before were cut off. */
const MOST_STARTS = 3

/**
 * The backup that the reader asked to begin from. The wish stands until `forgetRestoreRequest` or until the library made from it is in its place, so
 * that a start that is cut off is made again; but not for ever. Null where there is none.
 */
export const takeRestoreRequest = (dataFolder: string, log: (line: string) => void = () => undefined): string | null => {
  const request = join(dataFolder, RESTORE_REQUEST)
  if (!existsSync(request) || isSwapBegun(dataFolder)) return null
  const [name = '', starts = '0'] = readFileSync(request, 'utf8').split('\n')
  const known = listBackups(dataFolder).find((path) => basename(path) === name)
  if (known === undefined || Number(starts) >= MOST_STARTS) {
    log(`the backup ${name} is not begun from again: ${known === undefined ? 'it is gone' : 'every start was cut off'}`)
    forgetRestoreRequest(dataFolder)
    return null
  }
  if (Number(starts) > 0) log(`beginning from the backup ${name} was cut off and is begun again`)
  writeRequest(dataFolder, `${name}\n${String(Number(starts) + 1)}`)
  return known
}

const writeRequest = (dataFolder: string, words: string): void => {
  const draft = join(dataFolder, `.${RESTORE_REQUEST}`)
  writeFileSync(draft, words)
  syncToDisk(draft)
  renameSync(draft, join(dataFolder, RESTORE_REQUEST))
  syncToDisk(dataFolder)
}

/** Takes the wish to begin from a backup back. */
export const forgetRestoreRequest = (dataFolder: string): void => {
  rmSync(join(dataFolder, RESTORE_REQUEST), { force: true })
}

const describe = (name: string, bytes: number, fault: Backup['fault']): Backup => ({ name, at: new Date(timeOfBackup(name)).toISOString(),
  bytes, fault })

const describeAll = (library: LibraryContext): readonly Backup[] => {
  const damaged = damagedBackups(library)
  const there = listBackups(library.folder).map((path) =>
    describe(basename(path), statSync(path).size, damaged.has(basename(path)) ? 'damaged' : null)
  )
  return [...there, ...goneBackups(library).map((name) => describe(name, 0, 'gone'))].sort((a, b) => b.at.localeCompare(a.at))
}

const askToRestore = (dataFolder: string, name: string): Result<null> => {
  const known = listBackups(dataFolder).find((path) => basename(path) === name)
  if (known === undefined) return fail('not-found', 'This backup is no longer there.', { remedy: 'Choose another one.' })
  const checked = checkDatabase(known)
  if (!checked.ok)
    return fail('database-damaged', 'This backup is damaged. Nothing was changed.', { file: known, remedy: 'Choose another one.' })
  writeRequest(dataFolder, name)
  return ok(null)
}

/** The backups of one open library; `copier` makes the copies. */
export const createRegularBackup = (library: LibraryContext, copier: LibraryCopier = createCopyInPlace(library.db)): RegularBackup => {
  removeCutOffDrafts(library.folder)
  let stopped = false
  let running: Promise<string | null> = Promise.resolve(null)
  const run = async (always: boolean): Promise<string | null> => {
    try {
      if (stopped || (!always && !isDue(library))) return null
      const path = await make(library, copier)
      if (path !== null) library.log(`backup written: ${path}`)
      return path
    } catch (error) {
      // A backup that finds no room, or a database it cannot read through, is told in the log: the work itself is not touched.
      const known = failureOf(error)
      if (!known || known.ok) throw error
      library.log(`backup: ${known.failure.message} ${known.failure.place ?? ''}`)
      return null
    }
  }
  const queue = (always: boolean): Promise<string | null> => {
    running = running.then(() => run(always))
    return running
  }
  return {
    runIfDue: () => queue(false),
    makeNow: async () => {
      const made = await queue(true)
      return made === null
        ? fail('write-failed', 'No backup could be made. The older ones stay.', {
          remedy: 'See whether the disk has room; the log says what went wrong.'
        })
        : ok(describeAll(library))
    },
    list: () => describeAll(library),
    askToRestore: (name) => askToRestore(library.folder, name),
    close: async () => {
      stopped = true
      copier.stop()
      await running
    }
  }
}
