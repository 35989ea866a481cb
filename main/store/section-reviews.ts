import type { Section } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { SectionReview } from '#contract/review'
import { authoredParams, toAuthored } from './authored'
import type { AuthoredRow } from './authored'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

interface Row extends AuthoredRow {
  readonly id: string
  readonly filing_id: string
  readonly sequence: number
  readonly node: string | null
  readonly source_start: number
  readonly source_end: number
  readonly title: string
  readonly reviewed_at: string
}

const COLUMNS = 'id, filing_id, sequence, node, source_start, source_end, title, reviewed_at, author_id, origin_id'

/** Whether a section has words by which it can be shown, marked as reviewed and found again. */
export const isReviewable = ({ title }: Pick<Section, 'title'>): boolean => title.trim() !== ''

/** The query of every opening; its plan is held by a test. */
export const SECTION_REVIEW_QUERIES = {
  list: `SELECT ${COLUMNS} FROM section_review WHERE filing_id = $filingId AND author_id IS NULL ORDER BY sequence, source_start, id`,
  others: `SELECT ${COLUMNS} FROM section_review WHERE filing_id = $filingId AND author_id IS NOT NULL ORDER BY sequence, source_start, id`
}

const toReview = (row: Row): SectionReview => ({
  id: row.id,
  filingId: row.filing_id,
  sequence: row.sequence,
  section: row.node,
  range: { start: row.source_start, end: row.source_end },
  title: row.title,
  reviewedAt: row.reviewed_at,
  ...toAuthored(row)
})

/** The sections of a filing that others reviewed; they count nowhere and have no node. */
export const listReviewsOfOthers = (db: ReadableDb, filingId: FilingId): SectionReview[] =>
  all<Row>(db, SECTION_REVIEW_QUERIES.others, { filingId }).map(toReview)

/** The sections of a filing that the one who keeps the library marked as reviewed, in reading order. */
export const listSectionReviews = (db: ReadableDb, filingId: FilingId): SectionReview[] =>
  all<Row>(db, SECTION_REVIEW_QUERIES.list, { filingId }).map(toReview)

/** One mark, or undefined. */
export const getSectionReview = (db: ReadableDb, id: string): SectionReview | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM section_review WHERE id = $id`, { id })
  return row && toReview(row)
}

/** Stores a mark as it is given, new or changed. */
export const putSectionReview = (db: WritableDb, review: SectionReview): void => {
  run(db, `INSERT INTO section_review (id, filing_id, sequence, node, source_start, source_end, title, reviewed_at, author_id, origin_id)
    VALUES ($id, $filingId, $sequence, $node, $start, $end, $title, $reviewedAt, $authorId, $originId)
    ON CONFLICT (id) DO UPDATE SET node = excluded.node, source_start = excluded.source_start, source_end = excluded.source_end, title = excluded.title,
      author_id = excluded.author_id, origin_id = excluded.origin_id`, {
    id: review.id,
    filingId: review.filingId,
    sequence: review.sequence,
    node: review.section,
    start: review.range.start,
    end: review.range.end,
    title: review.title,
    reviewedAt: review.reviewedAt,
    ...authoredParams(review)
  })
}

/** Takes a mark back. */
export const deleteSectionReview = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM section_review WHERE id = $id', { id })
}
