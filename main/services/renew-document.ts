import type { Annotation } from '#contract/annotation'
import type { FilingDocument } from '#contract/filing'
import type { FilingSummary } from '#contract/library'
import type { TextRange } from '#contract/range'
import { findAnchor } from '../domain/anchor/find-anchor'
import { DETECTOR_VERSION, PARSER_VERSION } from '../domain/versions'
import { listAnnotations } from '../store/annotations'
import { readContent } from '../store/content'
import { listDecisions, putDecision } from '../store/decisions'
import type { StoredDocument } from '../store/documents'
import { listNotes } from '../store/notes'
import { transact } from '../store/sql'
import type { LibraryContext } from './library-context'
import { anchorTextOf, reattachDecisions } from './reattach-decisions'
import { refitReviews } from './section-reviews'
import { storeInSteps } from './store-filing'

/** Whether a stored document was made by an older parser or detector than this one. */
export const isOutdated = (stored: StoredDocument): boolean =>
  stored.summary.parsed && (stored.parserVersion < PARSER_VERSION || stored.detectorVersion < DETECTOR_VERSION)

const within = (range: TextRange, outer: TextRange): boolean => range.start >= outer.start && range.end <= outer.end

/** Whether every highlight finds its own words at its own place in the newer text, and every section note its heading. */
const keepsAllWords = (library: LibraryContext, filing: FilingSummary, before: FilingDocument, after: FilingDocument): boolean => {
  const origin = anchorTextOf([before], filing.textSha256)
  const target = anchorTextOf([after], filing.textSha256)
  const stays = ({ selectors }: Annotation): boolean => {
    const { position } = selectors
    if (!within(position, before.range)) return true
    const { verdict, range } = findAnchor(selectors, target, origin)
    return verdict === 'intact' && range?.start === position.start && range.end === position.end
  }
  const sectionsStay = listNotes(library.db, filing.id).every(({ target: on }) =>
    on.kind !== 'section' || !before.sections.some((section) => section.id === on.sectionId)
    || after.sections.some((section) => section.id === on.sectionId && section.title === on.title))
  return sectionsStay && listAnnotations(library.db, filing.id).every(stays)
}

/**
 * Replaces the stored content of a document by that of a newer analysis of the same text, where no note or highlight
 * would come to stand on other words; decisions are tied to the new suggestions by theirs. Otherwise the text stays as the
 * notes were made on it. Answers with the content that now stands.
 */
export const renewDocument = async (library: LibraryContext, filing: FilingSummary, stored: StoredDocument): Promise<FilingDocument> => {
  const before = readContent(library.db, stored.key, stored.summary)
  const job = library.newId()
  const answered = await library.analysis.run(
    { job, path: library.sources.pathOf(filing.sha256), encoding: filing.encoding, sequence: stored.summary.sequence }, () => undefined)
  const after = answered.ok && answered.value.textSha256 === filing.textSha256 ? answered.value.document : null
  if (!answered.ok || !after) return before
  if (!keepsAllWords(library, filing, before, after)) {
    library.log(`${filing.fileName}: document ${String(stored.summary.sequence)} keeps the text its notes were made on`)
    return before
  }
  await storeInSteps(library.db, stored.key, after, answered.value)
  transact(library.db, () => {
    const decisions = listDecisions(library.db, filing.id).filter((decision) => within(decision.range, after.range))
    for (const decision of reattachDecisions(decisions, [after], filing.textSha256, true)) putDecision(library.db, decision)
    refitReviews(library.db, filing.id, stored.summary.sequence)
  })
  library.emit('work.changed', { filingId: filing.id })
  return after
}
