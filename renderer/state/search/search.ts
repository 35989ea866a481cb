/** Search over the library as the reader types: the newest query wins, however the answers arrive; its hits are stepped through and previewed. */
import type { FilingId, FolderId } from '#contract/ids'
import type { SearchGroup, SearchHit } from '#contract/library'
import type { Failure } from '#contract/result'
import type { QueryProblem, SavedSearch, SearchPassage, SimilarSentence } from '#contract/search'
import type { TextRange } from '#contract/range'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { trailState } from '../window/trail'
import { viewState } from '../window/view'
import { createNewest } from '../window/newest'
import { createRest } from '../window/rest'
import { countWords } from '#model/words'

/** How long typing must pause before the library is searched, in ms: less than the gap between two keys of a fluent typist is spared. */
export const SEARCH_DELAY = 60

/** How many filings a search shows at first, and how many more each time more are asked for. */
export const SEARCH_LIMIT = 30

/** How many hits of one filing are shown when all of them are asked for. */
const MOST_HITS = 500

/** A hit that can be stepped to: where it stands and, where it is in a note, in which. */
export interface SearchPlace {
  readonly filingId: FilingId
  readonly sequence: number
  readonly source: SearchHit['source']
  readonly range: TextRange | null
  readonly noteId: string | null
}

/** The sentence that others are compared with, and where it stands itself. */
export interface SimilarTo {
  readonly text: string
  readonly filingId: FilingId | null
  readonly range: TextRange | null
}

interface SearchState {
  readonly query: string
  /** The folder that is searched, with those below it; null for the whole library. */
  readonly folderId: FolderId | null
  /** The one filing that is searched, or null. */
  readonly filing: { readonly id: FilingId; readonly title: string } | null
  readonly phase: 'idle' | 'searching' | 'done' | 'failed'
  readonly failure: Failure | null
  /** What is wrong with the query as typed; the hits of the last good one stay. */
  readonly problem: QueryProblem | null
  readonly groups: readonly SearchGroup[]
  readonly total: number
  readonly filings: number
  /** How many documents are not in the index yet. */
  readonly waiting: number
  /** How many documents of what was searched have not been read yet. */
  readonly unread: number
  /** The query that `groups` answers. */
  readonly answered: string
  readonly limit: number
  /** Set while like sentences are shown instead of the hits of a query. */
  readonly similarTo: SimilarTo | null
  readonly similar: readonly SimilarSentence[]
  /** Index of the hit in focus, counted over all groups. */
  readonly active: number
  readonly passage: SearchPassage | null
  /** Grows with each wish to have the caret in the search box. */
  readonly focus: number
}

const NOTHING = { groups: [], total: 0, filings: 0, waiting: 0, unread: 0, answered: '', failure: null, problem: null, active: 0,
  passage: null } as const
const initial: SearchState = {
  ...NOTHING,
  query: '',
  folderId: null,
  filing: null,
  phase: 'idle',
  limit: SEARCH_LIMIT,
  similarTo: null,
  similar: [],
  focus: 0
}
const store = createStore(initial)
const asked = createNewest()
const looked = createNewest()
/** The search whose groups are shown; another one's first groups take their place. */
let shown = 0

const places = ({ groups, similar, similarTo }: Pick<SearchState, 'groups' | 'similar' | 'similarTo'>): readonly SearchPlace[] =>
  similarTo
    ? similar.map(({ filingId, sequence, range }) => ({ filingId, sequence, range, source: 'text' as const, noteId: null }))
    : groups.flatMap(({ hits }) => hits)

const place = (): SearchPlace | undefined => places(store.get())[store.get().active]

/** Fetches the passage of the hit in focus; a later wish overtakes an earlier one. */
const look = async (): Promise<void> => {
  const mine = looked.begin()
  const hit = place()
  if (!hit) {
    store.set({ passage: null })
    return
  }
  const { answered, similarTo } = store.get()
  const { filingId, sequence, range, noteId } = hit
  const answer = await call('search.passage', { query: similarTo ? '' : answered, filingId, sequence, range, noteId })
  if (mine.holds()) store.set({ passage: answer.ok ? answer.value : null })
}

const point = (active: number): void => {
  if (store.get().active === active && store.get().passage) return
  store.set({ active })
  void look()
}

