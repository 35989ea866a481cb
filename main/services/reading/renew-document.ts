import type { FilingDocument } from '#contract/filing'
import type { FilingSummary } from '#contract/library'
import type { TextRange } from '#contract/range'
import { isAttached } from '#model/verdict'
import type { SoughtWords } from '../../domain/anchor/seek-places'
import { DETECTOR_VERSION, PARSER_VERSION } from '../../domain/versions'
import { listAnnotations } from '../../store/annotations'
import { readContent } from '../../store/content'
import { listDecisions, putDecision } from '../../store/decisions'
import type { StoredDocument } from '../../store/documents'
import { listNotes } from '../../store/notes'
import { placementsIn } from '../../store/placements'
import { transact } from '../../store/sql'
import { isPlaced } from '../versions/carried-work'
import type { LibraryContext } from '../library-context'
import { packDocuments } from '../versions/pack-filing'
import { reattachDecisions } from '../versions/reattach-decisions'
import { refitReviews } from '../work/section-reviews'
import { storeInSteps } from '../import/store-filing'
import { wholeDocument } from '../analysis-thread'

/** Whether a stored document was made by an older parser or detector than this one. */
export const isOutdated = (stored: StoredDocument): boolean =>
  stored.summary.parsed && (stored.parserVersion < PARSER_VERSION || stored.detectorVersion < DETECTOR_VERSION)

const within = (range: TextRange, outer: TextRange): boolean => range.start >= outer.start && range.end <= outer.end

/** The words that highlights stand on in a document: those made there, and those that were carried there from an older version. */
const standingIn = (library: LibraryContext, filing: FilingSummary, document: FilingDocument): SoughtWords[] => {
  const own = listAnnotations(library.db, filing.id).filter(({ verdict }) => isAttached(verdict)).map((
    { id, selectors }
  ): SoughtWords => ({ key: id, selectors }))
  const carried = [...placementsIn(library.db, filing.id).values()].flatMap((placement): SoughtWords[] =>
    isPlaced(placement) && placement.selectors ? [{ key: placement.annotationId, selectors: placement.selectors }] : []
  )
  return [...own, ...carried].filter(({ selectors }) => within(selectors.position, document.range))
}

/** Whether every highlight finds its own words at its own place in the newer text, and every section note its heading. */
const keepsAllWords = async (library: LibraryContext, filing: FilingSummary, before: FilingDocument,
  after: FilingDocument): Promise<boolean> => {
  const sought = standingIn(library, filing, before)
  const [target, origin] = [await packDocuments([after], filing.textSha256), await packDocuments([before], filing.textSha256)]
  const found = await library.analysis.anchor({ job: library.newId(), target, origin, sought }, () => undefined)
  const stays = found.ok && found.value.every(({ verdict, place }, at) => {
    const position = sought[at]?.selectors.position
    return verdict === 'intact' && place?.range.start === position?.start && place?.range.end === position?.end
  })
  const sectionsStay = listNotes(library.db, filing.id).every(({ target: on }) =>
    on.kind !== 'section' || !before.sections.some((section) => section.id === on.sectionId)
    || after.sections.some((section) => section.id === on.sectionId && section.title === on.title)
  )
  return stays && sectionsStay
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
    { job, path: library.sources.pathOf(filing.sha256), encoding: filing.encoding, sequence: stored.summary.sequence },
    () => undefined
  )
  const made = answered.ok && answered.value.textSha256 === filing.textSha256 ? answered.value.document : null
  if (!answered.ok || !made) return before
  const after = wholeDocument(made)
  if (!await keepsAllWords(library, filing, before, after)) {
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
