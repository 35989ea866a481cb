/** The filing that is open: its documents, the one that is read, where the reader is, what is selected and what is in focus. */
import type { AnnotationDraft, SuggestionKind } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { DocumentContent, OpenFiling } from '#contract/library'
import type { TextRange } from '#contract/range'
import type { Failure } from '#contract/result'
import { call } from '../bridge/client'
import { callDocument } from '../bridge/document'
import { subscribe } from '../bridge/events'
import { createStore } from './create-store'
import { cutForDrawing } from './drawn-pieces'
import { feedbackState } from './feedback'
import { halvesState, type Reveal, wish } from './halves'
import { libraryState } from './library'
import { viewState } from './view'

/** A mark of any kind, by what it is and which. */
export interface MarkRef {
  readonly kind: SuggestionKind | 'annotation'
  readonly id: string
}

/** A place to go to in a filing; `gap` is where its line stood below the top edge, in CSS pixels. */
export interface Place {
  readonly sequence: number
  readonly range: TextRange | null
  readonly gap?: number
}

/** The words the reader selected, ready to be marked. `text` is what they read, blocks parted by line ends. */
export interface Selection extends Omit<AnnotationDraft, 'tagId'> {
  readonly text: string
}

interface DocumentState {
  readonly phase: 'empty' | 'opening' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly open: OpenFiling | null
  readonly sequence: number | null
  readonly content: DocumentContent | null
  readonly active: MarkRef | null
  /** All marks under the last click, the one in focus among them, for cycling through an overlap. */
  readonly overlap: readonly MarkRef[]
  readonly selection: Selection | null
  readonly back: readonly Place[]
  readonly forward: readonly Place[]
}

const initial: DocumentState = {
  phase: 'empty',
  failure: null,
  open: null,
  sequence: null,
  content: null,
  active: null,
  overlap: [],
  selection: null,
  back: [],
  forward: []
}
const store = createStore(initial)

const MOST_PLACES = 100
let opening = 0

const here = (): Place | null => {
  const { sequence } = store.get()
  const { top, gap } = halvesState.here()
  return sequence === null ? null : { sequence, range: { start: top, end: top }, gap }
}

/** Loads one document of a filing that is open or about to be; a later wish overtakes an earlier one. */
const load = async (sequence: number, reveal: Reveal | null, open: OpenFiling | null = store.get().open): Promise<boolean> => {
  if (!open) return false
  opening += 1
  const mine = opening
  // Asked for before the frame around it is drawn, so that both go on at once.
  const asked = callDocument(open.filing.id, sequence)
  store.set({ open, phase: 'opening', sequence, content: null, failure: null, active: null, overlap: [], selection: null })
  const answer = await asked
  libraryState.settle(open.filing.fileName)
  if (mine !== opening) return false
  if (!answer.ok) {
    store.set({ phase: 'failed', failure: answer.failure })
    return false
  }
  halvesState.reset(reveal?.range.start ?? answer.value.range.start, reveal)
  store.set({ phase: 'ready', content: { ...answer.value, blocks: cutForDrawing(answer.value.blocks) } })
  return true
}

/** Tells the store where the reader is, so that the filing opens there the next time. */
const leave = async (): Promise<void> => {
  const { open, sequence, phase } = store.get()
  if (!open || sequence === null || phase !== 'ready') return
  await call('filing.leave', { filingId: open.filing.id, sequence, position: halvesState.here().top })
}

/** A place to go to in a filing that is not open yet; which of its documents holds the range need not be known. */
export type Destination = Omit<Place, 'sequence'> & Partial<Pick<Place, 'sequence'>>

/** Opens a filing where it was left, or at `goto`. */
const openFiling = async (filingId: FilingId, goto: Destination | null = null): Promise<void> => {
  await leave()
  opening += 1
  const mine = opening
  const asked = call('filing.open', { filingId })
  viewState.show('reader')
  store.set({ ...initial, phase: 'opening' })
  const answer = await asked
  if (mine !== opening) return
  if (!answer.ok) {
    store.set({ phase: 'failed', failure: answer.failure })
    return
  }
  const open = answer.value
  const resume = open.position === null ? null : wish({ start: open.position, end: open.position }, false, 'top')
  const wanted = goto?.range ? wish(goto.range, true, 'reading-height') : null
  await load(goto?.sequence ?? (goto?.range ? documentAt(open, goto.range.start) : null) ?? open.current, goto ? wanted : resume, open)
  feedbackState.announce(`${open.filing.title} opened.`)
}

/** Adds where the reader is to the places that can be returned to. */
const rememberPlace = (): void => {
  const place = here()
  if (place) store.set(({ back }) => ({ back: [...back.slice(1 - MOST_PLACES), place], forward: [] }))
}

