/** The ids of blocks that are drawn in pieces. */
import type { Block } from '#contract/filing'

/** What parts the id of a block from the number of its piece; the ids of blocks hold none. */
export const PIECE_MARK = '~'

/** Whether a block goes on with the block before it: it is a further piece of one that was cut. */
export const isContinued = (block: Block): boolean => block.id.includes(PIECE_MARK)

/** The id of the block that a piece was cut from; a block that was not cut has its own. */
export const wholeId = (id: string): string => id.split(PIECE_MARK, 1)[0] ?? id
