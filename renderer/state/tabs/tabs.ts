/** The filings that are open: one tab each, with the places at which it was left. The one in front is loaded, the others are read again. */
import type { FilingId } from '#contract/ids'
import { MOST_TABS, type KeptTab, type ReadingLayout, type ReadingPlace } from '#contract/session'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { halvesState } from '../document/halves'
import { historyState } from '../document/history'
import { libraryState } from '../library/library'
import { trailState } from '../window/trail'
import { viewState } from '../window/view'

/** One tab. `passing` ones make way for the next filing that a link, a hit or a step of the review leads to. */
export interface Tab extends KeptTab {
  readonly id: number
}

interface TabsState {
  readonly tabs: readonly Tab[]
  /** The tab in front, whether the reader is on the screen or not; null where the filing that is open has none. */
  readonly current: number | null
  /** The tabs closed last, the newest at the end. */
  readonly closed: readonly Tab[]
}

const initial: TabsState = { tabs: [], current: null, closed: [] }
const store = createStore(initial)

const MOST_CLOSED = 20
let made = 0
/** The tab that is being turned to, while its filing opens. */
let turning: number | null = null

const activePlace = (layout: ReadingLayout): ReadingPlace => layout.active === 'second' && layout.second ? layout.second : layout.first

const holds = ({ first, second }: ReadingLayout, filingId: FilingId): boolean =>
  first.filingId === filingId || second?.filingId === filingId

const current = (): Tab | null => store.get().tabs.find(({ id }) => id === store.get().current) ?? null

/** The tab that shows a filing: the one turned to, else one in which it is active, else one that has it in its other half. */
const tabOf = (filingId: FilingId): Tab | null => {
  const { tabs } = store.get()
  const own = tabs.filter((tab) => holds(tab, filingId))
  return own.find(({ id }) => id === turning) ?? own.find((tab) => activePlace(tab).filingId === filingId) ?? own[0] ?? null
}

const change = (id: number, patch: Partial<KeptTab>): void => {
  store.set(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? { ...tab, ...patch } : tab)) }))
}

/** Takes note of what the tab in front shows. */
const note = (): void => {
  const layout = documentState.layout()
  const tab = current()
  const { open } = documentState.store.get()
  if (!layout || !tab || !open || !holds(layout, activePlace(tab).filingId)) return
  if (JSON.stringify([layout.first, layout.second, layout.active]) !== JSON.stringify([tab.first, tab.second, tab.active])
    || tab.title !== open.filing.title) change(tab.id, { ...layout, title: open.filing.title })
}

/** Puts a new tab behind the one in front, or in the place of one that was opened in passing. */
const insert = (tab: Tab, at: number, over: boolean): void => {
  store.set(({ tabs }) => ({ tabs: tabs.toSpliced(at, over ? 1 : 0, tab).slice(-MOST_TABS), current: tab.id }))
}

/** Brings the tab of the filing that was opened to the front; makes one where there is none. */
const take = (filingId: FilingId, title: string, passing: boolean): void => {
  const { tabs } = store.get()
  const existing = tabOf(filingId)
  turning = null
  if (existing) {
    store.set({ current: existing.id })
    if (!passing && existing.passing && activePlace(existing).filingId === filingId) change(existing.id, { passing: false })
    return
  }
  made += 1
  const place = { filingId, sequence: documentState.store.get().sequence ?? 0, top: 0, gap: 0 }
  const tab: Tab = { id: made, first: place, second: null, active: 'first', title, passing }
  const over = passing ? tabs.findIndex((one) => one.passing) : -1
  if (over >= 0) insert(tab, over, true)
  else insert(tab, tabs.findIndex(({ id }) => id === store.get().current) + 1 || tabs.length, false)
}

/** Turns to a tab: what it showed is shown again. */
const turnTo = (id: number): void => {
  const tab = store.get().tabs.find((one) => one.id === id)
  if (!tab) return
  const { filingId } = activePlace(tab)
  turning = id
  if (id === store.get().current && documentState.select.filingId(documentState.store.get()) === filingId) viewState.show('reader')
  else void documentState.openFiling(filingId)
}

/** Turns to the next tab (1) or the one before (-1), around the ends. */
const step = (delta: 1 | -1): void => {
  const { tabs, current: now } = store.get()
  const at = tabs.findIndex(({ id }) => id === now)
  const next = tabs[viewState.store.get().screen === 'reader' ? (at + delta + tabs.length) % tabs.length : Math.max(0, at)]
  if (next) turnTo(next.id)
}

/** Closes a tab; where it was in front, its neighbour comes there, and the library where there is none. */
const close = (id: number): void => {
  const { tabs, current: now, closed } = store.get()
  const at = tabs.findIndex((tab) => tab.id === id)
  const tab = tabs[at]
  if (!tab) return
  const rest = tabs.toSpliced(at, 1)
  store.set({ tabs: rest, closed: [...closed.slice(1 - MOST_CLOSED), tab] })
  feedbackState.announce(`${tab.title} closed.`)
  if (id !== now) return
  const next = rest[at] ?? rest.at(-1)
  store.set({ current: null })
  if (next && viewState.store.get().screen === 'reader') trailState.unseen(() => turnTo(next.id))
  else void documentState.close()
}

