import { expect, it } from 'vitest'
import { migrate, schemaVersion } from '../migrate'
import { deleteSectionReview, getSectionReview, listSectionReviews, putSectionReview } from '../section-reviews'
import { databaseAtVersion } from '../temporary-database'

it('counts the suggestions and sections of documents that were stored before', () => {
  const db = databaseAtVersion(7)
  db.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1);
    INSERT INTO document (key, filing_id, sequence, format, source_start, source_end, parsed, parser_version, detector_version, suggestions)
    VALUES (1, 'f1', 1, 'text', 0, 100, 1, 1, 1, 4), (2, 'f1', 2, 'text', 100, 200, 0, 0, 0, 0);
    INSERT INTO sentence (document_key, ordinal, node, block, source_start, source_end, text_start, text_length)
    VALUES (1, 0, 'd1s0', 'd1b0', 10, 20, 0, 10), (1, 1, 'd1s1', 'd1b0', 20, 30, 10, 10), (1, 2, 'd1s2', 'd1b0', 30, 40, 20, 10);
    INSERT INTO section (document_key, ordinal, node, kind, title, source_start, source_end, body)
    VALUES (1, 0, 'd1c0', 'item', 'Results', 0, 50, '{}'), (1, 1, 'd1c1', 'letterhead', '', 50, 100, '{}');`)
  const part = db.prepare('INSERT INTO analysis (document_key, part, body) VALUES (1, ?, ?)')
  part.run('findings', JSON.stringify([{ id: 'd1f0', claim: { start: 10, end: 30 } }]))
  part.run('forwardLooking',
    JSON.stringify([{ sentence: 'd1s0', class: 'boilerplate' }, { sentence: 'd1s2', class: 'core' }, { sentence: 'd1s9', class: 'core' }]))
  migrate(db, 8)
  expect(schemaVersion(db)).toBe(8)
  expect(db.prepare('SELECT filing_id, document_key, kind, node, source_start, source_end, words FROM suggestion ORDER BY node').all())
    .toEqual([
      { filing_id: 'f1', document_key: 1, kind: 'finding', node: 'd1f0', source_start: 10, source_end: 30, words: '' },
      { filing_id: 'f1', document_key: 1, kind: 'forward-looking', node: 'd1s2', source_start: 30, source_end: 40, words: '' }
    ])
  expect(db.prepare('SELECT sections, to_decide FROM document ORDER BY key').all()).toEqual([{ sections: 1, to_decide: 2 }, { sections: 0,
    to_decide: 0 }])
})

it('keeps the marks of reviewed sections in reading order', () => {
  const db = databaseAtVersion(7)
  db.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1)`)
  migrate(db)
  const mark = (id: string, sequence: number, start: number) => ({ id, filingId: 'f1', sequence, section: `d${String(sequence)}c1`,
    range: { start, end: start + 5 }, title: 'Results', reviewedAt: '2026-01-01T00:00:00.000Z' })
  const [late, early] = [mark('a', 2, 10), mark('b', 1, 20)]
  putSectionReview(db, late)
  putSectionReview(db, early)
  expect(listSectionReviews(db, 'f1')).toEqual([early, late])
  putSectionReview(db, { ...late, section: null })
  expect(getSectionReview(db, 'a')?.section).toBeNull()
  deleteSectionReview(db, 'a')
  expect(listSectionReviews(db, 'f1')).toEqual([early])
})
