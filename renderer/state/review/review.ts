/** Progress of the work: the board of filings, what is left as a queue that is stepped through, the request list, and reviewed sections. */
import type { FilingId, FolderId, NodeId } from '#contract/ids'
import type { FilingProgress, LeftItem, RequestItem, ReviewBoard, SectionReview } from '#contract/review'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { halvesState } from '../document/halves'
import { historyState } from '../document/history'
import { viewState } from '../window/view'
import { createNewest } from '../window/newest'
import { createRest } from '../window/rest'

/** The parts of the review screen. */
export type ReviewPart = 'progress' | 'requests' | 'activity'

/** How the board is ordered. */
export type BoardSort = 'left' | 'title' | 'suggestions' | 'sections' | 'questions'

/**
 * The queue of what is left: whose it is, the items read so far, the one that is shown and where it stands, and how many there are in
 * all. Where the shown one is done, `at` is the place of the one that comes next.
 */
export interface LeftQueue {
  readonly folderId: FolderId | null
  readonly filingId: FilingId | null
  readonly items: readonly LeftItem[]
  readonly shown: LeftItem | null
  readonly done: boolean
  readonly at: number
  readonly total: number
}

interface ReviewState {
  readonly part: ReviewPart
  /** The folder whose work is shown, or null for the whole library. */
  readonly folderId: FolderId | null
  readonly sort: BoardSort
  readonly board: ReviewBoard | null
  readonly requests: readonly RequestItem[] | null
  readonly queue: LeftQueue | null
  /** The reviewed sections of the filing that is open. */
  readonly sections: readonly SectionReview[]
  readonly sectionsOf: FilingId | null
}

const initial: ReviewState = { part: 'progress', folderId: null, sort: 'left', board: null, requests: null, queue: null, sections: [],
  sectionsOf: null }
const store = createStore(initial)

/** Most items of the queue that are read at once; when they are stepped through, the next are read. */
const LEFT_AT_ONCE = 500

/** How much is left to do on a filing, in items. */
export const leftOf = ({ suggestions, sections, questions, orphans }: FilingProgress): number =>
  suggestions.all - suggestions.decided + sections.all - sections.reviewed + questions.open + questions.asked + orphans

/** The filings of a board in order: by what is left (most first), by title, or by how much of one kind is left. */
export const sortBoard = (filings: readonly FilingProgress[], sort: BoardSort): readonly FilingProgress[] => {
  const measure = (progress: FilingProgress): number => {
    switch (sort) {
      case 'left':
        return leftOf(progress)
      case 'suggestions':
        return progress.suggestions.all - progress.suggestions.decided
      case 'sections':
        return progress.sections.all - progress.sections.reviewed
      case 'questions':
        return progress.questions.open + progress.questions.asked
      case 'title':
        return 0
    }
  }
  return filings.toSorted((a, b) => measure(b) - measure(a) || a.filing.title.localeCompare(b.filing.title, 'en', { numeric: true }))
}

/** The sums of a board. */
export const totalsOf = (
  filings: readonly FilingProgress[]
): { readonly decided: number; readonly suggestions: number; readonly reviewed: number; readonly sections: number;
  readonly questions: number; readonly orphans: number; readonly unread: number; readonly left: number } => {
  const sum = (of: (progress: FilingProgress) => number): number => filings.reduce((total, progress) => total + of(progress), 0)
  return {
    decided: sum(({ suggestions }) => suggestions.decided),
    suggestions: sum(({ suggestions }) => suggestions.all),
    reviewed: sum(({ sections }) => sections.reviewed),
    sections: sum(({ sections }) => sections.all),
    questions: sum(({ questions }) => questions.open + questions.asked),
    orphans: sum(({ orphans }) => orphans),
    unread: sum(({ unread }) => unread),
    left: sum(leftOf)
  }
}

const asked = createNewest()
const load = async (): Promise<void> => {
  const { folderId } = store.get()
  const mine = asked.begin()
  const [board, requests] = await Promise.all([call('review.board', { folderId }), call('review.requests', { folderId })])
  if (!mine.holds()) return
  if (!board.ok) feedbackState.fail(board.failure)
  else if (!requests.ok) feedbackState.fail(requests.failure)
  else store.set({ board: board.value, requests: requests.value })
}

