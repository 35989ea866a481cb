import type { TextRange } from '#contract/range'

/** One line of a text document. All offsets are UTF-16 code units of the decoded file. */
export interface Line {
  /** Where the line begins, and where it ends before its terminator. */
  readonly start: number
  readonly end: number
  /** The line without the blanks at its two ends; both equal `end` where it is blank. */
  readonly first: number
  readonly last: number
  /** The column of `first`, 0-based, tabs reaching to the next multiple of eight. */
  readonly indent: number
  /** Whether its words are parted anywhere by two blanks, a tab or a leader of dots: only then can it hold columns. */
  readonly hasGaps: boolean
  /** The known tag that this piece of a line is, and nothing else; null for words. */
  readonly tag: string | null
}

/** Whether a line holds nothing but blanks. */
export const isBlankLine = (line: Line): boolean => line.first >= line.last

/** The trimmed words of a line. */
export const lineText = (raw: string, line: Line): string => raw.slice(line.first, line.last)

/** The column behind the last word of a line, 0-based. */
export const lineRight = (line: Line): number => line.indent + line.last - line.first

const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13 || unit === 12

const isPad = (unit: number): boolean => unit === 32 || unit === 9 || unit === 11 || unit === 0xa0 || unit === 0xfeff

/** Cuts a range into lines at CR LF, LF, CR and form feed, mixed as they come; the terminators belong to no line. */
export const splitLines = (raw: string, range: TextRange): Line[] => {
  const lines: Line[] = []
  let at = range.start
  while (at < range.end) {
    const start = at
    let first = -1
    let last = at
    let indent = 0
    let pads = 0
    let dots = 0
    let hasGaps = false
    for (; at < range.end; at += 1) {
      const unit = raw.charCodeAt(at)
      if (isLineEnd(unit)) break
      if (isPad(unit)) {
        if (first < 0) indent = unit === 9 ? (indent | 7) + 1 : indent + 1
        else pads += unit === 9 ? 2 : 1
      } else {
        if (first < 0) first = at
        else if (pads > 1) hasGaps = true
        pads = 0
        dots = unit === 46 ? dots + 1 : 0
        if (dots >= 3) hasGaps = true
        last = at + 1
      }
    }
    lines.push(
      first < 0
        ? { start, end: at, first: at, last: at, indent: 0, hasGaps: false, tag: null }
        : { start, end: at, first, last, indent, hasGaps, tag: null }
    )
    if (at < range.end) at += raw.charCodeAt(at) === 13 && raw.charCodeAt(at + 1) === 10 && at + 1 < range.end ? 2 : 1
  }
  return lines
}

/** The column that 98 of 100 of the chosen lines stay within; null where fewer than twelve lines are chosen. */
const reachOf = (lines: readonly Line[], chosen: (line: Line) => boolean): number | null => {
  const counts = new Uint32Array(201)
  let total = 0
  for (const line of lines) {
    if (isBlankLine(line) || !chosen(line)) continue
    const right = lineRight(line)
    if (right > 200) continue
    counts[right] = (counts[right] ?? 0) + 1
    total += 1
  }
  if (total < 12) return null
  let seen = 0
  for (let width = 0; width <= 200; width += 1) {
    seen += counts[width] ?? 0
    if (seen >= total * 0.98) return Math.max(40, width)
  }
  return null
}

/**
 * The width of the page: the 98th percentile of the columns its lines reach, 80 where there are few lines. Lines over 200
 * columns are not wrapped and do not count.
 */
export const pageWidth = (lines: readonly Line[]): number => reachOf(lines, () => true) ?? 80

/** The width the running text is wrapped at, tables and centred lines left out; the width of the page where there is too little of it. */
export const wrapWidth = (lines: readonly Line[]): number =>
  reachOf(lines, (line) => !line.hasGaps && line.indent < 12 && line.last - line.first > 24) ?? pageWidth(lines)
