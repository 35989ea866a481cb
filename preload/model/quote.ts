/** What a quotation of a filing says, and what stands around it: the same for the window that makes one and the search that finds it again. */
import type { QuoteSelector } from '#contract/annotation'
import type { Block } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { blockIndexOf, type BlockIndex } from './block-index'
import { PAGE_FURNITURE } from './block-kinds'
import { isContinued } from './block-pieces'
import { shownRange } from './text-map'

/** How much of the text on either side is kept with a quote, in UTF-16 code units. */
export const CONTEXT_LENGTH = 64

/** What parts a block from the one before it in a quotation and in its context. */
export const BETWEEN_BLOCKS = '\n'

/** Whether a block's words can be quoted: those of a page number, a header or a footer that cuts a passage are not the passage's. */
export const isQuotable = ({ text, kind }: Pick<Block, 'text' | 'kind'>): boolean => text !== '' && !PAGE_FURNITURE.has(kind)

/** What stands before a block in a quotation; the pieces of one block follow each other. */
const joint = (block: Block): string => isContinued(block) ? '' : BETWEEN_BLOCKS

/** The shown text of a block that a source range covers. */
const partOf = (block: Block, range: TextRange): string => {
  const span = shownRange(block.map, range)
  return span ? block.text.slice(span.start, span.end) : ''
}

/** The blocks that a range touches and that can be quoted; where there are none, such as on a page number, those that it touches. */
const quotedBlocks = (index: BlockIndex, range: TextRange): readonly number[] => {
  const touched = index.touching(range)
  const quotable = touched.filter((at) => {
    const block = index.blocks[at]
    return block !== undefined && isQuotable(block)
  })
  return quotable.length > 0 ? quotable : touched
}

const before = (index: BlockIndex, first: number, start: number): string => {
  let text = ''
  let under = ''
  for (let at = first; at >= 0 && text.length < CONTEXT_LENGTH; at -= 1) {
    const block = index.blocks[at]
    if (!block || (at !== first && !isQuotable(block))) continue
    const part = at === first ? partOf(block, { start: -1, end: start }) : block.text
    text = `${part}${under}${text}`
    under = joint(block)
  }
  return text.slice(-CONTEXT_LENGTH)
}

const behind = (index: BlockIndex, last: number, end: number): string => {
  let text = ''
  for (let at = last; at < index.blocks.length && text.length < CONTEXT_LENGTH; at += 1) {
    const block = index.blocks[at]
    if (!block || (at !== last && !isQuotable(block))) continue
    text += at === last ? partOf(block, { start: end, end: Infinity }) : `${joint(block)}${block.text}`
  }
  return text.slice(0, CONTEXT_LENGTH)
}

const exactOf = (index: BlockIndex, touched: readonly number[], range: TextRange): string => {
  const parts: string[] = []
  for (const at of touched) {
    const block = index.blocks[at]
    const part = block ? partOf(block, range) : ''
    if (block && part !== '') parts.push(parts.length === 0 ? part : `${joint(block)}${part}`)
  }
  return parts.join('')
}

/** The words of a source range with up to 64 code units of what stands before and behind them; null where nothing is shown of it. */
export const quoteOf = (index: BlockIndex, range: TextRange): QuoteSelector | null => {
  const touched = quotedBlocks(index, range)
  const [first] = touched
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return null
  const exact = exactOf(index, touched, range)
  return exact === '' ? null : { exact, prefix: before(index, first, range.start), suffix: behind(index, last, range.end) }
}

/** The words a reader sees for a source range, blocks parted by a line end; in steps that grow with the logarithm of the blocks. */
export const shownText = (blocks: readonly Block[], range: TextRange): string => {
  const index = blockIndexOf(blocks)
  return exactOf(index, quotedBlocks(index, range), range)
}
