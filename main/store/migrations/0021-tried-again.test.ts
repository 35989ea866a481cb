import { expect, it } from 'vitest'
import { migrate } from '../migrate'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'

it('keeps what waits as it came, and has it sealed anew', () => {
  const db = databaseAtVersion(20)
  db.exec(`INSERT INTO quarantine VALUES ('q1', 'o1', 'Broken', 'item 1', '{}', '2026');
    INSERT INTO seal (kind, id, hash) VALUES ('quarantine', 'q1', x'00'), ('tag', 't1', x'00')`)
  migrate(db, 21)
  expect(all(db, 'SELECT id, raw, understood FROM quarantine')).toEqual([{ id: 'q1', raw: '{}', understood: null }])
  expect(all(db, 'SELECT kind FROM seal')).toEqual([{ kind: 'tag' }])
})
