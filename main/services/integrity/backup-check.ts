import { basename } from 'node:path'
import { listBackups, timeOfBackup } from '../../store/kept-backups'
import { readSettings, writeSetting } from '../../store/settings'
import type { LibraryContext } from '../library-context'
import { tellDamage } from './damage'

/** Under which key the SHA-256 of each backup is kept, by its name. */
const HASHES = 'backup.hashes'

const readHashes = (library: LibraryContext): Readonly<Record<string, string>> => {
  const kept = readSettings(library.db).get(HASHES)
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** Keeps what a backup was made with, and forgets it of those that are no longer there. */
export const keepBackupHash = (library: LibraryContext, name: string, sha256: string): void => {
  const known = { ...readHashes(library), [name]: sha256 }
  const there = new Set([...listBackups(library.folder).map((path) => basename(path)), name])
  writeSetting(library.db, HASHES, Object.fromEntries(Object.entries(known).filter(([one]) => there.has(one))))
}

/** The SHA-256 that a backup was made with; null where that is not known, as of one made by an older program. */
export const hashOfBackup = (library: LibraryContext, name: string): string | null => readHashes(library)[name] ?? null

/** Forgets backups that the program itself removed, so that they are not told to be gone. */
export const forgetBackupHashes = (library: LibraryContext, removed: readonly string[]): void => {
  const kept = Object.entries(readHashes(library)).filter(([name]) => !removed.includes(name))
  writeSetting(library.db, HASHES, Object.fromEntries(kept))
}

/** The names of the backups that are known since the newest was made and are no longer in their folder, the newest first. */
export const goneBackups = (library: LibraryContext): readonly string[] => {
  const there = new Set(listBackups(library.folder).map((path) => basename(path)))
  return Object.keys(readHashes(library)).filter((name) => !there.has(name)).sort().reverse()
}

/** Under which key the names of the backups are kept that were found damaged when they were looked at last. */
const DAMAGED = 'backup.damaged'

/** The names of the backups that were found damaged when they were looked at last. */
export const damagedBackups = (library: LibraryContext): ReadonlySet<string> => {
  const kept = readSettings(library.db).get(DAMAGED)
  return new Set(Array.isArray(kept) ? kept.filter((name): name is string => typeof name === 'string') : [])
}

const dayOf = (name: string): string => `${new Date(timeOfBackup(name)).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const faultWords = (names: readonly string[], what: string): string => {
  const days = names.map(dayOf)
  if (names.length < 2) return days.map((day) => `The backup of ${day} is ${what}.`).join('')
  return `${String(names.length)} backups are ${what}: ${days.join(', ')}.`
}

/** Keeps and tells which backups changed on the disk or are gone, and which of the others can be begun from. */
export const tellBackups = (library: LibraryContext, damaged: readonly string[], good: readonly string[]): void => {
  if (damaged.length > 0 || damagedBackups(library).size > 0) writeSetting(library.db, DAMAGED, damaged)
  const gone = goneBackups(library)
  if (damaged.length + gone.length === 0) return
  const rest = good.length === 0
    ? 'No other backup is left: make a new one now (Settings, Library).'
    : `${good.length === 1 ? 'One other is' : `${String(good.length)} others are`} good, the newest of ${dayOf(good[0] ?? '')}.`
  const told = [faultWords(damaged, 'damaged'), faultWords(gone, 'gone from the folder of backups')].filter((words) => words !== '')
  const cause = damaged.length > 0
    ? 'The disk may be failing: have it checked.'
    : `Somebody removed ${gone.length === 1 ? 'it' : 'them'} by hand, or another program did.`
  tellDamage(library, { filingId: null, mended: false, message: told.join(' '), detail: `${rest} ${cause}` })
}
