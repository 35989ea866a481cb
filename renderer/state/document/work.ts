/** What the analyst made of the open filing, fetched once and handed to the nouns it belongs to: annotations, decisions, notes. */
import type { FilingId } from '#contract/ids'
import type { FilingWork } from '#contract/library'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { documentState } from './document'
import { feedbackState } from '../window/feedback'
import { createNewest } from '../window/newest'

interface WorkState {
  readonly filingId: FilingId | null
  readonly ready: boolean
  /** Whether it was asked for. */
  readonly asked: boolean
}

/** Takes over what was fetched; `fresh` is true where another filing was opened and nothing of the old one counts. */
export type WorkReceiver = (filingId: FilingId | null, work: FilingWork, fresh: boolean) => void

const NOTHING: FilingWork = { annotations: [], decisions: [], notes: [] }

const initial: WorkState = { filingId: null, ready: false, asked: false }
const store = createStore(initial)
const receivers = new Set<WorkReceiver>()
const fetching = createNewest()

const hand = (filingId: FilingId | null, work: FilingWork, fresh: boolean): void => {
  for (const receiver of receivers) receiver(filingId, work, fresh)
}

const fetchWork = async (filingId: FilingId, fresh: boolean): Promise<void> => {
  const mine = fetching.begin()
  const answer = await call('filing.work', { filingId })
  if (!mine.holds() || store.get().filingId !== filingId) return
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  hand(filingId, answer.value, fresh)
  store.set({ ready: true })
}

/** Fetches the work of a filing once its text is there (`now`), or forgets all where there is none. */
const load = async (filingId: FilingId | null, now = true): Promise<void> => {
  if (filingId !== store.get().filingId) {
    store.set({ filingId, ready: false, asked: false })
    hand(filingId, NOTHING, true)
  }
  if (filingId === null || !now || store.get().asked) return
  store.set({ asked: true })
  await fetchWork(filingId, true)
}

/** Fetches the work of the open filing again, after something changed it behind our back. */
const reload = async (): Promise<void> => {
  const { filingId } = store.get()
  if (filingId !== null) await fetchWork(filingId, false)
}

/** Registers a noun; returns the function that takes it out again. */
const receive = (receiver: WorkReceiver): () => void => {
  receivers.add(receiver)
  return () => receivers.delete(receiver)
}

/** Follows the open filing and changes made elsewhere, until the returned function is called. */
const start = (): () => void => {
  const follow = (): void => {
    const state = documentState.store.get()
    // The text comes first: ten thousand highlights take as long to fetch as the text that they are on.
    void load(documentState.select.filingId(state), state.phase !== 'opening')
  }
  const offs = [
    documentState.store.subscribe(follow),
    subscribe('work.changed', ({ filingId }) => {
      if (filingId === store.get().filingId) void reload()
    })
  ]
  follow()
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  filingId: (state: WorkState) => state.filingId,
  ready: (state: WorkState) => state.ready
}

/** The state module that fetches the analyst's work. */
export const workState = { store, start, load, reload, receive, select }
