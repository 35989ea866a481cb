import type { ForwardLooking } from '#contract/finding'
import type { NodeId, RiskId } from '#contract/ids'
import { MOST_BLOCKS } from './blocks'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { all, run } from './sql'

/** Under this a statement stands for which no risk is suggested: the analyst may find one. */
const NO_RISK = ''

/**
 * Stores in which blocks a document speaks of which risks, as its analysis suggests, in place of what was stored before; `blockOf` is the
 * ordinal of a sentence's block. Yields after each statement.
 */
export function* writeRiskPlaces(db: WritableDb, key: DocumentKey, statements: Iterable<ForwardLooking>,
  blockOf: (sentence: NodeId) => number | undefined): Generator<void, void> {
  run(db, 'DELETE FROM risk_place WHERE document_key = $key', { key })
  for (const { sentence, risks } of statements) {
    const ordinal = blockOf(sentence)
    if (ordinal === undefined) continue
    for (const risk of risks.length > 0 ? risks : [NO_RISK]) {
      run(db, 'INSERT OR IGNORE INTO risk_place (risk, block_key, node, document_key) VALUES ($risk, $block, $node, $key)', { risk,
        block: key * MOST_BLOCKS + ordinal, node: sentence, key })
    }
    yield
  }
}

/**
 * The query of a search by risks. The suggested risks of a statement count until the analyst rejects it or gives it others: those
 * decisions are the analyst's own, thousands at most, and read as a whole. Its plan is held by a test.
 */
export const RISK_QUERY = `WITH overruled (document_key, node) AS MATERIALIZED (
    SELECT document.key, decision.node FROM decision JOIN document ON document.filing_id = decision.filing_id
    WHERE decision.kind = 'forward-looking' AND decision.node IS NOT NULL AND (decision.verdict = 'rejected' OR decision.risks IS NOT NULL)
  )
  SELECT place.block_key AS key FROM json_each($risks) AS wanted CROSS JOIN risk_place AS place ON place.risk = wanted.value
  WHERE (place.document_key, place.node) NOT IN (SELECT document_key, node FROM overruled) AND ((place.block_key & 15) <> 0 OR going())
  UNION
  SELECT place.block_key FROM decision JOIN document ON document.filing_id = decision.filing_id
    CROSS JOIN risk_place AS place ON place.document_key = document.key AND place.node = decision.node
  WHERE decision.kind = 'forward-looking' AND decision.verdict <> 'rejected' AND decision.risks IS NOT NULL
    AND EXISTS (SELECT 1 FROM json_each(decision.risks) AS given WHERE given.value IN (SELECT value FROM json_each($risks)))`

/** The keys of the blocks with a forward-looking statement that carries one of the risks, as suggested or as the analyst corrected it; rejected ones carry none. */
export const blocksCarrying = (db: ReadableDb, risks: readonly RiskId[]): number[] =>
  all<{ key: number }>(db, RISK_QUERY, { risks: JSON.stringify(risks) }).map(({ key }) => key)
