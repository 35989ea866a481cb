import { createContext, type RefObject, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { drawnGroups, type DrawnGroups, heightOf, type RowGroup } from './row-window'

/** The attribute of an element that holds one group of rows; its value is the index of the group. */
export const GROUP = 'data-group'

/** Told when rows of a block were drawn or taken off, so that the paint on them is renewed. */
export const RowsDrawn = createContext<() => void>(() => undefined)

/** What is drawn of the rows of one block. */
export interface RowWindow {
  /** The groups that are drawn, ascending: those in sight and those in which a selection begins or ends. */
  readonly drawn: readonly number[]
  /** The height that stands for the groups `from` to `to` (excluded), in CSS pixels. */
  readonly space: (from: number, to: number) => number
}

/** The groups in and near sight, and those that a selection kept when they were last chosen. */
interface Shown {
  readonly held: DrawnGroups
  readonly pinned: readonly number[]
}

/** The groups of `box` in which the selection of the page begins or ends. */
const selectedGroups = (box: Element | null): readonly number[] => {
  const selection = document.getSelection()
  if (!box || !selection) return []
  return [selection.anchorNode, selection.focusNode].flatMap((node) => {
    const element = node instanceof Element ? node : node?.parentElement
    const group = element && box.contains(element) ? element.closest(`[${GROUP}]`)?.getAttribute(GROUP) : null
    return group === null || group === undefined ? [] : [Number(group)]
  })
}

/** The heights of the groups, in CSS pixels: measured where they were drawn, guessed from their rows elsewhere. */
interface Heights {
  readonly all: readonly number[]
  readonly set: (at: number, height: number) => void
  /** Makes all of them guesses again, as in another width. */
  readonly forget: () => void
}

const heightsOf = (groups: readonly RowGroup[], guess: (row: number) => number): Heights => {
  const guessed = groups.map(({ from, to }) => {
    let sum = 0
    for (let row = from; row < to; row += 1) sum += guess(row)
    return sum
  })
  const all = [...guessed]
  return {
    all,
    set: (at, height) => {
      all[at] = height
    },
    forget: () =>
      guessed.forEach((height, at) => {
        all[at] = height
      })
  }
}

/** Takes the true heights of what is drawn, and keeps the page where it is as far as what changed lies above it. */
const takeHeights = (element: HTMLElement, page: HTMLElement, heights: Heights): void => {
  const edge = page.getBoundingClientRect().top
  let moved = 0
  for (const group of element.querySelectorAll<HTMLElement>(`[${GROUP}]`)) {
    const at = Number(group.getAttribute(GROUP))
    const { height, bottom } = group.getBoundingClientRect()
    const before = heights.all[at] ?? height
    if (height === 0 || Math.abs(height - before) < 0.5) continue
    heights.set(at, height)
    if (bottom <= edge) moved += height - before
  }
  if (moved !== 0) page.scrollTop += moved
}

/** Follows what of the page is in sight; answers how to stop. The size is told at once, and with it the first look is taken. */
const followSight = (element: HTMLElement, page: HTMLElement, heights: Heights,
  show: (top: number, bottom: number) => void): () => void => {
  let width = element.clientWidth
  const look = (): void => {
    const top = page.getBoundingClientRect().top - element.getBoundingClientRect().top
    show(top, top + page.clientHeight)
  }
  const sizes = new ResizeObserver(() => {
    if (element.clientWidth !== width) heights.forget()
    width = element.clientWidth
    look()
  })
  sizes.observe(element)
  page.addEventListener('scroll', look, { passive: true })
  return () => {
    sizes.disconnect()
    page.removeEventListener('scroll', look)
  }
}

/**
 * Draws of many rows only those in sight and some beyond. `box` holds the groups, each an element with the attribute `data-group`;
 * `guess` gives the height of a row that was not drawn yet, in CSS pixels. What is above the page keeps its place when true heights come in.
 */
export const useRowWindow = (box: RefObject<HTMLElement | null>, groups: readonly RowGroup[],
  guess: (row: number) => number): RowWindow => {
  const heights = useMemo(() => heightsOf(groups, guess), [groups, guess])
  const redrawn = useContext(RowsDrawn)
  const [{ held, pinned }, setShown] = useState<Shown>({ held: { from: 0, to: Math.min(1, groups.length - 1) }, pinned: [] })
  const drawn = useMemo(() => {
    const seen = Array.from({ length: held.to - held.from + 1 }, (_, at) => held.from + at)
    return [...new Set([...seen, ...pinned])].filter((at) => at < groups.length).sort((a, b) => a - b)
  }, [held, pinned, groups])

  useLayoutEffect(() => {
    const element = box.current
    const page = element?.closest<HTMLElement>('.reading-page')
    if (!element || !page) return
    takeHeights(element, page, heights)
    redrawn()
  }, [box, drawn, heights, redrawn])

  useEffect(() => {
    const element = box.current
    const page = element?.closest<HTMLElement>('.reading-page')
    if (!element || !page) return undefined
    return followSight(element, page, heights, (top, bottom) => {
      const selected = selectedGroups(element)
      setShown((before) => {
        const next = drawnGroups(heights.all, top, bottom, before.held)
        return next === before.held ? before : { held: next, pinned: selected }
      })
    })
  }, [box, heights])

  return { drawn, space: (from, to) => heightOf(heights.all, from, to) }
}
