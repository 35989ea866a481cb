/** The analyst's own highlights in the open filing: made, retagged, moved onto new words, removed; orphans among them. */
import type { Annotation, AnnotationDraft } from '#contract/annotation'
import type { AnnotationId, FilingId, TagId } from '#contract/ids'
import type { FilingWork } from '#contract/library'
import type { Failure } from '#contract/result'
import { call } from '../bridge/client'
import { createStore } from './create-store'
import { documentState } from './document'
import { feedbackState } from './feedback'
import { historyState } from './history'
import { notesState } from './notes'
import { viewState } from './view'
import { workState } from './work'

interface AnnotationsState {
  readonly filingId: FilingId | null
  readonly annotations: readonly Annotation[]
  /** The orphan that waits for the reader to select its words anew, or null. */
  readonly attaching: AnnotationId | null
}

const initial: AnnotationsState = { filingId: null, annotations: [], attaching: null }
const store = createStore(initial)

const byPlace = (a: Annotation, b: Annotation): number => a.selectors.position.start - b.selectors.position.start || a.createdAt.localeCompare(b.createdAt)

const keep = (next: Annotation): void => {
  if (next.filingId !== store.get().filingId) return
  store.set(({ annotations }) => ({ annotations: [...annotations.filter(({ id }) => id !== next.id), next].sort(byPlace) }))
}

/** A refusal is shown; where the annotation changed elsewhere, what is kept is fetched so that the next try starts from it. */
const refused = async (failure: Failure): Promise<null> => {
  feedbackState.fail(failure)
  if (failure.code === 'conflict' || failure.code === 'not-found') await workState.reload()
  return null
}

const find = (id: AnnotationId): Annotation | undefined => store.get().annotations.find((annotation) => annotation.id === id)

const add = async (draft: AnnotationDraft): Promise<Annotation | null> => {
  const answer = await call('annotation.add', draft)
  if (!answer.ok) return refused(answer.failure)
  keep(answer.value)
  historyState.count()
  return answer.value
}

/** Marks the words; null where that failed. */
const addHighlight = async (draft: AnnotationDraft): Promise<Annotation | null> => {
  const annotation = await add(draft)
  if (annotation) feedbackState.announce(`Highlighted: ${draft.quote.exact.slice(0, 80)}`)
  return annotation
}

/** Opens the editor of the first note on a highlight, starting one where there is none. */
const noteOn = async (id: AnnotationId): Promise<void> => {
  const annotation = find(id)
  if (!annotation) return
  documentState.activate({ kind: 'annotation', id })
  viewState.openInspector('notes')
  const existing = notesState.store.get().notes.find(({ target }) => target.kind === 'annotation' && target.annotationId === id)
  if (existing) notesState.write(existing.id)
  else await notesState.add({ kind: 'annotation', annotationId: id })
}

/** Marks the words and opens a note on them, caret in it; null where the highlight failed. */
const addNoteOn = async (draft: AnnotationDraft): Promise<Annotation | null> => {
  const annotation = await add(draft)
  if (annotation) await noteOn(annotation.id)
  return annotation
}

/** Gives a highlight another tag, or none. */
const retag = async (id: AnnotationId, tagId: TagId | null): Promise<void> => {
  const annotation = find(id)
  if (!annotation || annotation.tagId === tagId) return
  const answer = await call('annotation.retag', { id, rev: annotation.rev, tagId })
  if (!answer.ok) {
    await refused(answer.failure)
    return
  }
  keep(answer.value)
  historyState.count()
}

/** Puts a highlight on other words; id, notes and history stay with it. */
const move = async (id: AnnotationId, draft: AnnotationDraft): Promise<void> => {
  const annotation = find(id)
  if (!annotation) return
  const answer = await call('annotation.move', { id, rev: annotation.rev, draft })
  if (!answer.ok) {
    await refused(answer.failure)
    return
  }
  keep(answer.value)
  historyState.did('Highlight attached to the selected words.')
}

/** Removes a highlight with the notes on it; both can be brought back. */
const remove = async (id: AnnotationId): Promise<void> => {
  const annotation = find(id)
  if (!annotation) return
  await notesState.flush()
  const answer = await call('annotation.remove', { id, rev: find(id)?.rev ?? annotation.rev })
  if (!answer.ok) {
    await refused(answer.failure)
    return
  }
  store.set(({ annotations }) => ({ annotations: annotations.filter((kept) => kept.id !== id) }))
  if (documentState.store.get().active?.id === id) documentState.activate(null)
  historyState.did('Highlight removed.', annotation.selectors.quote.exact.slice(0, 80))
  await workState.reload()
}

/** Waits for the reader to select the words an orphan belongs to, or stops waiting where `id` is null. */
const attach = (id: AnnotationId | null): void => {
  store.set({ attaching: id })
  if (id !== null) feedbackState.announce('Select the words in the filing that this note belongs to.')
}

/** Puts the waiting orphan on the words that are selected. */
const attachHere = async (): Promise<void> => {
  const { attaching } = store.get()
  const { selection } = documentState.store.get()
  const annotation = attaching === null ? undefined : find(attaching)
  if (!annotation || !selection) return
  const { filingId, range, quote, sectionPath } = selection
  store.set({ attaching: null })
  await move(annotation.id, { filingId, range, quote, sectionPath, tagId: annotation.tagId })
}

const receive = (filingId: FilingId | null, { annotations }: FilingWork, fresh: boolean): void => {
  store.set(({ attaching }) => ({ filingId, annotations: [...annotations].sort(byPlace), attaching: fresh ? null : attaching }))
}

/** Fetches the work of each filing that is opened and follows changes made elsewhere, until the returned function is called. */
const start = (): (() => void) => {
  const offs = [workState.receive(receive), workState.start()]
  return () => { for (const off of offs) off() }
}

const select = {
  annotations: (state: AnnotationsState) => state.annotations,
  annotation: (id: AnnotationId) => (state: AnnotationsState): Annotation | null => state.annotations.find((annotation) => annotation.id === id) ?? null,
  attaching: (state: AnnotationsState) => state.attaching
}

/** The state module of the analyst's highlights. */
export const annotationsState = {
  store, start, addHighlight, addNoteOn, noteOn, retag, move, remove, attach, attachHere, undo: historyState.undo, redo: historyState.redo, select
}
