/** How the library is looked at: the place, the order, the groups and filters, what is selected, and which row has the focus. */
import type { FilingId, FolderId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { remember, remembered } from '../../bridge/remembered'
import { createStore } from '../window/create-store'
import { foldersState } from './folders'
import { folderWords } from './folders-tree'
import { libraryState } from './library'
import { ALL_FILINGS, duplicatesIn, filingsAt, filterFilings, NEWEST_FIRST, nextSort, rowsOf, sieveFilings, sortFilings, type LibraryColumn,
  type LibraryCounts, type LibraryFilter, type LibraryGroup, type LibraryPlace, type LibraryRow, type LibrarySort } from './library-list'
import { companyNames } from '#model/filing-identity'
import { viewState } from '../window/view'

/** What is kept from one start to the next. */
interface Kept {
  readonly mode: 'table' | 'cards'
  readonly columns: readonly LibraryColumn[]
  readonly sort: LibrarySort
  readonly group: LibraryGroup
  /** The widths that were given to columns, in CSS pixels. */
  readonly widths: Partial<Readonly<Record<LibraryColumn, number>>>
}

interface LibraryViewState extends Kept {
  readonly place: LibraryPlace
  readonly query: string
  readonly filter: LibraryFilter
  readonly folded: readonly string[]
  readonly selected: ReadonlySet<FilingId>
  /** The row that has the focus, by its key. */
  readonly cursor: string | null
  /** The row from which a selection with Shift reaches. */
  readonly anchor: string | null
}

/** The columns that are shown until others are chosen; the title always is. */
export const USUAL_COLUMNS: readonly LibraryColumn[] = ['company', 'form', 'filedAt', 'importedAt', 'tags', 'state']

/** Inside a company the newest filing stands first, until another order is chosen. */
const BY_DATE: LibrarySort = { column: 'filedAt', descending: true }

const KEPT: Kept = { mode: 'table', columns: USUAL_COLUMNS, sort: NEWEST_FIRST, group: 'none', widths: {} }
const initial: LibraryViewState = { ...KEPT, place: { kind: 'all' }, query: '', filter: ALL_FILINGS, folded: [], selected: new Set(),
  cursor: null, anchor: null }
const store = createStore(initial)

const keep = (patch: Partial<Kept>): void => {
  store.set(patch)
  const { mode, columns, sort, group, widths } = store.get()
  remember('library', { mode, columns, sort, group, widths } satisfies Kept)
}

/** Takes up the arrangement of the last time. */
const start = (): void => store.set(remembered('library', KEPT))

/** What the list shows: its rows, the filings in them, how many there are in the place, the counts of the filters, and duplicates. */
export interface Listing {
  readonly rows: readonly LibraryRow[]
  readonly filings: readonly FilingSummary[]
  readonly all: number
  readonly counts: LibraryCounts
  readonly duplicates: ReadonlyMap<FilingId, FilingSummary>
}

/** Keeps the last answer while the same values are asked of. */
const last = <A extends readonly unknown[], V>(work: (...args: A) => V): (...args: A) => V => {
  let kept: { readonly args: A; readonly value: V } | null = null
  return (...args) => {
    if (!kept || kept.args.some((arg, at) => arg !== args[at])) kept = { args, value: work(...args) }
    return kept.value
  }
}

const placed = last(filingsAt)
const found = last(filterFilings)
const sieved = last(sieveFilings)
const sorted = last(sortFilings)
const alike = last(duplicatesIn)
const named = last(companyNames)
const gathered = last((filings: readonly FilingSummary[], group: LibraryGroup, folded: readonly string[],
  folders: Parameters<typeof folderWords>[0], companies: ReadonlyMap<FilingId, string>) =>
  rowsOf(filings, group, folded, (value) => (group === 'folder' ? folderWords(folders, value) : value), companies)
)

/** What the list shows now; the same values as long as nothing it depends on changed. */
const listing = (): Listing => {
  const { filings, trashed } = libraryState.store.get()
  const { folders } = foldersState.store.get()
  const { place, query, filter, sort, group, folded } = store.get()
  const there = placed(place, filings, trashed, folders)
  const duplicates = alike(filings)
  const companies = named(filings)
  const { passed, counts } = sieved(found(there, query), filter, duplicates, companies)
  const ordered = sorted(passed, group === 'company' && sort.column === NEWEST_FIRST.column && sort.descending ? BY_DATE : sort)
  return { rows: gathered(ordered, group, folded, folders, companies), filings: ordered, all: there.length, counts, duplicates }
}

const NOBODY: ReadonlySet<FilingId> = new Set()

/** Shows a place of the library, with nothing selected and no filter. */
const go = (place: LibraryPlace): void => {
  store.set({ place, query: '', filter: ALL_FILINGS, selected: NOBODY, cursor: null, anchor: null })
  scrolled = 0
  viewState.show('library')
}

/** Shows all filings again where the folder that was shown is gone. */
const settle = (): void => {
  const { place } = store.get()
  if (place.kind === 'folder' && foldersState.store.get().ready && !foldersState.store.get().folders.some(({ id }) => id === place.id))
    store.set({ place: { kind: 'all' } })
}

/** How far the list is scrolled, in CSS pixels; beside the store, since nothing is drawn anew for it. */
let scrolled = 0
const scrolledTo = (): number => scrolled
const setScrolled = (top: number): void => {
  scrolled = top
}

const setQuery = (query: string): void => store.set({ query })
const setFilter = (patch: Partial<LibraryFilter>): void => {
  store.set(({ filter }) => ({ filter: { ...filter, ...patch } }))
}
const clearFilter = (): void => store.set({ filter: ALL_FILINGS, query: '' })
const setMode = (mode: Kept['mode']): void => keep({ mode })
const sortBy = (column: LibraryColumn): void => keep({ sort: nextSort(store.get().sort, column) })
const setGroup = (group: LibraryGroup): void => {
  keep({ group })
  store.set({ folded: [] })
}

/** Shows a column or hides it; their order stays that of `USUAL_COLUMNS` and what follows. */
const toggleColumn = (column: LibraryColumn, order: readonly LibraryColumn[]): void => {
  const { columns } = store.get()
  keep({ columns: order.filter((one) => (one === column ? !columns.includes(one) : columns.includes(one))) })
}

/** Gives a column a width in CSS pixels; null has it follow the window again. */
const setWidth = (column: LibraryColumn, width: number | null): void => {
  const { [column]: _given, ...others } = store.get().widths
  keep({ widths: width === null ? others : { ...others, [column]: width } })
}

/** Folds the filings under a head away, or shows them again. */
const toggleGroup = (key: string): void => {
  store.set(({ folded }) => ({ folded: folded.includes(key) ? folded.filter((kept) => kept !== key) : [...folded, key] }))
}

const filingOf = (row: LibraryRow | undefined): readonly FilingId[] => (row?.kind === 'filing' ? [row.filing.id] : [])

/** The filings of the rows from one to another, both counted, whichever comes first. */
const between = (rows: readonly LibraryRow[], from: string, to: string): readonly FilingId[] => {
  const [a, b] = [rows.findIndex(({ key }) => key === from), rows.findIndex(({ key }) => key === to)]
  return a < 0 || b < 0 ? [] : rows.slice(Math.min(a, b), Math.max(a, b) + 1).flatMap(filingOf)
}

/** How a row is taken: alone, beside those selected (or out of them), or with all up to it. */
export type Taking = 'only' | 'toggle' | 'reach'

/** Puts the focus on a row and selects as asked; a head of a group only takes the focus. */
const take = (key: string, how: Taking): void => {
  const { selected, anchor } = store.get()
  const { rows } = listing()
  const ids = filingOf(rows.find((row) => row.key === key))
  if (how === 'reach') store.set({ cursor: key, selected: new Set(between(rows, anchor ?? key, key)), anchor: anchor ?? key })
  else if (how === 'only') store.set({ cursor: key, anchor: key, selected: new Set(ids) })
  else {
    const next = new Set(selected)
    for (const id of ids) if (!next.delete(id)) next.add(id)
    store.set({ cursor: key, anchor: key, selected: next })
  }
}

/** Moves the focus by rows, selecting what it comes to; `reach` draws the selection along, `alone` leaves it as it is. */
const move = (delta: number, how: Taking | 'alone'): void => {
  const { cursor } = store.get()
  const { rows } = listing()
  if (rows.length === 0) return
  const at = rows.findIndex(({ key }) => key === cursor)
  const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? (delta < 0 ? rows.length - 1 : 0) : at + delta))]
  if (!next) return
  if (how === 'alone') store.set({ cursor: next.key })
  else take(next.key, how)
}

