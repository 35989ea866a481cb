import { lowerBound } from '#model/lower-bound'
import type { SuggestionKind } from '#contract/annotation'
import type { DeliveredDocument } from '#contract/filing'
import type { FilingId, NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { writeRiskPlaces } from './risk-places'
import { isReviewable } from './section-reviews'
import { all, one, run } from './sql'
import { unwantedIn } from './unwanted'

/** A suggestion that waits for a decision, or had one: its place, and the document it is in by its sequence. */
export interface StoredSuggestion {
  readonly sequence: number
  readonly kind: SuggestionKind
  readonly node: NodeId
  readonly range: TextRange
  /** The words it is about, from their beginning; empty where the document was stored by an older version of Redwell. */
  readonly words: string
}

/** How many code units of a suggestion's words are kept: what a line of a list can show. */
const WORDS = 240

/** The query of a filing's open suggestions; its plan is held by a test. */
export const SUGGESTION_QUERIES = {
  undecided: `SELECT sequence, kind, node, suggestion.source_start, suggestion.source_end, words
    FROM document JOIN suggestion ON suggestion.document_key = document.key
    WHERE document.filing_id = $filingId AND NOT EXISTS (
      SELECT 1 FROM decision WHERE decision.filing_id = $filingId AND decision.kind = suggestion.kind AND decision.node = suggestion.node)
      AND suggestion.unwanted = 0
    ORDER BY sequence, suggestion.source_start, node`
}

const shorten = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, WORDS)

/** Finds what stands over a range among things in order of their starts, without a look at all of them. */
const createFinder = <T>(things: readonly T[], rangesOf: (thing: T) => readonly TextRange[]): (range: TextRange) => T[] => {
  const placed = things.flatMap((thing) => rangesOf(thing).map(({ start, end }) => ({ thing, start, end }))).sort((a, b) =>
    a.start - b.start
  )
  let reach = 0
  // How far each of them or one before it reaches: it never falls, so that the first that reaches over a place is found by halves.
  const reaches = placed.map(({ end }) => (reach = Math.max(reach, end)))
  return ({ start, end }) => {
    const first = lowerBound(placed.length, (one) => (reaches[one] ?? 0) <= start)
    const found = new Set<T>()
    for (let at = first; at < placed.length; at += 1) {
      const place = placed[at]
      if (!place || place.start >= end) break
      if (place.end > start) found.add(place.thing)
    }
    return [...found]
  }
}

type Suggested = Omit<StoredSuggestion, 'sequence'>

/** What of a sentence or a block a suggestion takes. */
interface Words extends TextRange {
  readonly words: string
}

/** A sentence that a statement looks forward in: the ordinal of its block, and its words where they are the analyst's to decide. */
interface Statement extends Words {
  readonly block: number | undefined
}

/** What of the text the suggestions of a document stand on. */
interface Ground {
  readonly statements: ReadonlyMap<NodeId, Statement>
  readonly sentencesIn: (claim: TextRange) => readonly Words[]
  readonly blocksIn: (claim: TextRange) => readonly Words[]
}

/** How many rows are looked at between two yields: well under a millisecond's work each. */
const ROWS = 100

/** What a suggestion keeps of words that stand at some ranges, and whether any claim is among them. */
const claimed = (claims: (range: TextRange) => readonly unknown[],
  { text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }): readonly Words[] =>
  ranges.some((range) => claims(range).length > 0) ? ranges.map(({ start, end }) => ({ start, end, words: shorten(text) })) : []

/** Goes once through the sentences, and through the blocks where there are findings; keeps what suggestions are about. Yields often. */
function* findGround(content: DeliveredDocument, ordinals: ReadonlyMap<NodeId, number>): Generator<void, Ground> {
  const core = new Map<NodeId, boolean>()
  for (const { sentence, class: kind } of content.forwardLooking) core.set(sentence, kind === 'core' || core.get(sentence) === true)
  const claims = createFinder([...content.findings].map(({ claim }) => claim), (claim) => [claim])
  const statements = new Map<NodeId, Statement>()
  const sentences: Words[] = []
  const blocks: Words[] = []
  let row = 0
  for (const { id, block, start, end, text } of content.sentences) {
    const isCore = core.get(id)
    if (isCore !== undefined) statements.set(id, { start, end, words: isCore ? shorten(text) : '', block: ordinals.get(block) })
    for (const words of claimed(claims, { text, ranges: [{ start, end }] })) sentences.push(words)
    if ((row += 1) % ROWS === 0) yield
  }
  if (content.findings.length > 0) {
    for (const block of content.blocks) {
      for (const words of claimed(claims, block)) blocks.push(words)
      if ((row += 1) % ROWS === 0) yield
    }
  }
  return { statements, sentencesIn: createFinder(sentences, (one) => [one]), blocksIn: createFinder(blocks, (one) => [one]) }
}

