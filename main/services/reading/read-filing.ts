import type { FilingReader } from '../filing-reader'
import type { Decision } from '#contract/annotation'
import type { FilingDocument } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { FilingSummary, OpenFiling } from '#contract/library'
import type { DocumentPiece, FactsPiece } from '#contract/document-wire'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { readContent } from '../../store/content'
import { readContentPieces, readFactPieces } from '../../store/content-pieces'
import { listDecisions } from '../../store/decisions'
import { getDocument, listDocuments } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import { getFiling, getFilingParts, touchFiling } from '../../store/filings'
import { markOpened } from '../../store/unread-documents'
import { listReplies } from '../../store/replies'
import { getReadingPosition, putReadingPosition } from '../../store/reading-positions'
import { workWithCarried } from '../versions/carried-work'
import type { LibraryContext } from '../library-context'
import { createDocumentFinder } from './find-document'
import { checkWorkOf, tellSource } from '../integrity/integrity'
import { mendSource } from '../integrity/source-check'
import { goOnWithoutWriting } from '../import/keep-document'
import type { FoundDocument } from '../import/keep-document'
import { trashFilings } from '../work/trash-filings'
import { yieldThread } from '../yield-thread'

const notFound = (): Result<never> => fail('not-found', 'This filing is no longer in the library.')

/** The decoded text of the filing last asked for: the source view asks for one piece after the other. */
interface CachedText {
  readonly filingId: FilingId
  readonly text: string
}

/** Whether a filing is shown at a document when it is opened first: text, or a form that is filed as XML, but none of its exhibits in XML. */
const isReadable = ({ summary: { format, type } }: StoredDocument): boolean =>
  format === 'html' || format === 'text' || (format === 'xml' && !/^(?:ex-|xml)/i.test(type ?? 'xml'))

const noteOpening = (library: LibraryContext, filingId: FilingId): void => {
  try {
    touchFiling(library.db, filingId, library.clock())
  } catch (error) {
    goOnWithoutWriting(library, error)
  }
}

/** Keeps that a document was opened, for what is left to read; not for what is read ahead. */
const noteDocumentOpening = (library: LibraryContext, filingId: FilingId, sequence: number): void => {
  const stored = getDocument(library.db, filingId, sequence)
  if (!stored || stored.openedAt !== null) return
  try {
    markOpened(library.db, stored.key, library.clock())
  } catch (error) {
    goOnWithoutWriting(library, error)
  }
}

const openFiling = (library: LibraryContext, filingId: FilingId): Result<OpenFiling> => {
  noteOpening(library, filingId)
  const filing = getFiling(library.db, filingId)
  const parts = getFilingParts(library.db, filingId)
  if (!filing || !parts) return notFound()
  const documents = listDocuments(library.db, filingId)
  const left = getReadingPosition(library.db, filingId)
  const known = left && documents.some(({ summary }) => summary.sequence === left.sequence) ? left : undefined
  const first = documents.find(isReadable) ?? documents[0]
  const current = known?.sequence ?? first?.summary.sequence ?? 1
  noteDocumentOpening(library, filingId, current)
  return ok({
    filing,
    submission: parts.submission,
    documents: documents.map(({ summary }) => summary),
    warnings: parts.warnings,
    current,
    position: known?.position ?? null
  })
}

const decisionsInOrder = (decisions: readonly Decision[]): Decision[] => [...decisions].sort((a, b) => a.range.start - b.range.start)

const piecesOfStored = async (library: LibraryContext, stored: StoredDocument): Promise<readonly Uint8Array[]> => {
  const pieces: Uint8Array[] = []
  for (const piece of readContentPieces(library.db, stored.key, stored.summary)) {
    pieces.push(piece)
    await yieldThread()
  }
  return pieces
}

/** What stands before us and may not be in the library, for want of room. */
const piecesOf = (
  { facts, ...content }: FilingDocument
): readonly Uint8Array[] => [new TextEncoder().encode(JSON.stringify({ ...content, hasFacts: facts.length > 0 } satisfies DocumentPiece))]

const factPiecesOf = (
  { facts }: FilingDocument
): readonly Uint8Array[] => [new TextEncoder().encode(JSON.stringify({ facts } satisfies FactsPiece))]

type Pieces = readonly Uint8Array[]

const inPieces = async (finding: Promise<FoundDocument>, read: (stored: StoredDocument) => Pieces | Promise<Pieces>,
  write: (made: FilingDocument) => Pieces): Promise<Result<Pieces>> => {
  const found = await finding
  if ('key' in found) return ok(await read(found))
  return found.ok ? ok(write(found.value)) : found
}

const contentOf = async (library: LibraryContext, finding: Promise<FoundDocument>): Promise<Result<FilingDocument>> => {
  const found = await finding
  return 'key' in found ? ok(readContent(library.db, found.key, found.summary)) : found
}

const workOn = (library: LibraryContext, filingId: FilingId): ReturnType<FilingReader['work']> => {
  checkWorkOf(library, filingId)
  const filing = getFiling(library.db, filingId)
  const replies = listReplies(library.db, filingId)
  return filing
    ? ok({ ...workWithCarried(library.db, filing), ...(replies.length > 0 ? { replies } : {}),
      decisions: decisionsInOrder(listDecisions(library.db, filingId)) })
    : notFound()
}

/** The reader of a library. */
export const createFilingReader = (library: LibraryContext): FilingReader => {
  const { find, ahead, close } = createDocumentFinder(library)
  let cached: CachedText | null = null
  const textOf = async (filing: FilingSummary): Promise<Result<string>> => {
    if (cached?.filingId === filing.id) return ok(cached.text)
    const read = await library.analysis.read(library.newId(), library.sources.pathOf(filing.sha256), filing.encoding)
    const again = !read.ok && read.failure.code === 'source-damaged'
    const mended = again && await mendSource(library, filing)
    if (again) tellSource(library, filing, mended)
    if (mended) return textOf(filing)
    if (read.ok) cached = { filingId: filing.id, text: read.value }
    return read.ok ? read : { ok: false, failure: { ...read.failure, file: filing.fileName } }
  }
  return {
    open: (filingId) => openFiling(library, filingId),
    document: (filingId, sequence) => contentOf(library, find(filingId, sequence)),
    documentPieces: (filingId, sequence) => {
      noteDocumentOpening(library, filingId, sequence)
      return inPieces(find(filingId, sequence), (stored) => piecesOfStored(library, stored), piecesOf)
    },
    factPieces: (filingId, sequence) =>
      inPieces(find(filingId, sequence), (stored) => readFactPieces(library.db, stored.key), factPiecesOf),
    readAhead: ahead,
    check: async (filingId, sequence) => {
      if (getDocument(library.db, filingId, sequence)?.summary.parsed !== true) return ok(null)
      const found = await find(filingId, sequence, true)
      return 'key' in found || found.ok ? ok(null) : found
    },
    work: (filingId) => workOn(library, filingId),
    source: async (filingId, range) => {
      const filing = getFiling(library.db, filingId)
      if (!filing) return notFound()
      const text = await textOf(filing)
      return text.ok ? ok(text.value.slice(range.start, range.end)) : text
    },
    leave: (filingId, sequence, position) => {
      if (!getDocument(library.db, filingId, sequence)) return notFound()
      putReadingPosition(library.db, filingId, { sequence, position }, library.clock())
      return ok(null)
    },
    trash: (filingId) => trashFilings(library, [filingId], true),
    restore: (filingId) => trashFilings(library, [filingId], false),
    forget: (filingId) => {
      if (cached?.filingId === filingId) cached = null
    },
    close
  }
}
