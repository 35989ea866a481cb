import { FolderOpen, Search, Trash2 } from 'lucide-react'
import { documentState } from '../state/document'
import { libraryState } from '../state/library'
import { searchState } from '../state/search'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'

/** Imports chosen files and opens the filing where it was one. */
export const openFiles = async (): Promise<void> => {
  const filingId = await libraryState.choose()
  if (filingId !== null) await documentState.openFiling(filingId)
}

/** What the head of the library takes. */
export interface LibraryBarProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly shown: number
  readonly total: number
  readonly trash: boolean
  readonly trashed: number
  readonly onTrash: (trash: boolean) => void
}

/** The head of the library: what is shown, a filter, and the ways to bring filings in. */
export const LibraryBar = ({ query, onQuery, shown, total, trash, trashed, onTrash }: LibraryBarProps) => (
  <header className="library-bar">
    <h1>{trash ? 'Trash' : 'Library'}</h1>
    <span className="library-count numeric" aria-live="polite">{shown === total ? `${String(total)} ${total === 1 ? 'filing' : 'filings'}` : `${String(shown)} of ${String(total)}`}</span>
    <span className="grow" />
    <div className="library-filter"><TextField label="Filter the library" placeholder="Filter by title, company, form" icon={Search} value={query} onChange={(event) => { onQuery(event.target.value) }} /></div>
    {trashed > 0 || trash ? <Button icon={Trash2} aria-pressed={trash} onClick={() => { onTrash(!trash) }}>Trash{trashed > 0 ? <span className="badge">{trashed}</span> : null}</Button> : null}
    <Button tone="plain" onClick={searchState.focus}>Search all text</Button>
    <Button tone="primary" icon={FolderOpen} onClick={() => { void openFiles() }}>Open files…</Button>
  </header>
)
