import { takeCensus } from '../map/word-census'
import { endsOpen } from './text-classes'
import { isCentredLine } from './text-chunk'
import { isBlankLine, lineRight, type Line } from './text-lines'
import type { Piece, Sheet } from './text-pieces'

/** The share of the measure that a line fills which goes on below: a heading seldom reaches so far. */
const FULL = 0.7

/** Words of which fewer than these may be a heading, whatever stands below. */
const FEWEST_WORDS = 5

/** The line of a piece that is one line. */
const onlyLine = (sheet: Sheet, piece: Piece): Line | null => (piece.to - piece.from === 1 ? sheet.lines[piece.from] ?? null : null)

const isFull = (sheet: Sheet, line: Line): boolean =>
  lineRight(line) >= sheet.measure * FULL && endsOpen(sheet.raw.slice(Math.max(line.first, line.last - 12), line.last))

/** Whether one blank line, and nothing else, parts two pieces. */
const isOneBlankBetween = (sheet: Sheet, above: Piece, below: Piece): boolean => {
  const line = sheet.lines[above.to]
  return below.from === above.to + 1 && line !== undefined && line.tag === null && isBlankLine(line)
}

/**
 * Whether what looks like a heading is the first line of a paragraph under each of whose lines a blank one was left: it fills the measure,
 * ends open, is in small letters like running text, and the next line goes on in small letters.
 */
export const opensDoubleSpaced = (sheet: Sheet, head: Piece | undefined, piece: Piece): boolean => {
  const line = head?.kind === 'heading' ? onlyLine(sheet, head) : null
  if (head === undefined || line === null || !isOneBlankBetween(sheet, head, piece) || !isFull(sheet, line)
    || isCentredLine(line, sheet.measure, sheet.page)) return false
  const { words, lowerWords } = takeCensus(sheet.raw, line.first, line.last)
  const start = piece.ranges[0]?.start ?? 0
  return words >= FEWEST_WORDS && lowerWords >= words * 0.4 && /^\p{Ll}/u.test(sheet.raw.slice(start, start + 2))
}

/** Whether every line of a paragraph of two or more has a blank one under it. */
const isDoubleSpaced = (sheet: Sheet, { from, to }: Piece): boolean => {
  if (to - from < 3 || (to - from) % 2 === 0) return false
  for (let at = from; at < to; at += 1) {
    const line = sheet.lines[at]
    if (line === undefined || line.tag !== null || isBlankLine(line) !== ((at - from) % 2 === 1)) return false
  }
  return true
}

/** Whether a line goes on with the paragraph above it, under each of whose lines a blank one was left, though it begins with a capital or a number. */
export const continuesDoubleSpaced = (sheet: Sheet, open: Piece, piece: Piece): boolean => {
  const last = sheet.lines[open.to - 1]
  const line = onlyLine(sheet, piece)
  return open.kind === 'paragraph' && (piece.kind === 'paragraph' || piece.kind === 'heading') && last !== undefined && line !== null &&
    isOneBlankBetween(sheet, open, piece) && isDoubleSpaced(sheet, open) && isFull(sheet, last) && line.indent <= last.indent + 1
}
