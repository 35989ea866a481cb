import type { KeyboardEvent } from 'react'

/**
 * Moves the focus by the arrows from a field into the list of buttons under it, through the list, and back; Enter in the field takes the
 * only button there is, or goes to the first. Put on the element that holds both; `list` is the selector of the list's buttons.
 */
export const pressList = (event: KeyboardEvent<HTMLElement>, list: string): void => {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(list)]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const inField = event.target instanceof HTMLInputElement
  if (!inField && at < 0) return
  if (inField && event.key === 'Enter') {
    const [first, ...others] = buttons
    if (others.length === 0) first?.click()
    else first?.focus()
    event.preventDefault()
    return
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const next = at + (event.key === 'ArrowDown' ? 1 : -1)
  event.preventDefault()
  if (next < 0) event.currentTarget.querySelector('input')?.focus()
  else buttons[Math.min(next, buttons.length - 1)]?.focus()
}
