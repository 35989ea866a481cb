import { Telescope } from 'lucide-react'
import { useMemo, useState } from 'react'
import { documentState } from '../../state/document/document'
import { findingsState } from '../../state/marks/findings'
import { COMPANY_VOICE, countBy, coverOf, filterForward, isFolded, stateOf, type ForwardFilter,
  type ForwardSuggestion } from '../../state/marks/suggestions'
import { useStore } from '../../state/window/use-store'
import { workspaceState } from '../../state/window/workspace'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Segments } from '../../ui/fields'
import { FilterMenu } from '../../ui/filter-menu'
import { STATE_WORDS } from '../suggestion/finding-words'
import { CERTAINTY_WORDS, CLASS_WORDS } from '#model/suggestion-words'
import { ForwardCard } from './forward-card'
import { PanelState, usePanelState } from '../suggestion/panel-state'
import { ReviewMenu } from '../suggestion/review-menu'
import { SafeHarborPanel } from './safe-harbor-panel'
import { VirtualList } from '../../ui/virtual-list'

const Filters = ({ all }: { readonly all: readonly ForwardSuggestion[] }) => {
  const filter = useStore(findingsState, findingsState.select.forwardFilter)
  const risks = useStore(workspaceState, workspaceState.select.risks)
  const set = findingsState.setForwardFilter
  /** What passes all facets but one: what that one's values are counted in. */
  const without = (facet: keyof ForwardFilter): readonly ForwardSuggestion[] => filterForward(all, { ...filter, [facet]: [] })
  return (
    <>
      <FilterMenu label="Class" counts={countBy(without('classes'), (item) => [item.forward.class])} chosen={filter.classes}
        wordsOf={(value) => CLASS_WORDS[value].word} onChange={(classes) => set({ classes })} />
      <FilterMenu label="Risk" counts={countBy(without('risks'), (item) => item.risks)} chosen={filter.risks}
        wordsOf={(id) => risks.find((risk) => risk.id === id)?.label ?? id} onChange={(chosen) => set({ risks: chosen })} />
      <FilterMenu label="Caution" counts={countBy(without('cover'), (item) => [coverOf(item)])} chosen={filter.cover}
        wordsOf={(value) => (value === 'covered' ? 'Caution linked' : 'No caution linked')} onChange={(cover) => set({ cover })} />
      <FilterMenu label="Speaker" counts={countBy(without('speakers'), (item) => [item.speaker ?? COMPANY_VOICE])} chosen={filter.speakers}
        wordsOf={(name) => (name === COMPANY_VOICE ? 'The company' : name)} onChange={(speakers) => set({ speakers })} />
      <FilterMenu label="Certainty" counts={countBy(without('certainty'), (item) => [item.forward.certainty ?? 'worth a look'])}
        chosen={filter.certainty} wordsOf={(value) => CERTAINTY_WORDS[value].word} onChange={(certainty) => set({ certainty })} />
      <FilterMenu label="Review" counts={countBy(without('states'), (item) => [stateOf(item)])} chosen={filter.states}
        wordsOf={(value) => STATE_WORDS[value]} onChange={(states) => set({ states })} />
    </>
  )
}

const Folded = ({ count, unfolded }: { readonly count: number; readonly unfolded: boolean }) => (
  count === 0
    ? null
    : (
      <button type="button" className="folded" aria-expanded={unfolded} onClick={findingsState.toggleFolded}>
        {unfolded ? `Fold ${String(count)} of boilerplate and logistics` : `${String(count)} more in boilerplate and logistics`}
      </button>
    )
)

const useListed = (): { readonly forward: readonly ForwardSuggestion[]; readonly listed: readonly ForwardSuggestion[] } => {
  const content = useStore(documentState, documentState.select.content)
  const decisions = useStore(findingsState, findingsState.select.decisions)
  const filter = useStore(findingsState, findingsState.select.forwardFilter)
  const unfolded = useStore(findingsState, findingsState.select.unfolded)
  const { forward } = findingsState.suggestions(content, decisions)
  return useMemo(() => ({ forward, listed: findingsState.listedForward(forward, filter, unfolded) }), [forward, filter, unfolded])
}

const Review = () => <ReviewMenu items={useListed().listed} />

const Statements = () => {
  const filter = useStore(findingsState, findingsState.select.forwardFilter)
  const unfolded = useStore(findingsState, findingsState.select.unfolded)
  const { forward, listed } = useListed()
  const active = useStore(documentState, (state) => (state.active?.kind === 'forward-looking' ? state.active.id : null))
  if (forward.length === 0) {
    return (
      <EmptyState icon={Telescope} title="No forward-looking statements"
        text="No sentence of this document predicts, plans or expects, by its own word list or by Redwell’s." />
    )
  }
  const focused = active === null || listed.some(({ id }) => id === active) ? undefined : forward.find(({ id }) => id === active)
  const shown = focused ? [focused, ...listed] : listed
  const folded = filter.classes.length > 0 ? 0 : forward.filter(isFolded).length
  return (
    <>
      <div className="panel-bar panel-filters">
        <Filters all={forward} />
      </div>
      {shown.length === 0 && folded === 0
        ? (
          <EmptyState title="Nothing passes the filter"
            acts={<Button tone="plain" onClick={findingsState.clearFilters}>Show all</Button>} />
        )
        : (
          <VirtualList look="cards" label="Forward-looking statements by place" items={shown} keyOf={(item) => item.id} active={active}
            draw={(item) => <ForwardCard suggestion={item} />} foot={<Folded count={folded} unfolded={unfolded} />} />
        )}
    </>
  )
}

/** The forward-looking statements of the open document by place, and its own safe harbor read as data. */
export const ForwardLookingPanel = () => {
  const [part, setPart] = useState<'statements' | 'safe-harbor'>('statements')
  const state = usePanelState()
  if (state !== null) return <PanelState state={state} />
  return (
    <div className="panel" aria-label="Forward-looking">
      <div className="panel-bar panel-parts">
        <Segments label="Part" value={part} onChange={setPart}
          options={[{ value: 'statements', label: 'Statements' }, { value: 'safe-harbor', label: 'Safe harbor' }]} />
        <span className="grow" />
        {part === 'statements' ? <Review /> : null}
      </div>
      {part === 'statements' ? <Statements /> : <SafeHarborPanel />}
    </div>
  )
}
