import { ArchiveRestore, Columns2, Copy, FileText, FolderInput, FolderMinus, GitCompareArrows, History, ListChecks, Pencil, Table,
  Trash2 } from 'lucide-react'
import type { FilingSummary } from '#contract/library'
import { copyText } from '../state/window/clipboard'
import { activityState } from '../state/review/activity'
import { commands } from '../state/commands/commands'
import { compareState } from '../state/compare/compare'
import { documentState } from '../state/document/document'
import { foldersState } from '../state/library/folders'
import { libraryActs } from '../state/library/library-acts'
import { compareTwo } from '../state/commands/library-commands'
import { libraryViewState } from '../state/library/library-view'
import { reviewState } from '../state/review/review'
import { useStore } from '../state/window/use-store'
import { Kbd } from '../ui/kbd'
import { MenuAt, MenuItem, MenuSeparator } from '../ui/menu'

const idsOf = (filings: readonly FilingSummary[]): readonly string[] => filings.map(({ id }) => id)

const ForOne = ({ filing }: { readonly filing: FilingSummary }) => (
  <>
    <MenuItem icon={FileText} onSelect={() => void documentState.openFiling(filing.id)}>Open</MenuItem>
    <MenuItem icon={Columns2} hint={<Kbd keys="Shift+Enter" />} onSelect={() => void documentState.openBeside(filing.id)}>
      Open beside what is read
    </MenuItem>
    <MenuItem icon={ListChecks} onSelect={() => void reviewState.begin(null, filing.id)}>Step through what is left</MenuItem>
    <MenuItem icon={GitCompareArrows} onSelect={() => void compareState.begin(filing.id)}>Compare with…</MenuItem>
    <MenuItem icon={History} onSelect={() => activityState.open({ filingId: filing.id, entityId: null }, filing.title)}>History</MenuItem>
    <MenuSeparator />
  </>
)

const Copies = ({ filing }: { readonly filing: FilingSummary }) => (
  <>
    <MenuItem icon={Copy} onSelect={() => void copyText(filing.sha256, 'SHA-256 copied.')}>Copy SHA-256</MenuItem>
    {filing.accession === null
      ? null
      : (
        <MenuItem icon={Copy} onSelect={() => void copyText(filing.accession ?? '', 'Accession number copied.')}>
          Copy accession number
        </MenuItem>
      )}
  </>
)

const Acts = ({ filings }: { readonly filings: readonly FilingSummary[] }) => {
  const place = useStore(libraryViewState, libraryViewState.select.place)
  const [only] = filings
  const folder = place.kind === 'folder' ? place.id : null
  if (place.kind === 'trash')
    return <MenuItem icon={ArchiveRestore} onSelect={() => void libraryActs.setTrashed(idsOf(filings), false)}>Restore</MenuItem>
  return (
    <>
      {only && filings.length === 1 ? <ForOne filing={only} /> : null}
      {filings.length === 2 ? <MenuItem icon={GitCompareArrows} onSelect={() => void compareTwo(filings)}>Compare the two</MenuItem> : null}
      <MenuItem icon={FolderInput} hint={<Kbd keys={commands.keysOf('window.move-to-folder')} />} onSelect={() =>
        setTimeout(() => {
          commands.run('window.move-to-folder')
        })}
      >
        Move to folder…
      </MenuItem>
      {folder === null
        ? null
        : (
          <MenuItem icon={FolderMinus} onSelect={() => void foldersState.take(folder, idsOf(filings), null)}>
            Take out of this folder
          </MenuItem>
        )}
      <MenuItem icon={Pencil} hint={<Kbd keys={commands.keysOf('window.describe')} />} onSelect={() =>
        setTimeout(() => {
          commands.run('window.describe')
        })}
      >
        Edit details…
      </MenuItem>
      <MenuSeparator />
      {only && filings.length === 1 ? <Copies filing={only} /> : null}
      <MenuItem icon={Table} onSelect={() => void libraryActs.copyList(filings)}>Copy as a CSV list</MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => void libraryActs.setTrashed(idsOf(filings), true)}>Move to the trash</MenuItem>
    </>
  )
}

/** The acts on the chosen filings, at a point of the window in CSS pixels. */
export const FilingMenu = ({ x, y, onClose }: { readonly x: number; readonly y: number; readonly onClose: () => void }) => (
  <MenuAt x={x} y={y} label="Filing" onClose={onClose}>
    <Acts filings={libraryViewState.chosen()} />
  </MenuAt>
)
