/** The analyst's own highlights in the open filing: made, retagged, moved onto new words, removed; orphans among them. */
import type { Annotation, AnnotationDraft } from '#contract/annotation'
import type { AnnotationRev } from '#contract/calls'
import type { AnnotationId, FilingId, TagId } from '#contract/ids'
import type { FilingWork } from '#contract/library'
import type { Failure } from '#contract/result'
import { countWords, firstWords } from '#model/words'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { notesState } from '../notes/notes'
import { viewState } from '../window/view'
import { workState } from '../document/work'
import { workspaceState } from '../window/workspace'

interface AnnotationsState {
  readonly filingId: FilingId | null
  readonly annotations: readonly Annotation[]
  /** The orphan that waits for the reader to select its words anew, or null. */
  readonly attaching: AnnotationId | null
}

const initial: AnnotationsState = { filingId: null, annotations: [], attaching: null }
const store = createStore(initial)

const byPlace = (a: Annotation, b: Annotation): number =>
  a.selectors.position.start - b.selectors.position.start || a.createdAt.localeCompare(b.createdAt)

const find = (id: AnnotationId): Annotation | undefined => store.get().annotations.find((annotation) => annotation.id === id)

/** What changed of an annotation, taken into what is shown of it: one that was carried here keeps the place it has in this filing. */
const merged = (known: Annotation | undefined, next: Annotation): Annotation =>
  known?.carried && !next.carried && next.filingId !== store.get().filingId
    ? { ...known, tagId: next.tagId, modifiedAt: next.modifiedAt, rev: next.rev }
    : next

const keep = (next: Annotation): void => {
  const known = find(next.id)
  if (next.filingId !== store.get().filingId && !known?.carried) return
  store.set(({ annotations }) => ({ annotations: [...annotations.filter(({ id }) => id !== next.id), merged(known, next)].sort(byPlace) }))
}

/** A refusal is shown; where the annotation changed elsewhere, what is kept is fetched so that the next try starts from it. */
const refused = async (failure: Failure): Promise<null> => {
  feedbackState.fail(failure)
  if (failure.code === 'conflict' || failure.code === 'not-found') await workState.reload()
  return null
}

const add = async (draft: AnnotationDraft): Promise<Annotation | null> => {
  const answer = await call('annotation.add', draft)
  if (!answer.ok) return refused(answer.failure)
  keep(answer.value)
  historyState.count()
  return answer.value
}

/** What giving a tag, or (null) taking it away, is called. */
const taggedWords = (tagId: TagId | null): string => {
  const name = workspaceState.store.get().tags.find(({ id }) => id === tagId)?.name
  return tagId === null ? 'Tag taken away.' : name === undefined ? 'Tagged.' : `Tagged as ${name}.`
}

/** Marks the words and puts the mark in focus, unless the reader has gone on to others meanwhile; null where that failed. */
const addHighlight = async (draft: AnnotationDraft): Promise<Annotation | null> => {
  const { active } = documentState.store.get()
  const annotation = await add(draft)
  if (!annotation) return null
  const now = documentState.store.get()
  if (now.selection === null && now.active === active && now.open?.filing.id === annotation.filingId)
    documentState.hold({ kind: 'annotation', id: annotation.id })
  if (draft.tagId === null) feedbackState.announce(`Highlighted: ${firstWords(draft.quote.exact)}`)
  else historyState.did(taggedWords(draft.tagId), firstWords(draft.quote.exact))
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
  historyState.did(taggedWords(tagId), firstWords(annotation.selectors.quote.exact))
}

/** Puts a highlight on other words; id, notes and history stay with it. `continues` joins it to the move before for undo. */
const move = async (id: AnnotationId, draft: AnnotationDraft, continues = false): Promise<boolean> => {
  const annotation = find(id)
  if (!annotation) return false
  const answer = annotation.carried
    ? await call('orphan.attach', { id, draft, ...(continues ? { continues } : {}) })
    : await call('annotation.move', { id, rev: annotation.rev, draft, ...(continues ? { continues } : {}) })
  if (!answer.ok) {
    await refused(answer.failure)
    return false
  }
  keep(answer.value)
  return true
}

/** The highlights of these ids, as a change of many names them. */
const revsOf = (ids: readonly AnnotationId[]): readonly AnnotationRev[] => {
  const wanted = new Set(ids)
  return store.get().annotations.filter(({ id }) => wanted.has(id)).map(({ id, rev }) => ({ id, rev }))
}

/** Marks many stretches of words as one step that can be undone; answers how many. */
const addMany = async (drafts: readonly AnnotationDraft[]): Promise<number> => {
  const answer = await call('annotation.addMany', { drafts })
  if (!answer.ok) {
    await refused(answer.failure)
    return 0
  }
  const made = answer.value.filter(({ filingId }) => filingId === store.get().filingId)
  store.set(({ annotations }) => ({ annotations: [...annotations, ...made].sort(byPlace) }))
  historyState.did(`${counted(answer.value.length)} added.`)
  return answer.value.length
}

const counted = (count: number): string => countWords(count, 'highlight')

/** Gives many highlights another tag, or none, as one step that can be undone; one that was carried here from an older version has it there too, since it is the same highlight. */
const retagMany = async (ids: readonly AnnotationId[], tagId: TagId | null): Promise<void> => {
  const answer = await call('annotation.retagMany', { annotations: revsOf(ids), tagId })
  if (!answer.ok) {
    await refused(answer.failure)
    return
  }
  const changed = new Map(answer.value.map((annotation) => [annotation.id, annotation]))
  if (changed.size === 0) {
    feedbackState.announce('They already have this tag.')
    return
  }
  store.set(({ annotations }) => ({
    annotations: annotations.map((annotation) => merged(annotation, changed.get(annotation.id) ?? annotation))
  }))
  const older = answer.value.filter((annotation) => annotation.filingId !== store.get().filingId).length
  historyState.did(`Tag changed on ${counted(changed.size)}.`, ...(older === 0 ? [] : [`${String(older)} of an older version, there too.`]))
}

