import { Command as Cmdk, defaultFilter } from 'cmdk'
import { FolderClosed, FolderPlus, House } from 'lucide-react'
import { useState } from 'react'
import type { FolderId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { documentState } from '../state/document/document'
import { foldersState } from '../state/library/folders'
import { folderWords, takesDrop, type Dragged } from '../state/library/folders-tree'
import { libraryViewState } from '../state/library/library-view'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Dialog } from '../ui/dialog'
import { Switch } from '../ui/fields'
import { Icon } from '../ui/icon'

/** The filings a dialog is about: those chosen in the library, or the one that is read. */
export const filingsMeant = (): readonly FilingSummary[] => {
  const { open } = documentState.store.get()
  if (viewState.store.get().screen === 'library') return libraryViewState.chosen()
  return open ? [open.filing] : []
}

const close = (): void => {
  viewState.closeDialog()
  foldersState.setMoving(null)
}

const go = (dragged: Dragged, into: FolderId | null, keepIn: boolean): void => {
  const from = viewState.store.get().screen === 'library' ? libraryViewState.folderShown() : null
  close()
  if (dragged.kind === 'folder') void foldersState.move(dragged.id, into, null)
  else if (into !== null && from !== null && !keepIn) void foldersState.take(from, dragged.ids, into)
  else if (into !== null) void foldersState.put(into, dragged.ids)
}

const goToNew = async (dragged: Dragged, name: string, keepIn: boolean): Promise<void> => {
  const made = await foldersState.add(null, name)
  if (made !== null) go(dragged, made, keepIn)
}

/** What the value of the line begins with that makes a new folder, and its likeness to what is typed: it comes after every folder that is there. */
const NEW = 'New folder: '
const LEAST = 0.0001

/** The folders that take what is moved, by typing a part of their name; a name that none has makes a new folder. */
const Choices = ({ dragged, keepIn }: { readonly dragged: Dragged; readonly keepIn: boolean }) => {
  const folders = useStore(foldersState, foldersState.select.folders)
  const [query, setQuery] = useState('')
  const able = folders.filter(({ id }) => takesDrop(folders, dragged, id)).map(({ id }) => ({ id, words: folderWords(folders, id) })).sort((
    a,
    b
  ) => a.words.localeCompare(b.words))
  const wanted = query.trim()
  const isNew = wanted !== '' && !folders.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  return (
    <Cmdk label="Move to folder" className="cmdk" loop
      filter={(value, search, keywords) => (value.startsWith(NEW) ? LEAST : defaultFilter(value, search, keywords))}
    >
      <Cmdk.Input data-autofocus="" className="cmdk-input" placeholder="Type the name of a folder" value={query} onValueChange={setQuery} />
      <Cmdk.List className="cmdk-list" label="Folders">
        <Cmdk.Empty className="cmdk-empty">
          {dragged.kind === 'folder' ? 'No folder of that name takes it.' : 'Type a name to make the first folder.'}
        </Cmdk.Empty>
        {dragged.kind === 'folder' && takesDrop(folders, dragged, null)
          ? (
            <Cmdk.Item className="menu-item" value="Top level" onSelect={() => go(dragged, null, keepIn)}>
              <Icon of={House} />
              <span className="menu-item-label">The top of the tree</span>
            </Cmdk.Item>
          )
          : null}
        {able.map(({ id, words }) => (
          <Cmdk.Item key={id} className="menu-item" value={`${words} ${id}`} keywords={[words]} onSelect={() => go(dragged, id, keepIn)}>
            <Icon of={FolderClosed} />
            <span className="menu-item-label truncate">{words}</span>
          </Cmdk.Item>
        ))}
        {isNew && dragged.kind === 'filings'
          ? (
            <Cmdk.Item className="menu-item" forceMount value={`${NEW}${wanted}`} onSelect={() => void goToNew(dragged, wanted, keepIn)}>
              <Icon of={FolderPlus} />
              <span className="menu-item-label truncate">New folder “{wanted}”</span>
            </Cmdk.Item>
          )
          : null}
      </Cmdk.List>
    </Cmdk>
  )
}

const Content = () => {
  const moving = useStore(foldersState, foldersState.select.moving)
  const folders = useStore(foldersState, foldersState.select.folders)
  const [filings] = useState(filingsMeant)
  const [keepIn, setKeepIn] = useState(false)
  // The folder that is shown when the dialog opens is the one that filings are taken from.
  const [from] = useState(() => viewState.store.get().screen === 'library' ? libraryViewState.folderShown() : null)
  const dragged: Dragged = moving === null ? { kind: 'filings', ids: filings.map(({ id }) => id) } : { kind: 'folder', id: moving }
  const [only] = filings
  const what = moving !== null
    ? `Folder “${folderWords(folders, moving)}”`
    : filings.length === 1 && only
    ? only.title
    : `${String(filings.length)} filings`
  return (
    <>
      <p className="move-what truncate">{what}</p>
      <Choices dragged={dragged} keepIn={keepIn} />
      {moving === null && from !== null
        ? (
          <div className="move-keep">
            <Switch label={`Keep in “${folderWords(folders, from)}” too`} checked={keepIn} onChange={setKeepIn} />
          </div>
        )
        : null}
    </>
  )
}

/** Asks into which folder filings, or a folder, are to go. */
export const MoveDialog = () => {
  const open = useStore(viewState, (state) => state.dialog === 'move-to-folder')
  return (
    <Dialog open={open} onClose={close} title="Move to folder" hideTitle place="top">
      <Content />
    </Dialog>
  )
}
