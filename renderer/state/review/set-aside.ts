/** What imports of work set aside: listed until it is placed after all or let go. */
import type { SetAside, TriedAgain } from '#contract/exchange'
import { countWords } from '#model/words'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { createNewest } from '../window/newest'

interface SetAsideState {
  readonly items: readonly SetAside[]
  /** The items that are being tried again; while there are any, nothing else is begun. */
  readonly trying: readonly string[]
}

const initial: SetAsideState = { items: [], trying: [] }
const store = createStore(initial)
const fetching = createNewest()

const load = async (): Promise<void> => {
  const mine = fetching.begin()
  const answer = await call('exchange.setAside', null)
  if (!mine.holds()) return
  if (answer.ok) store.set({ items: answer.value })
  else feedbackState.fail(answer.failure)
}

const saidOf = ({ imported, orphaned, duplicate, waiting }: TriedAgain): string =>
  [imported > 0 ? `${countWords(imported, 'item')} placed` : '', orphaned > 0 ? `${String(orphaned)} without their words` : '',
    duplicate > 0 ? `${String(duplicate)} known already` : '', waiting > 0 ? `${countWords(waiting, 'item')} still set aside` : '']
    .filter((part) => part !== '').join(', ')

/** Tries items again; what cannot be placed stays, and why is told. */
const tryAgain = async (ids: readonly string[]): Promise<void> => {
  if (store.get().trying.length > 0 || ids.length === 0) return
  store.set({ trying: ids })
  const answer = await call('exchange.tryAgain', { ids })
  store.set({ trying: [] })
  if (!answer.ok) feedbackState.fail(answer.failure)
  else {
    const { imported, orphaned, duplicate } = answer.value
    if (imported + orphaned + duplicate > 0) historyState.did('Tried again.', `${saidOf(answer.value)}.`)
    else feedbackState.toast({ text: 'Nothing changed.', detail: `${saidOf(answer.value)}: ${
        store.get().items.find(({ id }) => ids.includes(id))?.remedy ?? ''
      }`, about: 'set-aside' })
  }
  await load()
}

/** Lets items go; undo brings them back. */
const dismiss = async (ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const answer = await call('exchange.dismiss', { ids })
  if (answer.ok) historyState.did(`${countWords(ids.length, 'item')} dismissed.`)
  else feedbackState.fail(answer.failure)
  await load()
}

/** Reads what waits and follows changes, until the returned function is called. */
const start = (): () => void => {
  void load()
  return subscribe('library.changed', ({ filingId }) => {
    if (filingId === null) void load()
  })
}

const select = {
  items: (state: SetAsideState) => state.items,
  trying: (state: SetAsideState) => state.trying
}

/** The state module of what imports set aside. */
export const setAsideState = { store, start, load, tryAgain, dismiss, select }
