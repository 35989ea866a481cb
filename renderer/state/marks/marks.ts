/** All marks of the open filing in one list: which of them are meant by the filter, which are chosen for a change of many, whether the text shows the others. */
import type { Annotation } from '#contract/annotation'
import type { FilingId, TagId } from '#contract/ids'
import { remember, remembered } from '../../bridge/remembered'
import { annotationsState } from './annotations'
import { createStore } from '../window/create-store'
import { documentState, type MarkRef } from '../document/document'
import { feedbackState } from '../window/feedback'
import { filterMarksOf, type FilterMarkSource } from './filter-marks'
import { findingsState } from './findings'
import { keepListed, type ListSelection, NO_ROWS, take, type Taking } from '../library/list-selection'
import { ALL_MARKS, type Facet, type FacetCounts, facetCounts, filtered, type FilterMark, isOpen, type MarkFilter,
  toggled } from './mark-filter'
import { notesState } from '../notes/notes'
import type { Suggestion } from './suggestions'
import { workspaceState } from '../window/workspace'

interface MarksState {
  /** The filters of the filings that were looked at, the latest last. */
  readonly filters: Readonly<Record<FilingId, MarkFilter>>
  /** Whether the text shows only the marks that pass the filter. */
  readonly only: boolean
  readonly selection: ListSelection
}

const KEPT = 'mark-filters'
const initial: MarksState = { filters: {}, only: false, selection: NO_ROWS }
const store = createStore(initial)

/** Filters of more filings than these are not kept: the oldest goes first. */
const MOST_KEPT = 60

/** What the list was made from last, and what it came to: it is built anew only when one of these is another value. */
interface Listed extends FilterMarkSource {
  readonly filter: MarkFilter
  readonly all: readonly FilterMark[]
  readonly shown: readonly FilterMark[]
  readonly counts: FacetCounts
  readonly keys: ReadonlySet<string>
}
let last: Listed | null = null

/** The filter of a filing; every mark passes where none was set. */
const filterOf = (filingId: FilingId | null, { filters }: MarksState = store.get()): MarkFilter =>
  (filingId === null ? null : filters[filingId]) ?? ALL_MARKS

/** The marks of a filing, those that pass the filter, and the counts of what a click would leave. */
const list = (source: FilterMarkSource, filter: MarkFilter): Listed => {
  const same = last !== null && last.content === source.content && last.decisions === source.decisions
    && last.annotations === source.annotations && last.notes === source.notes && last.tags === source.tags
  if (last && same && last.filter === filter) return last
  const all = last && same
    ? last.all
    : filterMarksOf({ ...source, suggestions: findingsState.suggestions(source.content, source.decisions) })
  const shown = filtered(all, filter)
  last = { ...source, filter, all, shown, counts: facetCounts(all, filter), keys: new Set(shown.map(({ key }) => key)) }
  return last
}

const now = (): Listed =>
  list({
    content: documentState.store.get().content,
    decisions: findingsState.store.get().decisions,
    annotations: annotationsState.store.get().annotations,
    notes: notesState.store.get().notes,
    tags: workspaceState.store.get().tags
  }, filterOf(documentState.select.filingId(documentState.store.get())))

const rows = (): readonly string[] => now().shown.map(({ key }) => key)

/** Sets the filter of the open filing and keeps it for the next time. */
const setFilter = (filter: MarkFilter): void => {
  const filingId = documentState.select.filingId(documentState.store.get())
  if (filingId === null) return
  const { [filingId]: _before, ...others } = store.get().filters
  const entries = Object.entries(others).slice(1 - MOST_KEPT)
  const filters = isOpen(filter) ? Object.fromEntries(entries) : Object.fromEntries([...entries, [filingId, filter]])
  store.set({ filters })
  remember(KEPT, { filters })
  store.set(({ selection }) => ({ selection: keepListed(rows(), selection) }))
}

const setText = (text: string): void => setFilter({ ...now().filter, text })
const choose = (facet: Facet, values: readonly string[]): void => {
  const { filter } = now()
  setFilter({ ...filter, chosen: { ...filter.chosen, [facet]: values } })
}
const toggle = (facet: Facet, value: string): void => setFilter(toggled(now().filter, facet, value))
const clear = (): void => setFilter(ALL_MARKS)

/** Shows only the marks that pass the filter in the text, or all of them again. */
const toggleOnly = (): void => {
  store.set(({ only }) => ({ only: !only }))
  const { shown, filter } = now()
  const narrowed = store.get().only && !isOpen(filter)
  feedbackState.announce(
    narrowed
      ? `The text shows ${String(shown.length)} marks.`
      : store.get().only
      ? 'The text will show only what passes the filter.'
      : 'The text shows all marks.'
  )
}

/** Opens the words of a mark. */
const show = ({ ref, range }: FilterMark): void => {
  if (ref) documentState.activate(ref)
  if (range) documentState.reveal(range, { flash: false, remember: false })
}

/** Takes a row of the list; one that is taken alone shows its words. */
const takeRow = (mark: FilterMark, how: Taking): void => {
  store.set(({ selection }) => ({ selection: take(rows(), selection, mark.key, how) }))
  if (how === 'alone') show(mark)
}

