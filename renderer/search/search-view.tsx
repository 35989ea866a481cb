import { ArrowLeft, Search } from 'lucide-react'
import { queryHints } from '#model/query-hints'
import { countWords } from '#model/words'
import { documentState } from '../state/document/document'
import { searchState } from '../state/search/search'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button, IconButton } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Hints } from '../ui/hints'
import { QueryBox } from './query-box'
import { SavedSearchList } from './saved-search-list'
import { SearchHelp } from './search-help'
import { SearchHits, SimilarHits } from './search-hits'
import { SearchPreview } from './search-preview'
import { SaveSearch, SearchScope, SimilarHead } from './search-scope'

const Similar = () => {
  const sentences = useStore(searchState, searchState.select.similar)
  const phase = useStore(searchState, searchState.select.phase)
  if (sentences.length > 0) return <SimilarHits sentences={sentences} />
  return phase === 'done'
    ? (
      <EmptyState icon={Search} title="No sentence of the library is like this one"
        text="Sentences are compared by their words; those that share fewer than half of them are not shown." />
    )
    : null
}

const Results = () => {
  const groups = useStore(searchState, searchState.select.groups)
  const phase = useStore(searchState, searchState.select.phase)
  const failure = useStore(searchState, searchState.select.failure)
  const problem = useStore(searchState, searchState.select.problem)
  const answered = useStore(searchState, searchState.select.answered)
  const isSimilar = useStore(searchState, (state) => state.similarTo !== null)
  if (phase === 'failed' && failure) {
    return (
      <EmptyState icon={Search} title={failure.message} {...(failure.remedy === undefined ? {} : { text: failure.remedy })}
        acts={<Button tone="plain" onClick={searchState.searchNow}>Search again</Button>} />
    )
  }
  if (isSimilar) return <Similar />
  if (phase === 'idle')
    return (
      <div className="search-start">
        <SavedSearchList />
        <SearchHelp />
      </div>
    )
  if (groups.length > 0) return <SearchHits groups={groups} />
  return phase === 'done' && !problem
    ? (
      <EmptyState icon={Search} title={`Nothing found for “${answered.trim()}”`}
        text="Try fewer words, a beginning with a star (restat*), or another folder." />
    )
    : null
}

const Count = () => {
  const total = useStore(searchState, searchState.select.total)
  const filings = useStore(searchState, searchState.select.filings)
  const phase = useStore(searchState, searchState.select.phase)
  const similar = useStore(searchState, (state) => (state.similarTo ? state.similar.length : null))
  const said = phase === 'searching'
    ? 'Searching…'
    : phase !== 'done'
    ? ''
    : similar === null
    ? (total > 0 ? `${countWords(total, 'hit')} in ${countWords(filings, 'filing')}` : '')
    : countWords(similar, 'sentence')
  return <span className="search-count numeric">{said}</span>
}

/** What is wrong with the query, and what to write instead. */
const Problem = () => {
  const problem = useStore(searchState, searchState.select.problem)
  const query = useStore(searchState, (state) => (state.similarTo ? '' : state.query))
  const waiting = useStore(searchState, searchState.select.waiting)
  const unread = useStore(searchState, searchState.select.unread)
  return (
    <>
      <div className="query-problem" id="query-problem" role="status">
        {problem
          ? (
            <>
              <strong>{problem.message}</strong> {problem.remedy}
            </>
          )
          : null}
      </div>
      <Hints hints={problem ? [] : queryHints(query)} />
      {waiting > 0
        ? (
          <p className="query-waiting">
            {countWords(waiting, 'document is', 'documents are')} still being indexed; hits in {waiting === 1 ? 'it' : 'them'}{' '}
            are missing for now.
          </p>
        )
        : null}
      {unread > 0
        ? (
          <p className="query-waiting">
            {countWords(unread, 'document has', 'documents have')} not been read yet; hits in {unread === 1 ? 'it' : 'them'}{' '}
            are missing for now.
          </p>
        )
        : null}
    </>
  )
}

/** Search over the library: one box, hits by filing, the passage of the hit in focus beside them. */
export const SearchView = () => {
  const open = useStore(documentState, documentState.select.filingId)
  const back = (): void => viewState.show(open === null ? 'library' : 'reader')
  return (
    <main className="search">
      <h1 className="visually-hidden">Search the library</h1>
      <div className="search-bar" role="search">
        <IconButton icon={ArrowLeft} label={open === null ? 'Back to the library' : 'Back to the filing'} onClick={back} />
        <SearchScope />
        <QueryBox />
        <SaveSearch />
        <Count />
      </div>
      <Problem />
      <SimilarHead />
      <div className="search-panes">
        <div className="search-scroll" id="hits" role="region" aria-label="Hits" tabIndex={-1}>
          <Results />
        </div>
        <SearchPreview />
      </div>
    </main>
  )
}
