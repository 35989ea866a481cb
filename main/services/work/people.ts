import type { Annotation } from '#contract/annotation'
import type { AnnotationId, FilingId, NoteId } from '#contract/ids'
import type { Note, NoteWords } from '#contract/note'
import { ME } from '#contract/person'
import type { Authored, Reply } from '#contract/person'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { isAttached } from '#model/verdict'
import { foldForSearch } from '../../domain/search/search-text'
import { getAnnotation, listAnnotations, putAnnotation } from '../../store/annotations'
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

/** One's own highlight on the words of somebody else's, whose own stays as it is; where there is one already, nothing changes. */
const claimHighlight = (library: LibraryContext, id: AnnotationId): Result<FilingId> => {
  const theirs = getAnnotation(library.db, id)
  if (!theirs) return fail('not-found', 'This highlight is no longer in the library.')
  const { filingId, tagId, selectors, verdict } = theirs
  if (theirs.authorId === undefined) return ok(filingId)
  if (!isAttached(verdict))
    return fail('conflict', 'The words of this highlight were not found.', { remedy: 'Attach it to its words first.' })
  const { start, end } = selectors.position
  const isMine = listAnnotations(library.db, filingId).some(({ authorId, selectors: { position } }) =>
    authorId === undefined && position.start === start && position.end === end
  )
  if (isMine) return ok(filingId)
  const at = library.clock()
  const mine: Annotation = { id: library.newId(), filingId, tagId, selectors, verdict, createdAt: at, modifiedAt: at, rev: 1 }
  commitChange(library, 'Make highlight mine', (record) => {
    putAnnotation(library.db, mine, foldForSearch(selectors.quote.exact))
    record.steps.push({ entity: 'annotation', entityId: mine.id, filingId, before: null, after: mine })
  })
  return ok(filingId)
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

/**
 * Makes a note of somebody else's one's own, so that it can be changed, and keeps where it came from; of a highlight makes one's own beside
 * theirs. Answers its filing.
 */
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

const noAnswer = (): Result<never> =>
  fail('not-found', 'This answer is no longer in the library.', { remedy: 'Copy your words, then undo its removal.' })

/** Writes one's own answer anew, as one step of the history; when it was given stays. */
export const saveReply = (library: LibraryContext, id: string, { body, text }: NoteWords): Result<Reply> => {
  const before = getReply(library.db, id)
  if (!before) return noAnswer()
  if (before.authorId !== undefined)
    return fail('read-only', 'This answer is somebody else’s, and was not changed.', { remedy: 'Answer the note yourself.' })
  if (before.body === body && before.text === text) return ok(before)
  const after: Reply = { ...before, body, text }
  commitChange(library, 'Edit answer', (record) => {
    putReply(library.db, after)
    record.steps.push({ entity: 'reply', entityId: id, filingId: before.filingId, before, after })
  })
  return ok(after)
}

/** Takes an answer away; undo brings it back. Answers its filing. */
export const removeReply = (library: LibraryContext, id: string): Result<FilingId> => {
  const before = getReply(library.db, id)
  if (!before) return noAnswer()
  commitChange(library, 'Remove answer', (record) => {
    deleteReply(library.db, id)
    record.steps.push({ entity: 'reply', entityId: id, filingId: before.filingId, before, after: null })
  })
  return ok(before.filingId)
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
