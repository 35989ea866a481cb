import { z } from 'zod'
import type { QueueCalls } from '#contract/import-queue'
import { ok } from '#contract/result'
import type { Behind, Handlers } from './handlers'
import { id, LIMITS, nothing } from './guard-parts'

const jobs = z.array(id).max(100_000).nullable()

/** The guards of the calls on the queue. */
export const QUEUE_GUARDS: { readonly [N in keyof QueueCalls]: z.ZodType<QueueCalls[N]['args']> } = {
  'queue.chooseFolder': z.strictObject({ folderId: id.nullable(), mirror: z.boolean() }),
  'queue.add': z.strictObject({
    paths: z.array(z.string().min(1).max(LIMITS.path)).max(LIMITS.paths),
    folderId: id.nullable(),
    mirror: z.boolean()
  }),
  'queue.list': nothing,
  'queue.retry': z.strictObject({ jobs }),
  'queue.cancel': z.strictObject({ jobs }),
  'queue.clear': z.strictObject({ failed: z.boolean() })
}

/** The queue of imports. */
export const queueHandlers = ({ services: { queue }, shell }: Behind): Handlers<keyof QueueCalls> => ({
  'queue.chooseFolder': async ({ folderId, mirror }) => {
    const path = await shell.chooseFolder('Import folder')
    return path === null ? ok(0) : queue.add([path], folderId, mirror)
  },
  'queue.add': ({ paths, folderId, mirror }) => queue.add(paths, folderId, mirror),
  'queue.list': () => ok(queue.list()),
  'queue.retry': ({ jobs: named }) => {
    queue.retry(named)
    return ok(null)
  },
  'queue.cancel': ({ jobs: named }) => {
    queue.cancel(named)
    return ok(null)
  },
  'queue.clear': ({ failed }) => {
    queue.clear(failed)
    return ok(null)
  }
})
