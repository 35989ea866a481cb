import { type KeyboardEvent, type PointerEvent, useState } from 'react'

/** What a divider takes. `side` is where the part it sizes lies: left of it, right of it or above it. */
export interface DividerProps {
  readonly label: string
  readonly side: 'left' | 'right' | 'above'
  /** The size of that part, in CSS pixels or, where `share` says so, in hundredths of the whole. */
  readonly size: number
  readonly least: number
  readonly most: number
  /** How far one arrow key goes, in the unit of `size`; 16 pixels where it is not told. */
  readonly step?: number
  /** Whether sizes are hundredths of the box that the divider stands in. */
  readonly share?: boolean
  readonly onResize: (size: number) => void
  /** A double click, or Enter: folds the part away, or gives it back its first size. */
  readonly onRest: () => void
}

const STEP = 16

const KEYS = { left: ['ArrowLeft', 'ArrowRight'], right: ['ArrowRight', 'ArrowLeft'], above: ['ArrowUp', 'ArrowDown'] } as const

/** The line between two parts of the window; it is dragged, or moved with the arrow keys while it has the focus. */
export const Divider = ({ label, side, size, least, most, step = STEP, share = false, onResize, onRest }: DividerProps) => {
  const [from, setFrom] = useState<{ readonly at: number; readonly size: number; readonly unit: number } | null>(null)
  const upright = side !== 'above'
  const placeOf = ({ clientX, clientY }: PointerEvent): number => side === 'above' ? clientY : side === 'left' ? clientX : -clientX
  const resize = (wanted: number): void => onResize(Math.round(Math.min(most, Math.max(least, wanted))))
  const press = (event: KeyboardEvent): void => {
    const [smaller, larger] = KEYS[side]
    if (event.key === smaller) resize(size - step)
    else if (event.key === larger) resize(size + step)
    else if (event.key === 'Home') resize(least)
    else if (event.key === 'End') resize(most)
    else if (event.key === 'Enter') onRest()
    else return
    event.preventDefault()
  }
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    setFrom({ at: placeOf(event), size, unit: share && box ? (upright ? box.width : box.height) / 100 : 1 })
  }
  return (
    <div
      className="divider"
      role="separator"
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-label={label}
      tabIndex={0}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      data-dragging={from !== null}
      onKeyDown={press}
      onDoubleClick={onRest}
      onPointerDown={down}
      onPointerMove={(event) => {
        if (from) resize(from.size + (placeOf(event) - from.at) / from.unit)
      }}
      onPointerUp={() => setFrom(null)}
      onPointerCancel={() => setFrom(null)}
    />
  )
}