/** The suggestions an analysis makes that are the analyst's to decide: every finding, and forward-looking statements at the core. */
function* suggestionsOf(content: DeliveredDocument, { statements, sentencesIn, blocksIn }: Ground): Generator<Suggested, void> {
  for (const { id, claim } of content.findings) {
    const own = sentencesIn(claim)
    const said = own.length > 0 ? own : blocksIn(claim)
    yield { kind: 'finding', node: id, range: claim, words: shorten(said.map(({ words }) => words).join(' ')) }
  }
  for (const { sentence, class: kind } of content.forwardLooking) {
    const found = kind === 'core' ? statements.get(sentence) : undefined
    if (found) yield { kind: 'forward-looking', node: sentence, range: { start: found.start, end: found.end }, words: found.words }
  }
}

/**
 * Stores the suggestions of a document, and where it speaks of which risk, one by one, in place of what was stored before; yields often.
 * `ordinals` are those of its blocks.
 */
export function* writeSuggestions(db: WritableDb, key: DocumentKey, content: DeliveredDocument,
  ordinals: ReadonlyMap<NodeId, number>): Generator<void, void> {
  run(db, 'DELETE FROM suggestion WHERE document_key = $key', { key })
  const ground = yield* findGround(content, ordinals)
  const filing = one<{ filing_id: FilingId }>(db, 'SELECT filing_id FROM document WHERE key = $key', { key })
  const isUnwanted = filing ? unwantedIn(db, filing.filing_id) : () => false
  for (const { kind, node, range, words } of suggestionsOf(content, ground)) {
    run(db, `INSERT INTO suggestion (filing_id, document_key, kind, node, source_start, source_end, words, unwanted)
      SELECT filing_id, key, $kind, $node, $start, $end, $words, $unwanted FROM document WHERE key = $key
      ON CONFLICT DO UPDATE SET document_key = excluded.document_key, source_start = excluded.source_start, source_end = excluded.source_end,
        words = excluded.words, unwanted = excluded.unwanted WHERE document_key <> excluded.document_key`, { key, kind, node,
      start: range.start, end: range.end, words, unwanted: isUnwanted(kind, words) ? 1 : 0 })
    yield
  }
  yield* writeRiskPlaces(db, key, content.forwardLooking, (sentence) => ground.statements.get(sentence)?.block)
}

/** Stores how many suggestions and sections with a title a document has. */
export const countSuggestions = (db: WritableDb, key: DocumentKey, content: DeliveredDocument): void => {
  run(db,
    `UPDATE document SET sections = $sections, to_decide = (SELECT count(*) FROM suggestion WHERE document_key = $key AND unwanted = 0) WHERE key = $key`,
    {
      key,
      sections: [...content.sections].filter(isReviewable).length
    })
}

/** The sentences of a filing that were suggested as looking forward at the core. */
export const listCoreNodes = (db: ReadableDb, filingId: FilingId): ReadonlySet<NodeId> =>
  new Set(all<{ node: NodeId }>(db, "SELECT node FROM suggestion WHERE filing_id = $filingId AND kind = 'forward-looking'", { filingId })
    .map(({ node }) => node))

/** The suggestions of a filing that were not decided, in reading order. */
export const listUndecided = (db: ReadableDb, filingId: FilingId): StoredSuggestion[] =>
  all<{ sequence: number; kind: SuggestionKind; node: string; source_start: number; source_end: number; words: string }>(db,
    SUGGESTION_QUERIES.undecided, { filingId })
    .map((row) => ({ sequence: row.sequence, kind: row.kind, node: row.node, range: { start: row.source_start, end: row.source_end },
      words: row.words })
    )
