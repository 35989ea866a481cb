import type { FilingId, FolderId } from './ids'
import type { SearchGroup } from './library'
import type { TextRange } from './range'

/** What is wrong with a query, where, and what to write instead; `range` is into the query. */
export interface QueryProblem {
  readonly message: string
  readonly range: TextRange
  readonly remedy: string
}

/** The answer to a search: its filings best first, or what is wrong with the query. `total` counts all hits, listed or not. */
export interface SearchAnswer {
  readonly groups: readonly SearchGroup[]
  readonly total: number
  readonly filings: number
  readonly problem: QueryProblem | null
}

/** A search kept by name. */
export interface SavedSearch {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly folderId: FolderId | null
}

/** A sentence of the library like another one. `likeness` runs from 0 to 1, 1 where the folded words are the same. */
export interface SimilarSentence {
  readonly filingId: FilingId
  readonly title: string
  readonly filedAt: string | null
  readonly sequence: number
  readonly range: TextRange
  readonly text: string
  readonly likeness: number
}

/** Calls on searches over the library. */
export interface SearchCalls {
  /**
   * Searches the library or a folder with those in it. A search with a newer `token` ends an older one of the window. Groups come as
   * events `search.groups` while it runs; the answer holds them all, up to `limit` filings.
   */
  'search.run': { args: { readonly token: number; readonly query: string; readonly folderId: FolderId | null; readonly limit: number }; value: SearchAnswer }
  /** Sentences like `text`, most alike first; those of `filingId` at `range` itself are left out. */
  'search.similar': { args: { readonly text: string; readonly filingId: FilingId | null; readonly range: TextRange | null; readonly limit: number }; value: readonly SimilarSentence[] }
  'search.saved': { args: null; value: readonly SavedSearch[] }
  /** Keeps a search, or changes the one of that id. Answers all of them. */
  'search.save': { args: { readonly id: string | null; readonly name: string; readonly query: string; readonly folderId: FolderId | null }; value: readonly SavedSearch[] }
  'search.forget': { args: { readonly id: string }; value: readonly SavedSearch[] }
}

/** The names of the calls on searches. */
export const SEARCH_CALLS = {
  'search.run': 0, 'search.similar': 0, 'search.saved': 0, 'search.save': 0, 'search.forget': 0
} satisfies Record<keyof SearchCalls, 0>
