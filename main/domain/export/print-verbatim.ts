import type { Block } from '#contract/filing'
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
 * lines a page holds. None is smaller than 7 pt; what is wider than the last is wrapped in it.
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

/** Lines as they stand; where a page does not hold them, the head of their table is repeated on each. `marks` count in `text`. */
export const printVerbatim = (block: Block, text: string, marks: readonly TextMark[]): Markup => {
  const { size, whole } = verbatimSetting(text)
  const lines = (from: number, to: number): Markup =>
    html`<pre class="${block.kind} ${size}">${{ markup: printText(text, from, to, [], marks, true) }}</pre>`
  const head = whole ? 0 : headEnd(text)
  if (head === 0) return lines(0, text.length)
  return html`<table class="lines"><thead><tr><td>${lines(0, head)}</td></tr></thead><tbody><tr><td>${
    lines(head, text.length)
  }</td></tr></tbody></table>`
}
