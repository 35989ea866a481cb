import type { DecisionVerdict } from './annotation'
import type { FilingId, NoteId, TagId } from './ids'
import type { NoteStatus, NoteWords } from './note'
import type { Reply } from './person'

/** What the work can be written as. */
export type ExportFormat = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'markdown' | 'html' | 'json' | 'w3c' | 'qdpx' | 'pack'

/** One kind of thing that an export may hold. */
export type ExportedKind = 'marks' | 'notes' | 'decisions' | 'reviews'

/** Which part of the work is meant: filings, and of what was made of them only what fits. An absent or null filter lets everything through. */
export interface WorkScope {
  readonly filingIds: readonly FilingId[]
  /** Marks that carry one of these tags, and the notes on them. */
  readonly tags?: readonly TagId[] | null
  /** Notes that stand so in the question loop. */
  readonly statuses?: readonly NoteStatus[] | null
  /** Marks and notes in a section one of whose titles, from the outermost in, is this. */
  readonly section?: string | null
  readonly kinds?: readonly ExportedKind[] | null
  readonly decisions?: readonly DecisionVerdict[] | null
  /** People whose marks, notes, decisions and reviews are meant. */
  readonly authors?: readonly string[] | null
  /** What the rules suggest: all of it, what the analyst accepted, or nothing. */
  readonly suggestions: 'all' | 'accepted' | 'none'
}

/** Whether a format can be written here, and what it loses. */
export type WrittenFormat = Exclude<ExportFormat, 'pdf' | 'pack'>

/** How much of each kind a scope holds. */
export interface ScopeCounts {
  readonly filings: number
  readonly marks: number
  readonly notes: number
  readonly questions: number
  readonly decisions: number
  readonly reviews: number
}

/** What a scope holds, and what of its filings its filter leaves out. */
export interface ScopeTally {
  readonly kept: ScopeCounts
  readonly leftOut: ScopeCounts
}

/** What an export wrote: the file, or the folder it made; `bytes` are of all files together. */
export interface WrittenExport {
  readonly path: string
  readonly files: number
  readonly bytes: number
}

/** The four outcomes of an item of an import; there is no fifth. */
export type ImportOutcomeKind = 'imported' | 'orphaned' | 'duplicate' | 'quarantined'

/** How many items a file holds and what becomes of them: `read` is the sum of the others. */
export interface ImportCounts {
  readonly read: number
  readonly imported: number
  readonly orphaned: number
  readonly duplicate: number
  readonly quarantined: number
}

/** One item of a file and what would become of it. Texts are cut for reading. */
export interface ImportItem {
  /** Where in the file it stands: `item 3`. */
  readonly place: string
  readonly outcome: ImportOutcomeKind
  readonly reason: string
  readonly quote: string | null
  readonly note: string | null
  readonly author: string | null
  readonly filingTitle: string | null
  /** Whether it is taken in unless the reader says otherwise. False for what is known already, and for what is not certain. */
  readonly ticked: boolean
}

/** What a file holds, before anything of it is stored. `token` is what taking it in names it by; a later reading makes it void. */
export interface ImportReport {
  readonly token: string
  readonly fileName: string
  readonly format: 'redwell-json' | 'redwell-csv' | 'w3c' | 'hypothesis' | 'readwise' | 'zotero' | 'word' | 'refi-qda' | 'pack'
  readonly counts: ImportCounts
  readonly items: readonly ImportItem[]
  /** What is told of the file besides, a sentence each. */
  readonly remarks: readonly string[]
}

/** An item of an import that waits: it was not understood, or its filing was not in the library. Texts are cut for reading. */
export interface SetAside {
  readonly id: string
  /** The file it came in, what that proved to be, and where in it the item stood. */
  readonly fileName: string
  readonly format: ImportReport['format'] | null
  readonly place: string
  readonly reason: string
  readonly remedy: string
  readonly quote: string | null
  readonly note: string | null
  readonly author: string | null
  /** What the item says of its filing: a file name, a title or an address; null where it says nothing. */
  readonly about: string | null
  /** As it came. */
  readonly raw: string
  /** When it was set aside, ISO 8601 in UTC. */
  readonly putAt: string
  /** Whether enough was understood of it that it can be tried again. */
  readonly canTry: boolean
}

/** What became of items that were tried again. */
export interface TriedAgain {
  readonly imported: number
  readonly orphaned: number
  readonly duplicate: number
  /** What still waits. */
  readonly waiting: number
}

/** Calls on work that leaves and comes in. */
export interface ExchangeCalls {
  /** Counts what a scope holds, without reading any text. */
  'exchange.count': { args: { readonly scope: WorkScope }; value: ScopeTally }
  /** Shows the save dialog where `path` is null, then writes whole or not at all; null where it was cancelled. A format of several files makes a folder. */
  'exchange.export': {
    args: { readonly scope: WorkScope; readonly format: WrittenFormat; readonly wholeText: boolean; readonly path: string | null }
    value: WrittenExport | null
  }
  /** Reads a file, a text that was pasted, or where both are null a file that the reader chooses, and stores nothing; null where that was cancelled. */
  'exchange.read': { args: { readonly path: string | null; readonly text: string | null }; value: ImportReport | null }
  /** Stores what was read last, as one step of the history, but for the items at these places of the report. Answers what was stored. */
  'exchange.takeIn': { args: { readonly token: string; readonly leftOut: readonly number[] }; value: ImportCounts }
  /** Stops what is being written or read. */
  'exchange.cancel': { args: null; value: null }
  /** What imports set aside, the newest first. */
  'exchange.setAside': { args: null; value: readonly SetAside[] }
  /** Looks again for the filings and the words of items that wait, and stores what is found as one step of the history. */
  'exchange.tryAgain': { args: { readonly ids: readonly string[] }; value: TriedAgain }
  /** Lets items that wait go, as one step of the history. */
  'exchange.dismiss': { args: { readonly ids: readonly string[] }; value: null }
  /** Answers a note, one's own or somebody else's, beside it. */
  'reply.add': { args: { readonly noteId: NoteId; readonly words: NoteWords }; value: Reply }
  /** Writes one's own answer anew; that of somebody else is not written over. */
  'reply.save': { args: { readonly id: string; readonly words: NoteWords }; value: Reply }
  'reply.remove': { args: { readonly id: string }; value: null }
  /** Makes a note of somebody else's one's own; of a highlight makes one's own beside it, on the same words. Answers its filing. */
  'exchange.makeMine': { args: { readonly kind: 'annotation' | 'note'; readonly id: string }; value: FilingId }
}

/** The names of the calls on work that leaves and comes in. */
export const EXCHANGE_CALLS = {
  'exchange.count': 0,
  'exchange.export': 0,
  'exchange.read': 0,
  'exchange.takeIn': 0,
  'exchange.cancel': 0,
  'exchange.setAside': 0,
  'exchange.tryAgain': 0,
  'exchange.dismiss': 0,
  'reply.add': 0,
  'reply.save': 0,
  'reply.remove': 0,
  'exchange.makeMine': 0
} satisfies Record<keyof ExchangeCalls, 0>
