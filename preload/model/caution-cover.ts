import type { Decision, LinkedFactor } from '#contract/annotation'
import type { ForwardLooking, SafeHarborItem } from '#contract/finding'
import type { NodeId } from '#contract/ids'

const level = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase()

/** The risk factor a link means: by its words, at its place where several have them. */
export const factorOf = (link: LinkedFactor, factors: readonly SafeHarborItem[]): SafeHarborItem | null => {
  const words = level(link.exact)
  const alike = factors.filter((factor) => level(factor.text) === words)
  return alike.find(({ start }) => start === link.range.start) ?? alike[0] ?? null
}

/** What cautions about a statement: as suggested, or as the analyst linked it; `lostLinks` are links whose factor is no longer there. */
export interface CautionCover {
  readonly coveredBy: readonly NodeId[]
  readonly lostLinks: readonly LinkedFactor[]
}

/** Which risk factors of the document's safe harbor cover a statement. */
export const cautionsOf = (statement: ForwardLooking, decision: Decision | null, factors: readonly SafeHarborItem[]): CautionCover => {
  const links = decision?.links ?? null
  if (links === null) return { coveredBy: statement.coveredBy, lostLinks: [] }
  const found = links.map((link) => ({ link, factor: factorOf(link, factors) }))
  return { coveredBy: [...new Set(found.flatMap(({ factor }) => factor?.id ?? []))],
    lostLinks: found.flatMap(({ link, factor }) => (factor ? [] : [link])) }
}
