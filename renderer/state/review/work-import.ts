/** The import of somebody's work, in two steps: what a file holds, with nothing stored, then taking it in. */
import type { ImportCounts, ImportReport } from '#contract/exchange'
import type { Failure } from '#contract/result'
import { call, pathsOf } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { viewState } from '../window/view'

interface WorkImportState {
  readonly phase: 'choosing' | 'reading' | 'read' | 'taking' | 'taken'
  readonly report: ImportReport | null
  readonly failure: Failure | null
  /** Places in the report of the items that are not to be taken in. */
  readonly leftOut: ReadonlySet<number>
  /** What was stored, once it is. */
  readonly taken: ImportCounts | null
}

const NONE: ReadonlySet<number> = new Set()

const initial: WorkImportState = { phase: 'choosing', report: null, failure: null, leftOut: NONE, taken: null }
const store = createStore(initial)

const isBusy = (): boolean => store.get().phase === 'reading' || store.get().phase === 'taking'

const read = async (path: string | null, text: string | null): Promise<void> => {
  if (isBusy()) return
  store.set({ ...initial, phase: 'reading' })
  const answer = await call('exchange.read', { path, text })
  if (!answer.ok) store.set({ phase: 'choosing', failure: answer.failure.code === 'export-cancelled' ? null : answer.failure })
  else if (answer.value === null) store.set({ phase: 'choosing' })
  else {
    const { counts, items } = answer.value
    const leftOut = new Set(items.flatMap(({ ticked, outcome }, at) => ticked || outcome === 'duplicate' ? [] : [at]))
    store.set({ phase: 'read', report: answer.value, leftOut })
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

/** Takes an item of the report in after all, or leaves it out. */
const toggle = (at: number): void => {
  const { leftOut } = store.get()
  const next = new Set(leftOut)
  if (!next.delete(at)) next.add(at)
  store.set({ leftOut: next })
}

/** Stores what was read and is ticked; one undo takes it back. */
const takeIn = async (): Promise<void> => {
  const { report, phase, leftOut } = store.get()
  if (!report || phase !== 'read') return
  store.set({ phase: 'taking' })
  const answer = await call('exchange.takeIn', { token: report.token, leftOut: [...leftOut] })
  if (answer.ok) {
    store.set({ phase: 'taken', taken: answer.value })
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
  failure: (state: WorkImportState) => state.failure,
  leftOut: (state: WorkImportState) => state.leftOut
}

/** The state module of the import of work. */
export const workImportState = { store, open, choose, paste, drop, toggle, takeIn, cancel, select }
