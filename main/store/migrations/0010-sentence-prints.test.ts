import { expect, it } from 'vitest'
import { insertDocument } from '../documents'
import { migrate, schemaVersion } from '../migrate'
import { findPrint, getPrints, putPrints } from '../sentence-prints'
import { run } from '../sql'
import { databaseAtVersion } from '../temporary-database'

const FILING = `INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
  VALUES ('f', 'f.txt', 'F', 'text', 1, 'a', 'b', 'null', '[]', '2026-01-05T09:00:00.000Z', 1)`

it('keeps the prints of a document to the last bit, by the version of their rule, and lets them go with it', () => {
  const db = databaseAtVersion(9)
  migrate(db, 10)
  expect(schemaVersion(db)).toBe(10)
  run(db, FILING)
  const key = insertDocument(db, 'f', { sequence: 1, type: null, filename: null, description: null, format: 'text',
    range: { start: 0, end: 1 } })
  const prints = Float64Array.of(0, 1, 2 ** 53 - 1, 4503599627370497)
  putPrints(db, key, 1, prints)
  expect(getPrints(db, key, 1)).toEqual(prints)
  expect(getPrints(db, key, 2)).toBeUndefined()
  expect([4503599627370497, 2 ** 53 - 1, 5].map((print) => findPrint(db, key, 1, print))).toEqual([3, 2, -1])
  putPrints(db, key, 1, Float64Array.of(7))
  expect(getPrints(db, key, 1)).toEqual(Float64Array.of(7))
  run(db, 'DELETE FROM document WHERE key = $key', { key })
  expect(getPrints(db, key, 1)).toBeUndefined()
})
