import type { Block } from '#contract/filing'
import type { BlockIndex } from '#model/block-index'

/** A line that is a page number and no more: "-19-", "Page 3 of 40", "F-12", "iv". */
const NUMBER = /^[\W_]*(?:page\s+)?([a-z]{1,2}-\d{1,3}|\d{1,4}|[ivxl]{1,7})(?:\s+of\s+\d{1,4})?[\W_]*$/i
/** A page that is named as one at the end of a longer line: "Annual Report | Page 19". */
const NAMED = /\bpage\s+([a-z]{1,2}-\d{1,3}|\d{1,4})[\W_]*$/i

/** How long a line with a page number is at most, in code units; longer ones are no such line. */
const LONGEST = 120

const numberOf = ({ text }: Block): string | null => text.length > LONGEST ? null : (NUMBER.exec(text) ?? NAMED.exec(text))?.[1] ?? null

/** How many blocks a page is looked through at most; what is longer was not printed on pages. */
const MOST_BLOCKS = 600

/**
 * The number printed on the page on which a source offset stands, as it is printed: at the foot of the page, else at its head. Null
 * where the document has no page turns, or its pages no numbers.
 */
export const printedPage = (index: BlockIndex, offset: number): string | null => {
  const { blocks } = index
  const here = index.at(offset)
  const footEnd = Math.min(blocks.length, here + MOST_BLOCKS)
  let foot: string | null = null
  let turned = false
  for (let at = here; at < footEnd && !turned; at += 1) {
    const block = blocks[at]
    if (block?.kind === 'page-footer') foot = numberOf(block) ?? foot
    turned = block?.kind === 'page-break'
  }
  if (foot !== null) return foot
  for (let at = here; at >= Math.max(0, here - MOST_BLOCKS); at -= 1) {
    const block = blocks[at]
    if (block?.kind === 'page-break') break
    const head = block?.kind === 'page-header' ? numberOf(block) : null
    if (head !== null) return head
  }
  return null
}
