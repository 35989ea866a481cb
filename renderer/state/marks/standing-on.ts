import { lowerBound } from '#model/lower-bound'
import type { Annotation } from '#contract/annotation'
import type { TextRange } from '#contract/range'
import { isAttached } from '#model/verdict'
import { onceFor } from '#model/remember'

interface Ordered {
  /** In the order of their starts; those that wait for the analyst stand nowhere. */
  readonly placed: readonly Annotation[]
  /** The furthest end of each and all before it. */
  readonly reach: readonly number[]
}

const ordered = onceFor((annotations: readonly Annotation[]): Ordered => {
  const placed = annotations.filter(({ verdict }) => isAttached(verdict))
    .sort((a, b) => a.selectors.position.start - b.selectors.position.start)
  let furthest = 0
  const reach = placed.map(({ selectors }) => (furthest = Math.max(furthest, selectors.position.end)))
  return { placed, reach }
})

/** The highlights that stand on a range, in the order of the text; found in steps that grow with the logarithm of their number. */
export const standingOn = (annotations: readonly Annotation[], range: TextRange): readonly Annotation[] => {
  const { placed, reach } = ordered(annotations)
  const first = lowerBound(placed.length, (one) => (reach[one] ?? 0) <= range.start)
  const found: Annotation[] = []
  for (let at = first; at < placed.length; at += 1) {
    const annotation = placed[at]
    if (!annotation || annotation.selectors.position.start >= range.end) break
    if (annotation.selectors.position.end > range.start) found.push(annotation)
  }
  return found
}
