import type { AnnotationId, FilingId, NoteId } from '#contract/ids'
import type { Note, NoteWords } from '#contract/note'
import { ME } from '#contract/person'
import type { Authored, Reply } from '#contract/person'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { foldForSearch } from '../../domain/search/search-text'
import { getAnnotation, putAnnotation } from '../../store/annotations'
import { getNote, putNote } from '../../store/notes'
import { getPerson, putPerson } from '../../store/people'
import { deleteReply, getReply, putReply } from '../../store/replies'
import { putSentNote } from '../../store/sent-notes'
import type { SentNote } from '../../store/sent-notes'
import { transact } from '../../store/sql'
import { commitChange, stateOfNote } from '../journal/record-changes'
import type { LibraryContext } from '../library-context'

/** The id of a library, by which work that left it is known again; made once, and in no undo. */
export const libraryIdOf = (library: LibraryContext): string => {
  const known = getPerson(library.db, ME)?.libraryId ?? null
  if (known !== null) return known
  const libraryId = library.newId()
  transact(library.db, () => {
    const me = { id: ME, name: '', libraryId, keyFingerprint: null }
    putPerson(library.db, me)
    library.journal.append([{ kind: 'changed', entity: 'person', id: ME, state: me, at: library.clock() }])
  })
  return libraryId
}

const withoutAuthor = <T extends Authored>({ authorId: _author, ...rest }: T): Omit<T, 'authorId'> => rest

const claimHighlight = (library: LibraryContext, id: AnnotationId): Result<FilingId> => {
  const before = getAnnotation(library.db, id)
  if (!before) return fail('not-found', 'This highlight is no longer in the library.')
  if (before.authorId === undefined) return ok(before.filingId)
  const after = { ...withoutAuthor(before), rev: before.rev + 1, modifiedAt: library.clock() }
  commitChange(library, 'Make highlight mine', (record) => {
    putAnnotation(library.db, after, foldForSearch(after.selectors.quote.exact))
    record.steps.push({ entity: 'annotation', entityId: id, filingId: after.filingId, before, after })
  })
  return ok(before.filingId)
}

const claimNote = (library: LibraryContext, id: NoteId): Result<FilingId> => {
  const before = getNote(library.db, id)
  if (!before) return fail('not-found', 'This note is no longer in the library.')
  if (before.authorId === undefined) return ok(before.filingId)
  const after: Note = { ...withoutAuthor(before), rev: before.rev + 1, modifiedAt: library.clock() }
  commitChange(library, 'Make note mine', (record) => {
    putNote(library.db, after, foldForSearch(after.text))
    record.steps.push({ entity: 'note', entityId: id, filingId: after.filingId, before: stateOfNote(before), after: stateOfNote(after) })
    record.journal.push({ kind: 'saved', note: after })
  })
  return ok(before.filingId)
}

/** Makes a highlight or a note of somebody else's one's own, so that it can be changed; where it came from is kept. Answers its filing. */
export const makeMine = (library: LibraryContext, kind: 'annotation' | 'note', id: string): Result<FilingId> =>
  kind === 'annotation' ? claimHighlight(library, id) : claimNote(library, id)

/** Answers a note, beside it: the note itself stays as it is. */
export const addReply = (library: LibraryContext, noteId: NoteId, words: NoteWords): Result<Reply> => {
  const note = getNote(library.db, noteId)
  if (!note) return fail('not-found', 'This note is no longer in the library.', { remedy: 'Copy your words, then undo its removal.' })
  const reply: Reply = { id: library.newId(), noteId, filingId: note.filingId, body: words.body, text: words.text, madeAt: library.clock() }
  commitChange(library, 'Answer note', (record) => {
    putReply(library.db, reply)
    record.steps.push({ entity: 'reply', entityId: reply.id, filingId: note.filingId, before: null, after: reply })
  })
  return ok(reply)
}

/** Takes an answer away; undo brings it back. */
export const removeReply = (library: LibraryContext, id: string): Result<null> => {
  const before = getReply(library.db, id)
  if (!before) return fail('not-found', 'This answer is no longer in the library.')
  commitChange(library, 'Remove answer', (record) => {
    deleteReply(library.db, id)
    record.steps.push({ entity: 'reply', entityId: id, filingId: before.filingId, before, after: null })
  })
  return ok(null)
}

/** Keeps that notes left in an export, so that they are known again when they come back. In the journal, and in no undo. */
export const keepSent = (library: LibraryContext, notes: readonly Omit<SentNote, 'id' | 'sentAt'>[]): void => {
  if (notes.length === 0) return
  const sentAt = library.clock()
  const sent = notes.map((note): SentNote => ({ ...note, id: library.newId(), sentAt }))
  transact(library.db, () => {
    for (const note of sent) putSentNote(library.db, note)
    library.journal.append(sent.map((note) => ({ kind: 'changed', entity: 'sent', id: note.id, state: note, at: sentAt })))
  })
}
