import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react'
import type { BlockIndex } from '#model/block-index'
import { caretState } from '../../state/document/caret'
import type { CaretStep } from '../../state/document/caret-moves'
import { boxOf, lineEnd, lineFrom } from './caret-lines'
import { pointAt } from '../live-range'

/** What the caret makes of the keys and of a click. */
export interface CaretInput {
  /** Whether the caret took the key. */
  readonly press: (event: KeyboardEvent) => boolean
  /** Puts the caret where the pointer is, if there is a caret. */
  readonly click: (x: number, y: number) => void
}

/** The step that an arrow takes sideways and, where it is not a line, up and down. */
const stepOf = (sideways: boolean, { ctrlKey, metaKey, altKey }: KeyboardEvent): CaretStep | 'line' | null => {
  const command = ctrlKey || metaKey
  if (sideways) return altKey ? null : command ? 'word' : 'character'
  return altKey ? 'sentence' : command ? 'block' : 'line'
}

/** Keeps the caret in step with the keys; the lines it goes by are those on the screen. */
export const useCaret = (page: RefObject<HTMLElement | null>, index: BlockIndex): CaretInput => {
  /** Where on its line the caret began to go up or down: it keeps to that column. */
  const column = useRef<number | null>(null)

  const goLine = useCallback((delta: 1 | -1, extend: boolean): void => {
    const { at } = caretState.store.get()
    const element = page.current
    if (!at || !element) return
    const x = column.current ?? boxOf(element, index, at)?.x ?? 0
    const to = lineFrom(element, index, at, x, delta)
    if (to) caretState.put(to, extend, 'line')
    else caretState.move('block', delta, extend)
    column.current = x
  }, [page, index])

  const press = useCallback((event: KeyboardEvent): boolean => {
    const { at } = caretState.store.get()
    const element = page.current
    const { key, shiftKey, ctrlKey, metaKey } = event
    const delta = key === 'ArrowRight' || key === 'ArrowDown' || key === 'End' ? 1 : -1
    if (!at || !element || !/^(?:Arrow(?:Left|Right|Up|Down)|Home|End)$/.test(key)) return false
    const edge = key === 'Home' || key === 'End'
    const step = stepOf(key === 'ArrowLeft' || key === 'ArrowRight', event)
    if (step === null) return false
    if (edge && (ctrlKey || metaKey)) caretState.move('document', delta, shiftKey)
    else if (edge) caretState.put(lineEnd(element, index, at, delta), shiftKey, 'line')
    else if (step === 'line') {
      goLine(delta, shiftKey)
      return true
    } else caretState.move(step, delta, shiftKey)
    column.current = null
    return true
  }, [page, index, goLine])

  const click = useCallback((x: number, y: number): void => {
    const point = caretState.store.get().at ? pointAt(x, y) : null
    if (point) caretState.put({ block: index.of(point.surface), offset: point.offset }, false, 'word')
    column.current = null
  }, [index])

  return { press, click }
}
