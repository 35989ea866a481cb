import type { FilingId } from '#contract/ids'
import type { SearchCalls, SearchAnswer } from '#contract/search'
import type { FilingSummary, SearchGroup, SearchHit } from '#contract/library'
import type { TextRange } from '#contract/range'
import { toSource } from '#model/text-map'
import { createMarkFinder, termsOf } from '../../domain/search/search-match'
import type { MarkFinder } from '../../domain/search/search-match'
import { readQuery } from '../../domain/search/search-query'
import { cutSnippet } from '../../domain/search/search-snippet'
import { listDocuments } from '../../store/documents'
import { getFiling } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { findWithin, getBlockHit, getWorkHit } from '../../store/search'
import type { BlockHit } from '../../store/search'
import { countToIndex } from '../../store/search-index'
import { countUnread } from '../../store/unread-documents'
import { findCandidates, MOST_RANKED } from './search-candidates'
import type { Candidate, FoundFiling } from './search-candidates'
import { toMatch } from '../../domain/search/search-match'
import { filingsWithin } from './search-catalogue'
import type { Catalogue } from './search-catalogue'

/** What is asked of a search. */
export type SearchRequest = SearchCalls['search.run']['args']

/** A library as a search sees it. */
export interface SearchedLibrary {
  readonly db: ReadableDb
  readonly catalogue: () => Catalogue
  /** Throws where nobody waits for the answer any more. */
  readonly going: () => void
}

/** Told of filings that were found, best first, and of the number of all hits. */
export type GroupListener = (groups: readonly SearchGroup[], total: number) => void

/** How many hits of one filing are shown with their words where it is not told; the rest is counted. */
const HITS_SHOWN = 3

/** How many filings are told at a time: the first ones fill a screen. */
const TOLD_AT_ONCE = 8

/** Where in the source the words of a block stand; the whole block where that cannot be told. */
export const sourceOf = (hit: BlockHit, first: TextRange | null): TextRange => {
  if (!first || !hit.map) return hit.range
  const pieces = toSource(hit.map, first.start, first.end)
  const from = pieces[0]
  const to = pieces[pieces.length - 1]
  return from && to ? { start: from.start, end: to.end } : hit.range
}

interface Shown {
  readonly db: ReadableDb
  readonly catalogue: Catalogue
  readonly finder: MarkFinder
}

const sequenceAt = ({ db }: Shown, filingId: string, range: TextRange | null): number => {
  const documents = listDocuments(db, filingId).map(({ summary }) => summary)
  const within = range && documents.find((document) => range.start >= document.range.start && range.end <= document.range.end)
  return (within ?? documents[0])?.sequence ?? 1
}

const toHit = (shown: Shown, { filing }: FoundFiling, { source, key }: Candidate): SearchHit | null => {
  const { db, catalogue, finder } = shown
  const base = { filingId: filing.id, source, noteId: null }
  if (source === 'filing') {
    const { text, marks } = cutSnippet(filing.header, finder)
    return { ...base, sequence: catalogue.documentsOf(filing.id)[0]?.sequence ?? 1, snippet: text, marks, range: null }
  }
  if (source === 'text') {
    const block = getBlockHit(db, key)
    if (!block) return null
    const { text, marks, first } = cutSnippet(block.text, finder)
    return { ...base, sequence: catalogue.documents.get(Math.floor(key / 1_048_576))?.sequence ?? 1, snippet: text, marks,
      range: sourceOf(block, first) }
  }
  const hit = getWorkHit(db, source, key)
  if (!hit) return null
  const { text, marks } = cutSnippet(hit.words, finder)
  return { ...base, sequence: sequenceAt(shown, filing.id, hit.range), snippet: text, marks, range: hit.range, noteId: hit.noteId }
}

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.key - b.key

/** Scores that differ by less than this are alike; the newer filing then comes first. */
const SCORE_STEP = 0.25

const byMerit = (a: FoundFiling, b: FoundFiling): number =>
  Math.round(b.score / SCORE_STEP) - Math.round(a.score / SCORE_STEP)
  || (b.filing.filedAt ?? b.filing.importedAt).localeCompare(a.filing.filedAt ?? a.filing.importedAt)
  || (a.filing.id < b.filing.id ? -1 : 1)

/** The hits of one filing to be shown; where the ranks were left out, more of its documents are looked up until there are enough. */
const bestOf = (shown: Shown, found: FoundFiling, match: string | null, hits: number): readonly Candidate[] => {
  const known = [...found.candidates].sort(byScore)
  if (known.length >= Math.min(hits, found.total) || match === null || hits <= HITS_SHOWN) return known.slice(0, hits)
  const own = known.filter(({ source }) => source !== 'text')
  const text: Candidate[] = []
  for (const { key } of shown.catalogue.documentsOf(found.filing.id)) {
    for (const block of findWithin(shown.db, match, key, hits - own.length - text.length))
      text.push({ source: 'text', key: block.key, score: 0 })
  }
  return [...own, ...text].slice(0, hits)
}

/** How many documents of some filings were never read. */
const unreadIn = (db: ReadableDb, filings: ReadonlyMap<FilingId, unknown>): number => {
  let sum = 0
  for (const [filingId, n] of countUnread(db)) if (filings.has(filingId)) sum += n
  return sum
}

const NOTHING: SearchAnswer = { groups: [], total: 0, filings: 0, problem: null, waiting: 0, unread: 0 }

/**
 * Searches the text, the quotes, the notes and the headers of the filings that are not in the trash. Filings come best first,
 * newer before older where they are alike; their numbers of hits are exact. Where a query is found more than `MOST_RANKED`
 * times, filings come newest first with the first hit of each document.
 */
export const searchLibrary = (library: SearchedLibrary, request: SearchRequest, onGroups: GroupListener): SearchAnswer => {
  const { db, going } = library
  const catalogue = library.catalogue()
  const query = readQuery(request.query, catalogue.vocabulary)
  if (query.kind === 'problem') return { ...NOTHING, problem: query.problem }
  if (query.kind === 'empty') return NOTHING
  const filings = filingsWithin(catalogue, query.filters, { folderId: request.folderId, filingId: request.filingId ?? null })
  const found = [...findCandidates({ db, catalogue, filings, query, going }).values()].sort(byMerit)
  const total = found.reduce((sum, one) => sum + one.total, 0)
  const shown: Shown = { db, catalogue, finder: createMarkFinder(termsOf(query.words)) }
  const match = query.words && total > MOST_RANKED ? toMatch(query.words) : null
  const groups: SearchGroup[] = []
  let told = 0
  for (const one of found) {
    if (groups.length >= request.limit) break
    going()
    const filing: FilingSummary | undefined = getFiling(db, one.filing.id)
    if (!filing) continue
    const hits = bestOf(shown, one, match, request.hits ?? HITS_SHOWN).map((candidate) => toHit(shown, one, candidate))
    groups.push({ filing, hits: hits.filter((hit) => hit !== null), total: one.total })
    if (groups.length - told < TOLD_AT_ONCE) continue
    onGroups(groups.slice(told), total)
    told = groups.length
  }
  return { groups, total, filings: found.length, problem: null, waiting: countToIndex(db), unread: unreadIn(db, filings) }
}
