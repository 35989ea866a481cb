import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import * as filings from '../../store/filings'
import type { LibraryContext } from '../library-context'

/** The filings of the library or of its trash, the one opened or imported last first. */
export const listFilings = (library: Pick<LibraryContext, 'db'>, trashed: boolean): Result<readonly FilingSummary[]> =>
  ok(filings.listFilings(library.db, trashed))

/** The filings of these ids, in the trash or not, in no order; those that are not there are left out. */
export const listSomeFilings = (library: Pick<LibraryContext, 'db'>, ids: readonly FilingId[]): Result<readonly FilingSummary[]> =>
  ok(filings.listSomeFilings(library.db, ids))
