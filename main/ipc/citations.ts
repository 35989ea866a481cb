import { z } from 'zod'
import type { Calls } from '#contract/calls'
import type { CitationCalls } from '#contract/citation'
import { backlinksOf, lookAtCitations } from '../services/reading/look-at-citations'
import { id, LIMITS, range, sequence } from './guard-parts'
import type { Behind, Handlers } from './handlers'

/** The most places that are looked at in one call. */
const MOST_PLACES = 500

const place = z.strictObject({
  filingId: id,
  sequence,
  range,
  quote: z.string().max(LIMITS.words),
  kind: z.enum(['words', 'annotation', 'finding', 'forward-looking', 'note']),
  ref: id.nullable()
})

/** What each call on citations takes. */
export const CITATION_GUARDS: { readonly [N in keyof CitationCalls]: z.ZodType<Calls[N]['args']> } = {
  'citation.look': z.strictObject({ places: z.array(place).max(MOST_PLACES) }),
  'citation.backlinks': z.strictObject({ filingId: id })
}

/** Citations in notes: what stands there now, and which notes cite a filing. */
export const citationHandlers = ({ services: { library } }: Behind): Handlers<keyof CitationCalls> => ({
  'citation.look': ({ places }) => lookAtCitations(library, places),
  'citation.backlinks': ({ filingId }) => backlinksOf(library, filingId)
})
