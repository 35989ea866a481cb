import type { Command } from './command'
import { compareState } from '../compare/compare'
import { tabsState } from '../tabs/tabs'
import { viewState } from '../window/view'

const shown = (): boolean => viewState.store.get().screen === 'reader' && tabsState.store.get().current !== null
const several = (): boolean => tabsState.store.get().tabs.length > (shown() ? 1 : 0)

/** Closes the tab in front, or the comparison that is on the screen. */
const close = (): void => {
  const { current } = tabsState.store.get()
  if (viewState.store.get().screen === 'compare') compareState.close()
  else if (current !== null) tabsState.close(current)
}

/** The commands of the tabs. */
export const TABS: readonly Command[] = [
  { id: 'window.next-tab', label: 'Next tab', group: 'Filing', keys: ['Ctrl+Tab', 'Ctrl+PageDown'], when: several,
    run: () => tabsState.step(1) },
  { id: 'window.previous-tab', label: 'Previous tab', group: 'Filing', keys: ['Ctrl+Shift+Tab', 'Ctrl+PageUp'], when: several,
    run: () => tabsState.step(-1) },
  { id: 'window.close-tab', label: 'Close the tab', group: 'Filing', keys: ['Ctrl+W'],
    when: () => shown() || viewState.store.get().screen === 'compare', run: close },
  { id: 'window.reopen-tab', label: 'Reopen the tab closed last', group: 'Filing', keys: ['Ctrl+Shift+T'],
    when: () => tabsState.store.get().closed.length > 0, run: tabsState.reopen }
]
