import { EyeOff, Search, Table2 } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { Fact } from '#contract/filing'
import { conceptName, dimensionWords, periodWords, unitWords, valueWords } from '../../state/figures/concept-name'
import { documentState } from '../../state/document/document'
import { factsState } from '../../state/document/facts'
import { filterFacts } from '../../state/figures/figure-list'
import { figuresState } from '../../state/figures/figures'
import { useStore } from '../../state/window/use-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Switch, TextField } from '../../ui/fields'
import { Icon } from '../../ui/icon'
import { VirtualList } from '../../ui/virtual-list'
import { PanelState } from '../suggestion/panel-state'

/** How much of a fact's value a row draws, in code units; a note told as one fact can hold pages. */
const MOST_DRAWN = 240

/** One fact: concept, value with unit, period and dimensions. A click goes to where it stands. */
const FactRow = ({ fact }: { readonly fact: Fact }) => {
  const shown = useStore(figuresState, (state) => state.shown === fact.id)
  const { words, namespace } = conceptName(fact.concept)
  const isNumber = fact.unit !== null
  const value = `${valueWords(fact.value, fact.unit).slice(0, MOST_DRAWN)} ${unitWords(fact.unit)}`.trim()
  return (
    <button type="button" className="figure-row" data-shown-last={shown}
      title={fact.hidden ? 'Not shown on the page: go to it in the source' : 'Go to these words'} onClick={() => figuresState.show(fact)}
    >
      <span className="figure-line">
        <span className="figure-name">{words}{namespace === '' ? null : <span className="figure-namespace">{namespace}</span>}</span>
        {isNumber ? <span className="figure-value numeric">{value}</span> : null}
      </span>
      {isNumber || value === '' ? null : <span className="figure-text">{value}</span>}
      <span className="figure-line figure-facts">
        <span className="figure-about">
          {fact.hidden
            ? (
              <span className="figure-hidden">
                <Icon of={EyeOff} size={11} />Hidden
              </span>
            )
            : null}
          {fact.period === null ? 'No period' : periodWords(fact.period)}
        </span>
      </span>
      {fact.dimensions.length === 0 ? null : <span className="figure-dimensions">{fact.dimensions.map(dimensionWords).join(' · ')}</span>}
    </button>
  )
}

/** The inline XBRL facts of the open document, those on the page first, in the order of the file, with a filter. */
export const FactsList = () => {
  const content = useStore(documentState, documentState.select.content)
  const facts = useStore(factsState, factsState.select.facts)
  const phase = useStore(factsState, factsState.select.phase)
  useEffect(() => {
    void factsState.want()
  }, [content])
  const filter = useStore(figuresState, figuresState.select.factFilter)
  const listed = useMemo(() => filterFacts(facts, filter), [facts, filter])
  if (content?.hasFacts === true && phase !== 'ready') return <PanelState state="reading" />
  if (facts.length === 0) {
    return (
      <EmptyState
        icon={Table2}
        title="No facts in this document"
        text="Since 2019 annual and quarterly reports carry their numbers as inline XBRL: each with its concept, period and unit. Open a 10-K or 10-Q of these years, and its facts are listed here; older filings and most exhibits have none."
      />
    )
  }
  return (
    <>
      <div className="panel-bar panel-search">
        <TextField label="Filter facts" icon={Search} placeholder="Concept, value, period" value={filter.text}
          onChange={(event) => figuresState.setFactFilter({ text: event.target.value })} />
      </div>
      <div className="panel-bar panel-filters">
        <Switch label="Only without dimensions" checked={filter.plain} onChange={(plain) => figuresState.setFactFilter({ plain })} />
        <span className="grow" />
        <span className="panel-count" role="status">
          {listed.length === facts.length
            ? `${listed.length.toLocaleString('en-US')} facts`
            : `${listed.length.toLocaleString('en-US')} of ${facts.length.toLocaleString('en-US')}`}
        </span>
      </div>
      {listed.length === 0
        ? <EmptyState title="Nothing passes the filter" acts={<Button tone="plain" onClick={figuresState.clearFilters}>Show all</Button>} />
        : <VirtualList look="rows" label="Facts" items={listed} keyOf={(fact) => fact.id} draw={(fact) => <FactRow fact={fact} />} />}
    </>
  )
}
