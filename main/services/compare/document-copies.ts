import type { Annotation } from '#contract/annotation'
import type { ComparedDocument, CopyMark, DocumentCopy } from '#contract/comparison'
import type { AnnotationId, FilingId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { isAttached } from '#model/verdict'
import { listAnnotations } from '../../store/annotations'
import { getDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import { listNotes } from '../../store/notes'
import { listPrintedDocuments, listUnreadDocuments } from '../../store/sentence-prints'
import type { PrintedDocument } from '../../store/sentence-prints'
import { carriedInto } from '../versions/carried-work'
import type { LibraryContext } from '../library-context'
import { packFiling } from '../versions/pack-filing'
import type { FilingReader } from '../filing-reader'

/** Two documents that share so much of their sentences, both ways, are copies of one, such as an exhibit saved alone. */
const COPY = 0.95

/** Fewer sentences than this, short ones not counted, make no copy: two notices of a line are not one. */
const LEAST_SENTENCES = 2

/** How far apart the lengths of two copies may be, in parts of the length and in code units: one may have lost its wrapper. */
const SLACK = { part: 0.02, units: 1200 }

/** The most unread documents that are read to see whether they are copies. */
const MOST_READ = 3

/** Whether two documents have the same sentences, by their prints. */
export const isSameText = (a: Float64Array, b: Float64Array): boolean => {
  const [own, known] = [new Set(a), new Set(b)]
  own.delete(0)
  known.delete(0)
  return own.size >= LEAST_SENTENCES && [...own].filter((print) => known.has(print)).length >= COPY * Math.max(own.size, known.size)
}

/** Reads the exhibits nobody opened yet that may be this document once more: only their length is known before. */
export const readLikely = async (library: LibraryContext, reader: FilingReader,
  { filingId, sequence }: ComparedDocument): Promise<void> => {
  const range = getDocument(library.db, filingId, sequence)?.summary.range
  if (!range) return
  const length = range.end - range.start
  const unread = listUnreadDocuments(library.db, length, Math.max(SLACK.units, length * SLACK.part), MOST_READ)
  for (const document of unread) if (document.filingId !== filingId) await reader.document(document.filingId, document.sequence)
}

/** Where the words of highlights on a copy stand in this document, by the highlight's id: the words themselves and no others, as `findAnchor` answers for them. */
const placesHere = async (
  library: LibraryContext,
  asked: ComparedDocument,
  within: TextRange,
  from: FilingId,
  annotations: readonly Annotation[]
): Promise<ReadonlyMap<AnnotationId, TextRange>> => {
  const [here, there] = [getFiling(library.db, asked.filingId), getFiling(library.db, from)]
  if (annotations.length === 0 || !here || !there) return new Map()
  const sought = annotations.map(({ id, selectors }) => ({ key: id, selectors }))
  const [target, origin] = [await packFiling(library.db, here), await packFiling(library.db, there)]
  const found = await library.analysis.anchor({ job: library.newId(), target, origin, sought }, () => undefined)
  // Without an answer the highlights are listed, and lead to the other copy.
  if (!found.ok) return new Map()
  return new Map(
    found.value.flatMap(({ key, verdict, place }): [AnnotationId, TextRange][] =>
      place && isAttached(verdict) && place.range.start >= within.start && place.range.end <= within.end ? [[key, place.range]] : []
    )
  )
}

/** The highlights on one document of another filing, each with its notes. Those that this filing takes over as a later version are its own, and those that lost their words stand nowhere. */
const marksOf = async (library: LibraryContext, asked: ComparedDocument, within: TextRange,
  other: PrintedDocument): Promise<readonly CopyMark[]> => {
  const range = getDocument(library.db, other.filingId, other.sequence)?.summary.range
  if (!range) return []
  const carried = new Set(carriedInto(library.db, asked.filingId).map(({ annotation }) => annotation.id))
  const annotations = listAnnotations(library.db, other.filingId).filter(({ id, verdict, selectors: { position } }) =>
    !carried.has(id) && isAttached(verdict) && position.start >= range.start && position.end <= range.end
  )
  const here = await placesHere(library, asked, within, other.filingId, annotations)
  const notes = annotations.length === 0 ? [] : listNotes(library.db, other.filingId)
  return annotations.map(({ id, selectors: { position, quote } }): CopyMark => ({
    id,
    exact: quote.exact,
    there: position,
    here: here.get(id) ?? null,
    notes: notes.filter(({ target }) => target.kind === 'annotation' && target.annotationId === id).map(({ text }) => text)
  }))
}

/**
 * The other copies of a document, with what the analyst marked on them. Where `among` names filings, only those of them on which
 * something is marked, and no other is looked at. `printsOf` gives the prints of a stored document.
 */
export const copiesOf = async (
  library: LibraryContext,
  asked: ComparedDocument,
  among: readonly FilingId[] | null,
  printsOf: (document: PrintedDocument) => Promise<Float64Array>
): Promise<readonly DocumentCopy[]> => {
  const all = listPrintedDocuments(library.db, among && [...among, asked.filingId])
  const own = all.find(({ filingId, sequence }) => filingId === asked.filingId && sequence === asked.sequence)
  const within = own && getDocument(library.db, own.filingId, own.sequence)?.summary.range
  if (!own || !within) return []
  const others = all.filter(({ filingId }) => filingId !== own.filingId)
  const prints = others.length === 0 ? new Float64Array() : await printsOf(own)
  if (prints.length < LEAST_SENTENCES) return []
  const copies: DocumentCopy[] = []
  for (const other of others) {
    const near = other.prints === 0 || Math.abs(other.prints - prints.length) <= prints.length * (1 - COPY) + 1
    if (!near || !isSameText(prints, await printsOf(other))) continue
    const marks = await marksOf(library, asked, within, other)
    if (among !== null && marks.length === 0) continue
    copies.push({ filingId: other.filingId, sequence: other.sequence, title: other.title, fileName: other.fileName, marks })
  }
  return copies
}
