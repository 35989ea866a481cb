import { expect, it } from 'vitest'
import type { WritableDb } from '../handles'
import { migrate, schemaVersion } from '../migrate'
import { all } from '../sql'
import { databaseAtVersion } from '../temporary-database'

const withFiling = (): WritableDb => {
  const db = databaseAtVersion(1)
  db.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1)`)
  return db
}

const WORK = `
INSERT INTO annotation (key, id, filing_id, source_start, source_end, exact, prefix, suffix, words, section_path, text_sha256, parser_version, verdict, created_at, modified_at, rev)
  VALUES (1, 'a1', 'f1', 0, 5, 'Sixty', '', '', 'sixty', '[]', 'bb', 1, 'intact', 't', 't', 1);
INSERT INTO note (key, id, filing_id, target_kind, annotation_id, body, text, words, status, created_at, modified_at, rev, sha256)
  VALUES (1, 'n1', 'f1', 'annotation', 'a1', '{}', 'Ask for the protocol', 'ask for the protocol', 'open', 't', 't', 1, 'h');
INSERT INTO note_revision (note_id, rev, body, text, sha256, saved_at) VALUES ('n1', 1, '{}', 'Ask for the protocol', 'h', 't');
`

it('adds the work to a library with filings, and keeps the indexes of quotes and notes in step', () => {
  const db = withFiling()
  migrate(db, 2)
  expect(schemaVersion(db)).toBe(2)
  expect(all(db, 'SELECT id FROM filing')).toEqual([{ id: 'f1' }])
  db.exec(WORK)
  const found = (table: 'quote_search' | 'note_search', word: string): number =>
    all(db, table === 'quote_search'
      ? 'SELECT rowid FROM quote_search WHERE quote_search MATCH $word'
      : 'SELECT rowid FROM note_search WHERE note_search MATCH $word', { word }).length
  expect([found('quote_search', 'sixty'), found('note_search', 'protocol')]).toEqual([1, 1])
  db.exec("UPDATE note SET words = 'ask for the label' WHERE id = 'n1'")
  expect([found('note_search', 'protocol'), found('note_search', 'label')]).toEqual([0, 1])
  db.exec('DELETE FROM note; DELETE FROM annotation')
  expect([found('quote_search', 'sixty'), found('note_search', 'label')]).toEqual([0, 0])
  db.exec("INSERT INTO note_search (note_search, rank) VALUES ('integrity-check', 1)")
  db.exec("INSERT INTO quote_search (quote_search, rank) VALUES ('integrity-check', 1)")
})

it('never lets go of words: no filing with work can be deleted, no highlight with a note, no revision at all', () => {
  const db = withFiling()
  migrate(db, 2)
  db.exec(WORK)
  expect(() => db.exec('DELETE FROM filing')).toThrow(/FOREIGN KEY/)
  expect(() => db.exec('DELETE FROM annotation')).toThrow(/FOREIGN KEY/)
  expect(() => db.exec('DELETE FROM note_revision')).toThrow(/revisions of a note are kept/)
  expect(() => db.exec("UPDATE note_revision SET body = ''")).toThrow(/revisions of a note do not change/)
  db.exec('DELETE FROM note')
  expect(all(db, 'SELECT rev FROM note_revision')).toEqual([{ rev: 1 }])
})