const isSuggestion = ({ ref }: FilterMark): boolean => ref !== null && ref.kind !== 'annotation'

/** Goes to the next (1) or the previous (-1) suggestion that passes the filter, from the row of the cursor. */
const step = (delta: 1 | -1): void => {
  const { shown } = now()
  const { cursor } = store.get().selection
  const at = shown.findIndex(({ key }) => key === cursor)
  const next = delta === 1 ? shown.slice(at + 1).find(isSuggestion) : shown.slice(0, at < 0 ? shown.length : at).findLast(isSuggestion)
  if (next) takeRow(next, 'alone')
  else feedbackState.announce(delta === 1 ? 'No further suggestion passes the filter.' : 'No suggestion before passes the filter.')
}

/** The way to the next suggestion of the list that is undecided, behind the row of the cursor; null where there is none. */
const wayOn = (): (() => void) | null => {
  const { shown } = now()
  const at = shown.findIndex(({ key }) => key === store.get().selection.cursor)
  const next = at < 0
    ? undefined
    : shown.slice(at + 1).find((mark) => isSuggestion(mark) && mark.ref !== null && findingsState.find(mark.ref)?.decision === null)
  return next ? () => takeRow(next, 'alone') : null
}

/** Moves the cursor to a row and leaves what is chosen as it is. */
const moveCursor = (key: string): void => {
  store.set(({ selection }) => ({ selection: { ...selection, cursor: key } }))
}

/** Chooses every mark that passes the filter. */
const takeAll = (): void => {
  store.set(({ selection }) => ({ selection: { ...selection, keys: new Set(rows()) } }))
}
const takeNone = (): void => {
  store.set(({ selection: { cursor } }) => ({ selection: { keys: new Set(), cursor, anchor: cursor } }))
}

/** The marks that are chosen, in the order of the list. */
const chosen = (): readonly FilterMark[] => {
  const { keys } = store.get().selection
  return now().shown.filter(({ key }) => keys.has(key))
}

/** The highlights among the chosen marks: what can be retagged and removed. */
const highlights = (): readonly Annotation[] => chosen().flatMap(({ annotation }) => annotation ?? [])

/** How many of the chosen highlights were carried here from an older version: those are only dismissed from this one. */
const carried = (): number => {
  const { open } = documentState.store.get()
  return highlights().filter(({ filingId }) => filingId !== open?.filing.id).length
}

/** The undecided suggestions among the chosen marks. */
const undecided = (): readonly Suggestion[] =>
  chosen().flatMap(({ ref }) => {
    const suggestion = ref && findingsState.find(ref)
    return suggestion?.decision === null ? [suggestion] : []
  })

/** Gives the chosen highlights a tag, or none, as one step. */
const retag = (tagId: TagId | null): Promise<void> => annotationsState.retagMany(highlights().map(({ id }) => id), tagId)

/** Removes the chosen highlights with their notes, and dismisses those that were carried here, as one step. */
const remove = (): Promise<void> => annotationsState.removeMany(highlights().map(({ id }) => id))

/** The keys of the marks that the text shows, or null where it shows all. */
const onlyKeys = (source: FilterMarkSource, filter: MarkFilter, only: boolean):
  | ReadonlySet<string>
  | null => (only && !isOpen(filter) ? list(source, filter).keys : null)

/** As `onlyKeys`, for the open filing as it stands. */
const onlyNow = (): ReadonlySet<string> | null => {
  const listed = now()
  return onlyKeys(listed, listed.filter, store.get().only)
}

/** The list follows the mark that comes into focus elsewhere. */
const follow = (ref: MarkRef | null): void => {
  const key = ref && `${ref.kind} ${ref.id}`
  if (key !== null)
    store.set(({ selection }) => (selection.cursor === key ? {} : { selection: { ...selection, cursor: key, anchor: key } }))
}

/** Follows the open filing, and takes up the filters of the last time, until the returned function is called. */
const start = (): () => void => {
  store.set({ filters: remembered(KEPT, { filters: initial.filters }).filters })
  const offs = [
    documentState.store.subscribe((state, before) => {
      if (state.open?.filing.id !== before.open?.filing.id) store.set({ selection: NO_ROWS })
      else if (state.active !== before.active) follow(state.active)
    }),
    annotationsState.store.subscribe((state, before) => {
      if (state.annotations === before.annotations || store.get().selection.keys.size === 0) return
      store.set(({ selection }) => ({ selection: keepListed(rows(), selection) }))
    })
  ]
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  filter: (filingId: FilingId | null) => (state: MarksState): MarkFilter => filterOf(filingId, state),
  only: (state: MarksState) => state.only,
  selection: (state: MarksState) => state.selection
}

/** The state module of the list of all marks. */
export const marksState = {
  store,
  start,
  list,
  now,
  onlyKeys,
  onlyNow,
  setText,
  choose,
  toggle,
  clear,
  toggleOnly,
  show,
  step,
  wayOn,
  takeRow,
  moveCursor,
  takeAll,
  takeNone,
  highlights,
  carried,
  undecided,
  retag,
  remove,
  select
}
