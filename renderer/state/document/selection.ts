import type { Section } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import type { BlockIndex } from '#model/block-index'
import { quoteOf } from '#model/quote'
import type { Selection } from './document'
import { sectionsAt } from './sections'
import { type ShownPoint, surfaceOf } from './surface'
import { sourceRange } from '#model/text-map'

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
