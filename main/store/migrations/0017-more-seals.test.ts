import { expect, it } from 'vitest'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'
import { migrate } from '../migrate'

it('forgets the seals of reviewed sections, which were made of less, and keeps all others', () => {
  const db = databaseAtVersion(16)
  db.exec("INSERT INTO seal (kind, id, hash) VALUES ('section_review', 'v1', x'01'), ('note', 'n1', x'02')")
  migrate(db, 17)
  expect(all(db, 'SELECT kind, id FROM seal')).toEqual([{ kind: 'note', id: 'n1' }])
  db.close()
})
