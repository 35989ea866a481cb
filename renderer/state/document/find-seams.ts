/** Find across the seams of a block that is cut for drawing. */
import type { TextRange } from '#contract/range'
import { fold, hitsIn } from './fold'
import { type Surface } from './surface'
import { sourceRange } from '#model/text-map'

/** How far a hit may reach on each side of a seam, in UTF-16 code units: longer words are looked for inside the pieces only. */
const REACH = 240

/** The words around the seam between two pieces. */
export interface Seam {
  /** The source ranges of the hits of folded words that stand across the seam. */
  readonly find: (needle: string, wholeWord: boolean) => readonly TextRange[]
}

/** The seam between a piece and the one that follows it. */
export const seamOf = (before: Surface, after: Surface, matchCase: boolean): Seam => {
  const from = Math.max(0, before.text.length - REACH)
  const text = before.text.slice(from) + after.text.slice(0, REACH)
  const seam = before.text.length - from
  const folded = fold(text, matchCase)
  return {
    find: (needle, wholeWord) =>
      hitsIn(folded, needle, text.length, wholeWord).filter((hit) => hit.start < seam && hit.end > seam).flatMap((hit) => {
        const first = sourceRange(before.map, from + hit.start, before.text.length)
        const last = sourceRange(after.map, 0, hit.end - seam)
        return first && last ? [{ start: first.start, end: last.end }] : []
      })
  }
}
