/** Search over the library as the reader types: the newest query wins, however the answers arrive. */
import type { SearchGroup, SearchHit } from '#contract/library'
import type { Failure } from '#contract/result'
import { call } from '../bridge/client'
import { createStore } from './create-store'
import { documentState } from './document'
import { viewState } from './view'

/** How long typing must pause before the library is searched, in ms. */
export const SEARCH_DELAY = 120

/** Most hits that one search brings for each filing and in all; more are counted, not shown. */
export const SEARCH_LIMIT = 200

interface SearchState {
  readonly query: string
  readonly phase: 'idle' | 'searching' | 'done' | 'failed'
  readonly failure: Failure | null
  readonly groups: readonly SearchGroup[]
  /** The query that `groups` answers. */
  readonly answered: string
  /** Index of the hit in focus, counted over all groups. */
  readonly active: number
  /** Grows with each wish to have the caret in the search box. */
  readonly focus: number
}

const initial: SearchState = { query: '', phase: 'idle', failure: null, groups: [], answered: '', active: 0, focus: 0 }
const store = createStore(initial)
let timer: ReturnType<typeof setTimeout> | null = null
let asked = 0

const run = async (query: string): Promise<void> => {
  asked += 1
  const mine = asked
  store.set({ phase: 'searching' })
  const answer = await call('search.library', { query, limit: SEARCH_LIMIT })
  if (mine !== asked) return
  if (answer.ok) store.set({ phase: 'done', failure: null, groups: answer.value, answered: query, active: 0 })
  else store.set({ phase: 'failed', failure: answer.failure, groups: [], answered: query, active: 0 })
}

/** Takes the words as typed and searches when typing pauses; an empty query clears the list at once. */
const setQuery = (query: string): void => {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const wanted = query.trim()
  store.set({ query })
  if (wanted === '') {
    asked += 1
    store.set({ phase: 'idle', groups: [], answered: '', failure: null, active: 0 })
    return
  }
  timer = setTimeout(() => void run(wanted), SEARCH_DELAY)
}

/** Searches at once for what is typed. */
const searchNow = (): void => {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const wanted = store.get().query.trim()
  if (wanted !== '') void run(wanted)
}

const flat = (groups: readonly SearchGroup[]): readonly SearchHit[] => groups.flatMap(({ hits }) => hits)

/** Puts the next (1) or previous (-1) hit in focus; stops at the ends. */
const step = (delta: 1 | -1): void => {
  const { groups, active } = store.get()
  const most = Math.max(0, flat(groups).length - 1)
  store.set({ active: Math.min(most, Math.max(0, active + delta)) })
}

/** Puts one hit in focus. */
const point = (active: number): void => { store.set({ active }) }

/** Opens the filing of a hit at its words; a hit in a note shows the notes. */
const open = async (hit: SearchHit): Promise<void> => {
  await documentState.openFiling(hit.filingId, { sequence: hit.sequence, range: hit.range })
  if (hit.source === 'note') viewState.openInspector('notes')
}

/** Opens the hit in focus. */
const openActive = async (): Promise<void> => {
  const { groups, active } = store.get()
  const hit = flat(groups)[active]
  if (hit) await open(hit)
}

/** Shows the search screen with the caret in its box. */
const focus = (): void => {
  viewState.show('search')
  store.set(({ focus: count }) => ({ focus: count + 1 }))
}

const select = {
  query: (state: SearchState) => state.query,
  phase: (state: SearchState) => state.phase,
  failure: (state: SearchState) => state.failure,
  groups: (state: SearchState) => state.groups,
  answered: (state: SearchState) => state.answered,
  active: (state: SearchState) => state.active,
  focus: (state: SearchState) => state.focus,
  total: (state: SearchState): number => state.groups.reduce((sum, group) => sum + group.total, 0)
}

/** The state module of the search over the library. */
export const searchState = { store, setQuery, searchNow, step, point, open, openActive, focus, select }
