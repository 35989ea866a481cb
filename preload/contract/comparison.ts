import type { Block, Section } from './filing'
import type { AnnotationId, FilingId, NodeId } from './ids'
import type { TextRange } from './range'

/** One document of a filing, as one side of a comparison. */
export interface ComparedDocument {
  readonly filingId: FilingId
  readonly sequence: number
}

/**
 * What became of a passage from the left document to the right one. A changed passage has one kind, the gravest: a number before
 * a word of direction, denial or certainty, before any other word. `moved` is kept for words that are the same elsewhere.
 */
export type ChangeKind = 'same' | 'number-changed' | 'polarity-changed' | 'reworded' | 'moved' | 'added' | 'removed'

/**
 * A run of words of a changed passage: in both, only in the left (`delete`) or only in the right (`insert`). Words of both are
 * told as the right sets them; `left` holds the left's own setting where white space, quotation marks or capitals differ.
 */
export interface WordRun {
  readonly op: 'same' | 'insert' | 'delete'
  readonly text: string
  readonly left?: string
}

/** A passage of one side: its words as they are shown, and where they stand in the source. */
export interface ComparedPassage {
  readonly text: string
  readonly range: TextRange
}

/** One cell of a changed row of a table; the empty string where a side has no such cell. */
export interface ComparedCell {
  readonly left: string
  readonly right: string
  readonly kind: ChangeKind
  /** The words of a changed cell that holds running text. */
  readonly words?: readonly WordRun[]
}

/** What is compared as one: a sentence of prose, another block (a heading, an entry of a list), or a row of a table. */
export type PassageUnit = 'sentence' | 'block' | 'row'

/** One line of a comparison. A side is null where it has no such passage; `words` is empty where nothing was changed inside. */
export interface ComparisonRow {
  readonly kind: ChangeKind
  readonly unit: PassageUnit
  readonly left: ComparedPassage | null
  readonly right: ComparedPassage | null
  readonly words: readonly WordRun[]
  /** True where the passage stands at another place among its neighbours; it may have been changed as well. */
  readonly moved: boolean
  /** The cells of a row of a table; absent where both sides say the same in cells that are parted otherwise. */
  readonly cells?: readonly ComparedCell[]
}

/** Items of a safe harbor that were added, removed or reworded, and those that stayed; ordered as in the right document. */
export interface ComparedItem {
  readonly list: 'word' | 'subject' | 'risk-factor'
  readonly kind: ChangeKind
  readonly left: ComparedPassage | null
  readonly right: ComparedPassage | null
  readonly words: readonly WordRun[]
}

/** One risk factor of item 1A: its headings, what became of it by the gravest of its changes, and how many of its passages were changed. */
export interface ComparedFactor {
  readonly kind: ChangeKind
  readonly left: ComparedPassage | null
  readonly right: ComparedPassage | null
  /** The words of the heading, where that was changed. */
  readonly words: readonly WordRun[]
  readonly moved: boolean
  readonly changes: number
  /** The first row of its text, by its place among the rows of the comparison. */
  readonly row: number
}

/** One figure of both documents, joined by what it measures and for which period. */
export interface ComparedFigure {
  readonly measure: string
  readonly period: string | null
  readonly unit: string | null
  readonly kind: ChangeKind
  readonly left: ComparedPassage | null
  readonly right: ComparedPassage | null
  /** What both come to, scale words applied, in the unit; absent where only one side tells it. */
  readonly values?: { readonly left: number; readonly right: number }
}

/** How many passages became what, and how many sentences, blocks and rows each side has. */
export interface ComparisonCounts {
  readonly kinds: Readonly<Record<ChangeKind, number>>
  readonly left: number
  readonly right: number
}

/** Two documents, passage by passage in the order of the right one, what is only in the left at the place where it stood. */
export interface Comparison {
  readonly rows: readonly ComparisonRow[]
  readonly items: readonly ComparedItem[]
  readonly factors: readonly ComparedFactor[]
  readonly figures: readonly ComparedFigure[]
  readonly counts: ComparisonCounts
}