/** Selects everything that is listed, or nothing where all of it is selected. */
const selectAll = (): void => {
  const { filings } = listing()
  store.set(({ selected }) => ({
    selected: filings.length > 0 && filings.every(({ id }) => selected.has(id)) ? NOBODY : new Set(filings.map(({ id }) => id))
  }))
}
const selectNone = (): void => store.set({ selected: NOBODY, anchor: null })

/** The selected filings that are listed, in order; where none is selected, the one that has the focus. */
const chosen = (): readonly FilingSummary[] => {
  const { selected, cursor } = store.get()
  const { rows, filings } = listing()
  const taken = filings.filter(({ id }) => selected.has(id))
  if (taken.length > 0) return taken
  const row = rows.find(({ key }) => key === cursor)
  return row?.kind === 'filing' ? [row.filing] : []
}

/** The folder that is shown, or null. */
const folderShown = (): FolderId | null => {
  const { place } = store.get()
  return place.kind === 'folder' ? place.id : null
}

const select = {
  place: (state: LibraryViewState) => state.place,
  query: (state: LibraryViewState) => state.query,
  filter: (state: LibraryViewState) => state.filter,
  mode: (state: LibraryViewState) => state.mode,
  columns: (state: LibraryViewState) => state.columns,
  sort: (state: LibraryViewState) => state.sort,
  group: (state: LibraryViewState) => state.group,
  widths: (state: LibraryViewState) => state.widths,
  selected: (state: LibraryViewState) => state.selected,
  cursor: (state: LibraryViewState) => state.cursor
}

/** The state module of how the library is looked at. */
export const libraryViewState = {
  store,
  start,
  listing,
  go,
  settle,
  scrolledTo,
  setScrolled,
  setQuery,
  setFilter,
  clearFilter,
  setMode,
  sortBy,
  setGroup,
  toggleColumn,
  setWidth,
  toggleGroup,
  take,
  move,
  selectAll,
  selectNone,
  chosen,
  folderShown,
  select
}
