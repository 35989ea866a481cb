import type { HitKind } from '#contract/search'
import type { FilingId } from '#contract/ids'
import type { SearchHit } from '#contract/library'
import type { TextRange } from '#contract/range'
import type { Choice } from '../../domain/search/search-filters'
import { holds, toMatch } from '../../domain/search/search-match'
import type { JudgedWords } from '../../domain/search/search-match'
import type { SearchQuery } from '../../domain/search/search-query'
import type { ReadableDb } from '../../store/handles'
import { fromJson } from '../../store/json'
import { blocksCarrying } from '../../store/risk-places'
import { countByDocument, findWork, placeAllBlocks, placeBlocks, placeKeys, placeSections, placeSuggestions,
  rankBlocks } from '../../store/search'
import type { FoundBlock, FoundWork, PlacedBlock } from '../../store/search'
import type { Catalogue, CataloguedDocument, CataloguedFiling } from './search-catalogue'
import { fitsWords, wordsOf } from './search-catalogue'

/** A hit before its words are read. A higher score is better. */
export interface Candidate {
  readonly source: SearchHit['source']
  readonly key: number
  readonly score: number
}

/** What was found in one filing. `candidates` may hold fewer than `total` where a query is found nearly everywhere. */
export interface FoundFiling {
  readonly filing: CataloguedFiling
  total: number
  score: number
  readonly candidates: Candidate[]
}

/** What is found, filing by filing. */
export type Found = Map<FilingId, FoundFiling>

/** What a search looks at. */
export interface SearchScope {
  readonly db: ReadableDb
  readonly catalogue: Catalogue
  readonly filings: ReadonlyMap<FilingId, CataloguedFiling>
  readonly query: SearchQuery
  /** Throws where nobody waits for the answer any more. */
  readonly going: () => void
}

/** A hit in a note or a quote is the analyst's own and comes before the same words of a text; a filing's own name before both. */
const WEIGHTS = { note: 3, quote: 2, text: 1 }
const HEADER_SCORE = 40

/** Above this number of hits a query names nothing in particular: the filings then come by their date, without a rank of each hit. */
export const MOST_RANKED = 5000

const put = (found: Found, filing: CataloguedFiling | undefined, candidate: Candidate, n = 1): void => {
  if (!filing) return
  const known = found.get(filing.id)
  if (!known) {
    found.set(filing.id, { filing, total: n, score: candidate.score, candidates: [candidate] })
    return
  }
  known.total += n
  known.score = Math.max(known.score, candidate.score)
  known.candidates.push(candidate)
}

const wants = ({ any, none }: Choice<HitKind>, kind: HitKind): boolean => (any.length === 0 || any.includes(kind)) && !none.includes(kind)

/** The kinds of hit that stand in the text of a filing. */
const TEXT_KINDS: readonly HitKind[] = ['text', 'heading', 'table', 'finding', 'forward-looking']

const sourcesOf = ({ filters }: SearchQuery): ReadonlySet<SearchHit['source']> => {
  const { kind, tag, status, section, risk, notesOnly } = filters
  const own = tag.any.length > 0 || tag.none.length > 0
  const asked = status.any.length > 0 || status.none.length > 0
  const sources = new Set<SearchHit['source']>()
  if (wants(kind, 'note') && risk.any.length + risk.none.length === 0) sources.add('note')
  if (wants(kind, 'highlight') && !notesOnly && !asked && risk.any.length + risk.none.length === 0) sources.add('quote')
  const texts = kind.any.length === 0 ? !kind.none.includes('text') : kind.any.some((one) => TEXT_KINDS.includes(one))
  if (texts && !notesOnly && !own && !asked) sources.add('text')
  const plain = section.any.length + section.none.length + risk.any.length + risk.none.length === 0
  if (wants(kind, 'filing') && !notesOnly && !own && !asked && plain) sources.add('filing')
  return sources
}

const fits = <T>({ any, none }: Choice<T>, value: T | null): boolean =>
  (any.length === 0 || (value !== null && any.includes(value))) && (value === null || !none.includes(value))

const wordsIn = (path: string): JudgedWords => wordsOf(...fromJson<(string | null)[]>(path))

const addWork = (scope: SearchScope, found: Found, source: 'quote' | 'note'): void => {
  const { db, query, filings } = scope
  const { tag, status, section } = query.filters
  const bySection = section.any.length + section.none.length > 0
  const isWanted = (row: FoundWork): boolean =>
    fits(tag, row.tagId) && (source === 'quote' || fits(status, row.status)) && (!bySection || fitsWords(wordsIn(row.path), section))
  for (const row of findWork(db, source, query.words && toMatch(query.words))) {
    if (isWanted(row)) put(found, filings.get(row.filingId), { source, key: row.key, score: -row.rank * WEIGHTS[source] })
  }
}

const addHeaders = ({ query, filings }: SearchScope, found: Found): void => {
  let at = 0
  for (const filing of filings.values()) {
    at += 1
    if (query.words === null || holds(query.words, filing.headerWords))
      put(found, filing, { source: 'filing', key: at, score: HEADER_SCORE })
  }
}

const overlaps = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end

/** What says of a block of one document whether it is wanted. */
type BlockTest = (block: PlacedBlock) => boolean

const inAny = (places: readonly TextRange[]): BlockTest => (block) => places.some((place) => overlaps(place, block))

