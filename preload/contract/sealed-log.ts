/** Where a sealed history stands: the number of its last line, counted from 1, and the SHA-256 of that line in lower-case hexadecimal. */
export interface HistoryHead {
  readonly n: number
  readonly hash: string
}

/**
 * How a chain is broken: a line is gone or out of its order; a line is not the one that the next was sealed upon; what a line seals is not as it
 * was; or something is told of that no line seals.
 */
export type ChainFault = 'missing' | 'link' | 'event' | 'unknown'

/**
 * What is wrong at a line of the library's log, beside the faults of a chain: the change that it seals is `gone`; it stands before one that was
 * made earlier (`order`); a change stands before it that no line seals (`unsealed`); or its change is said to be undone, or to stand, and the
 * log tells otherwise (`undone`).
 */
export type HistoryFault = ChainFault | 'gone' | 'order' | 'unsealed' | 'undone'

/** Where a head was remembered: in the journal of the library, or in one of its backups. */
export type HeadMemory = 'journal' | 'backup'

/**
 * What is wrong with a history: `broken` where it does not hold together; `rewritten` where another line stands at a number than was remembered;
 * `cut` where it ends before a line that was remembered. `at` is when the line was written, or the head remembered; ISO 8601 in UTC.
 */
export type HistoryTrouble =
  | { readonly kind: 'broken'; readonly n: number; readonly fault: HistoryFault; readonly at: string | null }
  | { readonly kind: 'rewritten' | 'cut'; readonly n: number; readonly by: HeadMemory; readonly at: string }

/**
 * A line at which a stretch of the history begins: what was there before was sealed as found (`begin`, with how many changes), or the
 * history goes on from an earlier line and what had followed was left behind, up to the number `most`.
 */
export interface HistoryStretch {
  readonly kind: 'begin' | 'restored' | 'rebuilt' | 'unfinished'
  readonly n: number
  readonly at: string
  readonly changes: number
  /** The head it goes on from; null where it begins anew. */
  readonly from: HistoryHead | null
  /** The newest head that was known of what was left behind; null where none was. */
  readonly left: HistoryHead | null
  readonly most: number
}

/**
 * What the history says to a head that somebody holds: it is `held`; it is of what was `left` behind at a stretch; another line stands there
 * (`other`); or the history ends before (`beyond`). `at` is when the line of that number was written, null where there is none.
 */
export interface HeadAnswer {
  readonly head: HistoryHead
  readonly answer: 'held' | 'left' | 'other' | 'beyond'
  readonly at: string | null
}

/** What a check of the history found. */
export interface HistoryReport {
  /** Where it stands; null where nothing was sealed yet. */
  readonly head: HistoryHead | null
  /** When its last line was written. */
  readonly at: string | null
  readonly trouble: HistoryTrouble | null
  readonly stretches: readonly HistoryStretch[]
  readonly given: HeadAnswer | null
}

/** Calls on the sealed history. */
export interface HistoryCalls {
  /** Checks all of the history, and what it says to a head that is given in its whole form; takes a while where it is long. */
  'history.check': { args: { readonly head: string | null }; value: HistoryReport }
}

/** The names of the calls on the sealed history. */
export const HISTORY_CALLS = { 'history.check': 0 } satisfies Record<keyof HistoryCalls, 0>
