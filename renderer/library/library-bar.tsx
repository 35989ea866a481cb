import { ChevronDown, Columns3, Eye, FolderInput, FolderOpen, FolderTree, Group, LayoutGrid, ListChecks, ListOrdered, Search,
  Table } from 'lucide-react'
import { filterHints } from '#model/query-hints'
import { commands } from '../state/commands/commands'
import { documentState } from '../state/document/document'
import { foldersState } from '../state/library/folders'
import { folderPath } from '../state/library/folders-tree'
import { libraryState } from '../state/library/library'
import { libraryViewState, type Listing } from '../state/library/library-view'
import { isFiltered, UNKNOWN, type FilingTrait, type LibraryGroup } from '../state/library/library-list'
import { queueState } from '../state/library/queue'
import { reviewState } from '../state/review/review'
import { searchState } from '../state/search/search'
import { useShallow, useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { workspaceState } from '../state/window/workspace'
import { Button, IconButton } from '../ui/button'
import { TextField } from '../ui/fields'
import { FilterMenu } from '../ui/filter-menu'
import { Hints } from '../ui/hints'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu'
import { COLUMN_ORDER, COLUMN_WORDS, GROUP_WORDS, STATE_WORDS } from './filing-words'
import { leaveFilter } from './use-rows'
import { countWords } from '#model/words'

/** Imports chosen files, into the folder that is shown, and opens the filing where it was one. */
export const openFiles = async (): Promise<void> => {
  const folder = viewState.store.get().screen === 'library' ? libraryViewState.folderShown() : null
  const filingId = await libraryState.choose()
  const made = filingId === null
    ? libraryState.store.get().outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.filingId] : []))
    : [filingId]
  if (folder !== null) await foldersState.put(folder, made)
  if (filingId !== null) await documentState.openFiling(filingId)
}

/** What the place is called that is shown; a folder by the way to it. */
const PlaceName = () => {
  const place = useStore(libraryViewState, libraryViewState.select.place)
  const folders = useStore(foldersState, foldersState.select.folders)
  if (place.kind !== 'folder') return <h1>{{ all: 'All filings', loose: 'Not in a folder', trash: 'Trash' }[place.kind]}</h1>
  const path = folderPath(folders, place.id)
  return (
    <h1 className="place-path truncate" aria-label={path.map(({ name }) => name).join(', in it ')}>
      {path.map((folder, at) => (at === path.length - 1
        ? <span key={folder.id}>{folder.name}</span>
        : (
          <button key={folder.id} type="button" className="place-above"
            onClick={() => libraryViewState.go({ kind: 'folder', id: folder.id })}
          >
            {folder.name} ›
          </button>
        ))
      )}
    </h1>
  )
}

const ImportMenu = () => {
  const folder = libraryViewState.folderShown()
  return (
    <Menu label="Import" align="end" trigger={
      <Button tone="primary" icon={FolderOpen}>
        Import<Icon of={ChevronDown} size={12} />
      </Button>
    }>
      <MenuItem icon={FolderOpen} hint={<Kbd keys={commands.keysOf('open')} />} onSelect={() => void openFiles()}>Open files…</MenuItem>
      <MenuItem icon={FolderInput} hint={<Kbd keys={commands.keysOf('window.import-folder')} />}
        onSelect={() => void queueState.chooseFolder(folder, false)}
      >
        Import a folder…
      </MenuItem>
      <MenuItem icon={FolderTree} onSelect={() => void queueState.chooseFolder(folder, true)}>Import a folder with its folders…</MenuItem>
      <MenuSeparator />
      <MenuItem icon={Eye} onSelect={() =>
        setTimeout(() => {
          commands.run('window.watched')
        })}
      >
        Watched folders…
      </MenuItem>
      <MenuItem icon={ListOrdered} onSelect={() => queueState.setOpen(true)}>Import queue</MenuItem>
    </Menu>
  )
}

const TRAIT_WORDS: Readonly<Record<FilingTrait, string>> = { duplicate: 'Same text as another', described: 'Details by hand',
  question: 'Open question' }

