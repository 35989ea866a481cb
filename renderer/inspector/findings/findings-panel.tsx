import { commands } from '../../state/commands/commands'
import { ChevronDown, ChevronRight, Lightbulb } from 'lucide-react'
import { useMemo } from 'react'
import type { Polarity } from '#contract/finding'
import { documentState } from '../../state/document/document'
import { type FindingGroup, type FindingOrder, MOST_UNGROUPED } from '../../state/marks/finding-groups'
import { findingsState } from '../../state/marks/findings'
import { certaintyOf, countBy, filterFindings, stateOf, type FindingFilter, type FindingSuggestion } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Select } from '../../ui/fields'
import { FilterMenu } from '../../ui/filter-menu'
import { Icon } from '../../ui/icon'
import { Kbd } from '../../ui/kbd'
import { FindingCard, PolarityMark } from './finding-card'
import { POLARITY_ICONS, STATE_WORDS } from '../suggestion/finding-words'
import { CERTAINTY_WORDS, FLAG_WORDS, POLARITY_WORDS, TYPE_WORDS } from '#model/suggestion-words'
import { PanelState, usePanelState } from '../suggestion/panel-state'
import { ReviewMenu } from '../suggestion/review-menu'
import { VirtualList } from '../../ui/virtual-list'

const POLARITIES: readonly Polarity[] = ['favourable', 'unfavourable', 'qualified', 'neutral']

const ORDERS: readonly { readonly value: FindingOrder; readonly label: string }[] = [
  { value: 'section', label: 'By section' },
  { value: 'measure', label: 'By measure' },
  { value: 'rank', label: 'By rank' }
]

/** One chip for each way a finding may speak, with the count of what a click would leave. */
const PolarityChips = ({ counts, chosen }: { readonly counts: ReadonlyMap<Polarity, number>; readonly chosen: readonly Polarity[] }) => {
  const offered = POLARITIES.filter((polarity) => counts.has(polarity) || chosen.includes(polarity))
  return (
    <div className="chips" role="group" aria-label="Polarity">
      {offered.map((polarity) => {
        const { word } = POLARITY_WORDS[polarity]
        const icon = POLARITY_ICONS[polarity]
        const on = chosen.includes(polarity)
        return (
          <button
            key={polarity}
            type="button"
            className="pill pill-toggle chip"
            data-on={on}
            data-polarity={polarity}
            aria-pressed={on}
            title={word}
            aria-label={`${word}: ${String(counts.get(polarity) ?? 0)}`}
            onClick={() =>
              findingsState.setFindingFilter({ polarities: on ? chosen.filter((kept) => kept !== polarity) : [...chosen, polarity] })}
          >
            <Icon of={icon} size={13} />
            {on ? word : null}
            <span className="numeric">{counts.get(polarity) ?? 0}</span>
          </button>
        )
      })}
    </div>
  )
}

const Filters = ({ all, shown }: { readonly all: readonly FindingSuggestion[]; readonly shown: readonly FindingSuggestion[] }) => {
  const filter = useStore(findingsState, findingsState.select.findingFilter)
  const set = findingsState.setFindingFilter
  /** What passes all facets but one: what that one's values are counted in. */
  const without = (facet: keyof FindingFilter): readonly FindingSuggestion[] => filterFindings(all, { ...filter, [facet]: [] })
  const order = useStore(findingsState, findingsState.select.order)
  const polarities = countBy(without('polarities'), (item) => [item.finding.polarity])
  const chips = polarities.size > 1 || filter.polarities.length > 0
  const long = all.length > MOST_UNGROUPED
  const passing = filterFindings(all, filter)
  return (
    <div className="panel-bar panel-filters">
      {chips
        ? (
          <>
            <PolarityChips counts={polarities} chosen={filter.polarities} />
            <span className="grow" />
            <ReviewMenu items={shown} passing={passing} />
            <span className="panel-break" />
          </>
        )
        : null}
      <FilterMenu label="Type" counts={countBy(without('types'), (item) => [item.finding.type])} chosen={filter.types}
        wordsOf={(type) => TYPE_WORDS[type]} onChange={(types) => set({ types })} />
      <FilterMenu label="Flag" counts={countBy(without('flags'), (item) => item.finding.flags)} chosen={filter.flags}
        wordsOf={(flag) => FLAG_WORDS[flag].word} onChange={(flags) => set({ flags })} />
      <FilterMenu label="Certainty" counts={countBy(without('certainty'), (item) => [certaintyOf(item)])} chosen={filter.certainty}
        wordsOf={(value) => CERTAINTY_WORDS[value].word} onChange={(certainty) => set({ certainty })} />
      <FilterMenu label="Review" counts={countBy(without('states'), (item) => [stateOf(item)])} chosen={filter.states}
        wordsOf={(state) => STATE_WORDS[state]} onChange={(states) => set({ states })} />
      <span className="grow" />
      {long ? <Select label="Order" className="figure-sort" value={order} options={ORDERS} onChange={findingsState.setOrder} /> : null}
      {chips ? null : <ReviewMenu items={shown} passing={passing} />}
    </div>
  )
}

