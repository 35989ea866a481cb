import { type RefObject, useEffect } from 'react'
import type { BlockIndex } from '#model/block-index'
import { documentState } from '../../state/document/document'
import { type Half, halvesState, type Reveal } from '../../state/document/halves'
import { shownRange } from '#model/text-map'
import { surfaceOf } from '../../state/document/surface'
import { useStore } from '../../state/window/use-store'
import type { BlockVirtualizer } from '../text/block-list'
import { rectOf, SURFACE } from '../live-range'

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
  const span = shownRange(map,
    reveal.range.end > reveal.range.start ? reveal.range : { start: reveal.range.start, end: reveal.range.start + 1 })
  const rect = span ? rectOf(element, span.start) : element.getBoundingClientRect()
  return rect ? rect.top - page.getBoundingClientRect().top : null
}

/** A page on its way to a place. */
interface Settling {
  readonly reveal: Reveal
  readonly stop: () => void
}

/** The pages that are being brought to a place; where the reader is in them is known and not to be read off meanwhile. */
const settling = new WeakMap<HTMLElement, Settling>()

/** Whether a page is being brought to a place, and what is on screen is not yet what the reader will see. */
export const isSettling = (page: HTMLElement): boolean => settling.has(page)

/** Brings a range into sight and keeps it there until the blocks around it have their true heights, or another is asked for; answers how to stop. */
const bringIntoSight = (page: HTMLElement, list: BlockVirtualizer, index: BlockIndex, reveal: Reveal): () => void => {
  settling.get(page)?.stop()
  const at = index.at(reveal.range.start)
  const height = page.clientHeight
  const wanted = reveal.at === 'top' ? reveal.gap : height * READING_HEIGHT
  const seen = distanceOf(page, index, at, reveal)
  if (reveal.at === 'reading-height' && seen !== null && seen > height * IN_SIGHT.from && seen < height * IN_SIGHT.to)
    return () => undefined
  let frames = 0
  let still = 0
  let frame = 0
  const stop = (): void => {
    if (settling.get(page)?.stop === stop) settling.delete(page)
    cancelAnimationFrame(frame)
  }
  settling.set(page, { reveal, stop })
  const settle = (): void => {
    frames += 1
    const now = distanceOf(page, index, at, reveal)
    if (now === null) page.scrollTop = (list.getOffsetForIndex(at, 'start')?.[0] ?? 0) - wanted
    else if (Math.abs(now - wanted) > STILL) page.scrollTop += now - wanted
    still = now !== null && Math.abs(now - wanted) <= STILL ? still + 1 : 0
    if (still < 3 && frames < MOST_FRAMES) frame = requestAnimationFrame(settle)
    else stop()
  }
  settle()
  return stop
}

/** Whether a page stands at its end, where the browser moves the text down when it gets higher. */
const isAtEnd = (page: HTMLElement): boolean => page.scrollTop + page.clientHeight >= page.scrollHeight - STILL

/** How far a held line is from its place once the page was scrolled by other means than the reader's hand, in CSS pixels. */
const AWAY = 40

/** Pages whose text was set anew, and whether each still stands where it was put: their place is the one before until the reader moves, so that what is rounded never adds up. */
const held = new WeakMap<HTMLElement, () => boolean>()

/** Whether the text of a page was set anew and the reader has not moved in it since. */
export const isHeld = (page: HTMLElement): boolean => held.get(page)?.() ?? false

const MOVES = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const

/** Where a move of the reader's is none in the text: dialogs, and the borders between the parts of the window. */
const OUTSIDE = '[role="dialog"], [role="separator"][tabindex]'

/** Lets go of a held page at the first move of the reader in the text; answers how to stop waiting. */
const untilMoved = (page: HTMLElement, isThere: () => boolean): () => void => {
  held.set(page, isThere)
  const moved = ({ target }: Event): void => {
    if (target instanceof Element && target.closest(OUTSIDE) !== null) return
    stop()
  }
  const stop = (): void => {
    held.delete(page)
    for (const name of MOVES) window.removeEventListener(name, moved, true)
  }
  for (const name of MOVES) window.addEventListener(name, moved, { capture: true, passive: true })
  return stop
}

/** Wishes that were granted. A view that is drawn anew goes back to where the reader was, not to the last wish. */
const granted = new WeakSet<Reveal>()

/** The place that a half goes back to when its text is set anew; null where it begins, or while it is to be brought elsewhere. */
const placeOf = (half: Half): Reveal | null => {
  const { top, gap, reveal } = half.store.get()
  if (top <= (documentState.store.get().content?.range.start ?? 0) || (reveal && !granted.has(reveal))) return null
  return { token: 0, range: { start: top, end: top }, flash: false, at: 'top', gap }
}

/** Keeps the place of a page; answers how to stop. */
const hold = (page: HTMLElement, list: BlockVirtualizer, index: BlockIndex, place: Reveal): () => void => {
  const isThere = (): boolean => {
    const now = distanceOf(page, index, index.at(place.range.start), place)
    if (now === null) return false
    return Math.abs(now - place.gap) < AWAY || (isAtEnd(page) && now > place.gap && now < page.clientHeight)
  }
  const ends = [untilMoved(page, isThere), bringIntoSight(page, list, index, place)]
  return () => {
    for (const end of ends) end()
  }
}

/** Keeps the first line where it is while the page gets another size, as when a border of the window is moved; answers how to stop. */
const holdWhileSized = (page: HTMLElement, list: BlockVirtualizer, index: BlockIndex, half: Half): () => void => {
  let size = { width: page.offsetWidth, height: page.offsetHeight }
  let end = (): void => undefined
  const look = (): void => {
    const before = size
    size = { width: page.offsetWidth, height: page.offsetHeight }
    const higher = size.height !== before.height && (isHeld(page) || isAtEnd(page))
    if (size.width === 0 || (size.width === before.width && !higher)) return
    const wanted = settling.get(page)?.reveal
    const place = wanted ?? placeOf(half)
    if (!place) return
    end()
    end = wanted?.at === 'reading-height' ? bringIntoSight(page, list, index, wanted) : hold(page, list, index, place)
  }
  const sizes = new ResizeObserver(look)
  sizes.observe(page)
  return () => {
    sizes.disconnect()
    end()
  }
}

/** Follows the wishes to see a range, and keeps the place when the view, its size or the setting of its text changes (`setting`). */
export const useReveal = (page: RefObject<HTMLElement | null>, list: BlockVirtualizer | null, index: BlockIndex, setting: object,
  half: Half): void => {
  const reveal = useStore(half, halvesState.select.reveal)
  useEffect(() => {
    const place = placeOf(half)
    if (!page.current || !list || index.blocks.length === 0 || !place) return
    return hold(page.current, list, index, place)
  }, [page, list, index, setting, half])
  useEffect(() => {
    if (!page.current || !list || !reveal || granted.has(reveal) || index.blocks.length === 0) return
    granted.add(reveal)
    held.delete(page.current)
    return bringIntoSight(page.current, list, index, reveal)
  }, [page, list, index, reveal])
  useEffect(() => {
    if (!page.current || !list || index.blocks.length === 0) return
    return holdWhileSized(page.current, list, index, half)
  }, [page, list, index, half])
}
