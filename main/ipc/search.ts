import { z } from 'zod'
import type { SearchCalls } from '#contract/search'
import { forgetSearch, savedSearches, saveSearch } from '../services/work/saved-searches'
import { id, LIMITS, nothing, range, sequence } from './guard-parts'
import type { Behind, Handlers } from './handlers'

const query = z.string().max(LIMITS.words)

/** The guards of the calls on searches. */
export const SEARCH_GUARDS: { readonly [N in keyof SearchCalls]: z.ZodType<SearchCalls[N]['args']> } = {
  'search.run': z.strictObject({
    token: z.int().min(0).max(2_147_483_647),
    query,
    folderId: id.nullable(),
    filingId: id.nullable().exactOptional(),
    limit: z.int().min(1).max(10_000),
    hits: z.int().min(1).max(10_000).exactOptional()
  }),
  'search.passage': z.strictObject({ query, filingId: id, sequence, range: range.nullable(), noteId: id.nullable() }),
  'search.similar': z.strictObject({
    text: z.string().max(LIMITS.words),
    filingId: id.nullable(),
    range: range.nullable(),
    limit: z.int().min(1).max(1000)
  }),
  'search.saved': nothing,
  'search.save': z.strictObject({ id: id.nullable(), name: z.string().trim().min(1).max(LIMITS.name), query, folderId: id.nullable() }),
  'search.forget': z.strictObject({ id })
}

/** Search over the library. */
export const searchHandlers = ({ services }: Behind): Handlers<keyof SearchCalls> => ({
  'search.run': (request) =>
    services.searcher.run(request, (groups, total) => {
      services.library.emit('search.groups', { token: request.token, groups, total })
    }),
  'search.passage': (request) => services.searcher.passage(request),
  'search.similar': (request) => services.searcher.similar(request),
  'search.saved': () => savedSearches(services.library),
  'search.save': (request) => saveSearch(services.library, request),
  'search.forget': (request) => forgetSearch(services.library, request.id)
})