/** A line of the list: the name of a section, a finding, or the fold at the end of a section. */
type Line =
  | { readonly kind: 'section'; readonly key: string; readonly group: FindingGroup }
  | { readonly kind: 'finding'; readonly key: string; readonly item: FindingSuggestion }
  | { readonly kind: 'fold'; readonly key: string; readonly group: FindingGroup }

const linesOf = (groups: readonly FindingGroup[]): readonly Line[] =>
  groups.flatMap((group): readonly Line[] => [
    ...(group.section === '' ? [] : [{ kind: 'section' as const, key: `section ${group.section}`, group }]),
    ...group.shown.map((item) => ({ kind: 'finding' as const, key: item.id, item })),
    ...(group.weak > 0 ? [{ kind: 'fold' as const, key: `fold ${group.section}`, group }] : [])
  ])

const drawLine = (line: Line) => {
  switch (line.kind) {
    case 'finding':
      return <FindingCard suggestion={line.item} />
    case 'section':
      return (
        <h3 className="finding-section">
          <span className="truncate" title={line.group.section}>{line.group.section}</span>
          <span className="grow" />
          {POLARITIES.filter((polarity) => polarity !== 'neutral' && line.group.tally.has(polarity)).map((polarity) => (
            <span key={polarity} className="tally numeric">
              <PolarityMark polarity={polarity} small />
              {line.group.tally.get(polarity)}
            </span>
          ))}
          <span className="badge" title="All in this group">{[...line.group.tally.values()].reduce((sum, count) => sum + count, 0)}</span>
        </h3>
      )
    case 'fold': {
      const { section, weak, open, shown } = line.group
      const more = shown.length === 0 ? '' : ' more'
      return (
        <button type="button" className="folded" aria-expanded={open} onClick={() => findingsState.toggleSection(section)}>
          <Icon of={open ? ChevronDown : ChevronRight} size={13} />
          {open ? `Fold ${String(weak)} neutral` : `Show ${String(weak)}${more} neutral`}
          {section === '' ? null : <span className="visually-hidden">in {section}</span>}
        </button>
      )
    }
  }
}

/** The findings of the open document by rank, explicit ones first, as the release counts them; where they are many, under heads. */
export const FindingsPanel = () => {
  const content = useStore(documentState, documentState.select.content)
  const decisions = useStore(findingsState, findingsState.select.decisions)
  const filter = useStore(findingsState, findingsState.select.findingFilter)
  const unfolded = useStore(findingsState, findingsState.select.unfoldedSections)
  const order = useStore(findingsState, findingsState.select.order)
  const active = useStore(documentState, (state) => (state.active?.kind === 'finding' ? state.active.id : null))
  const state = usePanelState()
  const { findings } = findingsState.suggestions(content, decisions)
  const groups = useMemo(() => findingsState.groups(content, findings, { filter, unfolded, order, active }), [content, findings, filter,
    unfolded, order, active])
  const lines = useMemo(() => linesOf(groups), [groups])
  const shown = useMemo(() => groups.flatMap((group) => group.shown), [groups])
  if (state !== null) return <PanelState state={state} />
  if (findings.length === 0) {
    return (
      <EmptyState
        icon={Lightbulb}
        title="No findings suggested"
        text={
          <>
            Nothing in this document reads like a reported outcome. You can still mark words yourself: select them and press{' '}
            <Kbd keys={commands.keysOf('highlight')} />.
          </>
        }
      />
    )
  }
  return (
    <div className="panel" aria-label="Findings">
      <Filters all={findings} shown={shown} />
      {lines.length === 0 || (shown.length === 0 && groups.every(({ weak }) => weak === 0))
        ? (
          <EmptyState title="Nothing passes the filter"
            acts={<Button tone="plain" onClick={findingsState.clearFilters}>Show all</Button>} />
        )
        : <VirtualList look="cards" label="Findings by rank" items={lines} keyOf={({ key }) => key} active={active} draw={drawLine} />}
    </div>
  )
}
