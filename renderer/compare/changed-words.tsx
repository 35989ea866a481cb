import type { ComparedCell, WordRun } from '#contract/comparison'

/** The words of one side, or of both where `side` is null; what is only there is underlined, what is only on the left struck through. */
export const ChangedWords = ({ words, side }: { readonly words: readonly WordRun[]; readonly side: 'left' | 'right' | null }) => (
  <>
    {words.map(({ op, text }, at) => {
      if (op === 'same') return <span key={at}>{text}</span>
      if (op === 'delete') return side === 'right' ? null : <del key={at}>{text}</del>
      return side === 'left' ? null : <ins key={at}>{text}</ins>
    })}
  </>
)

const CellWords = ({ cell, side }: { readonly cell: ComparedCell; readonly side: 'left' | 'right' | null }) => {
  if (cell.kind === 'same') return <>{side === 'left' ? cell.left : cell.right}</>
  return (
    <>
      {side !== 'right' && cell.left !== '' ? <del>{cell.left}</del> : null}
      {side === null && cell.left !== '' && cell.right !== '' ? ' ' : null}
      {side !== 'left' && cell.right !== '' ? <ins>{cell.right}</ins> : null}
    </>
  )
}

/** The cells of a row of a table, each that was changed marked as a whole. */
export const ChangedCells = ({ cells, side }: { readonly cells: readonly ComparedCell[]; readonly side: 'left' | 'right' | null }) => (
  <span className="compare-cells">
    {cells.map((cell, at) => <span key={at} className="compare-cell" data-changed={cell.kind !== 'same'}><CellWords cell={cell} side={side} /></span>)}
  </span>
)