/** Closes all tabs but one, or (null) all of them. */
const closeOthers = (id: number | null): void => {
  for (const tab of store.get().tabs) if (tab.id !== id && tab.id !== store.get().current) close(tab.id)
  const { current: now } = store.get()
  if (now === null || now === id) return
  if (id !== null) turnTo(id)
  store.set(({ tabs }) => ({ tabs: tabs.filter((tab) => tab.id === id) }))
  if (id === null) {
    store.set({ current: null })
    void documentState.close()
  }
}

/** Opens the tab closed last again, where it stood. */
const reopen = (): void => {
  const { closed } = store.get()
  const tab = closed.at(-1)
  if (!tab) return
  store.set({ closed: closed.slice(0, -1) })
  const there = tabOf(activePlace(tab).filingId)
  if (!there) store.set(({ tabs }) => ({ tabs: [...tabs, tab] }))
  turnTo(there?.id ?? tab.id)
}

/** Keeps a tab that was opened in passing. */
const keep = (id: number): void => change(id, { passing: false })

/** Moves a tab to a place among the others. */
const move = (id: number, to: number): void => {
  store.set(({ tabs }) => {
    const at = tabs.findIndex((tab) => tab.id === id)
    const tab = tabs[at]
    return tab ? { tabs: tabs.toSpliced(at, 1).toSpliced(to, 0, tab) } : {}
  })
}

/** Puts the tabs of the last start before those opened since; the one in front then is in front again where nothing else was opened. */
const restore = (kept: readonly KeptTab[], front: number | null, show: boolean): void => {
  const opened = store.get().tabs
  const fresh = kept.flatMap((tab): readonly Tab[] => {
    if (opened.some((one) => holds(one, activePlace(tab).filingId))) return []
    made += 1
    return [{ ...tab, id: made }]
  })
  const wanted = front === null ? undefined : kept[front]
  const tab = wanted && fresh.find(({ first, active }) => first.filingId === wanted.first.filingId && active === wanted.active)
  store.set({ tabs: [...fresh, ...opened].slice(-MOST_TABS) })
  if (show && tab && documentState.store.get().phase === 'empty') trailState.unseen(() => turnTo(tab.id))
}

/** Follows what is read, until the returned function is called. */
const start = (): () => void => {
  documentState.keepLayouts((filingId) => {
    const tab = tabOf(filingId)
    return tab && activePlace(tab).filingId !== filingId ? { ...tab, active: tab.active === 'first' ? 'second' : 'first' } : tab
  })
  const follow = (now: ReturnType<typeof documentState.store.get>, before: typeof now): void => {
    const id = documentState.select.filingId(now)
    if (now.open && id !== null && id !== documentState.select.filingId(before)) {
      const tab = current()
      // Turning to the other half, or opening another filing there, stays in the tab.
      if (!tab || !now.beside || !holds(tab, now.beside.open.filing.id)) take(id, now.open.filing.title, documentState.inPassing())
      else change(tab.id, { ...documentState.layout() })
    }
    if (now.phase === 'failed' && !now.open) store.set({ current: null })
    note()
  }
  const offs = [
    documentState.store.subscribe(follow),
    halvesState.store.subscribe(note),
    halvesState.onMove(note),
    // Who works on a filing did not open it in passing.
    historyState.store.subscribe(() => {
      const tab = current()
      if (tab?.passing && viewState.store.get().screen === 'reader') keep(tab.id)
    }),
    libraryState.store.subscribe((now, before) => {
      if (now.filings === before.filings || store.get().tabs.length === 0) return
      const titles = new Map(now.filings.map(({ id, title }) => [id, title]))
      for (const tab of store.get().tabs) {
        const title = titles.get(activePlace(tab).filingId)
        if (title !== undefined && title !== tab.title) change(tab.id, { title })
      }
    })
  ]
  return () => {
    for (const off of offs) off()
  }
}

trailState.guide('reader', {
  here: () => {
    const { open, sequence } = documentState.store.get()
    const { top, gap } = halvesState.here()
    return open && sequence !== null ? { screen: 'reader', filingId: open.filing.id, sequence, range: { start: top, end: top }, gap } : null
  },
  go: ({ filingId, sequence, range, gap }) => {
    const { beside, open } = documentState.store.get()
    if (open?.filing.id !== filingId && beside?.open.filing.id === filingId) halvesState.switchOver()
    void documentState.openFiling(filingId, { sequence, range, gap })
  }
})

const select = {
  tabs: (state: TabsState) => state.tabs,
  current: (state: TabsState) => state.current
}

/** The state module of the tabs. */
export const tabsState = { store, start, turnTo, step, close, closeOthers, reopen, keep, move, restore, current, activePlace, select }
