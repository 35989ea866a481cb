/** The menu of the right button: what it is about, and where on the window it was asked for. */
import { createStore } from './create-store'

/** What a menu is about: the text of the filing, a table in it, or a card or row beside it or of another screen that was put in focus first. */
export interface Asked {
  readonly about: 'text' | 'table' | 'card' | 'note' | 'figure' | 'section' | 'hit' | 'row'
  /** CSS pixels of the window. */
  readonly x: number
  readonly y: number
}

interface ContextMenuState {
  readonly asked: Asked | null
}

const initial: ContextMenuState = { asked: null }
const store = createStore(initial)

/** Opens the menu. */
const ask = (asked: Asked): void => store.set({ asked })
const close = (): void => store.set({ asked: null })

/** The state module of the menu of the right button. */
export const contextMenuState = { store, ask, close, select: { asked: (state: ContextMenuState) => state.asked } }
