import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { deleteAllUnready } from '../store/filings'
import type { WritableDb } from '../store/handles'
import { closeDatabase, openDatabase } from '../store/open'
import { onSlowQuery } from '../store/sql'
import { createIdleCheckpoint } from './idle-checkpoint'
import { openJournal } from './journal'
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
  const idle = createIdleCheckpoint(db)
  return {
    ...journal,
    append: (lines) => {
      journal.append(lines)
      idle.touch()
    },
    close: () => {
      idle.stop()
      journal.close()
    }
  }
}

/**
 * Opens the library of a data folder, or makes it: database, sources, journal. Removes what a cut-off import left, and
 * brings back from the journal every saved word that the database does not have.
 */
export const openLibrary = (around: Surroundings): Result<LibraryContext> => {
  const opened = openDatabase(around.folder)
  if (!opened.ok) return opened
  const db = opened.value
  onSlowQuery(db, ({ sql, ms }) => { around.log(`slow query, ${ms.toFixed(0)} ms: ${sql.replace(/\s+/g, ' ')}`) })
  const library: LibraryContext = { ...around, db, sources: openSourceFiles(around.folder), journal: journalWithCheckpoint(around, db) }
  const removed = deleteAllUnready(db)
  if (removed > 0) around.log(`removed ${String(removed)} imports that were cut off`)
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
