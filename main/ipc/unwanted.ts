import { z } from 'zod'
import type { UnwantedCalls } from '#contract/unwanted'
import { decisionLabels } from '../services/work/decision-labels'
import { addUnwanted, removeUnwanted, unwantedList, unwantedReach } from '../services/work/unwanted'
import { id, LIMITS, nothing, range } from './guard-parts'
import type { Behind, Handlers } from './handlers'

const request = z.strictObject({
  filingId: id,
  suggestion: z.strictObject({ kind: z.enum(['finding', 'forward-looking']), node: id, range, exact: z.string().min(1).max(LIMITS.quote) }),
  company: z.string().trim().min(1).max(LIMITS.name).nullable()
})

/** The guards of the calls on what is not to be suggested any more. */
export const UNWANTED_GUARDS: { readonly [N in keyof UnwantedCalls]: z.ZodType<UnwantedCalls[N]['args']> } = {
  'unwanted.list': nothing,
  'unwanted.reach': request,
  'unwanted.add': request,
  'unwanted.remove': z.strictObject({ id }),
  'unwanted.labels': z.strictObject({ path: z.string().min(1).max(LIMITS.path).nullable() })
}

/** What is not to be suggested any more, and the decisions as labels. */
export const unwantedHandlers = ({ services: { library }, shell }: Behind): Handlers<keyof UnwantedCalls> => ({
  'unwanted.list': () => unwantedList(library),
  'unwanted.reach': (asked) => unwantedReach(library, asked),
  'unwanted.add': (asked) => addUnwanted(library, asked),
  'unwanted.remove': ({ id: unwanted }) => removeUnwanted(library, unwanted),
  'unwanted.labels': ({ path }) =>
    shell.saveFile({
      path,
      title: 'Export decisions as labels',
      suggestedName: 'decision-labels.json',
      kinds: [{ name: 'JSON', extension: 'json' }],
      contentFor: () => decisionLabels(library)
    })
})
