import { BookmarkPlus, ChevronDown, Folder, Library, X } from 'lucide-react'
import { useState } from 'react'
import { documentState } from '../state/document/document'
import { foldersState } from '../state/library/folders'
import { folderRows } from '../state/library/folders-tree'
import { savedSearchesState } from '../state/search/saved-searches'
import { searchState } from '../state/search/search'
import { useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { TextField } from '../ui/fields'
import { Menu, MenuChoice, MenuLabel } from '../ui/menu'
import { Popover } from '../ui/popover'

/** Where the search looks: the library, a folder with those below it, or the open filing. */
export const SearchScope = () => {
  const folders = useStore(foldersState, (state) => state.folders)
  const folderId = useStore(searchState, searchState.select.folderId)
  const filing = useStore(searchState, searchState.select.filing)
  const open = useStore(documentState, documentState.select.open)
  const name = filing?.title ?? folders.find(({ id }) => id === folderId)?.name ?? 'All filings'
  const rows = folderRows(folders, folders.map(({ id }) => id))
  return (
    <Menu label="Where to search"
      trigger={
        <Button tone="plain" icon={folderId === null ? Library : Folder} className="search-scope" aria-label={`Search in: ${name}`}>
          <span className="truncate">{name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <MenuChoice checked={folderId === null && filing === null} onSelect={() => searchState.within(null)}>All filings</MenuChoice>
      {open
        ? (
          <MenuChoice checked={filing?.id === open.filing.id}
            onSelect={() => searchState.within(null, { id: open.filing.id, title: open.filing.title })}
          >
            The open filing
          </MenuChoice>
        )
        : null}
      {rows.length > 0 ? <MenuLabel>Folders, with those below</MenuLabel> : null}
      {rows.map(({ folder, level }) => (
        <MenuChoice key={folder.id} checked={folder.id === folderId && filing === null} onSelect={() => searchState.within(folder.id)}>
          <span style={{ paddingLeft: (level - 1) * 12 }}>{folder.name}</span>
        </MenuChoice>
      ))}
    </Menu>
  )
}

/** Keeps the search by a name. */
export const SaveSearch = () => {
  const query = useStore(searchState, searchState.select.query)
  const [name, setName] = useState('')
  const [open, setOpen] = useState(false)
  const keep = async (): Promise<void> => {
    if (!await savedSearchesState.save((name.trim() || query.trim()).slice(0, 200))) return
    setOpen(false)
    setName('')
  }
  return (
    <Popover label="Save this search" open={open} onOpenChange={setOpen}
      trigger={<Button icon={BookmarkPlus} disabled={query.trim() === ''}>Save</Button>}
    >
      <form className="search-save" onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}>
        <TextField label="Name of the search" placeholder={query} value={name} onChange={(event) => setName(event.target.value)} />
        <Button tone="primary" type="submit">Save search</Button>
      </form>
    </Popover>
  )
}

/** The sentence whose likes are shown, and the way back to the words. */
export const SimilarHead = () => {
  const similarTo = useStore(searchState, searchState.select.similarTo)
  if (!similarTo) return null
  return (
    <div className="similar-head">
      <span>Sentences like</span>
      <q className="similar-text">{similarTo.text}</q>
      <Button size="small" icon={X} onClick={searchState.leaveSimilar}>Back to words</Button>
    </div>
  )
}
