import { z } from 'zod'
import type { ReviewCalls } from '#contract/review'
import { fail } from '#contract/result'
import type { Handlers } from './handlers'
import { id, LIMITS, sequence } from './guard-parts'

const inFolder = z.strictObject({ folderId: id.nullable() })
const scope = z.strictObject({ filingId: id.nullable(), entityId: id.nullable() })
const path = z.string().min(1).max(LIMITS.path).nullable()

/** The guards of the calls on the work. */
export const REVIEW_GUARDS: { readonly [N in keyof ReviewCalls]: z.ZodType<ReviewCalls[N]['args']> } = {
  'review.sections': z.strictObject({ filingId: id }),
  'review.setSection': z.strictObject({ filingId: id, sequence, section: id, reviewed: z.boolean() }),
  'review.board': inFolder,
  'review.left': z.strictObject({ folderId: id.nullable(), filingId: id.nullable(), limit: z.int().min(1).max(10_000) }),
  'review.requests': inFolder,
  'review.exportRequests': z.strictObject({ folderId: id.nullable(), path }),
  'activity.list': z.strictObject({ scope, before: z.int().min(1).nullable(), limit: z.int().min(1).max(10_000) }),
  'activity.export': z.strictObject({ scope, path })
}

const notYet = () => fail('invalid-request', 'This is not there yet.')

/** The state of the work and its history. */
export const reviewHandlers = (): Handlers<keyof ReviewCalls> => ({
  'review.sections': notYet,
  'review.setSection': notYet,
  'review.board': notYet,
  'review.left': notYet,
  'review.requests': notYet,
  'review.exportRequests': notYet,
  'activity.list': notYet,
  'activity.export': notYet
})
