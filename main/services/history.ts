import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { FilingDetails } from '#contract/folder'
import type { FilingId } from '#contract/ids'
import type { UndoOutcome } from '#contract/library'
import type { Note } from '#contract/note'
import type { NoteTemplate } from '#contract/note-template'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { SectionReview } from '#contract/review'
import type { FilingLink, Placement } from '#contract/version'
import { foldForSearch } from '../domain/search-text'
import { deleteAnnotation, getAnnotation, putAnnotation } from '../store/annotations'
import { changeToUndo, firstUndoneChange, listGroup, markGroup } from '../store/changes'
import type { Change, ChangedEntity } from '../store/changes'
import { deleteDecision, getDecision, putDecision } from '../store/decisions'
import { setOwnDetails } from '../store/filing-details'
import { setTrashed } from '../store/filings'
import type { FolderFiling } from '../store/folders'
import { fromJson } from '../store/json'
import { getNoteRevision, lastNoteRevision } from '../store/note-revisions'
import { deleteTemplate, putTemplate } from '../store/note-templates'
import { deleteNote, getNote, putNote } from '../store/notes'
import { deleteRisk, putRisk } from '../store/risks'
import type { WholeRisk } from '../store/risks'
import type { SavedSearchRecord } from '../store/saved-searches'
import { transact } from '../store/sql'
import { deleteTag, putTag } from '../store/tags'
import { restoreFolder, restorePlace } from './folder-history'
import type { FolderState } from './folder-history'
import type { JournalLine } from './journal'
import type { LibraryContext } from './library-context'
import { restoreLink, restorePlacement } from './link-history'
import type { NoteState } from './record-changes'
import { restoreSavedSearch } from './saved-searches'
import { restoreReview } from './section-reviews'

/** One thing and the state it is to be brought to, as JSON of the history. */
interface Restoration {
  readonly change: Change
  readonly state: string | null
}

const restoreAnnotation = (library: LibraryContext, id: string, state: Annotation | null): Annotation | null => {
  if (!state) {
    deleteAnnotation(library.db, id)
    return null
  }
  const rev = Math.max(getAnnotation(library.db, id)?.rev ?? 0, state.rev) + 1
  const annotation: Annotation = { ...state, rev, modifiedAt: library.clock() }
  putAnnotation(library.db, annotation, foldForSearch(state.selectors.quote.exact))
  return annotation
}

const restoreDecision = (library: LibraryContext, id: string, state: Decision | null): Decision | null => {
  if (!state) {
    deleteDecision(library.db, id)
    return null
  }
  const decision: Decision = { ...state, rev: Math.max(getDecision(library.db, id)?.rev ?? 0, state.rev) + 1 }
  putDecision(library.db, decision)
  return decision
}

const restoreTag = (library: LibraryContext, id: string, tag: Tag | null): Tag | null => {
  if (tag) putTag(library.db, tag)
  else deleteTag(library.db, id)
  return tag
}

const restoreRisk = (library: LibraryContext, id: string, risk: WholeRisk | null): WholeRisk | null => {
  if (risk) putRisk(library.db, risk)
  else deleteRisk(library.db, id)
  return risk
}

const restoreTemplate = (library: LibraryContext, id: string, template: NoteTemplate | null): NoteTemplate | null => {
  if (template) putTemplate(library.db, template)
  else deleteTemplate(library.db, id)
  return template
}

const restoreFiling = (library: LibraryContext, id: string, state: { readonly trashedAt: string | null }): object => {
  setTrashed(library.db, id, state.trashedAt)
  return state
}

const restoreDetails = (library: LibraryContext, id: FilingId, own: Partial<FilingDetails>): object => {
  setOwnDetails(library.db, id, own)
  return own
}

const restoreNote = (library: LibraryContext, id: string, state: NoteState | null): JournalLine[] => {
  const { db } = library
  if (!state) {
    const known = getNote(db, id)
    deleteNote(db, id)
    return known ? [{ kind: 'removed', id, filingId: known.filingId, rev: known.rev, at: library.clock() }] : []
  }
  const words = getNoteRevision(db, id, state.rev)
  if (!words) throw new Error(`note ${id} has no revision ${String(state.rev)}`)
  const note: Note = {
    ...state, body: words.body, text: words.text, sha256: words.sha256, rev: lastNoteRevision(db, id) + 1, modifiedAt: library.clock()
  }
  putNote(db, note, foldForSearch(note.text))
  return [{ kind: 'saved', note }]
}

const restore = (library: LibraryContext, { change, state }: Restoration): JournalLine[] => {
  const { entity, entityId: id } = change
  const read = <T>(): T | null => state === null ? null : fromJson<T>(state)
  const tell = (now: object | null): JournalLine[] => entity === 'note' ? [] : [{ kind: 'changed', entity, id, state: now, at: library.clock() }]
  switch (entity) {
    case 'annotation': return tell(restoreAnnotation(library, id, read<Annotation>()))
    case 'decision': return tell(restoreDecision(library, id, read<Decision>()))
    case 'tag': return tell(restoreTag(library, id, read<Tag>()))
    case 'risk': return tell(restoreRisk(library, id, read<WholeRisk>()))
    case 'template': return tell(restoreTemplate(library, id, read<NoteTemplate>()))
    case 'filing': return tell(restoreFiling(library, id, read<{ trashedAt: string | null }>() ?? { trashedAt: library.clock() }))
    case 'folder': return tell(restoreFolder(library.db, id, read<FolderState>()))
    case 'folder-filing': return tell(restorePlace(library.db, id, read<FolderFiling>()))
    case 'filing-details': return tell(restoreDetails(library, id, read<Partial<FilingDetails>>() ?? {}))
    case 'section-review': return tell(restoreReview(library.db, id, read<SectionReview>()))
    case 'filing-link': return tell(restoreLink(library.db, id, read<FilingLink>()))
    case 'placement': return tell(restorePlacement(library.db, id, read<Placement>()))
    case 'saved-search': return tell(restoreSavedSearch(library.db, id, read<SavedSearchRecord>()))
    case 'note': return restoreNote(library, id, read<NoteState>())
  }
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
const LISTED: ReadonlySet<ChangedEntity> = new Set(['filing', 'tag', 'risk', 'template', 'folder', 'folder-filing', 'filing-details', 'filing-link', 'saved-search'])

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
    const lines = restorations(group, direction).flatMap((restoration) => restore(library, restoration))
    markGroup(library.db, start.groupId, direction === 'undo' ? 'yes' : 'no')
    if (lines.length > 0) library.journal.append(lines)
  })
  announce(library, group)
  return ok({ label: start.label, filingId: group.find((change) => change.filingId !== null)?.filingId ?? null })
}

/** Takes back what was begun last of all that still stands, whatever it was and whenever; its whole group at once. */
export const undo = (library: LibraryContext): Result<UndoOutcome> => step(library, changeToUndo(library.db), 'undo')

/** Makes the change again that was undone last, as long as nothing else was changed since. */
export const redo = (library: LibraryContext): Result<UndoOutcome> => step(library, firstUndoneChange(library.db), 'redo')