/** What was removed, and what of an older version was only dismissed from this one, in words. */
const removedWords = ({ removed, dismissed }: { readonly removed: number; readonly dismissed: number }): string => {
  if (dismissed === 0) return `${counted(removed)} removed.`
  const kept = `${dismissed === 1 ? 'It stays' : 'They stay'} in the older version.`
  return removed === 0
    ? `${counted(dismissed)} dismissed from this version. ${kept}`
    : `${counted(removed)} removed, ${String(dismissed)} dismissed from this version. ${kept}`
}

/** Removes many highlights with the notes on them, as one step that can be undone. Those that were carried here from an older version are dismissed from this one and stay there. */
const removeMany = async (ids: readonly AnnotationId[]): Promise<void> => {
  await notesState.flush()
  const annotations = revsOf(ids)
  const { filingId } = store.get()
  if (annotations.length === 0 || filingId === null) return
  const answer = await call('annotation.removeMany', { annotations, from: filingId })
  if (!answer.ok) {
    await refused(answer.failure)
    return
  }
  const gone = new Set(annotations.map(({ id }) => id))
  store.set((state) => ({ annotations: state.annotations.filter(({ id }) => !gone.has(id)) }))
  const { active } = documentState.store.get()
  if (active?.kind === 'annotation' && gone.has(active.id)) documentState.activate(null)
  historyState.did(removedWords(answer.value))
  await workState.reload()
}

/** Takes a highlight that was carried here, or lost its words, off this filing's list, or back onto it; it stays whole where it was made. */
const dismiss = async (id: AnnotationId, dismissed = true): Promise<void> => {
  const { filingId } = store.get()
  if (filingId === null) return
  const answer = await call('orphan.dismiss', { id, filingId, dismissed })
  if (!answer.ok) {
    await refused(answer.failure)
    return
  }
  const { active } = documentState.store.get()
  if (dismissed && active?.id === id) documentState.activate(null)
  historyState.did(dismissed ? 'Highlight dismissed from this filing.' : 'Highlight taken back.',
    firstWords(answer.value.carried?.exact ?? ''))
  await workState.reload()
}

/** Removes a highlight with the notes on it; both can be brought back. One that was carried here is only dismissed. */
const remove = async (id: AnnotationId): Promise<void> => {
  const annotation = find(id)
  if (!annotation) return
  if (annotation.carried && annotation.filingId !== store.get().filingId) {
    await dismiss(id)
    return
  }
  await notesState.flush()
  const answer = await call('annotation.remove', { id, rev: find(id)?.rev ?? annotation.rev })
  if (!answer.ok) {
    await refused(answer.failure)
    return
  }
  store.set(({ annotations }) => ({ annotations: annotations.filter((kept) => kept.id !== id) }))
  if (documentState.store.get().active?.id === id) documentState.activate(null)
  historyState.did('Highlight removed.', firstWords(annotation.selectors.quote.exact))
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
  if (await move(annotation.id, { filingId, range, quote, sectionPath, tagId: annotation.tagId }))
    historyState.did('Highlight attached to the selected words.')
}

/** Puts a waiting highlight on the words that are proposed for it, once the reader said that they are its own. */
const acceptPlace = async (id: AnnotationId): Promise<void> => {
  const { filingId } = store.get()
  const annotation = find(id)
  const proposed = annotation?.carried?.proposed
  if (!proposed || filingId === null) return
  const { range, quote, sectionPath } = proposed
  if (!await move(id, { filingId, tagId: annotation.tagId, range, quote, sectionPath })) return
  documentState.reveal(range)
  historyState.did('Highlight attached to the present words.', firstWords(quote.exact))
}

const receive = (filingId: FilingId | null, { annotations }: FilingWork, fresh: boolean): void => {
  store.set(({ attaching }) => ({ filingId, annotations: [...annotations].sort(byPlace), attaching: fresh ? null : attaching }))
}

/** Fetches the work of each filing that is opened and follows changes made elsewhere, until the returned function is called. */
const start = (): () => void => {
  const offs = [workState.receive(receive), workState.start()]
  return () => {
    for (const off of offs) off()
  }
}

/** Makes one's own highlight of somebody else's, which stays; both are fetched by the event that follows. */
const makeMine = async (id: AnnotationId): Promise<void> => {
  const answer = await call('exchange.makeMine', { kind: 'annotation', id })
  if (answer.ok) historyState.did('Highlight made yours.', 'Theirs stays beside it.')
  else feedbackState.fail(answer.failure)
}

const select = {
  annotations: (state: AnnotationsState) => state.annotations,
  annotation: (id: AnnotationId) => (state: AnnotationsState): Annotation | null =>
    state.annotations.find((annotation) => annotation.id === id) ?? null,
  attaching: (state: AnnotationsState) => state.attaching
}

/** The state module of the analyst's highlights. */
export const annotationsState = { makeMine, store, start, addMany, addHighlight, addNoteOn, noteOn, retag, retagMany, move, remove,
  removeMany, dismiss, acceptPlace, attach, attachHere, undo: historyState.undo, redo: historyState.redo, select }
