/** The way that was taken through filings, comparisons and searches: back along it and forward again. */
import type { KeptSide } from '#contract/session'
import type { FilingId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { createStore } from './create-store'
import { type Screen, viewState } from './view'

/** A place that can be returned to; `gap` is where its line stood below the top edge, in CSS pixels. */
export type Stop =
  | { readonly screen: 'reader'; readonly filingId: FilingId; readonly sequence: number; readonly range: TextRange; readonly gap: number }
  | { readonly screen: 'compare'; readonly left: KeptSide; readonly right: KeptSide; readonly current: number }
  | { readonly screen: 'library' | 'search' | 'review' }

/** Who knows the places of one screen: where the reader is on it (null: nowhere that one could return to), and how to go there. */
export interface Guide<S extends Stop> {
  readonly here: () => S | null
  readonly go: (stop: S) => void
}

/** The guide of each screen that has places of its own. */
interface Guides {
  reader?: Guide<Extract<Stop, { readonly screen: 'reader' }>>
  compare?: Guide<Extract<Stop, { readonly screen: 'compare' }>>
}

interface TrailState {
  readonly back: readonly Stop[]
  readonly forward: readonly Stop[]
}

const initial: TrailState = { back: [], forward: [] }
const store = createStore(initial)

const MOST_STOPS = 100
const guides: Guides = {}
let travelling = false

/** Names the guide of a screen. */
const guide = <K extends keyof Guides>(screen: K, one: NonNullable<Guides[K]>): void => {
  guides[screen] = one as Guides[K]
}

const stopOn = (screen: Screen): Stop | null => {
  if (screen === 'reader') return guides.reader?.here() ?? null
  if (screen === 'compare') return guides.compare?.here() ?? null
  return { screen }
}

const isSame = (a: Stop | undefined, b: Stop): boolean => JSON.stringify(a) === JSON.stringify(b)

const push = (stop: Stop | null): void => {
  if (!stop || travelling) return
  store.set(({ back }) => isSame(back.at(-1), stop) ? { forward: [] } : { back: [...back.slice(1 - MOST_STOPS), stop], forward: [] })
}

/** Adds where the reader is to the places that can be returned to. */
const remember = (): void => push(stopOn(viewState.store.get().screen))

/** Does something of which the places before and behind are not remembered, such as taking up what was shown at the last start. */
const unseen = (act: () => void): void => {
  const before = travelling
  travelling = true
  try {
    act()
  } finally {
    travelling = before
  }
}

const go = (stop: Stop): void =>
  unseen(() => {
    if (stop.screen === 'reader') guides.reader?.go(stop)
    else if (stop.screen === 'compare') guides.compare?.go(stop)
    else viewState.show(stop.screen)
  })

const travel = (from: 'back' | 'forward', to: 'back' | 'forward'): boolean => {
  const here = stopOn(viewState.store.get().screen)
  const stops = store.get()[from]
  // Where one came back from by another way is no place to go to.
  const at = stops.findLastIndex((stop) => here === null || !isSame(stop, here))
  const stop = stops[at]
  if (!stop) return false
  store.set((state) => ({ ...state, [from]: stops.slice(0, at), [to]: here ? [...state[to], here] : state[to] }))
  go(stop)
  return true
}

/** Returns to the place before; false where there is none. */
const goBack = (): boolean => travel('back', 'forward')

/** Takes the last return back; false where there is none. */
const goForward = (): boolean => travel('forward', 'back')

/** Remembers each screen that is left, until the returned function is called. */
const start = (): () => void =>
  viewState.store.subscribe((now, before) => {
    if (now.screen !== before.screen) push(stopOn(before.screen))
  })

const select = {
  canGoBack: ({ back }: TrailState) => back.length > 0,
  canGoForward: ({ forward }: TrailState) => forward.length > 0
}

/** The state module of the way through filings and comparisons. */
export const trailState = { store, start, guide, remember, unseen, goBack, goForward, select }
