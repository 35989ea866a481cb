import type { InlineRun } from '#contract/filing'
import { markAddress } from './comments/pdf-comments'
import { marginMark } from './margin-mark'
import { escapeProse, escapeText } from './markup'
import type { MarkKind, PrintMark } from './print-marks'

/** A mark over part of one shown text; `start` and `end` are offsets into it. */
export interface TextMark {
  readonly start: number
  readonly end: number
  readonly mark: PrintMark
  /** Whether this is the first piece of its mark, which carries the number. */
  readonly first: boolean
}

/** How far apart two marks must begin to stand in different lines for certain, in characters of the reading text. */
const LINE_LENGTH = 100

/** How many marks fit side by side in the margin. */
const SLOTS = 3

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

const isNumbered = (piece: TextMark): boolean => piece.first && piece.mark.label !== null

const sideOf = (kind: MarkKind): 'own' | 'suggested' => (kind === 'own' ? 'own' : 'suggested')

/** Gives each numbered mark of a text its slot: the next one where the mark before it on the same side begins within a line's length. */
const slotsOf = (marks: readonly TextMark[]): ReadonlyMap<TextMark, number> => {
  const slots = new Map<TextMark, number>()
  const last = { own: { at: -LINE_LENGTH, slot: -1 }, suggested: { at: -LINE_LENGTH, slot: -1 } }
  for (const piece of marks) {
    if (!isNumbered(piece)) continue
    const before = last[sideOf(piece.mark.kind)]
    const slot = piece.start - before.at < LINE_LENGTH ? (before.slot + 1) % SLOTS : 0
    slots.set(piece, slot)
    before.at = piece.start
    before.slot = slot
  }
  return slots
}

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
 * `verbatim` text is set as it stands, line ends and columns kept.
 */
export const printText = (
  text: string,
  start: number,
  end: number,
  runs: readonly InlineRun[],
  marks: readonly TextMark[],
  verbatim = false
): string => {
  const escape = verbatim ? escapeText : escapeProse
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
  const slots = slotsOf(marks)
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
    for (let piece = marks[nextMark]; piece !== undefined && piece.start <= from; piece = marks[nextMark]) {
      if (piece.end > from) openMarks.push(piece)
      const { mark } = piece
      // A mark that began before this part was numbered where it began.
      if (isNumbered(piece) && piece.start >= start && mark.label !== null) {
        out += marginMark(mark.label, sideOf(mark.kind), slots.get(piece) ?? 0, mark.target ?? '').markup
      }
      nextMark += 1
    }
    if (to === undefined) break
    const { open, close } = opening(openRuns, openMarks.toSorted((a, b) => ORDER[a.mark.kind] - ORDER[b.mark.kind]))
    out += open + escape(text.slice(from, to)) + close
  }
  return out
}
