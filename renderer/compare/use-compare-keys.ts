import { type RefObject, useEffect } from 'react'
import { compareState } from '../state/compare/compare'

/** The words of the row in focus on the side in focus. */
const wordsInFocus = (page: HTMLElement): HTMLElement | null => {
  const { current, side } = compareState.store.get()
  const selector = `[data-row="${String(current)}"]`
  return page.querySelector(`${selector}[data-side="${side}"]`) ?? page.querySelector(selector)
}

/** Selects the words of the row in focus, or moves the end of what is selected, by a word. */
const extend = (page: HTMLElement, direction: 'forward' | 'backward'): void => {
  const words = wordsInFocus(page)
  const selection = document.getSelection()
  if (!words || !selection) return
  if (!words.contains(selection.anchorNode)) selection.collapse(words, 0)
  selection.modify('extend', direction, 'word')
  if (!words.contains(selection.focusNode)) selection.extend(words, words.childNodes.length)
}

const openInFocus = (): void => {
  const { comparison, current, side } = compareState.store.get()
  const row = comparison?.rows[current]
  const on = row?.[side] ? side : row?.left ? 'left' : 'right'
  const passage = row?.[on]
  if (passage) void compareState.openAt(on, passage)
}

/**
 * The keys of a comparison's page while it has the focus, as those of any list: the arrows for rows and sides, Shift with an arrow to
 * select words, Enter to open the filing. `rows` moves by lines as they are drawn. What else can be done by key is a command.
 */
export const useCompareKeys = (page: RefObject<HTMLElement | null>, rows: (delta: 1 | -1) => void): void => {
  useEffect(() => {
    const inPage = (key: string, shift: boolean, element: HTMLElement): boolean => {
      if (shift && (key === 'ArrowRight' || key === 'ArrowLeft')) extend(element, key === 'ArrowRight' ? 'forward' : 'backward')
      else if (shift) return false
      else if (key === 'ArrowDown' || key === 'ArrowUp') rows(key === 'ArrowDown' ? 1 : -1)
      else if (key === 'ArrowLeft' || key === 'ArrowRight') compareState.turn(key === 'ArrowLeft' ? 'left' : 'right')
      else if (key === 'Enter') openInFocus()
      else return false
      return true
    }
    const press = (event: KeyboardEvent): void => {
      const { key, target, shiftKey } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (page.current && (target === page.current || target === document.body) && inPage(key, shiftKey, page.current))
        event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [page, rows])
}
