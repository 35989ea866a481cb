import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { WritableDb } from '../store/handles'
import { closeDatabase, damaged, DATABASE_NAME, openDatabase } from '../store/open'
import { onSlowQuery } from '../store/sql'
import { createCheckpoints, useCheckpoints } from './checkpoints'
import { createIdleCheckpoint, IDLE_MS } from './idle-checkpoint'
import { hasJournal, openJournal } from './journal'
import type { Journal } from './journal'
import type { LibraryContext } from './library-context'
import { replayJournal } from './replay-journal'
import { openSourceFiles } from './source-files'
import { seedTags } from './tags'

/** What the opener of a library brings along. */
export type Surroundings = Pick<LibraryContext, 'folder' | 'analysis' | 'clock' | 'newId' | 'emit' | 'log'>

/** The journal, each of whose lines also tells that the database was written. */
const journalWithCheckpoint = (around: Surroundings, db: WritableDb): Journal => {
  const journal = openJournal(around.folder, around.clock)
  const checkpoints = createCheckpoints(around.folder, around.log)
  useCheckpoints(db, checkpoints)
  const idle = createIdleCheckpoint(db, IDLE_MS, checkpoints.fold)
  return {
    ...journal,
    append: (lines) => {
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

/**
 * Opens the library of a data folder, or makes it: database, sources, journal. Brings back from the journal
 * every saved word that the database does not have. `anew` says that the database was set aside on purpose; otherwise a
 * folder that has a journal and no database counts as damaged.
 */
export const openLibrary = (around: Surroundings, anew = false): Result<LibraryContext> => {
  if (!anew && lostDatabase(around.folder))
    return damaged(join(around.folder, DATABASE_NAME), 'the database is missing or empty, but there is a journal of your work')
  const opened = openDatabase(around.folder)
  if (!opened.ok) return opened
  const db = opened.value
  onSlowQuery(db, ({ sql, ms }) => {
    around.log(`slow query, ${ms.toFixed(0)} ms: ${sql.replace(/\s+/g, ' ')}`)
  })
  const library: LibraryContext = { ...around, db, sources: openSourceFiles(around.folder), journal: journalWithCheckpoint(around, db) }
  seedTags(library)
  const replayed = replayJournal(library)
  for (const line of replayed.log) around.log(line)
  return ok(library)
}

/** Closes the files of a library; the write-ahead log is folded in. Nothing may use the library any more. */
export const closeLibrary = (library: LibraryContext): void => {
  library.journal.close()
  closeDatabase(library.db)
}
