import { expect, it } from 'vitest'
import { migrate, schemaVersion } from '../migrate'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'

const FILING = `INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
  VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1)`
const DOCUMENT =
  `INSERT INTO document (key, filing_id, sequence, format, source_start, source_end, parsed, parser_version, detector_version, suggestions)
  VALUES (7, 'f1', 1, 'text', 0, 10, 1, 1, 1, 0)`
const block = (key: number, text: string, folded: string | null): string =>
  `INSERT INTO block (key, document_key, ordinal, kind, source_start, source_end, text, folded, body)
   VALUES (${String(key)}, 7, ${String(key)}, 'paragraph', 0, 5, '${text}', ${folded === null ? 'NULL' : `'${folded}'`}, '{}')`

it('makes the tables of filings from an empty database and keeps the index of words in step', () => {
  const db = databaseAtVersion(0)
  migrate(db, 1)
  expect(schemaVersion(db)).toBe(1)
  for (const sql of [FILING, DOCUMENT, block(1, 'the primary endpoint', null), block(2, 'going\u200b concern', 'going concern')])
    db.exec(sql)
  const found = (word: string): unknown[] => all(db, 'SELECT rowid FROM block_search WHERE block_search MATCH $word', { word })
  expect(found('endpoint')).toEqual([{ rowid: 1 }])
  expect(found('"going concern"')).toEqual([{ rowid: 2 }])
  db.exec("UPDATE block SET text = 'the secondary measure' WHERE key = 1")
  expect(found('endpoint')).toEqual([])
  expect(found('measure')).toEqual([{ rowid: 1 }])
  db.exec("DELETE FROM filing WHERE id = 'f1'")
  expect(found('measure')).toEqual([])
  expect(all(db, 'SELECT key FROM block')).toEqual([])
  db.exec("INSERT INTO block_search (block_search, rank) VALUES ('integrity-check', 1)")
})

it('refuses rows of the wrong type and rows without their filing', () => {
  const db = databaseAtVersion(1)
  expect(() => db.exec(DOCUMENT)).toThrow(/FOREIGN KEY/)
  expect(() => db.exec(FILING.replace(', 10,', ", 'ten',"))).toThrow(/cannot store TEXT/)
})
