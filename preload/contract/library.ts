import type { Annotation, Decision, Tag } from './annotation'
import type { DocumentEntry, Encoding, FileFormat, Submission, Warning } from './filing'
import type { RiskTag } from './finding'
import type { FilingDetails } from './filing-details'
import type { FilingId, FolderId, TagId } from './ids'
import type { Note } from './note'
import type { Person, Reply } from './person'
import type { TextRange } from './range'

/** Where a day was read that no header of the archive tells: in a fact of inline XBRL, on the cover, in the dateline, with the signatures, or in running text. */
export type DayOrigin = 'facts' | 'cover' | 'dateline' | 'signature' | 'text'

/** The days of a filing that are what it says of itself, each with where; those of its header are not listed. */
export interface DayOrigins {
  readonly filedAt?: DayOrigin
  readonly period?: DayOrigin
}

/** One filing of the library as a list shows it. Times are ISO 8601 in UTC, `bytes` the size of the original in bytes. */
export interface FilingSummary {
  readonly id: FilingId
  readonly fileName: string
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly accession: string | null
  readonly cik: string | null
  readonly filedAt: string | null
  readonly format: FileFormat
  readonly encoding: Encoding | null
  readonly bytes: number
  readonly sha256: string
  readonly textSha256: string
  readonly importedAt: string
  readonly openedAt: string | null
  readonly documents: number
  /** How many of its documents have not been read yet: their words are not found, and nothing of them is counted. Absent is 0. */
  readonly unread?: number
  readonly annotations: number
  readonly notes: number
  readonly openQuestions: number
  /** What there is to decide and what of it is decided, as `FilingProgress.suggestions` counts it. */
  readonly suggestions: number
  readonly decided: number
  /** When the filing was put in the trash, or null. */
  readonly trashedAt: string | null
  /** The end of the period it reports on, of a current report or a release the day it reports of; `YYYY-MM-DD`, or null. */
  readonly period: string | null
  /** The deal folders it stands in. */
  readonly folders: readonly FolderId[]
  /** The tags its annotations carry. */
  readonly tags: readonly TagId[]
  /** Whether the analyst wrote over what its header says. */
  readonly described: boolean
  /** Whether nothing is left to do on it, as `FilingProgress.finished`; absent where it was not worked out. */
  readonly finished?: boolean
  /** Where days were read that no header tells; absent where the header tells them all. */
  readonly origins?: DayOrigins
  /** What the header itself says, where the analyst wrote over it. */
  readonly header?: FilingDetails
}

/** A document of a filing as the exhibit switcher shows it; `parsed` is false until it was first chosen. */
export interface DocumentSummary extends DocumentEntry {
  readonly parsed: boolean
}

/** Everything the window needs to show a filing: which documents it has, and what the analyst made of it. */
export interface OpenFiling {
  readonly filing: FilingSummary
  readonly submission: Submission | null
  readonly documents: readonly DocumentSummary[]
  readonly warnings: readonly Warning[]
  /** The document that is shown first: the one read last, else the first that can be read. */
  readonly current: number
  /** Source offset of the first line on screen when the filing was last left, or null. */
  readonly position: number | null
}

/** What the analyst made of one filing. */
export interface FilingWork {
  readonly annotations: readonly Annotation[]
  readonly decisions: readonly Decision[]
  readonly notes: readonly Note[]
  /** Annotations that the analyst dismissed from this filing's list; they are in no other list of it. */
  readonly dismissed?: readonly Annotation[]
  /** Answers to its notes, the oldest first; absent where there are none. */
  readonly replies?: readonly Reply[]
}

/** How the import of one file ended. `already` is true where the same bytes were in the library. */
export interface ImportOutcome {
  readonly path: string
  readonly filingId: FilingId
  readonly already: boolean
}

/** The parts of a print in their order: the page is handed to the engine, its pages are laid out, marks become comments, the file is written. */
export type PrintPart = 'handing' | 'laying-out' | 'commenting' | 'saving'

/**
 * A stage of work on one file; `done` and `total` are bytes. A print also tells the part it is at: `done` and `total` are then of that part,
 * in code units of the page or in comments, and both 0 where nobody can tell; told without a part, a print has ended.
 */
export interface WorkProgress {
  readonly job: string
  readonly file: string
  readonly stage: 'reading' | 'decoding' | 'parsing' | 'segmenting' | 'detecting' | 'storing' | 'printing' | 'comparing' | 'anchoring'
    | 'writing' | 'matching'
  readonly part?: PrintPart
  readonly done: number
  readonly total: number
}

/** Where a search over the library found its words. `snippet` marks hits as ranges into itself. */
export interface SearchHit {
  readonly filingId: FilingId
  readonly sequence: number
  readonly source: 'text' | 'quote' | 'note' | 'filing'
  readonly snippet: string
  readonly marks: readonly TextRange[]
  /** The place in the source to scroll to, or null for a note on the whole filing. */
  readonly range: TextRange | null
  readonly noteId: string | null
}

/** The hits of one filing, best first. */
export interface SearchGroup {
  readonly filing: FilingSummary
  readonly hits: readonly SearchHit[]
  readonly total: number
}

/** The reader's settings. `fontSize` is in CSS pixels, `measure` in characters. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'sepia' | 'dark' | 'contrast'
  readonly fontSize: number
  readonly measure: number
  readonly lineHeight: number
  /** The face of running text, drawn with what the system has; serif where it is absent. `legible` sets wide letters far apart. */
  readonly font?: 'serif' | 'sans' | 'mono' | 'legible'
  readonly author: string
  /** How days are written: `31 Jan 2007` (also where it is absent) or `2007-01-31`. */
  readonly dates?: 'words' | 'iso'
  /** How passages are cited that are copied: for people where it is absent; as evidence with accession number, file, hash and offsets. */
  readonly citation?: 'people' | 'short' | 'bluebook' | 'accession' | 'evidence'
  /** Whether a decision by key goes on to the next suggestion that is undecided; it does where this is absent. */
  readonly goOn?: boolean
  /** Shortcuts the reader chose: the id of a command and the keys that give it, `Ctrl+Shift+F`, in place of those it came with. */
  readonly keys?: Readonly<Record<string, string>>
}

/** What stays the same in a library for all filings. */
export interface Workspace {
  readonly tags: readonly Tag[]
  readonly risks: readonly RiskTag[]
  /** Everybody whose work is in the library but the one who keeps it; absent where there is nobody else. */
  readonly people?: readonly Person[]
  readonly settings: Settings
  readonly dataFolder: string
  readonly appVersion: string
  readonly runtimeVersion: string
}

/** What an undo or redo did, for the line that reports it, and which filing to show it in. */
export interface UndoOutcome {
  readonly label: string
  readonly filingId: FilingId | null
}

/** What an export wrote. `pages` counts the PDF's pages. */
export interface ExportOutcome {
  readonly path: string
  readonly bytes: number
  readonly pages: number
  /** Why the notes are not comments of the PDF, where they were wanted as such; they are in its list as always. */
  readonly withoutComments?: string
}

export type { DocumentContent } from './document-wire'
