import type { Block } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { blockIndexOf } from './block-index'
import { isContinued } from './drawn-pieces'
import { shownRange } from './text-map'

/** The words a reader sees for a source range, blocks parted by a line end; in steps that grow with the logarithm of the blocks. */
export const shownText = (blocks: readonly Block[], range: TextRange): string => {
  const pieces: string[] = []
  for (const at of blockIndexOf(blocks).touching(range)) {
    const block = blocks[at]
    if (!block) continue
    const span = shownRange(block.map, range)
    if (span === null) continue
    if (pieces.length > 0 && !isContinued(block)) pieces.push('\n')
    pieces.push(block.text.slice(span.start, span.end))
  }
  return pieces.join('')
}
