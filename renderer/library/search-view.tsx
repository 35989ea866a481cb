import { ArrowLeft, FileSearch, MessageSquareText, Quote, Search, TextSearch, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { SearchGroup, SearchHit } from '#contract/library'
import { documentState } from '../state/document'
import { searchState } from '../state/search'
import { useStore } from '../state/use-store'
import { viewState } from '../state/view'
import { Button, IconButton } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { formWords } from '../state/library-list'
import { markSnippet } from './mark-snippet'

const SOURCES: Readonly<Record<SearchHit['source'], { readonly word: string; readonly icon: LucideIcon }>> = {
  text: { word: 'In the filing', icon: TextSearch }, quote: { word: 'In a highlight', icon: Quote }, note: { word: 'In a note', icon: MessageSquareText }
}

const Snippet = ({ hit }: { readonly hit: SearchHit }) => (
  <span className="hit-words">{markSnippet(hit.snippet, hit.marks).map((run, index) => (run.marked ? <mark key={index}>{run.text}</mark> : run.text))}</span>
)

const Hit = ({ hit, index }: { readonly hit: SearchHit; readonly index: number }) => {
  const row = useRef<HTMLButtonElement>(null)
  const active = useStore(searchState, (state) => state.active === index)
  useEffect(() => { if (active) row.current?.scrollIntoView({ block: 'nearest' }) }, [active])
  const { word, icon } = SOURCES[hit.source]
  return (
    <li>
      <button type="button" ref={row} id={`hit-${String(index)}`} className="hit" data-active={active} tabIndex={-1} onMouseMove={() => { searchState.point(index) }} onClick={() => { void searchState.open(hit) }}>
        <span className="hit-source" title={word}><Icon of={icon} size={14} /><span className="visually-hidden">{word}</span></span>
        <Snippet hit={hit} />
      </button>
    </li>
  )
}

const Group = ({ group, first }: { readonly group: SearchGroup; readonly first: number }) => {
  const { filing, hits, total } = group
  return (
    <section className="hit-group" aria-label={filing.title}>
      <h2>
        <button type="button" className="hit-filing truncate" onClick={() => { void documentState.openFiling(filing.id) }}>{filing.title}</button>
        <span className="hit-facts truncate">{[filing.company, formWords(filing) || null, filing.filedAt].filter((part) => part !== null).join(' · ')}</span>
        <span className="badge">{total}</span>
      </h2>
      <ul>{hits.map((hit, index) => <Hit key={`${String(hit.sequence)}:${String(hit.range?.start ?? '')}:${hit.noteId ?? ''}:${String(index)}`} hit={hit} index={first + index} />)}</ul>
      {total > hits.length ? <p className="hit-more">{total - hits.length} more in this filing: open it and use Find.</p> : null}
    </section>
  )
}

const Results = () => {
  const groups = useStore(searchState, searchState.select.groups)
  const phase = useStore(searchState, searchState.select.phase)
  const failure = useStore(searchState, searchState.select.failure)
  const answered = useStore(searchState, searchState.select.answered)
  if (phase === 'failed' && failure) {
    return <EmptyState icon={Search} title={failure.message} {...(failure.remedy === undefined ? {} : { text: failure.remedy })} acts={<Button tone="plain" onClick={searchState.searchNow}>Search again</Button>} />
  }
  if (phase === 'idle') {
    return <EmptyState icon={FileSearch} title="Search every filing, highlight and note" text={<>Words must all be there; put a phrase in “quotes”. Step through hits with <Kbd keys="↑ ↓" />, open one with <Kbd keys="Enter" />.</>} />
  }
  if (groups.length === 0) return phase === 'done' ? <EmptyState icon={Search} title={`Nothing found for “${answered}”`} text="Try fewer words, or another form of the word." /> : null
  const firsts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { hits }) => sum + hits.length, 0))
  return <div className="hits" data-stale={phase === 'searching'}>{groups.map((group, index) => <Group key={group.filing.id} group={group} first={firsts[index] ?? 0} />)}</div>
}

/** Search over the library: one box, hits by filing, stepped through from the box. */
export const SearchView = () => {
  const box = useRef<HTMLInputElement>(null)
  const query = useStore(searchState, searchState.select.query)
  const focus = useStore(searchState, searchState.select.focus)
  const total = useStore(searchState, searchState.select.total)
  const phase = useStore(searchState, searchState.select.phase)
  const active = useStore(searchState, searchState.select.active)
  const filings = useStore(searchState, (state) => state.groups.length)
  const open = useStore(documentState, documentState.select.filingId)
  useEffect(() => { box.current?.focus(); box.current?.select() }, [focus])
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') searchState.step(1)
    else if (event.key === 'ArrowUp') searchState.step(-1)
    else if (event.key === 'Enter') void searchState.openActive()
    else if (event.key === 'Escape' && query !== '') searchState.setQuery('')
    else if (event.key === 'Escape') viewState.show(open === null ? 'library' : 'reader')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <main className="search">
      <h1 className="visually-hidden">Search the library</h1>
      <div className="search-bar" role="search">
        <IconButton icon={ArrowLeft} label={open === null ? 'Back to the library' : 'Back to the filing'} keys="Esc" onClick={() => { viewState.show(open === null ? 'library' : 'reader') }} />
        <span className="field-box search-box">
          <Icon of={Search} size={16} />
          <input
            ref={box} type="text" className="field" placeholder="Search filings, highlights and notes" aria-label="Search the library" value={query} spellCheck={false} autoComplete="off"
            aria-activedescendant={total > 0 ? `hit-${String(active)}` : undefined} aria-controls="hits" onChange={(event) => { searchState.setQuery(event.target.value) }} onKeyDown={press}
          />
        </span>
        <span className="search-count numeric" role="status">
          {phase === 'searching' ? 'Searching…' : phase === 'done' && total > 0 ? `${String(total)} ${total === 1 ? 'hit' : 'hits'} in ${String(filings)} ${filings === 1 ? 'filing' : 'filings'}` : ''}
        </span>
      </div>
      <div className="search-scroll" id="hits" tabIndex={-1}><Results /></div>
    </main>
  )
}
