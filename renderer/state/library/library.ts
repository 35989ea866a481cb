/** The filings of the library, and the work going on to bring more in. */
import type { FilingId, FolderId } from '#contract/ids'
import type { QueuedFile } from '#contract/import-queue'
import type { FilingSummary, ImportOutcome, WorkProgress } from '#contract/library'
import type { Result } from '#contract/result'
import type { Recovery } from '#contract/shell'
import { countWords } from '#model/words'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { documentState } from '../document/document'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { keepSame, takeIn } from './library-news'
import { isBusy, queueState } from './queue'
import { viewState } from '../window/view'
import { createRest } from '../window/rest'

interface LibraryState {
  /** False until the list was read once. */
  readonly ready: boolean
  readonly filings: readonly FilingSummary[]
  readonly trashed: readonly FilingSummary[]
  /** The newest word of each job that has not ended. */
  readonly jobs: readonly WorkProgress[]
  /** How many documents are still to be read in the background; null where none were since the start. */
  readonly toRead: number | null
  /** How each file of the last import of several ended, in order; empty where one file was imported, or the list was dismissed. */
  readonly outcomes: readonly Result<ImportOutcome>[]
}

const initial: LibraryState = { ready: false, filings: [], trashed: [], jobs: [], toRead: null, outcomes: [] }
const store = createStore(initial)

/** The filings on which nothing is left; worked out after the list is shown, since it looks at everything that was done. */
let finished: ReadonlySet<FilingId> = new Set()

const withFinished = (filings: readonly FilingSummary[]): readonly FilingSummary[] =>
  filings.map((
    filing
  ) => ((filing.finished ?? false) === finished.has(filing.id) ? filing : { ...filing, finished: finished.has(filing.id) }))

/** How long the list must rest before it is worked out which filings are finished, in ms. */
const REST_MS = 400

const findFinished = async (): Promise<void> => {
  const answer = await call('review.finished', null)
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  finished = new Set(answer.value)
  store.set(({ filings }) => ({ filings: keepSame(filings, withFinished(filings)) }))
}

const { move: findFinishedSoon } = createRest(() => void findFinished(), REST_MS)

const load = async (): Promise<void> => {
  const [filings, trashed] = await Promise.all([call('library.list', { trashed: false }), call('library.list', { trashed: true })])
  const before = store.get()
  if (filings.ok && trashed.ok)
    store.set({ ready: true, filings: keepSame(before.filings, withFinished(filings.value)),
      trashed: keepSame(before.trashed, trashed.value) })
  else if (!filings.ok) feedbackState.fail(filings.failure)
  findFinishedSoon()
}

/** Reads some filings anew: of thousands, a few change at a time. */
const loadSome = async (ids: ReadonlySet<FilingId>): Promise<void> => {
  const answer = await call('library.some', { filingIds: [...ids] })
  if (answer.ok) store.set((state) => takeIn(state, ids, withFinished(answer.value)))
  else feedbackState.fail(answer.failure)
  findFinishedSoon()
}

/** How long further news are waited for before the list is read again, in ms; an import of a folder brings one for each file. */
const NEWS_MS = 150
const NEWS_MS_WHILE_QUEUED = 1000
let reading: ReturnType<typeof setTimeout> | null = null

/** More filings than this are read anew with all others. */
const MOST_READ = 500
/** The filings that the news since the last reading are of; null where they may be of any. */
let newsOf: Set<FilingId> | null = new Set()

const readNews = async (): Promise<void> => {
  const ids = newsOf
  newsOf = new Set()
  if (ids === null || ids.size > MOST_READ || !store.get().ready) await load()
  else if (ids.size > 0) await loadSome(ids)
}

/** Puts filings that changed in the place of what they were. */
const replace = (changed: readonly FilingSummary[]): void => {
  const byId = new Map(changed.map((filing) => [filing.id, filing]))
  store.set(({ filings }) => ({ filings: filings.map((filing) => byId.get(filing.id) ?? filing) }))
}

