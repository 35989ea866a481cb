/** Export of the analyst's work in a format other tools read: what is meant, how much that is, how it ended. */
import type { ExportFormat, ScopeTally, WorkScope, WrittenExport } from '#contract/exchange'
import type { FilingId, TagId } from '#contract/ids'
import type { WorkProgress } from '#contract/library'
import type { Failure } from '#contract/result'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { documentState } from '../document/document'
import { libraryViewState } from '../library/library-view'
import { notesState } from '../notes/notes'
import { createStore } from '../window/create-store'
import { packExportState } from './pack-export'
import { feedbackState } from '../window/feedback'

/** The filings that are meant: the open one, those chosen in the library, or all that its present filter lists. */
export type MeantFilings = 'open' | 'chosen' | 'listed'

/** What of the notes is meant. */
export type MeantNotes = 'all' | 'questions' | 'waiting'

interface WorkExportState {
  readonly format: ExportFormat
  readonly filings: MeantFilings
  readonly notes: MeantNotes
  readonly suggestions: WorkScope['suggestions']
  /** Only marks with that tag, and the notes on them; null for all. */
  readonly tag: TagId | null
  /** Only the work of that person; null for everybody's. */
  readonly author: string | null
  /** Whether the whole text of each filing is written too, in formats in which that is a choice. */
  readonly wholeText: boolean
  readonly tally: ScopeTally | null
  readonly phase: 'choosing' | 'running' | 'done' | 'failed'
  readonly progress: WorkProgress | null
  readonly outcome: WrittenExport | null
  readonly failure: Failure | null
}

const initial: WorkExportState = { format: 'pdf', filings: 'open', notes: 'all', suggestions: 'accepted', tag: null, author: null,
  wholeText: false, tally: null, phase: 'choosing', progress: null, outcome: null, failure: null }
const store = createStore(initial)

/** The filings of each choice, as the window shows them now. */
const idsOf = (meant: MeantFilings): readonly FilingId[] => {
  if (meant === 'chosen') return libraryViewState.chosen().map(({ id }) => id)
  if (meant === 'listed') return libraryViewState.listing().filings.map(({ id }) => id)
  const open = documentState.store.get().open
  return open ? [open.filing.id] : []
}

const scopeOf = ({ filings, notes, suggestions, tag, author }: WorkExportState): WorkScope => ({
  filingIds: idsOf(filings),
  suggestions,
  ...(tag === null ? {} : { tags: [tag] }),
  ...(author === null ? {} : { authors: [author] }),
  ...(notes === 'all' ? {} : { statuses: notes === 'questions' ? ['open', 'asked', 'answered', 'closed'] : ['open', 'asked'] })
})

let asked = 0

/** Counts anew what is meant; an older answer that comes late is let go. */
const count = async (): Promise<void> => {
  asked += 1
  const mine = asked
  const scope = scopeOf(store.get())
  if (store.get().format === 'pack') void packExportState.look(scope)
  const answer = await call('exchange.count', { scope })
  if (mine === asked && answer.ok) store.set({ tally: answer.value })
}

const choose = (
  patch: Partial<Pick<WorkExportState, 'format' | 'filings' | 'notes' | 'suggestions' | 'tag' | 'author' | 'wholeText'>>
): void => {
  store.set({ ...patch, phase: 'choosing', failure: null, outcome: null })
  void count()
}

/** Makes the screen ready: what is meant is the open filing, else what the library lists. A tag or a person chosen before is forgotten: it would leave out work unseen. */
const begin = (): void => {
  const filings = documentState.store.get().open ? 'open' : 'listed'
  const open = filings === 'open'
  store.set((
    { phase, format }
  ) => (phase === 'running'
    ? {}
    : { filings, format: open || format !== 'pdf' ? format : 'json', tag: null, author: null, phase: 'choosing', failure: null,
      outcome: null, progress: null })
  )
  packExportState.begin()
  void count()
}

/** Asks where to save and writes; words still being written are committed first. */
const run = async (): Promise<void> => {
  const state = store.get()
  if (state.phase === 'running' || state.format === 'pdf') return
  store.set({ phase: 'running', progress: null, failure: null, outcome: null })
  await notesState.flush()
  const answer = state.format === 'pack'
    ? await packExportState.write(scopeOf(state))
    : await call('exchange.export', { scope: scopeOf(state), format: state.format,
      wholeText: state.wholeText && state.format === 'markdown', path: null })
  if (!answer.ok) {
    const stopped = answer.failure.code === 'export-cancelled'
    store.set(stopped ? { phase: 'choosing' } : { phase: 'failed', failure: answer.failure })
  } else if (answer.value === null) store.set({ phase: 'choosing' })
  else {
    store.set({ phase: 'done', outcome: answer.value })
    feedbackState.announce('The export was saved.')
  }
}

/** Stops the writing; nothing is left behind. */
const cancel = async (): Promise<void> => {
  if (store.get().format === 'pack') await call('export.cancel', null)
  const answer = await call('exchange.cancel', null)
  if (!answer.ok) feedbackState.fail(answer.failure)
}

/** Follows the writing until the returned function is called. */
const start = (): () => void =>
  subscribe('work.progress', (progress) => {
    if ((progress.stage === 'writing' || progress.stage === 'printing') && store.get().phase === 'running') store.set({ progress })
  })

const select = {
  format: (state: WorkExportState) => state.format,
  filings: (state: WorkExportState) => state.filings,
  notes: (state: WorkExportState) => state.notes,
  suggestions: (state: WorkExportState) => state.suggestions,
  tag: (state: WorkExportState) => state.tag,
  author: (state: WorkExportState) => state.author,
  wholeText: (state: WorkExportState) => state.wholeText,
  tally: (state: WorkExportState) => state.tally,
  phase: (state: WorkExportState) => state.phase,
  progress: (state: WorkExportState) => state.progress,
  outcome: (state: WorkExportState) => state.outcome,
  failure: (state: WorkExportState) => state.failure
}

/** The state module of the export of work. */
export const workExportState = { store, start, begin, choose, recount: count, run, cancel, idsOf, scope: () => scopeOf(store.get()),
  select }
