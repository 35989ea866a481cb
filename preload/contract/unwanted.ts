import type { SuggestionKind } from './annotation'
import type { SuggestionRef } from './annotation'
import type { FilingId } from './ids'

/**
 * What the analyst does not want suggested any more: sentences like `exact`, in the filings of a company, or everywhere where `company` is
 * null. `exact` are the words as suggested; what is like them is told by `#model/unwanted`. Times are ISO 8601 in UTC.
 */
export interface Unwanted {
  readonly id: string
  readonly kind: SuggestionKind
  readonly company: string | null
  readonly exact: string
  readonly createdAt: string
}

/** How many undecided suggestions of the library something unwanted hides, beside the one it is made from, and in how many filings. */
export interface UnwantedReach {
  readonly suggestions: number
  readonly filings: number
}

/** Calls on what is not to be suggested any more. */
export interface UnwantedCalls {
  'unwanted.list': { args: null; value: readonly Unwanted[] }
  /** What it would hide, asked before it is done. */
  'unwanted.reach': {
    args: { readonly filingId: FilingId; readonly suggestion: SuggestionRef; readonly company: string | null }
    value: UnwantedReach
  }
  /** Rejects the suggestion and keeps those like it from being suggested, as one step of the history. Answers all there are. */
  'unwanted.add': {
    args: { readonly filingId: FilingId; readonly suggestion: SuggestionRef; readonly company: string | null }
    value: readonly Unwanted[]
  }
  /** Lets such sentences be suggested again; the decision stays. Answers all that are left. */
  'unwanted.remove': { args: { readonly id: string }; value: readonly Unwanted[] }
  /** Writes the decisions as labels to a file that the reader chooses; null where it was cancelled. `path` is null but in tests. */
  'unwanted.labels': { args: { readonly path: string | null }; value: { readonly path: string } | null }
}

/** The names of the calls on what is not to be suggested any more. */
export const UNWANTED_CALLS = {
  'unwanted.list': 0,
  'unwanted.reach': 0,
  'unwanted.add': 0,
  'unwanted.remove': 0,
  'unwanted.labels': 0
} satisfies Record<keyof UnwantedCalls, 0>
