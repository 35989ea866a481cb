import type { Annotation, Decision } from '#contract/annotation'
import type { Note, NoteStatus } from '#contract/note'
import { isAttached } from '#model/verdict'
import { countWords } from '#model/words'
import { foldForSearch } from '../../domain/search/search-text'
import { deleteAnnotations, getAnnotation, putAnnotation } from '../../store/annotations'
import { deleteDecision, getDecision, putDecision } from '../../store/decisions'
import { getFiling } from '../../store/filings'
import { getNoteRevision, lastNoteRevision } from '../../store/note-revisions'
import { deleteNote, getNote, putNote } from '../../store/notes'
import { getSectionReview } from '../../store/section-reviews'
import { getTag } from '../../store/tags'
import type { JournalLine } from '../journal/journal-line'
import type { LibraryContext } from '../library-context'
import { commitChange, stateOfNote } from '../journal/record-changes'
import type { NoteState } from '../journal/record-changes'
import { restoreReview } from '../work/section-reviews'
import { hashOfBody } from '../work/write-note'
import type { States } from '../journal/states'
import type { Thing } from './thing'
import { joined, quoted } from './words'

const wordsOf = (annotation: States['annotation']): string => foldForSearch(annotation.selectors.quote.exact)

/** Highlights. The history restores many of them at once; see there. */
export const annotation: Thing<States['annotation']> = {
  name: ['highlight', 'highlights'],
  order: 4,
  filingOf: (_id, { filingId }) => filingId,
  get: (db, id) => getAnnotation(db, id) ?? null,
  isLost: (db, id, { rev }) => (getAnnotation(db, id)?.rev ?? 0) < rev,
  put: ({ db }, _id, state) => {
    if (!getFiling(db, state.filingId)) return false
    putAnnotation(db, { ...state, tagId: state.tagId !== null && getTag(db, state.tagId) ? state.tagId : null }, wordsOf(state))
    return true
  },
  restore: ({ db, clock }, id, state) => {
    const after: Annotation | null = state &&
      { ...state, rev: Math.max(getAnnotation(db, id)?.rev ?? 0, state.rev) + 1, modifiedAt: clock() }
    if (after) putAnnotation(db, after, wordsOf(after))
    else deleteAnnotations(db, [id])
    return [{ kind: 'changed', entity: 'annotation', id, state: after, at: clock() }]
  },
  words: (db, { selectors, tagId, verdict }) =>
    joined(quoted(selectors.quote.exact), tagId === null ? 'no tag' : getTag(db, tagId)?.name ?? 'a removed tag',
      isAttached(verdict) ? null : 'without its words')
}

/** The analyst's judgements of suggestions. */
export const decision: Thing<Decision> = {
  name: ['decision', 'decisions'],
  order: 7,
  filingOf: (_id, { filingId }) => filingId,
  get: (db, id) => getDecision(db, id) ?? null,
  isLost: (db, id, { rev }) => (getDecision(db, id)?.rev ?? 0) < rev,
  put: ({ db }, _id, state) => {
    if (!getFiling(db, state.filingId)) return false
    putDecision(db, state)
    return true
  },
  restore: ({ db, clock }, id, state) => {
    const after = state && { ...state, rev: Math.max(getDecision(db, id)?.rev ?? 0, state.rev) + 1 }
    if (after) putDecision(db, after)
    else deleteDecision(db, id)
    return [{ kind: 'changed', entity: 'decision', id, state: after, at: clock() }]
  },
  words: (_db, { verdict, exact, risks, links, span }) =>
    joined(`${verdict === 'accepted' ? 'Accepted' : 'Rejected'} ${quoted(exact)}`, span ? `cut to ${quoted(span.exact)}` : null,
      risks ? countWords(risks.length, 'risk tag') : null, links ? countWords(links.length, 'caution') : null)
}

const STATUS: Readonly<Record<NoteStatus, string | null>> = { none: null, open: 'open', asked: 'asked', answered: 'answered',
  closed: 'closed' }

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

const restoreNote = (library: Parameters<Thing<Note>['restore']>[0], id: string, state: NoteState | null): JournalLine[] => {
  const { db, clock } = library
  if (!state) {
    const known = getNote(db, id)
    deleteNote(db, id)
    return known ? [{ kind: 'removed', id, filingId: known.filingId, rev: known.rev, at: clock() }] : []
  }
  const words = getNoteRevision(db, id, state.rev)
  if (!words) throw new Error(`note ${id} has no revision ${String(state.rev)}`)
  const note: Note = { ...state, body: words.body, text: words.text, sha256: words.sha256, rev: lastNoteRevision(db, id) + 1,
    modifiedAt: clock() }
  putNote(db, note, foldForSearch(note.text))
  return [{ kind: 'saved', note }]
}

/** Notes. Their words stand in their revisions and in the journal, the rest of them also in the history. */
export const note: Thing<Note, NoteState> = {
  name: ['note', 'notes'],
  order: 8,
  filingOf: (_id, { filingId }) => filingId,
  get: (db, id) => getNote(db, id) ?? null,
  // Words that fail their own hash are as good as lost.
  isLost: (db, id, { rev }) => {
    if (lastNoteRevision(db, id) < rev) return true
    const known = getNote(db, id)
    return known !== undefined && hashOfBody(known.body) !== known.sha256
  },
  put: (library, _id, state) => {
    if (!getFiling(library.db, state.filingId)) return false
    putNoteBack(library, state)
    return true
  },
  restore: restoreNote,
  words: (db, { id, rev, status, owner, dueAt }) => {
    const text = getNoteRevision(db, id, rev)?.text ?? ''
    return joined(text.trim() === '' ? 'Empty note' : quoted(text), STATUS[status], owner === null ? null : `for ${owner}`,
      dueAt === null ? null : `due ${dueAt.slice(0, 10)}`)
  }
}

/** Sections that were marked as reviewed. */
export const sectionReview: Thing<States['section-review']> = {
  name: ['reviewed section', 'reviewed sections'],
  order: 3,
  filingOf: (_id, { filingId }) => filingId,
  get: (db, id) => getSectionReview(db, id) ?? null,
  isLost: (db, id) => getSectionReview(db, id) === undefined,
  put: ({ db }, id, state) => {
    if (!getFiling(db, state.filingId)) return false
    restoreReview(db, id, state)
    return true
  },
  restore: ({ db, clock }, id,
    state) => [{ kind: 'changed', entity: 'section-review', id, state: restoreReview(db, id, state), at: clock() }],
  words: (_db, { title }) => `Reviewed ${quoted(title)}`
}
