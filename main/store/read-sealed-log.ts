import type { FilingId } from '#contract/ids'
import type { HistoryHead, HistoryStretch } from '#contract/sealed-log'
import { eventText, headAt } from '#model/sealed-line'
import type { EventText, SealedEvent, SealLine } from '#model/sealed-line'
import { sha256 } from './change-seals'
import type { ReadableDb } from './handles'
import { fromJson } from './json'
import { all, one } from './sql'

/** A line and what it seals, as both stand in the library; `event` is null where the change that it seals is gone. `seq` is that change's. */
export interface SealedRow {
  readonly line: SealLine
  readonly event: SealedEvent | null
  readonly seq: number | null
}

type Row = SealLine & SealedEvent & { readonly seq: number | null; readonly found: number | null }

const ROWS = `SELECT s.n, s.prev, s.digest, s.salt, s.kind, s.detail, s.change_seq AS seq, c.seq AS found,
    coalesce(c.group_id, s.group_id) AS "group", coalesce(c.at, s.at) AS at, coalesce(c.author, s.author) AS author,
    c.label, c.entity, c.entity_id AS entityId, c.filing_id AS filingId, c.before, c.after
  FROM change_seal AS s LEFT JOIN change_log AS c ON c.seq = s.change_seq`

const toSealed = ({ seq, found, prev, digest, ...event }: Row): SealedRow => ({
  line: { prev, n: event.n, digest },
  event: seq !== null && found === null ? null : event,
  seq
})

/** Up to `limit` lines behind the line `after`, in their order. */
export const listSealed = (db: ReadableDb, after: number, limit: number): SealedRow[] =>
  all<Row>(db, `${ROWS} WHERE s.n > $after ORDER BY s.n LIMIT $limit`, { after, limit }).map(toSealed)

/** The line of a number, with what it seals; undefined where there is none. */
export const sealedAt = (db: ReadableDb, n: number): SealedRow | undefined => listSealed(db, n - 1, 1).find(({ line }) => line.n === n)

/** The head of the chain as it was at a line; null where there is no such line. */
export const headAtLine = (db: ReadableDb, n: number): HistoryHead | null => {
  const line = one<SealLine>(db, 'SELECT prev, n, digest FROM change_seal WHERE n = $n', { n })
  return line ? headAt(line, sha256) : null
}

/** Lines of no work: each begins a stretch of the chain. */
const STRETCHES = `SELECT n FROM change_seal WHERE kind IN ('begin', 'restored', 'rebuilt', 'unfinished')`

/** When the line of a number was written; null where there is none. */
export const timeOfLine = (db: ReadableDb, n: number): string | null => sealedAt(db, n)?.event?.at ?? null

/** The lines at which a stretch of the chain begins, in their order. */
export const listStretches = (db: ReadableDb): HistoryStretch[] =>
  all<Pick<HistoryStretch, 'n' | 'kind' | 'at'> & { readonly detail: string }>(db,
    `SELECT n, kind, at, detail FROM change_seal WHERE n IN (${STRETCHES}) ORDER BY n`)
    .map(({ detail, ...line }) => ({ changes: 0, from: null, left: null, most: 0,
      ...fromJson<Partial<Pick<HistoryStretch, 'changes' | 'from' | 'left' | 'most'>>>(detail), ...line })
    )

/** Which part of the log is told of. */
export type LogScope = 'everything' | { readonly filings: readonly FilingId[] }

/** The numbers of the lines that tell of filings: their changes, and what brought the groups of these back. */
const OF_FILINGS = `
  SELECT s.n FROM change_log AS c JOIN change_seal AS s ON s.change_seq = c.seq WHERE c.filing_id IN (SELECT value FROM json_each($filings))
  UNION SELECT s.n FROM change_seal AS s WHERE s.group_id IN
    (SELECT group_id FROM change_log WHERE filing_id IN (SELECT value FROM json_each($filings)))`

/** The sealed log as it leaves the library: every line up to the last event in scope, and the texts of the events in scope. */
export interface SealedLog {
  readonly lines: readonly SealLine[]
  readonly events: readonly EventText[]
}

const lastOfFilings = (db: ReadableDb, filings: readonly FilingId[]): number =>
  one<{ n: number | null }>(db, `SELECT max(n) AS n FROM (${OF_FILINGS})`, { filings: JSON.stringify(filings) })?.n ?? 0

/**
 * Reads the sealed log. Of filings: all lines up to the last that tells of one of them, so that work elsewhere afterwards changes nothing here;
 * and the texts of their changes, of what undid or redid these, and of the lines that begin a stretch of the chain, which tell of no work. An
 * event whose change is gone has no text.
 */
export const readSealedLog = (db: ReadableDb, scope: LogScope): SealedLog => {
  const limited = scope !== 'everything'
  const params = limited ? { filings: JSON.stringify(scope.filings) } : {}
  const last = limited ? lastOfFilings(db, scope.filings) : Number.MAX_SAFE_INTEGER
  const lines = all<SealLine>(db, 'SELECT prev, n, digest FROM change_seal WHERE n <= $last ORDER BY n', { last })
  const some = limited ? ` AND s.n IN (${OF_FILINGS} UNION ${STRETCHES})` : ''
  const events = all<Row>(db, `${ROWS} WHERE s.n <= $last${some} ORDER BY s.n`, { ...params, last }).map(toSealed)
  return { lines, events: events.flatMap(({ line, event }) => (event ? [{ n: line.n, text: eventText(event) }] : [])) }
}

/** Where the chain stood at the last event that tells of one of these filings; null where none does. */
export const headOfFilings = (db: ReadableDb, filings: readonly FilingId[]): HistoryHead | null =>
  headAtLine(db, lastOfFilings(db, filings))
