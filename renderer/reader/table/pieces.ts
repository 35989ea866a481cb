import type { TextRange } from '#contract/range'

/** Code units of shown text that are set as one piece of running text. */
const LONGEST_PIECE = 2_000

/** How far back from the longest piece a space is looked for. */
const REACH = 200

/**
 * Cuts `start` to `end` of a text (end exclusive) into pieces of at most 2,000 code units, at a space where there is one near, and
 * always behind a line end. The pieces follow each other without a gap.
 */
export const piecesOf = (text: string, start: number, end: number): readonly TextRange[] => {
  const pieces: TextRange[] = []
  let from = start
  while (from < end) {
    const line = text.indexOf('\n', from)
    let to = Math.min(end, from + LONGEST_PIECE)
    if (line >= 0 && line < to) to = line + 1
    else if (to < end) {
      const space = text.lastIndexOf(' ', to - 1)
      if (space > to - REACH) to = space + 1
      else if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to -= 1
    }
    pieces.push({ start: from, end: to })
    from = to
  }
  return pieces
}

/** The lines of a text, each with its line end. */
export const linesOf = (text: string): readonly TextRange[] => {
  const lines: TextRange[] = []
  for (let from = 0; from <= text.length;) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found + 1
    if (found < 0 && from === to && lines.length > 0) break
    lines.push({ start: from, end: to })
    if (found < 0) break
    from = to
  }
  return lines
}
