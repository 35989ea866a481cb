import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { SavedSearch, SearchCalls } from '#contract/search'
import { deleteSavedSearch, getSavedSearch, listSavedSearches, putSavedSearch } from '../../store/saved-searches'
import type { SavedSearchRecord } from '../../store/saved-searches'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'

/** Every saved search by its name. */
export const savedSearches = ({ db }: Pick<LibraryContext, 'db'>): Result<readonly SavedSearch[]> => ok(listSavedSearches(db))

/** Keeps a search by name, or changes the one of that id. Two may not share a name. */
export const saveSearch = (library: LibraryContext, request: SearchCalls['search.save']['args']): Result<readonly SavedSearch[]> => {
  const { db } = library
  const before = request.id === null ? null : getSavedSearch(db, request.id) ?? null
  if (request.id !== null && !before) return fail('not-found', 'This saved search no longer exists.')
  const clash = listSavedSearches(db).find(({ id, name }) => id !== request.id && name.toLowerCase() === request.name.toLowerCase())
  if (clash)
    return fail('conflict', `There is already a saved search “${clash.name}”.`, {
      remedy: 'Choose another name, or forget that search first.'
    })
  const { name, query, folderId } = request
  const after: SavedSearchRecord = { id: before?.id ?? library.newId(), name, query, folderId,
    createdAt: before?.createdAt ?? library.clock() }
  commitChange(library, before ? 'Change saved search' : 'Save search', (record) => {
    putSavedSearch(db, after)
    record.steps.push({ entity: 'saved-search', entityId: after.id, filingId: null, before, after })
  })
  return savedSearches(library)
}

/** Forgets a saved search; an undo brings it back. */
export const forgetSearch = (library: LibraryContext, id: string): Result<readonly SavedSearch[]> => {
  const before = getSavedSearch(library.db, id)
  if (!before) return fail('not-found', 'This saved search no longer exists.')
  commitChange(library, 'Forget saved search', (record) => {
    deleteSavedSearch(library.db, id)
    record.steps.push({ entity: 'saved-search', entityId: id, filingId: null, before, after: null })
  })
  return savedSearches(library)
}
