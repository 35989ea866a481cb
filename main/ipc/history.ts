import { z } from 'zod'
import type { HistoryCalls } from '#contract/sealed-log'
import { historyReport } from '../services/integrity/history-check'
import type { Behind, Handlers } from './handlers'

/** The guards of the calls on the sealed history. */
export const HISTORY_GUARDS: { readonly [N in keyof HistoryCalls]: z.ZodType<HistoryCalls[N]['args']> } = {
  'history.check': z.strictObject({ head: z.string().max(200).nullable() })
}

/** The sealed history, and a head that somebody holds. */
export const historyHandlers = ({ services: { library } }: Behind): Handlers<keyof HistoryCalls> => ({
  'history.check': ({ head }) => historyReport(library, head)
})
