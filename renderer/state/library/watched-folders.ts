/** Folders of the disk whose files come into the library by themselves, and what is known of their files. */
import type { WatchedFolder } from '#contract/folder'
import type { FolderId } from '#contract/ids'
import type { Result } from '#contract/result'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'

interface WatchedState {
  readonly ready: boolean
  readonly watched: readonly WatchedFolder[]
}

const initial: WatchedState = { ready: false, watched: [] }
const store = createStore(initial)

const settle = (answer: Result<readonly WatchedFolder[] | null>): boolean => {
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  if (answer.value === null) return false
  store.set({ ready: true, watched: answer.value })
  return true
}

const load = async (): Promise<void> => {
  settle(await call('watch.list', null))
}

/** How long further news are waited for before the folders are read again, in ms: a folder of many files brings many at once. */
const NEWS_MS = 200
let reading: ReturnType<typeof setTimeout> | null = null

const loadSoon = (): void => {
  reading ??= setTimeout(() => {
    reading = null
    void load()
  }, NEWS_MS)
}

/** Stops watching a folder; the filings that came from it stay. */
const remove = async (id: string): Promise<void> => {
  if (settle(await call('watch.remove', { id })))
    feedbackState.toast({ text: 'Folder no longer watched.', detail: 'Filings already imported from it stay in the library.' })
}

/** Asks for a folder with the system's dialog and watches it; the word that says so takes it back. */
const choose = async (folderId: FolderId | null): Promise<void> => {
  const before = new Set(store.get().watched.map(({ id }) => id))
  if (!settle(await call('watch.choose', { folderId }))) return
  const added = store.get().watched.find(({ id }) => !before.has(id))
  feedbackState.toast({
    text: 'Folder watched.',
    detail: 'New filings in it are imported automatically.',
    ...(added ? { action: { label: 'Undo', run: () => void remove(added.id) } } : {})
  })
}

/** Reads what is watched and follows changes, until the returned function is called. */
const start = (): () => void => {
  void load()
  return subscribe('watch.changed', loadSoon)
}

/** How many files of the watched folders are in which state. */
export const countFiles = (watched: readonly WatchedFolder[]): Readonly<Record<'imported' | 'changed' | 'gone' | 'failed', number>> => {
  const counts = { imported: 0, changed: 0, gone: 0, failed: 0 }
  for (const { files } of watched) for (const { state } of files) counts[state] += 1
  return counts
}

const select = {
  ready: (state: WatchedState) => state.ready,
  watched: (state: WatchedState) => state.watched
}

/** The state module of watched folders. */
export const watchedState = { store, start, load, choose, remove, select }
