import { expect, it } from 'vitest'
import { migrate, schemaVersion } from '../migrate'
import { CITATION_QUERIES, listBacklinks } from '../note-citations'
import { deleteNote, getNote, putNote } from '../notes'
import { deleteTemplate, getTemplate, listTemplates, putTemplate } from '../note-templates'
import { queryPlan } from '../sql'
import { databaseAtVersion } from '../temporary-database'

const chip = (more: object): object => ({ type: 'citation', version: 1, sequence: 1, start: 10, end: 20, quote: 'words', ...more })
const body = (...chips: readonly object[]): string =>
  JSON.stringify({ root: { type: 'root', children: [{ type: 'paragraph', children: chips }] } })

const before = (): ReturnType<typeof databaseAtVersion> => {
  const db = databaseAtVersion(10)
  const filing = db.prepare(
    `INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
    VALUES (?, 'a.txt', ?, 'text', 10, ?, 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1)`
  )
  for (const id of ['f1', 'f2']) filing.run(id, `Filing ${id}`, id)
  db.prepare(`INSERT INTO note (id, filing_id, target_kind, body, text, words, status, created_at, modified_at, rev, sha256)
    VALUES ('n1', 'f1', 'filing', ?, 'Old', 'old', 'asked', 't', 't', 1, 'x')`).run(
    body(chip({}), chip({ filing: 'f2', kind: 'annotation', ref: 'a9', start: 3 }))
  )
  return db
}
const links = (db: ReturnType<typeof before>, filingId: string): unknown[] =>
  listBacklinks(db, filingId).map(({ noteId, filingTitle, kind, ref, range }) => [noteId, filingTitle, kind, ref, range.start, range.end])

it('knows what notes written before cite, and leaves their dates open', () => {
  const db = before()
  migrate(db, 11)
  expect(schemaVersion(db)).toBe(11)
  migrate(db)
  expect(getNote(db, 'n1')).toMatchObject({ status: 'asked', askedAt: null, answeredAt: null })
  expect(links(db, 'f1')).toEqual([['n1', 'Filing f1', 'words', null, 10, 20]])
  expect(links(db, 'f2')).toEqual([['n1', 'Filing f1', 'annotation', 'a9', 3, 20]])
})

it('follows each way a note is stored, and is never in the way of storing one', () => {
  const db = before()
  migrate(db)
  const note = getNote(db, 'n1')
  if (!note) throw new Error('the note is gone')
  putNote(db, { ...note, rev: 2, askedAt: '2026-02-01', body: body(chip({ start: 5 })) }, '')
  expect([links(db, 'f1'), links(db, 'f2'), getNote(db, 'n1')?.askedAt]).toEqual([[['n1', 'Filing f1', 'words', null, 5, 20]], [],
    '2026-02-01'])
  const spoilt = ['', '{', 'null', '[]', body(chip({ start: 'x' }), chip({ end: 1.5 }), chip({ filing: 7 }), chip({ ref: {} }))]
  for (const [at, words] of spoilt.entries()) {
    putNote(db, { ...note, rev: 3 + at, body: words }, '')
    expect(links(db, 'f1'), words).toEqual([])
  }
  putNote(db, { ...note, rev: 20, body: body(chip({})) }, '')
  deleteNote(db, 'n1')
  expect(links(db, 'f1')).toEqual([])
  putNote(db, { ...note, rev: 21, body: body(chip({})) }, '')
  expect(links(db, 'f1')).toHaveLength(1)
})

it('keeps templates in the order they were made in', () => {
  const db = before()
  migrate(db, 11)
  const template = { id: 't1', name: 'Call', body: '{}', modifiedAt: '2026-01-01T00:00:00.000Z' }
  putTemplate(db, template)
  putTemplate(db, { ...template, id: 't2', name: 'Visit' })
  putTemplate(db, { ...template, name: 'Phone call' })
  expect(listTemplates(db).map(({ name }) => name)).toEqual(['Phone call', 'Visit'])
  deleteTemplate(db, 't1')
  expect([getTemplate(db, 't1'), listTemplates(db).length]).toEqual([undefined, 1])
})

it.each([
  ['the notes that cite a filing', CITATION_QUERIES.ofFiling, { filingId: 'f1' }],
  ['the blocks at a place', CITATION_QUERIES.blocksAt, { key: 1, start: 5, end: 9 }]
])('finds %s by an index and never by reading a whole table', (_name, sql, params) => {
  const db = before()
  migrate(db, 11)
  const plan = queryPlan(db, sql, params)
  expect(plan.filter((line) => line.startsWith('SCAN'))).toEqual([])
  expect(plan.join()).toMatch(/note_citation_by_filing|block_by_source/)
})
