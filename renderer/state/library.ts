/** The filings of the library, and the work going on to bring more in. */
import type { FilingId } from '#contract/ids'
import type { FilingSummary, ImportOutcome, WorkProgress } from '#contract/library'
import type { Result } from '#contract/result'
import { call } from '../bridge/client'
import { subscribe } from '../bridge/events'
import { createStore } from './create-store'
import { feedbackState } from './feedback'
import { viewState } from './view'

interface LibraryState {
  /** False until the list was read once. */
  readonly ready: boolean
  readonly filings: readonly FilingSummary[]
  readonly trashed: readonly FilingSummary[]
  /** The newest word of each job that has not ended. */
  readonly jobs: readonly WorkProgress[]
  /** How each file of the last import of several ended, in order; empty where one file was imported, or the list was dismissed. */
  readonly outcomes: readonly Result<ImportOutcome>[]
}

const initial: LibraryState = { ready: false, filings: [], trashed: [], jobs: [], outcomes: [] }
const store = createStore(initial)

const load = async (): Promise<void> => {
  const [filings, trashed] = await Promise.all([call('library.list', { trashed: false }), call('library.list', { trashed: true })])
  if (filings.ok && trashed.ok) store.set({ ready: true, filings: filings.value, trashed: trashed.value })
  else if (!filings.ok) feedbackState.fail(filings.failure)
}

/** One line for an import of several files; the list of them is in the library. */
const reportSeveral = (outcomes: readonly Result<ImportOutcome>[]): void => {
  const failed = outcomes.filter((outcome) => !outcome.ok).length
  const already = outcomes.filter((outcome) => outcome.ok && outcome.value.already).length
  const counts = [[outcomes.length - failed - already, 'imported'], [already, 'in the library already'], [failed, 'not imported']] as const
  feedbackState.toast({
    text: `${counts.filter(([count]) => count > 0).map(([count, words]) => `${String(count)} ${words}`).join(', ')}.`,
    tone: failed > 0 ? 'error' : 'plain',
    action: { label: 'Show', run: () => { viewState.show('library') } }
  })
}

/** Reports each import, and answers the filing to open: the one that was asked for, where it was one; else none. */
const report = async (outcomes: readonly Result<ImportOutcome>[]): Promise<FilingId | null> => {
  store.set({ jobs: [], outcomes: outcomes.length > 1 ? outcomes : [] })
  await load()
  const [only, ...more] = outcomes
  if (more.length > 0) reportSeveral(outcomes)
  if (!only || more.length > 0) return null
  if (!only.ok) {
    feedbackState.fail(only.failure)
    return null
  }
  if (only.value.already) feedbackState.toast({ text: 'This filing is in the library already.' })
  return only.value.filingId
}

/** Forgets the printing that was going on; whoever started it knows how it ended. */
const printingEnded = (): void => { store.set(({ jobs }) => ({ jobs: jobs.filter(({ stage }) => stage !== 'printing') })) }

/** Puts the list of what became of the last import away. */
const dismissOutcomes = (): void => { store.set({ outcomes: [] }) }

/** Asks for files with the system's dialog and imports them; answers the filing to open, or null. */
const choose = async (): Promise<FilingId | null> => {
  const answer = await call('library.choose', null)
  if (answer.ok) return report(answer.value)
  feedbackState.fail(answer.failure)
  return null
}

/** Imports the files at `paths`; answers the filing to open, or null. */
const importPaths = async (paths: readonly string[]): Promise<FilingId | null> => {
  if (paths.length === 0) return null
  const answer = await call('library.import', { paths })
  if (answer.ok) return report(answer.value)
  feedbackState.fail(answer.failure)
  return null
}

/** Imports the bundled sample; answers it, or null where that failed. */
const importSample = async (): Promise<FilingId | null> => report([await call('library.importSample', null)])

const restore = async (filingId: FilingId): Promise<void> => {
  const answer = await call('library.restore', { filingId })
  if (!answer.ok) feedbackState.fail(answer.failure)
  await load()
}

const trash = async (filingId: FilingId): Promise<void> => {
  const title = store.get().filings.find((filing) => filing.id === filingId)?.title ?? 'Filing'
  const answer = await call('library.trash', { filingId })
  if (answer.ok) {
    feedbackState.toast({ text: 'Moved to the trash.', detail: title, action: { label: 'Undo', run: () => { void restore(filingId) } } })
  } else feedbackState.fail(answer.failure)
  await load()
}

const cancel = async (job: string): Promise<void> => {
  const answer = await call('library.cancel', { job })
  if (!answer.ok) feedbackState.fail(answer.failure)
  store.set(({ jobs }) => ({ jobs: jobs.filter((kept) => kept.job !== job) }))
}

/** Takes the work on a file off the list: what it was done for is there. A document that is analysed when it is first chosen ends so. */
const settle = (file: string): void => { store.set(({ jobs }) => ({ jobs: jobs.filter((job) => job.file !== file) })) }

const progress = (news: WorkProgress): void => {
  const ended = ['storing', 'printing', 'comparing'].includes(news.stage) && news.done >= news.total
  store.set(({ jobs }) => {
    const others = jobs.filter((job) => job.job !== news.job)
    return { jobs: ended ? others : [...others, news] }
  })
}

/** Listens for imports and changes until the returned function is called. */
const start = (): (() => void) => {
  const offs = [subscribe('work.progress', progress), subscribe('library.changed', () => { void load() })]
  return () => { for (const off of offs) off() }
}

const select = {
  ready: (state: LibraryState) => state.ready,
  filings: (state: LibraryState) => state.filings,
  trashed: (state: LibraryState) => state.trashed,
  jobs: (state: LibraryState) => state.jobs,
  outcomes: (state: LibraryState) => state.outcomes
}

/** The state module of the library. */
export const libraryState = { store, start, load, choose, importPaths, importSample, trash, restore, cancel, settle, dismissOutcomes, printingEnded, select }
