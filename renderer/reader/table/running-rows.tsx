import { type ReactNode, useMemo, useRef } from 'react'
import type { Table } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { GAP_FROM, GAP_TO, SHOWN } from '../live-range'
import { piecesOf } from './pieces'
import { groupsOf, type RowGroup } from './row-window'
import { GROUP, useRowWindow } from './use-row-window'
import { countWords } from '#model/words'

/** What pieces of text of which only those in sight are drawn take. */
export interface PiecesInSightProps {
  readonly text: string
  /** The pieces, in order; each is set as one paragraph or line. */
  readonly pieces: readonly TextRange[]
  /** How many pieces are drawn together. */
  readonly together: number
  /** The height of a piece before it was drawn, in CSS pixels. */
  readonly guess: (piece: number) => number
  /** How a group of pieces is drawn. */
  readonly draw: (group: RowGroup) => ReactNode
}

/** Pieces of one long text, of which only those in sight are drawn. */
export const PiecesInSight = ({ text, pieces, together, guess, draw }: PiecesInSightProps) => {
  const box = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => groupsOf(pieces.length, together), [pieces, together])
  const { drawn, space } = useRowWindow(box, groups, guess)
  const out: ReactNode[] = []
  let next = 0
  const skipTo = (to: number): void => {
    const [first, last] = [groups[next], groups[to - 1]]
    if (to <= next || !first || !last) return
    out.push(
      <div key={`to-${String(to)}`} aria-hidden="true" style={{ height: space(next, to) }}
        {...{ [GAP_FROM]: pieces[first.from]?.start ?? 0, [GAP_TO]: pieces[last.to]?.start ?? text.length }} />
    )
  }
  for (const at of drawn) {
    const group = groups[at]
    if (!group) continue
    skipTo(at)
    out.push(<div key={at} {...{ [GROUP]: at }}>{draw(group)}</div>)
    next = at + 1
  }
  skipTo(groups.length)
  return <div className="pieces" ref={box}>{out}</div>
}

/** Characters to a line of running text, and the height of a line in CSS pixels, as a first guess. */
const TO_A_LINE = 90
const LINE = 18.2
const PADDING = 7
const TOGETHER = 4

/** The rows of a table that has more columns, or longer cells, than a page holds: each as running text, its cells one after the other. */
export const RunningRows = ({ blockId, text, table }: { readonly blockId: string; readonly text: string; readonly table: Table }) => {
  const pieces = useMemo(() => {
    const rows = new Map<number, { start: number; end: number }>()
    for (const { row, start, end } of table.cells) {
      const known = rows.get(row)
      if (known) {
        known.start = Math.min(known.start, start)
        known.end = Math.max(known.end, end)
      } else rows.set(row, { start, end })
    }
    return [...rows.values()].flatMap(({ start, end }) => piecesOf(text, start, end))
  }, [text, table])
  const guess = useMemo(() => (at: number): number => {
    const piece = pieces[at]
    return Math.ceil(((piece?.end ?? 0) - (piece?.start ?? 0)) / TO_A_LINE) * LINE + PADDING
  }, [pieces])
  return (
    <div className="table-running" data-table={blockId} role="region" aria-label="Table, set as running text">
      <p className="table-told" data-aside="">
        {`${countWords(table.rows, 'row')} of ${table.columns.toLocaleString('en')} columns: set as running text, cell after cell.`}
      </p>
      <PiecesInSight text={text} pieces={pieces} together={TOGETHER} guess={guess} draw={({ from, to }) =>
        pieces.slice(from, to).map(({ start, end }) => (
          <p key={start} className="running-row" {...{ [SHOWN]: start }}>{text.slice(start, end)}</p>
        ))} />
    </div>
  )
}
