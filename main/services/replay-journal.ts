import type { Note } from '#contract/note'
import { foldForSearch } from '../domain/search-text'
import { getAnnotation } from '../store/annotations'
import { getFiling } from '../store/filings'
import { lastNoteRevision } from '../store/note-revisions'
import { getNote, putNote } from '../store/notes'
import type { JournalLine } from './journal'
import type { LibraryContext } from './library-context'
import { commitChange, stateOfNote } from './record-changes'
import { hashOfBody } from './write-note'

/** What a replay did: the notes it brought back, and one line of the log for each thing worth telling. */
export interface Replay {
  readonly restored: readonly string[]
  readonly log: readonly string[]
}

/** The newest line of each note. A line that fails its own hash counts as damaged and is left out. */
const newestLines = (lines: readonly JournalLine[]): Map<string, JournalLine> => {
  const newest = new Map<string, JournalLine>()
  for (const line of lines) {
    if (line.kind === 'refused') continue
    if (line.kind === 'saved' && hashOfBody(line.note.body) !== line.note.sha256) continue
    newest.set(line.kind === 'saved' ? line.note.id : line.id, line)
  }
  return newest
}

/** The note of a line, where the database has no revision as new as it; null where nothing is missing. */
const missingNote = (library: LibraryContext, line: JournalLine): Note | null => {
  if (line.kind !== 'saved') return null
  return lastNoteRevision(library.db, line.note.id) < line.note.rev ? line.note : null
}

/** Notes whose stored words fail their own hash: the database was damaged where it does not check itself. */
const isSpoilt = (library: LibraryContext, id: string): boolean => {
  const note = getNote(library.db, id)
  return note !== undefined && hashOfBody(note.body) !== note.sha256
}

/** Puts a note back; on the filing itself where the highlight it was about is lost. False where the filing is lost too. */
const putBack = (library: LibraryContext, note: Note): boolean => {
  if (!getFiling(library.db, note.filingId)) return false
  const lost = note.target.kind === 'annotation' && !getAnnotation(library.db, note.target.annotationId)
  const known = getNote(library.db, note.id) ?? null
  const rev = Math.max(note.rev, lastNoteRevision(library.db, note.id) + 1)
  const whole: Note = { ...note, target: lost ? { kind: 'filing' } : note.target, rev }
  commitChange(library, 'Recover note', (record) => {
    putNote(library.db, whole, foldForSearch(whole.text))
    record.steps.push({ entity: 'note', entityId: whole.id, filingId: whole.filingId, before: known && stateOfNote(known), after: stateOfNote(whole) })
    if (rev !== note.rev) record.journal.push({ kind: 'saved', note: whole })
  })
  return true
}

/**
 * Compares the end of the journal with the database, and the whole of it where they differ, and puts every word back that
 * was saved and is missing or spoilt. `thorough` compares the whole at once, as after a damaged database was replaced.
 */
export const replayJournal = (library: LibraryContext, thorough = false): Replay => {
  const differs = (line: JournalLine): boolean =>
    missingNote(library, line) !== null || (line.kind === 'saved' && isSpoilt(library, line.note.id))
  if (!thorough && ![...newestLines(library.journal.tail()).values()].some(differs)) return { restored: [], log: [] }
  const restored: string[] = []
  const log: string[] = []
  for (const [id, line] of newestLines(library.journal.read())) {
    if (line.kind !== 'saved' || !differs(line)) continue
    if (putBack(library, line.note)) {
      restored.push(id)
      log.push(`note ${id}: revision ${String(line.note.rev)} brought back from the journal`)
    } else log.push(`note ${id}: its filing ${line.note.filingId} is not in the library; its words stay in the journal`)
  }
  return { restored, log }
}