/** Notes that a filing was opened `at` (ISO 8601); the main process has written it down by then. */
const opened = (filingId: FilingId, at: string): void =>
  store.set((state) => {
    const filing = state.filings.find(({ id }) => id === filingId)
    return filing ? takeIn(state, new Set([filingId]), [{ ...filing, openedAt: at }]) : {}
  })

/** Reads the news in a while, one reading after the other; what comes meanwhile is read by the next. */
const readSoon = (): void => {
  reading ??= setTimeout(() => {
    void readNews().then(() => {
      reading = null
      if (newsOf === null || newsOf.size > 0) readSoon()
    })
  }, isBusy(queueState.store.get().progress) ? NEWS_MS_WHILE_QUEUED : NEWS_MS)
}

const loadSoon = (filingId: FilingId | null): void => {
  if (filingId === null) newsOf = null
  else newsOf?.add(filingId)
  readSoon()
}

/** How long news of jobs are gathered before the list follows, in ms: soon enough for the eye, and seldom enough not to draw the window anew for each. */
const TOLD_MS = 150
/** The newest word of each job since the list followed last, null where it has ended. */
const untold = new Map<string, WorkProgress | null>()
let telling: ReturnType<typeof setTimeout> | undefined

/** Leaves out what was not told yet of some jobs. */
const forget = (over: (job: WorkProgress) => boolean): void => {
  for (const [id, news] of untold) if (news && over(news)) untold.set(id, null)
}

/** One line for an import of several files; the list of them is in the library. */
const reportSeveral = (outcomes: readonly Result<ImportOutcome>[]): void => {
  const failed = outcomes.filter((outcome) => !outcome.ok).length
  const already = outcomes.filter((outcome) => outcome.ok && outcome.value.already).length
  const counts = [[outcomes.length - failed - already, 'imported'], [already, 'already in the library'], [failed, 'not imported']] as const
  feedbackState.toast({
    text: `${counts.filter(([count]) => count > 0).map(([count, words]) => `${String(count)} ${words}`).join(', ')}.`,
    tone: failed > 0 ? 'error' : 'plain',
    action: { label: 'Show', run: () => viewState.show('library') }
  })
}

/** Reports each import, and answers the filing to open: the one that was asked for, where it was one; else none. */
const report = async (outcomes: readonly Result<ImportOutcome>[]): Promise<FilingId | null> => {
  forget(() => true)
  store.set({ jobs: [], outcomes: outcomes.length > 1 ? outcomes : [] })
  await load()
  const [only, ...more] = outcomes
  if (more.length > 0) reportSeveral(outcomes)
  if (!only || more.length > 0) return null
  if (!only.ok) {
    feedbackState.fail(only.failure)
    return null
  }
  if (only.value.already) feedbackState.toast({ text: 'This filing is already in the library.' })
  return only.value.filingId
}

/** Forgets the printing that was going on; whoever started it knows how it ended. */
const printingEnded = (): void => {
  forget(({ stage }) => stage === 'printing')
  store.set(({ jobs }) => ({ jobs: jobs.filter(({ stage }) => stage !== 'printing') }))
}

/** Puts the list of what became of the last import away. */
const dismissOutcomes = (): void => store.set({ outcomes: [] })

/** Asks for files with the system's dialog and imports them; answers the filing to open, or null. */
const choose = async (): Promise<FilingId | null> => {
  const answer = await call('library.choose', null)
  if (answer.ok) return report(answer.value)
  feedbackState.fail(answer.failure)
  return null
}

/** Imports the files at `paths`; answers the filing to open, or null. Several files and whole folders go into the queue, beside which one can go on reading. */
const importPaths = async (paths: readonly string[], folderId: FolderId | null = null): Promise<FilingId | null> => {
  if (paths.length === 0) return null
  if (paths.length > 1) {
    await queueState.add(paths, folderId)
    return null
  }
  const answer = await call('library.import', { paths })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return null
  }
  const [only] = answer.value
  if (only?.ok !== false || only.failure.code !== 'file-is-folder') return report(answer.value)
  await queueState.add(paths, folderId)
  return null
}

/** Imports the bundled sample; answers it, or null where that failed. */
const importSample = async (): Promise<FilingId | null> => report([await call('library.importSample', null)])

