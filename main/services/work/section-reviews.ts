import type { Section } from '#contract/filing'
import type { FilingId, NodeId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { SectionReview } from '#contract/review'
import { getDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import type { ReadableDb, WritableDb } from '../../store/handles'
import * as reviews from '../../store/section-reviews'
import { listSections } from '../../store/sections'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'

/** The section a mark means in an analysis: the same heading at the same place, else the only one with its words; undefined where there is none. */
const fittingSection = (sections: readonly Section[], { range, title }: Pick<SectionReview, 'range' | 'title'>): Section | undefined => {
  const alike = sections.filter((section) => section.title === title)
  return alike.find((section) => section.range.start === range.start) ?? (alike.length === 1 ? alike[0] : undefined)
}

/** A mark as it stands in an analysis; its place stays what it was where no section fits. */
const fitted = (sections: readonly Section[], review: SectionReview): SectionReview => {
  const section = fittingSection(sections, review)
  return { ...review, section: section?.id ?? null, range: section?.range ?? review.range }
}

/** The sections of a document that can be marked. */
const sectionsOf = (db: ReadableDb, filingId: FilingId, sequence: number): readonly Section[] => {
  const stored = getDocument(db, filingId, sequence)
  return stored ? listSections(db, stored.key).filter(reviews.isReviewable) : []
}

/** The sections of a filing that were marked as reviewed, in reading order. */
export const listSectionReviews = (library: Pick<LibraryContext, 'db'>, filingId: FilingId): Result<readonly SectionReview[]> =>
  getFiling(library.db, filingId)
    ? ok(reviews.listSectionReviews(library.db, filingId))
    : fail('not-found', 'This filing is no longer in the library.')

const isWithin = (inner: Section, outer: Section): boolean =>
  inner.range.start >= outer.range.start && inner.range.end <= outer.range.end && (inner.id === outer.id || inner.level > outer.level)

/**
 * Marks a section and those in it as reviewed, or takes their marks back, as one step of the history. Those that are so already are
 * let be. Answers every mark of the filing.
 */
export const setSectionReviewed = (library: LibraryContext, filingId: FilingId, sequence: number, section: NodeId,
  reviewed: boolean): Result<readonly SectionReview[]> => {
  const { db } = library
  const sections = sectionsOf(db, filingId, sequence)
  const named = sections.find(({ id }) => id === section)
  if (!named) return fail('not-found', 'This section is no longer in the filing.', { remedy: 'Open the filing again and choose it anew.' })
  const meant = sections.filter((one) => isWithin(one, named))
  const known = new Map(
    reviews.listSectionReviews(db, filingId).filter((review) => review.sequence === sequence).map((review) => [review.section, review])
  )
  const changing = meant.filter(({ id }) => known.has(id) !== reviewed)
  if (changing.length > 0) {
    commitChange(library, reviewed ? 'Mark section as reviewed' : 'Take back section review', (record) => {
      for (const { id, range, title } of changing) {
        const before = known.get(id) ?? null
        const after: SectionReview | null = reviewed
          ? { id: library.newId(), filingId, sequence, section: id, range, title, reviewedAt: library.clock() }
          : null
        if (after) reviews.putSectionReview(db, after)
        else if (before) reviews.deleteSectionReview(db, before.id)
        record.steps.push({ entity: 'section-review', entityId: (after ?? before)?.id ?? id, filingId, before, after })
      }
    })
  }
  return listSectionReviews(library, filingId)
}

/** Finds the marks of a document again in a newer analysis of it. What no section fits any more keeps its words and counts as not reviewed. */
export const refitReviews = (db: WritableDb, filingId: FilingId, sequence: number): void => {
  const sections = sectionsOf(db, filingId, sequence)
  for (const review of reviews.listSectionReviews(db, filingId)) {
    if (review.sequence === sequence) reviews.putSectionReview(db, fitted(sections, review))
  }
}

/** Brings a mark to a state of the history or the journal; null takes it back. Answers the state it now has. */
export const restoreReview = (db: WritableDb, id: string, state: SectionReview | null): SectionReview | null => {
  if (!state) {
    reviews.deleteSectionReview(db, id)
    return null
  }
  const review = fitted(sectionsOf(db, state.filingId, state.sequence), state)
  reviews.putSectionReview(db, review)
  return review
}
