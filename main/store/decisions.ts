import type { CorrectedSpan, Decision, DecisionVerdict, LinkedFactor, SuggestionKind } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import { authoredParams, toAuthored } from './authored'
import type { AuthoredRow } from './authored'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, one, run } from './sql'

interface Row extends AuthoredRow {
  readonly id: string
  readonly filing_id: string
  readonly kind: SuggestionKind
  readonly node: string | null
  readonly source_start: number
  readonly source_end: number
  readonly exact: string
  readonly verdict: DecisionVerdict
  readonly risks: string | null
  readonly links: string | null
  readonly span: string | null
  readonly decided_at: string
  readonly rev: number
}

const COLUMNS =
  'id, filing_id, kind, node, source_start, source_end, exact, verdict, risks, links, span, decided_at, rev, author_id, origin_id'

/** The query of every opening; its plan is held by a test. */
export const DECISION_QUERIES = {
  list: `SELECT ${COLUMNS} FROM decision WHERE filing_id = $filingId AND author_id IS NULL ORDER BY kind, source_start, id`,
  opinions: `SELECT ${COLUMNS} FROM decision WHERE filing_id = $filingId AND author_id IS NOT NULL ORDER BY kind, source_start, id`
}

const toDecision = (row: Row): Decision => ({
  id: row.id,
  filingId: row.filing_id,
  kind: row.kind,
  node: row.node,
  range: { start: row.source_start, end: row.source_end },
  exact: row.exact,
  verdict: row.verdict,
  risks: row.risks === null ? null : fromJson<string[]>(row.risks),
  links: row.links === null ? null : fromJson<LinkedFactor[]>(row.links),
  span: row.span === null ? null : fromJson<CorrectedSpan>(row.span),
  decidedAt: row.decided_at,
  rev: row.rev,
  ...toAuthored(row)
})

const toJson = (value: object | null | undefined): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

/** The decisions on a filing of the one who keeps the library: these count. */
export const listDecisions = (db: ReadableDb, filingId: FilingId): Decision[] =>
  all<Row>(db, DECISION_QUERIES.list, { filingId }).map(toDecision)

/** What others decided of a filing: second opinions, which count nowhere and have no node. */
export const listOpinions = (db: ReadableDb, filingId: FilingId): Decision[] =>
  all<Row>(db, DECISION_QUERIES.opinions, { filingId }).map(toDecision)

/** One decision, or undefined. */
export const getDecision = (db: ReadableDb, id: string): Decision | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM decision WHERE id = $id`, { id })
  return row && toDecision(row)
}

/** Stores a decision as it is given, new or changed. */
export const putDecision = (db: WritableDb, decision: Decision): void => {
  run(db, `INSERT INTO decision (id, filing_id, kind, node, source_start, source_end, exact, verdict, risks, links, span, decided_at, rev,
      author_id, origin_id)
    VALUES ($id, $filingId, $kind, $node, $start, $end, $exact, $verdict, $risks, $links, $span, $decidedAt, $rev, $authorId, $originId)
    ON CONFLICT (id) DO UPDATE SET node = excluded.node, source_start = excluded.source_start, source_end = excluded.source_end,
      exact = excluded.exact, verdict = excluded.verdict, risks = excluded.risks, links = excluded.links, span = excluded.span, decided_at = excluded.decided_at, rev = excluded.rev,
      author_id = excluded.author_id, origin_id = excluded.origin_id`, {
    id: decision.id,
    filingId: decision.filingId,
    kind: decision.kind,
    node: decision.node,
    start: decision.range.start,
    end: decision.range.end,
    exact: decision.exact,
    verdict: decision.verdict,
    risks: toJson(decision.risks),
    links: toJson(decision.links),
    span: toJson(decision.span),
    decidedAt: decision.decidedAt,
    rev: decision.rev,
    ...authoredParams(decision)
  })
}

/** Takes a decision back. */
export const deleteDecision = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM decision WHERE id = $id', { id })
}
