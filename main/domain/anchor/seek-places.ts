import type { AnchorVerdict, ProposedPlace, Selectors } from '#contract/annotation'
import type { AnchorText } from './anchor-text'
import { findAnchor } from './find-anchor'
import { makeAnchor } from './make-anchor'

/** Words to look for; `key` is the asker's own name for them. */
export interface SoughtWords {
  readonly key: string
  readonly selectors: Selectors
}

/** What became of words that were looked for: where they stand, or where what may have become of them does; null where nothing like them is. */
export interface FoundPlace {
  readonly key: string
  readonly verdict: AnchorVerdict
  readonly place: ProposedPlace | null
}

/**
 * Looks for many quotes in one text, each by itself: every quote has one answer, in the order they were asked for. `origin` is the
 * text they were made on, where it is at hand. `onStep` is told after each; it may throw to stop the work.
 */
export const seekPlaces = (sought: readonly SoughtWords[], target: AnchorText, origin: AnchorText | null,
  onStep: (done: number, total: number) => void): FoundPlace[] =>
  sought.map(({ key, selectors }, at) => {
    const { verdict, range } = findAnchor(selectors, target, origin)
    onStep(at + 1, sought.length)
    return { key, verdict, place: range && { range, ...makeAnchor(target, range) } }
  })
