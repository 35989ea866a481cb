import { FolderOpen, FolderPlus, Search, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { FilingSummary } from '#contract/library'
import { foldersState } from '../state/library/folders'
import { libraryState } from '../state/library/library'
import { isFiltered } from '../state/library/library-list'
import { libraryViewState, type Listing } from '../state/library/library-view'
import { queueState } from '../state/library/queue'
import { searchState } from '../state/search/search'
import { useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { BulkBar } from './bulk-bar'
import { FilingMenu } from './filing-acts'
import { FilingCards } from './filing-cards'
import { FilingGrid } from './filing-grid'
import { FirstRun } from './first-run'
import { ImportOutcomes } from './import-outcomes'
import { LibraryBar } from './library-bar'

export { LibrarySidebar } from './library-sidebar'

/** What the list shows now, drawn again when anything it depends on changes. */
const useListing = (): Listing => {
  useStore(libraryState, libraryState.select.filings)
  useStore(libraryState, libraryState.select.trashed)
  useStore(foldersState, foldersState.select.folders)
  useStore(libraryViewState, (state) => state.place)
  useStore(libraryViewState, (state) => state.query)
  useStore(libraryViewState, (state) => state.filter)
  useStore(libraryViewState, (state) => state.sort)
  useStore(libraryViewState, (state) => state.group)
  useStore(libraryViewState, (state) => state.folded)
  return libraryViewState.listing()
}

/** What a place shows that holds nothing, or nothing that passes the filters. */
const Nothing = ({ listing }: { readonly listing: Listing }) => {
  const place = useStore(libraryViewState, libraryViewState.select.place)
  const query = useStore(libraryViewState, libraryViewState.select.query)
  const filter = useStore(libraryViewState, libraryViewState.select.filter)
  if (listing.all > 0) {
    const title = query === '' ? 'No filing passes the filters' : `No filing matches “${query}”`
    return (
      <EmptyState
        icon={Search}
        title={title}
        text="The filter looks at titles, companies, forms and file names. To look inside the filings and notes, search all text."
        acts={
          <>
            <Button tone="plain" onClick={libraryViewState.clearFilter}>
              {query !== '' || !isFiltered(filter) ? 'Clear the filter' : 'Clear the filters'}
            </Button>
            {query === '' ? null : (
              <Button tone="plain" onClick={() => {
                searchState.focus()
                searchState.setQuery(query)
              }}>
                Search all text
              </Button>
            )}
          </>
        }
      />
    )
  }
  if (place.kind === 'trash')
    return (
      <EmptyState icon={Trash2} title="The trash is empty"
        text="A filing you move to the trash waits here with all its notes, and can be restored." />
    )
  if (place.kind === 'loose')
    return (
      <EmptyState icon={FolderOpen} title="Every filing stands in a folder"
        text="What you import without choosing a folder comes here first." />
    )
  if (place.kind !== 'folder') return <FirstRun />
  return (
    <EmptyState
      icon={FolderPlus}
      title="This folder is empty"
      text="Drag filings onto its name in the left pane, choose “Move to folder…” on filings of the library, or import a folder of the disk straight into it. A filing may stand in several folders."
      acts={
        <>
          <Button tone="plain" onClick={() => libraryViewState.go({ kind: 'all' })}>Choose from all filings</Button>
          <Button tone="plain" onClick={() => void queueState.chooseFolder(place.id, false)}>Import a folder…</Button>
        </>
      }
    />
  )
}

/** Where the menu of the chosen filings stands, in CSS pixels. */
interface MenuPlace {
  readonly x: number
  readonly y: number
}

/** The library as a table or as cards; on an empty library, the first steps. */
export const LibraryView = () => {
  const ready = useStore(libraryState, libraryState.select.ready)
  const empty = useStore(libraryState, (state) => state.filings.length + state.trashed.length === 0)
  const folders = useStore(foldersState, (state) => state.folders.length)
  const mode = useStore(libraryViewState, libraryViewState.select.mode)
  const listing = useListing()
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  // At the start the list is being read already; later, what was done meanwhile has changed its counts.
  useEffect(() => {
    if (libraryState.store.get().ready) void libraryState.load()
  }, [])
  useEffect(() => {
    libraryViewState.settle()
  }, [folders])
  const ask = useCallback((filing: FilingSummary, x: number, y: number) => {
    const chosen = libraryViewState.store.get().selected.has(filing.id)
    const row = libraryViewState.listing().rows.find((one) => one.kind === 'filing' && one.filing.id === filing.id)
    if (!chosen && row) libraryViewState.take(row.key, 'only')
    setMenu({ x, y })
  }, [])
  if (!ready) return <main className="library" aria-busy="true" aria-label="Reading the library" />
  if (empty && folders === 0)
    return (
      <main className="library">
        <ImportOutcomes />
        <FirstRun />
      </main>
    )
  return (
    <main className="library" aria-label="Library">
      <LibraryBar listing={listing} />
      <ImportOutcomes />
      {listing.filings.length === 0
        ? <Nothing listing={listing} />
        : mode === 'table'
        ? <FilingGrid listing={listing} onMenu={ask} />
        : <FilingCards listing={listing} onMenu={ask} />}
      <BulkBar listing={listing} />
      {menu ? <FilingMenu key={`${String(menu.x)} ${String(menu.y)}`} {...menu} onClose={() => setMenu(null)} /> : null}
    </main>
  )
}
