import type { Person } from '#contract/person'
import type { ReadableDb, WritableDb } from './handles'
import { all, one, run } from './sql'

interface Row {
  readonly id: string
  readonly name: string
  readonly library_id: string | null
  readonly key_fingerprint: string | null
}

const COLUMNS = 'id, name, library_id, key_fingerprint'

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  libraryId: row.library_id,
  keyFingerprint: row.key_fingerprint
})

/** One person, or undefined. */
export const getPerson = (db: ReadableDb, id: string): Person | undefined => {
  const row = one<Row>(db, `SELECT ${COLUMNS} FROM person WHERE id = $id`, { id })
  return row && toPerson(row)
}

/** Everybody who is known, by name. */
export const listPeople = (db: ReadableDb): Person[] => all<Row>(db, `SELECT ${COLUMNS} FROM person ORDER BY name, id`).map(toPerson)

/** Stores one as it is given, new or changed. */
export const putPerson = (db: WritableDb, person: Person): void => {
  run(db, `INSERT OR REPLACE INTO person (${COLUMNS})
    VALUES ($id, $name, $libraryId, $keyFingerprint)`, {
    id: person.id,
    name: person.name,
    libraryId: person.libraryId,
    keyFingerprint: person.keyFingerprint
  })
}

/** Takes one away. */
export const deletePerson = (db: WritableDb, id: string): void => {
  run(db, 'DELETE FROM person WHERE id = $id', { id })
}
