import { expect, it } from 'vitest'
import { appendChanges, CHANGE_QUERIES, listChangesOf } from '../changes'
import { migrate } from '../migrate'
import { queryPlan } from '../sql'
import { databaseAtVersion } from '../temporary-database'

it('keeps the history of a thing, found by an index and in its order', () => {
  const db = databaseAtVersion(13)
  const change = { groupId: 'g', at: '2026-01-01T00:00:00.000Z', author: 'A', label: 'Change tag', filingId: 'f', before: null } as const
  appendChanges(db, [
    { ...change, entity: 'annotation', entityId: 'a', after: '1' },
    { ...change, entity: 'annotation', entityId: 'b', after: '2' },
    { ...change, entity: 'annotation', entityId: 'a', after: '3' }
  ])
  migrate(db, 14)
  expect(listChangesOf(db, 'annotation', 'a').map(({ after }) => after)).toEqual(['1', '3'])
  expect(listChangesOf(db, 'note', 'a')).toEqual([])
  expect(queryPlan(db, CHANGE_QUERIES.ofEntity, { entity: 'annotation', entityId: 'a' })).toEqual([
    'SEARCH change_log USING INDEX change_log_by_thing (entity_id=?)'
  ])
})
