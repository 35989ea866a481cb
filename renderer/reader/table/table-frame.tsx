import { type ReactNode, useRef } from 'react'
import { useHeadHeld } from './use-head-held'
import { type Columns, useSideScroll } from './use-side-scroll'

/** What the frame around a table takes. */
export interface TableFrameProps {
  readonly blockId: string
  /** What it is called for a screen reader. */
  readonly label: string
  readonly children: ReactNode
  /** A copy of its head, which stands in for the head once that has left the page. */
  readonly head?: ReactNode
  /** Where its columns begin in the element that scrolls; must not change from one drawing to the next. */
  readonly columns: (box: HTMLElement) => Columns
  readonly className?: string
}

/**
 * Where a table stands in the text: it scrolls sideways by itself where it is wider than the page, with a bar that stays in sight, a fade
 * over what goes on beyond the edge, and its head and first column held.
 */
export const TableFrame = ({ blockId, label, children, head, columns, className = '' }: TableFrameProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  useSideScroll({ frame, box, bar }, columns)
  useHeadHeld(frame, head !== undefined)
  return (
    <div className={`table-frame ${className}`} ref={frame} data-table={blockId}>
      {head === undefined ? null : (
        <div className="table-head" aria-hidden="true">
          <div className="table-head-clip">{head}</div>
        </div>
      )}
      <div className="table-box" ref={box} tabIndex={0} role="region" aria-label={label}>{children}</div>
      <div className="table-cover is-left" aria-hidden="true" />
      <div className="table-cover is-right" aria-hidden="true" />
      <div className="table-bar" ref={bar} aria-hidden="true">
        <div />
      </div>
    </div>
  )
}
