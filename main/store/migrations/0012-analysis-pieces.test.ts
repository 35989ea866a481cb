import { expect, it } from 'vitest'
import { migrate, schemaVersion } from '../migrate'
import { listParts, PART_QUERY, writePart } from '../parts'
import { all, queryPlan } from '../sql'
import { databaseAtVersion } from '../temporary-database'

const facts = (count: number): object[] => Array.from({ length: count }, (_, at) => ({ id: `x${String(at)}`, value: String(at * 7) }))

const before = (): ReturnType<typeof databaseAtVersion> => {
  const db = databaseAtVersion(11)
  db.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1)`)
  db.exec(
    `INSERT INTO document (key, filing_id, sequence, format, source_start, source_end, parsed, parser_version, detector_version, suggestions)
    VALUES (7, 'f1', 1, 'text', 0, 10, 1, 1, 1, 0), (8, 'f1', 2, 'text', 0, 10, 1, 1, 1, 0)`
  )
  db.prepare("INSERT INTO analysis (document_key, part, body) VALUES (7, 'facts', ?), (7, 'safeHarbor', 'null')").run(
    JSON.stringify(facts(450))
  )
  return db
}

it('keeps what was stored whole, and stores long lists in pieces that are whole again when read', () => {
  const db = before()
  migrate(db, 12)
  expect(schemaVersion(db)).toBe(12)
  expect(listParts(db, 7)).toMatchObject({ facts: facts(450), safeHarbor: null, findings: [] })
  for (const [name, body] of [['facts', facts(1234)], ['findings', facts(100)], ['figures', []], ['safeHarbor', {
    triggers: []
  }]] as const) {
    for (const _row of writePart(db, 8, name, body)) expect(_row).toBeUndefined()
  }
  expect(listParts(db, 8)).toEqual({ hidden: [], facts: facts(1234), findings: facts(100), forwardLooking: [], safeHarbor: { triggers: [] },
    figures: [] })
  expect(all(db, 'SELECT max(length(body)) < 5000 AS short, count(*) AS pieces FROM analysis WHERE document_key = 8')).toEqual([{ short: 1,
    pieces: 16 }])
  expect(queryPlan(db, PART_QUERY, { key: 8 })).toEqual(['SEARCH analysis USING INDEX analysis_in_order (document_key=?)'])
})

it('loses the pieces with their document', () => {
  const db = before()
  migrate(db, 12)
  for (const _row of writePart(db, 8, 'facts', facts(300))) expect(_row).toBeUndefined()
  db.exec('DELETE FROM document WHERE key = 8')
  expect(all(db, 'SELECT DISTINCT document_key FROM analysis')).toEqual([{ document_key: 7 }])
  expect(() => db.exec("INSERT INTO analysis VALUES (7, 'facts', 0, '[]')")).toThrow(/UNIQUE/)
})
