import { expect, it } from 'vitest'
import { migrate } from '../migrate'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'

it('hides no suggestion that stands already', () => {
  const db = databaseAtVersion(18)
  db.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026', 1);
    INSERT INTO document (key, filing_id, sequence, format, source_start, source_end, parsed, parser_version, detector_version, suggestions)
    VALUES (7, 'f1', 1, 'text', 0, 10, 1, 1, 1, 0);
    INSERT INTO suggestion (filing_id, document_key, kind, node, source_start, source_end) VALUES ('f1', 7, 'finding', 'd1f1', 0, 5)`)
  migrate(db, 19)
  expect(all(db, 'SELECT node, unwanted FROM suggestion')).toEqual([{ node: 'd1f1', unwanted: 0 }])
  expect(all(db, 'SELECT * FROM unwanted')).toEqual([])
})
