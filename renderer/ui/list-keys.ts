import type { KeyboardEvent } from 'react'

/**
 * Moves the focus by the arrows from a field into the list of buttons under it, through the list, and back; Enter in the field takes the
 * first button where something is typed, or the only one there is; else it goes to the first. Put on the element that holds both; `list` is the selector of the list's buttons.
 */
export const pressList = (event: KeyboardEvent<HTMLElement>, list: string): void => {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(list)]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const field = event.target instanceof HTMLInputElement ? event.target : null
  if (field === null && at < 0) return
  if (field !== null && event.key === 'Enter') {
    const [first, ...others] = buttons
    if (others.length === 0 || field.value.trim() !== '') first?.click()
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
