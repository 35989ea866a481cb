/** The comparison of two documents: which they are, what was found, and how it is shown. */
import type { ChangeKind, ComparedPassage, Comparison } from '#contract/comparison'
import type { FilingId } from '#contract/ids'
import type { OpenFiling } from '#contract/library'
import type { Failure } from '#contract/result'
import { call } from '../bridge/client'
import { isChange, nextChange } from './compared-rows'
import { createStore } from './create-store'
import { documentState } from './document'
import { feedbackState } from './feedback'
import { viewState } from './view'

/** One side of a comparison. */
export type CompareSide = 'left' | 'right'
/** How changed passages are set: each side in its column, or both in one text. */
export type CompareMode = 'side-by-side' | 'inline'
/** What of the documents is compared. */
export type ComparePart = 'text' | 'safe-harbor' | 'figures'

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
  /** First rows of the runs that were unfolded. */
  readonly unfolded: readonly number[]
}

const initial: CompareState = {
  left: null, right: null, phase: 'choosing', comparison: null, failure: null, mode: 'side-by-side', part: 'text', shown: [], current: -1, unfolded: []
}
const store = createStore(initial)
let asked = 0

const FRESH = { comparison: null, failure: null, shown: [], current: -1, unfolded: [] } as const

/** Compares what was chosen; a later wish overtakes an earlier one. */
const run = async (): Promise<void> => {
  const { left, right } = store.get()
  asked += 1
  const mine = asked
  if (!left || !right) {
    store.set({ ...FRESH, phase: 'choosing' })
    return
  }
  store.set({ ...FRESH, phase: 'working' })
  const side = ({ open, sequence }: ChosenFiling) => ({ filingId: open.filing.id, sequence })
  const answer = await call('compare.documents', { left: side(left), right: side(right) })
  if (mine !== asked) return
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
  store.set({ [side]: { open: answer.value, sequence: documentOf(answer.value, other) } })
  await run()
}

/** Shows the comparison of `filingId` with a filing that is still to be chosen; of two that are to be chosen where it is null. */
const begin = async (filingId: FilingId | null): Promise<void> => {
  asked += 1
  store.set({ ...FRESH, left: null, right: null, phase: 'choosing', part: 'text' })
  viewState.show('compare')
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

const setMode = (mode: CompareMode): void => { store.set({ mode }) }
const setPart = (part: ComparePart): void => { store.set({ part }) }

/** Shows a kind of change alone or beside those chosen before, or leaves it out again. */
const toggleKind = (kind: ChangeKind): void => {
  store.set(({ shown }) => ({ shown: shown.includes(kind) ? shown.filter((kept) => kept !== kind) : [...shown, kind], current: -1 }))
}
const showAll = (): void => { store.set({ shown: [], current: -1 }) }
const unfold = (from: number): void => { store.set(({ unfolded }) => ({ unfolded: [...unfolded, from] })) }
const point = (current: number): void => { store.set({ current }) }

/** Goes to the next change shown (1) or the one before (-1). */
const step = (delta: 1 | -1): void => {
  const { comparison, shown, current } = store.get()
  const rows = comparison?.rows ?? []
  const at = nextChange(rows, shown, current, delta)
  if (at < 0) return
  store.set({ current: at, part: 'text' })
}

/** Opens the filing of a side at the words of a passage. */
const openAt = async (side: CompareSide, { range }: ComparedPassage): Promise<void> => {
  const chosen = store.get()[side]
  if (chosen) await documentState.openFiling(chosen.open.filing.id, { sequence: chosen.sequence, range })
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
  unfolded: (state: CompareState) => state.unfolded
}

/** The state module of the comparison. */
export const compareState = {
  store, begin, choose, clear, swap, run, setDocument, setMode, setPart, toggleKind, showAll, unfold, point, step, openAt, select
}
