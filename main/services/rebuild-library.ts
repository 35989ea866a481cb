import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Encoding } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { getFiling, markFilingReady, setTrashed } from '../store/filings'
import { checkDatabase, DATABASE_NAME } from '../store/open'
import { syncToDisk } from '../store/backup'
import { transact } from '../store/sql'
import type { JournalLine } from './journal'
import type { LibraryContext } from './library-context'
import { openLibrary } from './open-library'
import type { Surroundings } from './open-library'
import { createFilingReader } from './read-filing'
import { reencodeFiling } from './reencode-filing'
import { listBackups } from './regular-backup'
import { removeCutOff } from './remove-cut-off'
import { replayJournal } from './replay-journal'
import { storeFiling } from './store-filing'
import type { StoredFile } from './store-filing'

/** What a rebuild made of a damaged library. */
export interface Rebuilt {
  readonly library: LibraryContext
  /** Where the damaged files lie now, every byte as it was. */
  readonly damagedFolder: string
  /** The backup that the library was begun from, or null where there was no good one. */
  readonly backup: string | null
  /** How many filings were read again from their kept bytes. */
  readonly filings: number
  /** How many tags, highlights, decisions and notes came back from the journal. */
  readonly work: number
  /** The names of filings whose bytes are not there or cannot be read. */
  readonly missing: readonly string[]
}

/** Moves a database with its log aside; nothing of it is deleted. */
const setAside = (folder: string, at: string, name: 'damaged' | 'replaced'): string => {
  const damagedFolder = join(folder, `${name}-${at.replace(/[^0-9]/g, '')}`)
  mkdirSync(damagedFolder, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) {
    const path = join(folder, `${DATABASE_NAME}${suffix}`)
    if (existsSync(path)) renameSync(path, join(damagedFolder, `${DATABASE_NAME}${suffix}`))
  }
  syncToDisk(folder)
  return damagedFolder
}

/**
 * Puts the chosen backup, or else the newest that is good, in the place of the database; null where there is none. The files of the damaged database
 * must have been moved away before: an old log beside a restored file would change it.
 */
const restoreBackup = (around: Surroundings, chosen: string | null): string | null => {
  const path = join(around.folder, DATABASE_NAME)
  const newest = listBackups(around.folder)
  for (const backup of chosen === null ? newest : [chosen, ...newest.filter((other) => other !== chosen)]) {
    try {
      copyFileSync(backup, path)
      const checked = checkDatabase(path)
      if (checked.ok) return backup
      around.log(`backup ${backup} is not good: ${checked.failure.place ?? checked.failure.message}`)
    } catch (error) {
      around.log(`backup ${backup} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    }
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
  }
  return null
}

/** A filing as the lines of the journal leave it. */
type JournalledFiling = Partial<StoredFile> & { readonly trashedAt: string | null; readonly encoding?: Encoding | null }

const filingsOf = (lines: readonly JournalLine[]): ReadonlyMap<FilingId, JournalledFiling> => {
  const filings = new Map<FilingId, JournalledFiling>()
  for (const line of lines) {
    if (line.kind !== 'changed' || line.entity !== 'filing' || line.state === null) continue
    filings.set(line.id, { trashedAt: null, ...filings.get(line.id), ...line.state })
  }
  return filings
}

/** Reads a filing again from its kept bytes under the identity it had; false where that cannot be. */
const readAgain = async (library: LibraryContext, id: FilingId, filing: JournalledFiling): Promise<boolean> => {
  const { fileName, bytes, sha256, importedAt } = filing
  if (fileName === undefined || bytes === undefined || sha256 === undefined || importedAt === undefined) return false
  const path = library.sources.pathOf(sha256)
  if (!existsSync(path)) return false
  const answered = await library.analysis.run({ job: library.newId(), path, encoding: filing.encoding ?? null, sequence: 'first' },
    (stage, done, total) => {
      library.emit('work.progress', { job: id, file: fileName, stage, done, total })
    })
  if (!answered.ok) return false
  await storeFiling(library.db, { id, fileName, bytes, sha256, importedAt }, answered.value)
  transact(library.db, () => {
    markFilingReady(library.db, id)
    setTrashed(library.db, id, filing.trashedAt)
  })
  return true
}

/** Whether the restored backup holds this filing; its place in the trash is put right. */
const standsInBackup = (library: LibraryContext, id: FilingId, filing: JournalledFiling): boolean => {
  const known = getFiling(library.db, id)
  if (!known) return false
  if (known.trashedAt !== filing.trashedAt) transact(library.db, () => setTrashed(library.db, id, filing.trashedAt))
  return true
}

/** Decodes again, as the journal tells, what the backup holds in another decoding; the work, brought back before, is tied to it anew. */
const decodeAsLast = async (library: LibraryContext, filings: ReadonlyMap<FilingId, JournalledFiling>): Promise<void> => {
  const reader = createFilingReader(library)
  for (const [id, { encoding }] of filings) {
    const known = getFiling(library.db, id)
    if (!known || !encoding || encoding === known.encoding) continue
    const again = await reencodeFiling(library, reader, id, encoding)
    if (!again.ok) library.log(`filing ${id} stays decoded as ${known.encoding ?? 'it was'}: ${again.failure.message}`)
  }
  await reader.close()
}

/**
 * Makes a library anew after its database was damaged: the damaged files are moved aside, the newest good backup takes their
 * place, every filing that it lacks is read again from its kept bytes, and tags, highlights, decisions and notes come back from
 * the journal. What cannot be brought back is named. Without a backup settings, reading positions and the history of undo start
 * afresh. What was removed after the backup comes back with it: what is there too much is the lesser harm. With `chosen` it begins
 * from that backup, as where the reader asked for one of an undamaged library.
 */
export const rebuildLibrary = async (around: Surroundings, chosen: string | null = null): Promise<Result<Rebuilt>> => {
  const damagedFolder = setAside(around.folder, around.clock(), chosen === null ? 'damaged' : 'replaced')
  const backup = restoreBackup(around, chosen)
  const opened = openLibrary(around, true)
  if (!opened.ok) return opened
  const library = opened.value
  await removeCutOff(library.db, () => false)
  const missing: string[] = []
  let filings = 0
  const journalled = filingsOf(library.journal.read())
  for (const [id, filing] of journalled) {
    if (standsInBackup(library, id, filing)) continue
    if (await readAgain(library, id, filing)) filings += 1
    else missing.push(filing.fileName ?? id)
  }
  const replay = replayJournal(library, true)
  for (const line of replay.log) library.log(line)
  await decodeAsLast(library, journalled)
  return ok({ library, damagedFolder, backup, filings, work: replay.restored.length, missing })
}
