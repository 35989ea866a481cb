import type { Annotation, Tag } from '#contract/annotation'
import type { ComparisonRow } from '#contract/comparison'
import { cellsOf, spanOf, visibleLength, type CompareSide, type PlacedRun, type VisibleSpan } from '../state/compare/compare-places'
import type { MarkedSide } from '../state/compare/compare-marks'
import { standingOn } from '../state/marks/standing-on'

/** A highlight of the analyst's own in a passage, as visible characters of one side. */
export interface PassageMark extends VisibleSpan {
  readonly side: CompareSide
  readonly annotation: Annotation
  readonly tag: Tag | null
}

/** The highlights that touch a row, on the sides that are shown. */
export const marksOf = (row: ComparisonRow, sides: Readonly<Record<CompareSide, MarkedSide | null>>,
  tags: readonly Tag[]): readonly PassageMark[] =>
  (['left', 'right'] as const).flatMap((side) => {
    const [passage, marked] = [row[side], sides[side]]
    if (!passage || !marked) return []
    return standingOn(marked.annotations, passage.range).flatMap((annotation) => {
      const span = spanOf(passage, annotation.selectors.position)
      return span ? [{ ...span, side, annotation, tag: tags.find(({ id }) => id === annotation.tagId) ?? null }] : []
    })
  })

interface Piece {
  readonly text: string
  readonly left: number | null
  readonly right: number | null
  readonly mark: PassageMark | null
}

/** Cuts a run wherever a highlight begins or ends in it; of two highlights on the same words the later one is shown. */
const piecesOf = (run: PlacedRun, marks: readonly PassageMark[]): readonly Piece[] => {
  const own = marks.filter(({ side }) => run[side] !== null)
  if (own.length === 0) return [{ text: run.text, left: run.left, right: run.right, mark: null }]
  const pieces: Piece[] = []
  let seen = 0
  let start = 0
  let visibleEnd = 0
  const markAt = (at: number): PassageMark | null =>
    own.findLast(({ side, from, to }) => from <= (run[side] ?? 0) + at && to > (run[side] ?? 0) + at) ?? null
  let current = markAt(0)
  const close = (end: number): void => {
    if (end > start) {
      const before = visibleLength(run.text.slice(0, start))
      pieces.push({ text: run.text.slice(start, end), left: run.left === null ? null : run.left + before,
        right: run.right === null ? null : run.right + before, mark: current })
    }
    start = end
  }
  for (let at = 0; at < run.text.length; at += 1) {
    if (/\s/.test(run.text.charAt(at))) continue
    const mark = markAt(seen)
    if (mark !== current) {
      // The space behind a highlight is none of it.
      if (current) close(visibleEnd)
      current = null
      close(at)
      current = mark
    }
    visibleEnd = at + 1
    seen += 1
  }
  close(run.text.length)
  return pieces
}

const Run = ({ run, marks }: { readonly run: PlacedRun; readonly marks: readonly PassageMark[] }) => {
  const spans = piecesOf(run, marks).map(({ text, left, right, mark }, at) => {
    const place = { 'data-left': left ?? undefined, 'data-right': right ?? undefined }
    return mark
      ? (
        <mark key={at} className={`compare-mark tag-${mark.tag?.colour ?? 'grey'} line-${mark.tag?.underline ?? 'solid'}`}
          title={mark.tag?.name ?? 'Highlight'} {...place}
        >
          {text}
        </mark>
      )
      : <span key={at} {...place}>{text}</span>
  })
  if (run.op === 'delete') return <del>{spans}</del>
  // Drawn by the style sheet, so that it is no part of the words: it is neither selected nor copied.
  return run.op === 'insert' ? <ins data-change={run.change}>{spans}</ins> : <>{spans}</>
}

/** A cell of more characters than this holds words and no figure: it is set as text. */
const FIGURE_LENGTH = 24

/** A row of more cells than this does not fit beside its label in a narrow column. */
const MANY_CELLS = 5

const isWide = (row: ComparisonRow, at: number): boolean => {
  const cell = row.cells?.[at]
  return Math.max(cell?.left.length ?? 0, cell?.right.length ?? 0) > FIGURE_LENGTH
}

/** What a row's words take; `side` is null where both sides stand in one text. */
export interface RowWordsProps {
  readonly row: ComparisonRow
  readonly side: CompareSide | null
  readonly marks: readonly PassageMark[]
}

/** The words of a row on one side, or of both in one text: what is only on the right underlined, what is only on the left struck through. */
export const RowWords = ({ row, side, marks }: RowWordsProps) => {
  const cells = cellsOf(row, side)
  const shown = side === null ? marks : marks.filter((mark) => mark.side === side)
  if (!row.cells) return <>{cells[0]?.map((run, at) => <Run key={at} run={run} marks={shown} />)}</>
  return (
    <span className="compare-cells" data-many={row.cells.length > MANY_CELLS ? '' : undefined}>
      {cells.map((runs, at) => (
        <span key={at} className="compare-cell" data-changed={row.cells?.[at]?.kind !== 'same'}
          data-wide={isWide(row, at) ? '' : undefined}
        >
          {runs.map((run, each) => (
            <span key={each}>
              {each > 0 && runs[each - 1]?.op === 'delete' ? ' ' : ''}
              <Run run={run} marks={shown} />
            </span>
          ))}
        </span>
      ))}
    </span>
  )
}
