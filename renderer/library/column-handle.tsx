import type { KeyboardEvent, PointerEvent } from 'react'
import { libraryViewState } from '../state/library/library-view'
import type { LibraryColumn } from '../state/library/library-list'
import { useStore } from '../state/window/use-store'
import { LEAST_WIDTH, leastWidthOf } from './filing-cell'
import { COLUMN_WORDS } from './filing-words'

/** The widest that a column is made, in CSS pixels. */
const MOST_WIDTH = 1200

/** How far one key press moves the edge of a column, in CSS pixels. */
const STEP = 16

const widthOf = (handle: HTMLElement): number => Math.round(handle.parentElement?.getBoundingClientRect().width ?? LEAST_WIDTH)

const set = (column: LibraryColumn, width: number): void =>
  libraryViewState.setWidth(column, Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.round(width))))

const drag = (event: PointerEvent<HTMLElement>, column: LibraryColumn): void => {
  const handle = event.currentTarget
  const from = widthOf(handle) - event.clientX
  event.preventDefault()
  handle.setPointerCapture(event.pointerId)
  const move = (moved: globalThis.PointerEvent): void => set(column, from + moved.clientX)
  handle.addEventListener('pointermove', move)
  handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true })
}

const press = (event: KeyboardEvent<HTMLElement>, column: LibraryColumn): void => {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    set(column, widthOf(event.currentTarget) + (event.key === 'ArrowLeft' ? -STEP : STEP))
  else if (event.key === 'Home') libraryViewState.setWidth(column, null)
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** The edge of a column's head: dragged, or moved by the arrow keys, it makes the column wider or narrower; a double click lets it go. */
export const ColumnHandle = ({ column }: { readonly column: LibraryColumn }) => {
  const widths = useStore(libraryViewState, libraryViewState.select.widths)
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of the column ${COLUMN_WORDS[column].label}`}
      title="Drag to resize; double-click to reset"
      className="head-handle"
      tabIndex={0}
      aria-valuenow={widths[column] ?? leastWidthOf(column)}
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      onPointerDown={(event) => drag(event, column)}
      onDoubleClick={() => libraryViewState.setWidth(column, null)}
      onKeyDown={(event) => press(event, column)}
    />
  )
}
