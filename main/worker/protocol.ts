import type { EmbeddedFile } from '#contract/embedded'
import type { DeliveredDocument, DocumentEntry, Encoding, FileFormat, Submission, Warning } from '#contract/filing'
import type { WorkProgress } from '#contract/library'
import type { Result } from '#contract/result'
import type { PackedText } from '../domain/anchor/packed-text'
import type { FoundPlace, SoughtWords } from '../domain/anchor/seek-places'
import type { PackedDocument } from '../domain/compare/packed-document'

/** What a thread is started with for work that nobody waits for: it yields to all others. */
export const BACKGROUND = 'background'

/** Which document of a file to analyse: by its sequence, or the first that can be read. */
export type WantedDocument = number | 'first'

/** One piece of work for the analysis: the file at `path`, decoded as `encoding` where the reader chose one. */
export interface AnalysisRequest {
  readonly job: string
  readonly path: string
  readonly encoding: Encoding | null
  readonly sequence: WantedDocument
  /** The size of the file where it is known: large files are not analysed side by side. */
  readonly bytes?: number
  /** Whether nobody waits for the answer: everything else goes first. */
  readonly background?: boolean
  /** Whether other documents of the same file are to be asked for next, so that it is decoded once. */
  readonly more?: boolean
}

/** What a file proved to be, with the content of the document that was asked for (null where none can be read). */
export interface AnalysisAnswer {
  readonly format: FileFormat
  readonly encoding: Encoding | null
  /** SHA-256 of the decoded text in UTF-8; of the bytes where they were never decoded. Lower-case hexadecimal. */
  readonly textSha256: string
  readonly submission: Submission | null
  readonly documents: readonly DocumentEntry[]
  readonly warnings: readonly Warning[]
  readonly document: DeliveredDocument | null
  /** The prints of the document's sentences, in their order; absent where it has none. */
  readonly prints?: Float64Array
  readonly parserVersion: number
  readonly detectorVersion: number
}

/** Two documents to compare, each packed with no more than a comparison takes. */
export interface ComparisonRequest {
  readonly job: string
  readonly left: PackedDocument
  readonly right: PackedDocument
}

/** Words of annotations to look for in another text than the one they were made on; `origin` is that one. */
export interface AnchorRequest {
  readonly job: string
  readonly target: PackedText
  readonly origin: PackedText | null
  readonly sought: readonly SoughtWords[]
}

/** Which files that stand encoded in the file at `path` to open. */
export interface EmbeddedRequest {
  readonly job: string
  readonly path: string
  readonly encoding: Encoding | null
  /** The sequence of the first document that is wanted, with others behind it while there is room; null for all there are. */
  readonly from: number | null
  /** How many bytes the files behind the first may have together; what does not fit comes without its bytes, or not at all. */
  readonly room: number
}

/** One such file; `bytes` is null where they were not asked for or cannot be used. */
export interface EmbeddedAnswer {
  readonly file: EmbeddedFile
  readonly bytes: Uint8Array | null
}

/** The stages of an analysis, in their order. */
export type AnalysisStage = Extract<WorkProgress['stage'], 'reading' | 'decoding' | 'parsing' | 'segmenting' | 'detecting'>

/** What is sent to the thread. A `pull` asks for the next part of an answer, so that the asker decides when it takes one in. */
export type ThreadRequest =
  | { readonly kind: 'analyse'; readonly request: AnalysisRequest }
  | { readonly kind: 'read'; readonly job: string; readonly path: string; readonly encoding: Encoding | null }
  | { readonly kind: 'embedded'; readonly request: EmbeddedRequest }
  | { readonly kind: 'compare'; readonly request: ComparisonRequest }
  | { readonly kind: 'anchor'; readonly request: AnchorRequest }
  | { readonly kind: 'pull'; readonly job: string }

/** Some members of one list of an analysed document, in order: a JSON array in UTF-8, which is handed over and not copied. */
export interface AnswerPart {
  readonly list: string
  readonly count: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What the thread sends back: stages while it works, the long lists part by part, then one answer. `done` and `total` are bytes. */
export type ThreadMessage =
  | { readonly kind: 'stage'; readonly job: string; readonly stage: AnalysisStage; readonly done: number; readonly total: number }
  | { readonly kind: 'part'; readonly job: string; readonly part: AnswerPart }
  | { readonly kind: 'places'; readonly job: string; readonly places: readonly FoundPlace[] }
  | { readonly kind: 'analysed'; readonly job: string; readonly result: Result<AnalysisAnswer> }
  /** How much of a comparison is done, in steps of its own. */
  | { readonly kind: 'comparing'; readonly job: string; readonly done: number; readonly total: number }
  /** A `Comparison` as JSON: one text is handed on in a fraction of the time that its objects take. */
  | { readonly kind: 'compared'; readonly job: string; readonly result: Result<string> }
  /** How many annotations were looked for. */
  | { readonly kind: 'anchoring'; readonly job: string; readonly done: number; readonly total: number }
  | { readonly kind: 'anchored'; readonly job: string; readonly result: Result<null> }
  | { readonly kind: 'text'; readonly job: string; readonly result: Result<string> }
  | { readonly kind: 'embedded'; readonly job: string; readonly result: Result<readonly EmbeddedAnswer[]> }
