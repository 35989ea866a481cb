import type { HistoryFault, HistoryHead } from '#contract/sealed-log'
import { walkChain } from '#model/check-chain'
import { eventText } from '#model/sealed-line'
import type { SealLine } from '#model/sealed-line'
import { sha256 } from './change-seals'
import type { ReadableDb } from './handles'
import { createStandingWalk } from './sealed-standing'
import { listSealed } from './read-sealed-log'
import type { SealedRow } from './read-sealed-log'
import { all, one } from './sql'

/** Whether the log is whole, and where it stands; else the number at which it is broken first, how, and when that line was written where it is known. */
export type LogVerdict =
  | { readonly whole: true; readonly head: HistoryHead | null }
  | { readonly whole: false; readonly n: number; readonly fault: HistoryFault; readonly at: string | null }

/** How many lines are checked in one step: a few milliseconds' work. */
const STEP = 500

interface Break {
  readonly n: number
  readonly fault: HistoryFault
}

/** The newest change that the lines up to a number seal; 0 where they seal none. */
const lastSeqUpTo = (db: ReadableDb, n: number): number =>
  one<{ seq: number | null }>(db, 'SELECT max(change_seq) AS seq FROM change_seal WHERE n <= $n', { n })?.seq ?? 0

/** Whether a change stands behind `after` and before `until` that no line seals. */
const hasUnsealed = (db: ReadableDb, after: number, until: number): boolean =>
  one<{ found: number }>(db, `SELECT EXISTS (SELECT 1 FROM change_log WHERE seq > $after AND seq < $until
    AND NOT EXISTS (SELECT 1 FROM change_seal WHERE change_seq = change_log.seq)) AS found`, { after, until })?.found === 1

const isSealedTo = (db: ReadableDb, from: number, to: number, sealed: number): boolean =>
  one<{ n: number }>(db, 'SELECT count(*) AS n FROM change_log WHERE seq > $from AND seq <= $to', { from, to })?.n === sealed

/** The first line of some before whose change another stands that no line seals; null where there is none. */
const firstUnsealed = (db: ReadableDb, from: number, rows: readonly SealedRow[]): Break | null => {
  let after = from
  for (const { line, seq } of rows) {
    if (seq === null) continue
    if (hasUnsealed(db, after, seq)) return { n: line.n, fault: 'unsealed' }
    after = seq
  }
  return null
}

interface Walk {
  /** Takes lines one after the other; `next` is the one behind them. */
  readonly take: (rows: readonly SealedRow[], next: SealLine | undefined) => Break | null
  /** What can be said once all lines are taken. */
  readonly end: () => Break | null
  readonly head: () => HistoryHead | null
}

const beginWalk = (db: ReadableDb, from: HistoryHead | null): Walk => {
  const chain = walkChain(sha256, from)
  // Whether a change stands is told by all lines together, or not at all.
  const standing = from ? null : createStandingWalk()
  let lastSeq = from ? lastSeqUpTo(db, from.n) : 0
  const takeRow = ({ line, event, seq }: SealedRow, next: SealLine | undefined): Break | null => {
    const broken = chain.take(line, event && eventText(event), next)
    if (broken) return broken
    if (!event) return { n: line.n, fault: 'gone' }
    if (seq !== null && seq <= lastSeq) return { n: line.n, fault: 'order' }
    standing?.take(event, seq)
    lastSeq = seq ?? lastSeq
    return null
  }
  const take = (rows: readonly SealedRow[], next: SealLine | undefined): Break | null => {
    const before = lastSeq
    for (const [at, row] of rows.entries()) {
      const broken = takeRow(row, rows[at + 1]?.line ?? next)
      if (broken) return broken
    }
    return isSealedTo(db, before, lastSeq, rows.filter(({ seq }) => seq !== null).length) ? null : firstUnsealed(db, before, rows)
  }
  const end = (): Break | null => {
    const n = (chain.head()?.n ?? 0) + 1
    if (hasUnsealed(db, lastSeq, Number.MAX_SAFE_INTEGER)) return { n, fault: 'unsealed' }
    const wrong = standing?.firstWrong(all(db, "SELECT seq, undone FROM change_log WHERE undone < 'no' OR undone > 'no'"))
    return wrong === undefined || wrong === null ? null : { n: wrong, fault: 'undone' }
  }
  return { take, end, head: chain.head }
}

const timeAt = (db: ReadableDb, n: number): string | null =>
  one<{ at: string | null }>(db,
    'SELECT coalesce(c.at, s.at) AS at FROM change_seal AS s LEFT JOIN change_log AS c ON c.seq = s.change_seq WHERE s.n >= $n ORDER BY s.n',
    { n })?.at ?? null

/**
 * Checks the sealed log a little at a time, behind `from` where the lines up to there are known to be whole, else all of it, with whether each
 * change stands. What is appended meanwhile is checked with it. Run the generator to its end, and let other work in between.
 */
export function* checkSealedLog(db: ReadableDb, from: HistoryHead | null = null): Generator<void, LogVerdict> {
  const walk = beginWalk(db, from)
  for (let after = from?.n ?? 0;;) {
    const rows = listSealed(db, after, STEP + 1)
    const some = rows.slice(0, STEP)
    const broken = walk.take(some, rows[STEP]?.line) ?? (rows.length > STEP ? null : walk.end())
    if (broken) return { whole: false, ...broken, at: timeAt(db, broken.n) }
    after = some.at(-1)?.line.n ?? after
    if (rows.length <= STEP) return { whole: true, head: walk.head() }
    yield
  }
}
