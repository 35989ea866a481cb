import { createHash } from 'node:crypto'
import type { Calls } from '#contract/calls'
import type { FilingId, NoteId } from '#contract/ids'
import type { Note, NoteSave, NoteSaved, NoteStatus, NoteTarget, NoteWords } from '#contract/note'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { foldForSearch } from '../../domain/search/search-text'
import { getAnnotation } from '../../store/annotations'
import { lastDoneChange } from '../../store/changes'
import { getFiling } from '../../store/filings'
import { deleteNote, getNote, putNote } from '../../store/notes'
import { getPlacement } from '../../store/placements'
import { staleChange } from './annotate'
import type { LibraryContext } from '../library-context'
import { commitChange, stateOfNote } from '../journal/record-changes'
import type { ChangeRecord } from '../journal/record-changes'

/** Saves of one note that follow each other within this many milliseconds are undone together: a pause ends a thought. */
const BURST_MS = 15_000

/** The label of a save; bursts are told by it. */
const EDIT = 'Edit note'

/** The hash a note carries of its body. */
export const hashOfBody = (body: string): string => createHash('sha256').update(body, 'utf8').digest('hex')

const gone = (): Result<never> =>
  fail('not-found', 'This note is no longer in the library.', { remedy: 'Copy your words, then undo its removal.' })

const put = (library: LibraryContext, record: ChangeRecord, before: Note | null, after: Note): void => {
  putNote(library.db, after, foldForSearch(after.text))
  record.steps.push({ entity: 'note', entityId: after.id, filingId: after.filingId, before: before && stateOfNote(before),
    after: stateOfNote(after) })
  record.journal.push({ kind: 'saved', note: after })
}

/** The filing a new note belongs to: a note on a highlight that was carried here from an older version stays with the highlight. */
const ownerOf = (library: LibraryContext, filingId: FilingId, target: NoteTarget): Result<FilingId> => {
  if (!getFiling(library.db, filingId)) return fail('not-found', 'This filing is no longer in the library.')
  if (target.kind !== 'annotation') return ok(filingId)
  const annotation = getAnnotation(library.db, target.annotationId)
  return annotation && (annotation.filingId === filingId || getPlacement(library.db, annotation.id, filingId))
    ? ok(annotation.filingId)
    : fail('not-found', 'This highlight is no longer in the library.')
}

/**
 * Makes a note, empty or with its first words; it is a row from its first moment, so that no draft lives only on the screen.
 * One undo takes it back, words and all.
 */
export const addNote = (library: LibraryContext, filingId: FilingId, target: NoteTarget,
  words: NoteWords = { body: '', text: '' }): Result<Note> => {
  const owner = ownerOf(library, filingId, target)
  if (!owner.ok) return owner
  const at = library.clock()
  const note: Note = {
    id: library.newId(),
    filingId: owner.value,
    target,
    body: words.body,
    text: words.text,
    status: 'none',
    owner: null,
    dueAt: null,
    askedAt: null,
    answeredAt: null,
    createdAt: at,
    modifiedAt: at,
    rev: 1,
    sha256: hashOfBody(words.body)
  }
  commitChange(library, 'Add note', (record) => put(library, record, null, note))
  return ok(note)
}

/** The group of the burst this save goes on with, or undefined where it begins one. */
const burstOf = (library: LibraryContext, id: NoteId): string | undefined => {
  const last = lastDoneChange(library.db)
  if (last?.entity !== 'note' || last.entityId !== id || last.label !== EDIT) return undefined
  const pause = Date.parse(library.clock()) - Date.parse(last.at)
  return pause >= 0 && pause <= BURST_MS ? last.groupId : undefined
}

/**
 * Saves the words of a note; the answer means that they stand in the database and in the journal, both synced. A save
 * that did not start from the present revision is refused as a conflict, its words kept in the journal, unless it is the
 * very save that made that revision, sent again.
 */
export const saveNote = (library: LibraryContext, save: NoteSave): Result<NoteSaved> => {
  const known = getNote(library.db, save.id)
  if (!known) return gone()
  if (known.authorId !== undefined) {
    return fail('read-only', 'This note is somebody else’s, and was not changed.', {
      remedy: 'Answer it, or make it yours first. Copy your words before.'
    })
  }
  const sha256 = hashOfBody(save.body)
  const same = known.sha256 === sha256 && known.text === save.text
  if (same && (known.rev === save.rev || known.rev === save.rev + 1))
    return ok({ id: known.id, rev: known.rev, modifiedAt: known.modifiedAt })
  if (known.rev !== save.rev) {
    library.journal.append([{ kind: 'refused',
      note: { ...known, body: save.body, text: save.text, sha256, rev: save.rev, modifiedAt: library.clock() } }])
    return staleChange('This note')
  }
  const after: Note = { ...known, body: save.body, text: save.text, sha256, rev: known.rev + 1, modifiedAt: library.clock() }
  commitChange(library, EDIT, (record) => put(library, record, known, after), burstOf(library, save.id))
  return ok({ id: after.id, rev: after.rev, modifiedAt: after.modifiedAt })
}

/** When a question was put and answered, once it has a status; going back forgets what came after. */
const datesOf = (known: Note, status: NoteStatus, at: string): Pick<Note, 'askedAt' | 'answeredAt'> => {
  const asked = known.askedAt ?? null
  const answered = known.answeredAt ?? null
  switch (status) {
    case 'none':
    case 'open':
      return { askedAt: null, answeredAt: null }
    case 'asked':
      return { askedAt: asked ?? at, answeredAt: null }
    case 'answered':
      return { askedAt: asked, answeredAt: answered ?? at }
    case 'closed':
      return { askedAt: asked, answeredAt: answered }
  }
}

/** Moves a note on in the question loop, and says who answers it by when. The days on which it was asked and answered are kept. */
export const setNoteStatus = (library: LibraryContext, change: Calls['note.status']['args']): Result<Note> => {
  const known = getNote(library.db, change.id)
  if (!known) return gone()
  if (known.rev !== change.rev) return staleChange('This note')
  const at = library.clock()
  const after: Note = {
    ...known,
    ...datesOf(known, change.status, at),
    status: change.status,
    owner: change.owner,
    dueAt: change.dueAt,
    rev: known.rev + 1,
    modifiedAt: at
  }
  commitChange(library, 'Change note status', (record) => put(library, record, known, after))
  return ok(after)
}

/** Removes a note; undo brings it back, and its revisions are kept for ever. */
export const removeNote = (library: LibraryContext, id: NoteId, rev: number): Result<null> => {
  const known = getNote(library.db, id)
  if (!known) return gone()
  if (known.rev !== rev) return staleChange('This note')
  commitChange(library, 'Remove note', (record) => {
    deleteNote(library.db, id)
    record.steps.push({ entity: 'note', entityId: id, filingId: known.filingId, before: stateOfNote(known), after: null })
    record.journal.push({ kind: 'removed', id, filingId: known.filingId, rev: known.rev, at: library.clock() })
  })
  return ok(null)
}
