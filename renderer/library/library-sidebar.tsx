import { commands } from '../state/commands/commands'
import { Eye, FileText, FolderPlus, Inbox, Library, ListChecks, PackageOpen, Plus, Search, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { FilingSummary } from '#contract/library'
import { countWords } from '#model/words'
import { documentState } from '../state/document/document'
import { foldersState } from '../state/library/folders'
import { libraryState } from '../state/library/library'
import { filterFilings, formWords, type LibraryPlace } from '../state/library/library-list'
import { libraryViewState } from '../state/library/library-view'
import { setAsideState } from '../state/review/set-aside'
import { reviewState } from '../state/review/review'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { countFiles, watchedState } from '../state/library/watched-folders'
import { IconButton } from '../ui/button'
import { TextField } from '../ui/fields'
import { useDateWords } from '../ui/date-text'
import { FactsLine } from '../ui/facts-line'
import { Icon } from '../ui/icon'
import { pressList } from '../ui/list-keys'
import { FolderTree } from './folder-tree'
import { openFiles } from './library-bar'

const FilingLine = ({ filing }: { readonly filing: FilingSummary }) => {
  const current = useStore(documentState, (state) => state.open?.filing.id === filing.id)
  const reading = useStore(viewState, (state) => state.screen === 'reader')
  const { short } = useDateWords()
  return (
    <li>
      <button type="button" className="side-filing" aria-current={current ? 'true' : undefined} title={filing.title} onClick={() => {
        if (!current || !reading) void documentState.openFiling(filing.id)
      }}>
        <Icon of={FileText} size={14} />
        <span className="side-words">
          <span className="side-title">{filing.title}</span>
          <FactsLine className="side-facts" who={filing.company} otherwise={filing.fileName}
            rest={[formWords(filing), filing.filedAt === null ? null : short(filing.filedAt)]} />
        </span>
        {filing.openQuestions > 0
          ? <span className="badge badge-warn" title={countWords(filing.openQuestions, 'open question')}>{filing.openQuestions}</span>
          : null}
      </button>
    </li>
  )
}

interface LineProps {
  readonly icon: LucideIcon
  readonly words: string
  readonly count?: number
  readonly warn?: string
  readonly current?: boolean
  readonly onGo: () => void
}

const Line = ({ icon, words, count = 0, warn = '', current = false, onGo }: LineProps) => (
  <li>
    <button type="button" className="place-line" aria-current={current ? 'page' : undefined} onClick={onGo}>
      <Icon of={icon} size={14} />
      <span className="place-name truncate">{words}</span>
      {warn === '' ? null : <span className="badge badge-warn">{warn}</span>}
      <span className="place-count numeric">{count === 0 ? '' : count.toLocaleString('en')}</span>
    </button>
  </li>
)

const same = (a: LibraryPlace, kind: LibraryPlace['kind']): boolean => a.kind === kind

/** What the watched folders need the reader for, in words; empty where all is well. */
const useWatchWarning = (): string => {
  const watched = useStore(watchedState, watchedState.select.watched)
  const missing = watched.filter(({ state }) => state === 'missing').length
  const { failed, changed } = countFiles(watched)
  if (missing > 0) return `${String(missing)} missing`
  if (failed > 0) return `${String(failed)} failed`
  return changed > 0 ? `${String(changed)} changed` : ''
}

const Places = () => {
  const place = useStore(libraryViewState, libraryViewState.select.place)
  const screen = useStore(viewState, viewState.select.screen)
  const filings = useStore(libraryState, libraryState.select.filings)
  const trashed = useStore(libraryState, (state) => state.trashed.length)
  const watched = useStore(watchedState, (state) => state.watched.length)
  const warning = useWatchWarning()
  const setAside = useStore(setAsideState, (state) => state.items.length)
  const loose = useMemo(() => filings.filter((filing) => filing.folders.length === 0).length, [filings])
  const here = screen === 'library'
  return (
    <ul className="places" aria-label="Places">
      <Line icon={Library} words="All filings" count={filings.length} current={here && same(place, 'all')}
        onGo={() => libraryViewState.go({ kind: 'all' })} />
      <Line icon={Inbox} words="Not in a folder" count={loose} current={here && same(place, 'loose')}
        onGo={() => libraryViewState.go({ kind: 'loose' })} />
      <Line icon={ListChecks} words="Review" current={screen === 'review'}
        onGo={() => reviewState.open(reviewState.store.get().folderId)} />
      <Line icon={Eye} words="Watched folders" count={watched} warn={warning} onGo={() => viewState.openDialog('watched')} />
      {setAside === 0
        ? null
        : <Line icon={PackageOpen} words="Set aside" count={setAside} onGo={() => viewState.openDialog('set-aside')} />}
      <Line icon={Trash2} words="Trash" count={trashed} current={here && same(place, 'trash')}
        onGo={() => libraryViewState.go({ kind: 'trash' })} />
    </ul>
  )
}

/** A titled part of the pane, with at most one button beside its title. */
const Part = ({ title, act, children }: { readonly title: string; readonly act?: ReactNode; readonly children: ReactNode }) => (
  <section className="side-part" aria-label={title}>
    <div className="side-part-head">
      <h2>{title}</h2>
      {act}
    </div>
    {children}
  </section>
)

const Folders = () => {
  const none = useStore(foldersState, (state) => state.ready && state.folders.length === 0)
  return (
    <Part title="Folders"
      act={
        <IconButton size="small" icon={FolderPlus} label="New folder" keys={commands.keysOf('window.new-folder')}
          onClick={() => void foldersState.add(null)} />
      }
    >
      {none
        ? <p className="side-hint">A folder for each deal keeps its filings together, and shows what is left to read.</p>
        : <FolderTree />}
    </Part>
  )
}

/** How many of the filings read last are listed. */
const MOST_RECENT = 6

const Recent = () => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const recent = useMemo(
    () =>
      filings.filter(({ openedAt }) => openedAt !== null).toSorted((a, b) => (b.openedAt ?? '').localeCompare(a.openedAt ?? '')).slice(0,
        MOST_RECENT),
    [filings]
  )
  if (recent.length === 0) return null
  return (
    <Part title="Read last">
      <ul>{recent.map((filing) => <FilingLine key={filing.id} filing={filing} />)}</ul>
    </Part>
  )
}

