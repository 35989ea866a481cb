import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Encoding } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { markFilingReady, setTrashed } from '../store/filings'
import { DATABASE_NAME } from '../store/open'
import { syncToDisk } from '../store/backup'
import { transact } from '../store/sql'
import type { JournalLine } from './journal'
import type { LibraryContext } from './library-context'
import { openLibrary } from './open-library'
import type { Surroundings } from './open-library'
import { replayJournal } from './replay-journal'
import { storeFiling } from './store-filing'
import type { StoredFile } from './store-filing'

/** What a rebuild made of a damaged library. */
export interface Rebuilt {
  readonly library: LibraryContext
  /** Where the damaged files lie now, every byte as it was. */
  readonly damagedFolder: string
  /** How many filings were read again from their kept bytes. */
  readonly filings: number
  /** How many tags, highlights, decisions and notes came back from the journal. */
  readonly work: number
  /** The names of filings whose bytes are not there or cannot be read. */
  readonly missing: readonly string[]
}

/** Moves a damaged database with its log aside; nothing of it is deleted. */
const setAside = (folder: string, at: string): string => {
  const damagedFolder = join(folder, `damaged-${at.replace(/[^0-9]/g, '')}`)
  mkdirSync(damagedFolder, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) {
    const path = join(folder, `${DATABASE_NAME}${suffix}`)
    if (existsSync(path)) renameSync(path, join(damagedFolder, `${DATABASE_NAME}${suffix}`))
  }
  syncToDisk(folder)
  return damagedFolder
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
  const answered = await library.analysis.run({ job: library.newId(), path, encoding: filing.encoding ?? null, sequence: 'first' }, (stage, done, total) => {
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

/**
 * Makes a library anew after its database was damaged: the damaged files are moved aside, every filing is read again from
 * its kept bytes, and tags, highlights, decisions and notes come back from the journal. What cannot be brought back is named.
 * Settings and reading positions start afresh; so does the history of undo.
 */
export const rebuildLibrary = async (around: Surroundings): Promise<Result<Rebuilt>> => {
  const damagedFolder = setAside(around.folder, around.clock())
  const opened = openLibrary(around)
  if (!opened.ok) return opened
  const library = opened.value
  const missing: string[] = []
  let filings = 0
  for (const [id, filing] of filingsOf(library.journal.read())) {
    if (await readAgain(library, id, filing)) filings += 1
    else missing.push(filing.fileName ?? id)
  }
  const replay = replayJournal(library, true)
  for (const line of replay.log) library.log(line)
  return ok({ library, damagedFolder, filings, work: replay.restored.length, missing })
}
