import { useEffect } from 'react'
import { viewState } from '../state/window/view'

/** What is read in each view, the active half of a text before the other. */
const READ = ['.is-active-half .reading-page', '.reading-page', '.source-page', '.library-grid', '.library-cards']

/** Keys after which the browser itself knows where to go on. */
const LEFT_ALONE: readonly string[] = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape']

const TAKES_FOCUS = 'button:not(:disabled), input, select, textarea, [contenteditable="true"], [tabindex="0"]'

const LEAVE: readonly string[] = ['Enter', 'Escape']

/** Whether letters and digits are typed into it. */
const isField = (element: Element): boolean => element.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select')

/** A field that had the focus, with the card it stands in. */
interface LastField {
  readonly field: Element
  readonly card: Element | null
}

const hasNoFocus = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Gives the focus to the card of a field that went away under the hands of who typed in it; answers whether it did go away so. */
const backToCard = ({ field, card }: LastField): boolean => {
  if (field.isConnected || !hasNoFocus()) return false
  if (card?.isConnected) card.querySelector<HTMLElement>(TAKES_FOCUS)?.focus({ preventScroll: true })
  return true
}

/**
 * Follows the fields of cards. What is typed on after a field went away is meant for the field: it is no command, and the focus
 * goes to the card that it stood in.
 */
const followFields = (): () => void => {
  let last: LastField | null = null
  const into = ({ target }: FocusEvent): void => {
    last = target instanceof Element && isField(target) ? { field: target, card: target.closest('article') } : null
  }
  const press = (event: KeyboardEvent): void => {
    // Whoever leaves a field by these keys, or by the pointer, means to be elsewhere.
    if (last && event.target === last.field && LEAVE.includes(event.key)) last = null
    if (!last || !backToCard(last)) return
    last = null
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const point = (): void => {
    last = null
  }
  window.addEventListener('focusin', into)
  window.addEventListener('pointerdown', point, { capture: true })
  window.addEventListener('keydown', press, { capture: true })
  return () => {
    window.removeEventListener('focusin', into)
    window.removeEventListener('pointerdown', point, { capture: true })
    window.removeEventListener('keydown', press, { capture: true })
  }
}

/**
 * Gives the focus to what is read where nothing has it: a button that was pressed and went away, a bar or a dialog that was closed.
 * The keys that scroll then work at once.
 */
export const useKeptFocus = (): void => {
  useEffect(followFields, [])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (LEFT_ALONE.includes(event.key) || viewState.store.get().dialog !== null) return
      if (!hasNoFocus()) return
      const read = READ.map((selector) => document.querySelector<HTMLElement>(selector)).find((found) => found !== null)
      read?.focus({ preventScroll: true })
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}
