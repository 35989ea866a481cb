import { type RefObject, useLayoutEffect } from 'react'
import { type Cover, coverLeft, coverRight } from './edges'

/** The parts of a table that scrolls sideways. */
export interface SideScroll {
  readonly frame: RefObject<HTMLDivElement | null>
  /** What scrolls. */
  readonly box: RefObject<HTMLDivElement | null>
  /** The bar that stays in sight. */
  readonly bar: RefObject<HTMLDivElement | null>
}

/** How a table tells where it may be cut, in CSS pixels from its left edge. */
export interface Columns {
  /** Where columns begin, ascending. */
  readonly begins: readonly number[]
  /** The width of the first column, which is held in sight; 0 where none is. */
  readonly held: number
}

/** A first column wider than this share of the room is not held: little would be left to scroll in. */
const MOST_HELD = 0.5
const STILL = 1

const setCover = (frame: HTMLElement, side: 'left' | 'right', { width, fades }: Cover): void => {
  frame.style.setProperty(`--cover-${side}`, `${String(Math.max(0, width))}px`)
  frame.style.setProperty(`--fade-${side}`, fades ? 'transparent' : 'var(--surface)')
}

/** Draws the covers, the bar and what is held, as they have to be where the table stands now. */
const draw = (frame: HTMLElement, box: HTMLElement, bar: HTMLElement, { begins, held }: Columns): void => {
  const room = box.clientWidth
  const over = box.scrollWidth - room
  const wide = over > STILL
  frame.toggleAttribute('data-wide', wide)
  if (!wide) {
    for (const name of ['data-more-left', 'data-more-right', 'data-held']) frame.removeAttribute(name)
    return
  }
  const holds = held > 0 && held <= room * MOST_HELD
  const kept = holds ? held : 0
  const left = box.scrollLeft
  frame.toggleAttribute('data-held', holds)
  frame.toggleAttribute('data-more-left', left > STILL)
  frame.toggleAttribute('data-more-right', left < over - STILL)
  frame.style.setProperty('--held', `${String(kept)}px`)
  setCover(frame, 'left', coverLeft(begins, left + kept, room))
  setCover(frame, 'right', coverRight(begins, left + room, room))
  frame.style.setProperty('--whole', `${String(box.scrollWidth)}px`)
  if (Math.abs(bar.scrollLeft - left) > STILL) bar.scrollLeft = left
  const head = frame.querySelector<HTMLElement>('.table-head-clip')
  if (head) head.scrollLeft = left
}

/** Keeps the covers at the edges, the bar and the held head of a table in step with where it is scrolled to. */
export const useSideScroll = ({ frame, box, bar }: SideScroll, columns: (box: HTMLElement) => Columns): void => {
  useLayoutEffect(() => {
    const [outer, inner, strip] = [frame.current, box.current, bar.current]
    if (!outer || !inner || !strip) return undefined
    let known = columns(inner)
    const follow = (): void => draw(outer, inner, strip, known)
    const afresh = (): void => {
      known = columns(inner)
      follow()
    }
    const lead = (): void => {
      if (Math.abs(inner.scrollLeft - strip.scrollLeft) > STILL) inner.scrollLeft = strip.scrollLeft
    }
    const sizes = new ResizeObserver(afresh)
    sizes.observe(inner)
    if (inner.firstElementChild) sizes.observe(inner.firstElementChild)
    inner.addEventListener('scroll', follow, { passive: true })
    strip.addEventListener('scroll', lead, { passive: true })
    afresh()
    return () => {
      sizes.disconnect()
      inner.removeEventListener('scroll', follow)
      strip.removeEventListener('scroll', lead)
    }
  }, [frame, box, bar, columns])
}
