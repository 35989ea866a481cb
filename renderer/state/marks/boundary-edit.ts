/** Where a highlight begins and ends while that is being changed: dragged by a handle, or moved by keys, of which one undo takes back all. */
import type { AnnotationId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { annotationsState } from './annotations'
import { blockIndexOf } from '#model/block-index'
import { boundaryAt, type BoundaryPlace, type Edge, moveBoundary, type Step } from '../document/boundaries'
import { createStore } from '../window/create-store'
import { documentState, type Selection } from '../document/document'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { selectionOf } from '../document/selection'

/** A highlight and the words it is about to be given. */
export interface BoundaryDraft {
  readonly id: AnnotationId
  readonly range: TextRange
}

interface BoundaryState {
  /** What the text shows in place of what is kept, or null while nothing is changed. */
  readonly draft: BoundaryDraft | null
}

const initial: BoundaryState = { draft: null }
const store = createStore(initial)

/** Words longer than this are read out by their last ones at the end that moved. */
const MOST_READ = 120

/** The run of steps that one undo takes back: which highlight, and the count of acts after its last step, by which anything else done ends it. */
let run: { readonly id: AnnotationId; readonly acts: number } | null = null
let sending = false

const isSame = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end

const keptRange = (id: AnnotationId): TextRange | null =>
  annotationsState.store.get().annotations.find((annotation) => annotation.id === id)?.selectors.position ?? null

/** The words of a highlight: those it is about to be given, else those it has. */
const rangeOf = (id: AnnotationId): TextRange | null => {
  const { draft } = store.get()
  return draft?.id === id ? draft.range : keptRange(id)
}

const wordsOf = (range: TextRange): Selection | null => {
  const { content, open } = documentState.store.get()
  return content && open ? selectionOf(blockIndexOf(content.blocks), content, open.filing.id, range) : null
}

const put = async ({ id, range }: BoundaryDraft): Promise<boolean> => {
  const words = wordsOf(range)
  const tagId = annotationsState.store.get().annotations.find((annotation) => annotation.id === id)?.tagId ?? null
  if (!words) return false
  const { filingId, quote, sectionPath } = words
  const continues = run !== null && run.id === id && run.acts === historyState.store.get().acts
  const done = await annotationsState.move(id, { filingId, range, quote, sectionPath, tagId }, continues)
  if (done) historyState.count()
  run = done ? { id, acts: historyState.store.get().acts } : null
  return done
}

/** Has the draft kept; steps taken meanwhile go with the next call, so that a held key makes few of them and no two race. */
const send = async (): Promise<void> => {
  if (sending) return
  sending = true
  for (let { draft } = store.get(); draft; { draft } = store.get()) {
    const kept = keptRange(draft.id)
    const done = kept !== null && (isSame(kept, draft.range) || await put(draft))
    if (!done || store.get().draft === draft) {
      store.set({ draft: null })
      break
    }
  }
  sending = false
}

/** Moves a boundary of a highlight by a step, forward (1) or back (-1). Steps in a row are one for undo. */
const step = (id: AnnotationId, edge: Edge, by: Step, delta: 1 | -1): void => {
  const { content } = documentState.store.get()
  const from = rangeOf(id)
  const range = content && from && moveBoundary(blockIndexOf(content.blocks), content.sentences, from, edge, by, delta)
  if (!range) {
    feedbackState.announce('It cannot be moved further.')
    return
  }
  store.set({ draft: { id, range } })
  const text = wordsOf(range)?.text ?? ''
  feedbackState.announce(edge === 'start' ? text.slice(0, MOST_READ) : text.slice(-MOST_READ))
  const place = edge === 'start' ? range.start : range.end - 1
  documentState.reveal({ start: place, end: place + 1 }, { flash: false, remember: false })
  void send()
}

/** Shows a boundary where a handle was dragged to, at the nearest word or letter; nothing is kept before `drop`. */
const drag = (id: AnnotationId, edge: Edge, to: BoundaryPlace, by: 'word' | 'character'): void => {
  const { content } = documentState.store.get()
  const from = rangeOf(id)
  const range = content && from && boundaryAt(blockIndexOf(content.blocks), from, edge, to, by)
  if (range && from && !isSame(range, from)) store.set({ draft: { id, range } })
}

/** Has what was dragged kept, as one step. */
const drop = async (): Promise<void> => {
  run = null
  const { draft } = store.get()
  if (!draft) return
  await send()
  run = null
  feedbackState.announce(`Highlighted: ${wordsOf(draft.range)?.text.slice(0, MOST_READ) ?? ''}`)
}

/** Forgets what was dragged. */
const cancel = (): void => store.set({ draft: null })

/** Ends the run of steps: the next one is taken back by itself. */
const finish = (): void => {
  run = null
}

/** The state module of a highlight's boundaries while they are changed. */
export const boundaryEdit = { store, rangeOf, step, drag, drop, cancel, finish, select: { draft: (state: BoundaryState) => state.draft } }
