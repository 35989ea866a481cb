import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { HistoryHead } from '#contract/sealed-log'
import { sealAct } from '../../store/change-seals'
import { headOfCopy } from '../../store/head-of-copy'
import { listBackups } from '../../store/kept-backups'
import { checkDatabase, DATABASE_NAME } from '../../store/open'
import { transact } from '../../store/sql'
import { inSteps } from '../integrity/history-check'
import { headsInJournal } from '../journal/journal'
import { stretchWords } from '../journal/seal-act'
import type { LibraryContext } from '../library-context'
import { closeLibrary, openLibrary } from './open-library'
import type { Surroundings } from './open-library'
import { removeCutOff } from '../import/remove-cut-off'
import { newestThings, replayJournal } from '../things/replay-journal'
import { decodeAsLast, restoreFilings } from './restore-filings'
import { beginAside, discardAside, swapIn } from './swap-library'
import type { RebuildReport } from './swap-library'

/** A library that was made anew, and what it holds. */
export interface Rebuilt extends Omit<RebuildReport, 'asked'> {
  readonly library: LibraryContext
}

/** Copies the chosen backup, or else the newest that is good, into the folder of the new library; null where there is none. */
const copyBackup = (around: Surroundings, aside: string, chosen: string | null): string | null => {
  const path = join(aside, DATABASE_NAME)
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

type Made = Pick<RebuildReport, 'filings' | 'work' | 'missing'>

/** Brings into a library that was begun from a backup, or from nothing, all that the journal and the kept bytes hold beside. */
const fill = async (library: LibraryContext): Promise<Made> => {
  await removeCutOff(library.db, () => false)
  const things = newestThings(library.journal.read())
  const { restored, missing } = await restoreFilings(library, things.values())
  const replay = replayJournal(library, true)
  for (const line of replay.log) library.log(line)
  await decodeAsLast(library, things.values())
  return { filings: restored.length, work: replay.restored.filter((name) => !name.startsWith('filing ')).length, missing }
}

/** Says in the sealed log of a library made anew from where it goes on, and what it left behind. `from` is the head of the backup. */
const sealStretch = async ({ db, folder, journal, clock }: LibraryContext, backup: string | null,
  from: HistoryHead | null): Promise<void> => {
  const left = journal.lastHead()
  if (backup === null && left === null) return
  const heads = await inSteps(headsInJournal(folder))
  const most = heads.reduce((largest, { n }) => Math.max(largest, n), 0)
  const kind = backup === null ? 'rebuilt' : 'restored'
  transact(db, () => sealAct(db, { kind, group: null, at: clock(), author: null, detail: stretchWords({ from, left, most }) }))
}

const makeAside = async (around: Surroundings, aside: string, chosen: string | null): Promise<Result<Made & { backup: string | null }>> => {
  const backup = copyBackup(around, aside, chosen)
  const from = backup === null ? null : headOfCopy(backup)
  const opened = openLibrary(around, aside)
  if (!opened.ok) return opened
  const { library } = opened.value
  try {
    await sealStretch(library, backup, from)
    return ok({ backup, ...await fill(library) })
  } finally {
    closeLibrary(library)
  }
}

/**
 * Makes a library anew after its database was damaged, in a folder of its own: from the newest good backup, with every filing that it
 * lacks read again from its kept bytes, and tags, highlights, decisions and notes from the journal. Only once that is whole it takes the
 * place of the damaged files, which are moved aside; a stop before leaves everything as it was. What cannot be brought back is named.
 * Without a backup settings, reading positions and the history of undo start afresh. The sealed log says in a line of its own from where it goes on. What was removed after the backup comes back with
 * it: what is there too much is the lesser harm. With `chosen` it begins from that backup, as where the reader asked for one of an
 * undamaged library.
 */
export const rebuildLibrary = async (around: Surroundings, chosen: string | null = null): Promise<Result<Rebuilt>> => {
  const { folder } = around
  const asked = chosen !== null
  const damagedFolder = join(folder, `${asked ? 'replaced' : 'damaged'}-${around.clock().replace(/[^0-9]/g, '')}`)
  const aside = beginAside(folder)
  try {
    const made = await makeAside(around, aside, chosen)
    if (!made.ok) return made
    if (existsSync(join(aside, `${DATABASE_NAME}-wal`)))
      return fail('write-failed', 'The rebuilt library could not be written completely. The old one was left as it is.', {
        file: aside,
        remedy: 'See whether the disk has room, then start Redwell again.'
      })
    swapIn(folder, { damagedFolder, ...made.value, asked })
    const opened = openLibrary(around)
    return opened.ok ? ok({ library: opened.value.library, damagedFolder, ...made.value }) : opened
  } finally {
    discardAside(folder)
  }
}
