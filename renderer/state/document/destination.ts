/** Places to go to in a filing. */
import type { OpenFiling } from '#contract/library'
import type { TextRange } from '#contract/range'
import { type Reveal, wish } from './halves'

/** The document of a filing whose range holds `offset`, or null. */
export const documentAt = (open: OpenFiling, offset: number): number | null =>
  open.documents.find(({ range }) => offset >= range.start && offset < range.end)?.sequence ?? null

/** A place to go to in a filing that is not open yet; which of its documents holds the range need not be known. */
export interface Destination {
  readonly sequence?: number
  readonly range: TextRange | null
  /** Where its line stood below the top edge, in CSS pixels, where it is a place returned to. */
  readonly gap?: number
}

/** The wish to see a destination: looked up at reading height, or put where it stood; null where it names a document alone. */
export const revealOf = ({ range, gap }: Destination): Reveal | null =>
  range && (gap === undefined ? wish(range, true, 'reading-height') : wish(range, false, 'top', gap))
