import type { DocumentEntry, FilingDocument } from '#contract/filing'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { all, run } from './sql'

/** The parts of a document's content that are read as a whole: findings, safe harbor, figures, facts and the like. */
export type ContentParts = Omit<FilingDocument, keyof DocumentEntry | 'blocks' | 'sections' | 'sentences'>

/** Stores one part under its name in the contract. */
export const writePart = (db: WritableDb, key: DocumentKey, part: string, body: unknown): void => {
  run(db, 'INSERT INTO analysis (document_key, part, body) VALUES ($key, $part, $body)', { key, part, body: JSON.stringify(body) })
}

const EMPTY: ContentParts = { hidden: [], facts: [], findings: [], forwardLooking: [], safeHarbor: null, figures: [] }

/** Every part of a document; one that was never stored is empty. */
export const listParts = (db: ReadableDb, key: DocumentKey): ContentParts => {
  const parts: ContentParts = { ...EMPTY }
  for (const row of all<{ part: string; body: string }>(db, 'SELECT part, body FROM analysis WHERE document_key = $key', { key })) {
    Object.assign(parts, { [row.part]: JSON.parse(row.body) as unknown })
  }
  return parts
}
