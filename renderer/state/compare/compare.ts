/** The comparison of two documents: which they are, what was found, and how it is shown. */
import { CHANGE_WORDS } from '#model/change-words'
import type { ChangeKind, ComparedDocument, ComparedPassage, Comparison, ComparisonRow } from '#contract/comparison'
import type { FilingId } from '#contract/ids'
import type { OpenFiling } from '#contract/library'
import type { Failure } from '#contract/result'
import type { VersionCandidate } from '#contract/version'
import { call } from '../../bridge/client'
import { callComparison } from '../../bridge/comparison'
import { remember, remembered } from '../../bridge/remembered'
import { byAge } from '#model/filing-identity'
import { isChange, nextChange, passes } from './compared-rows'
import type { CompareSide } from './compare-places'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { trailState } from '../window/trail'
import { viewState } from '../window/view'
import { createNewest } from '../window/newest'
import { countWords } from '#model/words'

export type { CompareSide } from './compare-places'
/** How changed passages are set: each side in its column, or both in one text. */
export type CompareMode = 'side-by-side' | 'inline'
/** What of the documents is compared. */
export type ComparePart = 'text' | 'factors' | 'safe-harbor' | 'figures'

/** A filing that was chosen, and which of its documents. */
export interface ChosenFiling {
  readonly open: OpenFiling
  readonly sequence: number
}

interface CompareState {
  readonly left: ChosenFiling | null
  readonly right: ChosenFiling | null
  readonly phase: 'choosing' | 'working' | 'done' | 'failed'
  readonly comparison: Comparison | null
  readonly failure: Failure | null
  readonly mode: CompareMode
  readonly part: ComparePart
  /** The kinds of change that are shown; all where it is empty. */
  readonly shown: readonly ChangeKind[]
  /** The row in focus, by its place, or -1. */
  readonly current: number
  /** The side of the row in focus on which keys act. */
  readonly side: CompareSide
  /** First rows of the runs that were unfolded. */
  readonly unfolded: readonly number[]
}

const initial: CompareState = {
  left: null,
  right: null,
  phase: 'choosing',
  comparison: null,
  failure: null,
  mode: 'side-by-side',
  part: 'text',
  shown: [],
  current: -1,
  side: 'right',
  unfolded: []
}
const store = createStore(initial)
const asked = createNewest()

const FRESH = { comparison: null, failure: null, shown: [], current: -1, unfolded: [] } as const

const sideOf = ({ open, sequence }: ChosenFiling): ComparedDocument => ({ filingId: open.filing.id, sequence })

/** Compares what was chosen; a later wish overtakes an earlier one. */
const run = async (): Promise<void> => {
  const { left, right } = store.get()
  const mine = asked.begin()
  if (!left || !right) {
    store.set({ ...FRESH, phase: 'choosing' })
    return
  }
  store.set({ ...FRESH, phase: 'working' })
  const answer = await callComparison(sideOf(left), sideOf(right))
  if (!mine.holds()) return
  if (!answer.ok) {
    store.set({ phase: 'failed', failure: answer.failure })
    return
  }
  store.set({ phase: 'done', comparison: answer.value })
  const changes = answer.value.rows.filter(isChange).length
  feedbackState.announce(changes === 0 ? 'No differences.' : `${String(changes)} differences.`)
}

/** The document of a filing to begin with: that of the same exhibit as on the other side, else the one read last; never the other one itself. */
const documentOf = (open: OpenFiling, other: ChosenFiling | null): number => {
  const type = other?.open.documents.find(({ sequence }) => sequence === other.sequence)?.type ?? null
  const isOther = (sequence: number): boolean => other?.open.filing.id === open.filing.id && other.sequence === sequence
  const free = open.documents.filter(({ sequence, format }) => !isOther(sequence) && format !== 'binary')
  const alike = free.find((document) => type !== null && document.type === type)
  return alike?.sequence ?? (isOther(open.current) ? free[0]?.sequence : undefined) ?? open.current
}

