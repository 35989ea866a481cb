import { isDeepStrictEqual } from 'node:util'
import type { Note } from '#contract/note'
import { lastDoneChange } from '../../store/changes'
import { getNote } from '../../store/notes'
import { listWorkIds } from '../../store/work-tables'
import type { JournalLine } from '../journal/journal-line'
import type { LibraryContext } from '../library-context'
import { newestThings } from '../things/replay-journal'
import { presentThing, WORK_ENTITIES } from '../things/things'

/** Whether the end of the journal does not tell of the newest change that the database holds: the end of its file was cut, or the file is gone. */
export const lacksItsEnd = ({ db, journal }: LibraryContext): boolean => {
  const newest = lastDoneChange(db)
  if (!newest) return false
  const { entity, entityId } = newest
  return !journal.tail().some((line) => {
    if (line.kind === 'sealed') return false
    if (line.kind === 'changed') return line.entity === entity && line.id === entityId
    return entity === 'note' && (line.kind === 'removed' ? line.id : line.note.id) === entityId
  })
}

/** What both hold alike: a field without a value is no field. */
const plain = (state: object): unknown => JSON.parse(JSON.stringify(state, (_name, value: unknown) => value ?? undefined))

const lineOf = (library: LibraryContext, entity: (typeof WORK_ENTITIES)[number], id: string, state: object): JournalLine[] => {
  if (entity !== 'note') return [{ kind: 'changed', entity, id, state, at: library.clock() }]
  const note: Note | undefined = getNote(library.db, id)
  return note ? [{ kind: 'saved', note }] : []
}

/**
 * Writes into the journal what the database holds and the journal does not tell, or tells otherwise, so that there are two copies
 * of everything again; how many things these were. All that the journal holds beyond the database must have been put back before.
 */
export const completeJournal = (library: LibraryContext): number => {
  const newest = newestThings(library.journal.read())
  const lines = WORK_ENTITIES.flatMap((entity) =>
    listWorkIds(library.db, entity).flatMap((id) => {
      const state = presentThing(library.db, entity, id)
      const kept = newest.get(`${entity} ${id}`)?.state
      if (!state || (kept && isDeepStrictEqual(plain(kept), plain(state)))) return []
      return lineOf(library, entity, id, state)
    })
  )
  if (lines.length > 0) library.journal.append(lines)
  return lines.length
}