const cancel = async (job: string): Promise<void> => {
  const isPrint = store.get().jobs.some((one) => one.job === job && one.stage === 'printing')
  const answer = isPrint ? await call('export.cancel', null) : await call('library.cancel', { job })
  if (!answer.ok) feedbackState.fail(answer.failure)
  forget((news) => news.job === job)
  store.set(({ jobs }) => ({ jobs: jobs.filter((kept) => kept.job !== job) }))
}

/** Takes the work on a file off the list: what it was done for is there. A document that is analysed when it is first chosen ends so. */
const settle = (file: string): void => {
  forget((job) => job.file === file)
  store.set(({ jobs }) => ({ jobs: jobs.filter((job) => job.file !== file) }))
}

const tell = (): void => {
  telling = undefined
  const news = new Map(untold)
  untold.clear()
  store.set(({ jobs }) => {
    const kept = jobs.flatMap((job) => (news.has(job.job) ? news.get(job.job) ?? [] : job))
    const known = new Set(kept.map(({ job }) => job))
    return { jobs: [...kept, ...[...news.values()].flatMap((job) => (job && !known.has(job.job) ? job : []))] }
  })
}

const progress = (news: WorkProgress): void => {
  const ended = ['storing', 'printing', 'comparing', 'anchoring', 'writing', 'matching'].includes(news.stage) && news.done >= news.total &&
    news.part === undefined
  untold.set(news.job, ended ? null : news)
  telling ??= setTimeout(tell, TOLD_MS)
}

/** Takes off the list what the queue has done with: a file that was there already or was refused ends without a last stage. */
const settleQueued = ({ files }: { readonly files: readonly QueuedFile[] }): void => {
  const over = new Set(files.flatMap(({ job, state }) => (state === 'waiting' || state === 'running' ? [] : [job])))
  forget(({ job }) => over.has(job))
  if (store.get().jobs.some(({ job }) => over.has(job))) store.set(({ jobs }) => ({ jobs: jobs.filter(({ job }) => !over.has(job)) }))
}

/** The job of a file is over once the filing is read: what became of it stands in the window. */
const settleOpened = ({ open, phase }: ReturnType<typeof documentState.store.get>): void => {
  const file = open?.filing.fileName
  if (file === undefined || phase === 'opening') return
  if (store.get().jobs.some((job) => job.file === file)) settle(file)
}

/** Says what the start made good in the library; it stays until it is put away. */
const tellRecovered = ({ whole, lines }: Recovery): void => {
  feedbackState.toast({ text: whole ? 'The library was put right.' : 'Not everything in the library could be brought back.',
    detail: lines.join(' '), tone: 'error' })
}

/** Says how many files came at once: they are imported one after the other, and the last is opened. */
const tellGiven = ({ count }: { readonly count: number }): void => {
  feedbackState.toast({ text: `${countWords(count, 'file was', 'files were')} given and ${count === 1 ? 'is' : 'are'} being imported.` })
}

/** Listens for imports and changes until the returned function is called. */
const start = (): () => void => {
  const offs = [queueState.store.subscribe(settleQueued), documentState.store.subscribe(settleOpened), subscribe('work.progress', progress),
    subscribe('reading.progress', ({ unread }) => store.set({ toRead: unread })),
    subscribe('library.changed', ({ filingId }) => loadSoon(filingId)),
    subscribe('folders.changed', ({ filingId = null }) => loadSoon(filingId)), subscribe('library.recovered', tellRecovered),
    subscribe('files.given', tellGiven)]
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  ready: (state: LibraryState) => state.ready,
  filings: (state: LibraryState) => state.filings,
  trashed: (state: LibraryState) => state.trashed,
  jobs: (state: LibraryState) => state.jobs,
  toRead: (state: LibraryState) => state.toRead ?? 0,
  outcomes: (state: LibraryState) => state.outcomes
}

/** The state module of the library. */
export const libraryState = { store, start, load, replace, opened, choose, importPaths, importSample, cancel, dismissOutcomes,
  printingEnded, select }
