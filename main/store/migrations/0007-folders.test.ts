import { expect, it } from 'vitest'
import { getOwnDetails, setOwnDetails } from '../filing-details'
import { getFiling, listFilings } from '../filings'
import { deleteFolder, getFolder, listFilingsUnder, listFolderFilings, putFolder, putFolderFiling } from '../folders'
import { migrate, schemaVersion } from '../migrate'
import { run } from '../sql'
import { databaseAtVersion } from '../temporary-database'
import { listWatched, listWatchedOfFolder, putWatched } from '../watched'

const FILING =
  `INSERT INTO filing (id, file_name, title, company, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
  VALUES ($id, 'a.txt', 'A', 'Header Co', 'text', 10, $id, 'bb', $submission, '[]', '2026-01-01T00:00:00.000Z', 1)`

it('gives filings their period from the header, and places in folders', () => {
  const db = databaseAtVersion(6)
  run(db, FILING, { id: 'f1', submission: '{"periodEnd":"2007-12-31"}' })
  run(db, FILING, { id: 'f2', submission: 'null' })
  migrate(db, 7)
  expect(schemaVersion(db)).toBe(7)
  expect(db.prepare('SELECT id, period, described FROM filing ORDER BY id').all()).toEqual([{ id: 'f1', period: '2007-12-31',
    described: null }, { id: 'f2', period: null, described: null }])
})

const folder = (id: string, parentId: string | null) => ({ id, parentId, name: id, ordinal: 0, createdAt: '2026-01-01T00:00:00.000Z' })

it('finds the filings in a folder and in those under it; a folder that goes takes no filing and no folder with it', () => {
  const db = databaseAtVersion(6)
  migrate(db)
  for (const id of ['f1', 'f2']) run(db, FILING, { id, submission: 'null' })
  putFolder(db, folder('top', null))
  putFolder(db, folder('inner', 'top'))
  putFolderFiling(db, { folderId: 'top', filingId: 'f1', addedAt: 't' })
  putFolderFiling(db, { folderId: 'inner', filingId: 'f1', addedAt: 't' })
  putFolderFiling(db, { folderId: 'inner', filingId: 'f2', addedAt: 't' })
  expect(listFilingsUnder(db, 'top').sort()).toEqual(['f1', 'f2'])
  expect(getFiling(db, 'f1')?.folders.toSorted()).toEqual(['inner', 'top'])
  putWatched(db, { id: 'w', path: '/deals', folderId: 'top', addedAt: 't' })
  expect(listWatchedOfFolder(db, 'top')).toEqual(['w'])
  deleteFolder(db, 'top')
  expect([getFolder(db, 'inner')?.parentId, listFolderFilings(db, 'inner').length, listFilings(db, false).length]).toEqual([null, 2, 2])
  expect(listWatched(db)).toMatchObject([{ id: 'w', folderId: null }])
})

it('keeps what the header says beside what is written over it', () => {
  const db = databaseAtVersion(6)
  migrate(db)
  run(db, FILING, { id: 'f1', submission: 'null' })
  setOwnDetails(db, 'f1', { company: 'Own Co', form: '8-K', title: 'A' })
  expect(getFiling(db, 'f1')).toMatchObject({ company: 'Own Co', form: '8-K', title: 'A', described: true })
  expect(getOwnDetails(db, 'f1')).toEqual({ company: 'Own Co', form: '8-K' })
  setOwnDetails(db, 'f1', { company: 'Other Co' })
  expect(getFiling(db, 'f1')).toMatchObject({ company: 'Other Co', form: null })
  setOwnDetails(db, 'f1', {})
  expect(getFiling(db, 'f1')).toMatchObject({ company: 'Header Co', described: false })
  expect(getOwnDetails(db, 'none')).toBeUndefined()
})
