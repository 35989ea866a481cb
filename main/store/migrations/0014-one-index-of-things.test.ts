import { expect, it } from 'vitest'
import { CHANGE_QUERIES, listChangesOf } from '../changes'
import { migrate } from '../migrate'
import { queryPlan } from '../sql'
import { databaseAtVersion } from '../temporary-database'

it('keeps the history of a thing, found by an index and in its order', () => {
  const db = databaseAtVersion(13)
  db.exec(`INSERT INTO change_log (group_id, at, author, label, entity, entity_id, filing_id, after, undone) VALUES
    ('g', '2026-01-01', 'A', 'Change tag', 'annotation', 'a', 'f', '1', 'no'), ('g', '2026-01-01', 'A', 'Change tag', 'annotation', 'b', 'f', '2', 'no'),
    ('g', '2026-01-01', 'A', 'Change tag', 'annotation', 'a', 'f', '3', 'no')`)
  migrate(db, 14)
  expect(listChangesOf(db, 'annotation', 'a').map(({ after }) => after)).toEqual(['1', '3'])
  expect(listChangesOf(db, 'note', 'a')).toEqual([])
  expect(queryPlan(db, CHANGE_QUERIES.ofEntity, { entity: 'annotation', entityId: 'a' })).toEqual([
    'SEARCH change_log USING INDEX change_log_by_thing (entity_id=?)'
  ])
})
