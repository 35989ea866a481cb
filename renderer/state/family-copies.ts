/** The other copies of the document that is read, such as the same exhibit saved alone, with what was marked on them. */
import type { DocumentCopy } from '#contract/comparison'
import { call } from '../bridge/client'
import { createStore } from './create-store'
import { documentState } from './document'

interface CopiesState {
  readonly copies: readonly DocumentCopy[]
}

const initial: CopiesState = { copies: [] }
const store = createStore(initial)
let asked = 0

/** Looks for copies of the document that is read; a later wish overtakes an earlier one. */
const load = async (): Promise<void> => {
  const { open, sequence, content } = documentState.store.get()
  asked += 1
  const mine = asked
  store.set(initial)
  if (!open || sequence === null || !content) return
  const answer = await call('compare.copies', { filingId: open.filing.id, sequence })
  // Without an answer the family is told as far as it is known.
  if (mine === asked && answer.ok) store.set({ copies: answer.value })
}

/** The state module of the copies of a document. */
export const copiesState = { store, load, select: { copies: (state: CopiesState) => state.copies } }
