import type { Block } from '#contract/filing'

/** How the text is set: `size` and `lineHeight` in CSS pixels, `measure` in characters to a line. */
export interface TextSetting {
  readonly size: number
  readonly lineHeight: number
  readonly measure: number
}

/** Height of what stands around the words of a block, in line heights; from the margins of `styles/reader.css`. */
const AROUND: Readonly<Partial<Record<Block['kind'], number>>> = {
  'title': 2,
  'heading': 1.8,
  'page-break': 2.2,
  'rule': 1.4,
  'image': 3,
  'attachment': 3,
  'list-item': 0.35,
  'table': 1.2
}

/** Rows of a table are set smaller than text and without leading between lines. */
const TABLE_ROW = 1.1
const VERBATIM_ROW = 0.65

/**
 * The height a block will about have, in CSS pixels, before it was ever drawn. A good guess keeps the scroll bar still; the
 * true height replaces it once the block is on screen.
 */
export const estimateHeight = (block: Block, { lineHeight, measure }: TextSetting): number => {
  const around = (AROUND[block.kind] ?? 0.8) * lineHeight
  if (block.verbatim) return (block.verbatim.text.split('\n').length + 1) * VERBATIM_ROW * lineHeight + around
  if (block.table) return block.table.rows * TABLE_ROW * lineHeight + around
  return Math.max((block.breaks?.length ?? 0) + 1, Math.ceil(block.text.length / measure)) * lineHeight + around
}
