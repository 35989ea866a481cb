import type { NodeId } from './ids'
import type { FigureMention } from './figure'
import type { Finding, ForwardLooking, SafeHarbor } from './finding'
import type { TextMap, TextRange } from './range'

/** What a file proved to be, judged by its content and never by its name. */
export type FileFormat = 'submission' | 'html' | 'text' | 'pdf' | 'image' | 'binary'

/** The encoding a file was decoded with, once, at import. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** What is known of the file itself. `bytes` is its size in bytes, `sha256` the lower-case hexadecimal hash of them. */
export interface FileFacts {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Null where the body was never decoded as text (an image, a PDF, a binary). */
  readonly encoding: Encoding | null
  readonly format: FileFormat
}

/** One filer named by a submission header. */
export interface Filer {
  readonly name: string
  readonly cik: string | null
  readonly sic: string | null
  readonly tickers: readonly string[]
}

/** One line of the submission header, kept as it stands; `depth` is its level of nesting. */
export interface HeaderField {
  readonly name: string
  readonly value: string
  readonly depth: number
  readonly range: TextRange
}

/** The header of a full-submission text file. Dates are ISO 8601 (`2006-09-27`). */
export interface Submission {
  readonly accession: string | null
  readonly form: string | null
  readonly filedAt: string | null
  readonly periodEnd: string | null
  readonly filers: readonly Filer[]
  readonly items: readonly string[]
  /** The number of documents the header declares; the shown number may differ by one in complete files. */
  readonly declaredDocuments: number | null
  readonly header: readonly HeaderField[]
  readonly headerRange: TextRange
}

/** How the body of one document is read. */
export type DocumentFormat = 'html' | 'text' | 'xml' | 'binary'

/**
 * One document of a file, before it is parsed: the lazy range that a submission with a hundred exhibits lists at once.
 * `range` is the content between `<TEXT>` and `</TEXT>`, or the whole file where there is no container.
 */
export interface DocumentEntry {
  readonly sequence: number
  readonly type: string | null
  readonly filename: string | null
  readonly description: string | null
  readonly format: DocumentFormat
  readonly range: TextRange
}

/** The kinds of block, as an analyst would name them. */
export type BlockKind = 'wrapper' | 'exhibit-tag' | 'rule' | 'letterhead' | 'contact' | 'release-line' | 'title' | 'dateline' | 'paragraph'
  | 'quote' | 'heading' | 'list' | 'list-item' | 'table' | 'caption' | 'footnote' | 'signature' | 'page-break' | 'page-header'
  | 'page-footer' | 'artifact' | 'end-mark' | 'footer-code' | 'image' | 'attachment'

/** How one run inside a block is set. */
export type InlineStyle = 'bold' | 'italic' | 'underline' | 'strike' | 'superscript' | 'subscript' | 'link'

/** A run of a block's shown text with a style. `href` is the address of an inert link, `target` a block of the same document. */
export interface InlineRun {
  readonly start: number
  readonly end: number
  readonly style: InlineStyle
  readonly href?: string
  readonly target?: NodeId
}

/** One cell of a table; `start` and `end` are offsets into the block's shown text. */
export interface TableCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly start: number
  readonly end: number
  readonly align: 'left' | 'right' | 'center'
  readonly header: boolean
  /** How far a label is set in, in steps; absent where it is not. */
  readonly indent?: number
  /** A line drawn under the cell, as under the addends of a sum or under a total. */
  readonly rule?: 'single' | 'double'
}

/** The shape of a table block. */
export interface Table {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly TableCell[]
  /** True for a text in columns whose columns are told with certainty: every word of it but drawn lines stands in a cell. */
  readonly certain?: true
}

/** Text that is shown exactly as it stands in the source, line ends and columns kept, with its own map to the source. */
export interface Verbatim {
  readonly text: string
  readonly map: TextMap
}

/**
 * One block of a document. `text` holds source characters only: entities and C1 code points decoded, white space collapsed,
 * cells joined by a space. `map` leads from `text` back to the source. `why` says in a sentence how its kind was decided.
 */
