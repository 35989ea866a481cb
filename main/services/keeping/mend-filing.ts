import { existsSync } from 'node:fs'
import type { FilingId } from '#contract/ids'
import { setOwnDetails } from '../../store/filing-details'
import { mendFilingRow } from '../../store/mend-filing-row'
import { transact } from '../../store/sql'
import { describedFiling } from '../import/store-filing'
import { SCHEMAS } from '../journal/states'
import type { LibraryContext } from '../library-context'
import { newestThings } from '../things/replay-journal'

/**
 * Makes the row of a filing anew that changed on the disk: from its kept bytes, and from what the journal tells of it. False where one of
 * the two does not hold it; then the row stays as it stands.
 */
export const mendFiling = async (library: LibraryContext, id: FilingId): Promise<boolean> => {
  const things = newestThings(library.journal.read())
  const told = SCHEMAS.filing.safeParse(things.get(`filing ${id}`)?.state)
  if (!told.success) return false
  const { fileName, bytes, sha256, importedAt, trashedAt = null, encoding = null } = told.data
  if (fileName === undefined || bytes === undefined || sha256 === undefined || importedAt === undefined) return false
  const path = library.sources.pathOf(sha256)
  if (!existsSync(path)) return false
  const answered = await library.analysis.run({ job: library.newId(), path, encoding, sequence: 'first' }, () => undefined)
  if (!answered.ok) return false
  const own = SCHEMAS['filing-details'].safeParse(things.get(`filing-details ${id}`)?.state)
  transact(library.db, () => {
    mendFilingRow(library.db, { ...describedFiling({ id, fileName, bytes, sha256, importedAt }, answered.value), trashedAt })
    if (own.success) setOwnDetails(library.db, id, own.data)
  })
  return true
}
