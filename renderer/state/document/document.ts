/** The filing that is open: its documents, the one that is read, where the reader is, what is selected and what is in focus. */
import type { AnnotationDraft, SuggestionKind } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { DocumentContent, OpenFiling } from '#contract/library'
import type { TextRange } from '#contract/range'
import type { Failure } from '#contract/result'
import type { ReadingLayout, ReadingPlace } from '#contract/session'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { type Destination, documentAt, revealOf } from './destination'
import { feedbackState } from '../window/feedback'
import { type HalfName, halvesState, type Reveal, wish } from './halves'
import { readDocument } from './read-document'
import { trailState } from '../window/trail'
import { viewState } from '../window/view'
import { createNewest } from '../window/newest'
import { createRest } from '../window/rest'

/** A mark of any kind, by what it is and which. */
export interface MarkRef {
  readonly kind: SuggestionKind | 'annotation'
  readonly id: string
}

/** The words the reader selected, ready to be marked. `text` is what they read, blocks parted by line ends. */
export interface Selection extends Omit<AnnotationDraft, 'tagId'> {
  readonly text: string
}

/** A document of a filing with its content, as one half of the reading view shows it. */
export interface ShownDocument {
  readonly open: OpenFiling
  readonly sequence: number
  readonly content: DocumentContent
}

interface DocumentState {
  readonly phase: 'empty' | 'opening' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly open: OpenFiling | null
  readonly sequence: number | null
  readonly content: DocumentContent | null
  /** What the half that is not active shows where that is another document; null where both show the same. */
  readonly beside: ShownDocument | null
  readonly active: MarkRef | null
  /** All marks under the last click, the one in focus among them, for cycling through an overlap. */
  readonly overlap: readonly MarkRef[]
  readonly selection: Selection | null
}

const UNMARKED = { active: null, overlap: [], selection: null } as const

const initial: DocumentState = { phase: 'empty', failure: null, open: null, sequence: null, content: null, beside: null, ...UNMARKED }
const store = createStore(initial)

const opening = createNewest()

/** How a filing that was shown before is shown again; set by who keeps that (`tabs.ts`). */
let layoutOf: (filingId: FilingId) => ReadingLayout | null = () => null
const keepLayouts = (keeper: typeof layoutOf): void => {
  layoutOf = keeper
}

const shown = (): ShownDocument | null => {
  const { phase, open, sequence, content } = store.get()
  return phase === 'ready' && open && sequence !== null && content ? { open, sequence, content } : null
}

const placeIn = (half: HalfName, { open, sequence }: ShownDocument): ReadingPlace => {
  const { top, gap } = halvesState.half(half).store.get()
  return { filingId: open.filing.id, sequence, top, gap }
}

/** What the reading view shows now, for another time; null while there is nothing in it. */
const layout = (): ReadingLayout | null => {
  const here = shown()
  const { split, active } = halvesState.store.get()
  if (!here) return null
  const in_ = (half: HalfName): ReadingPlace => placeIn(half, half === active ? here : store.get().beside ?? here)
  return { first: in_('first'), second: split ? in_('second') : null, active }
}

/** Loads one document of a filing that is open or about to be, whole; a later wish overtakes an earlier one. */
const loadWhole = async (sequence: number, reveal: Reveal | null, open: OpenFiling): Promise<boolean> => {
  const mine = opening.begin()
  // Asked for before the frame around it is drawn, so that both go on at once.
  const asked = readDocument(open.filing.id, sequence)
  store.set({ open, phase: 'opening', sequence, content: null, beside: null, failure: null, ...UNMARKED })
  const answer = await asked
  if (!mine.holds()) return false
  if (!answer.ok) {
    store.set({ phase: 'failed', failure: answer.failure })
    return false
  }
  halvesState.reset(reveal?.range.start ?? answer.value.range.start, reveal)
  store.set({ phase: 'ready', content: answer.value })
  return true
}

/** Loads a document into the active half; the other goes on showing what it shows. */
const loadBeside = async (sequence: number, reveal: Reveal | null, open: OpenFiling): Promise<boolean> => {
  const mine = opening.begin()
  const answer = await readDocument(open.filing.id, sequence)
  const here = shown()
  if (!mine.holds() || !here) return false
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  const other = store.get().beside ?? here
  const same = other.open.filing.id === open.filing.id && other.sequence === sequence
  const content = same ? other.content : answer.value
  halvesState.place(reveal?.range.start ?? content.range.start, reveal)
  store.set({ open: same ? other.open : open, sequence, content, beside: same ? null : other, ...UNMARKED })
  return true
}

/** Loads one document: into the active half where the filing is read in two, else whole. */
const load = (sequence: number, reveal: Reveal | null, open: OpenFiling): Promise<boolean> =>
  halvesState.store.get().split && store.get().open === open && shown() ?
    loadBeside(sequence, reveal, open)
    : loadWhole(sequence, reveal, open)

