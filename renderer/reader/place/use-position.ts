import { type RefObject, useEffect } from 'react'
import type { DocumentContent } from '#contract/library'
import type { BlockIndex } from '#model/block-index'
import type { Half } from '../../state/document/halves'
import { sectionsAt } from '../../state/document/sections'
import { shownRange, sourceOffset } from '#model/text-map'
import { surfaceOf } from '../../state/document/surface'
import type { BlockVirtualizer } from '../text/block-list'
import { pointAt, rectOf, SURFACE } from '../live-range'
import { isHeld, isSettling } from './use-reveal'

/** How often the place is looked up while the page scrolls, in ms. */
const EVERY_MS = 100
/** How far below the top edge a line counts as the first one, in CSS pixels. */
const EDGE = 6

/** Lines whose tops are no further apart than this are one line, in CSS pixels. */
const SAME_LINE = 2

/**
 * The first line on screen: its source offset, exact where its words can be asked for, and how far below the top edge it stands.
 * The offset known before stays while it is on that line, so that another size and back again lead to the very same place.
 */
const topLine = (page: HTMLElement, list: BlockVirtualizer, index: BlockIndex, known: number): { readonly offset: number;
  readonly gap: number } | null => {
  const item = list.getVirtualItemForOffset(page.scrollTop + EDGE)
  const block = item ? index.blocks[item.index] : undefined
  if (!item || !block) return null
  const start = block.ranges[0]?.start ?? 0
  const edge = page.getBoundingClientRect().top
  const element = page.querySelector(`[${SURFACE}="${CSS.escape(block.id)}"]`)
  if (!element) return { offset: start, gap: item.start - page.scrollTop }
  const rect = element.getBoundingClientRect()
  const point = item.start >= page.scrollTop ? null : pointAt(rect.left + 2, edge + EDGE)
  const { map, text } = surfaceOf(block)
  // Below the last line the caret stands behind the last word, which is where the next block begins in the source.
  const shown = point?.surface === block.id ? Math.max(0, Math.min(point.offset, text.length - 1)) : 0
  const top = rectOf(element, shown)?.top ?? rect.top
  const before = shownRange(map, { start: known, end: known + 1 })
  const knownTop = before ? rectOf(element, before.start)?.top : undefined
  if (knownTop !== undefined && Math.abs(knownTop - top) <= SAME_LINE) return { offset: known, gap: knownTop - edge }
  return { offset: map.length === 0 ? start : sourceOffset(map, shown), gap: top - edge }
}

/** Keeps the half told where the reader is. */
export const usePosition = (page: RefObject<HTMLElement | null>, list: BlockVirtualizer | null, index: BlockIndex, content: DocumentContent,
  half: Half): void => {
  useEffect(() => {
    const element = page.current
    if (!element || !list) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => {
      timer = null
      if (isSettling(element)) {
        scrolled()
        return
      }
      if (isHeld(element)) return
      const top = topLine(element, list, index, half.store.get().top)
      if (top) half.setPosition(top.offset, top.gap, sectionsAt(content.sections, top.offset).at(-1)?.id ?? null)
    }
    const scrolled = (): void => {
      timer ??= setTimeout(look, EVERY_MS)
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    scrolled()
    return () => {
      element.removeEventListener('scroll', scrolled)
      if (timer !== null) clearTimeout(timer)
    }
  }, [page, list, index, content, half])
}
