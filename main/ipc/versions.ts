import { z } from 'zod'
import type { VersionCalls } from '#contract/version'
import { fail } from '#contract/result'
import type { Handlers } from './handlers'
import { draft, id } from './guard-parts'

const ofFiling = z.strictObject({ filingId: id })
const pair = z.strictObject({ olderId: id, newerId: id, kind: z.enum(['version', 'family']) })

/** The guards of the calls on versions. */
export const VERSION_GUARDS: { readonly [N in keyof VersionCalls]: z.ZodType<VersionCalls[N]['args']> } = {
  'version.links': ofFiling,
  'version.candidates': ofFiling,
  'version.link': pair,
  'version.unlink': pair,
  'orphan.attach': z.strictObject({ id, draft }),
  'orphan.dismiss': z.strictObject({ id, filingId: id, dismissed: z.boolean() })
}

const notYet = () => fail('invalid-request', 'This is not there yet.')

/** Versions of a filing, and the annotations that wait for a place in one. */
export const versionHandlers = (): Handlers<keyof VersionCalls> => ({
  'version.links': notYet,
  'version.candidates': notYet,
  'version.link': notYet,
  'version.unlink': notYet,
  'orphan.attach': notYet,
  'orphan.dismiss': notYet
})
