import { failureOf } from '../../store/failure-of'
import { renewIndexes } from '../../store/index-faults'
import type { LibraryContext } from '../library-context'
import { tellDamage } from './damage'

/** Makes indexes of these tables anew, which do not list what stands in them, and tells of it. */
export const mendIndexes = (library: LibraryContext, spoilt: readonly string[]): void => {
  if (spoilt.length === 0) return
  try {
    renewIndexes(library.db, spoilt)
  } catch (error) {
    const known = failureOf(error)
    if (!known || known.ok || known.failure.code !== 'database-damaged') throw error
    tellFaults(library, [known.failure.place ?? spoilt.join(', ')])
    return
  }
  library.log(`integrity: indexes made anew: ${spoilt.join(', ')}`)
  tellDamage(library, { filingId: null, mended: true,
    message: `${spoilt.length === 1 ? 'An index' : `${String(spoilt.length)} indexes`} of the library had changed on the disk.`,
    detail: 'Rebuilt from what is in the library; an index holds nothing of its own. The disk may be failing: have it checked.' })
}

/** Tells of what is wrong with the database and is no index. */
export const tellFaults = (library: LibraryContext, faults: readonly string[]): void => {
  if (faults.length === 0) return
  for (const fault of faults) library.log(`integrity: ${fault}`)
  tellDamage(library, { filingId: null, mended: false, message: 'A page of the library’s database changed on the disk.',
    detail:
      'Begin from a backup (Settings, Library): what was done since comes back from the journal. The disk may be failing: have it checked.' })
}
