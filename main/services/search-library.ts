import type { FilingSummary, SearchGroup, SearchHit } from '#contract/library'
import type { TextRange } from '#contract/range'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { toSource } from '../domain/parse/text-map'
import { toSearchQuery } from '../domain/search-query'
import { createWordFinder, cutSnippet } from '../domain/search-snippet'
import { foldForSearch } from '../domain/search-text'
import { listDocuments } from '../store/documents'
import { getFiling } from '../store/filings'
import type { ReadableDb } from '../store/handles'
import { findRows, getBlockHit, getWorkHit } from '../store/search'
import type { BlockHit, Found, SearchSource } from '../store/search'
import type { LibraryContext } from './library-context'

/** How many hits of one filing are shown with their words; the rest is counted. */
const HITS_SHOWN = 8

/** A hit in a note or a quote is the analyst's own and comes before the same words of a text. */
const WEIGHTS: Readonly<Record<SearchSource, number>> = { note: 3, quote: 2, text: 1 }

interface Candidate extends Found {
  readonly source: SearchSource
  readonly score: number
}

/** Where in the source the first hit of a block stands; the whole block where that cannot be told. */
const rangeOf = (hit: BlockHit, first: TextRange | null): TextRange => {
  if (!first || !hit.map) return hit.range
  const pieces = toSource(hit.map, first.start, first.end)
  const from = pieces[0]
  const to = pieces[pieces.length - 1]
  return from && to ? { start: from.start, end: to.end } : hit.range
}

const sequenceAt = (db: ReadableDb, filing: FilingSummary, range: TextRange | null): number => {
  const documents = listDocuments(db, filing.id).map(({ summary }) => summary)
  const within = range && documents.find((document) => range.start >= document.range.start && range.end <= document.range.end)
  return (within ?? documents[0])?.sequence ?? 1
}

const toHit = (db: ReadableDb, filing: FilingSummary, found: Candidate, finder: RegExp): SearchHit | null => {
  if (found.source === 'text') {
    const block = getBlockHit(db, found.key)
    if (!block) return null
    const { text, marks, first } = cutSnippet(block.words, finder)
    return { filingId: filing.id, sequence: block.sequence, source: 'text', snippet: text, marks, range: rangeOf(block, first), noteId: null }
  }
  const hit = getWorkHit(db, found.source, found.key)
  if (!hit) return null
  const { text, marks } = cutSnippet(hit.words, finder)
  return { filingId: filing.id, sequence: sequenceAt(db, filing, hit.range), source: found.source, snippet: text, marks, range: hit.range, noteId: hit.noteId }
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
  const finder = createWordFinder(query.words, query.open)
  const candidates = (['note', 'quote', 'text'] as const)
    .flatMap((source) => findRows(db, source, query.match).map((found): Candidate => ({ ...found, source, score: -found.rank * WEIGHTS[source] })))
    .sort((a, b) => b.score - a.score || a.key - b.key)
  const groups: SearchGroup[] = []
  for (const group of byFiling(candidates)) {
    if (groups.length >= limit) break
    const filing = getFiling(db, group[0]?.filingId ?? '')
    if (!filing) continue
    const hits = group.slice(0, HITS_SHOWN).map((found) => toHit(db, filing, found, finder))
    groups.push({ filing, hits: hits.filter((hit) => hit !== null), total: group.length })
  }
  return ok(groups)
}
