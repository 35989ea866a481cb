import { CircleAlert, CircleCheck, CircleDot, CircleSlash, Eye, FolderClosed, FolderX, GitCompareArrows, Link2, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { WatchedFile, WatchedFolder } from '#contract/folder'
import { compareState } from '../state/compare/compare'
import { documentState } from '../state/document/document'
import { foldersState } from '../state/library/folders'
import { folderWords } from '../state/library/folders-tree'
import { useStore } from '../state/window/use-store'
import { versionsState } from '../state/compare/versions'
import { viewState } from '../state/window/view'
import { countFiles, watchedState } from '../state/library/watched-folders'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { Select } from '../ui/fields'
import { Icon } from '../ui/icon'
import { nameOf } from './file-name'

const FILE_STATES: Readonly<Record<WatchedFile['state'], { readonly words: string; readonly icon: LucideIcon }>> = {
  imported: { words: 'In the library', icon: CircleCheck },
  changed: { words: 'Changed since; imported anew', icon: CircleDot },
  gone: { words: 'Gone from the disk; kept here', icon: CircleSlash },
  failed: { words: 'Not imported', icon: CircleAlert }
}

/** Compares a changed file with what it was before. */
const compareWith = async (earlierId: string, filingId: string): Promise<void> => {
  await compareState.begin(earlierId)
  await compareState.choose('right', filingId)
}

const FileLine = ({ file }: { readonly file: WatchedFile }) => {
  const { words, icon } = FILE_STATES[file.state]
  const { filingId, earlierId } = file
  return (
    <li className="file-line" data-state={file.state}>
      <Icon of={icon} size={14} />
      {filingId === null
        ? <span className="file-name truncate" title={file.path}>{nameOf(file.path)}</span>
        : (
          <button type="button" className="file-name truncate" title={file.path} onClick={() => {
            viewState.closeDialog()
            void documentState.openFiling(filingId)
          }}>
            {nameOf(file.path)}
          </button>
        )}
      <span className="file-words">{file.failure ?? words}</span>
      {filingId === null || earlierId === null
        ? null
        : (
          <IconButton size="small" icon={GitCompareArrows} label={`Compare ${nameOf(file.path)} with what it was`} onClick={() => {
            viewState.closeDialog()
            void compareWith(earlierId, filingId)
          }} />
        )}
      {filingId === null || earlierId === null
        ? null
        : (
          <IconButton size="small" icon={Link2} label={`Link ${nameOf(file.path)} as a later version`}
            onClick={() => void versionsState.link(earlierId, filingId, 'version')} />
        )}
    </li>
  )
}

/** What stands first needs the reader: what failed, what changed, what is gone, then the rest. */
const ORDER: readonly WatchedFile['state'][] = ['failed', 'changed', 'gone', 'imported']

const countWords = (folder: WatchedFolder): string => {
  const { imported, changed, gone, failed } = countFiles([folder])
  const parts = [[imported, 'in the library'], [changed, 'changed'], [gone, 'gone'], [failed, 'not imported']] as const
  return parts.filter(([count]) => count > 0).map(([count, words]) => `${String(count)} ${words}`).join(' · ') || 'No filings there yet'
}

const Watched = ({ folder }: { readonly folder: WatchedFolder }) => {
  const folders = useStore(foldersState, foldersState.select.folders)
  const files = folder.files.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.path.localeCompare(b.path))
  const missing = folder.state === 'missing'
  return (
    <li className="watched" data-missing={missing}>
      <div className="watched-head">
        <Icon of={missing ? FolderX : Eye} />
        <div className="watched-words">
          <p className="truncate" title={folder.path}>
            <strong>{nameOf(folder.path)}</strong> <span className="watched-path">{folder.path}</span>
          </p>
          <p className="watched-facts numeric">
            {missing ? 'Not on the disk now. It is watched again once it is back.' : countWords(folder)}
            {folder.folderId === null ? '' : (
              <>
                · into <Icon of={FolderClosed} size={12} /> {folderWords(folders, folder.folderId)}
              </>
            )}
          </p>
        </div>
        <IconButton size="small" icon={Trash2} label={`Stop watching ${nameOf(folder.path)}`}
          onClick={() => void watchedState.remove(folder.id)} />
      </div>
      {files.length === 0
        ? null
        : (
          <ul className="watched-files" aria-label={`Files of ${nameOf(folder.path)}`}>
            {files.map((file) => <FileLine key={file.path} file={file} />)}
          </ul>
        )}
    </li>
  )
}

const NOWHERE = ''

const Add = () => {
  const folders = useStore(foldersState, foldersState.select.folders)
  const [into, setInto] = useState<string>(NOWHERE)
  const options = [{ value: NOWHERE, label: 'into no folder' },
    ...folders.map(({ id }) => ({ value: id, label: `into ${folderWords(folders, id)}` })).sort((a, b) => a.label.localeCompare(b.label))]
  return (
    <>
      {folders.length === 0
        ? null
        : <Select label="Into which folder" className="watched-into" value={into} options={options} onChange={setInto} />}
      <Button tone="primary" icon={Eye} onClick={() => void watchedState.choose(into === NOWHERE ? null : into)}>Watch a folder…</Button>
    </>
  )
}

/** Which folders of the disk are watched, and what became of each of their files. */
export const WatchedDialog = () => {
  const open = useStore(viewState, (state) => state.dialog === 'watched')
  const watched = useStore(watchedState, watchedState.select.watched)
  return (
    <Dialog open={open} onClose={viewState.closeDialog} title="Watched folders" width="wide" foot={<Add />}>
      {watched.length === 0
        ? (
          <EmptyState icon={Eye} title="No folder is watched"
            text="Filings that are saved to a watched folder come into the library by themselves. One that changes is imported anew beside the first; one that is deleted stays here with its notes." />
        )
        : <ul className="watched-list">{watched.map((folder) => <Watched key={folder.id} folder={folder} />)}</ul>}
    </Dialog>
  )
}
