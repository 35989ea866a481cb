import { type RefObject, useEffect, useState } from 'react'
import { compareMarks, type ChosenWords } from '../state/compare/compare-marks'
import { visibleLength, type CompareSide } from '../state/compare/compare-places'
import { useStore } from '../state/window/use-store'

/** Where the palette of a selection stands, in CSS pixels of the window. */
export interface ChosenPlace {
  readonly x: number
  readonly y: number
  readonly side: 'top' | 'bottom'
}

interface Point {
  readonly row: number
  /** The visible characters before the point, on each side it belongs to. */
  readonly left: number | null
  readonly right: number | null
}

const offsetIn = (span: HTMLElement, side: CompareSide, before: number): number | null => {
  const start = span.dataset[side]
  return start === undefined ? null : Number(start) + before
}

/** The place of a boundary point among the words of a row; null where it lies beside them. */
const pointOf = (node: Node, offset: number): Point | null => {
  const holder = node instanceof Element ? node : node.parentElement
  const words = holder?.closest<HTMLElement>('[data-row]')
  if (!words) return null
  // A point between elements is meant at the nearest words before it, or at the first ones.
  const point = document.createRange()
  point.setStart(words, 0)
  point.setEnd(node, offset)
  const spans = [...words.querySelectorAll<HTMLElement>('[data-left], [data-right]')]
  const span = spans.findLast((one) => point.intersectsNode(one) && one.textContent !== '') ?? spans[0]
  if (!span) return null
  const within = document.createRange()
  within.setStart(span, 0)
  if (point.comparePoint(span, 0) <= 0 && span.contains(node)) within.setEnd(node, offset)
  else within.setEnd(span, point.comparePoint(span, 0) > 0 ? 0 : span.childNodes.length)
  const before = visibleLength(within.toString())
  // A column holds the words of its own side, though most of them stand on the other as well.
  const column = words.dataset['side']
  return { row: Number(words.dataset['row']), left: column === 'right' ? null : offsetIn(span, 'left', before),
    right: column === 'left' ? null : offsetIn(span, 'right', before) }
}

/** The words between two points, on the side that both belong to; where both belong to both, on the right. */
const chosenBetween = (from: Point, to: Point): ChosenWords | null => {
  const side = from.right !== null && to.right !== null ? 'right' : from.left !== null && to.left !== null ? 'left' : null
  if (side === null) return null
  const [first, last] = [{ row: from.row, at: from[side] ?? 0 }, { row: to.row, at: to[side] ?? 0 }]
  return last.row < first.row || (last.row === first.row && last.at <= first.at) ? null : { side, first, last }
}

const placeOf = (range: Range, page: HTMLElement): ChosenPlace | null => {
  const bounds = page.getBoundingClientRect()
  const [first] = [...range.getClientRects()].filter(({ width, bottom, top }) => width > 0 && bottom > bounds.top && top < bounds.bottom)
  if (!first) return null
  return first.top - bounds.top > 56
    ? { x: first.left + Math.min(first.width, 320) / 2, y: first.top, side: 'top' }
    : { x: first.left + first.width / 2, y: first.bottom, side: 'bottom' }
}

/** Follows the selection in a comparison: which words of which filing it covers, and where a palette for them stands. */
export const useComparedWords = (page: RefObject<HTMLElement | null>): ChosenPlace | null => {
  const chosen = useStore(compareMarks, compareMarks.select.chosen)
  const [place, setPlace] = useState<ChosenPlace | null>(null)
  useEffect(() => {
    let frame = 0
    let down = false
    const read = (): void => {
      const selection = document.getSelection()
      const element = page.current
      if (!selection || !element || selection.rangeCount === 0) return
      const range = selection.getRangeAt(0)
      if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return
      const [from, to] = range.collapsed
        ? [null, null]
        : [pointOf(range.startContainer, range.startOffset), pointOf(range.endContainer, range.endOffset)]
      const words = from && to ? chosenBetween(from, to) : null
      compareMarks.choose(words)
      setPlace(words && !down ? placeOf(range, element) : null)
    }
    const changed = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(read)
    }
    const press = (): void => {
      down = true
    }
    const release = (): void => {
      down = false
      changed()
    }
    document.addEventListener('selectionchange', changed)
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', release)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', changed)
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', release)
      compareMarks.choose(null)
    }
  }, [page])
  useEffect(() => {
    const selection = document.getSelection()
    if (chosen === null && selection && !selection.isCollapsed && page.current?.contains(selection.anchorNode) === true)
      selection.removeAllRanges()
  }, [chosen, page])
  return chosen === null ? null : place
}
