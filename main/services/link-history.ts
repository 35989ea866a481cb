import type { AnnotationId } from '#contract/ids'
import type { FilingLink, FilingLinkKind, Placement } from '#contract/version'
import { getAnnotation } from '../store/annotations'
import { deleteFilingLink, getFilingLink, putFilingLink } from '../store/filing-links'
import { getFiling } from '../store/filings'
import type { WritableDb } from '../store/handles'
import { deletePlacement, getPlacement, placementsOfAll, putPlacement } from '../store/placements'
import type { JournalLine } from './journal'
import type { ChangeStep } from './record-changes'

/** What the history calls a link between two filings. */
export const nameOfLink = ({ olderId, newerId, kind }: Pick<FilingLink, 'olderId' | 'newerId' | 'kind'>): string =>
  `${olderId}/${newerId}/${kind}`

/** What the history calls the place of an annotation in a filing. */
export const nameOfPlacement = ({ annotationId, filingId }: Pick<Placement, 'annotationId' | 'filingId'>): string =>
  `${annotationId}/${filingId}`

const isKind = (word: string): word is FilingLinkKind => word === 'version' || word === 'family'

/** Brings a link to a state of the history; null removes it. Does nothing where a filing of it is gone. */
export const restoreLink = (db: WritableDb, name: string, state: FilingLink | null): FilingLink | null => {
  const [olderId = '', newerId = '', kind = ''] = name.split('/')
  if (state && getFiling(db, state.olderId) && getFiling(db, state.newerId)) putFilingLink(db, state)
  else if (!state && isKind(kind)) deleteFilingLink(db, olderId, newerId, kind)
  return state
}

/** Brings a placement to a state of the history; null removes it, and the annotation is looked for anew. */
export const restorePlacement = (db: WritableDb, name: string, state: Placement | null): Placement | null => {
  const [annotationId = '', filingId = ''] = name.split('/')
  if (!state) deletePlacement(db, annotationId, filingId)
  else if (getAnnotation(db, annotationId) && getFiling(db, filingId)) putPlacement(db, state)
  return state
}

/** The steps that tell of the analyst's own placements of annotations, which go with them when they are removed. */
export const placementSteps = (db: WritableDb, annotationIds: readonly AnnotationId[]): ChangeStep[] =>
  placementsOfAll(db, annotationIds).filter(({ state }) => state === 'hand' || state === 'dismissed')
    .map((before): ChangeStep => ({ entity: 'placement', entityId: nameOfPlacement(before), filingId: before.filingId, before,
      after: null })
    )

type LinkLine = Extract<JournalLine, { readonly kind: 'changed' }> & { readonly entity: 'filing-link' | 'placement' }

/** Whether a line of the journal tells of a link or a placement. */
export const isLinkLine = (line: JournalLine): line is LinkLine =>
  line.kind === 'changed' && (line.entity === 'filing-link' || line.entity === 'placement')

/** Whether the database lacks what such a line tells. */
export const isLinkLineLost = (db: WritableDb, line: LinkLine): boolean => {
  if (line.entity === 'placement') {
    const state = line.state as Placement
    return (getPlacement(db, state.annotationId, state.filingId)?.modifiedAt ?? '') < state.modifiedAt
  }
  const state = line.state as FilingLink
  return getFilingLink(db, state.olderId, state.newerId, state.kind) === undefined
}

/** Puts what such a line tells back; false where a filing or an annotation of it is not in the library. */
export const putLinkLineBack = (db: WritableDb, line: LinkLine): boolean => {
  if (line.entity === 'placement') restorePlacement(db, line.id, line.state as Placement)
  else restoreLink(db, line.id, line.state as FilingLink)
  return !isLinkLineLost(db, line)
}
