import { expect, it } from 'vitest'
import { migrate, schemaVersion } from '../migrate'
import { deleteRisk, listRisks, putRisk } from '../risks'
import { databaseAtVersion } from '../temporary-database'

it('keeps changed risk tags in the order they were changed in, and nothing of the others', () => {
  const db = databaseAtVersion(4)
  migrate(db, 5)
  expect([schemaVersion(db), listRisks(db)]).toEqual([5, []])
  const tag = { id: 'own-1', label: 'Tariffs', scope: '', group: 'surroundings', hidden: false, own: true } as const
  putRisk(db, tag)
  putRisk(db, { ...tag, id: 'competition', label: 'Rivals', own: false })
  putRisk(db, { ...tag, hidden: true })
  expect(listRisks(db)).toEqual([{ ...tag, hidden: true }, { ...tag, id: 'competition', label: 'Rivals', own: false }])
  deleteRisk(db, 'own-1')
  expect(listRisks(db).map(({ id }) => id)).toEqual(['competition'])
})
