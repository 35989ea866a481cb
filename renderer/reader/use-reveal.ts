import { type RefObject, useEffect } from 'react'
import type { BlockIndex } from '../state/block-index'
import { documentState } from '../state/document'
import { type Half, halvesState, type Reveal } from '../state/halves'
import { shownRange, surfaceOf } from '../state/text-map'
import { useStore } from '../state/use-store'
import type { BlockVirtualizer } from './block-list'
import { rectOf, SURFACE } from './live-range'

/** Where looked-up words come to stand, as a share of the height of the page: a little above the middle, where the eye rests. */
const READING_HEIGHT = 0.32
/** Words already within this part of the page are left where they are. */
const IN_SIGHT = { from: 0.06, to: 0.78 } as const
/** Heights are guesses until blocks are drawn, so the place is looked for again over this many frames. */
const MOST_FRAMES = 24
const STILL = 1

/** The distance, in CSS pixels, of the first words of a range from the top of the page; null while they are not drawn. */
const distanceOf = (page: HTMLElement, index: BlockIndex, at: number, reveal: Reveal): number | null => {
  const block = index.blocks[at]
  const element = block ? page.querySelector(`[${SURFACE}="${CSS.escape(block.id)}"]`) : null
  if (!block || !element) return null
  const { map } = surfaceOf(block)
  const span = shownRange(map, reveal.range.end > reveal.range.start ? reveal.range : { start: reveal.range.start, end: reveal.range.start + 1 })
  const rect = span ? rectOf(element, span.start) : element.getBoundingClientRect()
  return rect ? rect.top - page.getBoundingClientRect().top : null
}

/** The pages that are being brought to a place; where the reader is in them is known and not to be read off meanwhile. */
const settling = new WeakSet<HTMLElement>()

/** Whether a page is being brought to a place, and what is on screen is not yet what the reader will see. */
export const isSettling = (page: HTMLElement): boolean => settling.has(page)

/** Pages whose text was set anew: their place is the one before until the reader moves, so that what is rounded never adds up. */
const held = new WeakSet<HTMLElement>()

/** Whether the text of a page was set anew and the reader has not moved in it since. */
export const isHeld = (page: HTMLElement): boolean => held.has(page)

const MOVES = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const

/** Lets go of a held page at the first move of the reader outside of a dialog; answers how to stop waiting. */
const untilMoved = (page: HTMLElement): (() => void) => {
  held.add(page)
  const moved = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('[role="dialog"]') !== null) return
    stop()
  }
  const stop = (): void => {
    held.delete(page)
    for (const name of MOVES) window.removeEventListener(name, moved, true)
  }
  for (const name of MOVES) window.addEventListener(name, moved, { capture: true, passive: true })
  return stop
}

/** Brings a range into sight and keeps it there until the blocks around it have their true heights; answers how to stop. */
const bringIntoSight = (page: HTMLElement, list: BlockVirtualizer, index: BlockIndex, reveal: Reveal): (() => void) => {
  const at = index.at(reveal.range.start)
  const height = page.clientHeight
  const wanted = reveal.at === 'top' ? reveal.gap : height * READING_HEIGHT
  const seen = distanceOf(page, index, at, reveal)
  if (reveal.at === 'reading-height' && seen !== null && seen > height * IN_SIGHT.from && seen < height * IN_SIGHT.to) return () => undefined
  let frames = 0
  let still = 0
  let frame = 0
  settling.add(page)
  const settle = (): void => {
    frames += 1
    const now = distanceOf(page, index, at, reveal)
    if (now === null) page.scrollTop = (list.getOffsetForIndex(at, 'start')?.[0] ?? 0) - wanted
    else if (Math.abs(now - wanted) > STILL) page.scrollTop += now - wanted
    still = now !== null && Math.abs(now - wanted) <= STILL ? still + 1 : 0
    if (still < 3 && frames < MOST_FRAMES) frame = requestAnimationFrame(settle)
    else settling.delete(page)
  }
  settle()
  return () => {
    settling.delete(page)
    cancelAnimationFrame(frame)
  }
}

/** Wishes that were granted. A view that is drawn anew goes back to where the reader was, not to the last wish. */
const granted = new WeakSet<Reveal>()

/** Follows the wishes to see a range, and keeps the place when the view or the setting of its text changes (`setting`). */
export const useReveal = (page: RefObject<HTMLElement | null>, list: BlockVirtualizer | null, index: BlockIndex, setting: object, half: Half): void => {
  const reveal = useStore(half, halvesState.select.reveal)
  useEffect(() => {
    const { top, gap } = half.store.get()
    const { content } = documentState.store.get()
    if (!page.current || !list || index.blocks.length === 0 || top <= (content?.range.start ?? 0)) return
    if (reveal && !granted.has(reveal)) return
    const ends = [untilMoved(page.current), bringIntoSight(page.current, list, index, { token: 0, range: { start: top, end: top }, flash: false, at: 'top', gap })]
    return () => { for (const end of ends) end() }
    // A wish that comes later is not this effect's: it would scroll back to the place before.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [page, list, index, setting, half])
  useEffect(() => {
    if (!page.current || !list || !reveal || granted.has(reveal) || index.blocks.length === 0) return
    granted.add(reveal)
    held.delete(page.current)
    return bringIntoSight(page.current, list, index, reveal)
  }, [page, list, index, reveal])
}