/** Shows the review screen for a folder, or for the whole library. */
const open = (folderId: FolderId | null, part: ReviewPart = 'progress'): void => {
  const { folderId: before } = store.get()
  store.set({ folderId, part, ...(folderId === before ? {} : { board: null, requests: null }) })
  viewState.show('review')
  void load()
}
const setPart = (part: ReviewPart): void => store.set({ part })
const setSort = (sort: BoardSort): void => store.set({ sort })

/** Reads the reviewed sections of the open filing. */
const loadSections = async (filingId: FilingId | null): Promise<void> => {
  if (filingId === null) {
    store.set({ sections: [], sectionsOf: null })
    return
  }
  const answer = await call('review.sections', { filingId })
  if (documentState.select.filingId(documentState.store.get()) !== filingId) return
  if (answer.ok) store.set({ sections: answer.value, sectionsOf: filingId })
  else feedbackState.fail(answer.failure)
}

/** Whether a section of the open filing is marked as reviewed. */
const isReviewed = (section: NodeId): boolean => store.get().sections.some((review) => review.section === section)

const setSectionOf = async (filingId: FilingId, sequence: number, section: NodeId, reviewed: boolean, title?: string): Promise<void> => {
  const answer = await call('review.setSection', { filingId, sequence, section, reviewed })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  if (documentState.select.filingId(documentState.store.get()) === filingId) store.set({ sections: answer.value, sectionsOf: filingId })
  historyState.did(reviewed ? 'Section marked as reviewed.' : 'Section is to be reviewed again.', title)
}

/** Marks a section of the open document as reviewed, or takes the mark back. */
const setSection = async (section: NodeId, reviewed: boolean): Promise<void> => {
  const { open: filing, sequence, content } = documentState.store.get()
  if (!filing || sequence === null) return
  const title = content?.sections.find(({ id }) => id === section)?.title.replace(/\s+/g, ' ').trim()
  await setSectionOf(filing.filing.id, sequence, section, reviewed, title)
}

/** Marks the section that is stepped to as reviewed, in the filing it stands in: that one may still be opening. */
const reviewShown = async (): Promise<void> => {
  const shown = store.get().queue?.shown
  if (shown?.kind === 'section') await setSectionOf(shown.filingId, shown.sequence, shown.ref, true, shown.words)
}

/** Marks the section that is stepped to, else the one the reader is in, as reviewed; or takes the mark back. */
const toggleHere = (): void => {
  const { queue } = store.get()
  const stepped = queue?.shown?.kind === 'section' && queue.shown.filingId === documentState.select.filingId(documentState.store.get())
    ? queue.shown.ref
    : null
  const section = stepped ?? halvesState.here().section
  if (section !== null) void setSection(section, !isReviewed(section))
  else feedbackState.toast({ text: 'No section begins before this line.', detail: 'Scroll into one, or use the boxes of the outline.' })
}

const show = async (item: LeftItem): Promise<void> => {
  const place = { sequence: item.sequence, range: item.range }
  if (documentState.select.filingId(documentState.store.get()) !== item.filingId) await documentState.openFiling(item.filingId, place)
  else {
    viewState.show('reader')
    if (item.range) documentState.reveal(item.range, { sequence: item.sequence })
    else await documentState.showDocument(item.sequence)
  }
  const { content } = documentState.store.get()
  if (item.kind === 'suggestion')
    documentState.activate({ kind: content?.findings.some(({ id }) => id === item.ref) ?? false ? 'finding' : 'forward-looking',
      id: item.ref })
  if (item.kind === 'orphan' || item.kind === 'question') viewState.openInspector('notes')
  if (item.kind === 'section' && viewState.store.get().sidebarOpen) viewState.setSidebarTab('outline')
}

const goTo = async (at: number): Promise<void> => {
  const { queue } = store.get()
  const item = queue?.items[at]
  if (!queue || !item) return
  store.set({ queue: { ...queue, at, shown: item, done: false } })
  await show(item)
}

const read = async (folderId: FolderId | null, filingId: FilingId | null): Promise<LeftQueue | null> => {
  const answer = await call('review.left', { folderId, filingId, limit: LEFT_AT_ONCE })
  if (answer.ok) return { folderId, filingId, items: answer.value.items, shown: null, done: false, at: 0, total: answer.value.total }
  feedbackState.fail(answer.failure)
  return null
}

