/** The searches that the analyst keeps by name. */
import type { Result } from '#contract/result'
import type { SavedSearch } from '#contract/search'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { searchState } from './search'

interface SavedSearchesState {
  readonly searches: readonly SavedSearch[]
}

const initial: SavedSearchesState = { searches: [] }
const store = createStore(initial)

const load = async (): Promise<void> => {
  const answer = await call('search.saved', null)
  if (answer.ok) store.set({ searches: answer.value })
}

const settle = (answer: Result<readonly SavedSearch[]>, said: string): boolean => {
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  store.set({ searches: answer.value })
  historyState.did(said)
  return true
}

/** Keeps the search that is made now under a name; whether it was kept. */
const save = async (name: string): Promise<boolean> => {
  const { query, folderId } = searchState.store.get()
  return settle(await call('search.save', { id: null, name, query, folderId }), 'Search saved.')
}

/** Gives a saved search another name; whether it took it. */
const rename = async (search: SavedSearch, name: string): Promise<boolean> =>
  settle(await call('search.save', { id: search.id, name, query: search.query, folderId: search.folderId }), 'Search renamed.')

/** Forgets a saved search; the message offers to bring it back. */
const forget = async (id: string): Promise<void> => {
  settle(await call('search.forget', { id }), 'Search forgotten.')
}

/** Makes a saved search again. */
const open = (search: SavedSearch): void => searchState.openSaved(search)

/** Reads the saved searches, and again whenever an undo or a removed folder changed them, until the returned function is called. */
const start = (): () => void => {
  void load()
  const offs = [subscribe('library.changed', () => void load()), subscribe('folders.changed', () => void load())]
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  searches: (state: SavedSearchesState) => state.searches
}

/** The state module of saved searches. */
export const savedSearchesState = { store, start, load, save, rename, forget, open, select }
