import { z } from 'zod'
import type { CompareCalls } from '#contract/comparison'
import { ok } from '#contract/result'
import type { Behind, Handlers } from './handlers'
import { readBlocksAround } from '../services/reading/blocks-around'
import { id, LIMITS, nothing, offset, range, sequence } from './guard-parts'

const side = z.strictObject({ filingId: id, sequence })

/** The guards of the calls on comparisons. */
export const COMPARE_GUARDS: { readonly [N in keyof CompareCalls]: z.ZodType<CompareCalls[N]['args']> } = {
  'compare.export': z.strictObject({
    left: side,
    right: side,
    path: z.string().min(1).max(LIMITS.path).nullable(),
    overwrite: z.boolean()
  }),
  'compare.prepare': nothing,
  'compare.blocks': side.extend({ range }),
  'compare.seen': side,
  'compare.also': side.extend({ at: offset }),
  'compare.series': side.extend({ figure: id }),
  'compare.copies': side.extend({ marked: z.boolean() })
}

/** Redlines, and sentences seen before. */
export const compareHandlers = ({ services, shell }: Behind): Handlers<keyof CompareCalls> => ({
  'compare.export': async (args) => {
    const written = await shell.exportRedline(args)
    if (written.ok) return ok({ path: written.value.path, pages: written.value.pages })
    return written.failure.code === 'export-cancelled' ? ok(null) : written
  },
  'compare.prepare': () => {
    services.comparer.prepare()
    return ok(null)
  },
  'compare.blocks': ({ range: place, ...document }) => readBlocksAround(services.library, services.reader, document, place),
  'compare.seen': (document) => services.sentences.seen(document),
  'compare.also': ({ at, ...document }) => services.sentences.also(document, at),
  'compare.series': ({ figure, ...document }) => services.sentences.series(document, figure),
  'compare.copies': ({ marked, ...document }) => services.sentences.copies(document, marked)
})
