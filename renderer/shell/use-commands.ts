import { useEffect } from 'react'
import { commands } from '../state/commands/commands'
import { commandFor, keysOfPress } from '../state/commands/keys'
import { viewState } from '../state/window/view'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select'))

/** Whether the keys belong to an open menu, list or dialog, which moves through its entries by letters and arrows; a list in which several are chosen leaves the letters to the window. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="menu"], [role="dialog"], [role="listbox"]:not([aria-multiselectable])') !== null

/** Keys that a focused control uses itself, unless they are held with Ctrl. */
const OWN_KEYS: readonly string[] = ['Enter', ' ', 'Tab']

const isOwn = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => OWN_KEYS.includes(key) && !(key === 'Tab' && (ctrlKey || metaKey))

/** Gives the commands that the keyboard asks for. What an editor or a list has dealt with is left alone. */
export const useKeyboard = (): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isOwn(event)) return
      if (viewState.store.get().dialog !== null || isElsewhere(event.target)) return
      const command = commandFor(commands.all(), keysOfPress(event), isTyping(event.target))
      if (!command) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