const Filters = ({ listing }: { readonly listing: Listing }) => {
  const filter = useStore(libraryViewState, libraryViewState.select.filter)
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const { counts } = listing
  return (
    <>
      <FilterMenu label="Company" counts={counts.companies} chosen={filter.companies}
        wordsOf={(value) => (value === UNKNOWN ? 'Not known' : value)}
        onChange={(companies) => libraryViewState.setFilter({ companies })} />
      <FilterMenu label="Form" counts={counts.forms} chosen={filter.forms} wordsOf={(value) => (value === UNKNOWN ? 'Not known' : value)}
        onChange={(forms) => libraryViewState.setFilter({ forms })} />
      <FilterMenu label="Tag" counts={counts.tags} chosen={filter.tags} wordsOf={(id) => tags.find((tag) => tag.id === id)?.name ?? id}
        onChange={(chosen) => libraryViewState.setFilter({ tags: chosen })} />
      <FilterMenu label="State" counts={counts.states} chosen={filter.states} wordsOf={(state) => STATE_WORDS[state].words}
        onChange={(states) => libraryViewState.setFilter({ states })} />
      {(Object.keys(TRAIT_WORDS) as readonly FilingTrait[]).filter((trait) => counts.traits.has(trait) || filter.traits.includes(trait))
        .map((trait) => (
          <button
            key={trait}
            type="button"
            className="pill pill-toggle"
            data-on={filter.traits.includes(trait)}
            aria-pressed={filter.traits.includes(trait)}
            onClick={() =>
              libraryViewState.setFilter({ traits: filter.traits.includes(trait)
                ? filter.traits.filter((kept) => kept !== trait)
                : [...filter.traits, trait] })}
          >
            {TRAIT_WORDS[trait]} <span className="numeric">{counts.traits.get(trait) ?? 0}</span>
          </button>
        ))}
      {isFiltered(filter) ? <Button size="small" onClick={libraryViewState.clearFilter}>Clear</Button> : null}
    </>
  )
}

const GroupMenu = () => {
  const group = useStore(libraryViewState, libraryViewState.select.group)
  return (
    <Menu label="Group" align="end" trigger={
      <Button size="small" icon={Group} aria-label={`Group by: ${GROUP_WORDS[group]}`}>
        {group === 'none' ? 'Group' : GROUP_WORDS[group]}
      </Button>
    }>
      {(Object.keys(GROUP_WORDS) as readonly LibraryGroup[]).map((one) => (
        <MenuChoice key={one} checked={one === group} onSelect={() => libraryViewState.setGroup(one)}>{GROUP_WORDS[one]}</MenuChoice>
      ))}
    </Menu>
  )
}

const ColumnMenu = () => {
  const columns = useStore(libraryViewState, libraryViewState.select.columns)
  return (
    <Menu label="Columns" align="end" trigger={<IconButton size="small" icon={Columns3} label="Columns" />}>
      <MenuLabel>Columns</MenuLabel>
      {COLUMN_ORDER.map((column) => (
        <MenuChoice key={column} checked={columns.includes(column)} onSelect={() => libraryViewState.toggleColumn(column, COLUMN_ORDER)}>
          {COLUMN_WORDS[column].says ?? COLUMN_WORDS[column].label}
        </MenuChoice>
      ))}
    </Menu>
  )
}

/** How many filings are listed, of how many in the place. */
const Count = ({ shown, all }: { readonly shown: number; readonly all: number }) => (
  <span className="library-count numeric" role="status">
    {shown === all
      ? countWords(all, 'filing')
      : `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`}
  </span>
)

/** The head of the library: what is shown, the ways to bring filings in, filters with live counts, and how the list is set. */
export const LibraryBar = ({ listing }: { readonly listing: Listing }) => {
  const query = useStore(libraryViewState, libraryViewState.select.query)
  const { mode, place } = useShallow(libraryViewState, ({ mode, place }) => ({ mode, place }))
  return (
    <header className="library-head">
      <div className="library-bar">
        <PlaceName />
        <Count shown={listing.filings.length} all={listing.all} />
        <span className="grow" />
        <Button icon={Search} onClick={() => {
          searchState.within(libraryViewState.folderShown())
          searchState.focus()
        }}>
          {place.kind === 'folder' ? 'Search in this folder' : 'Search all text'}
        </Button>
        {place.kind === 'trash'
          ? null
          : <Button tone="plain" icon={ListChecks} onClick={() => reviewState.open(libraryViewState.folderShown())}>Review</Button>}
        <ImportMenu />
      </div>
      <div className="library-tools" role="toolbar" aria-label="Filter and arrange">
        <div className="library-filter">
          <TextField label="Filter the library" placeholder="Filter by title, company, form" icon={Search} value={query}
            onChange={(event) => libraryViewState.setQuery(event.target.value)} onKeyDown={(event) => leaveFilter(event, listing)} />
        </div>
        <Filters listing={listing} />
        <span className="grow" />
        <GroupMenu />
        {mode === 'table' ? <ColumnMenu /> : null}
        <IconButton size="small" icon={Table} label="As a table" aria-pressed={mode === 'table'}
          onClick={() => libraryViewState.setMode('table')} />
        <IconButton size="small" icon={LayoutGrid} label="As cards" aria-pressed={mode === 'cards'}
          onClick={() => libraryViewState.setMode('cards')} />
      </div>
      <Hints hints={filterHints(query)} />
    </header>
  )
}
