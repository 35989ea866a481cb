import { expect, it } from 'vitest'
import { DESCRIBE_QUERIES } from '../filing-details'
import { migrate } from '../migrate'
import { all, queryPlan } from '../sql'
import { databaseAtVersion } from '../temporary-database'
import { countUnread, nextUnread, UNREAD_QUERIES } from '../unread-documents'

const FILING = `INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, opened_at,
  trashed_at, ready) VALUES (?, 'f.txt', 'T', 'submission', 1, ?, 't', 'null', '[]', ?, ?, NULL, 1)`
const DOCUMENT =
  `INSERT INTO document (key, filing_id, sequence, format, source_start, source_end, parsed, parser_version, detector_version,
  suggestions) VALUES (?, ?, ?, ?, 0, 10, ?, 0, 0, 0)`

it('takes what was read before for opened, and finds what is unread by an index, the newest filing first', () => {
  const db = databaseAtVersion(14)
  const filing = db.prepare(FILING)
  filing.run('old', 'a', '2026-01-01T00:00:00.000Z', '2026-01-03T00:00:00.000Z')
  filing.run('new', 'b', '2026-01-02T00:00:00.000Z', null)
  const document = db.prepare(DOCUMENT)
  document.run(1, 'old', 1, 'html', 1)
  document.run(2, 'old', 2, 'text', 0)
  document.run(3, 'old', 3, 'binary', 0)
  document.run(4, 'new', 1, 'html', 1)
  document.run(5, 'new', 2, 'html', 0)
  migrate(db, 15)
  expect(all(db, 'SELECT opened_at AS at FROM document ORDER BY key')).toEqual([{ at: '2026-01-03T00:00:00.000Z' }, { at: null }, {
    at: null
  }, { at: null }, { at: null }])
  expect(all(db, 'SELECT described_by, origins FROM filing')).toEqual([{ described_by: 0, origins: '{}' }, { described_by: 0,
    origins: '{}' }])
  const asked = { version: 1, filingId: null, without: [] }
  expect(nextUnread(db, asked)).toEqual({ key: 5, filingId: 'new', sequence: 2, length: 10 })
  expect(nextUnread(db, { ...asked, filingId: 'old' })?.key).toBe(2)
  expect(nextUnread(db, { ...asked, without: [5, 2] })).toBeUndefined()
  expect(countUnread(db)).toEqual(new Map([['new', 1], ['old', 1]]))
  expect(queryPlan(db, DESCRIBE_QUERIES.next, { version: 1, parser: 1 })[0]).toBe(
    'SEARCH filing USING INDEX filing_by_describer (described_by<?)'
  )
  for (const [query, given] of [[UNREAD_QUERIES.next, { ...asked, without: '[]' }], [UNREAD_QUERIES.byFiling, {}]] as const)
    expect(queryPlan(db, query, given)[0]).toMatch(/^SCAN document USING (?:COVERING )?INDEX document_unread/)
})
