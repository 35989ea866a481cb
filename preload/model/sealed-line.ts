import type { HistoryHead } from '#contract/sealed-log'

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string

/** One line of the chain: the hash of the line before, its number, counted from 1, and the digest of what happened. */
export interface SealLine {
  readonly prev: string
  readonly n: number
  readonly digest: string
}

/**
 * What a line seals. `begin` stands before a history that was there before it was sealed, and `found` is a change of that; `undo` and `redo` name
 * the group they brought back. `restored`, `rebuilt` and `unfinished` tell that what followed a line was left behind: the library was begun from
 * a backup, made anew, or an act was in the journal and not in the library when it was opened.
 */
export type SealedKind = 'begin' | 'found' | 'change' | 'import' | 'undo' | 'redo' | 'restored' | 'rebuilt' | 'unfinished'

/** One thing that happened, with the salt that keeps its digest from being guessed. `before` and `after` are JSON, as the history has them. */
export interface SealedEvent {
  readonly n: number
  /** 16 random bytes as 32 hexadecimal digits. */
  readonly salt: string
  readonly kind: SealedKind
  readonly group: string | null
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly author: string | null
  readonly label: string | null
  readonly entity: string | null
  readonly entityId: string | null
  readonly filingId: string | null
  readonly before: string | null
  readonly after: string | null
  /** Of a `found` change whether it stood; of the kinds that begin a stretch of the chain a JSON of their own. */
  readonly detail: string | null
}

/** An event as the one text that is hashed. */
export interface EventText {
  readonly n: number
  readonly text: string
}

/** What the first line stands on. */
export const NO_PREV = '0'.repeat(64)

/** The one text of a line; its SHA-256 is the `prev` of the next. */
export const sealText = ({ prev, n, digest }: SealLine): string => `{"prev":"${prev}","n":${String(n)},"digest":"${digest}"}`

const LINE = /^\{"prev":"([0-9a-f]{64})","n":([1-9]\d{0,14}),"digest":"([0-9a-f]{64})"\}$/

/** Reads the text of a line; null where it is not exactly one. */
export const readSealLine = (text: string): SealLine | null => {
  const [, prev, n, digest] = LINE.exec(text) ?? []
  return prev === undefined || n === undefined || digest === undefined ? null : { prev, n: Number(n), digest }
}

/** The one text of an event; its SHA-256 is the digest of its line. */
export const eventText = (
  { n, salt, kind, group, at, author, label, entity, entityId, filingId, before, after, detail }: SealedEvent
): string => JSON.stringify({ n, salt, kind, group, at, author, label, entity, entityId, filingId, before, after, detail })

/** The head of a chain that ends with that line. */
export const headAt = (line: SealLine, sha256: Sha256): HistoryHead => ({ n: line.n, hash: sha256(sealText(line)) })
