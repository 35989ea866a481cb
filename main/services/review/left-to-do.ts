import type { SuggestionKind } from '#contract/annotation'
import type { FilingId, FolderId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { LeftItem } from '#contract/review'
import { getAnnotation } from '../../store/annotations'
import { listDocuments } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import type { ReadableDb } from '../../store/handles'
import { listNotes } from '../../store/notes'
import { isReviewable, listSectionReviews } from '../../store/section-reviews'
import { listSections } from '../../store/sections'
import { listUndecided } from '../../store/suggestions'
import type { LibraryContext } from '../library-context'
import { leftIn, reviewBoard, waitingOrphans } from './review-board'
import { yieldThread } from '../yield-thread'

/** How many code units of its words a line of the queue has. */
const WORDS = 240

/** What a suggestion is called whose document was stored by an older version of Redwell, without its words. */
const UNNAMED: Readonly<Record<SuggestionKind, string>> = { finding: 'A finding', 'forward-looking': 'A forward-looking statement' }

const shorten = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, WORDS)

/** The document a place is in; the first one where it is in none. */
const sequenceOf = (documents: readonly StoredDocument[], start: number | null): number => {
  const found = start === null ? undefined : documents.find(({ summary: { range } }) => start >= range.start && start < range.end)
  return (found ?? documents[0])?.summary.sequence ?? 1
}

const sectionsLeft = (db: ReadableDb, filingId: FilingId, documents: readonly StoredDocument[]): LeftItem[] => {
  const reviewed = new Set(listSectionReviews(db, filingId).map(({ section }) => section))
  return documents.filter(({ summary }) => summary.parsed).flatMap(({ key, summary }) =>
    listSections(db, key).filter((section) => isReviewable(section) && !reviewed.has(section.id))
      .map(({ id, range, title }): LeftItem => ({ kind: 'section', filingId, sequence: summary.sequence, range, words: shorten(title),
        ref: id })
      )
  )
}

const questionsLeft = (db: ReadableDb, filingId: FilingId, documents: readonly StoredDocument[]): LeftItem[] =>
  listNotes(db, filingId).filter(({ status }) => status === 'open' || status === 'asked').map(({ id, target, text }) => {
    const annotation = target.kind === 'annotation' ? getAnnotation(db, target.annotationId) : undefined
    const range = annotation?.filingId === filingId ? annotation.selectors.position : null
    return { kind: 'question', filingId, sequence: sequenceOf(documents, range?.start ?? null), range, words: shorten(text), ref: id }
  })

const orphansLeft = (db: ReadableDb, filing: FilingSummary, documents: readonly StoredDocument[]): LeftItem[] =>
  waitingOrphans(db, filing).map(({ id, selectors }) => ({ kind: 'orphan', filingId: filing.id, sequence: sequenceOf(documents, null),
    range: null, words: shorten(selectors.quote.exact), ref: id })
  )

/** In reading order; what has no place comes last. */
const byPlace = (a: LeftItem, b: LeftItem): number =>
  Number(a.range === null) - Number(b.range === null) || a.sequence - b.sequence || (a.range?.start ?? 0) - (b.range?.start ?? 0) ||
  (b.range?.end ?? 0) - (a.range?.end ?? 0)

const leftInFiling = (db: ReadableDb, filing: FilingSummary): LeftItem[] => {
  const filingId = filing.id
  const documents = listDocuments(db, filingId)
  const suggestions = listUndecided(db, filingId).map(({ sequence, kind, node, range, words }): LeftItem => ({ kind: 'suggestion', filingId,
    sequence, range, words: words || UNNAMED[kind], ref: node })
  )
  return [...suggestions, ...sectionsLeft(db, filingId, documents), ...questionsLeft(db, filingId, documents),
    ...orphansLeft(db, filing, documents)].sort(byPlace)
}

/**
 * What is left to do in a filing, in a folder with the folders in it, or in the whole library: undecided suggestions, sections not
 * reviewed, questions open or asked, orphans that wait. Filing by filing in reading order, at most `limit` of them; `total` counts all.
 */
export const leftToDo = async ({ db }: Pick<LibraryContext, 'db'>,
  scope: { readonly folderId: FolderId | null; readonly filingId: FilingId | null },
  limit: number): Promise<Result<{ readonly items: readonly LeftItem[]; readonly total: number }>> => {
  const board = await reviewBoard({ db }, scope.folderId)
  if (!board.ok) return board
  const filings = board.value.filings.filter(({ filing }) => scope.filingId === null || filing.id === scope.filingId)
  if (scope.filingId !== null && filings.length === 0) return fail('not-found', 'This filing is no longer in the library.')
  const items: LeftItem[] = []
  for (const progress of filings) {
    if (items.length >= limit) break
    if (leftIn(progress) === 0) continue
    await yieldThread()
    items.push(...leftInFiling(db, progress.filing))
  }
  return ok({ items: items.slice(0, limit), total: filings.reduce((sum, progress) => sum + leftIn(progress), 0) })
}
