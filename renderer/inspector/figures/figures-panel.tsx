import { ChevronDown, ChevronRight, Hash, Search, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { FigureMention } from '#contract/figure'
import type { Section } from '#contract/filing'
import { conflictsOf, filterFigures, NO_UNIT, sortFigures, type Conflict, type FigureSort } from '../../state/figures/figure-list'
import { type FigureGroup, groupFigures } from '../../state/figures/figure-groups'
import { sectionNames } from '../../state/marks/filter-marks'
import { documentState } from '../../state/document/document'
import { figuresState } from '../../state/figures/figures'
import { countBy } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Segments, Select, TextField } from '../../ui/fields'
import { Icon } from '../../ui/icon'
import { FactsList } from './facts-list'
import { FigureRow, PLACE_WORDS } from './figure-row'
import { FilterMenu } from '../../ui/filter-menu'
import { PanelState, usePanelState } from '../suggestion/panel-state'
import { VirtualList } from '../../ui/virtual-list'

const SORTS: readonly { readonly value: FigureSort; readonly label: string }[] = [
  { value: 'place', label: 'By place' },
  { value: 'measure', label: 'By measure' },
  { value: 'value', label: 'By value' }
]

/** A chip that lets through only some figures, with their count; none where it would let through all or nothing. */
const Toggle = (
  { label, count, of, on, onChange }: { readonly label: string; readonly count: number; readonly of: number; readonly on: boolean;
    readonly onChange: (on: boolean) => void }
) => (
  !on && (count === 0 || count === of)
    ? null
    : (
      <button type="button" className="pill pill-toggle" data-on={on} aria-pressed={on} aria-label={label} onClick={() => onChange(!on)}>
        {label}
        <span className="numeric pill-count">{count.toLocaleString('en-US')}</span>
      </button>
    )
)

const Filters = ({ figures, listed }: { readonly figures: readonly FigureMention[]; readonly listed: number }) => {
  const filter = useStore(figuresState, figuresState.select.figureFilter)
  const sort = useStore(figuresState, figuresState.select.sort)
  const set = figuresState.setFigureFilter
  return (
    <>
      <div className="panel-bar panel-search">
        <TextField label="Filter figures" icon={Search} placeholder="Measure, number, period" value={filter.text}
          onChange={(event) => set({ text: event.target.value })} />
        <Select label="Order" className="figure-sort" value={sort} options={SORTS} onChange={figuresState.setSort} />
      </div>
      <div className="panel-bar panel-filters">
        <FilterMenu label="Place" counts={countBy(figures, (figure) => [figure.place])} chosen={filter.places}
          wordsOf={(place) => PLACE_WORDS[place]} onChange={(places) => set({ places })} />
        <FilterMenu label="Unit" counts={countBy(figures, (figure) => [figure.unit ?? NO_UNIT])} chosen={filter.units}
          wordsOf={(unit) => (unit === NO_UNIT ? 'No unit' : unit)} onChange={(units) => set({ units })} />
        <Toggle label="With a measure" count={figures.filter(({ measure }) => measure !== null).length} of={figures.length}
          on={filter.named} onChange={(named) => set({ named })} />
        <Toggle label="Stated differently" count={figures.filter(({ conflictsWith }) => conflictsWith.length > 0).length}
          of={figures.length} on={filter.conflicts} onChange={(conflicts) => set({ conflicts })} />
        <span className="grow" />
        <span className="panel-count" role="status">
          {listed === figures.length
            ? `${listed.toLocaleString('en-US')} figures`
            : `${listed.toLocaleString('en-US')} of ${figures.length.toLocaleString('en-US')}`}
        </span>
      </div>
    </>
  )
}

