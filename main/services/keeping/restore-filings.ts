import { existsSync } from 'node:fs'
import type { FilingId } from '#contract/ids'
import { findBySha256, getFiling, markFilingReady, setTrashed } from '../../store/filings'
import { failureOf } from '../../store/failure-of'
import { transact } from '../../store/sql'
import type { LibraryContext } from '../library-context'
import { createFilingReader } from '../reading/read-filing'
import { reencodeFiling } from '../reading/reencode-filing'
import { storeFiling } from '../import/store-filing'
import { SCHEMAS } from '../journal/states'
import type { FilingState } from '../journal/states'
import type { KeptThing } from '../things/things'

/** What became of the filings that the journal tells of and the database lacked. */
export interface RestoredFilings {
  /** The names of those that were read again from their kept bytes. */
  readonly restored: readonly string[]
  /** The names of those that could not be, each with the reason. */
  readonly missing: readonly string[]
}

const NO_BYTES = 'its bytes are not kept any more'

/** Reads a filing again from its kept bytes under the identity it had; null, or why that cannot be. */
const readAgain = async (library: LibraryContext, id: FilingId, filing: FilingState): Promise<string | null> => {
  const { fileName, bytes, sha256, importedAt, trashedAt = null } = filing
  if (fileName === undefined || bytes === undefined || sha256 === undefined || importedAt === undefined)
    return 'the journal does not hold the line of its import'
  if (findBySha256(library.db, sha256)) return 'the library holds the same bytes as another filing'
  const path = library.sources.pathOf(sha256)
  if (!existsSync(path)) return NO_BYTES
  const answered = await library.analysis.run({ job: library.newId(), path, encoding: filing.encoding ?? null, sequence: 'first' },
    (stage, done, total) => {
      library.emit('work.progress', { job: id, file: fileName, stage, done, total })
    })
  if (!answered.ok) return answered.failure.message
  await storeFiling(library.db, { id, fileName, bytes, sha256, importedAt }, answered.value)
  transact(library.db, () => {
    markFilingReady(library.db, id)
    setTrashed(library.db, id, trashedAt)
  })
  return null
}

/** As `readAgain`; what the disk or the database refuses is a reason too, so that the others are still read. */
const tryAgain = async (library: LibraryContext, id: FilingId, filing: FilingState): Promise<string | null> => {
  try {
    return await readAgain(library, id, filing)
  } catch (error) {
    const known = failureOf(error)
    if (!known || known.ok) throw error
    return known.failure.message
  }
}

/**
 * Brings back the filings that the database lacks from their kept bytes, one after the other, without holding the thread. `stopped` ends it
 * between two of them. No import that was cut off may lie in the database.
 */
export const restoreFilings = async (library: LibraryContext, things: Iterable<KeptThing>,
  stopped: () => boolean = () => false): Promise<RestoredFilings> => {
  const restored: string[] = []
  const missing: string[] = []
  for (const { entity, id, state } of things) {
    if (stopped()) break
    if (entity !== 'filing' || getFiling(library.db, id)) continue
    const filing = SCHEMAS.filing.parse(state)
    const name = filing.fileName ?? id
    const reason = await tryAgain(library, id, filing)
    if (reason === null) restored.push(name)
    else missing.push(reason === NO_BYTES ? name : `${name} (${reason})`)
  }
  return { restored, missing }
}

/** Decodes again, as the journal tells, what the database holds in another decoding; the work, brought back before, is tied to it anew. */
export const decodeAsLast = async (library: LibraryContext, things: Iterable<KeptThing>): Promise<void> => {
  const reader = createFilingReader(library)
  for (const { entity, id, state } of things) {
    const encoding = entity === 'filing' ? SCHEMAS.filing.parse(state).encoding : null
    const known = getFiling(library.db, id)
    if (!known || !encoding || encoding === known.encoding) continue
    const again = await reencodeFiling(library, reader, id, encoding)
    if (!again.ok) library.log(`filing ${id} stays decoded as ${known.encoding ?? 'it was'}: ${again.failure.message}`)
  }
  await reader.close()
}
