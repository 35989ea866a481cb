import { z } from 'zod'
import type { QueueCalls } from '#contract/import-queue'
import { fail } from '#contract/result'
import type { Handlers } from './handlers'
import { id, LIMITS, nothing } from './guard-parts'

const jobs = z.array(id).max(100_000).nullable()

/** The guards of the calls on the queue. */
export const QUEUE_GUARDS: { readonly [N in keyof QueueCalls]: z.ZodType<QueueCalls[N]['args']> } = {
  'queue.chooseFolder': z.strictObject({ folderId: id.nullable(), mirror: z.boolean() }),
  'queue.add': z.strictObject({
    paths: z.array(z.string().min(1).max(LIMITS.path)).max(LIMITS.paths), folderId: id.nullable(), mirror: z.boolean()
  }),
  'queue.list': nothing,
  'queue.retry': z.strictObject({ jobs }),
  'queue.cancel': z.strictObject({ jobs }),
  'queue.clear': z.strictObject({ failed: z.boolean() })
}

const notYet = () => fail('invalid-request', 'This is not there yet.')

/** The queue of imports. */
export const queueHandlers = (): Handlers<keyof QueueCalls> => ({
  'queue.chooseFolder': notYet,
  'queue.add': notYet,
  'queue.list': notYet,
  'queue.retry': notYet,
  'queue.cancel': notYet,
  'queue.clear': notYet
})
