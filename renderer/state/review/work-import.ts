/** The import of somebody's work, in two steps: what a file holds, with nothing stored, then taking it in. */
import type { ImportReport } from '#contract/exchange'
import type { Failure } from '#contract/result'
import { call, pathsOf } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { viewState } from '../window/view'

interface WorkImportState {
  readonly phase: 'choosing' | 'reading' | 'read' | 'taking' | 'taken'
  readonly report: ImportReport | null
  readonly failure: Failure | null
}

const initial: WorkImportState = { phase: 'choosing', report: null, failure: null }
const store = createStore(initial)

const isBusy = (): boolean => store.get().phase === 'reading' || store.get().phase === 'taking'

const read = async (path: string | null, text: string | null): Promise<void> => {
  if (isBusy()) return
  store.set({ phase: 'reading', report: null, failure: null })
  const answer = await call('exchange.read', { path, text })
  if (!answer.ok) store.set({ phase: 'choosing', failure: answer.failure.code === 'export-cancelled' ? null : answer.failure })
  else if (answer.value === null) store.set({ phase: 'choosing' })
  else {
    store.set({ phase: 'read', report: answer.value })
    const { counts } = answer.value
    feedbackState.announce(`${String(counts.read)} items read. Nothing is stored yet.`)
  }
}

/** Reads a file that the reader chooses. */
const choose = (): Promise<void> => read(null, null)

/** Reads a text from the clipboard. */
const paste = (text: string): Promise<void> => read(null, text)

/** Reads a file that was dropped; of several the first. */
const drop = async (files: readonly File[]): Promise<void> => {
  const [path] = pathsOf(files)
  if (path !== undefined && path !== '') await read(path, null)
}

/** Stores what was read; one undo takes it back. */
const takeIn = async (): Promise<void> => {
  const { report, phase } = store.get()
  if (!report || phase !== 'read') return
  store.set({ phase: 'taking' })
  const answer = await call('exchange.takeIn', { token: report.token })
  if (answer.ok) {
    store.set({ phase: 'taken' })
    feedbackState.announce('Taken in.')
  } else store.set({ phase: 'choosing', report: null, failure: answer.failure })
}

/** Stops the reading. */
const cancel = async (): Promise<void> => {
  const answer = await call('exchange.cancel', null)
  if (!answer.ok) feedbackState.fail(answer.failure)
}

/** Shows the screen, ready for another file. */
const open = (): void => {
  if (!isBusy()) store.set(initial)
  viewState.openDialog('take-in')
}

const select = {
  phase: (state: WorkImportState) => state.phase,
  report: (state: WorkImportState) => state.report,
  failure: (state: WorkImportState) => state.failure
}

/** The state module of the import of work. */
export const workImportState = { store, open, choose, paste, drop, takeIn, cancel, select }
