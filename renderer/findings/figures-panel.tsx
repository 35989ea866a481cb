import { Hash, Search, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { FigureMention } from '#contract/figure'
import { conflictsOf, filterFigures, NO_UNIT, sortFigures, type Conflict, type FigureSort } from '../state/figure-list'
import { documentState } from '../state/document'
import { figuresState } from '../state/figures'
import { countBy } from '../state/suggestions'
import { useStore } from '../state/use-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Segments, Select, TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { FactsList } from './facts-list'
import { FigureRow, PLACE_WORDS } from './figure-row'
import { FilterMenu } from '../ui/filter-menu'
import { PanelState, usePanelState } from './panel-state'
import { VirtualList } from '../ui/virtual-list'

const SORTS: readonly { readonly value: FigureSort; readonly label: string }[] = [
  { value: 'place', label: 'By place' }, { value: 'measure', label: 'By measure' }, { value: 'value', label: 'By value' }
]

const Filters = ({ figures, listed }: { readonly figures: readonly FigureMention[]; readonly listed: number }) => {
  const filter = useStore(figuresState, figuresState.select.figureFilter)
  const sort = useStore(figuresState, figuresState.select.sort)
  const set = figuresState.setFigureFilter
  return (
    <>
      <div className="panel-bar panel-search">
        <TextField label="Filter figures" icon={Search} placeholder="Measure, number, period" value={filter.text} onChange={(event) => { set({ text: event.target.value }) }} />
        <Select label="Order" className="figure-sort" value={sort} options={SORTS} onChange={figuresState.setSort} />
      </div>
      <div className="panel-bar panel-filters">
        <FilterMenu label="Place" counts={countBy(figures, (figure) => [figure.place])} chosen={filter.places} wordsOf={(place) => PLACE_WORDS[place]} onChange={(places) => { set({ places }) }} />
        <FilterMenu label="Unit" counts={countBy(figures, (figure) => [figure.unit ?? NO_UNIT])} chosen={filter.units} wordsOf={(unit) => (unit === NO_UNIT ? 'No unit' : unit)} onChange={(units) => { set({ units }) }} />
        <button type="button" className="pill pill-toggle" data-on={filter.named} aria-pressed={filter.named} onClick={() => { set({ named: !filter.named }) }}>With a measure</button>
        {figures.some(({ conflictsWith }) => conflictsWith.length > 0)
          ? <button type="button" className="pill pill-toggle" data-on={filter.conflicts} aria-pressed={filter.conflicts} onClick={() => { set({ conflicts: !filter.conflicts }) }}>Told differently</button>
          : null}
        <span className="grow" />
        <span className="panel-count" role="status">{listed === figures.length ? `${listed.toLocaleString('en-US')} figures` : `${listed.toLocaleString('en-US')} of ${figures.length.toLocaleString('en-US')}`}</span>
      </div>
    </>
  )
}

/** The measures that are told with more than one value, each with all its mentions side by side. */
const Conflicts = ({ conflicts }: { readonly conflicts: readonly Conflict[] }) => (
  conflicts.length === 0
    ? null
    : (
      <section className="conflicts" aria-label="Told differently">
        <h3><Icon of={TriangleAlert} size={13} />Told differently <span className="badge">{conflicts.length}</span></h3>
        <p className="conflicts-says">One measure and period with more than one value. It may be an error, another basis, or rounding.</p>
        {conflicts.map(({ id, measure, period, mentions }) => (
          <div key={id} className="conflict" role="group" aria-label={measure}>
            <p className="conflict-name">{measure}{period === null ? null : <span> · {period}</span>}</p>
            <ul>
              {mentions.map((mention) => (
                <li key={mention.id}>
                  <button type="button" className="line-button conflict-mention" title="Go to these words" onClick={() => { figuresState.show(mention) }}>
                    <span className="conflict-place">{PLACE_WORDS[mention.place]}</span><span className="numeric">{mention.text}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    )
)

const NO_FIGURES: readonly FigureMention[] = []

const Figures = () => {
  const figures = useStore(documentState, (state) => state.content?.figures ?? NO_FIGURES)
  const filter = useStore(figuresState, figuresState.select.figureFilter)
  const sort = useStore(figuresState, figuresState.select.sort)
  const listed = useMemo(() => sortFigures(filterFigures(figures, filter), sort), [figures, filter, sort])
  const conflicts = useMemo(() => conflictsOf(figures), [figures])
  if (figures.length === 0) {
    return <EmptyState icon={Hash} title="No figures in this document" text="Numbers of the running text are gathered here with what they measure, their unit and period. This document tells none." />
  }
  return (
    <>
      <Filters figures={figures} listed={listed.length} />
      {listed.length === 0
        ? <EmptyState title="Nothing passes the filter" acts={<Button tone="plain" onClick={figuresState.clearFilters}>Show all</Button>} />
        : <VirtualList look="rows" label="Figures" items={listed} keyOf={(figure) => figure.id} draw={(figure) => <FigureRow figure={figure} />} head={<Conflicts conflicts={conflicts} />} />}
    </>
  )
}

/** The numbers of the open document: those of its prose with what they measure, and those it carries as inline XBRL facts. */
export const FiguresPanel = () => {
  const part = useStore(figuresState, figuresState.select.part)
  const state = usePanelState()
  if (state !== null) return <PanelState state={state} />
  return (
    <div className="panel" aria-label="Figures">
      <div className="panel-bar panel-parts">
        <Segments label="Kind of number" value={part} onChange={figuresState.setPart} options={[{ value: 'figures', label: 'Figures' }, { value: 'facts', label: 'Facts' }]} />
      </div>
      {part === 'figures' ? <Figures /> : <FactsList />}
    </div>
  )
}
