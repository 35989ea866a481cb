import { expect, it } from 'vitest'
import { migrate } from '../migrate'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'

it('makes room for seals and leaves what stands there unsealed', () => {
  const db = databaseAtVersion(15)
  db.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026', 1);
    INSERT INTO document (key, filing_id, sequence, format, source_start, source_end, parsed, parser_version, detector_version, suggestions)
    VALUES (7, 'f1', 1, 'text', 0, 10, 1, 1, 1, 0)`)
  migrate(db, 16)
  expect(all(db, 'SELECT key, seal FROM document')).toEqual([{ key: 7, seal: null }])
  expect(all(db, 'SELECT * FROM seal')).toEqual([])
})
