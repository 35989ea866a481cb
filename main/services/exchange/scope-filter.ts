import type { Annotation, Decision } from '#contract/annotation'
import type { WorkScope } from '#contract/exchange'
import type { Note } from '#contract/note'
import { ME } from '#contract/person'
import type { Authored } from '#contract/person'
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
  const isMeant = ({ authorId = ME }: Authored): boolean => passes(scope.authors, authorId)
  const keepMark = (mark: Annotation): boolean => {
    const tagged = (tags ?? null) === null || (mark.tagId !== null && passes(tags, mark.tagId))
    return isMeant(mark) && tagged && inSection(mark.selectors.sectionPath)
  }
  const kept = new Set(marks.filter(keepMark).map(({ id }) => id))
  const isAbout = ({ target }: Note): boolean => {
    if (target.kind === 'annotation') return kept.has(target.annotationId)
    if ((tags ?? null) !== null) return false
    return inSection(target.kind === 'section' ? [target.title] : [])
  }
  return {
    mark: keepMark,
    note: (note) => isMeant(note) && passes(statuses, note.status) && isAbout(note),
    decision: (decision) => isMeant(decision) && passes(decisions, decision.verdict),
    review: (review) => isMeant(review) && inSection([review.title])
  }
}
