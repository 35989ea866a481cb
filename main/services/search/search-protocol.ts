import type { SearchGroup } from '#contract/library'
import type { Result } from '#contract/result'
import type { SearchAnswer, SearchCalls, SearchPassage, SimilarSentence } from '#contract/search'
import type { SearchRequest } from './search-library'

/** What the thread that searches is started with: the data folder, and the place where the token of the newest search stands. */
export interface SearchThreadData {
  readonly folder: string
  readonly newest: Int32Array
}

/** What the thread is asked; `id` names the question. */
export type SearchQuestion =
  | { readonly id: number; readonly kind: 'run'; readonly request: SearchRequest }
  | { readonly id: number; readonly kind: 'passage'; readonly request: SearchCalls['search.passage']['args'] }
  | { readonly id: number; readonly kind: 'similar'; readonly request: SearchCalls['search.similar']['args'] }

/** What the thread tells: groups of a running search, then the answer of each question. */
export type SearchReply =
  | { readonly id: number; readonly kind: 'groups'; readonly groups: readonly SearchGroup[]; readonly total: number }
  | { readonly id: number; readonly kind: 'answer'; readonly result: Result<SearchAnswer | SearchPassage | readonly SimilarSentence[]> }
