import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** What a list takes. Only what is in sight is drawn, so that a filing with thousands of entries scrolls freely. */
export interface VirtualListProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly draw: (item: T) => ReactNode
  /** `cards` of any height with room between them, or `rows` with a rule between them. */
  readonly look: 'cards' | 'rows'
  /** The item that is in focus; it is scrolled into view when it changes. */
  readonly active?: string | null
  /** Leaves the list where it is scrolled to while the item in focus stays the same one, also where its place in the list changes. */
  readonly steady?: boolean
  /** A selector of the part of the item in focus that is to be in view, where it has such a part. */
  readonly part?: string
  /** Items that stay drawn out of sight, by key, as one with unsaved words in it. The one that last had the focus stays drawn anyway. */
  readonly pinned?: readonly string[]
  /** A class of the list beside its own. */
  readonly className?: string
  /** Where several items can be chosen at once: which are, and what the keys do. The focus stays on the list, the cursor is `active`. */
  readonly choice?: { readonly chosen: ReadonlySet<string>; readonly press: (event: KeyboardEvent, page: number) => void }
  /** Set above the items and scrolled with them. */
  readonly head?: ReactNode
  /** Set below the items. */
  readonly foot?: ReactNode
}

/** Heights before they were measured, in CSS pixels: a card with a claim of three lines and its buttons; a row of two lines; a row of a mark. */
const GUESS = { cards: 180, rows: 52, choices: 93 } as const
/** Over how many frames the item in focus is looked for again. */
const SETTLING = 4
const OVERSCAN = { cards: 6, rows: 12 } as const

/** How far a key goes from row `from` of `count`; null where the key is not one that moves. */
const targetOf = (key: string, from: number, count: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Height of what is set above the items in CSS pixels, followed as it grows and shrinks. */
const useHeight = (element: RefObject<HTMLElement | null>): number => {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return undefined
    const observer = new ResizeObserver(() => setHeight(measured.offsetHeight))
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return height
}

const NO_PINS: readonly string[] = []

/** The rows to draw: those in sight, and those of the items that stay drawn. */
function useRows<T>(items: readonly T[], keyOf: (item: T) => string, pinned: readonly string[]): (range: Range) => number[] {
  const kept = pinned.map((key) => items.findIndex((item) => keyOf(item) === key)).filter((index) => index >= 0).join(' ')
  return useMemo(() => {
    const pins = kept === '' ? [] : kept.split(' ').map(Number)
    return (range) => [...new Set([...defaultRangeExtractor(range), ...pins.filter((index) => index < range.count)])].sort((a, b) => a - b)
  }, [kept])
}

const optionId = (label: string, key: string): string => `${label} ${key}`.replace(/[^\w-]+/g, '-')

/**
 * A scrolling list of thousands of items; what is in sight, has the focus or is pinned is drawn. Each row of `rows` holds one button, and the arrow keys, Home and End go from row to
 * row, unless the list is one in which several are chosen: then it takes the keys itself.
 */
export function VirtualList<T>(
  { label, items, keyOf, draw, look, active = null, steady = false, part, pinned = NO_PINS, className = '', choice, head, foot }:
    VirtualListProps<T>
) {
  const scroller = useRef<HTMLDivElement>(null)
  const above = useRef<HTMLDivElement>(null)
  const scrollMargin = useHeight(above)
  const [held, setHeld] = useState<string | null>(null)
  const rangeExtractor = useRows(items, keyOf, held === null ? pinned : [...pinned, held])
  const list = useRef<HTMLOListElement>(null)
  const guess = GUESS[choice ? 'choices' : look]
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guess,
    overscan: OVERSCAN[look],
    scrollMargin,
    rangeExtractor,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    }
  })
  const index = active === null ? -1 : items.findIndex((item) => keyOf(item) === active)
  const place = useRef(index)
  useEffect(() => {
    place.current = index
  }, [index])
  const goal = steady && index >= 0 ? active : index
  useEffect(() => {
    if (place.current < 0) return undefined
    virtual.scrollToIndex(place.current, { align: 'auto' })
    // Heights are guesses until the items around are drawn, and a card unfolds when it comes into focus; a tall one is shown from its top.
    let frame = 0
    let frames = 0
    const settle = (): void => {
      const card = list.current?.querySelector(`[data-index="${String(place.current)}"]`)
      const sought = part === undefined ? null : card?.querySelector(part)
      const tall = (card?.clientHeight ?? 0) > (scroller.current?.clientHeight ?? 0)
      if (sought) sought.scrollIntoView({ block: 'nearest' })
      else if (place.current >= 0) virtual.scrollToIndex(place.current, { align: tall ? 'start' : 'auto' })
      frames += 1
      if (frames < SETTLING) frame = requestAnimationFrame(settle)
    }
    frame = requestAnimationFrame(settle)
    return () => cancelAnimationFrame(frame)
  }, [goal, part, virtual])
  /** Puts the focus on a row, or on the next one that way where the row is only a head. */
  const focusRow = (to: number, way: 1 | -1): void => {
    if (to < 0 || to >= items.length) return
    virtual.scrollToIndex(to, { align: 'auto' })
    // A row far away is drawn only with the next frame.
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`li[data-index="${String(to)}"]`)
      const button = row?.querySelector('button')
      if (button) button.focus({ preventScroll: true })
      else if (row) focusRow(to + way, way)
    })
  }
  const move = (event: KeyboardEvent): void => {
    if (choice) {
      choice.press(event, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / guess) - 1))
      return
    }
    const row = look === 'rows' && event.target instanceof Element ? event.target.closest('li') : null
    const to = row ? targetOf(event.key, Number(row.dataset['index']), items.length) : null
    if (to === null) return
    event.preventDefault()
    focusRow(to, event.key === 'ArrowUp' || event.key === 'End' ? -1 : 1)
  }
  const options = choice
    ? { 'role': 'listbox', 'aria-multiselectable': true, 'tabIndex': 0,
      ...(index < 0 || active === null ? {} : { 'aria-activedescendant': optionId(label, active) }) } as const
    : {}
  return (
    <div className="panel-list" ref={scroller} tabIndex={-1}>
      <div className="virtual-head" ref={above}>{head}</div>
      <ol className={`virtual-list is-${look} ${className}`} aria-label={label} ref={list} style={{ height: virtual.getTotalSize() }}
        onKeyDown={move} {...options}
      >
        {virtual.getVirtualItems().map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          const key = keyOf(item)
          const option = choice
            ? { 'role': 'option', 'id': optionId(label, key), 'aria-selected': choice.chosen.has(key),
              'data-cursor': key === active } as const
            : {}
          return (
            <li
              key={row.key}
              data-index={row.index}
              ref={virtual.measureElement}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${String(row.start - scrollMargin)}px)` }}
              onFocus={() => setHeld(key)}
              {...option}
            >
              {draw(item)}
            </li>
          )
        })}
      </ol>
      {foot}
    </div>
  )
}
