/**
 * The analyst's work as every export writes it and every import reads it: neutral, plain data, independent of the database and of any
 * format. Ranges are UTF-16 code units, end exclusive, into the text stream of a document unless they say otherwise; times are ISO 8601 in UTC.
 */
import type { AnchorVerdict, DecisionVerdict, SuggestionKind, TagColour, TagUnderline } from '#contract/annotation'
import type { ExportedKind } from '#contract/exchange'
import type { FigureMention } from '#contract/figure'
import type { Block, DocumentFormat, Encoding, FileFormat, Section } from '#contract/filing'
import type { Certainty, EvidenceRole, FindingFlag, FindingType, ForwardLookingClass, Polarity, RiskGroup } from '#contract/finding'
import type { AnnotationId, FilingId, NodeId, NoteId, RiskId, TagId } from '#contract/ids'
import type { NoteStatus } from '#contract/note'
import type { TextRange } from '#contract/range'
import type { HistoryHead } from '#contract/sealed-log'
import type { PlacementState } from '#contract/version'
import type { TextStream } from './text-stream'

/** Somebody whose work is in the library. `me` is true for the one who keeps it; a name is what was typed, and no proof. */
export interface WorkPerson {
  readonly id: string
  readonly name: string
  readonly me: boolean
  /** The library that the person works in; null where only a name is known. */
  readonly libraryId: string | null
}

/** A tag of marks. */
export interface WorkTag {
  readonly id: TagId
  readonly name: string
  readonly colour: TagColour
  readonly underline: TagUnderline
  readonly letter: string
}

/** A risk tag. */
export interface WorkRisk {
  readonly id: RiskId
  readonly label: string
  readonly group: RiskGroup | null
  readonly own: boolean
}

/** What a thing was called where it came from, so that it is known again. */
export interface ForeignName {
  /** The tool or library that gave the name, such as `hypothesis` or `redwell:<library id>`. */
  readonly system: string
  readonly id: string
}

/** Words of a filing: where they stand in the stream of a document, what they are, and where they come from. */
export interface WorkPassage {
  readonly sequence: number
  /** Into the stream of the document. */
  readonly range: TextRange
  /** The slice of the stream at `range`, always. */
  readonly exact: string
  /** Up to 64 code units of the stream before and behind. */
  readonly prefix: string
  readonly suffix: string
  /** Into the decoded text of the whole file, markup included. */
  readonly source: TextRange
  /** Into the bytes of the file; null where they were not asked for or cannot be told exactly. */
  readonly bytes: TextRange | null
  /** Titles of the sections from the outermost in. */
  readonly sectionPath: readonly string[]
}

/** The quote of a mark as it was kept when it was made. */
export interface KeptQuote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Where a mark stands in another version of its filing. */
export interface WorkPlacement {
  readonly filingId: FilingId
  readonly verdict: AnchorVerdict
  readonly state: PlacementState
  readonly quote: KeptQuote | null
  /** Into the decoded text of that filing. */
  readonly source: TextRange | null
  readonly modifiedAt: string
}

/** A highlight. `passage` is null where its words are not in the text any more: it then stands on nothing, and `kept` says what it was made on. */
export interface WorkMark {
  readonly id: AnnotationId
  /** The filing it was made in: another one where it was carried from an earlier version. */
  readonly madeIn: FilingId
  /** An id of `people`. */
  readonly author: string
  readonly tagId: TagId | null
  readonly passage: WorkPassage | null
  readonly kept: KeptQuote
  /** The source range that was kept with the quote, into the decoded text whose hash is `textSha256`. */
  readonly keptSource: TextRange
  readonly keptPath: readonly string[]
  readonly textSha256: string
  readonly parserVersion: number
  readonly verdict: AnchorVerdict
  readonly placements: readonly WorkPlacement[]
  readonly createdAt: string
  readonly modifiedAt: string
  readonly rev: number
  readonly foreign: readonly ForeignName[]
}

/** What a note is about. The heading of a section is null where it is not in the present text. */
export type WorkNoteTarget =
  | { readonly kind: 'annotation'; readonly annotationId: AnnotationId }
  | { readonly kind: 'section'; readonly sectionId: NodeId; readonly title: string; readonly heading: WorkPassage | null }
  | { readonly kind: 'filing' }

/** An answer to a note, under the name of who gave it. */
export interface WorkReply {
  readonly id: string
  readonly author: string
  /** As `WorkNote.body` and `text`. */
  readonly body: string
  readonly text: string
  readonly madeAt: string
  readonly foreign: readonly ForeignName[]
}

/** Words that a note had before. */
export interface WorkRevision {
  readonly rev: number
  readonly body: string
  readonly text: string
  readonly savedAt: string
}

/** A note. A question is a note whose `status` is not `none`; `question` is then its running number in the export, from 1. */
export interface WorkNote {
  readonly id: NoteId
  /** Eight Crockford-32 signs by which the note is known again when it comes back: `RW-` and these. */
  readonly token: string
  /** As `WorkMark.madeIn`. */
  readonly madeIn: FilingId
  readonly author: string
  readonly target: WorkNoteTarget
  /** The editor's state as JSON: read it with `readNoteBody`. */
  readonly body: string
  readonly text: string
  readonly status: NoteStatus
  readonly owner: string | null
  readonly dueAt: string | null
  readonly askedAt: string | null
  readonly answeredAt: string | null
  readonly question: number | null
  readonly replies: readonly WorkReply[]
  /** Earlier words, the oldest first; empty where they were not asked for. */
  readonly revisions: readonly WorkRevision[]
  readonly createdAt: string
  readonly modifiedAt: string
  readonly rev: number
  readonly foreign: readonly ForeignName[]
}

