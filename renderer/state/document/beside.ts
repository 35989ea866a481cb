/** What the analyst made of the filing beside the open one, so that its marks are painted although another is worked on. */
import type { FilingId } from '#contract/ids'
import type { FilingWork } from '#contract/library'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { documentState } from './document'

interface BesideState {
  readonly filingId: FilingId | null
  readonly work: FilingWork | null
}

const initial: BesideState = { filingId: null, work: null }
const store = createStore(initial)

const fetchWork = async (filingId: FilingId): Promise<void> => {
  const answer = await call('filing.work', { filingId })
  // Its text is there all the same; a failure is told where the filing is worked on.
  if (answer.ok && store.get().filingId === filingId) store.set({ work: answer.value })
}

/** Follows what stands beside the open filing and changes made to it, until the returned function is called. */
const start = (): () => void => {
  const offs = [
    documentState.store.subscribe(({ beside }, before) => {
      if (beside === before.beside) return
      const filingId = beside?.open.filing.id ?? null
      store.set({ filingId, work: null })
      if (filingId !== null) void fetchWork(filingId)
    }),
    subscribe('work.changed', ({ filingId }) => {
      if (filingId === store.get().filingId) void fetchWork(filingId)
    })
  ]
  return () => {
    for (const off of offs) off()
  }
}

/** The state module of the work on the filing beside the open one. */
export const besideState = { store, start, select: { work: (state: BesideState) => state.work } }
