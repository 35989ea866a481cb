import type { Annotation } from '#contract/annotation'
import type { ComparedDocument, CopyMark, DocumentCopy } from '#contract/comparison'
import type { Note } from '#contract/note'
import type { TextRange } from '#contract/range'
import { listAnnotations } from '../store/annotations'
import { getDocument } from '../store/documents'
import { listNotes } from '../store/notes'
import { listPrintedDocuments, listUnreadDocuments, sentenceRanges } from '../store/sentence-prints'
import type { PrintedDocument } from '../store/sentence-prints'
import type { LibraryContext } from './library-context'
import type { FilingReader } from './read-filing'

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
const readLikely = async (library: LibraryContext, reader: FilingReader, { filingId, sequence }: ComparedDocument): Promise<void> => {
  const range = getDocument(library.db, filingId, sequence)?.summary.range
  if (!range) return
  const length = range.end - range.start
  const unread = listUnreadDocuments(library.db, length, Math.max(SLACK.units, length * SLACK.part), MOST_READ)
  for (const document of unread) if (document.filingId !== filingId) await reader.document(document.filingId, document.sequence)
}

interface Sentences {
  readonly ranges: readonly TextRange[]
  readonly prints: Float64Array
}

/** Where a range of the copy stands in the document that is read: by its sentences, to the letter where both are set alike. */
const rangeHere = (there: TextRange, copy: Sentences, own: Sentences): TextRange | null => {
  const places = copy.ranges.flatMap((range, at) => (range.start < there.end && range.end > there.start ? [at] : []))
  const here = places.map((at) => own.prints.indexOf(copy.prints[at] ?? -1))
  const [first, last] = [here[0], here.at(-1)]
  const [from, to] = [own.ranges[first ?? -1], own.ranges[last ?? -1]]
  const [copyFrom, copyTo] = [copy.ranges[places[0] ?? -1], copy.ranges[places.at(-1) ?? -1]]
  if (!from || !to || !copyFrom || !copyTo || to.end <= from.start) return null
  const alike = from.end - from.start === copyFrom.end - copyFrom.start && to.end - to.start === copyTo.end - copyTo.start
  return alike ? { start: from.start + there.start - copyFrom.start, end: to.end - (copyTo.end - there.end) } : { start: from.start, end: to.end }
}

const marksOf = (annotations: readonly Annotation[], notes: readonly Note[], within: TextRange, copy: Sentences, own: Sentences): readonly CopyMark[] =>
  annotations.flatMap(({ id, selectors: { position, quote } }): CopyMark[] => {
    if (position.start < within.start || position.end > within.end) return []
    return [{
      exact: quote.exact, there: { start: position.start, end: position.end }, here: rangeHere(position, copy, own),
      notes: notes.filter(({ target }) => target.kind === 'annotation' && target.annotationId === id).map(({ text }) => text)
    }]
  })

/** The other copies of a document, with what the analyst marked on them. `printsOf` gives the prints of a stored document. */
export const copiesOf = async (
  library: LibraryContext, reader: FilingReader, asked: ComparedDocument, printsOf: (document: PrintedDocument) => Promise<Float64Array>
): Promise<readonly DocumentCopy[]> => {
  await readLikely(library, reader, asked)
  const all = listPrintedDocuments(library.db)
  const own = all.find(({ filingId, sequence }) => filingId === asked.filingId && sequence === asked.sequence)
  if (!own) return []
  const sentences: Sentences = { ranges: sentenceRanges(library.db, own.key), prints: await printsOf(own) }
  const count = sentences.prints.length
  if (count < LEAST_SENTENCES) return []
  const copies: DocumentCopy[] = []
  for (const other of all) {
    const near = other.prints === 0 || Math.abs(other.prints - count) <= count * (1 - COPY) + 1
    if (other.filingId === own.filingId || !near) continue
    const prints = await printsOf(other)
    if (prints.length < LEAST_SENTENCES || !isSameText(sentences.prints, prints)) continue
    const range = getDocument(library.db, other.filingId, other.sequence)?.summary.range
    const copy: Sentences = { ranges: sentenceRanges(library.db, other.key), prints }
    const marks = range ? marksOf(listAnnotations(library.db, other.filingId), listNotes(library.db, other.filingId), range, copy, sentences) : []
    copies.push({ filingId: other.filingId, sequence: other.sequence, title: other.title, fileName: other.fileName, marks })
  }
  return copies
}