const done = (): void => {
  store.set({ queue: null })
  feedbackState.toast({ text: 'Nothing is left.', detail: 'Every suggestion is decided, every section reviewed, no question open.' })
  void load()
}

/** Begins to step through what is left in a folder, a filing or the library. */
const begin = async (folderId: FolderId | null, filingId: FilingId | null): Promise<void> => {
  const queue = await read(folderId, filingId)
  if (!queue) return
  if (queue.items.length === 0) {
    done()
    return
  }
  store.set({ queue })
  await goTo(0)
}

const keyOf = ({ kind, filingId, ref }: LeftItem): string => `${kind} ${filingId} ${ref}`

/** Reads what is left again, keeping the place: where the shown item stands, or the next of the old order that is still left. */
const refresh = async (): Promise<void> => {
  const before = store.get().queue
  if (!before) return
  const now = await read(before.folderId, before.filingId)
  const { queue } = store.get()
  if (!now || !queue) return
  const { shown } = queue
  const placeOf = new Map(now.items.map((item, at) => [keyOf(item), at]))
  const found = shown ? placeOf.get(keyOf(shown)) : undefined
  const next = queue.items.slice(queue.at).map((item) => placeOf.get(keyOf(item))).find((at) => at !== undefined)
  store.set({ queue: { ...now, shown, done: found === undefined, at: found ?? next ?? 0 } })
}

/** Goes to the next (1) or previous (-1) thing that is left; what was done meanwhile is left out. Begins again behind the last. */
const step = async (delta: 1 | -1): Promise<void> => {
  if (!store.get().queue) {
    await begin(store.get().folderId, null)
    return
  }
  // What was shown is left at once: a key that follows in the same breath must not take its decision back.
  documentState.activate(null)
  await refresh()
  const { queue } = store.get()
  if (!queue) return
  if (queue.items.length === 0) {
    done()
    return
  }
  const at = delta === 1 && queue.done ? queue.at : queue.at + delta
  await goTo((at + queue.items.length) % queue.items.length)
}
const endQueue = (): void => store.set({ queue: null })

/** Opens the place of a question. */
const openRequest = async (item: RequestItem): Promise<void> => {
  await documentState.openFiling(item.filing.id)
  const { target } = item.note
  if (target.kind === 'annotation') documentState.activate({ kind: 'annotation', id: target.annotationId })
  viewState.openInspector('notes')
}

/** Writes the request list into a file of the reader's choice. */
const exportRequests = async (): Promise<void> => {
  const answer = await call('review.exportRequests', { folderId: store.get().folderId, path: null })
  if (!answer.ok) feedbackState.fail(answer.failure)
  else if (answer.value) feedbackState.toast({ text: 'Request list written.', detail: answer.value.path })
}

/** How long the work must rest before the numbers are read again, in ms. */
const REST_MS = 250

/** Follows the open filing and everything that changes the numbers, until the returned function is called. */
const start = (): () => void => {
  const { move: changed, stop } = createRest(() => {
    if (viewState.store.get().screen === 'review') void load()
    if (store.get().queue) void refresh()
    void loadSections(documentState.select.filingId(documentState.store.get()))
  }, REST_MS)
  const offs = [
    documentState.store.subscribe((now, before) => {
      const [next, last] = [now.open?.filing.id ?? null, before.open?.filing.id ?? null]
      if (next !== last) void loadSections(next)
    }),
    historyState.store.subscribe(changed),
    subscribe('work.changed', changed),
    subscribe('library.changed', changed)
  ]
  return () => {
    stop()
    for (const off of offs) off()
  }
}

const select = {
  part: (state: ReviewState) => state.part,
  folderId: (state: ReviewState) => state.folderId,
  sort: (state: ReviewState) => state.sort,
  board: (state: ReviewState) => state.board,
  requests: (state: ReviewState) => state.requests,
  queue: (state: ReviewState) => state.queue,
  sections: (state: ReviewState) => state.sections
}

/** The state module of the review. */
export const reviewState = { store, start, load, open, setPart, setSort, setSection, isReviewed, reviewShown, toggleHere, begin, step,
  endQueue, openRequest, exportRequests, select }
