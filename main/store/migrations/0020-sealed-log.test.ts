import { expect, it } from 'vitest'
import { checkSealedLog } from '../check-sealed-log'
import { migrate } from '../migrate'
import { listSealed } from '../read-sealed-log'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'
import type { WritableDb } from '../handles'

const wholeOf = (db: WritableDb) => checkSealedLog(db).next()

it('begins with nothing in a library without a history', () => {
  const db = databaseAtVersion(19)
  migrate(db, 20)
  expect(all(db, 'SELECT * FROM change_seal')).toEqual([])
  expect(wholeOf(db)).toEqual({ done: true, value: { whole: true, head: null } })
})

it('seals a history that is there as it is found, and says so in its first line', () => {
  const db = databaseAtVersion(19)
  db.exec(`INSERT INTO change_log (group_id, at, author, label, entity, entity_id, after, undone) VALUES
    ('g1', '2025-03-04', 'A', 'Edit tag', 'tag', 't1', '{}', 'left'), ('g2', '2025-03-04', 'A', 'Edit tag', 'tag', 't1', '{}', 'no'),
    ('g3', '2025-03-04', 'A', 'Edit tag', 'tag', 't1', '{}', 'yes'), ('g3', '2025-03-04', 'A', 'Edit tag', 'tag', 't2', '{}', 'yes')`)
  migrate(db, 20)
  const events = listSealed(db, 0, 10).map(({ event }) => event)
  expect(events.map((event) => [event?.kind, event?.group, event?.at.slice(0, 4) === '2025', event?.detail])).toEqual([
    ['begin', null, false, '{"changes":4}'],
    ['found', 'g1', true, 'left'],
    ['found', 'g2', true, 'no'],
    ['found', 'g3', true, 'yes'],
    ['found', 'g3', true, 'yes']
  ])
  expect(wholeOf(db)).toMatchObject({ value: { whole: true, head: { n: 5 } } })
})

it('is never changed and never shortened', () => {
  const db = databaseAtVersion(19)
  db.exec(
    `INSERT INTO change_log (group_id, at, author, label, entity, entity_id, undone) VALUES ('g', '2025', 'A', 'x', 'tag', 't1', 'no')`
  )
  migrate(db, 20)
  expect(() => db.exec("UPDATE change_seal SET salt = 'x' WHERE n = 1")).toThrow(/does not change/)
  expect(() => db.exec('UPDATE change_seal SET n = 7 WHERE n = 2')).toThrow(/does not change/)
  expect(() => db.exec('DELETE FROM change_seal')).toThrow(/is kept/)
})
