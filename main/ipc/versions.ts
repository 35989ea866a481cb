import { z } from 'zod'
import type { VersionCalls } from '#contract/version'
import { attachOrphan, dismissOrphan, wordsOfOrphan } from '../services/versions/attach-orphan'
import type { Behind, Handlers } from './handlers'
import { draft, id } from './guard-parts'

const ofFiling = z.strictObject({ filingId: id })
const pair = z.strictObject({ olderId: id, newerId: id, kind: z.enum(['version', 'family']) })

/** The guards of the calls on versions. */
export const VERSION_GUARDS: { readonly [N in keyof VersionCalls]: z.ZodType<VersionCalls[N]['args']> } = {
  'version.links': ofFiling,
  'version.candidates': ofFiling,
  'version.link': pair,
  'version.unlink': pair,
  'orphan.attach': z.strictObject({ id, draft, continues: z.boolean().exactOptional() }),
  'orphan.dismiss': z.strictObject({ id, filingId: id, dismissed: z.boolean() }),
  'orphan.words': z.strictObject({ id, filingId: id })
}

/** Versions of a filing, and the annotations that wait for a place in one. */
export const versionHandlers = ({ services: { library, versions } }: Behind): Handlers<keyof VersionCalls> => ({
  'version.links': ({ filingId }) => versions.links(filingId),
  'version.candidates': ({ filingId }) => versions.candidates(filingId),
  'version.link': ({ olderId, newerId, kind }) => versions.link(olderId, newerId, kind),
  'version.unlink': ({ olderId, newerId, kind }) => versions.unlink(olderId, newerId, kind),
  'orphan.attach': ({ id, draft, continues }) => attachOrphan(library, id, draft, continues),
  'orphan.dismiss': ({ id, filingId, dismissed }) => dismissOrphan(library, id, filingId, dismissed),
  'orphan.words': ({ id, filingId }) => wordsOfOrphan(library, id, filingId)
})
