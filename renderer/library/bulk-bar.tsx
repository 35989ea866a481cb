import { ArchiveRestore, FolderInput, FolderMinus, GitCompareArrows, Pencil, Table, Trash2, X } from 'lucide-react'
import { useEffect } from 'react'
import type { FilingSummary } from '#contract/library'
import { commands } from '../state/commands/commands'
import { foldersState } from '../state/library/folders'
import { libraryActs } from '../state/library/library-acts'
import { compareTwo } from '../state/commands/library-commands'
import { libraryViewState, type Listing } from '../state/library/library-view'
import { useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'

/** Gives the focus back to the list when the bar goes away under the button that was pressed. */
const useReturn = (): void => {
  useEffect(() => () => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('.library-grid, .library-cards')?.focus({ preventScroll: true })
  }, [])
}

const Bar = ({ filings }: { readonly filings: readonly FilingSummary[] }) => {
  const place = useStore(libraryViewState, libraryViewState.select.place)
  useReturn()
  const ids = filings.map(({ id }) => id)
  const folder = place.kind === 'folder' ? place.id : null
  return (
    <div className="bulk-bar" role="toolbar" aria-label="Selected filings">
      <span className="bulk-count numeric">{filings.length} selected</span>
      {place.kind === 'trash'
        ? <Button size="small" icon={ArchiveRestore} onClick={() => void libraryActs.setTrashed(ids, false)}>Restore</Button>
        : (
          <>
            <Button size="small" icon={FolderInput} onClick={() => commands.run('window.move-to-folder')}>Move to folder…</Button>
            {folder === null
              ? null
              : <Button size="small" icon={FolderMinus} onClick={() => void foldersState.take(folder, ids, null)}>Take out</Button>}
            <Button size="small" icon={Pencil} onClick={() => commands.run('window.describe')}>Edit details…</Button>
            {filings.length === 2
              ? <Button size="small" icon={GitCompareArrows} onClick={() => void compareTwo(filings)}>Compare</Button>
              : null}
            <IconButton size="small" icon={Table} label="Copy as a CSV list" onClick={() => void libraryActs.copyList(filings)} />
            <IconButton size="small" icon={Trash2} label="Move to the trash" keys="Delete"
              onClick={() => void libraryActs.setTrashed(ids, true)} />
          </>
        )}
      <IconButton size="small" icon={X} label="Select none" keys="Escape" onClick={libraryViewState.selectNone} />
    </div>
  )
}

/** What can be done with the selected filings, over the foot of the list while any are selected. */
export const BulkBar = ({ listing }: { readonly listing: Listing }) => {
  const selected = useStore(libraryViewState, libraryViewState.select.selected)
  const filings = listing.filings.filter(({ id }) => selected.has(id))
  return filings.length === 0 ? null : <Bar filings={filings} />
}
