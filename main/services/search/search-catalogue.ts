import type { FilingId, FolderId } from '#contract/ids'
import { subtreeOf } from '#model/folder-tree'
import type { Choice, FilterWords, SearchFilters, SearchVocabulary } from '../../domain/search/search-filters'
import { holds, toJudge } from '../../domain/search/search-match'
import type { JudgedWords } from '../../domain/search/search-match'
import { searchWords } from '../../domain/search/search-text'
import type { ReadableDb } from '../../store/handles'
import { readCatalogue, stateOf } from '../../store/search'
import type { SearchCatalogue } from '../../store/search'
import { risksOf } from '../work/risks'

type Entry = SearchCatalogue['filings'][number]

/** A filing that can be found, with the words of its header. */
export interface CataloguedFiling extends Entry {
  /** What a hit in the header shows. */
  readonly header: string
  readonly headerWords: JudgedWords
  readonly companyWords: JudgedWords
  readonly formWords: JudgedWords
}

/** A document that can be found. */
export type CataloguedDocument = SearchCatalogue['documents'][number]

/** What a search needs to know of the whole library, made ready. */
export interface Catalogue {
  readonly filings: ReadonlyMap<FilingId, CataloguedFiling>
  readonly documents: ReadonlyMap<number, CataloguedDocument>
  readonly documentsOf: (filingId: FilingId) => readonly CataloguedDocument[]
  /** The filings in a folder and in those below it. */
  readonly filingsUnder: (folderId: FolderId) => ReadonlySet<FilingId>
  readonly vocabulary: SearchVocabulary
}

/** The words of some texts, ready to be judged. */
export const wordsOf = (...texts: readonly (string | null)[]): JudgedWords =>
  toJudge(texts.flatMap((text) => searchWords(text ?? '').map(({ word }) => word)))

const toFiling = (entry: Entry): CataloguedFiling => {
  const header = [entry.title, entry.company, [entry.form, entry.exhibit].filter((part) => part !== null).join(' '), entry.accession,
    entry.fileName]
    .filter((part) => part !== null && part !== '').join(' · ')
  return { ...entry, header, headerWords: wordsOf(header), companyWords: wordsOf(entry.company),
    formWords: wordsOf(entry.form, entry.exhibit) }
}

const catalogueOf = (db: ReadableDb): Catalogue => {
  const { filings, documents, folders, places, tags } = readCatalogue(db)
  const byFiling = new Map<FilingId, CataloguedDocument[]>()
  for (const document of documents) byFiling.set(document.filingId, [...byFiling.get(document.filingId) ?? [], document])
  const known = new Set(filings.map(({ id }) => id))
  return {
    filings: new Map(filings.map((entry) => [entry.id, toFiling(entry)])),
    documents: new Map(documents.filter(({ filingId }) => known.has(filingId)).map((document) => [document.key, document])),
    documentsOf: (filingId) => byFiling.get(filingId) ?? [],
    filingsUnder: (folderId) => {
      const under = new Set(subtreeOf(folders, folderId).map(({ id }) => id))
      return new Set(places.filter((place) => under.has(place.folderId)).map(({ filingId }) => filingId))
    },
    vocabulary: { tags, folders, risks: risksOf({ db }).map(({ id, label }) => ({ id, label })) }
  }
}

/** The catalogue of a library as seen through one handle; read again only where another handle has written. */
export const createCatalogue = (db: ReadableDb, isOwnHandle: boolean): () => Catalogue => {
  let state = -1
  let known: Catalogue | null = null
  return () => {
    // Writes of the handle itself do not show in the number of the state.
    const now = isOwnHandle ? -1 : stateOf(db)
    if (known === null || isOwnHandle || now !== state) known = catalogueOf(db)
    state = now
    return known
  }
}

const hasWords = (text: JudgedWords, words: FilterWords): boolean => holds({ kind: 'term', words, prefix: true }, text)

/** Whether words fit a choice of words: one that is wanted and none that is not. */
export const fitsWords = (text: JudgedWords, { any, none }: Choice<FilterWords>): boolean =>
  (any.length === 0 || any.some((words) => hasWords(text, words))) && !none.some((words) => hasWords(text, words))

/** The filings among which a search looks. */
export const filingsWithin = (
  catalogue: Catalogue,
  filters: SearchFilters,
  scope: { readonly folderId: FolderId | null; readonly filingId: FilingId | null }
): ReadonlyMap<FilingId, CataloguedFiling> => {
  const { folderId, filingId } = scope
  const sets = folderId === null ? [] : [catalogue.filingsUnder(folderId)]
  const wanted = filters.folder.any.map((id) => catalogue.filingsUnder(id))
  const unwanted = filters.folder.none.map((id) => catalogue.filingsUnder(id))
  const { from, before, company, form } = filters
  const fits = (filing: CataloguedFiling): boolean =>
    (filingId === null || filing.id === filingId)
    && sets.every((set) => set.has(filing.id))
    && (wanted.length === 0 || wanted.some((set) => set.has(filing.id)))
    && !unwanted.some((set) => set.has(filing.id))
    && (from === null || (filing.filedAt !== null && filing.filedAt >= from))
    && (before === null || (filing.filedAt !== null && filing.filedAt < before))
    && fitsWords(filing.companyWords, company) && fitsWords(filing.formWords, form)
  const all = folderId === null && filingId === null && !filters.any
  return all ? catalogue.filings : new Map([...catalogue.filings].filter(([, filing]) => fits(filing)))
}
