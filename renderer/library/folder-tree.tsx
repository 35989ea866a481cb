import { ChevronRight, Download, Ellipsis, Eye, FolderClosed, FolderInput, FolderOpen, FolderPlus, ListChecks, Pencil,
  Trash2 } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { FolderId } from '#contract/ids'
import { foldersState } from '../state/library/folders'
import { countInFolders, folderRows, type FolderRow } from '../state/library/folders-tree'
import { libraryState } from '../state/library/library'
import { libraryViewState } from '../state/library/library-view'
import { queueState } from '../state/library/queue'
import { reviewState } from '../state/review/review'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { watchedState } from '../state/library/watched-folders'
import { Icon } from '../ui/icon'
import { Kbd } from '../ui/kbd'
import { MenuAt, MenuItem, MenuSeparator } from '../ui/menu'
import { countWords } from '#model/words'

const open = (id: FolderId): void => libraryViewState.go({ kind: 'folder', id })

/** Asks where to move a folder. */
const askWhere = (id: FolderId): void => {
  foldersState.setMoving(id)
  setTimeout(() => viewState.openDialog('move-to-folder'))
}

const FolderMenu = (
  { id, x, y, onClose }: { readonly id: FolderId; readonly x: number; readonly y: number; readonly onClose: () => void }
) => (
  <MenuAt x={x} y={y} label="Folder" onClose={onClose}>
    <MenuItem icon={ListChecks} onSelect={() => reviewState.open(id)}>Progress of the review</MenuItem>
    <MenuSeparator />
    <MenuItem icon={FolderPlus} hint={<Kbd keys="Insert" />} onSelect={() => void foldersState.add(id)}>New folder in it</MenuItem>
    <MenuItem icon={Pencil} hint={<Kbd keys="F2" />} onSelect={() =>
      setTimeout(() => {
        foldersState.setRenaming(id)
      })}
    >
      Rename
    </MenuItem>
    <MenuItem icon={FolderInput} onSelect={() => askWhere(id)}>Move to folder…</MenuItem>
    <MenuSeparator />
    <MenuItem icon={Download} onSelect={() => void queueState.chooseFolder(id, false)}>Import a folder into it…</MenuItem>
    <MenuItem icon={Eye} onSelect={() => void watchedState.choose(id)}>Watch a folder for it…</MenuItem>
    <MenuSeparator />
    <MenuItem icon={Trash2} danger hint={<Kbd keys="Delete" />} onSelect={() => void foldersState.remove(id)}>Remove the folder</MenuItem>
  </MenuAt>
)

/** The field in which a folder's name is written. Enter and leaving it keep the name, Escape leaves it as it was. */
const NameField = ({ row, onDone }: { readonly row: FolderRow; readonly onDone: () => void }) => {
  const [name, setName] = useState(row.folder.name)
  const box = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])
  const end = (keep: boolean): void => {
    if (ended.current) return
    ended.current = true
    if (keep) void foldersState.rename(row.folder.id, name)
    else foldersState.setRenaming(null)
    onDone()
  }
  return (
    <input
      ref={box}
      className="field folder-name-field"
      aria-label="Name of the folder"
      value={name}
      spellCheck={false}
      onChange={(event) => {
        setName(event.target.value)
      }}
      onBlur={() => {
        end(true)
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') end(true)
        else if (event.key === 'Escape') end(false)
        else return
        event.preventDefault()
      }}
    />
  )
}

interface RowProps {
  readonly row: FolderRow
  readonly count: number
  readonly shown: boolean
  readonly inTabOrder: boolean
  readonly onFocus: (id: FolderId) => void
  readonly onMenu: (id: FolderId, x: number, y: number) => void
}

const menuUnder = (event: MouseEvent<HTMLElement>, id: FolderId, onMenu: RowProps['onMenu']): void => {
  const { left, bottom } = event.currentTarget.getBoundingClientRect()
  event.stopPropagation()
  onMenu(id, left, bottom)
}

/** How a line of the tree takes what is dropped on it; a folder that is hovered over while something is dragged opens after a while. */
const useDrop = (id: FolderId, hasParts: boolean) => {
  const [over, setOver] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const leave = (): void => {
    clearTimeout(timer.current)
    setOver(false)
  }
  return {
    over,
    handlers: {
      onDragOver: (event: React.DragEvent) => {
        if (!foldersState.takes(id)) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'move'
        if (!over && hasParts) timer.current = setTimeout(() => foldersState.setOpen(id, true), HOVER_MS)
        setOver(true)
      },
      onDragLeave: leave,
      onDrop: (event: React.DragEvent) => {
        if (!foldersState.takes(id)) return
        event.preventDefault()
        event.stopPropagation()
        leave()
        foldersState.drop(id, libraryViewState.folderShown())
      }
    }
  }
}

/** How long something is held over a folder until it opens, in ms, as in the file managers of the systems. */
const HOVER_MS = 700

