/** Undo and redo: one history for all acts, kept by the main process, and the editor's own while the reader writes a note. */
import type { UndoOutcome } from '#contract/library'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { documentState } from './document'
import { feedbackState } from '../window/feedback'
import { workState } from './work'

/** The undo of one editor, in use while the caret is in it. */
export interface EditorHistory {
  readonly undo: () => void
  readonly redo: () => void
  readonly focused: () => boolean
}

interface HistoryState {
  /** Counts this window's acts, so that an "Undo" offered for one is not spent on a later one. */
  readonly acts: number
}

const initial: HistoryState = { acts: 0 }
const store = createStore(initial)
let editor: EditorHistory | null = null
/** The message that offers to take the last act back, or null. */
let offer: number | null = null

/** Makes an editor's undo the one in use while it has the caret; returns the function that lets go. */
const claim = (history: EditorHistory): () => void => {
  editor = history
  return () => {
    if (editor === history) editor = null
  }
}

const withdrawOffer = (): void => {
  if (offer !== null) feedbackState.dismiss(offer)
  offer = null
}

const report = (done: 'Undone' | 'Redone', outcome: UndoOutcome): void => {
  const { filingId } = outcome
  const elsewhere = filingId !== null && filingId !== workState.store.get().filingId
  feedbackState.toast({
    text: `${done}: ${outcome.label}.`,
    about: 'travel',
    ...(elsewhere ? { action: { label: 'Show', run: () => void documentState.openFiling(filingId) } } : {})
  })
}

const travel = async (name: 'history.undo' | 'history.redo'): Promise<void> => {
  const answer = await call(name, null)
  if (!answer.ok) {
    if (answer.failure.code === 'nothing-to-undo')
      feedbackState.toast({ text: name === 'history.undo' ? 'Nothing to undo.' : 'Nothing to redo.', about: 'travel' })
    else feedbackState.fail(answer.failure)
    return
  }
  store.set(({ acts }) => ({ acts: acts + 1 }))
  withdrawOffer()
  report(name === 'history.undo' ? 'Undone' : 'Redone', answer.value)
  await workState.reload()
}

/** Takes back the last act; in a note that is being written, the last words. */
const undo = async (): Promise<void> => {
  if (editor?.focused()) editor.undo()
  else await travel('history.undo')
}

/** Does the last undone act again; in a note that is being written, the last undone words. */
const redo = async (): Promise<void> => {
  if (editor?.focused()) editor.redo()
  else await travel('history.redo')
}

/** Says that an act was done and offers to take it back, for as long as it is still the last one. */
const did = (text: string, detail = ''): void => {
  store.set(({ acts }) => ({ acts: acts + 1 }))
  const { acts: mine } = store.get()
  const run = (): void => {
    if (store.get().acts === mine) void travel('history.undo')
    else feedbackState.toast({ text: 'Something else was done since.', detail: 'Use Undo to go back step by step.' })
  }
  withdrawOffer()
  offer = feedbackState.toast({ text, ...(detail === '' ? {} : { detail }), action: { label: 'Undo', run } })
}

/** Counts an act that needs no message. */
const count = (): void => store.set(({ acts }) => ({ acts: acts + 1 }))

/** The state module of undo and redo. */
export const historyState = { store, claim, undo, redo, did, count, select: { acts: (state: HistoryState) => state.acts } }
