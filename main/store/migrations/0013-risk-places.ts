import type { WritableDb } from '../handles'

const TABLE = `
CREATE TABLE risk_place (
  risk TEXT NOT NULL,
  block_key INTEGER NOT NULL,
  node TEXT NOT NULL,
  document_key INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
  PRIMARY KEY (risk, block_key, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX risk_place_by_statement ON risk_place (document_key, node);
`

interface Statement {
  readonly sentence: string
  readonly risks: readonly string[]
}

interface SentenceRow {
  readonly node: string
  readonly block: string
  readonly source_start: number
  readonly source_end: number
}

/** The number in a block's name is its place among the blocks of its document, counted from 1. */
const keyOf = (document: number, block: string): number => document * 1_048_576 + Number(/b(\d+)$/.exec(block)?.[1] ?? 0) - 1

/**
 * Where the text speaks of a risk, as rows that a search finds by the risk: the block of each forward-looking statement under each of
 * the risks suggested for it, or under none. What the analyst decided is not in it; that is few rows and read beside these. Documents
 * that were stored before are filled in from their analysis, where the statement lies within the block that its sentence names.
 */
export const riskPlaces = (db: WritableDb): void => {
  db.exec(TABLE)
  const pieces = db.prepare<[number], { body: string }>(
    "SELECT body FROM analysis WHERE document_key = ? AND part = 'forwardLooking' ORDER BY piece"
  )
  const sentences = db.prepare<[number], SentenceRow>('SELECT node, block, source_start, source_end FROM sentence WHERE document_key = ?')
  const within = db.prepare<[number, number, number], { key: number }>(
    'SELECT key FROM block WHERE key = ? AND source_start <= ? AND source_end >= ?'
  )
  const insert = db.prepare<[string, number, string, number]>(
    'INSERT OR IGNORE INTO risk_place (risk, block_key, node, document_key) VALUES (?, ?, ?, ?)'
  )
  for (const { key } of db.prepare<[], { key: number }>('SELECT key FROM document WHERE parsed = 1').all()) {
    const statements = pieces.all(key).flatMap(({ body }) => JSON.parse(body) as readonly Statement[])
    if (statements.length === 0) continue
    const byNode = new Map(sentences.all(key).map((row) => [row.node, row]))
    for (const { sentence, risks } of statements) {
      const row = byNode.get(sentence)
      const block = row && within.get(keyOf(key, row.block), row.source_start, row.source_end)
      if (block) { for (const risk of risks.length > 0 ? risks : ['']) insert.run(risk, block.key, sentence, key) }
    }
  }
}
