import { isBlankLine, type Line } from './text-lines'
import { SHORT } from './text-classes'
import { pattern } from '#model/pattern'

/** One stretch of a line between two wide gaps. `column` is where it begins, `right` where it ends, both 0-based columns. */
export interface Cell {
  readonly start: number
  readonly end: number
  readonly column: number
  readonly right: number
  /** The blanks in front of it, in columns. */
  readonly gap: number
}

/** Cuts a line at gaps of at least `width` columns and at leaders of three dots or more, which belong to no cell. */
export const cutCells = (raw: string, line: Line, width: number): Cell[] => {
  const cells: Cell[] = []
  if (isBlankLine(line) || line.last - line.first > SHORT) return cells
  let column = line.indent
  let start = line.first
  let startColumn = column
  let gap = line.indent
  let at = line.first
  while (at < line.last) {
    const unit = raw.charCodeAt(at)
    const isLeader = unit === 46 && ((raw.charCodeAt(at + 1) === 46 && raw.charCodeAt(at + 2) === 46)
      || (raw.charCodeAt(at + 1) === 32 && raw.charCodeAt(at + 2) === 46 && raw.charCodeAt(at + 3) === 32))
    if (unit !== 32 && unit !== 9 && !isLeader) {
      at += 1
      column += 1
      continue
    }
    const from = at
    const fromColumn = column
    let tabs = false
    while (at < line.last) {
      const next = raw.charCodeAt(at)
      if (next !== 32 && next !== 9 && !(isLeader && next === 46)) break
      if (next === 9) {
        column = (column | 7) + 1
        tabs = true
      } else column += 1
      at += 1
    }
    if (column - fromColumn < width && !tabs) continue
    if (from > start) cells.push({ start, end: from, column: startColumn, right: fromColumn, gap })
    start = at
    startColumn = column
    gap = column - fromColumn
  }
  if (line.last > start) cells.push({ start, end: line.last, column: startColumn, right: column, gap })
  return cells
}

/** Figures as tables set them: amounts, brackets for negatives, percents, dashes for nil, "N/A", a lone currency sign. */
const FIGURE = pattern('i')`
  ^(?:[$£€¥(]{0,3}\s?[-+\u2013]?\s?[$£€¥]?\s?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:\s?(?:%|x|bps|[MBK]))?[)%]{0,3}
  (?:\s?\(?[a-z0-9*]{1,2}\)|\*{1,3})?|[-\u2013\u2014]{1,3}(?:\s?%)?|\$\s?[-\u2013\u2014]{0,3}|N\/?[AM]\.?|nil|%|\)|\$|\*{1,2}
  |\(\s?[-\u2013]+\s?\))$`

/** Whether a cell's words are a figure, or several figures set close to each other. */
export const isFigure = (text: string): boolean => {
  if (text.length > 60) return false
  const first = text.charCodeAt(0)
  if (text.length > 4 && ((first >= 65 && first <= 90) || (first >= 97 && first <= 122))) return false
  if (FIGURE.test(text)) return true
  const parts = text.split(/\s+/)
  return parts.length <= 8 && parts.every((part) => FIGURE.test(part))
}

/** What a line says about the table it may stand in. */
export type LineRole = 'blank' | 'rule' | 'row' | 'columns' | 'label' | 'text'

const isUnderline = (text: string): boolean => /^[-=_ \t]{3,}$/.test(text) && /[-=_]{3}/.test(text)

/** Justified text has many small gaps; a row of a table has few and one of them wide. */
const isJustified = (raw: string, line: Line): boolean => {
  const words = raw.slice(line.first, line.last)
  const small = words.match(/\S {2,3}(?=\S)/g)?.length ?? 0
  const wide = words.match(/ {5,}/g)?.length ?? 0
  return small >= 2 && wide === 0 && (words.match(/[a-z]{3,}/g)?.length ?? 0) >= 5
}

/** A name with a colon and what the person says, or any cell that is a sentence: prose set in columns, no table. */
const isSpeech = (raw: string, cells: readonly Cell[]): boolean => {
  const last = cells[cells.length - 1]
  const first = cells[0]
  if (!first || !last || cells.length > 2) return false
  const words = raw.slice(last.start, last.end)
  const count = words.split(/\s+/).length
  return (raw.charCodeAt(first.end - 1) === 58 && count >= 4) || (count >= 4 && /[a-z]{2}[.?!]["\u201d)]?$/.test(words))
}

/** The role of one line: a row of figures, words in columns, a rule, a short label, running text. `measure` is the wrap width. */
export const lineRole = (raw: string, line: Line, measure: number): LineRole => {
  if (isBlankLine(line)) return 'blank'
  if (line.last - line.first > SHORT) return 'text'
  const text = raw.slice(line.first, line.last)
  if (isUnderline(text)) return 'rule'
  const cells = line.hasGaps ? cutCells(raw, line, 2) : []
  if (cells.length >= 2) {
    let figures = 0
    while (figures < cells.length) {
      const cell = cells[cells.length - 1 - figures]
      if (!cell || !isFigure(raw.slice(cell.start, cell.end))) break
      figures += 1
    }
    const firstFigure = cells[cells.length - figures]
    if (figures >= 2 && figures >= cells.length - 2) return 'row'
    if (figures >= 1 && firstFigure && !isJustified(raw, line) && (firstFigure.gap >= 3 || figures === cells.length)) return 'row'
    const wide = cutCells(raw, line, 3)
    if (isSpeech(raw, wide)) return 'text'
    if (!isJustified(raw, line) && (wide.length >= 3 || (wide.length === 2 && (wide[1]?.gap ?? 0) >= 4))) return 'columns'
  }
  if (isFigure(text)) return 'row'
  return line.last - line.first <= measure * 0.7 && !/[.?!;]["\u201d)]?$/.test(text) ? 'label' : 'text'
}
