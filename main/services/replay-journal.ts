import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { Note } from '#contract/note'
import type { NoteTemplate } from '#contract/note-template'
import { foldForSearch } from '../domain/search-text'
import { getAnnotation, putAnnotation } from '../store/annotations'
import { getDecision, putDecision } from '../store/decisions'
import { getFiling } from '../store/filings'
import { lastNoteRevision } from '../store/note-revisions'
import { getTemplate, putTemplate } from '../store/note-templates'
import { getNote, putNote } from '../store/notes'
import { getRisk, putRisk } from '../store/risks'
import type { WholeRisk } from '../store/risks'
import { putSavedSearch } from '../store/saved-searches'
import type { SavedSearchRecord } from '../store/saved-searches'
import { transact } from '../store/sql'
import { getTag, putTag } from '../store/tags'
import type { JournalLine } from './journal'
import type { LibraryContext } from './library-context'
import { isLinkLine, isLinkLineLost, putLinkLineBack } from './link-history'
import { commitChange, stateOfNote } from './record-changes'
import { depthOf, isLibraryLine, isLibraryLineLost, putLibraryLineBack } from './replay-library'
import { isSavedSearchLost } from './saved-searches'
import { hashOfBody } from './write-note'

/** What a replay did: the things it brought back, by id, and one line of the log for each thing worth telling. */
export interface Replay {
  readonly restored: readonly string[]
  readonly log: readonly string[]
}

const nameOf = (line: JournalLine): string => {
  if (line.kind === 'changed') return `${line.entity} ${line.id}`
  return `note ${line.kind === 'removed' ? line.id : line.note.id}`
}

/** The newest line of each thing. A note that fails its own hash counts as damaged and is left out. */
const newestLines = (lines: readonly JournalLine[]): Map<string, JournalLine> => {
  const newest = new Map<string, JournalLine>()
  for (const line of lines) {
    if (line.kind === 'refused' || (line.kind === 'saved' && hashOfBody(line.note.body) !== line.note.sha256)) continue
    newest.set(nameOf(line), line)
  }
  return newest
}

/** Whether the database lacks a note's revision, or holds words that fail their own hash. */
const isNoteLost = (library: LibraryContext, note: Note): boolean => {
  if (lastNoteRevision(library.db, note.id) < note.rev) return true
  const known = getNote(library.db, note.id)
  return known !== undefined && hashOfBody(known.body) !== known.sha256
}

const isTagLost = (library: LibraryContext, tag: Tag): boolean => {
  const known = getTag(library.db, tag.id)
  return known?.name !== tag.name || known.colour !== tag.colour || known.underline !== tag.underline || known.letter !== tag.letter ||
    known.shortcut !== tag.shortcut
}

const isRiskLost = (library: LibraryContext, risk: WholeRisk): boolean => {
  const known = getRisk(library.db, risk.id)
  return known?.label !== risk.label || known.group !== risk.group || known.hidden !== risk.hidden
}

/** Whether the database lacks what a line tells. A removal is never made good: what is there too much is the lesser harm. */
const isLost = (library: LibraryContext, line: JournalLine): boolean => {
  if (line.kind === 'saved') return isNoteLost(library, line.note)
  if (line.kind !== 'changed' || line.state === null) return false
  switch (line.entity) {
    case 'annotation':
      return (getAnnotation(library.db, line.id)?.rev ?? 0) < (line.state as Annotation).rev
    case 'decision':
      return (getDecision(library.db, line.id)?.rev ?? 0) < (line.state as Decision).rev
    case 'tag':
      return isTagLost(library, line.state as Tag)
    case 'risk':
      return isRiskLost(library, line.state as WholeRisk)
    case 'template':
      return (getTemplate(library.db, line.id)?.modifiedAt ?? '') < (line.state as NoteTemplate).modifiedAt
    case 'folder':
    case 'folder-filing':
    case 'filing-details':
    case 'watched-folder':
    case 'section-review':
      return isLibraryLine(line) && isLibraryLineLost(library.db, line)
    case 'filing-link':
    case 'placement':
      return isLinkLine(line) && isLinkLineLost(library.db, line)
    case 'saved-search':
      return isSavedSearchLost(library.db, line.state as SavedSearchRecord)
    // The bytes of a filing lie beside the database; `rebuildLibrary` reads them again.
    case 'filing':
      return false
  }
}