/** A judgement of a suggestion. `passage` is null where its words are not in the present text; `exact` are the words it was made on. */
export interface WorkDecision {
  readonly id: string
  readonly author: string
  readonly kind: SuggestionKind
  readonly node: NodeId | null
  readonly passage: WorkPassage | null
  readonly exact: string
  /** Into the decoded text of the file. */
  readonly source: TextRange
  readonly verdict: DecisionVerdict
  readonly risks: readonly RiskId[] | null
  readonly links: readonly { readonly exact: string; readonly source: TextRange }[] | null
  readonly span: { readonly exact: string; readonly source: TextRange } | null
  readonly decidedAt: string
  readonly rev: number
  readonly foreign: readonly ForeignName[]
}

/** A section that was marked as reviewed. */
export interface WorkReview {
  readonly id: string
  readonly author: string
  readonly sequence: number
  readonly section: NodeId | null
  readonly title: string
  /** Into the decoded text of the file. */
  readonly source: TextRange
  readonly reviewedAt: string
  readonly foreign: readonly ForeignName[]
}

/** One sentence behind a finding. */
export interface WorkEvidence {
  readonly passage: WorkPassage
  readonly role: EvidenceRole
  readonly polarity: Polarity
}

/** A finding that the rules suggest, with what was decided of it. */
export interface WorkFinding {
  readonly node: NodeId
  readonly type: FindingType
  readonly polarity: Polarity
  readonly claim: WorkPassage
  readonly subject: string | null
  readonly evidence: readonly WorkEvidence[]
  readonly flags: readonly FindingFlag[]
  readonly certainty: Certainty | null
  readonly why: string
  /** An id of `decisions`; null where it is undecided. */
  readonly decisionId: string | null
}

/** A forward-looking statement that the rules suggest, with what was decided of it. */
export interface WorkStatement {
  readonly node: NodeId
  readonly class: ForwardLookingClass
  readonly passage: WorkPassage
  readonly triggers: readonly string[]
  /** As the analyst corrected them, else as suggested. */
  readonly risks: readonly RiskId[]
  /** The cautions that cover it, as the analyst corrected them, else as suggested. */
  readonly coveredBy: readonly string[]
  readonly certainty: Certainty | null
  readonly why: string
  readonly decisionId: string | null
}

/** A number of the filing. `conflictsWith` names other figures of the same document that tell otherwise. */
export interface WorkFigure
  extends Pick<FigureMention, 'text' | 'value' | 'unit' | 'measure' | 'period' | 'direction' | 'place' | 'conflictsWith'> {
  readonly node: NodeId
  readonly passage: WorkPassage
  readonly isChange: boolean
  /** The concept of inline XBRL it stands on, or null. */
  readonly concept: string | null
}

/** One document of a filing: its text, its blocks with their tables, and what was found in it. */
export interface WorkText {
  readonly sequence: number
  readonly type: string | null
  readonly filename: string | null
  readonly description: string | null
  readonly format: DocumentFormat
  readonly stream: TextStream
  /** All blocks, those that are not in the stream too. Their `map` leads to the source. */
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly findings: readonly WorkFinding[]
  readonly statements: readonly WorkStatement[]
  readonly figures: readonly WorkFigure[]
}

/** One filing with what was made of it. Only documents that were read are among `texts`; `documents` counts all. */
export interface WorkFiling {
  readonly id: FilingId
  readonly fileName: string
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly accession: string | null
  readonly cik: string | null
  readonly filedAt: string | null
  readonly period: string | null
  readonly format: FileFormat
  readonly encoding: Encoding | null
  readonly bytes: number
  /** Lower-case hexadecimal SHA-256 of the file, and of its decoded text. */
  readonly sha256: string
  readonly textSha256: string
  readonly importedAt: string
  readonly documents: number
  readonly texts: readonly WorkText[]
  /** By place; those without a passage last. */
  readonly marks: readonly WorkMark[]
  /** By the place of what they are about; those on the filing last. */
  readonly notes: readonly WorkNote[]
  readonly decisions: readonly WorkDecision[]
  readonly reviews: readonly WorkReview[]
}

/** How much of each kind there is. */
export interface WorkCounts {
  readonly filings: number
  readonly marks: number
  readonly notes: number
  readonly questions: number
  readonly decisions: number
  readonly reviews: number
  readonly findings: number
  readonly statements: number
  readonly figures: number
}

/** What the scope of the export was, in words and as data. */
export interface WorkFilter {
  readonly tags: readonly string[] | null
  readonly statuses: readonly NoteStatus[] | null
  readonly section: string | null
  readonly kinds: readonly ExportedKind[] | null
  readonly decisions: readonly DecisionVerdict[] | null
  readonly authors: readonly string[] | null
  readonly suggestions: 'all' | 'accepted' | 'none'
}

/** All that an export writes. The same library and scope make the same document: there is no clock in it. */
export interface WorkDocument {
  readonly libraryId: string
  readonly appVersion: string
  /** When anything in it was last changed; the time of the newest filing's import where nothing was. */
  readonly asOf: string
  /** Where the sealed history stood at the last change of these filings; null where nothing of them was sealed. */
  readonly history: HistoryHead | null
  readonly filter: WorkFilter
  readonly counts: WorkCounts
  /** Things of these filings that the filter left out, so that no export is silent about them. */
  readonly leftOut: WorkCounts
  readonly people: readonly WorkPerson[]
  readonly tags: readonly WorkTag[]
  readonly risks: readonly WorkRisk[]
  readonly filings: readonly WorkFiling[]
}
