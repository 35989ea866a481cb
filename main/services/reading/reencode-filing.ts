import type { Annotation } from '#contract/annotation'
import type { Encoding, FilingDocument } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { isAttached } from '#model/verdict'
import type { FoundPlace } from '../../domain/anchor/seek-places'
import { foldForSearch } from '../../domain/search/search-text'
import { listAnnotations, putAnnotation } from '../../store/annotations'
import { listDecisions, putDecision } from '../../store/decisions'
import { deleteDocuments, insertDocument, listDocuments } from '../../store/documents'
import type { DocumentKey } from '../../store/documents'
import { getFiling, setDecoding } from '../../store/filings'
import { deletePlacement, putPlacement } from '../../store/placements'
import { transact } from '../../store/sql'
import { wholeDocument } from '../analysis-thread'
import type { AnalysisAnswer } from '../analysis-thread'
import { soughtKey } from '../versions/carried-work'
import type { JournalLine } from '../journal/journal-line'
import type { LibraryContext } from '../library-context'
import type { FilingReader } from '../filing-reader'
import { packDocuments, packFiling } from '../versions/pack-filing'
import { reattachDecisions } from '../versions/reattach-decisions'
import { refitReviews } from '../work/section-reviews'
import { storeInSteps } from '../import/store-filing'

const ENCODINGS: readonly Encoding[] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']

/** The same bytes in another decoding: what is known of the file, and every document that was read before. */
interface Redecoded {
  readonly answer: AnalysisAnswer
  readonly documents: readonly FilingDocument[]
}

const analyseAgain = async (library: LibraryContext, filing: FilingSummary, encoding: Encoding): Promise<Result<Redecoded>> => {
  const path = library.sources.pathOf(filing.sha256)
  const ask = (sequence: number | 'first'): Promise<Result<AnalysisAnswer>> =>
    library.analysis.run({ job: library.newId(), path, encoding, sequence }, () => undefined)
  const first = await ask('first')
  if (!first.ok) return first
  const documents = first.value.document ? [wholeDocument(first.value.document)] : []
  for (const { summary } of listDocuments(library.db, filing.id)) {
    if (!summary.parsed || documents.some((document) => document.sequence === summary.sequence)) continue
    const more = await ask(summary.sequence)
    if (!more.ok) return more
    if (more.value.document) documents.push(wholeDocument(more.value.document))
  }
  return ok({ answer: first.value, documents })
}

/** Looks for the words of every highlight in the new text, off this thread. */
const seekAll = async (library: LibraryContext, filing: FilingSummary,
  { answer, documents }: Redecoded): Promise<Result<readonly FoundPlace[]>> => {
  const sought = listAnnotations(library.db, filing.id).map(({ id, selectors }) => ({ key: id, selectors }))
  const [target, origin] = [await packDocuments(documents, answer.textSha256), await packFiling(library.db, filing)]
  return library.analysis.anchor({ job: library.newId(), target, origin, sought }, () => undefined)
}

/** Keeps where the words of a highlight that lost its own may be now, for the reader to say; forgets it where it found them. */
const keepProposal = (library: LibraryContext, annotation: Annotation, { verdict, place }: FoundPlace, { answer }: Redecoded): void => {
  const { id: annotationId, filingId, selectors } = annotation
  if (isAttached(verdict)) {
    deletePlacement(library.db, annotationId, filingId)
    return
  }
  const { textSha256, parserVersion } = answer
  putPlacement(library.db, {
    annotationId,
    filingId,
    verdict,
    state: 'waiting',
    soughtFor: soughtKey(selectors, textSha256),
    modifiedAt: library.clock(),
    selectors: place && { position: place.range, quote: place.quote, sectionPath: place.sectionPath, textSha256, parserVersion }
  })
}

/** Ties highlights and decisions to the new text by their words; what is not found keeps its old words and says so. */
const reattach = (library: LibraryContext, filing: FilingSummary, again: Redecoded, found: readonly FoundPlace[]): void => {
  const { answer, documents } = again
  const places = new Map(found.map((place) => [place.key, place]))
  const lines: JournalLine[] = [{ kind: 'changed', entity: 'filing', id: filing.id, state: { encoding: answer.encoding },
    at: library.clock() }]
  for (const annotation of listAnnotations(library.db, filing.id)) {
    // One that was made while the search went on was made on the old text, and waits.
    const result = places.get(annotation.id) ?? { key: annotation.id, verdict: 'gone', place: null }
    const { verdict, place } = result
    keepProposal(library, annotation, result, again)
    const selectors = place && isAttached(verdict)
      ? { ...annotation.selectors, position: place.range, textSha256: answer.textSha256, parserVersion: answer.parserVersion }
      : annotation.selectors
    const after = { ...annotation, selectors, verdict, rev: annotation.rev + 1 }
    putAnnotation(library.db, after, foldForSearch(selectors.quote.exact))
    lines.push({ kind: 'changed', entity: 'annotation', id: after.id, state: after, at: library.clock() })
  }
  for (const decision of reattachDecisions(listDecisions(library.db, filing.id), documents, answer.textSha256, false)) {
    const after = { ...decision, rev: decision.rev + 1 }
    putDecision(library.db, after)
    lines.push({ kind: 'changed', entity: 'decision', id: after.id, state: after, at: library.clock() })
  }
  library.journal.append(lines)
}

const replace = (library: LibraryContext, filing: FilingSummary, again: Redecoded,
  found: readonly FoundPlace[]): ReadonlyMap<number, DocumentKey> => {
  const { db } = library
  return transact(db, () => {
    deleteDocuments(db, filing.id)
    setDecoding(db, filing.id, again.answer)
    const keys = new Map(again.answer.documents.map((entry) => [entry.sequence, insertDocument(db, filing.id, entry)]))
    reattach(library, filing, again, found)
    return keys
  })
}

/** Decodes the kept bytes of a filing again, as the reader chose; the text is analysed anew and the work tied to it by its words. */
export const reencodeFiling = async (library: LibraryContext, reader: FilingReader, filingId: FilingId,
  encoding: string): Promise<Result<OpenFiling>> => {
  const filing = getFiling(library.db, filingId)
  if (!filing) return fail('not-found', 'This filing is no longer in the library.')
  const chosen = ENCODINGS.find((one) => one === encoding)
  if (!chosen)
    return fail('invalid-request', `Redwell does not know the encoding “${encoding}”.`, {
      remedy: `Choose one of ${ENCODINGS.join(', ')}.`
    })
  if (chosen === filing.encoding) return reader.open(filingId)
  const again = await analyseAgain(library, filing, chosen)
  if (!again.ok) return again
  const found = await seekAll(library, filing, again.value)
  if (!found.ok) return found
  const keys = replace(library, filing, again.value, found.value)
  for (const document of again.value.documents) {
    const key = keys.get(document.sequence)
    if (key === undefined) continue
    await storeInSteps(library.db, key, document, again.value.answer)
    refitReviews(library.db, filingId, document.sequence)
  }
  reader.forget(filingId)
  library.emit('work.changed', { filingId })
  return reader.open(filingId)
}
