import type { DocumentFormat, FilingDocument } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { isSymbolSign } from '../parse/html/symbol-fonts'
import type { Breach } from './breach'
import { collapse, hiddenBetween, visibleText } from './visible-text'

const MOST = 20

/** The visible text of several ranges; two are parted by a space unless only inline markup, or hidden text, lies between them. */
const textOf = (raw: string, ranges: readonly TextRange[], format: DocumentFormat, hidden: readonly TextRange[]): string => {
  let out = ''
  ranges.forEach((range, index) => {
    const before = ranges[index - 1]
    if (before) {
      const between = visibleText(raw, before.end, range.start, format, hidden)
      const isHidden = hidden.some(({ start, end }) => start <= before.end && end >= range.start)
      out += (format === 'text' && !isHidden) || /\s/.test(between) || between !== '' ? ' ' : ''
    }
    out += visibleText(raw, range.start, range.end, format, hidden)
  })
  return collapse(out)
}

const difference = (expected: string, found: string): string => {
  let at = 0
  while (at < expected.length && expected.charCodeAt(at) === found.charCodeAt(at)) at += 1
  return `source ${JSON.stringify(expected.slice(Math.max(0, at - 20), at + 40))}, text ${
    JSON.stringify(found.slice(Math.max(0, at - 20), at + 40))
  }`
}

/** Whether a text is what is expected but for the signs that letters of a symbol font draw, each in the place of its letter. */
const isDrawn = (raw: string, expected: string, text: string): boolean =>
  expected.length === text.length && /wingdings|webdings/i.test(raw) &&
  [...text].every((sign, at) => sign === expected.charAt(at) || isSymbolSign(sign))

/** Law 2: the text of every block and sentence is what a reader sees of its source ranges. */
export const checkText = (raw: string, document: FilingDocument): Breach[] => {
  const out: Breach[] = []
  if (document.format === 'binary') return out
  const hidden = document.hidden
  const mayBeLiteral = document.format !== 'text' && /<(?:xmp|plaintext|noframes|iframe|noembed|textarea|title)\b|<!\[CDATA\[/i.test(raw)
  const isLiteral = (ranges: readonly TextRange[], text: string): boolean =>
    mayBeLiteral && collapse(ranges.map((range) => raw.slice(range.start, range.end)).join(' ')) === text
  for (const block of document.blocks) {
    if (out.length >= MOST) return out
    if (block.kind === 'attachment' || block.kind === 'image') continue
    const expected = textOf(raw, block.ranges, document.format, hiddenOf(hidden, block.ranges))
    const text = collapse(block.text)
    if (expected !== text && !isLiteral(block.ranges, text) && !isDrawn(raw, expected, text))
      out.push({ law: 'text', message: `${block.id} (${block.kind}): ${difference(expected, text)}`, ...rangeOf(block.ranges) })
  }
  for (const sentence of document.sentences) {
    if (out.length >= MOST) return out
    const ranges = sentence.ranges ?? [{ start: sentence.start, end: sentence.end }]
    const expected = textOf(raw, ranges, document.format, hiddenOf(hidden, ranges))
    const text = collapse(sentence.text)
    if (expected !== text && !isLiteral(ranges, text) && !isDrawn(raw, expected, text))
      out.push({ law: 'text', message: `${sentence.id}: ${difference(expected, text)}`, ...rangeOf(ranges) })
  }
  return out
}

const rangeOf = (ranges: readonly TextRange[]): { range?: TextRange } => (ranges[0] ? { range: ranges[0] } : {})

const hiddenOf = (hidden: readonly TextRange[], ranges: readonly TextRange[]): TextRange[] =>
  hiddenBetween(hidden, ranges[0]?.start ?? 0, ranges[ranges.length - 1]?.end ?? 0)

const countNumbers = (text: string, counts: Map<string, number>, step: number): void => {
  for (const match of text.matchAll(/\d+/g)) counts.set(match[0], (counts.get(match[0]) ?? 0) + step)
}

/** Law 2, numbers: every run of digits in the visible source stands in the blocks as often. */
export const checkNumbers = (raw: string, document: FilingDocument): Breach[] => {
  if (document.format === 'binary' || document.blocks.some((block) => block.kind === 'attachment')) return []
  const counts = new Map<string, number>()
  countNumbers(visibleText(raw, document.range.start, document.range.end, document.format, document.hidden), counts, 1)
  for (const block of document.blocks) countNumbers(block.text, counts, -1)
  const lost: Breach[] = []
  for (const [number, count] of counts) {
    if (count > 0 && lost.length < MOST)
      lost.push({ law: 'numbers', message: `${number} stands ${count} times less often in the blocks than in the source` })
  }
  return lost
}
