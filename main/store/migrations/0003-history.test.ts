import { expect, it } from 'vitest'
import { appendChanges, firstUndoneChange, lastDoneChange, listGroup, markGroup } from '../changes'
import { migrate, schemaVersion } from '../migrate'
import { databaseAtVersion } from '../temporary-database'

it('adds a history that only grows to a library with work', () => {
  const db = databaseAtVersion(2)
  db.exec("INSERT INTO tag (id, ordinal, name, colour, underline, letter) VALUES ('t1', 1, 'Risk', 'orange', 'wavy', 'R')")
  migrate(db, 3)
  expect(schemaVersion(db)).toBe(3)
  migrate(db)
  const change = { at: 't', author: 'A', label: 'Edit tag', entity: 'tag', entityId: 't1', filingId: null, before: '{}',
    after: null } as const
  appendChanges(db, [{ ...change, groupId: 'g1' }])
  appendChanges(db, [{ ...change, groupId: 'g2' }])
  expect(lastDoneChange(db)?.groupId).toBe('g2')
  markGroup(db, 'g2', 'yes', { at: 't', author: 'A' })
  expect([lastDoneChange(db)?.groupId, firstUndoneChange(db)?.groupId]).toEqual(['g1', 'g2'])
  appendChanges(db, [{ ...change, groupId: 'g3' }])
  expect([lastDoneChange(db)?.groupId, firstUndoneChange(db)?.groupId, listGroup(db, 'g2')[0]?.undone]).toEqual(['g3', undefined, 'left'])
  expect(() => db.exec('DELETE FROM change_log')).toThrow(/the history is kept/)
  expect(() => db.exec("UPDATE change_log SET label = 'x'")).toThrow(/the history does not change/)
})
