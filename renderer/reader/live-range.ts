import { lowerBound } from '#model/lower-bound'
import type { ShownPoint } from '../state/document/surface'

/** The attribute of every element whose text is shown text; its value is the shown offset of the first code unit. */
export const SHOWN = 'data-shown'

/** The attribute of the element that shows one surface; its value is the surface's id. */
export const SURFACE = 'data-surface'

/** The attributes of an element that stands for rows which are not drawn: the shown offsets of their words, end exclusive. */
export const GAP_FROM = 'data-gap-from'
/** See `GAP_FROM`. */
export const GAP_TO = 'data-gap-to'

interface Leaf {
  readonly node: Text
  /** Shown offset of the node's first code unit. */
  readonly start: number
}

/** The text nodes of each element on screen; forgotten with the element. */
const known = new WeakMap<Element, readonly Leaf[]>()

const readLeaves = (element: Element): readonly Leaf[] => {
  const leaves: Leaf[] = []
  const containers = element.hasAttribute(SHOWN) ? [element] : [...element.querySelectorAll(`[${SHOWN}]`)]
  for (const container of containers) {
    let start = Number(container.getAttribute(SHOWN))
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue
      leaves.push({ node, start })
      start += node.length
    }
  }
  return leaves
}

const leavesOf = (element: Element): readonly Leaf[] => {
  const kept = known.get(element)
  if (kept?.every(({ node }) => node.isConnected)) return kept
  const leaves = readLeaves(element)
  known.set(element, leaves)
  return leaves
}

/** Forgets the text nodes of an element whose text was drawn anew. */
export const forgetLeaves = (element: Element): void => {
  known.delete(element)
}

/**
 * Answers, for `start` to `end` (shown offsets, end exclusive), the DOM ranges that show them in `element`: one per text node, so that
 * the space between two cells of a table stays unpainted. The text nodes are looked for once, for all that is asked.
 */
export const liveRanges = (element: Element): (start: number, end: number) => readonly StaticRange[] => {
  const leaves = leavesOf(element)
  return (start, end) => {
    const ranges: StaticRange[] = []
    const first = lowerBound(leaves.length, (at) => (leaves[at]?.start ?? 0) + (leaves[at]?.node.length ?? 0) <= start)
    for (let at = first; at < leaves.length; at += 1) {
      const leaf = leaves[at]
      if (!leaf || leaf.start >= end) break
      const from = Math.max(start, leaf.start) - leaf.start
      const to = Math.min(end, leaf.start + leaf.node.length) - leaf.start
      if (to > from) ranges.push(new StaticRange({ startContainer: leaf.node, startOffset: from, endContainer: leaf.node, endOffset: to }))
    }
    return ranges
  }
}

/** About where a code unit would stand among rows that are not drawn; null where it is none of theirs. */
const rectInGap = (element: Element, shown: number): DOMRect | null => {
  for (const gap of element.querySelectorAll<HTMLElement>(`[${GAP_FROM}]`)) {
    const from = Number(gap.getAttribute(GAP_FROM))
    const to = Number(gap.getAttribute(GAP_TO))
    if (shown < from || shown >= to) continue
    const { left, top, height } = gap.getBoundingClientRect()
    return new DOMRect(left, top + height * (shown - from) / (to - from), 1, 1)
  }
  return null
}

/** The rectangle of the code unit at a shown offset, in CSS pixels of the window, about where it would be while its row is not drawn; null where nothing is shown there. */
export const rectOf = (element: Element, shown: number): DOMRect | null => {
  const leaf = leavesOf(element).findLast(({ start }) => start <= shown)
  const behind = !leaf || shown >= leaf.start + leaf.node.length
  const gap = behind ? rectInGap(element, shown) : null
  if (gap) return gap
  if (!leaf) return null
  const offset = Math.min(shown - leaf.start, leaf.node.length)
  const range = document.createRange()
  range.setStart(leaf.node, offset)
  range.setEnd(leaf.node, Math.min(offset + 1, leaf.node.length))
  return range.getClientRects()[0] ?? leaf.node.parentElement?.getBoundingClientRect() ?? null
}

/** The place in the shown text of a boundary point of the DOM; null where it lies outside every surface. */
export const shownPoint = (node: Node, offset: number): ShownPoint | null => {
  const holder = node instanceof Element ? node : node.parentElement
  const element = holder?.closest(`[${SURFACE}]`)
  const surface = element?.getAttribute(SURFACE)
  if (!element || surface === null || surface === undefined) return null
  const leaves = leavesOf(element)
  const own = leaves.find((leaf) => leaf.node === node)
  if (own) return { surface, offset: own.start + offset }
  const point = document.createRange()
  point.setStart(node, offset)
  const behind = leaves.find((leaf) => point.comparePoint(leaf.node, 0) >= 0)
  if (behind) return { surface, offset: behind.start }
  const last = leaves.at(-1)
  return last ? { surface, offset: last.start + last.node.length } : { surface, offset: 0 }
}

/** Where a place of the shown text stands in the DOM; at the border of two pieces of text, the end of the first where it ends something. Null where it is not drawn. */
export const nodePoint = (page: Element, { surface, offset }: ShownPoint, edge: 'start' | 'end'): { readonly node: Text;
  readonly offset: number } | null => {
  const element = page.querySelector(`[${SURFACE}="${CSS.escape(surface)}"]`)
  const leaves = element ? leavesOf(element) : []
  const leaf = edge === 'end'
    ? leaves.findLast(({ start }) => start < offset) ?? leaves[0]
    : leaves.findLast(({ start }) => start <= offset)
  return leaf ? { node: leaf.node, offset: Math.min(offset - leaf.start, leaf.node.length) } : null
}

/** The place in the shown text under a point of the window (CSS pixels); null where there is none. */
export const pointAt = (x: number, y: number): ShownPoint | null => {
  const caret = document.caretPositionFromPoint(x, y)
  return caret ? shownPoint(caret.offsetNode, caret.offset) : null
}
