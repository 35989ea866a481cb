/** What the Figures tab shows: the register of figures or the facts of inline XBRL, which of them, in which order. */
import type { NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { ALL_FACTS, ALL_FIGURES, type FactFilter, type FigureFilter, type FigureSort } from './figure-list'
import { viewState } from '../window/view'

/** The two parts of the tab. */
export type FiguresPart = 'figures' | 'facts'

interface FiguresState {
  readonly part: FiguresPart
  readonly sort: FigureSort
  readonly figureFilter: FigureFilter
  readonly factFilter: FactFilter
  /** The heads of the register under which figures without a measure are shown. */
  readonly unfolded: readonly string[]
  /** The row whose words were looked up last. */
  readonly shown: NodeId | null
}

const initial: FiguresState = { part: 'figures', sort: 'place', figureFilter: ALL_FIGURES, factFilter: ALL_FACTS, unfolded: [],
  shown: null }
const store = createStore(initial)

const setPart = (part: FiguresPart): void => store.set({ part })
const setSort = (sort: FigureSort): void => store.set({ sort })
const setFigureFilter = (patch: Partial<FigureFilter>): void => {
  store.set(({ figureFilter }) => ({ figureFilter: { ...figureFilter, ...patch } }))
}
const setFactFilter = (patch: Partial<FactFilter>): void => {
  store.set(({ factFilter }) => ({ factFilter: { ...factFilter, ...patch } }))
}
/** Shows the figures without a measure under one head of the register, or folds them again. */
const toggleNameless = (title: string): void => {
  store.set(({ unfolded }) => ({ unfolded: unfolded.includes(title) ? unfolded.filter((kept) => kept !== title) : [...unfolded, title] }))
}

const clearFilters = (): void => store.set({ figureFilter: ALL_FIGURES, factFilter: ALL_FACTS })

/** Goes to the words of a figure or fact; one that the page does not show is looked up in the source. */
const show = ({ id, range, hidden = false }: { readonly id: NodeId; readonly range: TextRange; readonly hidden?: boolean }): void => {
  store.set({ shown: id })
  if (hidden) viewState.setSource(true)
  documentState.reveal(range)
}

/** Forgets filters when another document is shown, until the returned function is called. */
const start = (): () => void =>
  documentState.store.subscribe((state, before) => {
    if (state.content === before.content || state.content === null) return
    const { content } = state
    const part = content.hasFacts && content.figures.length === 0 ? 'facts' : !content.hasFacts ? 'figures' : store.get().part
    store.set({ ...initial, part, sort: store.get().sort })
  })

const select = {
  part: (state: FiguresState) => state.part,
  sort: (state: FiguresState) => state.sort,
  figureFilter: (state: FiguresState) => state.figureFilter,
  factFilter: (state: FiguresState) => state.factFilter,
  unfolded: (state: FiguresState) => state.unfolded,
  shown: (state: FiguresState) => state.shown
}

/** The state module of figures and facts. */
export const figuresState = { store, start, setPart, setSort, setFigureFilter, setFactFilter, clearFilters, toggleNameless, show, select }