/** Puts a filing on a side, and compares once both sides have one. */
const choose = async (side: CompareSide, filingId: FilingId): Promise<void> => {
  const answer = await call('filing.open', { filingId })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  const other = store.get()[side === 'left' ? 'right' : 'left']
  const chosen: ChosenFiling = { open: answer.value, sequence: documentOf(answer.value, other) }
  // The older one is what the newer one is set against, whichever was chosen first.
  const left = side === 'left' ? chosen : other
  const right = side === 'left' ? other : chosen
  store.set(left && right && byAge(left.open.filing, right.open.filing) > 0 ? { left: right, right: left } : { left, right })
  await run()
}

/** The versions of a filing that the library proposes; none where it cannot say. */
const candidates = async (filingId: FilingId): Promise<readonly VersionCandidate[]> => {
  const answer = await call('version.candidates', { filingId })
  return answer.ok ? answer.value : []
}

/** What is compared, or null while one side is to be chosen. */
const sides = (): { readonly left: ComparedDocument; readonly right: ComparedDocument } | null => {
  const { left, right } = store.get()
  return left && right ? { left: sideOf(left), right: sideOf(right) } : null
}

/** Puts two documents of before into their places again, without comparing them yet; false where one of them cannot be opened. */
const takeUp = async (left: ComparedDocument, right: ComparedDocument): Promise<boolean> => {
  const [first, second] = await Promise.all([left, right].map(({ filingId }) => call('filing.open', { filingId })))
  if (!first?.ok || !second?.ok) return false
  asked.overtake()
  store.set({ ...FRESH, ...remembered('compare', LAYOUT), part: 'text', phase: 'working',
    left: { open: first.value, sequence: left.sequence }, right: { open: second.value, sequence: right.sequence } })
  return true
}

/** Compares what was taken up and not compared yet, as the comparison comes into sight. */
const settle = async (current = -1): Promise<void> => {
  const { phase, comparison, left, right } = store.get()
  if (phase === 'working' && !comparison && left && right) await run()
  if (current >= 0 && store.get().comparison) store.set({ current })
}

/** Shows a comparison of before again, at the row that was in focus. */
const reopen = async (left: ComparedDocument, right: ComparedDocument, current: number): Promise<void> => {
  const isSame = JSON.stringify(sides()) === JSON.stringify({ left, right })
  viewState.show('compare')
  if (isSame || await takeUp(left, right)) await settle(current)
}

/** Forgets the comparison; the library takes its place where it was on the screen. */
const close = (): void => {
  asked.overtake()
  if (viewState.store.get().screen === 'compare') viewState.show('library')
  store.set({ ...FRESH, left: null, right: null, phase: 'choosing' })
}

trailState.guide('compare', {
  here: () => {
    const both = sides()
    return both && { screen: 'compare', ...both, current: store.get().current }
  },
  go: ({ left, right, current }) => void reopen(left, right, current)
})

/** Shows the comparison of `filingId` with a filing that is still to be chosen; of two that are to be chosen where it is null. */
const begin = async (filingId: FilingId | null): Promise<void> => {
  asked.overtake()
  if (viewState.store.get().screen === 'compare') trailState.remember()
  store.set({ ...FRESH, ...remembered('compare', LAYOUT), left: null, right: null, phase: 'choosing', part: 'text' })
  viewState.show('compare')
  void call('compare.prepare', null)
  if (filingId !== null) await choose('left', filingId)
}

const setDocument = (side: CompareSide, sequence: number): Promise<void> => {
  const chosen = store.get()[side]
  if (chosen) store.set({ [side]: { ...chosen, sequence } })
  return run()
}

/** Takes the filing off a side, so that another can be chosen. */
const clear = (side: CompareSide): void => {
  store.set({ [side]: null })
  void run()
}

/** Sets each document in the place of the other. */
const swap = (): Promise<void> => {
  const { left, right } = store.get()
  store.set({ left: right, right: left })
  return run()
}

/** What is kept from one start to the next. */
const LAYOUT: { readonly mode: CompareMode } = { mode: 'side-by-side' }

const setMode = (mode: CompareMode): void => {
  store.set({ mode })
  remember('compare', { mode })
}
const toggleMode = (): void => setMode(store.get().mode === 'inline' ? 'side-by-side' : 'inline')
const setPart = (part: ComparePart): void => store.set({ part, shown: [] })

