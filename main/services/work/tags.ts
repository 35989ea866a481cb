import type { Annotation, Tag } from '#contract/annotation'
import type { TagId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { foldForSearch } from '../../domain/search/search-text'
import { listAnnotationsWithTag, putAnnotation } from '../../store/annotations'
import { transact } from '../../store/sql'
import { readSettings, writeSetting } from '../../store/settings'
import { deleteTag, getTag, listTags, putTag } from '../../store/tags'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'

/** The tags a new library begins with; each has a colour, and an underline and a letter as cues that need no colour. */
export const DEFAULT_TAGS: readonly Tag[] = [
  { id: 'key-claim', name: 'Key claim', colour: 'yellow', underline: 'solid', letter: 'K', shortcut: '1' },
  { id: 'positive', name: 'Positive', colour: 'green', underline: 'double', letter: 'P', shortcut: '2' },
  { id: 'risk', name: 'Risk', colour: 'orange', underline: 'wavy', letter: 'R', shortcut: '3' },
  { id: 'question', name: 'Question', colour: 'violet', underline: 'dotted', letter: 'Q', shortcut: '4' },
  { id: 'figure', name: 'Figure', colour: 'blue', underline: 'dashed', letter: 'F', shortcut: '5' },
  { id: 'context', name: 'Context', colour: 'grey', underline: 'solid', letter: 'C', shortcut: '6' }
]

const SEEDED = 'tags.seeded'

/** Gives a new library its first tags, once: tags the analyst removed do not come back. */
export const seedTags = (library: Pick<LibraryContext, 'db'>): void => {
  transact(library.db, () => {
    if (readSettings(library.db).get(SEEDED) === true) return
    for (const tag of DEFAULT_TAGS) putTag(library.db, tag)
    writeSetting(library.db, SEEDED, true)
  })
}

/** Makes or changes a tag. Two tags may not share a name or a shortcut. */
export const saveTag = (library: LibraryContext, tag: Tag): Result<Tag> => {
  const others = listTags(library.db).filter((other) => other.id !== tag.id)
  const clash = others.find((other) =>
    other.name.toLowerCase() === tag.name.toLowerCase() || (tag.shortcut !== null && other.shortcut === tag.shortcut)
  )
  if (clash) {
    const what = clash.shortcut === tag.shortcut && tag.shortcut !== null
      ? `The key ${tag.shortcut} already belongs to the tag “${clash.name}”.`
      : `There is already a tag “${clash.name}”.`
    return fail('conflict', what, { remedy: 'Choose another one, or change that tag first.' })
  }
  const before = getTag(library.db, tag.id) ?? null
  commitChange(library, before ? 'Edit tag' : 'Add tag', (record) => {
    putTag(library.db, tag)
    record.steps.push({ entity: 'tag', entityId: tag.id, filingId: null, before, after: tag })
  })
  return ok(tag)
}

/** Removes a tag; its highlights stay, untagged. One undo brings the tag back onto all of them. */
export const removeTag = (library: LibraryContext, id: TagId): Result<null> => {
  const tag = getTag(library.db, id)
  if (!tag) return fail('not-found', 'This tag no longer exists.')
  commitChange(library, 'Remove tag', (record) => {
    for (const before of listAnnotationsWithTag(library.db, id)) {
      const after: Annotation = { ...before, tagId: null, rev: before.rev + 1, modifiedAt: library.clock() }
      putAnnotation(library.db, after, foldForSearch(after.selectors.quote.exact))
      record.steps.push({ entity: 'annotation', entityId: after.id, filingId: after.filingId, before, after })
    }
    deleteTag(library.db, id)
    record.steps.push({ entity: 'tag', entityId: id, filingId: null, before: tag, after: null })
  })
  return ok(null)
}