/** Puts the next (1) or previous (-1) hit in focus; stops at the ends. */
const step = (delta: 1 | -1): void => {
  const most = Math.max(0, places(store.get()).length - 1)
  point(Math.min(most, Math.max(0, store.get().active + delta)))
}

const run = async (): Promise<void> => {
  const { query, folderId, filing, limit } = store.get()
  const mine = asked.begin()
  store.set({ phase: 'searching' })
  const answer = await call('search.run', { token: mine.token, query, folderId, filingId: filing?.id ?? null, limit })
  if (!mine.holds()) return
  if (!answer.ok) {
    store.set({ ...NOTHING, phase: 'failed', failure: answer.failure })
    return
  }
  const { groups, total, filings, problem, waiting, unread } = answer.value
  if (problem) {
    store.set({ phase: 'done', problem })
    return
  }
  const kept = shown === mine.token ? store.get().active : 0
  shown = mine.token
  store.set({ phase: 'done', failure: null, problem: null, groups, total, filings, waiting, unread, answered: query, active: kept })
  feedbackState.announce(
    total === 0
      ? 'Nothing found.'
      : `${countWords(total, 'hit')} in ${countWords(filings, 'filing')}.`
  )
  await look()
}

const typing = createRest(() => void run(), SEARCH_DELAY)

/** Takes the words as typed and searches when typing pauses; an empty query clears the list at once. */
const setQuery = (query: string): void => {
  typing.stop()
  store.set({ query, limit: SEARCH_LIMIT, similarTo: null, similar: [] })
  if (query.trim() === '') {
    asked.overtake()
    store.set({ ...NOTHING, phase: 'idle' })
    return
  }
  typing.move()
}

/** Searches at once for what is typed. */
const searchNow = (): void => {
  typing.stop()
  if (store.get().query.trim() !== '') void run()
}

/** Searches in a folder with those below it, in one filing, or (both null) in the whole library. */
const within = (folderId: FolderId | null, filing: SearchState['filing'] = null): void => {
  store.set({ folderId, filing, limit: SEARCH_LIMIT })
  searchNow()
}

/** Shows more of the filings that were found. */
const more = (): void => {
  store.set(({ limit }) => ({ limit: limit + SEARCH_LIMIT }))
  shown = asked.present().token + 1
  void run()
}

/** Shows all hits of one filing in the place of its first ones. */
const showAll = async (filingId: FilingId): Promise<void> => {
  const mine = asked.begin()
  const { answered, folderId } = store.get()
  const answer = await call('search.run', { token: mine.token, query: answered, folderId, filingId, limit: 1, hits: MOST_HITS })
  const [whole] = answer.ok ? answer.value.groups : []
  if (!whole || !mine.holds()) return
  store.set(({ groups }) => ({ groups: groups.map((group) => (group.filing.id === filingId ? whole : group)) }))
}

/** Opens the filing of a hit at its words; a hit in a note shows the notes. */
const open = async (hit: SearchPlace): Promise<void> => {
  const exact = hit === place() ? store.get().passage?.range ?? hit.range : hit.range
  await documentState.openFiling(hit.filingId, hit.source === 'filing' ? null : { sequence: hit.sequence, range: exact })
  if (hit.source === 'note') viewState.openInspector('notes')
}

/** The words of the hit in focus as the list shows them; empty where none is. */
const wordsInHand = (): string => {
  const { groups, similar, similarTo, active } = store.get()
  return (similarTo ? similar[active]?.text : groups.flatMap(({ hits }) => hits)[active]?.snippet) ?? ''
}

/** Opens the filing of the hit in focus where it was read last. */
const openFilingInHand = async (): Promise<void> => {
  const hit = place()
  if (hit) await documentState.openFiling(hit.filingId)
}

/** Opens the hit in focus. */
const openActive = async (): Promise<void> => {
  const hit = place()
  if (hit) await open(hit)
}

/** Goes to the next hit (1) or the one before (-1): in the list while it is shown, else in the filings themselves. */
const travel = (delta: 1 | -1): void => {
  const { active } = store.get()
  step(delta)
  if (viewState.store.get().screen === 'search') return
  if (store.get().active === active) feedbackState.announce(delta === 1 ? 'This is the last hit.' : 'This is the first hit.')
  // Back leads from any hit to where one came from, not through all the hits before it.
  else trailState.unseen(() => void openActive())
}

