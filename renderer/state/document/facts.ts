/** The inline XBRL facts of the document that is read: thousands in an annual report, and fetched when something first asks for them. */
import type { Fact } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import { callFacts } from '../../bridge/document'
import { createStore } from '../window/create-store'
import { documentState } from './document'
import { feedbackState } from '../window/feedback'

interface FactsState {
  /** The document whose facts are known or on their way. */
  readonly of: DocumentContent | null
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed'
  readonly facts: readonly Fact[]
}

const initial: FactsState = { of: null, phase: 'idle', facts: [] }
const store = createStore(initial)

let underway: Promise<void> = Promise.resolve()

const fetchFacts = async (filingId: FilingId, sequence: number, content: DocumentContent): Promise<void> => {
  const answer = await callFacts(filingId, sequence)
  if (store.get().of !== content) return
  if (answer.ok) store.set({ phase: 'ready', facts: answer.value })
  else {
    store.set({ of: null, phase: 'failed' })
    feedbackState.fail(answer.failure)
  }
}

/** Has the facts of the document that is read fetched, once; resolves when they are there or could not be had. */
const want = (): Promise<void> => {
  const { open, sequence, content } = documentState.store.get()
  if (!open || sequence === null || !content || store.get().of === content) return underway
  store.set({ of: content, phase: content.hasFacts ? 'loading' : 'ready', facts: [] })
  if (content.hasFacts) underway = fetchFacts(open.filing.id, sequence, content)
  return underway
}

/** Forgets the facts when another document is shown, until the returned function is called. */
const start = (): () => void =>
  documentState.store.subscribe((state, before) => {
    if (state.content !== before.content && store.get().of !== state.content) store.set(initial)
  })

const select = {
  facts: (state: FactsState) => state.facts,
  phase: (state: FactsState) => state.phase
}

/** The state module of facts. */
export const factsState = { store, start, want, select }
