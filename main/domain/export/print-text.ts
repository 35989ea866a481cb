import type { InlineRun } from '#contract/filing'
import { markAddress } from './comments/pdf-comments'
import { lineMarks, marginMark } from './margin-mark'
import type { MarginSide } from './margin-mark'
import { escapeProse, escapeText } from './markup'
import type { Markup } from './markup'
import type { MarkKind, PrintMark } from './print-marks'

/** A mark over part of one shown text; `start` and `end` are offsets into it. */
export interface TextMark {
  readonly start: number
  readonly end: number
  readonly mark: PrintMark
  /** Whether this is the first piece of its mark, which carries the number. */
  readonly first: boolean
}

const ELEMENTS: Readonly<Record<InlineRun['style'], string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  link: 'span'
}

/** Outermost first: the analyst's own colour lies under the thin lines of suggestions. */
const ORDER: Readonly<Record<MarkKind, number>> = { own: 0, finding: 1, evidence: 2, 'forward-looking': 3 }

const SIDES: readonly MarginSide[] = ['suggested', 'own']

const sideOf = (kind: MarkKind): MarginSide => (kind === 'own' ? 'own' : 'suggested')

/** Which of the pieces begin in a part of the text and carry a number, by the margin it stands in. */
export const numberedIn = (marks: readonly TextMark[], start: number, end: number, side: MarginSide): readonly Markup[] =>
  marks.flatMap(({ start: at, first, mark: { label, target, kind } }) =>
    first && label !== null && at >= start && at < end && sideOf(kind) === side ? [marginMark(label, side, target ?? '')] : []
  )

/** The numbers of the marks that begin at one place, one group for each margin. */
const numbersAt = (pieces: readonly TextMark[], start: number, end: number): string =>
  SIDES.map((side) => lineMarks(numberedIn(pieces, start, end, side), side)?.markup ?? '').join('')

const opening = (runs: readonly InlineRun[], pieces: readonly TextMark[]): { open: string; close: string } => {
  let open = ''
  let close = ''
  // One link for all of the analyst's own over these words: links do not nest.
  const comments = pieces.flatMap(({ mark: { comment } }) => (comment === undefined ? [] : [comment]))
  if (comments.length > 0) {
    open = `<a role="mark" href="${markAddress(comments)}">`
    close = '</a>'
  }
  for (const { mark } of pieces) {
    open += `<span class="${mark.kind} ${mark.look}">`
    close = `</span>${close}`
  }
  for (const { style } of runs) {
    const element = ELEMENTS[style]
    open += style === 'link' ? '<span class="link">' : `<${element}>`
    close = `</${element}>${close}`
  }
  return { open, close }
}

/**
 * The text from `start` to `end` as HTML, cut wherever a run or a mark begins or ends, so that marks may overlap in any way. Nothing
 * but the text itself stands in the flow. `runs` and `marks` are sorted by their start and may reach beyond the part.
 * Text that is set `verbatim` keeps its line ends and columns; the numbers of a `cell` are left to its row.
 */
export const printText = (
  text: string,
  start: number,
  end: number,
  runs: readonly InlineRun[],
  marks: readonly TextMark[],
  setting: 'prose' | 'verbatim' | 'cell' = 'prose'
): string => {
  const escape = setting === 'verbatim' ? escapeText : escapeProse
  if (runs.length === 0 && marks.length === 0) return escape(text.slice(start, end))
  const cuts = new Set([start, end])
  const cutAt = (at: number): void => {
    if (at > start && at < end) cuts.add(at)
  }
  for (const run of runs) {
    cutAt(run.start)
    cutAt(run.end)
  }
  for (const piece of marks) {
    cutAt(piece.start)
    cutAt(piece.end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  let out = ''
  let nextRun = 0
  let nextMark = 0
  let openRuns: InlineRun[] = []
  let openMarks: TextMark[] = []
  for (const [at, from] of places.entries()) {
    const to = places[at + 1]
    openRuns = openRuns.filter((run) => run.end > from)
    openMarks = openMarks.filter((piece) => piece.end > from)
    for (let run = runs[nextRun]; run !== undefined && run.start <= from; run = runs[nextRun]) {
      if (run.end > from) openRuns.push(run)
      nextRun += 1
    }
    const before = nextMark
    for (let piece = marks[nextMark]; piece !== undefined && piece.start <= from; piece = marks[nextMark]) {
      if (piece.end > from) openMarks.push(piece)
      nextMark += 1
    }
    // A mark that began before this part was numbered where it began; the marks of a row are numbered at its top.
    if (setting !== 'cell') out += numbersAt(marks.slice(before, nextMark), start, end)
    if (to === undefined) break
    const { open, close } = opening(openRuns, openMarks.toSorted((a, b) => ORDER[a.mark.kind] - ORDER[b.mark.kind]))
    out += open + escape(text.slice(from, to)) + close
  }
  return out
}