const FolderLine = ({ row, count, shown, inTabOrder, onFocus, onMenu }: RowProps) => {
  const { folder, level, open: isOpen, hasParts, at, of } = row
  const renaming = useStore(foldersState, (state) => state.renaming === folder.id)
  const line = useRef<HTMLDivElement>(null)
  const { over, handlers } = useDrop(folder.id, hasParts && !isOpen)
  return (
    <div
      ref={line}
      role="treeitem"
      id={`folder-${folder.id}`}
      className="folder-line"
      aria-level={level}
      aria-posinset={at}
      aria-setsize={of}
      aria-selected={shown}
      aria-expanded={hasParts ? isOpen : undefined}
      aria-label={`${folder.name}, ${countWords(count, 'filing')}`}
      tabIndex={inTabOrder ? 0 : -1}
      data-over={over}
      style={{ paddingLeft: 6 + (level - 1) * 14 }}
      draggable={!renaming}
      onClick={() => open(folder.id)}
      onFocus={() => onFocus(folder.id)}
      onDoubleClick={() => {
        if (hasParts) foldersState.setOpen(folder.id, !isOpen)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(folder.id, event.clientX, event.clientY)
      }}
      onDragStart={(event) => {
        event.stopPropagation()
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', folder.name)
        foldersState.drag({ kind: 'folder', id: folder.id })
      }}
      onDragEnd={() => foldersState.drag(null)}
      {...handlers}
    >
      <span className="twist" data-open={isOpen} data-none={!hasParts} onClick={(event) => {
        event.stopPropagation()
        foldersState.setOpen(folder.id, !isOpen)
      }}>
        {hasParts ? <Icon of={ChevronRight} size={14} /> : null}
      </span>
      <Icon of={isOpen || shown ? FolderOpen : FolderClosed} size={14} />
      {renaming
        ? <NameField row={row} onDone={() => line.current?.focus()} />
        : <span className="place-name truncate" title={folder.name}>{folder.name}</span>}
      {renaming ? null : <span className="place-count numeric">{count === 0 ? '' : count}</span>}
      {renaming
        ? null
        : (
          <button type="button" className="btn btn-icon btn-small place-more" tabIndex={-1} aria-haspopup="menu"
            aria-label={`More for the folder ${folder.name}`} onClick={(event) => menuUnder(event, folder.id, onMenu)}
          >
            <Icon of={Ellipsis} size={14} />
          </button>
        )}
    </div>
  )
}

/** Where an arrow leads from a line of the tree: the next or previous line, into an open folder, or out to the one above. */
const nextLine = (rows: readonly FolderRow[], at: number, key: string): number => {
  const row = rows[at]
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows.length - 1, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return rows.length - 1
    case 'ArrowRight':
      return row?.open ? at + 1 : at
    case 'ArrowLeft': {
      const above = rows.findLastIndex(({ level }, index) => index < at && level === (row?.level ?? 0) - 1)
      return above < 0 ? at : above
    }
    default:
      return at
  }
}

const MOVES: readonly string[] = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowRight', 'ArrowLeft']

/** The acts on the line that has the focus; answers whether the key was one of them. */
const actOn = (row: FolderRow, event: KeyboardEvent): boolean => {
  const { id } = row.folder
  const ctrl = event.ctrlKey || event.metaKey
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) void foldersState.shift(id, event.key === 'ArrowUp' ? -1 : 1)
  else if (event.key === 'Enter' || event.key === ' ') open(id)
  else if (event.key === 'F2') foldersState.setRenaming(id)
  else if (event.key === 'Insert' || (ctrl && event.key.toLowerCase() === 'n')) void foldersState.add(id)
  else if (event.key === 'Delete') void foldersState.remove(id)
  else if (ctrl && event.shiftKey && event.key.toLowerCase() === 'm') askWhere(id)
  else if (event.key === 'ArrowRight' && row.hasParts && !row.open) foldersState.setOpen(id, true)
  else if (event.key === 'ArrowLeft' && row.open) foldersState.setOpen(id, false)
  else return false
  return true
}

/** The deal folders as a tree. Arrows move and open, F2 renames, Insert makes a folder inside, Delete removes, letters find a name. */
export const FolderTree = () => {
  const folders = useStore(foldersState, foldersState.select.folders)
  const opened = useStore(foldersState, foldersState.select.opened)
  const filings = useStore(libraryState, libraryState.select.filings)
  const place = useStore(libraryViewState, libraryViewState.select.place)
  const onLibrary = useStore(viewState, (state) => state.screen === 'library')
  const [focused, setFocused] = useState<FolderId | null>(null)
  const [menu, setMenu] = useState<{ readonly id: FolderId; readonly x: number; readonly y: number } | null>(null)
  const rows = useMemo(() => folderRows(folders, opened), [folders, opened])
  const counts = useMemo(() => countInFolders(folders, filings), [folders, filings])
  const shown = onLibrary && place.kind === 'folder' ? place.id : null
  const stop = rows.find(({ folder }) => folder.id === focused)?.folder.id ?? rows.find(({ folder }) => folder.id === shown)?.folder.id ??
    rows[0]?.folder.id
  const focusLine = (row: FolderRow | undefined): void => {
    if (row) document.getElementById(`folder-${row.folder.id}`)?.focus()
  }
  const press = (event: KeyboardEvent): void => {
    const at = rows.findIndex(({ folder }) => folder.id === stop)
    const row = rows[at]
    if (!row) return
    const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (letter) {
      const after = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
      focusLine(after.find(({ folder }) => folder.name.toLowerCase().startsWith(event.key.toLowerCase())))
    } else if (!actOn(row, event)) {
      if (!MOVES.includes(event.key)) return
      focusLine(rows[nextLine(rows, at, event.key)])
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div role="tree" aria-label="Deal folders" className="folder-tree" onKeyDown={press}>
        {rows.map((row) => (
          <FolderLine key={row.folder.id} row={row} count={counts.get(row.folder.id) ?? 0} shown={row.folder.id === shown}
            inTabOrder={row.folder.id === stop} onFocus={setFocused} onMenu={(id, x, y) => setMenu({ id, x, y })} />
        ))}
      </div>
      {menu ? <FolderMenu key={`${menu.id} ${String(menu.x)} ${String(menu.y)}`} {...menu} onClose={() => setMenu(null)} /> : null}
    </>
  )
}
