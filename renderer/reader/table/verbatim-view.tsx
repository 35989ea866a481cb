import { useCallback, useMemo } from 'react'
import { gutters, stubWidth } from '#model/text-columns'
import { SHOWN } from '../live-range'
import { linesOf, piecesOf } from './pieces'
import { PiecesInSight } from './running-rows'
import { TableFrame } from './table-frame'
import type { Columns } from './use-side-scroll'

/** Lines beyond which only those in sight are drawn, and how many are drawn together. */
const MOST_LINES = 300
const TOGETHER = 60
/** Characters of a line beyond which it is set in several: nobody scrolls that far aside. */
const LONGEST_LINE = 1_000
/** The height of a line before any was drawn, in CSS pixels. */
const LINE = 17

/** The columns a line takes, tabs reaching to the next multiple of eight. */
const spread = (line: string): string => {
  if (!line.includes('\t')) return line
  let out = ''
  for (const unit of line) out += unit === '\t' ? ' '.repeat(8 - (out.length % 8)) : unit
  return out
}

let known: number | null = null

/** The width of a character of the type of one width, as a share of its size. */
const monoWidth = (): number => {
  if (known !== null) return known
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return 0.61
  pen.font = `100px ${getComputedStyle(document.documentElement).getPropertyValue('--font-mono')}`
  // Rounded up, so that what should fit does not miss by a hair.
  known = Math.ceil(pen.measureText('0'.repeat(100)).width) / 10_000 + 0.0005
  return known
}

/** Columns as they stand in the source, set in type of one width, which is made smaller to a point where that makes them fit. */
export const VerbatimView = ({ blockId, text }: { readonly blockId: string; readonly text: string }) => {
  const lines = useMemo(() => text.split('\n').map((line) => line.length > LONGEST_LINE ? line : spread(line)), [text])
  const width = useMemo(() => lines.reduce((most, line) => Math.max(most, line.length), 1), [lines])
  const folds = width > LONGEST_LINE
  const cuts = useMemo(() => folds ? [] : gutters(lines), [lines, folds])
  const stub = useMemo(() => folds ? 0 : stubWidth(lines), [lines, folds])
  const columns = useCallback((box: HTMLElement): Columns => {
    const pre = box.querySelector<HTMLElement>('.verbatim-width')
    const character = (pre?.getBoundingClientRect().width ?? 0) / width
    return { begins: cuts.map((at) => at * character), held: stub * character }
  }, [cuts, stub, width])
  const pieces = useMemo(() => folds ? piecesOf(text, 0, text.length) : linesOf(text), [text, folds])
  const guess = useCallback((at: number): number => {
    const piece = pieces[at]
    return piece && folds ? Math.max(1, Math.ceil((piece.end - piece.start) / 80)) * LINE : LINE
  }, [pieces, folds])
  const style = { '--characters': String(folds ? 1 : width), '--stub': String(stub), '--mono': String(monoWidth()) } as const
  const held = stub > 0 && lines.length <= MOST_LINES ? lines.map((line) => line.slice(0, stub)).join('\n') : null
  return (
    <TableFrame blockId={blockId} label="Text in columns" columns={columns} className="is-verbatim">
      <div className={`verbatim-sheet${folds ? ' is-folded' : ''}`} style={style}>
        <div className="verbatim-width" aria-hidden="true" />
        {held === null ? null : <pre className="verbatim verbatim-stub" aria-hidden="true" data-aside="">{held}</pre>}
        {pieces.length <= MOST_LINES && !folds
          ? <pre className="verbatim" {...{ [SHOWN]: 0 }}>{text}</pre>
          : (
            <PiecesInSight text={text} pieces={pieces} together={folds ? 4 : TOGETHER} guess={guess} draw={({ from, to }) => {
              const start = pieces[from]?.start ?? 0
              return <pre className="verbatim" {...{ [SHOWN]: start }}>{text.slice(start, pieces[to]?.start ?? text.length)}</pre>
            }} />
          )}
      </div>
    </TableFrame>
  )
}