/** How many filings a search of the pane lists; the library has the rest. */
const MOST_FOUND = 100

const Found = ({ query }: { readonly query: string }) => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const found = useMemo(() => filterFilings(filings, query), [filings, query])
  if (found.length === 0) return <p className="side-none">No filing matches.</p>
  return (
    <ul className="side-filings" aria-label="Filings found">
      {found.slice(0, MOST_FOUND).map((filing) => <FilingLine key={filing.id} filing={filing} />)}
      {found.length > MOST_FOUND ? <li className="side-none">{found.length - MOST_FOUND} more in the library</li> : null}
    </ul>
  )
}

/** The places of the library, its deal folders, and the filings read last; while words are typed, the filings that hold them. `searches` is the list of saved searches, which belongs to another room. */
export const LibrarySidebar = ({ searches }: { readonly searches: ReactNode }) => {
  const [query, setQuery] = useState('')
  return (
    <div className="panel" aria-label="Library" onKeyDown={(event) => {
      if (event.key !== 'Enter') pressList(event, '.side-filing')
    }}>
      <div className="panel-bar">
        <TextField label="Find a filing" placeholder="Find a filing" icon={Search} value={query}
          onChange={(event) => setQuery(event.target.value)} onKeyDown={(event) => {
          const [first] = query.trim() === '' ? [] : filterFilings(libraryState.store.get().filings, query)
          if (event.key === 'Enter' && first) void documentState.openFiling(first.id)
        }} />
        <IconButton icon={Plus} size="small" label="Open files" keys={commands.keysOf('open')} onClick={() => void openFiles()} />
      </div>
      <div className="panel-list">
        {query.trim() === ''
          ? (
            <>
              <Places />
              <Folders />
              {searches}
              <Recent />
            </>
          )
          : <Found query={query} />}
      </div>
    </div>
  )
}
