import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { FilingDetails } from '#contract/filing-details'
import type { FilingId } from '#contract/ids'
import type { UndoOutcome } from '#contract/library'
import type { Note } from '#contract/note'
import type { NoteTemplate } from '#contract/note-template'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { SectionReview } from '#contract/review'
import type { FilingLink, Placement } from '#contract/version'
import { foldForSearch } from '../domain/search-text'
import { deleteAnnotations, listAnnotationsById, putAnnotation, rejudgeAnnotations } from '../store/annotations'
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
    ...state,
    body: words.body,
    text: words.text,
    sha256: words.sha256,
    rev: lastNoteRevision(db, id) + 1,
    modifiedAt: library.clock()
  }
  putNote(db, note, foldForSearch(note.text))
  return [{ kind: 'saved', note }]
}

/** Things of other kinds than highlights, of which an act changes few. */
type OtherEntity = Exclude<ChangedEntity, 'annotation'>

const restore = (library: LibraryContext, entity: OtherEntity, { change, state }: Restoration): JournalLine[] => {
  const { entityId: id } = change
  const read = <T>(): T | null => state === null ? null : fromJson<T>(state)
  const tell = (now: object | null): JournalLine[] =>
    entity === 'note' ? [] : [{ kind: 'changed', entity, id, state: now, at: library.clock() }]
  switch (entity) {
    case 'decision':
      return tell(restoreDecision(library, id, read<Decision>()))
    case 'tag':
      return tell(restoreTag(library, id, read<Tag>()))
    case 'risk':
      return tell(restoreRisk(library, id, read<WholeRisk>()))
    case 'template':
      return tell(restoreTemplate(library, id, read<NoteTemplate>()))
    case 'filing':
      return tell(restoreFiling(library, id, read<{ trashedAt: string | null }>() ?? { trashedAt: library.clock() }))
    case 'folder':
      return tell(restoreFolder(library.db, id, read<FolderState>()))
    case 'folder-filing':
      return tell(restorePlace(library.db, id, read<FolderFiling>()))
    case 'filing-details':
      return tell(restoreDetails(library, id, read<Partial<FilingDetails>>() ?? {}))
    case 'section-review':
      return tell(restoreReview(library.db, id, read<SectionReview>()))
    case 'filing-link':
      return tell(restoreLink(library.db, id, read<FilingLink>()))
    case 'placement':
      return tell(restorePlacement(library.db, id, read<Placement>()))
    case 'saved-search':
      return tell(restoreSavedSearch(library.db, id, read<SavedSearchRecord>()))
    case 'note':
      return restoreNote(library, id, read<NoteState>())
  }
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
    for (const line of restore(library, entity, one)) lines.push(line)
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
  'filing-link', 'saved-search'])

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
    const lines = restoreAll(library, restorations(group, direction))
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
