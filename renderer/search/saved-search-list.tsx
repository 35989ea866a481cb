import { BookmarkCheck, MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { SavedSearch } from '#contract/search'
import { foldersState } from '../state/library/folders'
import { savedSearchesState } from '../state/search/saved-searches'
import { useStore } from '../state/window/use-store'
import { IconButton } from '../ui/button'
import { TextField } from '../ui/fields'
import { Icon } from '../ui/icon'
import { Menu, MenuItem } from '../ui/menu'

const Renaming = ({ search, onDone }: { readonly search: SavedSearch; readonly onDone: () => void }) => {
  const [name, setName] = useState(search.name)
  const keep = async (): Promise<void> => {
    if (name.trim() === search.name || name.trim() === '' || await savedSearchesState.rename(search, name.trim())) onDone()
  }
  return (
    <TextField
      label={`Name of the saved search ${search.name}`}
      value={name}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={onDone}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void keep()
        else if (event.key === 'Escape') onDone()
        else return
        event.stopPropagation()
      }}
    />
  )
}

const Entry = ({ search }: { readonly search: SavedSearch }) => {
  const [renaming, setRenaming] = useState(false)
  const folder = useStore(foldersState, (state) => state.folders.find(({ id }) => id === search.folderId)?.name)
  if (renaming)
    return (
      <li className="saved-search">
        <Renaming search={search} onDone={() => setRenaming(false)} />
      </li>
    )
  return (
    <li className="saved-search">
      <button type="button" className="saved-search-open" title={search.query} onClick={() => savedSearchesState.open(search)}>
        <Icon of={BookmarkCheck} size={14} />
        <span className="truncate">{search.name}</span>
        {folder === undefined ? null : <span className="saved-search-folder truncate">in {folder}</span>}
      </button>
      <Menu label={`Acts on ${search.name}`} align="end"
        trigger={<IconButton icon={MoreHorizontal} size="small" label={`Acts on the saved search ${search.name}`} />}
      >
        <MenuItem onSelect={() => setRenaming(true)}>Rename</MenuItem>
        <MenuItem onSelect={() => void savedSearchesState.forget(search.id)}>Forget</MenuItem>
      </Menu>
    </li>
  )
}

/** The searches that are kept by name; nothing where there are none. */
export const SavedSearchList = () => {
  const searches = useStore(savedSearchesState, savedSearchesState.select.searches)
  if (searches.length === 0) return null
  return (
    <div className="saved-searches" role="group" aria-label="Saved searches">
      <h2>Saved searches</h2>
      <ul>{searches.map((search) => <Entry key={search.id} search={search} />)}</ul>
    </div>
  )
}
