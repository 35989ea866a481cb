import type { NoteTemplate } from '#contract/note-template'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { deleteTemplate, getTemplate, listTemplates, putTemplate } from '../../store/note-templates'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'

/** Keeps a template, a new one where `id` is null, and answers all of them. Two may not share a name. */
export const saveTemplate = (library: LibraryContext, id: string | null, name: string, body: string): Result<readonly NoteTemplate[]> => {
  const clash = listTemplates(library.db).find((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())
  if (clash)
    return fail('conflict', `There is already a template “${clash.name}”.`, {
      remedy: 'Choose another name, or delete that template first.'
    })
  const before = id === null ? null : getTemplate(library.db, id) ?? null
  const after: NoteTemplate = { id: id ?? library.newId(), name, body, modifiedAt: library.clock() }
  commitChange(library, before ? 'Edit template' : 'Save template', (record) => {
    putTemplate(library.db, after)
    record.steps.push({ entity: 'template', entityId: after.id, filingId: null, before, after })
  })
  return ok(listTemplates(library.db))
}

/** Removes a template and answers those that are left; notes made from it stay, and undo brings it back. */
export const removeTemplate = (library: LibraryContext, id: string): Result<readonly NoteTemplate[]> => {
  const before = getTemplate(library.db, id)
  if (!before) return fail('not-found', 'This template no longer exists.')
  commitChange(library, 'Delete template', (record) => {
    deleteTemplate(library.db, id)
    record.steps.push({ entity: 'template', entityId: id, filingId: null, before, after: null })
  })
  return ok(listTemplates(library.db))
}

/** The analyst's own templates in the order they were made. */
export const listOwnTemplates = (library: LibraryContext): Result<readonly NoteTemplate[]> => ok(listTemplates(library.db))