/** Puts a note back; on the filing itself where the highlight it was about is lost. */
const putNoteBack = (library: LibraryContext, note: Note): void => {
  const lost = note.target.kind === 'annotation' && !getAnnotation(library.db, note.target.annotationId)
  const known = getNote(library.db, note.id) ?? null
  const rev = Math.max(note.rev, lastNoteRevision(library.db, note.id) + 1)
  const whole: Note = { ...note, target: lost ? { kind: 'filing' } : note.target, rev }
  commitChange(library, 'Recover note', (record) => {
    putNote(library.db, whole, foldForSearch(whole.text))
    record.steps.push({ entity: 'note', entityId: whole.id, filingId: whole.filingId, before: known && stateOfNote(known),
      after: stateOfNote(whole) })
    if (rev !== note.rev) record.journal.push({ kind: 'saved', note: whole })
  })
}

const putAnnotationBack = (library: LibraryContext, annotation: Annotation): void => {
  const tagId = annotation.tagId !== null && getTag(library.db, annotation.tagId) ? annotation.tagId : null
  putAnnotation(library.db, { ...annotation, tagId }, foldForSearch(annotation.selectors.quote.exact))
}

/** Puts one thing back; false where the filing it belongs to is not in the library. */
export const putLineBack = (library: LibraryContext, line: JournalLine): boolean => {
  if (line.kind === 'changed' && line.entity === 'tag') putTag(library.db, line.state as Tag)
  else if (line.kind === 'changed' && line.entity === 'risk') putRisk(library.db, line.state as WholeRisk)
  else if (line.kind === 'changed' && line.entity === 'template') putTemplate(library.db, line.state as NoteTemplate)
  else if (line.kind === 'changed' && line.entity === 'annotation' && getFiling(library.db, (line.state as Annotation).filingId))
    putAnnotationBack(library, line.state as Annotation)
  else if (line.kind === 'changed' && line.entity === 'decision' && getFiling(library.db, (line.state as Decision).filingId))
    putDecision(library.db, line.state as Decision)
  else if (line.kind === 'changed' && line.entity === 'saved-search') putSavedSearch(library.db, line.state as SavedSearchRecord)
  else if (isLibraryLine(line)) return putLibraryLineBack(library.db, line)
  else if (isLinkLine(line)) return putLinkLineBack(library.db, line)
  else if (line.kind === 'saved' && getFiling(library.db, line.note.filingId)) putNoteBack(library, line.note)
  else return false
  return true
}

/** What stands on nothing comes first: tags and risk tags, then highlights, then decisions, then notes. */
const ORDER = ['tag', 'risk', 'template', 'folder', 'watched-folder', 'folder-filing', 'filing-details', 'section-review', 'annotation',
  'filing-link', 'placement', 'saved-search', 'decision', 'note']

const orderOf = (name: string): number => ORDER.findIndex((entity) => name.startsWith(`${entity} `))

/**
 * Compares the end of the journal with the database, and the whole of it where they differ, and puts everything back that
 * was acknowledged and is missing or spoilt. `thorough` compares the whole at once, as after a damaged database was replaced.
 */
export const replayJournal = (library: LibraryContext, thorough = false): Replay => {
  if (!thorough && ![...newestLines(library.journal.tail()).values()].some((line) => isLost(library, line)))
    return { restored: [], log: [] }
  const restored: string[] = []
  const log: string[] = []
  const newest = newestLines(library.journal.read())
  const lines = [...newest].sort(([a, one], [b, other]) => orderOf(a) - orderOf(b) || depthOf(newest, one) - depthOf(newest, other))
  for (const [name, line] of lines) {
    if (!isLost(library, line)) continue
    if (transact(library.db, () => putLineBack(library, line))) {
      restored.push(name)
      log.push(`${name} brought back from the journal`)
    } else log.push(`${name}: its filing is not in the library; its words stay in the journal`)
  }
  return { restored, log }
}
