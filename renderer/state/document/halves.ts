/** The reading view in one half or two: each shows a place of a document and keeps its own scroll; one of them is active. */
import type { NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { createStore, type StateModule, type Store } from '../window/create-store'
import { feedbackState } from '../window/feedback'

/** A wish to see a range; `token` tells two wishes for the same range apart. */
export interface Reveal {
  readonly token: number
  readonly range: TextRange
  readonly flash: boolean
  /** Whether the range is put at the top (a place returned to) or at reading height (a place looked up). */
  readonly at: 'top' | 'reading-height'
  /** Where a place returned to stood, in CSS pixels below the top edge of the page (negative above it). */
  readonly gap: number
}

/** Where the first line stands when a document is shown at a place without being told better, in CSS pixels. */
const TOP_GAP = 8

let token = 0

/** A wish to see a range that no other wish is taken for. */
export const wish = (range: TextRange, flash: boolean, at: Reveal['at'], gap = TOP_GAP): Reveal => {
  token += 1
  return { token, range, flash, at, gap }
}

/** Which half. While the view is whole, there is only the first. */
export type HalfName = 'first' | 'second'

/** Where the reader is in one half. */
export interface HalfState {
  /** Source offset of the first line on screen, and where that line stands, in CSS pixels below the top edge of the page. */
  readonly top: number
  readonly gap: number
  readonly section: NodeId | null
  readonly reveal: Reveal | null
}

/** One half: what a view of the text keeps of its own, beside the document it shows. */
export interface Half extends StateModule<HalfState> {
  readonly name: HalfName
  /** Takes note of where the reader is: source offset of the first line, where it stands, and the section it lies in. */
  readonly setPosition: (top: number, gap: number, section: NodeId | null) => void
}

const NOWHERE: HalfState = { top: 0, gap: 0, section: null, reveal: null }

const createHalf = (name: HalfName): Half => {
  const store = createStore(NOWHERE)
  return {
    name,
    store,
    setPosition: (top, gap, section) => {
      const now = store.get()
      if (now.top !== top || now.gap !== gap || now.section !== section) store.set({ top, gap, section })
    }
  }
}

const halves: Readonly<Record<HalfName, Half>> = { first: createHalf('first'), second: createHalf('second') }

interface HalvesState {
  readonly split: boolean
  readonly active: HalfName
  /** Counts how often the active half was asked to take the focus. */
  readonly asked: number
}

const store: Store<HalvesState> = createStore<HalvesState>({ split: false, active: 'first', asked: 0 })

/** One half by its name. */
const half = (name: HalfName): Half => halves[name]

/** The half in which the reader is: what is looked up is shown there. */
const active = (): Half => halves[store.get().active]

/** Where the reader is, in the active half. */
const here = (): HalfState => active().store.get()

/** Makes a half the active one, since the reader turned to it. */
const turnTo = (name: HalfName): void => {
  if (store.get().active !== name && (name === 'first' || store.get().split)) store.set({ active: name })
}

const said: Readonly<Record<HalfName, string>> = { first: 'First half of the text.', second: 'Second half of the text.' }

/** Moves on to the other half, focus and all; nothing happens while the view is whole. */
const switchOver = (): void => {
  if (!store.get().split) return
  store.set(({ active: from, asked }) => ({ active: from === 'first' ? 'second' : 'first', asked: asked + 1 }))
  feedbackState.announce(said[store.get().active])
}

/** Opens the second half at the place where the reader is and turns to it. */
const open = (): void => {
  if (store.get().split) return
  halves.second.store.set({ ...here(), reveal: null })
  store.set(({ asked }) => ({ split: true, active: 'second', asked: asked + 1 }))
  feedbackState.announce('The text is split. This is the second half.')
}

/** Closes the half that is not active; the text stays where it is read. */
const close = (): void => {
  const { split, active: kept } = store.get()
  if (!split) return
  const { top, gap, section } = here()
  if (kept === 'second') halves.first.store.set({ top, gap, section, reveal: wish({ start: top, end: top }, false, 'top', gap) })
  store.set(({ asked }) => ({ split: false, active: 'first', asked: asked + 1 }))
  feedbackState.announce('One place of the text.')
}

/** Opens the second half, or closes the one that is not active. */
const toggle = (): void => {
  if (store.get().split) close()
  else open()
}

/** Turns to the other half, opening it where there is none yet. */
const turnBeside = (): void => {
  if (store.get().split) switchOver()
  else open()
}

/** Begins anew with one half at a place, as another document is shown. */
const reset = (top: number, reveal: Reveal | null): void => {
  store.set({ split: false, active: 'first' })
  halves.first.store.set({ ...NOWHERE, top, reveal })
}

/** Shows the active half at a place, as another document is shown in it; the other half stays. */
const place = (top: number, reveal: Reveal | null): void => active().store.set({ ...NOWHERE, top, reveal })

/** A place in one half: source offset of its first line, and how far below the top edge that stands, in CSS pixels. */
export type HalfPlace = Pick<HalfState, 'top' | 'gap'>

/** Shows both halves at the places they were left at. */
const arrange = (places: Readonly<Record<HalfName, HalfPlace>>, name: HalfName): void => {
  for (const one of Object.values(halves)) {
    const { top, gap } = places[one.name]
    one.store.set({ ...NOWHERE, top, gap, reveal: wish({ start: top, end: top }, false, 'top', gap) })
  }
  store.set({ split: true, active: name })
}

/** Calls the listener when the reader moved in either half, until the returned function is called. */
const onMove = (listener: () => void): () => void => {
  const offs = Object.values(halves).map((one) =>
    one.store.subscribe((now, before) => {
      if (now.top !== before.top) listener()
    })
  )
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  split: (state: HalvesState) => state.split,
  active: (state: HalvesState) => state.active,
  asked: (state: HalvesState) => state.asked,
  reveal: (state: HalfState) => state.reveal,
  section: (state: HalfState) => state.section
}

/** The state module of the halves of the reading view. */
export const halvesState = { store, half, active, here, turnTo, switchOver, open, close, toggle, turnBeside, reset, place, arrange, onMove,
  select }
