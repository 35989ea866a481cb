import type { Block } from '#contract/filing'
import { gutters, stubWidth } from '#model/text-columns'
import { html, type Markup } from './markup'
import { printText, type TextMark } from './print-text'

/** How lines are set as they stand: the class of their size (print.css), whether the page is turned, and whether they are kept on one page. */
export interface VerbatimSetting {
  readonly size: string
  readonly turned: boolean
  readonly whole: boolean
}

/**
 * The sizes lines are set in (print.css), the ones on a page that stands first: the widest line each holds, in characters, and how many
 * lines a page holds. None is smaller than 7 pt; what is wider than the last is cut into parts that it holds, or else wrapped in it.
 */
const SIZES = [
  { size: 'wide0', turned: false, width: 80, lines: 58 },
  { size: 'wide1', turned: false, width: 84, lines: 60 },
  { size: 'wide2', turned: false, width: 97, lines: 64 },
  { size: 'wide3', turned: false, width: 103, lines: 68 },
  { size: 'wide1', turned: true, width: 120, lines: 42 },
  { size: 'wide2', turned: true, width: 138, lines: 48 },
  { size: 'wide3', turned: true, width: 146, lines: 51 }
] as const

const WRAPPED = { size: 'wrapped', turned: true, lines: 51 } as const

/** Columns from one tab stop to the next. */
const TAB = 8

/** How many columns a line takes, its tabs spread out and what is blank at its end left aside. */
const columnsOf = (line: string): number => {
  const shown = line.trimEnd()
  let column = 0
  for (let at = 0; at < shown.length; at += 1) column += shown.charCodeAt(at) === 0x09 ? TAB - (column % TAB) : 1
  return column
}

/** How text whose lines and columns are kept is set. */
export const verbatimSetting = (text: string): VerbatimSetting => {
  const lines = text.split('\n')
  const widest = lines.reduce((most, line) => Math.max(most, columnsOf(line)), 0)
  const { size, turned, lines: room } = SIZES.find(({ width }) => widest <= width) ?? WRAPPED
  return { size, turned, whole: lines.length <= room }
}

/** How many lines the head of a table may take. */
const MOST_HEAD = 15

const isDrawn = (line: string): boolean => /^[\s\-=_]+$/.test(line) && /[-=_]{3}/.test(line)
const AMOUNT = /\d,\d{3}|\$ *\(?\d|\d\.\d/

/** Where the head of a table in lines ends: behind the last drawn line above the first amount; 0 where none is drawn there. */
const headEnd = (text: string): number => {
  let end = 0
  let at = 0
  for (const line of text.split('\n').slice(0, MOST_HEAD)) {
    if (AMOUNT.test(line)) break
    at += line.length + 1
    if (isDrawn(line)) end = at
  }
  return end
}

/** The widest line that a turned page holds, in characters. */
const WIDEST = SIZES[SIZES.length - 1]?.width ?? 0

/** Labels wider than this share of a page are not repeated: little would be left beside them. */
const MOST_LABEL = 0.4

/** How lines that no page holds are cut into parts beside each other: the width of the labels in front, which each part repeats, and where each part ends. */
interface Parting {
  readonly label: number
  readonly ends: readonly number[]
}

/** A cut may part the words of a title that runs over the columns, in this share of the lines. */
const MOST_TORN = 0.1

const tornAt = (lines: readonly string[], at: number): number => lines.filter((line) => /^\S\S$/.test(line.slice(at - 1, at + 1))).length

/** Where lines can be cut so that each part fits a page and no number or word is torn; null where that cannot be, or tabs make columns unsure. */
const partingOf = (text: string): Parting | null => {
  if (text.includes('\t')) return null
  const lines = text.split('\n').map((line) => line.trimEnd())
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  if (width <= WIDEST) return null
  const stub = stubWidth(lines)
  const label = stub <= WIDEST * MOST_LABEL ? stub : 0
  const cuts = gutters(lines).filter((at) =>
    tornAt(lines, at) <= Math.max(2, lines.length * MOST_TORN) && tornAt(lines, at) < lines.length / 2
  )
  const ends: number[] = []
  for (let from = 0; from < width;) {
    const most = from === 0 ? WIDEST : from + WIDEST - label
    const end = width <= most ? width : cuts.findLast((at) => at > Math.max(from, label) && at <= most)
    if (end === undefined) return null
    ends.push(end)
    from = end
  }
  return { label, ends }
}

/** One part of lines that were cut: of each line its label, without marks, and what stands from `from` to `to`. */
const printPart = (text: string, lines: readonly string[], marks: readonly TextMark[], from: number, to: number, label: number): Markup => {
  let at = 0
  const pieces = lines.map((line) => {
    const own = printText(text, at + Math.min(from, line.length), at + Math.min(to, line.length), [], marks, 'verbatim')
    const front = from === 0 || label === 0 ? '' : printText(text, at, at + Math.min(label, line.length), [], [], 'verbatim')
    const gap = from === 0 || label === 0 ? '' : ' '.repeat(Math.max(0, label - line.length))
    at += line.length + 1
    return `${front}${gap}${own}`
  })
  return { markup: pieces.join('\n') }
}

/** Lines as they stand; where a page does not hold them, the head of their table is repeated on each. `marks` count in `text`. */
export const printVerbatim = (block: Block, text: string, marks: readonly TextMark[]): Markup => {
  const parting = partingOf(text)
  if (parting) {
    const lines = text.split('\n')
    return {
      markup: parting.ends.map((end, part) => {
        const words = printPart(text, lines, marks, parting.ends[part - 1] ?? 0, end, parting.label)
        const head = part === 0 ? html`` : html`<p class="goes-on">The same lines, further columns</p>`
        return html`${head}<pre class="${block.kind} wide3">${words}</pre>`.markup
      }).join('\n')
    }
  }
  const { size, whole } = verbatimSetting(text)
  const lines = (from: number, to: number): Markup =>
    html`<pre class="${block.kind} ${size}">${{ markup: printText(text, from, to, [], marks, 'verbatim') }}</pre>`
  const head = whole ? 0 : headEnd(text)
  if (head === 0) return lines(0, text.length)
  return html`<table class="lines"><thead><tr><td>${lines(0, head)}</td></tr></thead><tbody><tr><td>${
    lines(head, text.length)
  }</td></tr></tbody></table>`
}
