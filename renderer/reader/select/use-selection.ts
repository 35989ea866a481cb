import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentContent } from '#contract/library'
import type { BlockIndex } from '#model/block-index'
import { documentState } from '../../state/document/document'
import { rangeBetween, selectionOf } from '../../state/document/selection'
import { wholeWords } from '../../state/document/selection-words'
import type { ShownPoint } from '../../state/document/surface'
import { useStore } from '../../state/window/use-store'
import { nodePoint, shownPoint } from '../live-range'
import { createRest } from '../../state/window/rest'

/** Where the palette of a selection stands, in CSS pixels of the window. */
export interface PalettePlace {
  readonly x: number
  readonly y: number
  readonly side: 'top' | 'bottom'
}

/** What the reader's selection tells the parts around it. */
export interface SelectionView {
  /** Indices of the blocks in which the selection or the caret begins and ends; they stay on the page however far it is scrolled. */
  readonly pinned: () => readonly number[]
  /** Where to show the palette, or null while nothing is selected or the pointer is still down. */
  readonly palette: PalettePlace | null
}

/** How long the page rests before the palette comes back to a selection that was scrolled, in ms. */
const REST_MS = 160

const placeOf = (selection: globalThis.Selection, page: HTMLElement): PalettePlace | null => {
  if (selection.rangeCount === 0) return null
  const rects = selection.getRangeAt(0).getClientRects()
  const bounds = page.getBoundingClientRect()
  const seen = [...rects].filter((rect) => rect.bottom > bounds.top && rect.top < bounds.bottom && rect.width > 0)
  const first = seen[0]
  const last = seen.at(-1)
  if (!first || !last) return null
  return first.top - bounds.top > 56
    ? { x: first.left + Math.min(first.width, 320) / 2, y: first.top, side: 'top' }
    : { x: last.left + last.width / 2, y: last.bottom, side: 'bottom' }
}

const isInside = ({ anchorNode, focusNode }: globalThis.Selection, page: HTMLElement): boolean =>
  anchorNode !== null && focusNode !== null && page.contains(anchorNode) && page.contains(focusNode)

/** Whether a selection stands in the text at all: outside this page it is in the other half, whose it is to mark; elsewhere it leaves our words as they were. */
const isInText = ({ anchorNode }: globalThis.Selection): boolean => anchorNode?.parentElement?.closest('.reading-page') !== null

/** Draws the page's own selection between two places of the shown text, as far as they are drawn. */
const redraw = (selection: globalThis.Selection, page: HTMLElement, index: BlockIndex, from: ShownPoint, to: ShownPoint): void => {
  const [a, b] = [index.of(from.surface), index.of(to.surface)]
  const forward = a < b || (a === b && from.offset < to.offset)
  const start = nodePoint(page, from, forward ? 'start' : 'end')
  const end = nodePoint(page, to, forward ? 'end' : 'start')
  if (start && end) selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
}

const isSame = (a: ShownPoint, b: ShownPoint): boolean => a.surface === b.surface && a.offset === b.offset

/** Lets go of the page's own selection once there is none in the filing any more. */
const useLetGo = (page: RefObject<HTMLElement | null>, kept: boolean): void => {
  useEffect(() => {
    if (kept) return
    const selection = document.getSelection()
    if (selection && page.current?.contains(selection.anchorNode) && !selection.isCollapsed) selection.removeAllRanges()
  }, [kept, page])
}

/** Tells when a note is written in: the words stay selected, so that it can cite them, and what would mark them goes out of the way. */
const useWriting = (onWriting: () => void): void => {
  useEffect(() => {
    const wrote = ({ target }: Event): void => {
      if (target instanceof Element && target.closest('.note-editor')) onWriting()
    }
    document.addEventListener('focusin', wrote)
    document.addEventListener('input', wrote)
    return () => {
      document.removeEventListener('focusin', wrote)
      document.removeEventListener('input', wrote)
    }
  }, [onWriting])
}

/** Follows the selection of the page and turns it into source. */
export const useSelection = (page: RefObject<HTMLElement | null>, index: BlockIndex, content: DocumentContent): SelectionView => {
  const [palette, setPalette] = useState<PalettePlace | null>(null)
  const ends = useRef<readonly number[]>([])
  const kept = useStore(documentState, documentState.select.selection)
  const filingId = useStore(documentState, documentState.select.filingId)

  useEffect(() => {
    let [down, exact] = [false, false]
    let frame = 0
    const read = (): void => {
      const selection = document.getSelection()
      const element = page.current
      if (!selection || !element || filingId === null || documentState.store.get().content !== content) return
      const inside = isInside(selection, element)
      if (!inside && isInText(selection)) setPalette(null)
      if (!inside) return
      const from = selection.anchorNode ? shownPoint(selection.anchorNode, selection.anchorOffset) : null
      const to = selection.focusNode ? shownPoint(selection.focusNode, selection.focusOffset) : null
      // Seen as whole words once the pointer is up, since it draws on.
      const whole = from && to && !selection.isCollapsed ? exact ? [from, to] as const : wholeWords(index, from, to) : null
      const range = whole ? rangeBetween(index, ...whole) : null
      if (whole && from && to && !down && !(isSame(from, whole[0]) && isSame(to, whole[1]))) redraw(selection, element, index, ...whole)
      // A caret is kept as well: a click with Shift further down extends from it.
      ends.current = from && to ? [index.of(from.surface), index.of(to.surface)] : []
      documentState.setSelection(range ? selectionOf(index, content, filingId, range) : null)
      setPalette(range && !down ? placeOf(selection, element) : null)
    }
    const changed = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(read)
    }
    const pressed = ({ altKey }: PointerEvent): void => {
      ;[down, exact] = [true, altKey]
    }
    const released = ({ altKey }: PointerEvent): void => {
      if (!down) return
      ;[down, exact] = [false, exact || altKey]
      changed()
    }
    const rest = createRest(changed, REST_MS)
    const scrolled = (): void => {
      setPalette(null)
      rest.move()
    }
    const scroller = page.current
    scroller?.addEventListener('scroll', scrolled, { passive: true })
    document.addEventListener('selectionchange', changed)
    document.addEventListener('pointerdown', pressed, true)
    document.addEventListener('pointerup', released, true)
    return () => {
      cancelAnimationFrame(frame)
      rest.stop()
      scroller?.removeEventListener('scroll', scrolled)
      document.removeEventListener('selectionchange', changed)
      document.removeEventListener('pointerdown', pressed, true)
      document.removeEventListener('pointerup', released, true)
    }
  }, [page, index, content, filingId])

  useLetGo(page, kept !== null)
  useWriting(useCallback(() => setPalette(null), []))

  return { pinned: useCallback(() => ends.current, []), palette: kept ? palette : null }
}