/** Opens the second half as it was left, once the first is there. */
const loadLayout = async ({ first, second, active }: ReadingLayout, open: OpenFiling): Promise<boolean> => {
  if (!second) return loadWhole(first.sequence, wish({ start: first.top, end: first.top }, false, 'top', first.gap), open)
  const [mine, other] = active === 'first' ? [first, second] : [second, first]
  const same = mine.filingId === other.filingId && mine.sequence === other.sequence
  const [opened, content] = same ? [null, null] : await Promise.all([
    call('filing.open', { filingId: other.filingId }),
    readDocument(other.filingId, other.sequence)
  ])
  if (!(await loadWhole(mine.sequence, wish({ start: mine.top, end: mine.top }, false, 'top', mine.gap), open))) return false
  const beside = opened?.ok && content?.ok ? { open: opened.value, sequence: other.sequence, content: content.value } : null
  if (!same && !beside) return true
  halvesState.arrange({ first, second }, active)
  store.set({ beside })
  return true
}

const leaveAt = async ({ filingId, sequence, top }: ReadingPlace): Promise<void> => {
  await call('filing.leave', { filingId, sequence, position: top })
}

/** Tells the store where the reader is, so that the filing opens there the next time. */
const leave = async (): Promise<void> => {
  const here = shown()
  if (here) await leaveAt(placeIn(halvesState.store.get().active, here))
}

/** Takes note of the place before another is shown over it; leaving another screen is noted by itself. */
const rememberPlace = (): void => {
  if (viewState.store.get().screen === 'reader') trailState.remember()
}

/** Begins to open a filing in the place of what is shown; null where another wish overtook it or it cannot be opened. */
const fetchOpen = async (filingId: FilingId): Promise<OpenFiling | null> => {
  const mine = opening.begin()
  const asked = call('filing.open', { filingId })
  viewState.show('reader')
  store.set({ ...initial, phase: 'opening' })
  const answer = await asked
  if (!mine.holds()) return null
  if (answer.ok) return answer.value
  store.set({ phase: 'failed', failure: answer.failure })
  return null
}

/** Goes to a place of the filing that is open. */
const showAt = async (goto: Destination, open: OpenFiling): Promise<void> => {
  const reveal = revealOf(goto)
  const sequence = goto.sequence ?? (goto.range && documentAt(open, goto.range.start))
  if (sequence !== null && sequence !== store.get().sequence) await load(sequence, reveal, open)
  else if (reveal) halvesState.active().store.set({ reveal })
}

/** Whether the filing that is open was opened last at a place of it, such as a hit or a citation, and not for its own sake. */
let passing = false
const inPassing = (): boolean => passing

/** Opens a filing as it was left, or at `goto`. One that is open already is shown as it is. */
const openFiling = async (filingId: FilingId, goto: Destination | null = null): Promise<void> => {
  const here = shown()
  if (here?.open.filing.id === filingId) {
    if (goto) rememberPlace()
    viewState.show('reader')
    if (goto) await showAt(goto, here.open)
    return
  }
  rememberPlace()
  const kept = layoutOf(filingId)
  passing = goto !== null
  await leave()
  const open = await fetchOpen(filingId)
  if (!open) return
  if (kept && (kept.second || !goto)) {
    if (await loadLayout(kept, open) && goto) await showAt(goto, open)
  } else {
    const resume = open.position === null ? null : wish({ start: open.position, end: open.position }, false, 'top')
    const sequence = goto?.sequence ?? (goto?.range ? documentAt(open, goto.range.start) : null) ?? open.current
    await loadWhole(sequence, goto ? revealOf(goto) : resume, open)
  }
  feedbackState.announce(`${open.filing.title} opened.`)
}

/** Opens a filing in the half that is not active, which is opened where there is none; where nothing is read, it is opened whole. */
const openBeside = async (filingId: FilingId): Promise<void> => {
  const here = shown()
  if (!here) {
    await openFiling(filingId)
    return
  }
  rememberPlace()
  const answer = await call('filing.open', { filingId })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  const open = answer.value
  viewState.setSource(false)
  viewState.show('reader')
  halvesState.turnBeside()
  const now = store.get().open
  const resume = open.position === null ? null : wish({ start: open.position, end: open.position }, false, 'top')
  if (now?.filing.id === filingId && store.get().beside) return
  if (await loadBeside(open.current, resume, open)) feedbackState.announce(`${open.filing.title} opened in the other half.`)
}

/** Shows another document of the open filing. */
const showDocument = async (sequence: number): Promise<void> => {
  const { open, sequence: now } = store.get()
  if (!open || now === sequence) return
  rememberPlace()
  await leave()
  await load(sequence, null, open)
}

/** Scrolls to a range, in whichever document of the filing it lies; flashes it and remembers the place before unless told not to. */
const reveal = (range: TextRange,
  how: { readonly flash?: boolean; readonly sequence?: number; readonly remember?: boolean; readonly at?: Reveal['at'] } = {}): void => {
  const { sequence, open } = store.get()
  if (!open) return
  const wanted = how.sequence ?? documentAt(open, range.start) ?? sequence
  const request = wish(range, how.flash ?? true, how.at ?? 'reading-height')
  if (how.remember ?? true) rememberPlace()
  if (wanted === null || wanted === sequence) halvesState.active().store.set({ reveal: request })
  else void load(wanted, request, open)
}

