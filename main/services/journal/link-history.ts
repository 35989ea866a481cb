import type { AnnotationId } from '#contract/ids'
import type { FilingLink, Placement } from '#contract/version'
import type { ReadableDb } from '../../store/handles'
import { placementsOfAll } from '../../store/placements'
import type { ChangeStep } from './record-changes'

/** What the history calls a link between two filings. */
export const nameOfLink = ({ olderId, newerId, kind }: Pick<FilingLink, 'olderId' | 'newerId' | 'kind'>): string =>
  `${olderId}/${newerId}/${kind}`

/** What the history calls the place of an annotation in a filing. */
export const nameOfPlacement = ({ annotationId, filingId }: Pick<Placement, 'annotationId' | 'filingId'>): string =>
  `${annotationId}/${filingId}`

/** The steps that tell of the analyst's own placements of annotations, which go with them when they are removed. */
export const placementSteps = (db: ReadableDb, annotationIds: readonly AnnotationId[]): ChangeStep[] =>
  placementsOfAll(db, annotationIds).filter(({ state }) => state === 'hand' || state === 'dismissed')
    .map((before): ChangeStep => ({ entity: 'placement', entityId: nameOfPlacement(before), filingId: before.filingId, before,
      after: null })
    )