/** Shows the search screen with the caret in its box. */
const focus = (): void => {
  viewState.show('search')
  store.set(({ focus: count }) => ({ focus: count + 1 }))
}

/** Shows the sentences of the library that are like one. */
const findSimilar = async (similarTo: SimilarTo): Promise<void> => {
  typing.stop()
  const mine = asked.begin()
  focus()
  store.set({ similarTo, similar: [], phase: 'searching', active: 0, passage: null, problem: null, failure: null })
  const answer = await call('search.similar', { ...similarTo, text: similarTo.text.slice(0, 4000), limit: 100 })
  if (!mine.holds()) return
  if (answer.ok) {
    store.set({ phase: 'done', similar: answer.value })
    const same = answer.value.filter(({ likeness }) => likeness === 1).length
    feedbackState.announce(`${String(answer.value.length)} like sentences, ${String(same)} with the same words.`)
    await look()
  } else store.set({ phase: 'failed', failure: answer.failure })
}

/** Leaves the like sentences for the search by words. */
const leaveSimilar = (): void => {
  asked.overtake()
  store.set({ similarTo: null, similar: [], phase: store.get().answered === '' ? 'idle' : 'done', active: 0, failure: null })
  void look()
}

/** Makes a saved search again. */
const openSaved = ({ query, folderId }: SavedSearch): void => {
  focus()
  store.set({ folderId, filing: null })
  setQuery(query)
  searchNow()
}

/** How long documents are read in the background before what was searched is searched again, in ms. */
const READ_MS = 2000
let rereading: ReturnType<typeof setTimeout> | undefined

/** Searches again, with the hit in focus kept, once documents were read that the search missed. */
const followReading = (): void => {
  const { phase, unread, similarTo } = store.get()
  if (rereading !== undefined || phase !== 'done' || unread === 0 || similarTo) return
  rereading = setTimeout(() => {
    rereading = undefined
    if (store.get().phase !== 'done' || store.get().query.trim() === '') return
    shown = asked.present().token + 1
    void run()
  }, READ_MS)
}

const followGroups = (): () => void =>
  subscribe('search.groups', ({ token, groups, total }) => {
    if (token !== asked.present().token || store.get().similarTo) return
    if (shown === token) {
      if (store.get().limit === SEARCH_LIMIT) store.set((state) => ({ groups: [...state.groups, ...groups], total }))
      return
    }
    shown = token
    store.set({ groups, total, active: 0, answered: store.get().query, problem: null, failure: null })
  })

/** Takes in groups as they are found, and what is read meanwhile, until the returned function is called. */
const start = (): () => void => {
  const offs = [followGroups(), subscribe('reading.progress', followReading)]
  return () => {
    clearTimeout(rereading)
    for (const off of offs) off()
  }
}

const select = {
  query: (state: SearchState) => state.query,
  phase: (state: SearchState) => state.phase,
  failure: (state: SearchState) => state.failure,
  problem: (state: SearchState) => state.problem,
  groups: (state: SearchState) => state.groups,
  answered: (state: SearchState) => state.answered,
  active: (state: SearchState) => state.active,
  focus: (state: SearchState) => state.focus,
  total: (state: SearchState) => state.total,
  filings: (state: SearchState) => state.filings,
  waiting: (state: SearchState) => state.waiting,
  unread: (state: SearchState) => state.unread,
  folderId: (state: SearchState) => state.folderId,
  filing: (state: SearchState) => state.filing,
  similarTo: (state: SearchState) => state.similarTo,
  similar: (state: SearchState) => state.similar,
  passage: (state: SearchState) => state.passage,
  /** The place of the hit in focus; built anew, so to be compared field by field. */
  place: (state: SearchState) => places(state)[state.active],
  count: (state: SearchState) => places(state).length
}

/** The state module of the search over the library. */
export const searchState = {
  store,
  start,
  setQuery,
  searchNow,
  within,
  more,
  showAll,
  step,
  travel,
  point,
  open,
  openActive,
  wordsInHand,
  openFilingInHand,
  focus,
  findSimilar,
  leaveSimilar,
  openSaved,
  select
}
