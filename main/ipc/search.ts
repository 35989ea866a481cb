import { z } from 'zod'
import type { SearchCalls } from '#contract/search'
import { fail } from '#contract/result'
import { searchLibrary } from '../services/search-library'
import { id, LIMITS, nothing, range } from './guard-parts'
import type { Behind, Handlers } from './handlers'

const query = z.string().max(LIMITS.words)

/** The guards of the calls on searches. */
export const SEARCH_GUARDS: { readonly [N in keyof SearchCalls]: z.ZodType<SearchCalls[N]['args']> } = {
  'search.run': z.strictObject({ token: z.int().min(0), query, folderId: id.nullable(), limit: z.int().min(1).max(10_000) }),
  'search.similar': z.strictObject({
    text: z.string().max(LIMITS.clipboard), filingId: id.nullable(), range: range.nullable(), limit: z.int().min(1).max(1000)
  }),
  'search.saved': nothing,
  'search.save': z.strictObject({ id: id.nullable(), name: z.string().trim().min(1).max(LIMITS.name), query, folderId: id.nullable() }),
  'search.forget': z.strictObject({ id })
}

const notYet = () => fail('invalid-request', 'This is not there yet.')

/** Search over the library. */
export const searchHandlers = ({ services }: Behind): Handlers<'search.library' | keyof SearchCalls> => ({
  'search.library': ({ query, limit }) => searchLibrary(services.library, query, limit),
  'search.run': notYet,
  'search.similar': notYet,
  'search.saved': notYet,
  'search.save': notYet,
  'search.forget': notYet
})
