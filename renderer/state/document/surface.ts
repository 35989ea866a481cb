import type { Block } from '#contract/filing'
import type { TextMap } from '#contract/range'

/** Text as it stands on screen, with the way back to its source: a block of the reading view, or a line of the source view. */
export interface Surface {
  readonly id: string
  readonly text: string
  readonly map: TextMap
}

/** A place in the shown text: which surface, and the offset in it. */
export interface ShownPoint {
  readonly surface: string
  readonly offset: number
}

/** What is shown of a block: its columns where they carry meaning, else its running text. */
export const surfaceOf = (block: Block): Surface =>
  block.verbatim ? { id: block.id, text: block.verbatim.text, map: block.verbatim.map } : { id: block.id, text: block.text, map: block.map }
