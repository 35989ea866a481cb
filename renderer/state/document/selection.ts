import type { Block, Section } from '#contract/filing'
import type { QuoteSelector } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import type { BlockIndex } from './block-index'
import type { Selection } from './document'
import { isContinued } from './drawn-pieces'
import { sectionsAt } from './sections'
import { type ShownPoint, shownRange, sourceRange, surfaceOf } from './text-map'

/** How much context a quote carries on each side, in code units, as the contract says. */
const CONTEXT = 64

/** What parts a block from the one before it in a quotation and in its context; the pieces of one block follow each other. */
const between = (block: Block): string => isContinued(block) ? '' : '\n'

/** The shown text of a block that a source range covers. */
const partOf = (block: Block, range: TextRange): string => {
  const span = shownRange(block.map, range)
  return span ? block.text.slice(span.start, span.end) : ''
}

const before = (index: BlockIndex, first: number, start: number): string => {
  let text = ''
  let above = ''
  for (let at = first; at >= 0 && text.length < CONTEXT; at -= 1) {
    const block = index.blocks[at]
    if (!block) break
    const part = at === first ? partOf(block, { start: -1, end: start }) : block.text
    text = `${part}${above}${text}`
    above = between(block)
  }
  return text.slice(-CONTEXT)
}

const behind = (index: BlockIndex, last: number, end: number): string => {
  let text = ''
  for (let at = last; at < index.blocks.length && text.length < CONTEXT; at += 1) {
    const block = index.blocks[at]
    if (!block) break
    const part = at === last ? partOf(block, { start: end, end: Infinity }) : block.text
    text = at === last ? part : `${text}${between(block)}${part}`
  }
  return text.slice(0, CONTEXT)
}

/** The words of a source range with up to 64 code units of what stands before and behind them; null where nothing is shown of it. */
export const quoteOf = (index: BlockIndex, range: TextRange): QuoteSelector | null => {
  const touched = index.touching(range)
  const [first] = touched
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return null
  const parts: string[] = []
  for (const at of touched) {
    const block = index.blocks[at]
    const part = block ? partOf(block, range) : ''
    if (block && part !== '') parts.push(parts.length === 0 ? part : `${between(block)}${part}`)
  }
  const exact = parts.join('')
  return exact === '' ? null : { exact, prefix: before(index, first, range.start), suffix: behind(index, last, range.end) }
}

/** Titles of the sections that hold a place, from the outermost in; those without a title are left out. */
export const sectionPath = (sections: readonly Section[], offset: number): readonly string[] =>
  sectionsAt(sections, offset).map(({ title }) => title).filter((title) => title !== '')

/** The source range between two places of the shown text, in either order, without the blanks at its ends; null where that is empty. */
export const rangeBetween = (index: BlockIndex, a: ShownPoint, b: ShownPoint): TextRange | null => {
  const one = { at: index.of(a.surface), offset: a.offset }
  const two = { at: index.of(b.surface), offset: b.offset }
  if (one.at < 0 || two.at < 0) return null
  const swap = two.at < one.at || (two.at === one.at && two.offset < one.offset)
  const [from, to] = swap ? [two, one] : [one, two]
  let start = -1
  let end = -1
  for (let at = from.at; at <= to.at; at += 1) {
    const block = index.blocks[at]
    if (!block) continue
    const { text, map } = surfaceOf(block)
    let first = at === from.at ? from.offset : 0
    let last = at === to.at ? to.offset : text.length
    while (first < last && text.charAt(first).trim() === '') first += 1
    while (last > first && text.charAt(last - 1).trim() === '') last -= 1
    const range = sourceRange(map, first, last)
    if (!range) continue
    if (start < 0) start = range.start
    end = Math.max(end, range.end)
  }
  return start < 0 ? null : { start, end }
}

/** A selection ready to be marked, from a source range; null where nothing is shown of it. */
export const selectionOf = (index: BlockIndex, content: Pick<DocumentContent, 'sections'>, filingId: FilingId, range: TextRange):
  | Selection
  | null => {
  const quote = quoteOf(index, range)
  return quote ? { filingId, range, quote, sectionPath: sectionPath(content.sections, range.start), text: quote.exact } : null
}
