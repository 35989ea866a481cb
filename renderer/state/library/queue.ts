/** The queue of imports of folders and of many files: how far it is, what became of each file, and the panel that shows it. */
import type { FolderId } from '#contract/ids'
import type { QueueCounts, QueuedFile, QueueProgress } from '#contract/import-queue'
import { countWords, numberWords } from '#model/words'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'

interface QueueState {
  readonly progress: QueueProgress
  readonly files: readonly QueuedFile[]
  /** Whether the panel is shown. */
  readonly open: boolean
  /** Whether an earlier start of the program left files behind that it did not come to, about which the reader is asked. */
  readonly interrupted: boolean
}

/** Nothing is queued. */
const IDLE: QueueProgress = { waiting: 0, running: 0, done: 0, already: 0, skipped: 0, failed: 0, cancelled: 0, doneBytes: 0, totalBytes: 0,
  now: [] }

const initial: QueueState = { progress: IDLE, files: [], open: false, interrupted: false }
const store = createStore(initial)

/** How often the list of files is read while the queue moves on, in ms: often enough to watch, seldom enough for thousands of files. */
const REFRESH_MS = 400
let timer: ReturnType<typeof setTimeout> | null = null

const load = async (): Promise<void> => {
  const answer = await call('queue.list', null)
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  store.set({ progress: answer.value.progress, files: answer.value.files })
}

const loadSoon = (): void => {
  timer ??= setTimeout(() => {
    timer = null
    void load()
  }, REFRESH_MS)
}

/** Whether files wait or are read just now. */
export const isBusy = ({ waiting, running }: QueueProgress): boolean => waiting + running > 0

/** What became of the files, in words: "12 imported, 3 already in the library". */
export const endWords = ({ done, already, skipped, failed, cancelled }: QueueCounts): string => {
  const counts = [[done, 'imported'], [already, 'already in the library'], [skipped, 'skipped'], [failed, 'not imported'], [cancelled,
    'stopped']] as const
  return counts.filter(([count]) => count > 0).map(([count, words]) => `${numberWords(count)} ${words}`).join(', ')
}

/** The counts of the last import; of the whole queue where it is not told apart. */
export const latestOf = (progress: QueueProgress): QueueCounts => progress.latest ?? progress

/** How many files have their turn behind them, and how many there are of them and those that wait. */
export const turnOf = ({ waiting, running, done, already, failed }: QueueCounts): { readonly done: number; readonly all: number } => ({
  done: done + already + failed,
  all: waiting + running + done + already + failed
})

const ended = (progress: QueueProgress): void => {
  void load()
  if (store.get().open) {
    feedbackState.announce(`Import ended: ${endWords(latestOf(progress))}.`)
    return
  }
  feedbackState.toast({
    text: `Import ended: ${endWords(latestOf(progress))}.`,
    tone: latestOf(progress).failed > 0 ? 'error' : 'plain',
    action: { label: 'Show', run: () => setOpen(true) }
  })
}

const follow = (progress: QueueProgress): void => {
  const { progress: before, interrupted } = store.get()
  store.set({ progress, interrupted: interrupted && progress.running + progress.waiting === 0 })
  if (isBusy(before) && !isBusy(progress)) ended(progress)
  else if (store.get().open || store.get().files.length === 0) loadSoon()
}

const setOpen = (open: boolean): void => {
  store.set({ open })
  if (open) void load()
}

/** Whether the panel stands over the window: it was opened, or asks about an interrupted import. */
const isShown = (): boolean => store.get().open || store.get().interrupted

/** Puts the panel away; an interrupted import is asked about again at the next start. */
const hide = (): void => store.set({ open: false, interrupted: false })

const queued = async (count: number): Promise<void> => {
  if (count > 0) {
    store.set({ open: true, interrupted: false })
    feedbackState.announce(`${countWords(count, 'file')} queued.`)
  } else feedbackState.toast({ text: 'Nothing to import there.', detail: 'Redwell reads .htm, .html and .txt files.' })
  await load()
}

/** Queues files and whole folders. */
const add = async (paths: readonly string[], folderId: FolderId | null, mirror = false): Promise<void> => {
  const answer = await call('queue.add', { paths, folderId, mirror })
  if (answer.ok) await queued(answer.value)
  else feedbackState.fail(answer.failure)
}

/** Asks for a folder with the system's dialog and queues what is in it; `mirror` makes deal folders like those of the disk. */
const chooseFolder = async (folderId: FolderId | null, mirror: boolean): Promise<void> => {
  const answer = await call('queue.chooseFolder', { folderId, mirror })
  if (!answer.ok) feedbackState.fail(answer.failure)
  else if (answer.value > 0) await queued(answer.value)
}

const act = async (name: 'queue.retry' | 'queue.cancel', jobs: readonly string[] | null): Promise<void> => {
  const answer = await call(name, { jobs })
  if (!answer.ok) feedbackState.fail(answer.failure)
  await load()
}
const retry = (jobs: readonly string[] | null): Promise<void> => {
  store.set({ interrupted: false })
  return act('queue.retry', jobs)
}
const cancel = (jobs: readonly string[] | null): Promise<void> => {
  store.set({ interrupted: false })
  return act('queue.cancel', jobs)
}

/** Forgets the files that are done; the failed ones too where asked. */
const clear = async (failed: boolean): Promise<void> => {
  const answer = await call('queue.clear', { failed })
  if (!answer.ok) feedbackState.fail(answer.failure)
  await load()
}

/** Leaves what an earlier start did not come to alone for good. */
const leaveRest = async (): Promise<void> => {
  store.set({ interrupted: false })
  await clear(true)
}

/** Reads what an earlier start left waiting and follows the queue, until the returned function is called. */
const start = (): () => void => {
  void load().then(() => {
    const { progress } = store.get()
    store.set({ interrupted: progress.cancelled > 0 && !isBusy(progress) })
  })
  return subscribe('queue.progress', follow)
}

const select = {
  progress: (state: QueueState) => state.progress,
  files: (state: QueueState) => state.files,
  open: (state: QueueState) => state.open,
  interrupted: (state: QueueState) => state.interrupted
}

/** The state module of the import queue. */
export const queueState = { store, start, load, setOpen, isShown, hide, add, chooseFolder, retry, cancel, clear, leaveRest, select }
