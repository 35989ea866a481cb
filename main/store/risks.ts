import type { RiskGroup, RiskTag } from '#contract/finding'
import type { RiskId } from '#contract/ids'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

/** A risk tag of a workspace, with nothing left open. */
export type WholeRisk = Required<RiskTag>

interface Row {
  readonly id: string
  readonly risk_group: RiskGroup
  readonly label: string
  readonly scope: string
  readonly hidden: number
  readonly own: number
}

const COLUMNS = 'id, risk_group, label, scope, hidden, own'

const toRisk = (row: Row): WholeRisk => ({
  id: row.id,
  label: row.label,
  scope: row.scope,
  group: row.risk_group,
  hidden: row.hidden === 1,
  own: row.own === 1
})

/** The risk tags that were made or changed, in the order in which they first were. */
export const listRisks = (db: ReadableDb): WholeRisk[] => all<Row>(db, `SELECT ${COLUMNS} FROM risk_tag ORDER BY ordinal, id`).map(toRisk)

/** One risk tag that was made or changed, or undefined. */
export const getRisk = (db: ReadableDb, id: RiskId): WholeRisk | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM risk_tag WHERE id = $id`, { id })
  return row && toRisk(row)
}

/** Stores a risk tag as it is given; a known one keeps its place. */
export const putRisk = (db: WritableDb, risk: WholeRisk): void => {
  run(db, `INSERT INTO risk_tag (id, ordinal, risk_group, label, scope, hidden, own)
    VALUES ($id, (SELECT coalesce(max(ordinal), 0) + 1 FROM risk_tag), $group, $label, $scope, $hidden, $own)
    ON CONFLICT (id) DO UPDATE SET risk_group = excluded.risk_group, label = excluded.label, scope = excluded.scope, hidden = excluded.hidden, own = excluded.own`,
    {
      id: risk.id,
      group: risk.group,
      label: risk.label,
      scope: risk.scope,
      hidden: Number(risk.hidden),
      own: Number(risk.own)
    })
}

/** Forgets what was made of a risk tag: one that came with Redwell stands again as it came. */
export const deleteRisk = (db: WritableDb, id: RiskId): void => {
  run(db, 'DELETE FROM risk_tag WHERE id = $id', { id })
}
