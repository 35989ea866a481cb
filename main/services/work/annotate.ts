import type { Annotation, AnnotationDraft, Selectors } from '#contract/annotation'
import type { AnnotationRev } from '#contract/calls'
import type { AnnotationId, FilingId, TagId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Failure, Result } from '#contract/result'
import { isAttached } from '#model/verdict'
import { foldForSearch } from '../../domain/search/search-text'
import { getAnnotation, listAnnotationsById, putAnnotation, retagAll } from '../../store/annotations'
import { lastDoneChange } from '../../store/changes'
import { listDocuments } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import { getTag } from '../../store/tags'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'
import type { ChangeRecord } from '../journal/record-changes'
import { countWords } from '#model/words'

const gone: Omit<Failure, 'code'> = { message: 'This highlight is no longer in the library.',
  remedy: 'It may have been removed or undone meanwhile.' }

/** The answer to a change that started from an older state of the thing than the library holds. */
export const staleChange = (thing: string): Result<never> =>
  fail('conflict', `${thing} was changed meanwhile.`, { remedy: 'Look at it as it is now, then try again.' })

interface WordsOfFiling {
  readonly textSha256: string
  readonly documents: readonly StoredDocument[]
}

const wordsOf = (library: LibraryContext, filingId: FilingId): Result<WordsOfFiling> => {
  const filing = getFiling(library.db, filingId)
  return filing
    ? ok({ textSha256: filing.textSha256, documents: listDocuments(library.db, filingId) })
    : fail('not-found', 'This filing is no longer in the library.')
}

const selectorsIn = ({ textSha256, documents }: WordsOfFiling, draft: AnnotationDraft): Result<Selectors> => {
  const { start, end } = draft.range
  const document = documents.find(({ summary }) => start >= summary.range.start && end <= summary.range.end)
  if (end <= start || !document)
    return fail('invalid-request', 'These words do not lie in one document of the filing.', { place: `${String(start)}–${String(end)}` })
  return ok({ position: { start, end }, quote: draft.quote, sectionPath: draft.sectionPath, textSha256,
    parserVersion: document.parserVersion })
}

/** The selectors of words that the analyst chose; a failure where they lie in no one document of the filing. */
export const selectorsOf = (library: LibraryContext, draft: AnnotationDraft): Result<Selectors> => {
  const words = wordsOf(library, draft.filingId)
  return words.ok ? selectorsIn(words.value, draft) : words
}

const checkTag = (library: LibraryContext, tagId: TagId | null): Result<null> =>
  tagId === null || getTag(library.db, tagId)
    ? ok(null)
    : fail('not-found', 'This tag no longer exists.', { remedy: 'Choose another tag.' })

/** A number of highlights, in words. */
export const counted = (count: number): string => countWords(count, 'highlight')

const put = (library: LibraryContext, record: ChangeRecord, before: Annotation | null, after: Annotation): void => {
  putAnnotation(library.db, after, foldForSearch(after.selectors.quote.exact))
  record.steps.push({ entity: 'annotation', entityId: after.id, filingId: after.filingId, before, after })
}

/** Where words of a filing may lie: its text and its documents, looked up once for many drafts. */
type Lookup = (filingId: FilingId) => Result<WordsOfFiling>

const once = (library: LibraryContext): Lookup => {
  const known = new Map<FilingId, Result<WordsOfFiling>>()
  return (filingId) => {
    const found = known.get(filingId) ?? wordsOf(library, filingId)
    known.set(filingId, found)
    return found
  }
}

const annotationOf = (library: LibraryContext, draft: AnnotationDraft, lookUp: Lookup): Result<Annotation> => {
  const words = lookUp(draft.filingId)
  const selectors = words.ok ? selectorsIn(words.value, draft) : words
  if (!selectors.ok) return selectors
  const tag = checkTag(library, draft.tagId)
  if (!tag.ok) return tag
  const at = library.clock()
  return ok({
    id: library.newId(),
    filingId: draft.filingId,
    tagId: draft.tagId,
    selectors: selectors.value,
    verdict: 'intact',
    createdAt: at,
    modifiedAt: at,
    rev: 1
  })
}

/** Makes a highlight over a range of one document; the words around it are kept with it. */
export const addAnnotation = (library: LibraryContext, draft: AnnotationDraft): Result<Annotation> => {
  const made = annotationOf(library, draft, once(library))
  if (made.ok) commitChange(library, 'Add highlight', (record) => put(library, record, null, made.value))
  return made
}

