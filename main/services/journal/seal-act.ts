import type { HistoryHead } from '#contract/sealed-log'
import { headOf, sealAct } from '../../store/change-seals'
import { transact } from '../../store/sql'
import type { JournalLine } from './journal-line'
import type { LibraryContext } from '../library-context'

const isSame = (one: HistoryHead | null, other: HistoryHead | null): boolean => one?.n === other?.n && one?.hash === other?.hash

/** What a line says of a stretch of the log that was left behind. */
export interface Stretch {
  /** The head that the line stands on. */
  readonly from: HistoryHead | null
  /** The newest head that was known of what was left; null where none was. */
  readonly left: HistoryHead | null
  /** The largest number that was ever known of it. */
  readonly most: number
}

/** As a line of the log keeps it. */
export const stretchWords = ({ from, left, most }: Stretch): string =>
  JSON.stringify({ from: from && { n: from.n, hash: from.hash }, left: left && { n: left.n, hash: left.hash }, most })

/**
 * Where the last act is in the journal and not in the library, since the program or the disk stopped between the two, says so in a line of the
 * log: that act's number is given to another. Within a transaction.
 */
const settleUnfinished = (library: LibraryContext, head: HistoryHead | null): HistoryHead | null => {
  const last = library.journal.lastHead()
  if (!last || isSame(last, head) || !isSame(last.from, head)) return head
  sealAct(library.db, { kind: 'unfinished', group: null, at: library.clock(), author: null,
    detail: stretchWords({ from: head, left: last, most: last.n }) })
  return headOf(library.db)
}

/** As `beginSealed`, where nothing else is done: after an opening. */
export const settleLastAct = (library: LibraryContext): void =>
  transact(library.db, () => {
    settleUnfinished(library, headOf(library.db))
  })

/**
 * Begins an act that seals something; within its transaction, before anything is sealed. What it answers gives the line by which the journal
 * remembers where the log stands, once all of the act is sealed; none where nothing was.
 */
export const beginSealed = (library: LibraryContext): () => JournalLine[] => {
  const before = headOf(library.db)
  settleUnfinished(library, before)
  return () => {
    const head = headOf(library.db)
    return !head || isSame(head, before) ? [] : [{ kind: 'sealed', ...head, from: before, at: library.clock() }]
  }
}