/** A sentence that an earlier filing of the same company in the library has too, and the first such filing by its date. */
export interface SeenSentence {
  /** The sentence's range in the source of the document that is read. */
  readonly range: TextRange
  readonly first: SentencePlace
  /** In how many earlier filings it stands. */
  readonly times: number
}

/** What is known of the sentences of a document: those seen before, and how many earlier filings were looked through. */
export interface SeenSentences {
  readonly seen: readonly SeenSentence[]
  readonly sentences: number
  readonly filings: number
}

/** Where a sentence stands: the filing with its date (that of the filing, else of the import), the document and the range. */
export interface SentencePlace {
  readonly filingId: FilingId
  readonly title: string
  readonly form: string | null
  readonly exhibit: string | null
  readonly date: string
  readonly sequence: number
  readonly range: TextRange
}

/**
 * A highlight on another copy of a document, with the notes on it, and where the very same words stand here: found as those of an
 * older version are, and null where they are not to be told for certain.
 */
export interface CopyMark {
  readonly id: AnnotationId
  readonly exact: string
  readonly notes: readonly string[]
  readonly here: TextRange | null
  readonly there: TextRange
}

/** Another copy of a document: the same exhibit saved alone, or inside its submission, with what the analyst marked there. */
export interface DocumentCopy {
  readonly filingId: FilingId
  readonly sequence: number
  readonly title: string
  readonly fileName: string
  readonly marks: readonly CopyMark[]
}

/** One measure as one filing tells it, for the last period of its length there. */
export interface SeriesPoint extends SentencePlace {
  readonly period: string
  /** The last day of the period, `YYYY-MM-DD`. */
  readonly end: string
  /** In the unit of the series, scale words applied. */
  readonly value: number
  /** The number as the filing sets it. */
  readonly text: string
}

/** One measure over the filings of a company, the oldest period first. */
export interface MeasureSeries {
  readonly measure: string
  readonly unit: string | null
  /** The length of the periods in months, 0 for days; null where the words do not tell. */
  readonly months: number | null
  readonly points: readonly SeriesPoint[]
  /** In how many filings of the company it was looked for. */
  readonly filings: number
}

/** What it takes to mark words of one range of a document: its blocks with those that stand beside them, and the sections that hold its start. */
export interface PassageSource {
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** Calls on comparisons. */
export interface CompareCalls {
  /** Writes the redline as a PDF; shows the save dialog where `path` is null, and answers null where that was cancelled. */
  'compare.export': {
    args: { readonly left: ComparedDocument; readonly right: ComparedDocument; readonly path: string | null; readonly overwrite: boolean }
    value: { readonly path: string; readonly pages: number } | null
  }
  /** Has the thread that compares ready by the time a second filing is chosen: its start takes as long as the comparison of two releases. */
  'compare.prepare': { args: null; value: null }
  /** The blocks that a range of a document touches, with at least as much text on either side as a quote takes for its context. */
  'compare.blocks': { args: ComparedDocument & { readonly range: TextRange }; value: PassageSource }
  /** The sentences of a document that the company's earlier filings in the library have too. */
  'compare.seen': { args: ComparedDocument; value: SeenSentences }
  /** Every place of the library with the sentence that holds or follows an offset of a document, that place itself left out; newest first. */
  'compare.also': { args: ComparedDocument & { readonly at: number };
    value: { readonly sentence: TextRange; readonly places: readonly SentencePlace[] } | null }
  /** The measure of a figure of a document over all filings of the company that were read; null where the figure has no measure or period. */
  'compare.series': { args: ComparedDocument & { readonly figure: NodeId }; value: MeasureSeries | null }
  /**
   * The other copies of a document in the library, those of trashed filings left out. With `marked` only those that the analyst marked
   * something in, which are told without reading a filing that nobody opened yet.
   */
  'compare.copies': { args: ComparedDocument & { readonly marked: boolean }; value: readonly DocumentCopy[] }
}

/** The names of the calls on comparisons. */
export const COMPARE_CALLS = { 'compare.export': 0, 'compare.prepare': 0, 'compare.blocks': 0, 'compare.seen': 0, 'compare.also': 0,
  'compare.series': 0, 'compare.copies': 0 } satisfies Record<keyof CompareCalls, 0>