/** Makes many highlights as one step that can be undone; all of them, or none where one cannot be made. */
export const addAnnotations = (library: LibraryContext, drafts: readonly AnnotationDraft[]): Result<readonly Annotation[]> => {
  const lookUp = once(library)
  const annotations: Annotation[] = []
  for (const draft of drafts) {
    const made = annotationOf(library, draft, lookUp)
    if (!made.ok) return made
    annotations.push(made.value)
  }
  if (annotations.length === 0) return ok([])
  commitChange(library, `Add ${counted(annotations.length)}`, (record) => {
    for (const annotation of annotations) put(library, record, null, annotation)
  })
  return ok(annotations)
}

/** The highlight as the library holds it, where the change starts from that. */
export const current = (library: LibraryContext, { id, rev }: AnnotationRev): Result<Annotation> => {
  const known = getAnnotation(library.db, id)
  if (!known) return fail('not-found', gone.message, gone)
  return known.rev === rev ? ok(known) : staleChange('This highlight')
}

/** All of the highlights as the library holds them, or why one of them cannot be changed. */
export const currentAll = (library: LibraryContext, wanted: readonly AnnotationRev[]): Result<readonly Annotation[]> => {
  const held = new Map(listAnnotationsById(library.db, wanted.map(({ id }) => id)).map((annotation) => [annotation.id, annotation]))
  const known: Annotation[] = []
  for (const { id, rev } of wanted) {
    const found = held.get(id)
    if (!found) return fail('not-found', gone.message, gone)
    if (found.rev !== rev) return staleChange('This highlight')
    known.push(found)
  }
  return ok(known)
}

const change = (
  library: LibraryContext,
  which: AnnotationRev,
  label: string,
  to: (known: Annotation) => Result<Annotation>,
  groupId?: string
): Result<Annotation> => {
  const known = current(library, which)
  if (!known.ok) return known
  const changed = to(known.value)
  if (!changed.ok) return changed
  const after: Annotation = { ...changed.value, rev: known.value.rev + 1, modifiedAt: library.clock() }
  commitChange(library, label, (record) => put(library, record, known.value, after), groupId)
  return ok(after)
}

/** Gives a highlight another tag, or none. */
export const retagAnnotation = (library: LibraryContext, id: AnnotationId, rev: number, tagId: TagId | null): Result<Annotation> =>
  change(library, { id, rev }, 'Change tag', (known) => {
    const tag = checkTag(library, tagId)
    return tag.ok ? ok({ ...known, tagId }) : tag
  })

/** What the history calls a move of a highlight onto other words. */
export const MOVE = 'Move highlight'

/** The step of the history that a further move of a highlight, or of its place in a later version, joins: the last one, where that moved the same. */
export const lastMoveOf = (library: LibraryContext, id: string): string | undefined => {
  const last = lastDoneChange(library.db)
  return last?.entityId === id && last.label === MOVE ? last.groupId : undefined
}

/**
 * Ties a highlight to other words of the same filing; its identity, notes and history stay. Where it `continues` the move before,
 * one undo takes both back. Somebody else's is only placed where its words were not found: on its words it stays.
 */
export const moveAnnotation = (library: LibraryContext, id: AnnotationId, rev: number, draft: AnnotationDraft,
  continues = false): Result<Annotation> =>
  change(library, { id, rev }, MOVE, (known) => {
    if (draft.filingId !== known.filingId) return fail('invalid-request', 'A highlight stays in its filing.')
    if (known.authorId !== undefined && isAttached(known.verdict)) {
      return fail('read-only', 'This highlight is somebody else’s, and was not moved.', {
        remedy: 'Highlight the words yourself.'
      })
    }
    const tag = checkTag(library, draft.tagId)
    if (!tag.ok) return tag
    const selectors = selectorsOf(library, draft)
    return selectors.ok ? ok({ ...known, tagId: draft.tagId, selectors: selectors.value, verdict: 'intact' }) : selectors
  }, continues ? lastMoveOf(library, id) : undefined)

/** Gives many highlights one tag, or none, as one step that can be undone; all of them, or none where one cannot be changed. Answers those that changed. */
export const retagAnnotations = (library: LibraryContext, wanted: readonly AnnotationRev[],
  tagId: TagId | null): Result<readonly Annotation[]> => {
  const known = currentAll(library, wanted)
  if (!known.ok) return known
  const tag = checkTag(library, tagId)
  if (!tag.ok) return tag
  const at = library.clock()
  const changed = known.value.filter((annotation) => annotation.tagId !== tagId)
  if (changed.length === 0) return ok([])
  return ok(commitChange(library, `Change tag of ${counted(changed.length)}`, (record) => {
    retagAll(library.db, changed.map(({ id }) => id), tagId, at)
    return changed.map((before) => {
      const after: Annotation = { ...before, tagId, rev: before.rev + 1, modifiedAt: at }
      record.steps.push({ entity: 'annotation', entityId: after.id, filingId: after.filingId, before, after })
      return after
    })
  }))
}
