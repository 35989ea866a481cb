import type { Block, Section, Sentence } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import { toSource } from '#model/text-map'
import { findNoProse, runInLength } from './no-prose'
import { readQuotations, type Quotation } from './quotations'
import { scanSentences } from './sentence-scanner'

/** The kinds of block that hold running prose. */
const PROSE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'quote', 'list-item', 'footnote'])

/** A bullet and the blank behind it are no part of the first sentence; a number or letter that counts is. */
const bulletLength = (block: Block): number =>
  block.kind === 'list-item' ? /^(?:[\u2022\u00b7\u25cf\u25aa\u25e6\u2043\u2219*\u2013\u2014+-]|o)\s/.exec(block.text)?.[0].length ?? 0 : 0

/** The sections sorted so that the innermost one around an offset can be found by a walk in step with the sentences. */
const sectionFinder = (sections: readonly Section[]): (offset: number) => NodeId | null => {
  const sorted = [...sections].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end || a.level - b.level)
  const open: Section[] = []
  let next = 0
  return (offset) => {
    for (let section = sorted[next]; section && section.range.start <= offset; section = sorted[next]) {
      open.push(section)
      next += 1
    }
    while (open.length > 0 && (open[open.length - 1]?.range.end ?? 0) <= offset) open.pop()
    for (let at = open.length - 1; at >= 0; at -= 1) {
      const section = open[at]
      if (section && section.range.end > offset) return section.id
    }
    return null
  }
}

/** Finds who speaks in the sentences of one block, asked in order: a walk in step with them. */
const speakerFinder = (quotations: readonly Quotation[] | undefined): (start: number, end: number) => string | null => {
  let next = 0
  return (start, end) => {
    while (quotations && (quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    const quotation = quotations?.[next]
    return quotation && quotation.start < end ? quotation.speaker : null
  }
}

/**
 * Cuts the running prose of a document into sentences. No sentence crosses a block. `start` and `end` are source offsets;
 * `ranges` is set where page furniture or hidden text cuts a sentence. Ids are `prefix` with `s1`, `s2` and so on.
 */
export const segmentSentences = (blocks: readonly Block[], sections: readonly Section[], prefix: string): Sentence[] => {
  const quotations = readQuotations(blocks)
  const sectionOf = sectionFinder(sections)
  const out: Sentence[] = []
  const noProse = findNoProse(blocks)
  for (const block of blocks) {
    if (!PROSE.has(block.kind) || block.text === '' || noProse.has(block.id)) continue
    const skip = bulletLength(block) || runInLength(block)
    const speakerOf = speakerFinder(quotations.get(block.id))
    for (const found of scanSentences(block.text)) {
      if (found.end <= skip) continue
      const start = Math.max(skip, found.start)
      if (start >= found.end) continue
      const ranges = toSource(block.map, start, found.end, block.ranges)
      const first = ranges[0]
      const last = ranges[ranges.length - 1]
      if (!first || !last) continue
      out.push({
        id: `${prefix}s${out.length + 1}`,
        block: block.id,
        start: first.start,
        end: last.end,
        ...(ranges.length > 1 ? { ranges } : {}),
        text: block.text.slice(start, found.end),
        section: sectionOf(first.start),
        speaker: speakerOf(start, found.end)
      })
    }
  }
  return out
}
