import type { FilingSummary } from '#contract/library'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import * as filings from '../store/filings'
import type { LibraryContext } from './library-context'

/** The filings of the library or of its trash, the one opened or imported last first. */
export const listFilings = (library: Pick<LibraryContext, 'db'>, trashed: boolean): Result<readonly FilingSummary[]> =>
  ok(filings.listFilings(library.db, trashed))