/** As `reveal`, in the other half of the reading view, which is opened where there is none. */
const revealBeside = (range: TextRange, how: { readonly flash?: boolean; readonly at?: Reveal['at'] } = {}): void => {
  const here = shown()
  viewState.setSource(false)
  halvesState.turnBeside()
  const { open } = store.get()
  // The other half shows another filing: there is no such place in it, so it makes way.
  if (here && open && open.filing.id !== here.open.filing.id)
    void loadBeside(here.sequence, wish(range, how.flash ?? true, how.at ?? 'reading-height'), here.open)
  else reveal(range, { ...how, remember: false })
}

/** Turns the window to what the other half shows, as the reader turned to that half. */
const turnOver = (from: HalfName): void => {
  const here = shown()
  const { beside } = store.get()
  if (!here || !beside) return
  void leaveAt(placeIn(from, here))
  store.set({ ...beside, beside: here, ...UNMARKED })
}

const TAB_OF = { 'finding': 'findings', 'forward-looking': 'forward-looking', 'annotation': 'notes' } as const

/** Puts one mark in focus: its card is shown and its words stand out. Null puts none in focus. */
const activate = (ref: MarkRef | null, overlap: readonly MarkRef[] = ref ? [ref] : []): void => {
  store.set({ active: ref, overlap })
  // The list of all marks holds whatever is in focus, so nobody who works in it is sent elsewhere.
  if (ref && viewState.store.get().inspectorTab !== 'marks') viewState.openInspector(TAB_OF[ref.kind])
}

/** Puts a mark that was just made in focus, so that the next key is about it; what the panes show stays. */
const hold = (ref: MarkRef): void => store.set({ active: ref, overlap: [ref] })

/** Puts the next of the marks under the last click in focus. */
const cycleOverlap = (): void => {
  const { active, overlap } = store.get()
  if (overlap.length < 2) return
  const at = overlap.findIndex((ref) => ref.id === active?.id && ref.kind === active.kind)
  activate(overlap[(at + 1) % overlap.length] ?? null, overlap)
}

/** Takes note of the words the reader selected, or of none. */
const setSelection = (selection: Selection | null): void => store.set({ selection })

/** Reads the kept bytes again with another encoding; notes are attached again by the main process. */
const reencode = async (encoding: string): Promise<void> => {
  const { open, sequence } = store.get()
  if (!open) return
  const answer = await call('filing.reencode', { filingId: open.filing.id, encoding })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  await loadWhole(sequence ?? answer.value.current, null, answer.value)
}

/** The decoded source of a range of the open filing, or null where it could not be had. */
const source = async (range: TextRange): Promise<string | null> => {
  const { open } = store.get()
  if (!open) return null
  const answer = await call('filing.source', { filingId: open.filing.id, range })
  if (answer.ok) return answer.value
  feedbackState.fail(answer.failure)
  return null
}

/** Closes the filing; the library takes its place where it was on the screen. */
const close = async (): Promise<void> => {
  const left = leave()
  opening.overtake()
  if (viewState.store.get().screen === 'reader') viewState.show('library')
  store.set(initial)
  await left
}

/** How long the page rests before its place is kept, in ms, so that a crash loses no more than the last move. */
const REST_MS = 1000

/** Follows imports and keeps the reader's place until the returned function is called. */
const start = (): () => void => {
  const left = createRest(() => void leave(), REST_MS)
  const offs = [
    halvesState.store.subscribe((now, before) => {
      if (!now.split && store.get().beside) store.set({ beside: null })
      else if (now.split && before.split && now.active !== before.active) turnOver(before.active)
    }),
    halvesState.onMove(left.move),
    // Sent before the answer that lets the window close, and calls are dealt with in the order they were sent.
    subscribe('window.flush', () => void leave()),
    subscribe('import.finished', ({ outcome, failure, open }) => {
      if (failure) feedbackState.fail(failure)
      if (outcome && open) void openFiling(outcome.filingId)
    }),
    subscribe('link.followed', ({ target, failure }) => {
      if (failure) feedbackState.fail(failure)
      if (target) void openFiling(target.filingId, target)
    })
  ]
  return () => {
    left.stop()
    for (const off of offs) off()
  }
}

const select = {
  phase: (state: DocumentState) => state.phase,
  failure: (state: DocumentState) => state.failure,
  open: (state: DocumentState) => state.open,
  filingId: (state: DocumentState): FilingId | null => state.open?.filing.id ?? null,
  sequence: (state: DocumentState) => state.sequence,
  content: (state: DocumentState) => state.content,
  active: (state: DocumentState) => state.active,
  overlap: (state: DocumentState) => state.overlap,
  selection: (state: DocumentState) => state.selection,
  beside: (state: DocumentState) => state.beside
}

/** The state module of the open filing. */
export const documentState = {
  store,
  start,
  keepLayouts,
  inPassing,
  layout,
  openFiling,
  openBeside,
  showDocument,
  leave,
  close,
  reveal,
  revealBeside,
  rememberPlace,
  activate,
  hold,
  cycleOverlap,
  setSelection,
  reencode,
  source,
  select
}
