/** Deal folders: the tree, which of it is open, and every act on it. */
import type { Folder } from '#contract/folder'
import type { FilingId, FolderId } from '#contract/ids'
import type { Result } from '#contract/result'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { remember, remembered } from '../../bridge/remembered'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { folderPath, folderRows, takesDrop, type Dragged } from './folders-tree'
import { historyState } from '../document/history'
import { libraryState } from './library'
import { countWords } from '#model/words'

interface FoldersState {
  /** False until the list was read once. */
  readonly ready: boolean
  readonly folders: readonly Folder[]
  /** The folders whose own folders are shown. */
  readonly opened: readonly FolderId[]
  /** The folder whose name is being written, or null. */
  readonly renaming: FolderId | null
  /** The folder for which a new place is being asked, or null where one is asked for filings. */
  readonly moving: FolderId | null
  /** What is being dragged from inside the window, or null. */
  readonly dragged: Dragged | null
}

const initial: FoldersState = { ready: false, folders: [], opened: [], renaming: null, moving: null, dragged: null }
const store = createStore(initial)

const load = async (): Promise<void> => {
  const answer = await call('folder.list', null)
  if (answer.ok) store.set({ ready: true, folders: answer.value })
  else feedbackState.fail(answer.failure)
}

/** Takes over what now stands, and offers to take it back; false where it was refused. */
const settle = (answer: Result<readonly Folder[]>, said: string, detail?: string): boolean => {
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  store.set({ folders: answer.value })
  historyState.did(said, detail)
  void libraryState.load()
  return true
}

const nameOf = (id: FolderId): string => store.get().folders.find((folder) => folder.id === id)?.name ?? 'Folder'
const counted = (ids: readonly FilingId[]): string => countWords(ids.length, 'filing')

const setOpened = (opened: readonly FolderId[]): void => {
  store.set({ opened })
  remember('folders', { opened })
}
const setOpen = (id: FolderId, open: boolean): void => {
  const others = store.get().opened.filter((kept) => kept !== id)
  setOpened(open ? [...others, id] : others)
}

/** Opens the folders on the way to one, so that it is seen. */
const show = (id: FolderId): void => {
  const above = folderPath(store.get().folders, id).slice(0, -1).map((folder) => folder.id)
  setOpened([...new Set([...store.get().opened, ...above])])
}

/** A name that none of the sisters has: "New folder", "New folder 2". */
const freshName = (parentId: FolderId | null): string => {
  const taken = new Set(store.get().folders.filter((folder) => folder.parentId === parentId).map(({ name }) => name))
  for (let n = 1;; n += 1) {
    const name = n === 1 ? 'New folder' : `New folder ${String(n)}`
    if (!taken.has(name)) return name
  }
}

/** Makes a folder; without a name it gets a fresh one, ready to be written over. Answers it, or null where it was refused. */
const add = async (parentId: FolderId | null, name: string | null = null): Promise<FolderId | null> => {
  const before = new Set(store.get().folders.map(({ id }) => id))
  const wanted = name ?? freshName(parentId)
  if (!settle(await call('folder.add', { name: wanted, parentId }), `Folder “${wanted}” made.`)) return null
  const made = store.get().folders.find(({ id }) => !before.has(id))
  if (!made) return null
  show(made.id)
  if (name === null) store.set({ renaming: made.id })
  return made.id
}

/** Begins to write a folder's name, or (null) stops. */
const setRenaming = (renaming: FolderId | null): void => store.set({ renaming })

/** Says for which folder the dialog asks a new place; null for filings. */
const setMoving = (moving: FolderId | null): void => store.set({ moving })

const rename = async (id: FolderId, name: string): Promise<void> => {
  store.set({ renaming: null })
  const wanted = name.trim()
  if (wanted === '' || wanted === nameOf(id)) return
  settle(await call('folder.rename', { id, name: wanted }), `Folder renamed to “${wanted}”.`)
}

const move = async (id: FolderId, parentId: FolderId | null, before: FolderId | null): Promise<void> => {
  const into = parentId === null ? 'the top' : `“${nameOf(parentId)}”`
  if (settle(await call('folder.move', { id, parentId, before }), `“${nameOf(id)}” moved to ${into}.`) && parentId !== null)
    setOpen(parentId, true)
}

/** Moves a folder one place up or down among its sisters. */
const shift = async (id: FolderId, delta: 1 | -1): Promise<void> => {
  const { folders } = store.get()
  const me = folders.find((folder) => folder.id === id)
  if (!me) return
  const sisters = folders.filter((folder) => folder.parentId === me.parentId).toSorted((a, b) => a.ordinal - b.ordinal)
  const at = sisters.indexOf(me)
  const to = at + delta
  if (to < 0 || to >= sisters.length) return
  await move(id, me.parentId, (delta < 0 ? sisters[to] : sisters[to + 1])?.id ?? null)
}

const remove = async (id: FolderId): Promise<void> => {
  const name = nameOf(id)
  const parts = folderRows(store.get().folders.filter((folder) => folder.parentId === id), []).length
  settle(await call('folder.remove', { id }), `Folder “${name}” removed.`,
    parts > 0 ? 'With the folders in it. The filings stay in the library.' : 'Its filings stay in the library.')
}

/** Puts filings into a folder beside those they stand in. */
const put = async (id: FolderId, filingIds: readonly FilingId[]): Promise<void> => {
  if (filingIds.length > 0) settle(await call('folder.put', { id, filingIds }), `${counted(filingIds)} put into “${nameOf(id)}”.`)
}

/** Takes filings out of a folder, and into another where `into` names one. */
const take = async (id: FolderId, filingIds: readonly FilingId[], into: FolderId | null): Promise<void> => {
  if (filingIds.length === 0) return
  settle(await call('folder.take', { id, filingIds, into }),
    into === null ? `${counted(filingIds)} taken out of “${nameOf(id)}”.` : `${counted(filingIds)} moved to “${nameOf(into)}”.`)
}

const drag = (dragged: Dragged | null): void => store.set({ dragged })

/** Whether what is dragged may be dropped there. */
const takes = (into: FolderId | null): boolean => {
  const { dragged, folders } = store.get()
  return dragged !== null && takesDrop(folders, dragged, into)
}

/** Does what a drop asks for: filings go into the folder (out of `from`, where one is shown), a folder under it. */
const drop = (into: FolderId | null, from: FolderId | null): void => {
  const { dragged } = store.get()
  const taken = takes(into)
  store.set({ dragged: null })
  if (!dragged || !taken) return
  if (dragged.kind === 'folder') void move(dragged.id, into, null)
  else if (into !== null && from !== null && from !== into) void take(from, dragged.ids, into)
  else if (into !== null) void put(into, dragged.ids)
}

/** Reads the folders and follows changes made elsewhere, until the returned function is called. */
const start = (): () => void => {
  store.set({ opened: remembered<{ readonly opened: readonly FolderId[] }>('folders', { opened: [] }).opened })
  void load()
  return subscribe('folders.changed', () => void load())
}

const select = {
  ready: (state: FoldersState) => state.ready,
  folders: (state: FoldersState) => state.folders,
  opened: (state: FoldersState) => state.opened,
  renaming: (state: FoldersState) => state.renaming,
  moving: (state: FoldersState) => state.moving,
  dragged: (state: FoldersState) => state.dragged
}

/** The state module of deal folders. */
export const foldersState = { store, start, load, setOpen, show, add, setRenaming, setMoving, rename, move, shift, remove, put, take, drag,
  takes, drop, select }
