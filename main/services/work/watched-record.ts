import type { FolderId } from '#contract/ids'
import { getFolder } from '../../store/folders'
import type { ReadableDb, WritableDb } from '../../store/handles'
import { readSettings, writeSetting } from '../../store/settings'
import { transact } from '../../store/sql'
import { deleteWatched, listWatched, putWatched } from '../../store/watched'
import type { WatchedRecord } from '../../store/watched'
import type { LibraryContext } from '../library-context'

/** Keeps that a folder is watched, and where its files come to, in the database and in the journal or in neither; answers it as it is kept. */
export const watchFolder = (library: LibraryContext, path: string, folderId: FolderId | null): WatchedRecord =>
  transact(library.db, () => {
    const known = listWatched(library.db).find((one) => one.path === path)
    const record: WatchedRecord = { ...(known ?? { id: library.newId(), path, addedAt: library.clock() }), folderId }
    putWatched(library.db, record)
    library.journal.append([{ kind: 'changed', entity: 'watched-folder', id: record.id, state: record, at: library.clock() }])
    return record
  })

/** Keeps that a folder is no longer watched, the same way; does nothing where it was not. */
export const forgetFolder = (library: LibraryContext, id: string): void => {
  if (!listWatched(library.db).some((one) => one.id === id)) return
  transact(library.db, () => {
    deleteWatched(library.db, id)
    library.journal.append([{ kind: 'changed', entity: 'watched-folder', id, state: null, at: library.clock() }])
  })
}

const JOURNALLED = 'watched.journalled'

/** Writes the watched folders of a library into its journal that were added before the journal told of them; once, or at the next start where that cannot be written now. */
export const journalWatched = (library: LibraryContext): void => {
  const records = listWatched(library.db)
  if (records.length === 0 || readSettings(library.db).has(JOURNALLED)) return
  try {
    transact(library.db, () => {
      library.journal.append(
        records.map((record) => ({ kind: 'changed', entity: 'watched-folder', id: record.id, state: record, at: library.clock() }))
      )
      writeSetting(library.db, JOURNALLED, true)
    })
  } catch (error) {
    library.log(`watched folders are not in the journal yet: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Where the files of a watched folder come to in this library: to no deal folder where that one is not in it. */
const intoIn = (db: ReadableDb, { folderId }: WatchedRecord):
  | FolderId
  | null => (folderId !== null && getFolder(db, folderId) ? folderId : null)

/** Whether the library does not watch a folder of the journal, or has its files come elsewhere. */
export const isWatchedLost = (db: ReadableDb, record: WatchedRecord): boolean => {
  const known = listWatched(db).find(({ path }) => path === record.path)
  if (!known) return true
  const into = intoIn(db, record)
  return into !== null && known.folderId !== into
}

/** Watches a folder again; what is known of its files is found out by a look at them. */
export const putWatchedBack = (db: WritableDb, record: WatchedRecord): void => putWatched(db, { ...record, folderId: intoIn(db, record) })
