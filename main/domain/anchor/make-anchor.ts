import type { QuoteSelector } from '#contract/annotation'
import type { TextRange } from '#contract/range'
import { BETWEEN_BLOCKS, CONTEXT_LENGTH } from '#model/quote'
import type { AnchorText } from './anchor-text'
import { blockAt, sectionPathAt, stretchOf } from './anchor-text'

/** What ties an annotation to its words, made from a source range. */
export interface MadeAnchor {
  readonly quote: QuoteSelector
  readonly sectionPath: readonly string[]
}

/** The shown words between two offsets of the anchor text, as they are shown, with what parts the blocks. */
const wordsBetween = (anchors: AnchorText, start: number, end: number): string => {
  let words = ''
  for (let at = blockAt(anchors, start); at < anchors.blocks.length; at += 1) {
    const from = anchors.starts[at] ?? 0
    const block = anchors.blocks[at]
    if (!block || from >= end) break
    words += `${block.text}${BETWEEN_BLOCKS}`.slice(Math.max(start - from, 0), end - from)
  }
  return words
}

/** Makes the quote of a source range: its shown words, and up to 64 code units of context on either side. */
export const makeAnchor = (anchors: AnchorText, range: TextRange): MadeAnchor => {
  const { start, end } = stretchOf(anchors, range)
  return {
    quote: {
      exact: wordsBetween(anchors, start, end),
      prefix: wordsBetween(anchors, Math.max(start - CONTEXT_LENGTH, 0), start),
      suffix: wordsBetween(anchors, end, Math.min(end + CONTEXT_LENGTH, anchors.text.length))
    },
    sectionPath: sectionPathAt(anchors, range.start)
  }
}
