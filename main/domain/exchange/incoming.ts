/** What an import reads, whatever the format: items, each with what it says of itself. Plain data, nothing of it believed yet. */
import type { QuoteSelector } from '#contract/annotation'
import type { NoteStatus } from '#contract/note'
import type { TextRange } from '#contract/range'

/** What a file says of the filing that an item is about; whatever it says is a hint, and each may be missing. */
export interface FilingHint {
  readonly sha256: string | null
  readonly textSha256: string | null
  readonly accession: string | null
  readonly fileName: string | null
  readonly uri: string | null
  /** The title of the whole, as the other tool shows it. */
  readonly title: string | null
}

/** Who made an item: a name, and what the person is called in the system it came from. */
export interface IncomingPerson {
  readonly name: string
  /** The library that the person works in, of our own formats. */
  readonly libraryId: string | null
}

/** The words of a note, an answer or a comment, with what is told of it. */
export interface IncomingNote {
  /** What it is called where it came from; null where it has no name of its own. */
  readonly name: string | null
  readonly author: IncomingPerson | null
  /** The editor's state of our own formats; null where there is only text. */
  readonly body: string | null
  readonly text: string
  readonly status: NoteStatus
  readonly owner: string | null
  readonly dueAt: string | null
  readonly createdAt: string | null
  readonly modifiedAt: string | null
}

/**
 * What an item is about: words, a section, the filing itself, a note that is answered, or a question that is to be closed. `to` are names of
 * things in the file or here. An answer that `answers` settles an open question.
 */
export type IncomingTarget =
  | { readonly kind: 'words'; readonly quote: QuoteSelector; readonly at: TextRange | null; readonly source: TextRange | null }
  | { readonly kind: 'section'; readonly title: string }
  | { readonly kind: 'filing' }
  | { readonly kind: 'reply'; readonly to: readonly string[]; readonly answers?: boolean }
  | { readonly kind: 'close'; readonly to: readonly string[] }

/** One item of a file that could be understood. */
export interface IncomingItem {
  readonly kind: 'item'
  /** Where in the file it stands, in the reader's words: `item 3`. */
  readonly place: string
  /** The item as it came, as text. */
  readonly raw: string
  readonly system: string
  readonly name: string | null
  readonly filing: FilingHint
  readonly target: IncomingTarget
  readonly author: IncomingPerson | null
  readonly tags: readonly string[]
  readonly sectionPath: readonly string[]
  readonly notes: readonly IncomingNote[]
  readonly createdAt: string | null
  readonly modifiedAt: string | null
  /** Why it is taken in only where the reader says so; absent where it is taken in unless the reader says otherwise. */
  readonly waits?: string
}

/** One that could not be, with why. */
export interface MalformedItem {
  readonly kind: 'malformed'
  readonly place: string
  readonly raw: string
  readonly reason: string
}

/** What a file proved to be. */
export type IncomingFormat = 'redwell-json' | 'redwell-csv' | 'w3c' | 'hypothesis' | 'readwise' | 'zotero' | 'word' | 'refi-qda'

/** All items of a file, in its order. */
export interface IncomingWork {
  readonly format: IncomingFormat
  readonly items: readonly (IncomingItem | MalformedItem)[]
  /** What the reader is told of the file besides, a sentence each; absent where there is nothing. */
  readonly remarks?: readonly string[]
}

/** Why a whole file is refused, and what to do. */
export interface RefusedWork {
  readonly refused: string
  readonly remedy: string
}

/** A filing of which nothing is said. */
export const NO_HINT: FilingHint = { sha256: null, textSha256: null, accession: null, fileName: null, uri: null, title: null }

/** The most that is kept of one item as it came, in code units: a page of text and more. */
export const LONGEST_RAW = 100_000

/** An item as text, for keeping. */
export const rawOf = (value: unknown): string => (JSON.stringify(value, null, 1) ?? String(value)).slice(0, LONGEST_RAW)
