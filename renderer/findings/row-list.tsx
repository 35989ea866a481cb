import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'

/** What a list of rows takes; each row holds one button. Only the rows in sight are drawn. */
export interface RowListProps<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly draw: (item: T) => ReactNode
  /** Set above the rows and scrolled with them. */
  readonly head?: ReactNode
}

/** A row's height before it was measured, in CSS pixels: two lines and their padding. */
const GUESS = 52
const OVERSCAN = 12

/** How far a key goes from row `from` of `count`; null where the key is not one that moves. */
const targetOf = (key: string, from: number, count: number): number | null => {
  switch (key) {
    case 'ArrowDown': return Math.min(count - 1, from + 1)
    case 'ArrowUp': return Math.max(0, from - 1)
    case 'Home': return 0
    case 'End': return count - 1
    default: return null
  }
}

/** A scrolling list of thousands of short rows; the arrow keys, Home and End go from row to row. */
export const RowList = <T,>({ label, items, keyOf, draw, head }: RowListProps<T>) => {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const virtual = useVirtualizer({
    count: items.length, getScrollElement: () => scroller.current, estimateSize: () => GUESS, overscan: OVERSCAN,
    getItemKey: (index) => { const item = items[index]; return item === undefined ? index : keyOf(item) }
  })
  const move = (event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('li') : null
    const to = row ? targetOf(event.key, Number(row.dataset['index']), items.length) : null
    if (to === null) return
    event.preventDefault()
    virtual.scrollToIndex(to, { align: 'auto' })
    // A row far away is drawn only with the next frame.
    requestAnimationFrame(() => { list.current?.querySelector<HTMLElement>(`li[data-index="${String(to)}"] button`)?.focus({ preventScroll: true }) })
  }
  return (
    <div className="panel-list" ref={scroller} tabIndex={-1}>
      {head}
      <ol className="figure-rows" aria-label={label} ref={list} style={{ height: virtual.getTotalSize() }} onKeyDown={move}>
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
    </div>
  )
}
