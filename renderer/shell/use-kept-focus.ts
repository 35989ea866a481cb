import { useEffect } from 'react'
import { viewState } from '../state/view'

/** What is read in each view, the active half of a text before the other. */
const READ = ['.is-active-half .reading-page', '.reading-page', '.source-page', '.library-grid', '.library-cards']

/** Keys after which the browser itself knows where to go on. */
const LEFT_ALONE: readonly string[] = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape']

/**
 * Gives the focus to what is read where nothing has it: a button that was pressed and went away, a bar or a dialog that was closed.
 * The keys that scroll then work at once.
 */
export const useKeptFocus = (): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (LEFT_ALONE.includes(event.key) || viewState.store.get().dialog !== null) return
      if (document.activeElement !== null && document.activeElement !== document.body) return
      const read = READ.map((selector) => document.querySelector<HTMLElement>(selector)).find((found) => found !== null)
      read?.focus({ preventScroll: true })
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}
