import { Lightbulb } from 'lucide-react'
import { useMemo } from 'react'
import { documentState } from '../state/document'
import { findingsState } from '../state/findings'
import { countBy, filterFindings, stateOf, type FindingSuggestion } from '../state/suggestions'
import { useStore } from '../state/use-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Kbd } from '../ui/kbd'
import { FilterMenu } from '../ui/filter-menu'
import { FindingCard } from './finding-card'
import { FLAG_WORDS, POLARITY_WORDS, STATE_WORDS, TYPE_WORDS } from './finding-words'
import { PanelState, usePanelState } from './panel-state'
import { ReviewMenu } from './review-menu'
import { VirtualList } from './virtual-list'

export { ForwardLookingPanel } from './forward-looking-panel'

const Filters = ({ all, shown }: { readonly all: readonly FindingSuggestion[]; readonly shown: readonly FindingSuggestion[] }) => {
  const filter = useStore(findingsState, findingsState.select.findingFilter)
  return (
    <div className="panel-bar panel-filters">
      <FilterMenu label="Type" counts={countBy(all, (item) => [item.finding.type])} chosen={filter.types} wordsOf={(type) => TYPE_WORDS[type]} onChange={(types) => { findingsState.setFindingFilter({ types }) }} />
      <FilterMenu label="Polarity" counts={countBy(all, (item) => [item.finding.polarity])} chosen={filter.polarities} wordsOf={(polarity) => POLARITY_WORDS[polarity].word} onChange={(polarities) => { findingsState.setFindingFilter({ polarities }) }} />
      <FilterMenu label="Flag" counts={countBy(all, (item) => item.finding.flags)} chosen={filter.flags} wordsOf={(flag) => FLAG_WORDS[flag].word} onChange={(flags) => { findingsState.setFindingFilter({ flags }) }} />
      <FilterMenu label="Review" counts={countBy(all, (item) => [stateOf(item)])} chosen={filter.states} wordsOf={(state) => STATE_WORDS[state]} onChange={(states) => { findingsState.setFindingFilter({ states }) }} />
      <span className="grow" />
      <ReviewMenu items={shown} />
    </div>
  )
}

/** The findings of the open document by rank: explicit ones first, as the release counts them. */
export const FindingsPanel = () => {
  const content = useStore(documentState, documentState.select.content)
  const decisions = useStore(findingsState, findingsState.select.decisions)
  const filter = useStore(findingsState, findingsState.select.findingFilter)
  const active = useStore(documentState, (state) => (state.active?.kind === 'finding' ? state.active.id : null))
  const state = usePanelState()
  const { findings } = findingsState.suggestions(content, decisions)
  const shown = useMemo(() => filterFindings(findings, filter), [findings, filter])
  if (state !== null) return <PanelState state={state} />
  if (findings.length === 0) {
    return (
      <EmptyState
        icon={Lightbulb} title="No findings suggested"
        text={<>Nothing in this document reads like a reported outcome. You can still mark words yourself: select them and press <Kbd keys="H" />.</>}
      />
    )
  }
  return (
    <div className="panel" aria-label="Findings">
      <Filters all={findings} shown={shown} />
      {shown.length === 0
        ? <EmptyState title="Nothing passes the filter" acts={<Button tone="plain" onClick={findingsState.clearFilters}>Show all</Button>} />
        : <VirtualList look="cards" label="Findings by rank" items={shown} keyOf={(item) => item.id} active={active} draw={(item) => <FindingCard suggestion={item} />} />}
    </div>
  )
}
