import { type RefObject, useEffect } from 'react'
import type { FilingDocument } from '#contract/filing'
import type { BlockIndex } from '../state/block-index'
import { documentState } from '../state/document'
import { sectionsAt } from '../state/sections'
import { sourceOffset, surfaceOf } from '../state/text-map'
import type { BlockVirtualizer } from './block-list'
import { pointAt, SURFACE } from './live-range'

/** How often the place is looked up while the page scrolls, in ms. */
const EVERY_MS = 100
/** How far below the top edge a line counts as the first one, in CSS pixels. */
const EDGE = 6

/** Source offset of the first line on screen: exact where its words can be asked for, else the start of its block. */
const topOffset = (page: HTMLElement, list: BlockVirtualizer, index: BlockIndex): number | null => {
  const item = list.getVirtualItemForOffset(page.scrollTop + EDGE)
  const block = item ? index.blocks[item.index] : undefined
  if (!item || !block) return null
  const start = block.ranges[0]?.start ?? 0
  if (item.start >= page.scrollTop) return start
  const rect = page.querySelector(`[${SURFACE}="${CSS.escape(block.id)}"]`)?.getBoundingClientRect()
  if (!rect) return start
  const point = pointAt(rect.left + 2, page.getBoundingClientRect().top + EDGE)
  return point?.surface === block.id ? sourceOffset(surfaceOf(block).map, point.offset) : start
}

/** Keeps the state told where the reader is. */
export const usePosition = (page: RefObject<HTMLElement | null>, list: BlockVirtualizer | null, index: BlockIndex, content: FilingDocument): void => {
  useEffect(() => {
    const element = page.current
    if (!element || !list) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => {
      timer = null
      const top = topOffset(element, list, index)
      if (top !== null) documentState.setPosition(top, sectionsAt(content.sections, top).at(-1)?.id ?? null)
    }
    const scrolled = (): void => { timer ??= setTimeout(look, EVERY_MS) }
    element.addEventListener('scroll', scrolled, { passive: true })
    scrolled()
    return () => {
      element.removeEventListener('scroll', scrolled)
      if (timer !== null) clearTimeout(timer)
    }
  }, [page, list, index, content])
}