export interface Block {
  readonly id: NodeId
  readonly kind: BlockKind
  readonly ranges: readonly TextRange[]
  readonly text: string
  readonly map: TextMap
  readonly why: string
  readonly attrs?: Readonly<Record<string, string>>
  /** Level of a heading, 1 the highest. */
  readonly level?: number
  readonly align?: 'left' | 'right' | 'center'
  readonly runs?: readonly InlineRun[]
  /** Offsets of the spaces in `text` where the source ends a line for a reason (an address, a title, a `<br>`), ascending. */
  readonly breaks?: readonly number[]
  readonly table?: Table
  readonly verbatim?: Verbatim
}

/** What a section is. Numbered kinds such as `finding-1` and `quote-2` carry their ordinal. */
export type SectionKind = string

/** A section of a document; ranges nest by `level`, 1 the highest. */
export interface Section {
  readonly id: NodeId
  readonly kind: SectionKind
  readonly title: string
  readonly level: number
  readonly part: string | null
  readonly item: string | null
  readonly range: TextRange
}

/** What a sentence does in its release. */
export type SentenceRole = 'fact' | 'quotation' | 'boilerplate' | 'definition' | 'logistics' | 'third-party'

/**
 * One sentence of running prose. `start` and `end` are source offsets; `ranges` is present where page furniture or hidden
 * text cuts the sentence. `speaker` is the person quoted, with title, as the source words it.
 */
export interface Sentence {
  readonly id: NodeId
  readonly block: NodeId
  readonly start: number
  readonly end: number
  readonly ranges?: readonly TextRange[]
  readonly text: string
  readonly section: NodeId | null
  readonly speaker: string | null
  readonly role?: SentenceRole
}

/** An inline XBRL fact, kept as data. `range` is where its value is shown. */
export interface Fact {
  readonly id: NodeId
  readonly concept: string
  readonly context: string
  readonly entity: string | null
  readonly period: string | null
  readonly dimensions: readonly string[]
  readonly unit: string | null
  readonly decimals: string | null
  readonly value: string
  readonly hidden: boolean
  readonly range: TextRange
}

/** One document, parsed, segmented and read for findings. */
export interface FilingDocument extends DocumentEntry {
  /** Source that a reader is not shown: hidden text, `ix:header`, scripts, styles. */
  readonly hidden: readonly TextRange[]
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly sentences: readonly Sentence[]
  readonly facts: readonly Fact[]
  readonly findings: readonly Finding[]
  readonly forwardLooking: readonly ForwardLooking[]
  readonly safeHarbor: SafeHarbor | null
  readonly figures: readonly FigureMention[]
}

/** A long list that need not be in memory as a whole: what is gone through is made on the way, and let go of behind it. */
export interface Members<T> extends Iterable<T> {
  readonly length: number
  /** The members from `from` to before `to`, as of an array. */
  readonly slice: (from: number, to?: number) => readonly T[]
  /** All of them as JSON, an array of some members after the other, where they are kept so. */
  readonly pieces?: () => Iterable<string>
}

/** A document as it is handed on from where it was analysed; a `FilingDocument` is one too. */
export type DeliveredDocument = {
  readonly [K in keyof FilingDocument]: FilingDocument[K] extends readonly (infer T)[] ? Members<T> : FilingDocument[K]
}

/** The codes of the warnings a file can carry. */
export type WarningCode = 'truncated' | 'server-error-page' | 'archive-page' | 'document-count' | 'encoding-guessed' | 'control-characters'
  | 'bidi-controls' | 'nesting-capped' | 'binary-body' | 'images-only' | 'empty-document' | 'hidden-text' | 'text-not-shown' | 'attachment'
  | 'pem-wrapper' | 'figure-differs'

/** Something the reader should know about the file, with the place where it shows. */
export interface Warning {
  readonly code: WarningCode
  readonly message: string
  readonly range?: TextRange
}

/** The whole analysis of one file: the public `inspect` format, schema 1. */
export interface FilingAnalysis {
  readonly schema: 1
  readonly file: FileFacts
  readonly submission: Submission | null
  readonly documents: readonly FilingDocument[]
  readonly warnings: readonly Warning[]
}
