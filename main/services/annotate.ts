import type { Annotation, AnnotationDraft, Selectors } from '#contract/annotation'
import type { AnnotationId, TagId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Failure, Result } from '#contract/result'
import { foldForSearch } from '../domain/search-text'
import { deleteAnnotation, getAnnotation, putAnnotation } from '../store/annotations'
import { listDocuments } from '../store/documents'
import { getFiling } from '../store/filings'
import { deleteNote, listNotesOfAnnotation } from '../store/notes'
import { getTag } from '../store/tags'
import type { LibraryContext } from './library-context'
import { commitChange, stateOfNote } from './record-changes'
import type { ChangeRecord } from './record-changes'

const gone: Omit<Failure, 'code'> = { message: 'This highlight is no longer in the library.', remedy: 'It may have been removed or undone meanwhile.' }

/** The answer to a change that started from an older state of the thing than the library holds. */
export const staleChange = (thing: string): Result<never> =>
  fail('conflict', `${thing} was changed meanwhile.`, { remedy: 'Look at it as it is now, then try again.' })

const selectorsOf = (library: LibraryContext, draft: AnnotationDraft): Result<Selectors> => {
  const filing = getFiling(library.db, draft.filingId)
  if (!filing) return fail('not-found', 'This filing is no longer in the library.')
  const { start, end } = draft.range
  const document = listDocuments(library.db, draft.filingId).find(({ summary }) => start >= summary.range.start && end <= summary.range.end)
  if (end <= start || !document) return fail('invalid-request', 'These words do not lie in one document of the filing.', { place: `${String(start)}–${String(end)}` })
  return ok({
    position: { start, end },
    quote: draft.quote,
    sectionPath: draft.sectionPath,
    textSha256: filing.textSha256,
    parserVersion: document.parserVersion
  })
}

const checkTag = (library: LibraryContext, tagId: TagId | null): Result<null> =>
  tagId === null || getTag(library.db, tagId) ? ok(null) : fail('not-found', 'This tag no longer exists.', { remedy: 'Choose another tag.' })

const put = (library: LibraryContext, record: ChangeRecord, before: Annotation | null, after: Annotation): void => {
  putAnnotation(library.db, after, foldForSearch(after.selectors.quote.exact))
  record.steps.push({ entity: 'annotation', entityId: after.id, filingId: after.filingId, before, after })
}

/** Makes a highlight over a range of one document; the words around it are kept with it. */
export const addAnnotation = (library: LibraryContext, draft: AnnotationDraft): Result<Annotation> => {
  const selectors = selectorsOf(library, draft)
  if (!selectors.ok) return selectors
  const tag = checkTag(library, draft.tagId)
  if (!tag.ok) return tag
  const at = library.clock()
  const annotation: Annotation = {
    id: library.newId(), filingId: draft.filingId, tagId: draft.tagId, selectors: selectors.value, verdict: 'intact',
    createdAt: at, modifiedAt: at, rev: 1
  }
  commitChange(library, 'Add highlight', (record) => { put(library, record, null, annotation) })
  return ok(annotation)
}

const change = (library: LibraryContext, id: AnnotationId, rev: number, label: string, to: (known: Annotation) => Result<Annotation>): Result<Annotation> => {
  const known = getAnnotation(library.db, id)
  if (!known) return fail('not-found', gone.message, gone)
  if (known.rev !== rev) return staleChange('This highlight')
  const changed = to(known)
  if (!changed.ok) return changed
  const after: Annotation = { ...changed.value, rev: known.rev + 1, modifiedAt: library.clock() }
  commitChange(library, label, (record) => { put(library, record, known, after) })
  return ok(after)
}

/** Gives a highlight another tag, or none. */
export const retagAnnotation = (library: LibraryContext, id: AnnotationId, rev: number, tagId: TagId | null): Result<Annotation> =>
  change(library, id, rev, 'Change tag', (known) => {
    const tag = checkTag(library, tagId)
    return tag.ok ? ok({ ...known, tagId }) : tag
  })

/** Ties a highlight to other words of the same filing; its identity, notes and history stay. */
export const moveAnnotation = (library: LibraryContext, id: AnnotationId, rev: number, draft: AnnotationDraft): Result<Annotation> =>
  change(library, id, rev, 'Move highlight', (known) => {
    if (draft.filingId !== known.filingId) return fail('invalid-request', 'A highlight stays in its filing.')
    const tag = checkTag(library, draft.tagId)
    if (!tag.ok) return tag
    const selectors = selectorsOf(library, draft)
    return selectors.ok ? ok({ ...known, tagId: draft.tagId, selectors: selectors.value, verdict: 'intact' }) : selectors
  })

/** Removes a highlight and the notes about it, as one step that can be undone. */
export const removeAnnotation = (library: LibraryContext, id: AnnotationId, rev: number): Result<null> => {
  const known = getAnnotation(library.db, id)
  if (!known) return fail('not-found', gone.message, gone)
  if (known.rev !== rev) return staleChange('This highlight')
  commitChange(library, 'Remove highlight', (record) => {
    for (const note of listNotesOfAnnotation(library.db, id)) {
      deleteNote(library.db, note.id)
      record.steps.push({ entity: 'note', entityId: note.id, filingId: note.filingId, before: stateOfNote(note), after: null })
      record.journal.push({ kind: 'removed', id: note.id, filingId: note.filingId, rev: note.rev, at: library.clock() })
    }
    deleteAnnotation(library.db, id)
    record.steps.push({ entity: 'annotation', entityId: id, filingId: known.filingId, before: known, after: null })
  })
  return ok(null)
}
