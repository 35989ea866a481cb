/** The sealed history: checked when it is asked for, with what it says to a head that somebody holds. */
import type { HistoryReport } from '#contract/sealed-log'
import { wholeHead } from '#model/history-head'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'

interface HistoryCheckState {
  readonly report: HistoryReport | null
  readonly checking: boolean
  /** The head that is typed or pasted, in its whole form; empty where none is to be compared. */
  readonly given: string
}

const initial: HistoryCheckState = { report: null, checking: false, given: '' }
const store = createStore(initial)

/** Keeps what is typed as a head to compare. */
const give = (given: string): void => store.set({ given })

/** Checks all of the history; an answer that failed is told. */
const check = async (): Promise<void> => {
  if (store.get().checking) return
  store.set({ checking: true })
  const given = store.get().given.trim()
  const answer = await call('history.check', { head: given === '' ? null : given })
  store.set({ checking: false, report: answer.ok ? answer.value : null })
  if (!answer.ok) feedbackState.fail(answer.failure)
}

/** Copies the head in its whole form. */
const copyHead = async (): Promise<void> => {
  const head = store.get().report?.head
  if (!head) return
  const answer = await call('clipboard.write', { text: wholeHead(head), html: null })
  if (answer.ok) feedbackState.toast({ text: 'Head of the history copied.' })
  else feedbackState.fail(answer.failure)
}

const select = {
  report: (state: HistoryCheckState) => state.report,
  checking: (state: HistoryCheckState) => state.checking,
  given: (state: HistoryCheckState) => state.given
}

/** The state module of the sealed history. */
export const historyCheckState = { store, give, check, copyHead, select }
