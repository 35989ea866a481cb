import type { DocumentEntry, FilingDocument, Members } from '#contract/filing'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, run } from './sql'

/** The parts of a document's content that are read as a whole: findings, safe harbor, figures, facts and the like. */
export type ContentParts = Omit<FilingDocument, keyof DocumentEntry | 'blocks' | 'sections' | 'sentences'>

/** How many members of a list one piece holds: it is written in about a millisecond. */
const MEMBERS = 100

/** The query that reads the parts of a document, each piece after the one before; its plan is held by a test. */
export const PART_QUERY = 'SELECT part, body FROM analysis WHERE document_key = $key ORDER BY part, piece'

function* piecesOf(list: Iterable<unknown>): Generator<string, void> {
  let piece: unknown[] = []
  let first = true
  for (const member of list) {
    if (piece.length === MEMBERS) {
      yield JSON.stringify(piece)
      piece = []
      first = false
    }
    piece.push(member)
  }
  if (first || piece.length > 0) yield JSON.stringify(piece)
}

const isList = (body: unknown): body is Members<unknown> => typeof body === 'object' && body !== null && Symbol.iterator in body

/** The pieces that a part is stored in, as JSON; those of a list that is kept so are taken as they are. */
const jsonOf = (body: unknown): Iterable<string> => isList(body) ? body.pieces?.() ?? piecesOf(body) : [JSON.stringify(body)]

/** Stores one part under its name in the contract, a long list in pieces; yields after each. */
export function* writePart(db: WritableDb, key: DocumentKey, part: string, body: unknown): Generator<void, void> {
  let piece = 0
  for (const json of jsonOf(body)) {
    run(db, 'INSERT INTO analysis (document_key, part, piece, body) VALUES ($key, $part, $piece, $body)', {
      key,
      part,
      piece,
      body: json
    })
    piece += 1
    yield
  }
}

/** The parts of a document of which nothing is stored. */
export const EMPTY_PARTS: ContentParts = { hidden: [], facts: [], findings: [], forwardLooking: [], safeHarbor: null, figures: [] }

/** Every part of a document; one that was never stored is empty. */
export const listParts = (db: ReadableDb, key: DocumentKey): ContentParts => {
  const parts: Record<string, unknown> = {}
  for (const { part, body } of all<{ part: string; body: string }>(db, PART_QUERY, { key })) {
    const piece: unknown = JSON.parse(body)
    const known = parts[part]
    if (Array.isArray(known) && Array.isArray(piece)) { for (const member of piece) known.push(member) }
    else parts[part] = piece
  }
  return { ...EMPTY_PARTS, ...parts }
}

/** The first facts of a document, in their order: those of its cover page are among them. */
export const listFirstFacts = (db: ReadableDb, key: DocumentKey): ContentParts['facts'] =>
  all<{ body: string }>(db, "SELECT body FROM analysis WHERE document_key = $key AND part = 'facts' AND piece < 3 ORDER BY piece", { key })
    .flatMap(({ body }) => fromJson<ContentParts['facts']>(body))

/** The figures of a document, in their order. */
export const listFigures = (db: ReadableDb, key: DocumentKey): ContentParts['figures'] =>
  all<{ body: string }>(db, "SELECT body FROM analysis WHERE document_key = $key AND part = 'figures' ORDER BY piece", { key })
    .flatMap(({ body }) => fromJson<ContentParts['figures']>(body))
