import { type KeyboardEvent, type PointerEvent, useState } from 'react'

/** What a divider takes. Widths in CSS pixels; `side` is where the pane it sizes lies. */
export interface DividerProps {
  readonly label: string
  readonly side: 'left' | 'right'
  readonly width: number
  readonly least: number
  readonly most: number
  readonly onResize: (width: number) => void
  /** A double click, or Enter: folds the pane away. */
  readonly onFold: () => void
}

const STEP = 16

/** The line between two panes; it is dragged, or moved with the arrow keys while it has the focus. */
export const Divider = ({ label, side, width, least, most, onResize, onFold }: DividerProps) => {
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | null>(null)
  const resize = (wanted: number): void => { onResize(Math.round(Math.min(most, Math.max(least, wanted)))) }
  const sign = side === 'left' ? 1 : -1
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') resize(width - sign * STEP)
    else if (event.key === 'ArrowRight') resize(width + sign * STEP)
    else if (event.key === 'Home') resize(least)
    else if (event.key === 'End') resize(most)
    else if (event.key === 'Enter') onFold()
    else return
    event.preventDefault()
  }
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setFrom({ x: event.clientX, width })
  }
  return (
    <div
      className="divider" role="separator" aria-orientation="vertical" aria-label={label} tabIndex={0}
      aria-valuenow={width} aria-valuemin={least} aria-valuemax={most} data-dragging={from !== null}
      onKeyDown={press} onDoubleClick={onFold} onPointerDown={down}
      onPointerMove={(event) => { if (from) resize(from.width + sign * (event.clientX - from.x)) }}
      onPointerUp={() => { setFrom(null) }} onPointerCancel={() => { setFrom(null) }}
    />
  )
}