/** The measures that are told with more than one value, each with all its mentions side by side. */
const Conflicts = ({ conflicts }: { readonly conflicts: readonly Conflict[] }) => (
  conflicts.length === 0
    ? null
    : (
      <section className="conflicts" aria-label="Stated differently">
        <h3>
          <Icon of={TriangleAlert} size={13} />Stated differently <span className="badge">{conflicts.length}</span>
        </h3>
        <p className="conflicts-says">One measure and period with more than one value. It may be an error, another basis, or rounding.</p>
        {conflicts.map(({ id, measure, period, mentions }) => (
          <div key={id} className="conflict" role="group" aria-label={measure}>
            <p className="conflict-name">{measure}{period === null ? null : <span>· {period}</span>}</p>
            <ul>
              {mentions.map((mention) => (
                <li key={mention.id}>
                  <button type="button" className="line-button conflict-mention" title="Go to these words"
                    onClick={() => figuresState.show(mention)}
                  >
                    <span className="conflict-place">{PLACE_WORDS[mention.place]}</span>
                    <span className="numeric">{mention.text}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    )
)

/** A line of the register: a head, a figure, or the fold of those without a measure. */
type Line =
  | { readonly kind: 'head' | 'fold'; readonly key: string; readonly group: FigureGroup }
  | { readonly kind: 'figure'; readonly key: string; readonly figure: FigureMention; readonly headed: boolean }

const linesOf = (groups: readonly FigureGroup[]): readonly Line[] =>
  groups.flatMap((group): readonly Line[] => [
    ...(group.title === '' ? [] : [{ kind: 'head' as const, key: `head ${group.title}`, group }]),
    ...group.shown.map((figure) => ({ kind: 'figure' as const, key: figure.id, figure, headed: group.kind === 'measure' })),
    ...(group.nameless > 0 ? [{ kind: 'fold' as const, key: `fold ${group.title}`, group }] : [])
  ])

const drawLine = (line: Line) => {
  if (line.kind === 'figure') return <FigureRow figure={line.figure} headed={line.headed} />
  const { title, kind, shown, nameless, open } = line.group
  if (line.kind === 'head')
    return (
      <h3 className="figure-head" data-kind={kind}>
        <span className="truncate">{title}</span>
        <span className="badge">{(shown.length + (open ? 0 : nameless)).toLocaleString('en-US')}</span>
      </h3>
    )
  return (
    <button type="button" className="folded" aria-expanded={open} onClick={() => figuresState.toggleNameless(title)}>
      <Icon of={open ? ChevronDown : ChevronRight} size={13} />
      {open ? 'Fold' : 'Show'} {nameless.toLocaleString('en-US')}{' '}
      without a measure{title === '' ? null : <span className="visually-hidden">in {title}</span>}
    </button>
  )
}

const NO_FIGURES: readonly FigureMention[] = []
const NO_SECTIONS: readonly Section[] = []

const Figures = () => {
  const figures = useStore(documentState, (state) => state.content?.figures ?? NO_FIGURES)
  const filter = useStore(figuresState, figuresState.select.figureFilter)
  const sort = useStore(figuresState, figuresState.select.sort)
  const listed = useMemo(() => sortFigures(filterFigures(figures, filter), sort), [figures, filter, sort])
  const conflicts = useMemo(() => conflictsOf(figures), [figures])
  const sections = useStore(documentState, (state) => state.content?.sections ?? NO_SECTIONS)
  const unfolded = useStore(figuresState, figuresState.select.unfolded)
  const sectionOf = useMemo(() => sectionNames(sections), [sections])
  const lines = useMemo(() => linesOf(groupFigures(listed, figures.length, { sort, sectionOf, unfolded })), [listed, figures, sort,
    sectionOf, unfolded])
  if (figures.length === 0) {
    return (
      <EmptyState icon={Hash} title="No figures in this document"
        text="Numbers in the running text are listed here with what they measure, their unit and period. This document has none." />
    )
  }
  return (
    <>
      <Filters figures={figures} listed={listed.length} />
      {listed.length === 0
        ? <EmptyState title="Nothing passes the filter" acts={<Button tone="plain" onClick={figuresState.clearFilters}>Show all</Button>} />
        : (
          <VirtualList look="rows" label="Figures" items={lines} keyOf={({ key }) => key} draw={drawLine}
            head={<Conflicts conflicts={conflicts} />} />
        )}
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
        <Segments label="Kind of number" value={part} onChange={figuresState.setPart}
          options={[{ value: 'figures', label: 'Figures' }, { value: 'facts', label: 'Facts' }]} />
      </div>
      {part === 'figures' ? <Figures /> : <FactsList />}
    </div>
  )
}
