import type { FilingDocument } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { FilingWork, OpenFiling } from '#contract/library'
import type { TextRange } from '#contract/range'
import type { Result } from '#contract/result'
import type { ReadDocumentAhead } from './import/read-ahead'

/** The reading of filings that are in the library. */
export interface FilingReader {
  readonly open: (filingId: FilingId) => Result<OpenFiling>
  /** The content of one document; analysed and stored first where it never was. */
  readonly document: (filingId: FilingId, sequence: number) => Promise<Result<FilingDocument>>
  /** The same without its facts, in pieces of JSON (`DocumentPiece`): what is stored is passed on without being taken apart. */
  readonly documentPieces: (filingId: FilingId, sequence: number) => Promise<Result<readonly Uint8Array[]>>
  /** The inline XBRL facts of a document, in pieces of JSON (`FactsPiece`). */
  readonly factPieces: (filingId: FilingId, sequence: number) => Promise<Result<readonly Uint8Array[]>>
  readonly readAhead: ReadDocumentAhead
  /** Checks the stored content of a document, where it has one, and mends it from the kept file; a failure where that cannot be. */
  readonly check: (filingId: FilingId, sequence: number) => Promise<Result<null>>
  readonly work: (filingId: FilingId) => Result<FilingWork>
  /** The decoded source between two offsets. */
  readonly source: (filingId: FilingId, range: TextRange) => Promise<Result<string>>
  readonly leave: (filingId: FilingId, sequence: number, position: number) => Result<null>
  readonly trash: (filingId: FilingId) => Result<null>
  readonly restore: (filingId: FilingId) => Result<null>
  /** Forgets cached text of a filing: it was decoded anew. */
  readonly forget: (filingId: FilingId) => void
  /** Waits until no document is being stored any more. */
  readonly close: () => Promise<void>
}
