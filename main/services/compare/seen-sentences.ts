import type { ComparedDocument, DocumentCopy, MeasureSeries, SeenSentence, SeenSentences, SentencePlace } from '#contract/comparison'
import { isSameCompany } from '#model/filing-identity'
import type { FilingDocument } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { PRINT_VERSION, sentencePrint } from '../../domain/compare/sentence-print'
import { listAnnotatedFilings } from '../../store/annotations'
import { readContent } from '../../store/content'
import { getDocument } from '../../store/documents'
import { findPrint, getPrints, listPrintedDocuments, putPrints, sentenceRange, sentenceRanges } from '../../store/sentence-prints'
import type { PrintedDocument } from '../../store/sentence-prints'
import { seriesOf } from './measure-series'
import { copiesOf, isSameText, readLikely } from './document-copies'
import type { LibraryContext } from '../library-context'
import type { FilingReader } from '../filing-reader'

/** What is known of the sentences of the whole library. */
export interface SentenceFinder {
  readonly seen: (document: ComparedDocument) => Promise<Result<SeenSentences>>
  /** The other copies of a document, with what was marked on them; with `marked` only those on which something was. */
  readonly copies: (document: ComparedDocument, marked: boolean) => Promise<Result<readonly DocumentCopy[]>>
  /** The measure of a figure over the filings of its company; null where it cannot be followed. */
  readonly series: (document: ComparedDocument, figure: NodeId) => Promise<Result<MeasureSeries | null>>
  readonly also: (document: ComparedDocument,
    at: number) => Promise<Result<{ readonly sentence: TextRange; readonly places: readonly SentencePlace[] } | null>>
}

/** How long the thread may be held at a time, in ms; a frame of the window is 16. */
const STEP_MS = 12

/** Lets everything else that waits for this thread go first, whenever it was held for a step. */
const createTurns = (): () => Promise<void> => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < STEP_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

type Turn = () => Promise<void>

const computePrints = async (sentences: FilingDocument['sentences'], turn: Turn): Promise<Float64Array> => {
  const prints = new Float64Array(sentences.length)
  for (const [at, { text }] of sentences.entries()) {
    prints[at] = sentencePrint(text)
    await turn()
  }
  return prints
}

/** The prints of a stored document; those of one that was imported before there were prints are made and kept. */
const printsOf = async (library: LibraryContext, { key, filingId, sequence }: Pick<PrintedDocument, 'key' | 'filingId' | 'sequence'>,
  turn: Turn): Promise<Float64Array> => {
  await turn()
  const known = getPrints(library.db, key, PRINT_VERSION)
  if (known) return known
  const stored = getDocument(library.db, filingId, sequence)
  if (!stored?.summary.parsed) return new Float64Array()
  const prints = await computePrints(readContent(library.db, key, stored.summary).sentences, turn)
  // It may have been read anew, or be gone, since the step before.
  if (getDocument(library.db, filingId, sequence)?.key === key) putPrints(library.db, key, PRINT_VERSION, prints)
  return prints
}

/** By the dates of filing where both have one, else by those of the import; the same day is not earlier. */
const isEarlier = (a: PrintedDocument, b: PrintedDocument): boolean =>
  a.filedAt !== null && b.filedAt !== null ? a.filedAt < b.filedAt : a.importedAt < b.importedAt

const dateOf = ({ filedAt, importedAt }: PrintedDocument): string => filedAt ?? importedAt.slice(0, 10)

const byDate = (a: PrintedDocument, b: PrintedDocument): number =>
  dateOf(a).localeCompare(dateOf(b)) || a.importedAt.localeCompare(b.importedAt) || a.key - b.key

/** Whether one is the other once more, and no later filing of the same words. */
const isCopy = (document: PrintedDocument, prints: Float64Array, other: PrintedDocument, others: Float64Array): boolean => {
  if (document.filedAt !== null && other.filedAt !== null && document.filedAt !== other.filedAt) return false
  return isSameText(prints, others)
}

const placeOf = (library: LibraryContext, document: PrintedDocument, ordinal: number): SentencePlace => {
  const { filingId, title, form, exhibit, type, sequence } = document
  return { filingId, title, form, exhibit: exhibit ?? (type?.startsWith('EX-') === true ? type : null), date: dateOf(document), sequence,
    range: sentenceRange(library.db, document.key, ordinal) ?? { start: 0, end: 0 } }
}

