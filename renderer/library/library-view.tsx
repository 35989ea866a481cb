import { ArrowDown, ArrowUp, FileText, Plus, Search } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { FilingSummary } from '#contract/library'
import { documentState } from '../state/document'
import { libraryState } from '../state/library'
import { searchState } from '../state/search'
import { useStore } from '../state/use-store'
import { Button, IconButton } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { FilingRow } from './filing-row'
import { filterFilings, formWords, nextSort, NEWEST_FIRST, sortFilings, type LibraryColumn, type LibrarySort } from './filing-table'
import { FirstRun } from './first-run'
import { ImportOutcomes } from './import-outcomes'
import { ImportProgress } from './import-progress'
import { LibraryBar, openFiles } from './library-bar'

const COLUMNS: readonly { readonly column: LibraryColumn; readonly label: string; readonly className: string; readonly says?: string }[] = [
  { column: 'title', label: 'Title', className: 'col-title' }, { column: 'company', label: 'Company', className: 'col-company' },
  { column: 'form', label: 'Form', className: 'col-form' }, { column: 'filedAt', label: 'Filed', className: 'col-date' },
  { column: 'importedAt', label: 'Added', className: 'col-date' }, { column: 'annotations', label: 'Marks', className: 'col-count', says: 'Highlights' },
  { column: 'notes', label: 'Notes', className: 'col-count' }, { column: 'openQuestions', label: 'Open', className: 'col-count', says: 'Open questions' }
]

const Head = ({ sort, onSort }: { readonly sort: LibrarySort; readonly onSort: (sort: LibrarySort) => void }) => (
  <thead>
    <tr>
      {COLUMNS.map(({ column, label, className, says }) => {
        const sorted = sort.column === column
        return (
          <th key={column} scope="col" className={className} aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
            <button type="button" title={says} onClick={() => { onSort(nextSort(sort, column)) }}>{label}{sorted ? <Icon of={sort.descending ? ArrowDown : ArrowUp} size={12} /> : null}</button>
          </th>
        )
      })}
      <th scope="col" className="col-acts"><span className="visually-hidden">More</span></th>
    </tr>
  </thead>
)

const Table = ({ filings, sort, onSort }: { readonly filings: readonly FilingSummary[]; readonly sort: LibrarySort; readonly onSort: (sort: LibrarySort) => void }) => (
  <div className="library-scroll" tabIndex={-1}>
    <table className="library-table">
      <Head sort={sort} onSort={onSort} />
      <tbody>{filings.map((filing) => <FilingRow key={filing.id} filing={filing} />)}</tbody>
    </table>
  </div>
)

/** The library as a table; on an empty library, the first steps. */
export const LibraryView = () => {
  const ready = useStore(libraryState, libraryState.select.ready)
  const filings = useStore(libraryState, libraryState.select.filings)
  const trashed = useStore(libraryState, libraryState.select.trashed)
  const [query, setQuery] = useState('')
  const [sort, setSort] = useState(NEWEST_FIRST)
  const [trash, setTrash] = useState(false)
  useEffect(() => { void libraryState.load() }, [])
  const inTrash = trash && trashed.length > 0
  const list = inTrash ? trashed : filings
  const shown = useMemo(() => sortFilings(filterFilings(list, query), sort), [list, query, sort])
  if (!ready) return <main className="library" aria-busy="true" aria-label="Reading the library" />
  if (filings.length === 0 && trashed.length === 0) return <main className="library"><ImportProgress /><ImportOutcomes /><FirstRun /></main>
  return (
    <main className="library">
      <LibraryBar query={query} onQuery={setQuery} shown={shown.length} total={list.length} trash={inTrash} trashed={trashed.length} onTrash={setTrash} />
      <ImportProgress />
      <ImportOutcomes />
      {shown.length > 0
        ? <Table filings={shown} sort={sort} onSort={setSort} />
        : query === ''
          ? <FirstRun />
          : <EmptyState icon={Search} title={`No filing matches “${query}”`} text="The filter looks at titles, companies, forms and file names. To look inside the filings and notes, search all text." acts={<><Button tone="plain" onClick={() => { setQuery('') }}>Clear the filter</Button><Button tone="plain" onClick={() => { searchState.focus(); searchState.setQuery(query) }}>Search all text</Button></>} />}
    </main>
  )
}

const SidebarRow = ({ filing }: { readonly filing: FilingSummary }) => {
  const current = useStore(documentState, (state) => state.open?.filing.id === filing.id)
  return (
    <li>
      <button type="button" className="side-filing" aria-current={current ? 'true' : undefined} title={filing.title} onClick={() => { if (!current) void documentState.openFiling(filing.id) }}>
        <Icon of={FileText} size={14} />
        <span className="side-words">
          <span className="side-title">{filing.title}</span>
          <span className="side-facts truncate">{[filing.company, formWords(filing) || null, filing.filedAt].filter((part) => part !== null).join(' · ') || filing.fileName}</span>
        </span>
        {filing.openQuestions > 0 ? <span className="badge badge-warn" title={`${String(filing.openQuestions)} open questions`}>{filing.openQuestions}</span> : null}
      </button>
    </li>
  )
}

/** The library as a narrow list, the last opened first. */
export const LibrarySidebar = () => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const [query, setQuery] = useState('')
  const shown = useMemo(() => [...filterFilings(filings, query)].sort((a, b) => (b.openedAt ?? b.importedAt).localeCompare(a.openedAt ?? a.importedAt)), [filings, query])
  return (
    <div className="panel" aria-label="Library">
      <div className="panel-bar">
        <TextField label="Filter the library" placeholder="Filter filings" icon={Search} value={query} onChange={(event) => { setQuery(event.target.value) }} />
        <IconButton icon={Plus} size="small" label="Open files" keys="Ctrl+O" onClick={() => { void openFiles() }} />
      </div>
      <ImportProgress />
      <div className="panel-list">
        <ul className="side-filings">{shown.map((filing) => <SidebarRow key={filing.id} filing={filing} />)}</ul>
        {shown.length === 0 ? <p className="side-none">{filings.length === 0 ? 'No filings yet. Open or drop a file.' : 'No filing matches.'}</p> : null}
      </div>
    </div>
  )
}
