import type { Annotation } from '#contract/annotation'
import type { AnnotationRev } from '#contract/calls'
import type { AnnotationId, FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { deleteAnnotations } from '../../store/annotations'
import { getFiling } from '../../store/filings'
import { deleteNote, listNotesOfAnnotations } from '../../store/notes'
import { placementsIn, putPlacement } from '../../store/placements'
import { counted, current, currentAll } from '../work/annotate'
import { dismissal } from './attach-orphan'
import { carriedInto } from './carried-work'
import type { LibraryContext } from '../library-context'
import { nameOfPlacement, placementSteps } from '../journal/link-history'
import { commitChange, stateOfNote } from '../journal/record-changes'
import type { ChangeRecord } from '../journal/record-changes'

const drop = (library: LibraryContext, record: ChangeRecord, annotations: readonly Annotation[]): void => {
  const { db } = library
  const ids = annotations.map(({ id }) => id)
  for (const note of listNotesOfAnnotations(db, ids)) {
    deleteNote(db, note.id)
    record.steps.push({ entity: 'note', entityId: note.id, filingId: note.filingId, before: stateOfNote(note), after: null })
    record.journal.push({ kind: 'removed', id: note.id, filingId: note.filingId, rev: note.rev, at: library.clock() })
  }
  record.steps.push(...placementSteps(db, ids))
  deleteAnnotations(db, ids)
  for (const before of annotations)
    record.steps.push({ entity: 'annotation', entityId: before.id, filingId: before.filingId, before, after: null })
}

/** Removes a highlight and the notes about it, as one step that can be undone. */
export const removeAnnotation = (library: LibraryContext, id: AnnotationId, rev: number): Result<null> => {
  const known = current(library, { id, rev })
  if (!known.ok) return known
  commitChange(library, 'Remove highlight', (record) => drop(library, record, [known.value]))
  return ok(null)
}

/** Takes highlights that were carried into a filing off its list. */
const dismissAll = (library: LibraryContext, record: ChangeRecord, filing: FilingSummary, annotations: readonly Annotation[]): void => {
  const placements = placementsIn(library.db, filing.id)
  const sources = new Map(carriedInto(library.db, filing.id).map(({ annotation, selectors }) => [annotation.id, selectors]))
  for (const { id } of annotations) {
    const before = placements.get(id) ?? null
    const selectors = sources.get(id)
    if (!selectors || before?.state === 'dismissed') continue
    const after = dismissal(library, filing, { id, selectors }, before)
    putPlacement(library.db, after)
    record.steps.push({ entity: 'placement', entityId: nameOfPlacement(after), filingId: filing.id, before, after })
  }
}

const wordsOf = (removed: number, dismissed: number): string => {
  if (dismissed === 0) return `Remove ${counted(removed)}`
  return removed === 0
    ? `Remove ${counted(dismissed)} from this version`
    : `Remove ${counted(removed)}, ${String(dismissed)} from this version only`
}

/** How many highlights were removed, and how many were only dismissed from a later version. */
export interface Removal {
  readonly removed: number
  readonly dismissed: number
}

/**
 * Removes many highlights and the notes about them, as one step that can be undone; all of them, or none where one cannot be removed.
 * Those that were carried into the filing `from` from an older version are dismissed from it, and stay whole where they were made.
 */
export const removeAnnotations = (library: LibraryContext, wanted: readonly AnnotationRev[],
  from: FilingId | null = null): Result<Removal> => {
  const known = currentAll(library, wanted)
  if (!known.ok) return known
  const filing = from === null ? undefined : getFiling(library.db, from)
  const carried = filing ? known.value.filter(({ filingId }) => filingId !== filing.id) : []
  const own = filing ? known.value.filter(({ filingId }) => filingId === filing.id) : known.value
  const removal: Removal = { removed: own.length, dismissed: carried.length }
  if (known.value.length === 0) return ok(removal)
  commitChange(library, wordsOf(own.length, carried.length), (record) => {
    drop(library, record, own)
    if (filing && carried.length > 0) dismissAll(library, record, filing, carried)
  })
  return ok(removal)
}
