import { useEffect } from 'react'
import { CHANGE_MEANS, CHANGE_WORDS } from '#model/change-words'
import type { ComparisonRow } from '#contract/comparison'
import { compareState, type CompareMode } from '../state/compare/compare'
import { compareMarks } from '../state/compare/compare-marks'
import { movedFrom } from '../state/compare/compared-rows'
import type { CompareSide } from '../state/compare/compare-places'
import { useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { OpenHere, RowNotes } from './row-notes'
import { marksOf, RowWords, type PassageMark } from './row-words'

interface PassageProps {
  readonly row: ComparisonRow
  readonly at: number
  readonly side: CompareSide
  readonly inline: boolean
  readonly active: boolean
  readonly marks: readonly PassageMark[]
}

const Passage = ({ row, at, side, inline, active, marks }: PassageProps) => {
  const passage = row[side]
  if (!passage) return <div className="compare-none" aria-hidden="true" />
  return (
    <div className="compare-passage" data-active={active}>
      <p
        className="compare-words"
        data-unit={row.unit}
        data-row={at}
        data-side={inline ? 'both' : side}
        dir="auto"
        onClick={() => compareState.point(at, side)}
        onDoubleClick={() => compareState.point(at, side)}
      >
        <RowWords row={row} side={inline ? null : side} marks={marks} />
      </p>
      <OpenHere side={side} passage={passage} />
    </div>
  )
}

/** What became of a passage, in words; `from` tells where it stood where it was moved. */
export const KindLabel = ({ row, from = null }: { readonly row: Pick<ComparisonRow, 'kind' | 'moved'>; readonly from?: string | null }) => (
  <span className="compare-kind" data-kind={row.kind}>
    {row.kind === 'same'
      ? null
      : <span title={CHANGE_MEANS[row.kind]}>{CHANGE_WORDS[row.kind]}{row.kind === 'moved' && from !== null ? ` from ${from}` : ''}</span>}
    {row.moved && row.kind !== 'moved' ? <span title={CHANGE_MEANS.moved}>and moved{from === null ? '' : ` from ${from}`}</span> : null}
  </span>
)

/** One row of a comparison: what became of the passage, its words on each side or both in one text, and the notes on them. */
export const CompareRow = (
  { row, at, mode, current }: { readonly row: ComparisonRow; readonly at: number; readonly mode: CompareMode; readonly current: boolean }
) => {
  const left = useStore(compareMarks, compareMarks.select.left)
  const right = useStore(compareMarks, compareMarks.select.right)
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const side = useStore(compareState, compareState.select.side)
  const rows = useStore(compareState, ({ comparison }) => comparison?.rows)
  // Marks are drawn once the places of their words are known.
  useStore(compareMarks, compareMarks.select.placed)
  useEffect(() => {
    void compareMarks.place(row)
  }, [row, left, right])
  const marks = marksOf(row, { left, right }, tags)
  const inline = mode === 'inline'
  const shown: readonly CompareSide[] = inline ? [row.right ? 'right' : 'left'] : ['left', 'right']
  return (
    <>
      <KindLabel row={row} from={row.moved ? movedFrom(rows ?? [], at) : null} />
      {shown.map((one) => (
        <Passage key={one} row={row} at={at} side={one} inline={inline} active={current && !inline && side === one} marks={marks} />
      ))}
      <RowNotes at={at} marks={marks} passages={{ left: row.left, right: row.right }} />
    </>
  )
}
