import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'

/** What a list of cards takes. Only the cards in sight are drawn, so that a filing with thousands of them scrolls freely. */
export interface CardListProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** The item that is in focus; it is scrolled into view when it changes. */
  readonly active: string | null
  readonly draw: (item: T) => ReactNode
  /** Set above the cards and scrolled with them. */
  readonly head?: ReactNode
  /** Set below the cards. */
  readonly foot?: ReactNode
}

/** A card's height before it was measured, in CSS pixels: a claim of three lines with its buttons. */
const GUESS = 180
const OVERSCAN = 6

/** A scrolling list of cards of any height. */
export const CardList = <T,>({ label, items, keyOf, active, draw, head, foot }: CardListProps<T>) => {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const virtual = useVirtualizer({
    count: items.length, getScrollElement: () => scroller.current, estimateSize: () => GUESS, overscan: OVERSCAN,
    getItemKey: (index) => { const item = items[index]; return item === undefined ? index : keyOf(item) }
  })
  const index = active === null ? -1 : items.findIndex((item) => keyOf(item) === active)
  useEffect(() => {
    if (index < 0) return undefined
    virtual.scrollToIndex(index, { align: 'auto' })
    // The card unfolds when it comes into focus, so its height is known only after the next frame; a tall one is shown from its top.
    const frame = requestAnimationFrame(() => {
      const card = list.current?.querySelector(`[data-index="${String(index)}"]`)
      const tall = (card?.clientHeight ?? 0) > (scroller.current?.clientHeight ?? 0)
      virtual.scrollToIndex(index, { align: tall ? 'start' : 'auto' })
    })
    return () => { cancelAnimationFrame(frame) }
  }, [index, virtual])
  return (
    <div className="panel-list" ref={scroller} tabIndex={-1}>
      {head}
      <ol className="cards" aria-label={label} ref={list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((row) => {
          const item = items[row.index]
          return item === undefined
            ? null
            : (
              <li key={row.key} data-index={row.index} ref={virtual.measureElement} aria-setsize={items.length} aria-posinset={row.index + 1} style={{ transform: `translateY(${String(row.start)}px)` }}>
                {draw(item)}
              </li>
            )
        })}
      </ol>
      {foot}
    </div>
  )
}
