/** What the analyst does not want suggested any more: the list, the question before something is added to it, and the test that hides by it. */
import type { SuggestionKind } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { SuggestionRef } from '#contract/annotation'
import type { Result } from '#contract/result'
import type { Unwanted, UnwantedReach } from '#contract/unwanted'
import { unwantedTest } from '#model/unwanted'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { historyState } from '../document/history'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { keepLast } from '#model/remember'
import type { Suggestion } from './suggestions'

/** The question that is open: what is to be rejected with all like it, and how far that would reach; null while it is counted. */
interface Question {
  readonly filingId: FilingId
  readonly suggestion: SuggestionRef
  readonly company: string | null
  /** Whether it is asked for the company's filings alone. */
  readonly forCompany: boolean
  readonly reach: UnwantedReach | null
}

interface UnwantedState {
  readonly list: readonly Unwanted[]
  readonly question: Question | null
}

const initial: UnwantedState = { list: [], question: null }
const store = createStore(initial)

const load = async (): Promise<void> => {
  const answer = await call('unwanted.list', null)
  if (answer.ok) store.set({ list: answer.value })
}

const settle = (answer: Result<readonly Unwanted[]>, said: string): boolean => {
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  store.set({ list: answer.value })
  historyState.did(said)
  return true
}

const scopeOf = ({ forCompany, company }: Question): string | null => (forCompany ? company : null)

/** Counts what the question would hide; an answer that another choice of scope overtook is dropped. */
const count = async (question: Question): Promise<void> => {
  store.set({ question: { ...question, reach: null } })
  const { filingId, suggestion } = question
  const answer = await call('unwanted.reach', { filingId, suggestion, company: scopeOf(question) })
  const now = store.get().question
  if (answer.ok && now?.suggestion === suggestion && now.forCompany === question.forCompany)
    store.set({ question: { ...now, reach: answer.value } })
  else if (!answer.ok) feedbackState.fail(answer.failure)
}

/** Asks whether a suggestion shall be rejected with all like it, for its company where the filing names one. Nothing is done yet. */
const ask = (filingId: FilingId, { kind, id, origin }: Suggestion, company: string | null): Promise<void> =>
  count({ filingId, suggestion: { kind, node: id, ...origin }, company, forCompany: company !== null, reach: null })

/** Asks the same for the company's filings, or for all. */
const setScope = async (forCompany: boolean): Promise<void> => {
  const { question } = store.get()
  if (question) await count({ ...question, forCompany })
}

const close = (): void => store.set({ question: null })

/** Does what was asked, and closes the question where that was kept. */
const confirm = async (): Promise<void> => {
  const { question } = store.get()
  if (!question) return
  const { filingId, suggestion } = question
  if (settle(await call('unwanted.add', { filingId, suggestion, company: scopeOf(question) }),
    'Rejected; the like is not suggested any more.')) close()
}

/** Lets such sentences be suggested again. */
const remove = async (id: string): Promise<void> => {
  settle(await call('unwanted.remove', { id }), 'The like is suggested again.')
}

/** Writes the decisions as labels to a file that the reader chooses. */
const exportLabels = async (): Promise<void> => {
  const answer = await call('unwanted.labels', { path: null })
  if (!answer.ok) feedbackState.fail(answer.failure)
  else if (answer.value) feedbackState.announce(`Labels written to ${answer.value.path}.`)
}

const testOf = keepLast(unwantedTest)

/** Whether a suggestion of a company's filing is unwanted now; the same function again while the list and the company stay. */
const isUnwanted = (company: string | null): (kind: SuggestionKind, text: string) => boolean => testOf(store.get().list, company)

/** Reads the list, and again whenever an undo changed it, until the returned function is called. */
const start = (): () => void => {
  void load()
  return subscribe('library.changed', ({ filingId }) => {
    if (filingId === null) void load()
  })
}

const select = {
  list: (state: UnwantedState) => state.list,
  question: (state: UnwantedState) => state.question
}

/** The state module of what is not to be suggested any more. */
export const unwantedState = { store, start, ask, setScope, close, confirm, remove, exportLabels, isUnwanted, select }
