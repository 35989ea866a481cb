import type { Annotation, Decision } from '#contract/annotation'
import type { WorkScope } from '#contract/exchange'
import type { Note } from '#contract/note'
import type { SectionReview } from '#contract/review'

/** Says of each thing of a filing whether a scope holds it. */
export interface Keeper {
  readonly mark: (mark: Annotation) => boolean
  readonly note: (note: Note) => boolean
  readonly decision: (decision: Decision) => boolean
  readonly review: (review: SectionReview) => boolean
}

const passes = <T>(wanted: readonly T[] | null | undefined, value: T): boolean => wanted?.includes(value) ?? true

/** Makes the filter of a scope for one filing. `marks` are all of its marks: a note on one that the filter leaves out is left out with it. */
export const createKeeper = (scope: WorkScope, marks: readonly Annotation[]): Keeper => {
  const { tags, statuses, section, decisions } = scope
  const inSection = (titles: readonly string[]): boolean => (section ?? null) === null || titles.includes(section ?? '')
  const keepMark = (mark: Annotation): boolean => {
    const tagged = (tags ?? null) === null || (mark.tagId !== null && passes(tags, mark.tagId))
    return tagged && inSection(mark.selectors.sectionPath)
  }
  const kept = new Set(marks.filter(keepMark).map(({ id }) => id))
  const isAbout = ({ target }: Note): boolean => {
    if (target.kind === 'annotation') return kept.has(target.annotationId)
    if ((tags ?? null) !== null) return false
    return inSection(target.kind === 'section' ? [target.title] : [])
  }
  return {
    mark: keepMark,
    note: (note) => passes(statuses, note.status) && isAbout(note),
    decision: (decision) => passes(decisions, decision.verdict),
    review: (review) => inSection([review.title])
  }
}