/** The tests that the filters put to the blocks of a document; each is made with one look at the document. */
const testsFor = ({ db, query }: SearchScope, { key }: CataloguedDocument): readonly BlockTest[] => {
  const { kind, section } = query.filters
  const tests: BlockTest[] = []
  if (section.any.length + section.none.length > 0) {
    const all = placeSections(db, key).map((one) => ({ ...one, words: wordsOf(one.title, one.kind) }))
    const wanted = all.filter(({ words }) => fitsWords(words, { any: section.any, none: [] }))
    const unwanted = section.none.length > 0 ? all.filter(({ words }) => fitsWords(words, { any: section.none, none: [] })) : []
    if (section.any.length > 0) tests.push(inAny(wanted))
    tests.push((block) => !inAny(unwanted)(block))
  }
  const kindTest = (one: HitKind): BlockTest => {
    if (one === 'heading' || one === 'table') return (block) => block.kind === one
    if (one === 'finding' || one === 'forward-looking') return inAny(placeSuggestions(db, key, one))
    return () => one === 'text'
  }
  const any = kind.any.map(kindTest)
  const none = kind.none.map(kindTest)
  if (any.length > 0) tests.push((block) => any.some((test) => test(block)))
  if (none.length > 0) tests.push((block) => !none.some((test) => test(block)))
  return tests
}

const byDocument = <T extends FoundBlock>(blocks: readonly T[]): Map<number, T[]> => {
  const documents = new Map<number, T[]>()
  for (const block of blocks) {
    const document = Math.floor(block.key / 1_048_576)
    const known = documents.get(document)
    if (known) known.push(block)
    else documents.set(document, [block])
  }
  return documents
}

/** The blocks that speak of the wanted risks (null where none are asked for), and those that speak of the unwanted ones. */
interface RiskyBlocks {
  readonly wanted: ReadonlySet<number> | null
  readonly unwanted: ReadonlySet<number>
}

const riskyBlocks = ({ db, query: { filters: { risk } } }: SearchScope): RiskyBlocks => ({
  wanted: risk.any.length > 0 ? new Set(blocksCarrying(db, risk.any)) : null,
  unwanted: new Set(risk.none.length > 0 ? blocksCarrying(db, risk.none) : [])
})

/** The blocks to be looked at, document by document; null where those are all there are. */
const blocksToTest = ({ db, query }: SearchScope, { wanted }: RiskyBlocks): ReadonlyMap<number, readonly PlacedBlock[]> | null => {
  if (query.words !== null) return byDocument(placeBlocks(db, toMatch(query.words)))
  return wanted && byDocument(placeKeys(db, [...wanted]))
}

/** Blocks that have to be looked at one by one, because the filters ask where they stand. */
const addPlacedText = (scope: SearchScope, found: Found): void => {
  const { db, catalogue, filings, going } = scope
  const risky = riskyBlocks(scope)
  const chosen = blocksToTest(scope, risky)
  const fitsRisks = ({ key }: PlacedBlock): boolean => (risky.wanted?.has(key) ?? true) && !risky.unwanted.has(key)
  for (const document of catalogue.documents.values()) {
    const filing = filings.get(document.filingId)
    const blocks = chosen?.get(document.key)
    if (!filing || (chosen !== null && !blocks)) continue
    going()
    const tests = testsFor(scope, document)
    for (const block of blocks ?? placeAllBlocks(db, document.key)) {
      if (fitsRisks(block) && tests.every((test) => test(block))) put(found, filing, { source: 'text', key: block.key, score: -block.rank })
    }
  }
}

/** Blocks that are asked for by their risks alone: which they are is all that counts, and none of them is read. */
const addRiskyText = (scope: SearchScope, found: Found): void => {
  const { catalogue, filings, going } = scope
  const { wanted, unwanted } = riskyBlocks(scope)
  going()
  for (const key of [...wanted ?? []].sort((a, b) => a - b)) {
    const filing = unwanted.has(key) ? undefined : filings.get(catalogue.documents.get(Math.floor(key / 1_048_576))?.filingId ?? '')
    put(found, filing, { source: 'text', key, score: 0 })
  }
}

const addText = ({ db, catalogue, filings, query }: SearchScope, found: Found): void => {
  if (query.words === null) return
  const match = toMatch(query.words)
  const filingOf = (document: number): CataloguedFiling | undefined => filings.get(catalogue.documents.get(document)?.filingId ?? '')
  const ranked = rankBlocks(db, match, MOST_RANKED + 1)
  if (ranked.length > MOST_RANKED) {
    for (const { document, n, first } of countByDocument(db, match))
      put(found, filingOf(document), { source: 'text', key: first, score: 0 }, n)
    return
  }
  for (const { key, rank } of ranked) put(found, filingOf(Math.floor(key / 1_048_576)), { source: 'text', key, score: -rank })
}

/** Everything a query finds, filing by filing; the numbers are exact. */
export const findCandidates = (scope: SearchScope): Found => {
  const found: Found = new Map()
  const sources = sourcesOf(scope.query)
  const { kind, section, risk } = scope.query.filters
  const standing = [kind.any.filter((one) => one !== 'text' && TEXT_KINDS.includes(one)),
    kind.none.filter((one) => TEXT_KINDS.includes(one)), section.any, section.none]
    .some((values) => values.length > 0)
  if (sources.has('filing')) addHeaders(scope, found)
  for (const source of ['quote', 'note'] as const) if (sources.has(source)) addWork(scope, found, source)
  if (!sources.has('text')) return found
  if (!standing && scope.query.words === null && risk.any.length > 0) addRiskyText(scope, found)
  else if (standing || risk.any.length + risk.none.length > 0) addPlacedText(scope, found)
  else addText(scope, found)
  return found
}
