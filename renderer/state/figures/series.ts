/** One measure over the filings of a company: that of the figure in hand. */
import type { MeasureSeries, SeriesPoint } from '#contract/comparison'
import type { FigureMention } from '#contract/figure'
import type { Failure } from '#contract/result'
import { followedBy } from '#model/followed-measure'
import { call } from '../../bridge/client'
import { documentState } from '../document/document'
import { createStore } from '../window/create-store'
import { viewState } from '../window/view'
import { figuresState } from './figures'
import { createNewest } from '../window/newest'

interface SeriesState {
  readonly phase: 'working' | 'done' | 'failed'
  /** The measure that is looked for. */
  readonly measure: string
  readonly series: MeasureSeries | null
  readonly failure: Failure | null
}

const initial: SeriesState = { phase: 'working', measure: '', series: null, failure: null }
const store = createStore(initial)

const asked = createNewest()

/** The figure that is meant: one under the selection, else the one gone to last in the register; null where there is none that can be followed. */
const inHand = (): FigureMention | null => {
  const { content, selection } = documentState.store.get()
  const figures = content?.figures ?? []
  const { shown } = figuresState.store.get()
  const selected = selection
    ? figures.find((figure) =>
      figure.range.start < selection.range.end && figure.range.end > selection.range.start && followedBy(figure) !== null
    )
    : undefined
  return selected ?? figures.find((figure) => figure.id === shown && followedBy(figure) !== null) ?? null
}

/** Looks a measure up in the filings of the company, and shows what they tell. */
const show = async ({ id, measure }: FigureMention): Promise<void> => {
  const { open, sequence } = documentState.store.get()
  if (!open || sequence === null) return
  const mine = asked.begin()
  store.set({ ...initial, measure: measure ?? '' })
  viewState.openDialog('measure')
  const answer = await call('compare.series', { filingId: open.filing.id, sequence, figure: id })
  if (!mine.holds()) return
  if (answer.ok) store.set({ phase: 'done', series: answer.value })
  else store.set({ phase: 'failed', failure: answer.failure })
}

/** Shows the measure of the figure in hand. */
const showInHand = (): void => {
  const figure = inHand()
  if (figure) void show(figure)
}

/** Opens the filing of a value at its words. */
const goTo = async ({ filingId, sequence, range }: SeriesPoint): Promise<void> => {
  viewState.closeDialog()
  await documentState.openFiling(filingId, { sequence, range })
}

const select = {
  phase: (state: SeriesState) => state.phase,
  measure: (state: SeriesState) => state.measure,
  series: (state: SeriesState) => state.series,
  failure: (state: SeriesState) => state.failure
}

/** The state module of a measure over filings. */
export const seriesState = { store, inHand, show, showInHand, goTo, select }
