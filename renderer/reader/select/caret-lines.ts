import type { BlockIndex } from '#model/block-index'
import type { CaretPlace } from '../../state/document/caret-moves'
import { surfaceOf } from '../../state/document/surface'
import { pointAt, rectOf, SURFACE } from '../live-range'

/** Where a caret is drawn, in CSS pixels of the window. */
export interface CaretBox {
  readonly x: number
  readonly top: number
  readonly height: number
}

const boxIn = (element: Element, text: string, offset: number): CaretBox | null => {
  const behind = offset < text.length ? rectOf(element, offset) : null
  if (behind) return { x: behind.left, top: behind.top, height: behind.height }
  const before = offset > 0 ? rectOf(element, offset - 1) : null
  return before && { x: before.right, top: before.top, height: before.height }
}

const shownOf = (page: Element, index: BlockIndex, place: CaretPlace): { readonly element: Element; readonly text: string } | null => {
  const block = index.blocks[place.block]
  const element = block ? page.querySelector(`[${SURFACE}="${CSS.escape(block.id)}"]`) : null
  return block && element ? { element, text: surfaceOf(block).text } : null
}

/** Where the caret at a place is drawn; null while its block is not. */
export const boxOf = (page: Element, index: BlockIndex, place: CaretPlace): CaretBox | null => {
  const shown = shownOf(page, index, place)
  return shown && boxIn(shown.element, shown.text, place.offset)
}

/** Where a handle at a boundary is drawn: before the letter that begins the range, or behind the one that ends it; null while its block is not drawn. */
export const edgeBox = (page: Element, index: BlockIndex, place: CaretPlace | null, edge: 'start' | 'end'): CaretBox | null => {
  const shown = place && shownOf(page, index, place)
  if (!place || !shown) return null
  const rect = rectOf(shown.element, edge === 'start' ? place.offset : place.offset - 1)
  return rect && { x: edge === 'start' ? rect.left : rect.right, top: rect.top, height: rect.height }
}

/** How far off the next line is looked for, in heights of a line: first close by, then beyond the space between two blocks. */
const REACHES = [0.8, 1.4, 2, 2.8, 3.6] as const

/** The place one line further down (1) or up (-1) that stands nearest to `x`; null where no line is drawn there. */
export const lineFrom = (page: Element, index: BlockIndex, from: CaretPlace, x: number, delta: 1 | -1): CaretPlace | null => {
  const box = boxOf(page, index, from)
  if (!box) return null
  const middle = box.top + box.height / 2
  for (const reach of REACHES) {
    const point = pointAt(x, middle + delta * reach * box.height)
    const place = point && { block: index.of(point.surface), offset: point.offset }
    const there = place && boxOf(page, index, place)
    if (there && (there.top + there.height / 2 - middle) * delta > box.height / 3) return place
  }
  return null
}

/** The first (-1) or the last (1) place of the line on which a place stands. */
export const lineEnd = (page: Element, index: BlockIndex, from: CaretPlace, delta: 1 | -1): CaretPlace => {
  const shown = shownOf(page, index, from)
  const box = shown && boxIn(shown.element, shown.text, from.offset)
  let { offset } = from
  while (shown && box && offset + delta >= 0 && offset + delta <= shown.text.length) {
    const next = boxIn(shown.element, shown.text, offset + delta)
    if (!next || Math.abs(next.top - box.top) > box.height / 2) break
    offset += delta
  }
  return { block: from.block, offset }
}
