import type { AnchorVerdict, Selectors } from '#contract/annotation'
import type { AnnotationId, FilingId } from '#contract/ids'
import type { Placement, PlacementState } from '#contract/version'
import type { ReadableDb, WritableDb } from './handles'
import { fromJson } from './json'
import { all, one, run } from './sql'

interface Row {
  readonly annotation_id: string
  readonly filing_id: string
  readonly verdict: AnchorVerdict
  readonly state: PlacementState
  readonly selectors: string | null
  readonly sought_for: string
  readonly modified_at: string
}

const COLUMNS = 'annotation_id, filing_id, verdict, state, selectors, sought_for, modified_at'

/** The queries of every opening; their plans are held by a test. */
export const PLACEMENT_QUERIES = {
  ofFiling: `SELECT ${COLUMNS} FROM placement WHERE filing_id = $filingId`
}

const toPlacement = (row: Row): Placement => ({
  annotationId: row.annotation_id,
  filingId: row.filing_id,
  verdict: row.verdict,
  state: row.state,
  selectors: row.selectors === null ? null : fromJson<Selectors>(row.selectors),
  soughtFor: row.sought_for,
  modifiedAt: row.modified_at
})

/** Every placement in a filing, by the annotation. */
export const placementsIn = (db: ReadableDb, filingId: FilingId): ReadonlyMap<AnnotationId, Placement> =>
  new Map(all<Row>(db, PLACEMENT_QUERIES.ofFiling, { filingId }).map((row) => [row.annotation_id, toPlacement(row)]))

/** Every placement of some annotations. */
export const placementsOfAll = (db: ReadableDb, ids: readonly AnnotationId[]): Placement[] =>
  all<Row>(db, `SELECT ${COLUMNS} FROM placement WHERE annotation_id IN (SELECT value FROM json_each($ids))`, { ids: JSON.stringify(ids) })
    .map(toPlacement)

/** The placement of an annotation in a filing, or undefined. */
export const getPlacement = (db: ReadableDb, annotationId: AnnotationId, filingId: FilingId): Placement | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM placement WHERE annotation_id = $annotationId AND filing_id = $filingId`, { annotationId,
    filingId })
  return row && toPlacement(row)
}

/** Stores a placement as it is given, new or changed. */
export const putPlacement = (db: WritableDb, placement: Placement): void => {
  const { annotationId, filingId, verdict, state, selectors, soughtFor, modifiedAt } = placement
  run(db, `INSERT INTO placement (${COLUMNS}) VALUES ($annotationId, $filingId, $verdict, $state, $selectors, $soughtFor, $modifiedAt)
    ON CONFLICT (annotation_id, filing_id) DO UPDATE SET verdict = excluded.verdict, state = excluded.state,
      selectors = excluded.selectors, sought_for = excluded.sought_for, modified_at = excluded.modified_at`, {
    annotationId,
    filingId,
    verdict,
    state,
    soughtFor,
    modifiedAt,
    selectors: selectors && JSON.stringify(selectors)
  })
}

/** Removes a placement: the annotation is looked for anew in that filing. */
export const deletePlacement = (db: WritableDb, annotationId: AnnotationId, filingId: FilingId): void => {
  run(db, 'DELETE FROM placement WHERE annotation_id = $annotationId AND filing_id = $filingId', { annotationId, filingId })
}
