import type { FilingId } from '#contract/ids'
import type { Note } from '#contract/note'
import { appendChanges } from '../../store/changes'
import type { ChangedEntity } from '../../store/changes'
import { transact } from '../../store/sql'
import type { JournalLine } from './journal-line'
import { beginSealed } from './seal-act'
import type { LibraryContext } from '../library-context'
import { getSettings } from '../settings'

/** One thing before and after a change; null where it did not exist. */
export interface ChangeStep {
  readonly entity: ChangedEntity
  readonly entityId: string
  readonly filingId: FilingId | null
  readonly before: object | null
  readonly after: object | null
}

/** What a change writes beside its rows: the steps of its history, and the lines of the journal that tell of notes. */
export interface ChangeRecord {
  readonly steps: ChangeStep[]
  readonly journal: JournalLine[]
  /** What the sealed log calls the act: `import` where something from outside was taken in. */
  kind: 'change' | 'import'
}

/** A note as the history keeps it: its words stand in the revision of that number. */
export type NoteState = Omit<Note, 'body' | 'text' | 'sha256'>

/** What the history keeps of a note. */
export const stateOfNote = (note: Note): NoteState => {
  const { id, filingId, target, status, owner, dueAt, askedAt = null, answeredAt = null, createdAt, modifiedAt, rev, authorId, originId } =
    note
  return { id, filingId, target, status, owner, dueAt, askedAt, answeredAt, createdAt, modifiedAt, rev,
    ...(authorId === undefined ? {} : { authorId }), ...(originId === undefined ? {} : { originId }) }
}

/**
 * Runs one change of the analyst's as a whole: rows, history and journal, or nothing of them. The journal is
 * synced before the commit: what is called saved stands in both. `groupId` joins the change to an earlier one for undo.
 */
export const commitChange = <T>(library: LibraryContext, label: string, work: (record: ChangeRecord) => T, groupId?: string): T =>
  transact(library.db, () => {
    const record: ChangeRecord = { steps: [], journal: [], kind: 'change' }
    const value = work(record)
    const remembered = beginSealed(library)
    const at = library.clock()
    const author = getSettings(library.db).author
    const group = groupId ?? library.newId()
    appendChanges(library.db, record.steps.map(({ entity, entityId, filingId, before, after }) => ({
      groupId: group,
      at,
      author,
      label,
      entity,
      entityId,
      filingId,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after)
    })), record.kind)
    const changed = record.steps.flatMap(({ entity, entityId, after }): JournalLine[] =>
      entity === 'note' ? [] : [{ kind: 'changed', entity, id: entityId, state: after, at }]
    )
    const lines = [...changed, ...record.journal, ...remembered()]
    if (lines.length > 0) library.journal.append(lines)
    return value
  })
