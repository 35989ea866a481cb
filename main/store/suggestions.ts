import type { SuggestionKind } from '#contract/annotation'
import type { FilingDocument } from '#contract/filing'
import type { FilingId, NodeId } from '#contract/ids'
import type { TextRange } from '#contract/range'
import type { DocumentKey } from './documents'
import type { ReadableDb, WritableDb } from './handles'
import { isReviewable } from './section-reviews'
import { all, run } from './sql'

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
    ORDER BY sequence, suggestion.source_start, node`
}

const shorten = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, WORDS)

/** The suggestions an analysis makes that are the analyst's to decide: every finding, and forward-looking statements at the core. */
const suggestionsOf = (content: FilingDocument): Omit<StoredSuggestion, 'sequence'>[] => {
  const sentences = new Map(content.sentences.map((sentence) => [sentence.id, sentence]))
  const wordsIn = ({ start, end }: TextRange): string => {
    const own = content.sentences.filter((sentence) => sentence.start < end && sentence.end > start)
    const texts = own.length > 0 ? own : content.blocks.filter(({ ranges }) => ranges.some((range) => range.start < end && range.end > start))
    return shorten(texts.map(({ text }) => text).join(' '))
  }
  const findings = content.findings.map(({ id, claim }) => ({ kind: 'finding' as const, node: id, range: claim, words: wordsIn(claim) }))
  const forward = content.forwardLooking.flatMap((statement) => {
    const sentence = statement.class === 'core' ? sentences.get(statement.sentence) : undefined
    return sentence ? [{ kind: 'forward-looking' as const, node: sentence.id, range: { start: sentence.start, end: sentence.end }, words: shorten(sentence.text) }] : []
  })
  return [...findings, ...forward]
}

/** Stores what there is to do in a document in place of what was stored before: its suggestions, and how many of them and of its sections with a title there are. */
export const storeSuggestions = (db: WritableDb, key: DocumentKey, content: FilingDocument): void => {
  run(db, 'DELETE FROM suggestion WHERE document_key = $key', { key })
  for (const { kind, node, range, words } of suggestionsOf(content)) {
    run(db, `INSERT INTO suggestion (filing_id, document_key, kind, node, source_start, source_end, words)
      SELECT filing_id, key, $kind, $node, $start, $end, $words FROM document WHERE key = $key ON CONFLICT DO NOTHING`, { key, kind, node, start: range.start, end: range.end, words })
  }
  run(db, `UPDATE document SET sections = $sections, to_decide = (SELECT count(*) FROM suggestion WHERE document_key = $key) WHERE key = $key`,
    { key, sections: content.sections.filter(isReviewable).length })
}

/** The suggestions of a filing that were not decided, in reading order. */
export const listUndecided = (db: ReadableDb, filingId: FilingId): StoredSuggestion[] =>
  all<{ sequence: number; kind: SuggestionKind; node: string; source_start: number; source_end: number; words: string }>(db, SUGGESTION_QUERIES.undecided, { filingId })
    .map((row) => ({ sequence: row.sequence, kind: row.kind, node: row.node, range: { start: row.source_start, end: row.source_end }, words: row.words }))