/** Shows a kind of change alone or beside those chosen before, or leaves it out again. */
const toggleKind = (kind: ChangeKind): void => {
  store.set(({ shown }) => ({ shown: shown.includes(kind) ? shown.filter((kept) => kept !== kind) : [...shown, kind], current: -1 }))
}
const showAll = (): void => store.set({ shown: [], current: -1 })
const unfold = (from: number): void => store.set(({ unfolded }) => ({ unfolded: [...unfolded, from] }))
/** Puts a row in focus, and one of its sides where that is meant. */
const point = (current: number, side: CompareSide = store.get().side): void => store.set({ current, side })

/** Has the row in focus read out: which change it is, of how many, and its words. */
const tell = (): void => {
  const { comparison, shown, current } = store.get()
  const row = comparison?.rows[current]
  if (!comparison || !row) return
  const changes = comparison.rows.filter((one) => passes(one, shown))
  const place = isChange(row) ? `Change ${String(changes.indexOf(row) + 1)} of ${String(changes.length)}, ` : ''
  feedbackState.announce(`${place}${CHANGE_WORDS[row.kind]}: ${(row.right ?? row.left)?.text.slice(0, 160) ?? ''}`)
}

/** Goes to the next change shown (1) or the one before (-1). */
const step = (delta: 1 | -1): void => {
  const { comparison, shown, current } = store.get()
  const rows = comparison?.rows ?? []
  const at = nextChange(rows, shown, current, delta)
  if (at < 0) return
  const row = rows[at]
  store.set({ current: at, part: 'text', side: row?.right ? 'right' : 'left' })
  tell()
}

/** Puts the keys on the other side of the row in focus, where it has one. */
const turn = (side: CompareSide): void => {
  const { comparison, current } = store.get()
  if (comparison?.rows[current]?.[side]) store.set({ side })
}

/** Goes to a row in the text, unchanged ones around it unfolded where they hide it. */
const goTo = (at: number): void => {
  store.set({ part: 'text', shown: [], current: at })
  tell()
}

/** Writes the comparison as a PDF where the reader says. */
const exportPdf = async (): Promise<void> => {
  const { left, right } = store.get()
  if (!left || !right) return
  const answer = await call('compare.export', { left: sideOf(left), right: sideOf(right), path: null, overwrite: false })
  if (!answer.ok) feedbackState.fail(answer.failure)
  else if (answer.value)
    feedbackState.toast({ text: `Comparison exported, ${countWords(answer.value.pages, 'page')}.`, detail: answer.value.path })
}

/** Whether a comparison is shown, so that its keys and commands apply. */
const isShown = (): boolean => viewState.store.get().screen === 'compare' && store.get().comparison !== null

/** Opens the filing of a side at the words of a passage. */
const openAt = async (side: CompareSide, { range }: ComparedPassage): Promise<void> => {
  const chosen = store.get()[side]
  if (chosen) await documentState.openFiling(chosen.open.filing.id, { sequence: chosen.sequence, range })
}

/** The row in focus, or undefined where none is. */
const rowInHand = (): ComparisonRow | undefined => store.get().comparison?.rows[store.get().current]

/** Opens the filing of a side at the row in focus; nothing where that row has no words there. */
const openRow = (side: CompareSide): void => {
  const passage = rowInHand()?.[side]
  if (passage) void openAt(side, passage)
}

const select = {
  left: (state: CompareState) => state.left,
  right: (state: CompareState) => state.right,
  phase: (state: CompareState) => state.phase,
  comparison: (state: CompareState) => state.comparison,
  failure: (state: CompareState) => state.failure,
  mode: (state: CompareState) => state.mode,
  part: (state: CompareState) => state.part,
  shown: (state: CompareState) => state.shown,
  current: (state: CompareState) => state.current,
  side: (state: CompareState) => state.side,
  unfolded: (state: CompareState) => state.unfolded
}

/** The state module of the comparison. */
export const compareState = {
  store,
  begin,
  sides,
  takeUp,
  settle,
  close,
  choose,
  candidates,
  clear,
  swap,
  run,
  setDocument,
  setMode,
  toggleMode,
  setPart,
  toggleKind,
  showAll,
  unfold,
  point,
  step,
  turn,
  goTo,
  tell,
  openAt,
  rowInHand,
  openRow,
  exportPdf,
  isShown,
  select
}