/** Shows another document of the open filing. */
const showDocument = async (sequence: number): Promise<void> => {
  if (store.get().sequence === sequence) return
  await leave()
  rememberPlace()
  await load(sequence, null)
}

/** The document of a filing whose range holds `offset`, or null. */
const documentAt = (open: OpenFiling, offset: number): number | null =>
  open.documents.find(({ range }) => offset >= range.start && offset < range.end)?.sequence ?? null

/** Scrolls to a range, in whichever document of the filing it lies; flashes it and remembers the place before unless told not to. */
const reveal = (range: TextRange,
  how: { readonly flash?: boolean; readonly sequence?: number; readonly remember?: boolean; readonly at?: Reveal['at'] } = {}): void => {
  const { sequence, open } = store.get()
  if (!open) return
  const wanted = how.sequence ?? documentAt(open, range.start) ?? sequence
  const request = wish(range, how.flash ?? true, how.at ?? 'reading-height')
  if (how.remember ?? true) rememberPlace()
  if (wanted === null || wanted === sequence) halvesState.active().store.set({ reveal: request })
  else void load(wanted, request)
}

/** As `reveal`, in the other half of the reading view, which is opened where there is none. */
const revealBeside = (range: TextRange, how: { readonly flash?: boolean; readonly at?: Reveal['at'] } = {}): void => {
  viewState.setSource(false)
  halvesState.turnBeside()
  reveal(range, { ...how, remember: false })
}

const travel = (place: Place): void => {
  const request = place.range ? wish(place.range, false, 'top', place.gap) : null
  if (place.sequence === store.get().sequence) halvesState.active().store.set({ reveal: request })
  else void load(place.sequence, request)
}

/** Returns to where the reader was before the last jump. */
const goBack = (): void => {
  const { back, forward } = store.get()
  const place = back.at(-1)
  const from = here()
  if (!place || !from) return
  store.set({ back: back.slice(0, -1), forward: [...forward, from] })
  travel(place)
}

/** Takes back the last return. */
const goForward = (): void => {
  const { back, forward } = store.get()
  const place = forward.at(-1)
  const from = here()
  if (!place || !from) return
  store.set({ forward: forward.slice(0, -1), back: [...back, from] })
  travel(place)
}

const TAB_OF = { 'finding': 'findings', 'forward-looking': 'forward-looking', 'annotation': 'notes' } as const

/** Puts one mark in focus: its card is shown and its words stand out. Null puts none in focus. */
const activate = (ref: MarkRef | null, overlap: readonly MarkRef[] = ref ? [ref] : []): void => {
  store.set({ active: ref, overlap })
  // The list of all marks holds whatever is in focus, so nobody who works in it is sent elsewhere.
  if (ref && viewState.store.get().inspectorTab !== 'marks') viewState.openInspector(TAB_OF[ref.kind])
}

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
  store.set({ open: answer.value })
  await load(sequence ?? answer.value.current, null)
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

/** Puts words on the system's clipboard, beside them their form in HTML where they have one, and says so. */
const copy = async (text: string, said: string, html: string | null = null): Promise<void> => {
  const answer = await call('clipboard.write', { text, html })
  if (answer.ok) feedbackState.toast({ text: said })
  else feedbackState.fail(answer.failure)
}

/** Closes the filing. */
const close = async (): Promise<void> => {
  await leave()
  opening += 1
  store.set(initial)
  viewState.show('library')
}

/** How long the page rests before its place is kept, in ms, so that a crash loses no more than the last move. */
const REST_MS = 1000

/** Follows imports and keeps the reader's place until the returned function is called. */
const start = (): () => void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const offs = [
    halvesState.onMove(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void leave(), REST_MS)
    }),
    // Sent before the answer that lets the window close, and calls are dealt with in the order they were sent.
    subscribe('window.flush', () => void leave()),
    subscribe('import.finished', ({ outcome, failure, open }) => {
      if (failure) feedbackState.fail(failure)
      if (outcome && open) void openFiling(outcome.filingId)
    })
  ]
  return () => {
    clearTimeout(timer)
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
  canGoBack: (state: DocumentState) => state.back.length > 0,
  canGoForward: (state: DocumentState) => state.forward.length > 0
}

/** The state module of the open filing. */
export const documentState = {
  store,
  start,
  openFiling,
  showDocument,
  leave,
  close,
  reveal,
  revealBeside,
  rememberPlace,
  goBack,
  goForward,
  activate,
  cycleOverlap,
  setSelection,
  reencode,
  source,
  copy,
  select
}
