import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Range as Window, type Virtualizer } from '@tanstack/react-virtual'
import { libraryActs } from '../state/library/library-acts'
import { foldersState } from '../state/library/folders'
import { libraryViewState, type Listing } from '../state/library/library-view'
import type { LibraryRow } from '../state/library/library-list'
import { openBeside, openFiling } from './row-acts'

/** The virtual list of rows. */
export type RowVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>

/** Shows the list scrolled as it was left, once it holds anything, and keeps how far it is. */
const useKeptScroll = (scroller: RefObject<HTMLDivElement | null>, filled: boolean): void => {
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !filled) return
    element.scrollTo({ top: libraryViewState.scrolledTo() })
    const scrolled = (): void => libraryViewState.setScrolled(element.scrollTop)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => element.removeEventListener('scroll', scrolled)
  }, [scroller, filled])
}

/** Draws the rows on screen and a few around them, and always the one with the focus, which a screen reader is told of. */
export const useRowList = (count: number, sizeOf: (at: number) => number, keyOf: (at: number) => string | number, pinned: number,
  scroller: RefObject<HTMLDivElement | null>, head: number): RowVirtualizer => {
  const extract = useCallback((range: Window): number[] => {
    const seen = defaultRangeExtractor(range)
    return pinned < 0 || pinned >= range.count || seen.includes(pinned) ? seen : [...seen, pinned].sort((a, b) => a - b)
  }, [pinned])
  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    getItemKey: keyOf,
    overscan: 10,
    rangeExtractor: extract,
    scrollPaddingStart: head,
    scrollPaddingEnd: 8
  })
  // Whoever comes to the library without a focus of their own can use the keys at once.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [scroller])
  useEffect(() => {
    list.measure()
  }, [list, sizeOf])
  useKeptScroll(scroller, count > 0)
  useEffect(() => {
    if (pinned >= 0) list.scrollToIndex(pinned, { align: 'auto' })
  }, [list, pinned])
  return list
}

const current = (rows: Listing['rows']): LibraryRow | undefined => {
  const { cursor } = libraryViewState.store.get()
  return rows.find(({ key }) => key === cursor)
}

const ids = (): readonly string[] => libraryViewState.chosen().map(({ id }) => id)

/** Enter opens a filing or folds a group; Delete puts what is chosen in the trash, or takes it out of the folder with Shift. */
const act = (rows: Listing['rows'], event: KeyboardEvent): boolean => {
  const row = current(rows)
  const folder = libraryViewState.folderShown()
  switch (event.key) {
    case 'Enter':
      if (row?.kind === 'group') libraryViewState.toggleGroup(row.key)
      else if (row && event.shiftKey) openBeside(row.filing)
      else if (row) openFiling(row.filing)
      return row !== undefined
    case 'ArrowLeft':
    case 'ArrowRight':
      if (row?.kind === 'group' && row.folded === (event.key === 'ArrowRight')) libraryViewState.toggleGroup(row.key)
      return row?.kind === 'group'
    case 'Delete':
      if (event.shiftKey && folder !== null) void foldersState.take(folder, ids(), null)
      else if (libraryViewState.store.get().place.kind !== 'trash') void libraryActs.setTrashed(ids(), true)
      return true
    case 'Escape':
      if (libraryViewState.store.get().selected.size === 0) return false
      libraryViewState.selectNone()
      return true
    default:
      return false
  }
}

/** From the filter into the list under it by ArrowDown; Enter opens the first filing there. */
export const leaveFilter = (event: KeyboardEvent, { filings, rows }: Listing): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
  const [first] = filings
  event.preventDefault()
  if (!first) return
  if (event.key === 'Enter') {
    openFiling(first)
    return
  }
  if (!current(rows)) libraryViewState.move(1, 'alone')
  document.querySelector<HTMLElement>('main [role="grid"]')?.focus()
}

/** How the keys move: by rows, by cards across and down, by pages, to the ends. */
const stepOf = (key: string, across: number, page: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return across
    case 'ArrowUp':
      return -across
    case 'PageDown':
      return page
    case 'PageUp':
      return -page
    case 'Home':
      return -Number.MAX_SAFE_INTEGER
    case 'End':
      return Number.MAX_SAFE_INTEGER
    default:
      return null
  }
}

/** The keys of the list of filings. `across` is how many stand side by side, `page` how many fit on the screen. */
export const pressRow = (event: KeyboardEvent, rows: Listing['rows'], across: number, page: number): void => {
  if (event.target !== event.currentTarget || event.altKey) return
  const sideways = across > 1 && (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && current(rows)?.kind !== 'group'
  const step = sideways ? (event.key === 'ArrowLeft' ? -1 : 1) : stepOf(event.key, across, page)
  const ctrl = event.ctrlKey || event.metaKey
  if (step !== null) libraryViewState.move(step, event.shiftKey ? 'reach' : ctrl ? 'alone' : 'only')
  else if (event.key === ' ') {
    const { cursor } = libraryViewState.store.get()
    if (cursor !== null) libraryViewState.take(cursor, event.shiftKey ? 'reach' : 'toggle')
  } else if (ctrl && event.key.toLowerCase() === 'a') libraryViewState.selectAll()
  else if (ctrl || !act(rows, event)) return
  event.preventDefault()
  event.stopPropagation()
}
