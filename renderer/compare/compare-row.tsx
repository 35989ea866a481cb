import type { ComparisonRow } from '#contract/comparison'
import { compareState, type CompareMode, type CompareSide } from '../state/compare'
import { ChangedCells, ChangedWords } from './changed-words'
import { KIND_MEANS, KIND_WORDS } from './change-words'

const SIDE_WORDS: Readonly<Record<CompareSide, string>> = { left: 'Open the left filing here', right: 'Open the right filing here' }

const Words = ({ row, side }: { readonly row: ComparisonRow; readonly side: CompareSide | null }) => {
  if (row.cells) return <ChangedCells cells={row.cells} side={side} />
  if (row.words.length > 0) return <ChangedWords words={row.words} side={side} />
  const text = (side === 'left' ? row.left : row.right)?.text ?? row.left?.text ?? ''
  if (row.kind === 'added') return <ins>{text}</ins>
  return row.kind === 'removed' ? <del>{text}</del> : <>{text}</>
}

const Passage = ({ row, side, inline }: { readonly row: ComparisonRow; readonly side: CompareSide; readonly inline: boolean }) => {
  const passage = row[side]
  if (!passage) return <span className="compare-none" aria-hidden="true" />
  return (
    <button type="button" className="compare-words" data-unit={row.unit} title={SIDE_WORDS[side]} onClick={() => { void compareState.openAt(side, passage) }}>
      <Words row={row} side={inline ? null : side} />
    </button>
  )
}

/** What became of a passage, in words. */
export const KindLabel = ({ row }: { readonly row: Pick<ComparisonRow, 'kind' | 'moved'> }) => (
  <span className="compare-kind" data-kind={row.kind}>
    {row.kind === 'same' ? null : <span title={KIND_MEANS[row.kind]}>{KIND_WORDS[row.kind]}</span>}
    {row.moved && row.kind !== 'moved' ? <span title={KIND_MEANS.moved}>and moved</span> : null}
  </span>
)

/** One row of a comparison: what became of the passage, and its words on each side, or both in one text. */
export const CompareRow = ({ row, mode }: { readonly row: ComparisonRow; readonly mode: CompareMode }) => (
  <>
    <KindLabel row={row} />
    {mode === 'inline'
      ? <Passage row={row} side={row.right ? 'right' : 'left'} inline />
      : <><Passage row={row} side="left" inline={false} /><Passage row={row} side="right" inline={false} /></>}
  </>
)
