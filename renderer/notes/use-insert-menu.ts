import { type RefObject, useRef, useState } from 'react'
import type { NoteId } from '#contract/ids'
import { feedbackState } from '../state/window/feedback'
import { choiceSource } from './choice-source'
import type { NoteEditorHandle } from './editor'
import type { Typeahead } from './editor-typeahead'
import { choicesFor, type ChoiceSource, type InsertChoice } from './insert-choices'
import type { Choosing } from './insert-menu'

/** Where the caret stands on the window, in CSS pixels: the foot of its line. */
const caretPoint = (root: Element): { readonly x: number; readonly y: number } => {
  const selection = document.getSelection()
  const box = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getBoundingClientRect() : null
  const whole = root.getBoundingClientRect()
  return box && (box.height > 0 || box.left > 0) ? { x: box.left, y: box.bottom } : { x: whole.left, y: whole.bottom }
}

/** The list of choices of one editor: what the typed letters bring up, and what its keys do. */
export const useInsertMenu = (id: NoteId, root: RefObject<HTMLElement | null>, handle: RefObject<NoteEditorHandle | null>) => {
  const [choosing, setChoosing] = useState<Choosing | null>(null)
  // Keys come faster than React draws: what they act on is kept beside what is drawn.
  const now = useRef<Choosing | null>(null)
  const dismissed = useRef<string | null>(null)
  const typed = useRef<Typeahead | null>(null)
  const source = useRef<{ readonly place: string; readonly of: ChoiceSource } | null>(null)

  const set = (next: Choosing | null): void => {
    now.current = next
    setChoosing(next)
  }
  const follow = (typeahead: Typeahead | null): void => {
    if (typeahead === null) dismissed.current = null
    if (typed.current?.place === typeahead?.place && typed.current?.query === typeahead?.query) return
    typed.current = typeahead
    if (!typeahead || !root.current || dismissed.current === typeahead.place) {
      if (now.current) set(null)
      return
    }
    if (source.current?.place !== typeahead.place) source.current = { place: typeahead.place, of: choiceSource(id) }
    const choices = choicesFor(typeahead, source.current.of)
    const opened = now.current === null && choices.length > 0
    set(
      choices.length === 0
        ? null
        : { choices, index: 0, ...(now.current ? { x: now.current.x, y: now.current.y } : caretPoint(root.current)) }
    )
    if (opened) feedbackState.announce(`${String(choices.length)} to choose from. Up and down to move, Enter to insert.`)
  }
  const close = (): void => {
    dismissed.current = typed.current?.place ?? null
    set(null)
  }
  const choose = (choice: InsertChoice): void => {
    set(null)
    handle.current?.choose(choice.insert)
  }
  const move = (to: number): void => {
    if (now.current) set({ ...now.current, index: (to + now.current.choices.length) % now.current.choices.length })
  }
  /** Answers whether the list took the key. */
  const press = (key: string): boolean => {
    const open = now.current
    const choice = open?.choices[open.index]
    if (!open || !choice) return false
    if (key === 'ArrowDown') move(open.index + 1)
    else if (key === 'ArrowUp') move(open.index - 1)
    else if (key === 'Enter' || key === 'Tab') choose(choice)
    else if (key === 'Escape') close()
    else return false
    return true
  }
  return { choosing, follow, close, choose, press }
}
