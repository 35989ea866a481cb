import { expect, it } from 'vitest'
import { listDecisions, putDecision } from '../decisions'
import { migrate, schemaVersion } from '../migrate'
import { databaseAtVersion } from '../temporary-database'

it('lets decisions made before carry corrections of links and words', () => {
  const db = databaseAtVersion(3)
  db.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1)`)
  db.exec(`INSERT INTO decision (id, filing_id, kind, node, source_start, source_end, exact, verdict, risks, decided_at, rev)
    VALUES ('d1', 'f1', 'forward-looking', 'd1s1', 5, 9, 'We expect', 'accepted', '["competition"]', 't', 2)`)
  migrate(db, 4)
  expect(schemaVersion(db)).toBe(4)
  migrate(db)
  const [kept] = listDecisions(db, 'f1')
  expect(kept).toMatchObject({ id: 'd1', verdict: 'accepted', risks: ['competition'], links: null, span: null, rev: 2 })
  if (!kept) throw new Error('the decision is gone')
  const corrected = { ...kept, links: [{ exact: 'trials may fail', range: { start: 30, end: 45 } }],
    span: { exact: 'expect', range: { start: 8, end: 9 } } }
  putDecision(db, corrected)
  expect(listDecisions(db, 'f1')).toEqual([corrected])
})
