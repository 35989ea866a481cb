import { expect, it } from 'vitest'
import { migrate, schemaVersion } from '../migrate'
import { databaseAtVersion } from '../temporary-database'

const FILING = `INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
  VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1);
  INSERT INTO document (key, filing_id, sequence, format, source_start, source_end, parsed, parser_version, detector_version, suggestions)
  VALUES (1, 'f1', 1, 'text', 0, 100, 1, 1, 1, 4), (2, 'f1', 2, 'text', 100, 200, 0, 0, 0, 0);`

it('finds the block of each statement that was stored before, in whichever piece it stands', () => {
  const db = databaseAtVersion(12)
  db.exec(FILING)
  db.exec(`INSERT INTO block (key, document_key, ordinal, kind, source_start, source_end, text, body)
    VALUES (1048576, 1, 0, 'heading', 0, 9, 'A', '{}'), (1048577, 1, 1, 'paragraph', 10, 40, 'B', '{}');
    INSERT INTO sentence (document_key, ordinal, node, block, source_start, source_end, text_start, text_length)
    VALUES (1, 0, 'd1s1', 'd1b2', 10, 20, 0, 10), (1, 1, 'd1s2', 'd1b2', 20, 30, 10, 10), (1, 2, 'd1s3', 'd1b2', 30, 40, 20, 10),
      (1, 3, 'd1s4', 'd1b1', 50, 60, 0, 5), (1, 4, 'd1s5', 'd1b9', 60, 70, 0, 5);`)
  const piece = db.prepare("INSERT INTO analysis (document_key, part, piece, body) VALUES (1, 'forwardLooking', ?, ?)")
  piece.run(0, JSON.stringify([{ sentence: 'd1s1', risks: ['competition', 'personnel'] }, { sentence: 'd1s2', risks: [] }]))
  // The fourth does not lie in the block its sentence names, the block of the fifth is not there, and the sixth has no sentence.
  piece.run(1,
    JSON.stringify([{ sentence: 'd1s3', risks: ['competition'] }, { sentence: 'd1s4', risks: ['competition'] }, { sentence: 'd1s5',
      risks: ['competition'] }, { sentence: 'd1s6', risks: ['competition'] }]))
  migrate(db, 13)
  expect(schemaVersion(db)).toBe(13)
  expect(
    db.prepare('SELECT risk, block_key - 1048576 AS ordinal, node, document_key AS document FROM risk_place ORDER BY node, risk').all()
  ).toEqual([
    { risk: 'competition', ordinal: 1, node: 'd1s1', document: 1 },
    { risk: 'personnel', ordinal: 1, node: 'd1s1', document: 1 },
    { risk: '', ordinal: 1, node: 'd1s2', document: 1 },
    { risk: 'competition', ordinal: 1, node: 'd1s3', document: 1 }
  ])
  db.exec('DELETE FROM document WHERE key = 1')
  expect(db.prepare('SELECT count(*) AS n FROM risk_place').get()).toEqual({ n: 0 })
})

it('takes a library without forward-looking statements as it is', () => {
  const db = databaseAtVersion(12)
  db.exec(FILING)
  migrate(db, 13)
  expect(db.prepare('SELECT count(*) AS n FROM risk_place').get()).toEqual({ n: 0 })
})
