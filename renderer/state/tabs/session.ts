/** What the window shows, kept as it changes and taken up again at the next start: tabs, places, panels and how far the list is scrolled. */
import type { WindowSession } from '#contract/session'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { compareState } from '../compare/compare'
import { createStore } from '../window/create-store'
import { libraryViewState } from '../library/library-view'
import { tabsState } from './tabs'
import { trailState } from '../window/trail'
import { viewState } from '../window/view'
import { createRest } from '../window/rest'

interface SessionState {
  /** Whether what was shown last was taken up, so that what is shown now may take its place. */
  readonly ready: boolean
}

const store = createStore<SessionState>({ ready: false })

/** How long the window rests before what it shows is kept, in ms, so that a crash loses no more than the last move. */
const REST_MS = 800
let kept = ''

const gather = (): WindowSession => {
  const { tabs, current } = tabsState.store.get()
  const { screen, sidebarTab, inspectorTab } = viewState.store.get()
  const { place, cursor } = libraryViewState.store.get()
  const at = tabs.findIndex(({ id }) => id === current)
  return {
    tabs: tabs.map(({ first, second, active, title, passing }) => ({ first, second, active, title, passing })),
    current: at < 0 ? null : at,
    screen,
    sidebarTab,
    inspectorTab,
    compare: compareState.sides(),
    library: { place, scrolled: Math.max(0, libraryViewState.scrolledTo()), cursor }
  }
}

const keep = (): void => {
  if (!store.get().ready) return
  const session = gather()
  const next = JSON.stringify(session)
  if (next === kept) return
  kept = next
  // Nothing of the analyst's work is in it, and the next move keeps it anew: a failure goes unreported.
  void call('session.set', session)
}

/** Takes up what was shown last, but for what the reader or an opened file has asked for meanwhile. */
const restore = async (): Promise<void> => {
  const answer = await call('session.get', null)
  const session = answer.ok ? answer.value : null
  if (session) {
    const { screen, sidebarTab, inspectorTab, library, compare } = session
    const untouched = viewState.store.get().screen === 'library'
    viewState.setInspectorTab(inspectorTab)
    if (libraryViewState.store.get().cursor === null) {
      libraryViewState.store.set({ place: library.place, cursor: library.cursor })
      libraryViewState.settle()
      libraryViewState.setScrolled(library.scrolled)
    }
    tabsState.restore(session.tabs, session.current, untouched && screen === 'reader')
    if (compare && await compareState.takeUp(compare.left, compare.right) && untouched && screen === 'compare'
      && viewState.store.get().screen === 'library') {
      trailState.unseen(() => viewState.show('compare'))
    }
    if (untouched && (screen === 'search' || screen === 'review') && viewState.store.get().screen === 'library')
      trailState.unseen(() => viewState.show(screen))
    if (untouched && viewState.store.get().screen === screen) viewState.setSidebarTab(sidebarTab)
  }
  store.set({ ready: true })
}

/** Takes up what was shown last and keeps what is shown from then on, until the returned function is called. */
const start = (): () => void => {
  const { move: soon, stop } = createRest(keep, REST_MS)
  const offs = [
    tabsState.store.subscribe(soon),
    viewState.store.subscribe(soon),
    compareState.store.subscribe(soon),
    libraryViewState.store.subscribe(soon),
    // Sent before the answer that lets the window close, and calls are dealt with in the order they were sent.
    subscribe('window.flush', keep)
  ]
  void restore()
  return () => {
    stop()
    for (const off of offs) off()
  }
}

/** The state module of what the window shows from one start to the next. */
export const sessionState = { store, start, select: { ready: (state: SessionState) => state.ready } }
