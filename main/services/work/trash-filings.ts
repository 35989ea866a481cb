import type { FilingId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { listTrashedAt, setAllTrashed } from '../../store/filings'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'

/** Puts filings in the trash, or takes them out of it, as one step of the history; those that are so already are let be. */
export const trashFilings = (library: LibraryContext, filingIds: readonly FilingId[], trashed: boolean): Result<null> => {
  const known = listTrashedAt(library.db, filingIds)
  const filings = [...new Set(filingIds)].map((id) => ({ id, trashedAt: known.get(id) }))
  if (filings.some(({ trashedAt }) => trashedAt === undefined)) {
    return fail('not-found',
      filings.length === 1 ? 'This filing is no longer in the library.' : 'One of these filings is no longer in the library.')
  }
  const changing = filings.filter(({ trashedAt }) => (trashedAt !== null) !== trashed)
  if (changing.length === 0) return ok(null)
  const after = { trashedAt: trashed ? library.clock() : null }
  const many = changing.length === 1 ? '' : `${String(changing.length)} filings `
  commitChange(library, trashed ? `Move ${many}to trash` : `Restore ${many}from trash`, (record) => {
    setAllTrashed(library.db, changing.map(({ id }) => id), after.trashedAt)
    for (const { id, trashedAt } of changing)
      record.steps.push({ entity: 'filing', entityId: id, filingId: id, before: { trashedAt }, after })
  })
  library.emit('library.changed', { filingId: changing.length === 1 ? changing[0]?.id ?? null : null })
  return ok(null)
}
