import type { ScopeTally, WorkScope, WrittenExport } from './exchange'

/** One filing of a pack: what leaves of it. */
export interface PackedFilingLook {
  readonly title: string
  readonly fileName: string
  readonly bytes: number
  /** Whether it was not chosen and comes along since it is linked to one that was, as a version or of one family. */
  readonly linked: boolean
}

/** A quotation, in a note that would leave, of a filing that does not. */
export interface OutsideQuotation {
  /** The title of the filing that is quoted; null where it is not in the library. */
  readonly of: string | null
  readonly quote: string
  /** The beginning of the note, and the title of the filing it is on. */
  readonly note: string
  readonly on: string
}

/** The key that signs packs of this library: where it is kept, and what it is known by. */
export interface SigningKey {
  readonly kept: 'system' | 'passphrase'
  readonly fingerprint: string
  /** The public key as one line, to be handed to those who verify. */
  readonly line: string
}

/** What a pack would carry out of the house, before it is made. */
export interface PackLook {
  readonly name: string
  readonly filings: readonly PackedFilingLook[]
  /** Bytes of the kept files together. */
  readonly bytes: number
  readonly tally: ScopeTally
  /** Names of those whose work is in it. */
  readonly people: readonly string[]
  /** How many entries of the history leave with their content, and how many as seals alone. */
  readonly entries: number
  readonly seals: number
  readonly quotations: readonly OutsideQuotation[]
  /** The key of this library; null where it has none yet. */
  readonly key: SigningKey | null
  /** Whether this system can keep a key; without it a passphrase does. */
  readonly keepsKeys: boolean
}

/** What is packed, and how. */
export interface PackRequest {
  readonly scope: WorkScope
  /** Whether filings linked to those of the scope, as versions or of one family, come along. */
  readonly linked: boolean
  readonly name: string
  /** Whether each document is printed into it. */
  readonly printed: boolean
  /** Whether notes that quote a filing outside leave. */
  readonly quoting: 'keep' | 'leave'
  /** Whether it is signed; the key is made with the first one. */
  readonly sign: boolean
  /** What locks the key where the system cannot keep it; null where it does. */
  readonly passphrase: string | null
}

/** A pack that was written, with the documents that could not be printed into it. */
export interface WrittenPack extends WrittenExport {
  readonly fingerprint: string | null
  readonly notPrinted: readonly string[]
}

/** Calls on evidence packs; one that comes in is read and taken in as any other file of work. */
export interface PackCalls {
  /** Says what a pack would carry, without making it. */
  'pack.look': { args: { readonly scope: WorkScope; readonly linked: boolean }; value: PackLook }
  /** Makes a pack and asks where to save it where `path` is null; null where that was cancelled. */
  'pack.write': { args: PackRequest & { readonly path: string | null }; value: WrittenPack | null }
}

/** The names of the calls on evidence packs. */
export const PACK_CALLS = { 'pack.look': 0, 'pack.write': 0 } satisfies Record<keyof PackCalls, 0>
