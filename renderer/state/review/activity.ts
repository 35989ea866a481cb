/** The history of every judgement and note, as a list that is read page by page and searched. */
import type { FilingId } from '#contract/ids'
import type { ActivityEntry, ActivityScope } from '#contract/review'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { reviewState } from './review'
import { createNewest } from '../window/newest'

interface ActivityState {
  readonly scope: ActivityScope
  /** What the scope is called where it is not everything: the words or the filing it is about. */
  readonly about: string | null
  readonly entries: readonly ActivityEntry[]
  readonly phase: 'idle' | 'loading' | 'ready'
  /** Whether older entries may be there. */
  readonly more: boolean
  readonly filter: ActivityFilter
}

/** Which of the entries that were read are listed; empty lets all through. */
export interface ActivityFilter {
  readonly text: string
  readonly kinds: readonly string[]
  readonly authors: readonly string[]
  readonly filings: readonly FilingId[]
}

/** Lists every entry. */
export const ALL_ACTIVITY: ActivityFilter = { text: '', kinds: [], authors: [], filings: [] }

const EVERYTHING: ActivityScope = { filingId: null, entityId: null }
const PAGE = 200

const initial: ActivityState = { scope: EVERYTHING, about: null, entries: [], phase: 'idle', more: false, filter: ALL_ACTIVITY }
const store = createStore(initial)
const asked = createNewest()

const read = async (before: number | null): Promise<void> => {
  const mine = asked.begin()
  const { scope } = store.get()
  store.set({ phase: 'loading' })
  const answer = await call('activity.list', { scope, before, limit: PAGE })
  if (!mine.holds()) return
  if (!answer.ok) {
    store.set({ phase: 'ready', more: false })
    feedbackState.fail(answer.failure)
    return
  }
  const { value } = answer
  store.set(({ entries }) => ({ phase: 'ready', entries: before === null ? value : [...entries, ...value], more: value.length === PAGE }))
}

/** Reads the newest entries. */
const load = (): Promise<void> => read(null)

/** Reads the entries before the oldest that is listed. */
const loadMore = async (): Promise<void> => {
  const { entries, phase, more } = store.get()
  const oldest = entries.at(-1)
  if (oldest && more && phase !== 'loading') await read(oldest.seq)
}

/** Shows the history of one thing (an annotation, a note, a decision), of a filing, or of everything. */
const open = (scope: ActivityScope, about: string | null): void => {
  store.set({ scope, about, entries: [], filter: ALL_ACTIVITY })
  reviewState.open(reviewState.store.get().folderId, 'activity')
  void load()
}

/** Shows the history of everything again. */
const widen = (): void => {
  store.set({ scope: EVERYTHING, about: null, entries: [], filter: ALL_ACTIVITY })
  void load()
}

const setFilter = (patch: Partial<ActivityFilter>): void => {
  store.set(({ filter }) => ({ filter: { ...filter, ...patch } }))
}

/** Writes the whole history of the scope into a file of the reader's choice. */
const exportAll = async (): Promise<void> => {
  const answer = await call('activity.export', { scope: store.get().scope, path: null })
  if (!answer.ok) feedbackState.fail(answer.failure)
  else if (answer.value) feedbackState.toast({ text: 'Activity log written.', detail: answer.value.path })
}

const passes = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value)

/** The entries that the filter lets through, newest first. */
export const filterActivity = (entries: readonly ActivityEntry[],
  { text, kinds, authors, filings }: ActivityFilter): readonly ActivityEntry[] => {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return entries.filter((entry) => {
    if (!passes(kinds, entry.entity) || !passes(authors, entry.author) || !passes(filings, entry.filingId ?? '')) return false
    const hay = [entry.label, entry.before, entry.after, entry.filingTitle, entry.author].join(' ').toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}

/** What was done at one stroke: its first entry, and the others of the same act. */
export interface Act {
  readonly entry: ActivityEntry
  readonly others: readonly ActivityEntry[]
}

/** How many things the words of an act name, as in "Import 24 files"; 0 where they name none. */
const named = (label: string): number => Number(/\b(\d+)\b/.exec(label)?.[1] ?? 0)

/** Gathers neighbours that one act wrote: the same words by the same author on things of one kind, at the same moment or as many as the words name. */
export const gatherActs = (entries: readonly ActivityEntry[]): readonly Act[] => {
  const acts: { entry: ActivityEntry; others: ActivityEntry[] }[] = []
  for (const entry of entries) {
    const open = acts.at(-1)
    const same = open?.entry.label === entry.label && (open.entry.at === entry.at || open.others.length + 1 < named(entry.label)) &&
      open.entry.author === entry.author && open.entry.entity === entry.entity && open.entry.undone === entry.undone
    if (open && same) open.others.push(entry)
    else acts.push({ entry, others: [] })
  }
  return acts
}

/** Follows what is done while the log was read once, until the returned function is called. */
const start = (): () => void =>
  historyState.store.subscribe(() => {
    if (store.get().phase !== 'idle') void load()
  })

const select = {
  scope: (state: ActivityState) => state.scope,
  about: (state: ActivityState) => state.about,
  entries: (state: ActivityState) => state.entries,
  phase: (state: ActivityState) => state.phase,
  more: (state: ActivityState) => state.more,
  filter: (state: ActivityState) => state.filter
}

/** The state module of the activity log. */
export const activityState = { store, start, load, loadMore, open, widen, setFilter, exportAll, select }
