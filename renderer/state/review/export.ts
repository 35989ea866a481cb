/** Export of the open document as a PDF: what goes in, how far it is, how it ended. */
import type { ExportScope } from '#contract/calls'
import type { ExportOutcome, WorkProgress } from '#contract/library'
import type { Failure } from '#contract/result'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { libraryState } from '../library/library'
import { notesState } from '../notes/notes'

interface ExportState {
  readonly scope: ExportScope
  /** `exists` waits for the reader to say whether the file may be replaced. */
  readonly phase: 'choosing' | 'running' | 'exists' | 'done' | 'failed'
  readonly progress: WorkProgress | null
  readonly outcome: ExportOutcome | null
  readonly failure: Failure | null
}

const initial: ExportState = {
  scope: { text: true, highlights: true, notes: true, suggestions: 'all', comments: true, paper: 'letter' },
  phase: 'choosing',
  progress: null,
  outcome: null,
  failure: null
}
const store = createStore(initial)

const setScope = (patch: Partial<ExportScope>): void => {
  store.set(({ scope }) => ({ scope: { ...scope, ...patch } }))
}

const run = async (path: string | null, overwrite: boolean): Promise<void> => {
  const { open, sequence } = documentState.store.get()
  if (!open || sequence === null || store.get().phase === 'running') return
  store.set({ phase: 'running', progress: null, failure: null, outcome: null })
  await notesState.flush()
  const answer = await call('export.pdf', { filingId: open.filing.id, sequence, include: store.get().scope, path, overwrite })
  libraryState.printingEnded()
  if (answer.ok) {
    store.set({ phase: 'done', outcome: answer.value })
    feedbackState.announce('The PDF was saved.')
  } else if (answer.failure.code === 'export-cancelled') store.set({ phase: 'choosing' })
  else store.set({ phase: answer.failure.code === 'export-exists' ? 'exists' : 'failed', failure: answer.failure })
}

/** Asks where to save and prints. Words still being written are committed first, so that they are in it. */
const begin = (): Promise<void> => run(null, false)

/** Replaces the file that stands in the way. */
const replace = (): Promise<void> => run(store.get().failure?.file ?? null, true)

/** Stops the printing; nothing is left behind. */
const cancel = async (): Promise<void> => {
  const answer = await call('export.cancel', null)
  if (!answer.ok) feedbackState.fail(answer.failure)
}

/** Makes ready for another export; what was chosen to go in stays. */
const reset = (): void => {
  store.set(({ scope, phase }) => (phase === 'running' ? {} : { ...initial, scope }))
}

/** Follows the printing until the returned function is called. */
const start = (): () => void =>
  subscribe('work.progress', (progress) => {
    if (progress.stage === 'printing' && store.get().phase === 'running') store.set({ progress })
  })

const select = {
  scope: (state: ExportState) => state.scope,
  phase: (state: ExportState) => state.phase,
  progress: (state: ExportState) => state.progress,
  outcome: (state: ExportState) => state.outcome,
  failure: (state: ExportState) => state.failure
}

/** The state module of export. */
export const exportState = { store, start, setScope, begin, replace, cancel, reset, select }
