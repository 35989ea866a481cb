import { afterEach, beforeEach, expect, it } from 'vitest'
import { backUp } from './backup'
import { failureOf } from './failure-of'
import type { WritableDb } from './handles'
import { closeDatabase } from './open'
import { all, insert, one, onSlowQuery, run, transact, transactUnsynced } from './sql'
import type { SlowQuery } from './sql'
import { createTemporaryFolder, openOrThrow } from './temporary-database'
import type { TemporaryFolder } from './temporary-database'
import { join } from 'node:path'
import { existsSync, readdirSync } from 'node:fs'

let folder: TemporaryFolder
let db: WritableDb
beforeEach(() => {
  folder = createTemporaryFolder()
  db = openOrThrow(folder.path)
})
afterEach(() => {
  closeDatabase(db)
  folder.remove()
})

const SETTING = 'INSERT INTO setting (key, value) VALUES ($key, $value)'
const LONG =
  `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 3000000) SELECT count(*) AS n FROM counted`

it('tells of a query that takes too long, and of no other', () => {
  const slow: SlowQuery[] = []
  onSlowQuery(db, (query) => slow.push(query))
  run(db, SETTING, { key: 'a', value: '1' })
  expect(one(db, LONG)).toEqual({ n: 3_000_000 })
  expect(slow).toMatchObject([{ sql: LONG }])
  expect(slow[0]?.ms).toBeGreaterThan(40)
})

it('takes a whole transaction back where a part of it fails, and only the part where that is caught', () => {
  expect(() => {
    transact(db, () => {
      run(db, SETTING, { key: 'a', value: '1' })
      run(db, SETTING, { key: 'a', value: '2' })
    })
  }).toThrow(/UNIQUE/)
  transact(db, () => {
    run(db, SETTING, { key: 'b', value: '1' })
    expect(() => {
      transact(db, () => {
        run(db, SETTING, { key: 'c', value: '1' })
        throw new Error('stop')
      })
    }).toThrow('stop')
  })
  expect(all(db, 'SELECT key FROM setting ORDER BY key')).toEqual([{ key: 'b' }])
})

it('answers an insert with its key', () => {
  const add = (groupId: string): number =>
    insert(db, `INSERT INTO change_log (group_id, at, author, label, entity, entity_id, undone)
    VALUES ($groupId, 't', 'a', 'l', 'tag', 'x', 'no')`, { groupId })
  expect([add('g1'), add('g2')]).toEqual([1, 2])
})

it('writes a backup whole or not at all', () => {
  const path = join(folder.path, 'copy.db')
  run(db, SETTING, { key: 'a', value: '1' })
  backUp(db, path)
  run(db, SETTING, { key: 'b', value: '1' })
  backUp(db, path)
  expect(() => backUp(db, join(folder.path, 'no', 'such', 'folder', 'copy.db'))).toThrow()
  expect(existsSync(path)).toBe(true)
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['SQLITE_CORRUPT_VTAB', 'database-damaged'],
  ['SQLITE_NOTADB', 'database-damaged'],
  ['SQLITE_BUSY', 'write-failed'],
  ['SQLITE_IOERR_FSYNC', 'write-failed']
])('an error %s of the disk is the failure %s', (code, failure) => {
  expect(failureOf(Object.assign(new Error('words'), { code }))).toMatchObject({ ok: false,
    failure: { code: failure, place: `${code}: words` } })
})

it.each([new Error('a bug'), Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT_UNIQUE' }), 'words', null])(
  '%s is a bug and no failure',
  (error) => {
    expect(failureOf(error)).toBeNull()
  }
)

it('commits a step that does not wait for the disk, and waits again after it, also where the step fails', () => {
  transactUnsynced(db, () => run(db, SETTING, { key: 'step', value: '1' }))
  expect(one(db, 'SELECT value FROM setting WHERE key = $key', { key: 'step' })).toEqual({ value: '1' })
  expect(() =>
    transactUnsynced(db, () => {
      run(db, SETTING, { key: 'half', value: '1' })
      throw new Error('the step failed')
    })
  ).toThrow('the step failed')
  expect(one(db, 'SELECT value FROM setting WHERE key = $key', { key: 'half' })).toBeUndefined()
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
})
