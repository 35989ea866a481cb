import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { headOf } from '../../store/change-seals'
import { failureOf } from '../../store/failure-of'
import type { WritableDb } from '../../store/handles'
import { closeDatabase, damaged, DATABASE_NAME, openDatabase } from '../../store/open'
import { onSlowQuery } from '../../store/sql'
import { createCheckpoints, useCheckpoints } from '../checkpoints/checkpoints'
import { createIdleCheckpoint, IDLE_MS } from '../checkpoints/idle-checkpoint'
import { hasJournal, openJournal } from '../journal/journal'
import type { Journal } from '../journal/journal'
import { settleLastAct } from '../journal/seal-act'
import type { LibraryContext } from '../library-context'
import { replayJournal } from '../things/replay-journal'
import type { Replay } from '../things/replay-journal'
import { openSourceFiles } from '../import/source-files'
import { createStanding } from './standing'
import { discardAside, finishSwap } from './swap-library'
import type { RebuildReport } from './swap-library'
import { seedTags } from '../work/tags'

/** What the opener of a library brings along. */
export type Surroundings = Pick<LibraryContext, 'folder' | 'analysis' | 'clock' | 'newId' | 'emit' | 'log'>

/** A library that was opened, and what had to be done for it. */
export interface OpenedLibrary {
  readonly library: LibraryContext
  /** What the journal brought back. */
  readonly replay: Replay
  /** What a rebuild made that was cut off after it was whole and was ended now; null where there was none. */
  readonly rebuilt: RebuildReport | null
}

/** The journal, each of whose lines also tells that the database was written; none is written where `stands` throws. */
const journalWithCheckpoint = (around: Surroundings, db: WritableDb, stands: () => void): Journal => {
  const journal = openJournal(around.folder, around.clock)
  const checkpoints = createCheckpoints(around.folder, around.log)
  useCheckpoints(db, checkpoints)
  const idle = createIdleCheckpoint(db, IDLE_MS, checkpoints.fold)
  return {
    ...journal,
    append: (lines) => {
      // Before the commit: what goes to a file that nobody finds again is not saved.
      stands()
      journal.append(lines)
      idle.touch()
    },
    close: () => {
      idle.stop()
      checkpoints.close()
      journal.close()
    }
  }
}

/** Whether there is a journal of work but no database, or an empty one: it was lost, and must not be taken for a new library. */
const lostDatabase = (folder: string): boolean =>
  (lstatSync(join(folder, DATABASE_NAME), { throwIfNoEntry: false })?.size ?? 0) === 0 && hasJournal(folder)

/** Ends a swap that was cut off, or clears away what a rebuild left that was cut off before it. */
const settleSwap = (around: Surroundings): RebuildReport | null => {
  const rebuilt = finishSwap(around.folder)
  discardAside(around.folder)
  if (rebuilt) around.log('a library that was made anew was put in its place: the program had ended before')
  return rebuilt
}

/** Settles an act that was cut off, and has the journal remember where the sealed log stands, where it does not. */
const rememberHead = (library: LibraryContext): void => {
  try {
    settleLastAct(library)
    const head = headOf(library.db)
    if (head && head.hash !== library.journal.lastHead()?.hash)
      library.journal.append([{ kind: 'sealed', ...head, from: head, at: library.clock() }])
  } catch (error) {
    // A full disk is told of by the first save; the next act remembers as well.
    if (!failureOf(error)) throw error
  }
}

/**
 * Opens the library of a data folder, or makes it: database, sources, journal. Brings back from the journal every saved word that the
 * database does not have. A folder that has a journal and no database counts as damaged. With `aside` the database is the one in that
 * folder, or a new one: a library that is being made anew beside the one in the data folder.
 */
export const openLibrary = (around: Surroundings, aside: string | null = null): Result<OpenedLibrary> => {
  const rebuilt = aside === null ? settleSwap(around) : null
  if (aside === null && lostDatabase(around.folder))
    return damaged(join(around.folder, DATABASE_NAME), 'the database is missing or empty, but there is a journal of your work')
  const opened = openDatabase(aside ?? around.folder)
  if (!opened.ok) return opened
  const db = opened.value
  onSlowQuery(db, ({ sql, ms }) => {
    around.log(`slow query, ${ms.toFixed(0)} ms: ${sql.replace(/\s+/g, ' ')}`)
  })
  const journal = aside === null
    ? journalWithCheckpoint(around, db, aside === null ? createStanding(around.folder) : () => undefined)
    : openJournal(around.folder, around.clock)
  const library: LibraryContext = { ...around, db, sources: openSourceFiles(around.folder), journal }
  seedTags(library)
  // What is made anew is compared once its filings are there.
  const replay = aside === null ? replayJournal(library) : { restored: [], waiting: [], log: [] }
  for (const line of replay.log) around.log(line)
  if (aside === null) rememberHead(library)
  return ok({ library, replay, rebuilt })
}

/** Closes the files of a library; the write-ahead log is folded in. Nothing may use the library any more. */
export const closeLibrary = (library: LibraryContext): void => {
  library.journal.close()
  closeDatabase(library.db)
}