interface Sighting {
  readonly document: PrintedDocument
  readonly ordinal: number
  readonly filings: Set<string>
}

/** The first place of each wanted print among documents in the order of their dates, and the filings it stands in. */
const sightings = async (library: LibraryContext, own: PrintedDocument, prints: Float64Array,
  turn: Turn): Promise<{ found: Map<number, Sighting>; filings: number }> => {
  const wanted = new Set(prints)
  wanted.delete(0)
  const found = new Map<number, Sighting>()
  const filings = new Set<string>()
  const isOwn = (other: PrintedDocument): boolean =>
    other.filingId === own.filingId || (own.accession !== null && other.accession === own.accession)
  const earlier = listPrintedDocuments(library.db).filter((other) => !isOwn(other) && isSameCompany(own, other) && isEarlier(other, own))
    .sort(byDate)
  for (const document of earlier) {
    const others = await printsOf(library, document, turn)
    if (isCopy(own, prints, document, others)) continue
    filings.add(document.filingId)
    others.forEach((print, ordinal) => {
      if (!wanted.has(print)) return
      const sighting = found.get(print)
      if (sighting) sighting.filings.add(document.filingId)
      else found.set(print, { document, ordinal, filings: new Set([document.filingId]) })
    })
  }
  return { found, filings: filings.size }
}

interface Opened {
  readonly document: PrintedDocument
  readonly ranges: readonly TextRange[]
  readonly prints: Float64Array
}

/** Looks for sentences across the library by their prints. */
export const createSentenceFinder = (library: LibraryContext, reader: FilingReader): SentenceFinder => {
  const open = async ({ filingId, sequence }: ComparedDocument, turn: Turn): Promise<Result<Opened | null>> => {
    if (getDocument(library.db, filingId, sequence)?.summary.parsed !== true) {
      const read = await reader.document(filingId, sequence)
      if (!read.ok) return read
    }
    const document = listPrintedDocuments(library.db, [filingId]).find((one) => one.sequence === sequence)
    if (!document) return ok(null)
    const prints = await printsOf(library, document, turn)
    return ok({ document, ranges: sentenceRanges(library.db, document.key), prints })
  }
  return {
    seen: async (asked) => {
      const turn = createTurns()
      const opened = await open(asked, turn)
      if (!opened.ok) return opened
      if (!opened.value) return ok({ seen: [], sentences: 0, filings: 0 })
      const { document, ranges, prints } = opened.value
      const { found, filings } = await sightings(library, document, prints, turn)
      const seen: SeenSentence[] = []
      for (const [at, range] of ranges.entries()) {
        const sighting = found.get(prints[at] ?? 0)
        if (!sighting) continue
        seen.push({ range, first: placeOf(library, sighting.document, sighting.ordinal), times: sighting.filings.size })
        await turn()
      }
      return ok({ seen, sentences: ranges.length, filings })
    },
    copies: async (asked, marked) => {
      const among = marked ? listAnnotatedFilings(library.db).filter((id) => id !== asked.filingId) : null
      if (among?.length === 0) return ok([])
      const turn = createTurns()
      const opened = await open(asked, turn)
      if (!opened.ok) return opened
      if (among === null) await readLikely(library, reader, asked)
      return ok(await copiesOf(library, asked, among, (document) => printsOf(library, document, turn)))
    },
    series: async (asked, figure) => ok(await seriesOf(library, asked, figure, createTurns())),
    also: async (asked, offset) => {
      const turn = createTurns()
      const opened = await open(asked, turn)
      if (!opened.ok) return opened
      const { document, ranges = [], prints } = opened.value ?? {}
      const at = ranges.findIndex(({ end }) => end > offset)
      const sentence = ranges[at]
      if (!sentence) return ok(null)
      const places: SentencePlace[] = []
      const print = prints?.[at] ?? 0
      const others = print === 0 ? [] : listPrintedDocuments(library.db).filter(({ key }) => key !== document?.key)
      for (const other of [...others].sort((a, b) => byDate(b, a))) {
        await printsOf(library, other, turn)
        const ordinal = findPrint(library.db, other.key, PRINT_VERSION, print)
        if (ordinal >= 0) places.push(placeOf(library, other, ordinal))
      }
      return ok({ sentence, places })
    }
  }
}
