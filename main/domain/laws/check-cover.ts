import type { FilingDocument } from '#contract/filing'
import type { TextRange } from '#contract/range'
import type { Breach } from './breach'
import { collapse, hiddenBetween, visibleText } from './visible-text'

/** Breaches reported for one law of one document, at most. */
const MOST = 20

/** The ranges of all blocks, with the place of their block, in source order. */
const blockRanges = (document: FilingDocument): TextRange[] =>
  document.blocks.flatMap((block) => block.ranges).sort((a, b) => a.start - b.start || a.end - b.end)

/** Law 1, first half: blocks come in the order of their first range, no range is empty, none overlaps, none leaves the document. */
export const checkOrder = (document: FilingDocument): Breach[] => {
  const out: Breach[] = []
  let before = -1
  for (const block of document.blocks) {
    const start = block.ranges[0]?.start ?? -1
    if (start < before) out.push({ law: 'order', message: `${block.id} stands before the block above it` })
    before = Math.max(before, start)
    for (const range of block.ranges) {
      if (range.end <= range.start) out.push({ law: 'order', message: `${block.id} has an empty range`, range })
      if (range.start < document.range.start || range.end > document.range.end)
        out.push({ law: 'order', message: `${block.id} leaves its document`, range })
    }
  }
  let end = -1
  for (const range of blockRanges(document)) {
    if (range.start < end) out.push({ law: 'order', message: 'two ranges overlap', range })
    end = Math.max(end, range.end)
  }
  return out.slice(0, MOST)
}

/** Law 1, second half: what lies in no block is hidden, is markup, or is blank. */
export const checkCover = (raw: string, document: FilingDocument): Breach[] => {
  const out: Breach[] = []
  let at = document.range.start
  const stops = [...blockRanges(document), { start: document.range.end, end: document.range.end }]
  for (const range of stops) {
    if (range.start > at) {
      const rest = collapse(visibleText(raw, at, range.start, document.format, hiddenBetween(document.hidden, at, range.start)))
      if (rest !== '')
        out.push({ law: 'cover', message: `in no block: ${JSON.stringify(rest.slice(0, 80))}`, range: { start: at, end: range.start } })
    }
    at = Math.max(at, range.end)
    if (out.length >= MOST) break
  }
  return out
}
