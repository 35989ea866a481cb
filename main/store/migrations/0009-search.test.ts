import { expect, it } from 'vitest'
import { migrate } from '../migrate'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'

const FILING = `INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
  VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1)`
const DOCUMENT =
  `INSERT INTO document (key, filing_id, sequence, format, source_start, source_end, parsed, parser_version, detector_version, suggestions)
  VALUES (7, 'f1', 1, 'text', 0, 10, 1, 1, 1, 0)`
const BLOCK = `INSERT INTO block (key, document_key, ordinal, kind, source_start, source_end, text, body)
  VALUES (1, 7, 0, 'paragraph', 0, 5, 'Sales of 1,234', '{}')`

it('keeps the blocks, makes the index anew and forgets the words of a block that goes', () => {
  const db = databaseAtVersion(8)
  for (const sql of [FILING, DOCUMENT, BLOCK]) db.exec(sql)
  migrate(db, 9)
  const found = (word: string): unknown[] => all(db, 'SELECT rowid FROM block_search WHERE block_search MATCH $word', { word })
  expect(all(db, 'SELECT text FROM block')).toEqual([{ text: 'Sales of 1,234' }])
  expect(found('sales')).toEqual([])
  db.exec("INSERT INTO block_search (rowid, words) VALUES (1, 'Sales of 1234')")
  expect(found('1234')).toEqual([{ rowid: 1 }])
  db.exec('INSERT INTO document_to_index (document_key) VALUES (7)')
  db.exec("DELETE FROM filing WHERE id = 'f1'")
  expect(found('sales')).toEqual([])
  expect(all(db, 'SELECT document_key FROM document_to_index')).toEqual([])
  db.exec("INSERT INTO block_search (block_search) VALUES ('integrity-check')")
})

it('keeps a saved search whose folder is removed', () => {
  const db = databaseAtVersion(9)
  db.exec("INSERT INTO folder (id, name, ordinal, created_at) VALUES ('d1', 'Deal', 0, '2026-01-01T00:00:00.000Z')")
  db.exec(
    "INSERT INTO saved_search (id, name, query, folder_id, created_at) VALUES ('s1', 'Doubt', 'going concern', 'd1', '2026-01-01T00:00:00.000Z')"
  )
  db.exec("DELETE FROM folder WHERE id = 'd1'")
  expect(all(db, 'SELECT id, folder_id FROM saved_search')).toEqual([{ id: 's1', folder_id: null }])
})
