import type { FilingSummary, SearchGroup, SearchHit } from '#contract/library'
import type { TextRange } from '#contract/range'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { toSource } from '../domain/parse/text-map'
import { toSearchQuery } from '../domain/search-query'
import { foldForSearch } from '../domain/search-text'
import { listDocuments } from '../store/documents'
import { getFiling } from '../store/filings'
import type { ReadableDb } from '../store/handles'
import { findRows, getBlockHit, getWorkHit, readSnippet } from '../store/search'
import type { BlockHit, Found, SearchSource, Snippet } from '../store/search'
import type { LibraryContext } from './library-context'

/** How many hits of one filing are shown with their words; the rest is counted. */
const HITS_SHOWN = 20

/** A hit in a note or a quote is the analyst's own and comes before the same words of a text. */
const WEIGHTS: Readonly<Record<SearchSource, number>> = { note: 3, quote: 2, text: 1 }

interface Candidate extends Found {
  readonly source: SearchSource
  readonly score: number
}

/** Where in the source a snippet's first hit stands; the whole block where the index holds other words than the text. */
const rangeOf = (hit: BlockHit, snippet: Snippet): TextRange | null => {
  const whole = { start: hit.ranges[0]?.start ?? 0, end: hit.ranges[hit.ranges.length - 1]?.end ?? 0 }
  const mark = snippet.marks[0]
  if (!mark || !hit.plain) return whole
  const lead = snippet.text.startsWith('…') && !hit.text.startsWith('…') ? 1 : 0
  const core = snippet.text.slice(lead, snippet.text.endsWith('…') ? -1 : undefined)
  const at = hit.text.indexOf(core)
  if (at < 0) return whole
  const pieces = toSource(hit.map, at + mark.start - lead, at + mark.end - lead)
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  return first && last ? { start: first.start, end: last.end } : whole
}

const sequenceAt = (db: ReadableDb, filing: FilingSummary, range: TextRange | null): number => {
  const documents = listDocuments(db, filing.id).map(({ summary }) => summary)
  const within = range && documents.find((document) => range.start >= document.range.start && range.end <= document.range.end)
  return (within ?? documents[0])?.sequence ?? 1
}

const toHit = (db: ReadableDb, filing: FilingSummary, found: Candidate, match: string): SearchHit | null => {
  const snippet = readSnippet(db, found.source, found.key, match)
  const base = { filingId: filing.id, source: found.source, snippet: snippet.text, marks: snippet.marks }
  if (found.source === 'text') {
    const block = getBlockHit(db, found.key)
    return block ? { ...base, sequence: block.sequence, range: rangeOf(block, snippet), noteId: null } : null
  }
  const hit = getWorkHit(db, found.source, found.key)
  return hit ? { ...base, sequence: sequenceAt(db, filing, hit.range), range: hit.range, noteId: hit.noteId } : null
}

const byFiling = (candidates: readonly Candidate[]): Candidate[][] => {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(candidate.filingId)
    if (group) group.push(candidate)
    else groups.set(candidate.filingId, [candidate])
  }
  return [...groups.values()]
}

/**
 * Searches the text, the quotes and the notes of every filing that is not in the trash. Answers with the `limit` best
 * filings, each with its best hits in order and the number of all; a query without a word or number is `query-malformed`.
 */
export const searchLibrary = (library: Pick<LibraryContext, 'db'>, typed: string, limit: number): Result<readonly SearchGroup[]> => {
  const { db } = library
  const query = toSearchQuery(foldForSearch(typed))
  if (query.kind === 'empty') return fail('query-malformed', 'Type at least one word or number.', { remedy: 'Words in "double quotes" are found as a phrase.' })
  const candidates = (['note', 'quote', 'text'] as const)
    .flatMap((source) => findRows(db, source, query.match).map((found): Candidate => ({ ...found, source, score: -found.rank * WEIGHTS[source] })))
    .sort((a, b) => b.score - a.score || a.key - b.key)
  const groups: SearchGroup[] = []
  for (const group of byFiling(candidates)) {
    if (groups.length >= limit) break
    const filing = getFiling(db, group[0]?.filingId ?? '')
    if (!filing) continue
    const hits = group.slice(0, HITS_SHOWN).map((found) => toHit(db, filing, found, query.match))
    groups.push({ filing, hits: hits.filter((hit) => hit !== null), total: group.length })
  }
  return ok(groups)
}
