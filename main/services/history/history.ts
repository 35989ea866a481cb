import type { Annotation } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { UndoOutcome } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { foldForSearch } from '../../domain/search/search-text'
import { deleteAnnotations, listAnnotationsById, putAnnotation, rejudgeAnnotations } from '../../store/annotations'
import { changeToUndo, firstUndoneChange, listGroup, markGroup } from '../../store/changes'
import type { Change, ChangedEntity } from '../../store/changes'
import { fromJson } from '../../store/json'
import { transact } from '../../store/sql'
import type { JournalLine } from '../journal/journal-line'
import { beginSealed } from '../journal/seal-act'
import type { LibraryContext } from '../library-context'
import { getSettings } from '../settings'
import { restoreThing } from '../things/things'

/** One thing and the state it is to be brought to, as JSON of the history. */
interface Restoration {
  readonly change: Change
  readonly state: string | null
}

/** Brings highlights to their states, many of them at once; answers how each now is. */
const restoreAnnotations = (library: LibraryContext,
  wanted: readonly { readonly id: string; readonly state: Annotation | null }[]): (Annotation | null)[] => {
  const { db } = library
  deleteAnnotations(db, wanted.flatMap(({ id, state }) => (state ? [] : [id])))
  const known = new Map(
    listAnnotationsById(db, wanted.flatMap(({ id, state }) => (state ? [id] : []))).map((annotation) => [annotation.id, annotation])
  )
  const rejudged: Annotation[] = []
  const restored = wanted.map(({ id, state }) => {
    if (!state) return null
    const before = known.get(id)
    const annotation: Annotation = { ...state, rev: Math.max(before?.rev ?? 0, state.rev) + 1, modifiedAt: library.clock() }
    if (before && JSON.stringify(before.selectors) === JSON.stringify(state.selectors)) rejudged.push(annotation)
    else putAnnotation(db, annotation, foldForSearch(state.selectors.quote.exact))
    return annotation
  })
  rejudgeAnnotations(db, rejudged)
  return restored
}

const restoreMany = (library: LibraryContext, many: readonly Restoration[]): JournalLine[] => {
  const wanted = many.map(({ change, state }) => ({ id: change.entityId, state: state === null ? null : fromJson<Annotation>(state) }))
  return restoreAnnotations(library, wanted).map((state, at): JournalLine => ({ kind: 'changed', entity: 'annotation',
    id: wanted[at]?.id ?? '', state, at: library.clock() })
  )
}

/** Brings everything to its state, in its order; highlights that follow each other at once. */
const restoreAll = (library: LibraryContext, all: readonly Restoration[]): JournalLine[] => {
  const lines: JournalLine[] = []
  let highlights: Restoration[] = []
  const flush = (): void => {
    for (const line of restoreMany(library, highlights)) lines.push(line)
    highlights = []
  }
  for (const one of all) {
    const { entity } = one.change
    if (entity === 'annotation') {
      highlights.push(one)
      continue
    }
    flush()
    for (const line of restoreThing(library, entity, one.change.entityId, one.state)) lines.push(line)
  }
  flush()
  return lines
}

/** The net effect of a group: each thing once, in the order in which parts can stand on each other again. */
const restorations = (group: readonly Change[], direction: 'undo' | 'redo'): Restoration[] => {
  const ordered = direction === 'undo' ? [...group].reverse() : group
  const byThing = new Map<string, Restoration>()
  for (const change of ordered) {
    byThing.set(`${change.entity} ${change.entityId}`, { change, state: direction === 'undo' ? change.before : change.after })
  }
  return [...byThing.values()]
}

/** What the list of filings, or what stays the same for all of them, shows of a change. */
const LISTED: ReadonlySet<ChangedEntity> = new Set(['filing', 'tag', 'risk', 'template', 'folder', 'folder-filing', 'filing-details',
  'filing-link', 'saved-search', 'unwanted', 'quarantined'])

const announce = (library: LibraryContext, group: readonly Change[]): void => {
  const filings = new Set<FilingId>()
  for (const change of group) if (change.filingId !== null) filings.add(change.filingId)
  for (const filingId of filings) library.emit('work.changed', { filingId })
  if (group.some(({ entity }) => entity === 'folder' || entity === 'folder-filing')) library.emit('folders.changed', { id: null })
  if (group.some(({ entity }) => LISTED.has(entity))) library.emit('library.changed', { filingId: null })
}

const step = (library: LibraryContext, start: Change | undefined, direction: 'undo' | 'redo'): Result<UndoOutcome> => {
  if (!start) return fail('nothing-to-undo', direction === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.')
  const group = listGroup(library.db, start.groupId)
  transact(library.db, () => {
    const remembered = beginSealed(library)
    const lines = restoreAll(library, restorations(group, direction))
    markGroup(library.db, start.groupId, direction === 'undo' ? 'yes' : 'no', { at: library.clock(),
      author: getSettings(library.db).author })
    library.journal.append([...lines, ...remembered()])
  })
  announce(library, group)
  return ok({ label: start.label, filingId: group.find((change) => change.filingId !== null)?.filingId ?? null })
}

/** Takes back what was begun last of all that still stands, whatever it was and whenever; its whole group at once. */
export const undo = (library: LibraryContext): Result<UndoOutcome> => step(library, changeToUndo(library.db), 'undo')

/** Makes the change again that was undone last, as long as nothing else was changed since. */
export const redo = (library: LibraryContext): Result<UndoOutcome> => step(library, firstUndoneChange(library.db), 'redo')
