import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FailureCode } from '#contract/result'
import { migrate, SCHEMA_VERSION } from './migrate'
import { MIGRATIONS } from './migrations'
import { APPLICATION_ID, closeDatabase, DATABASE_NAME, openDatabase } from './open'
import { listTags, putTag } from './tags'
import { createTemporaryFolder, openOrThrow } from './temporary-database'
import type { TemporaryFolder } from './temporary-database'

let folder: TemporaryFolder
let path: string
beforeEach(() => {
  folder = createTemporaryFolder()
  path = join(folder.path, DATABASE_NAME)
})
afterEach(() => folder.remove())

const TAG = { id: 't1', name: 'Risk', colour: 'orange', underline: 'wavy', letter: 'R', shortcut: null } as const

const makeLibrary = (): void => {
  const db = openOrThrow(folder.path)
  putTag(db, TAG)
  closeDatabase(db)
}

const hash = (): string => createHash('sha256').update(readFileSync(path)).digest('hex')

const expectRefused = (code: FailureCode): string => {
  const before = hash()
  const opened = openDatabase(folder.path)
  expect(opened).toMatchObject({ ok: false, failure: { code, file: path } })
  expect(hash()).toBe(before)
  return opened.ok ? '' : `${opened.failure.message} ${opened.failure.remedy ?? ''}`
}

describe('a library', () => {
  it('is made where there is none, and is there again', () => {
    makeLibrary()
    expect(readdirSync(folder.path)).toEqual([DATABASE_NAME])
    const db = openOrThrow(folder.path)
    expect(listTags(db)).toEqual([TAG])
    closeDatabase(db)
  })

  it('is set to keep what it acknowledges', () => {
    const db = openOrThrow(folder.path)
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'busy_timeout', 'application_id', 'user_version']
        .map(pragma)
    )
      .toEqual(['wal', 2, 1, 0, 1, 5000, APPLICATION_ID, SCHEMA_VERSION])
    closeDatabase(db)
  })

  it('opens after a stop that left its log behind', () => {
    makeLibrary()
    const db = openOrThrow(folder.path)
    putTag(db, { ...TAG, id: 't2', name: 'Other' })
    const copy = join(folder.path, 'copy')
    mkdirSync(copy)
    for (const suffix of ['', '-wal']) cpSync(`${path}${suffix}`, join(copy, `${DATABASE_NAME}${suffix}`))
    closeDatabase(db)
    const again = openOrThrow(copy)
    expect(listTags(again)).toHaveLength(2)
    closeDatabase(again)
  })

  it('opens after a stop in its very first second', () => {
    const db = new Database(path)
    db.pragma('journal_mode = WAL')
    db.close()
    closeDatabase(openOrThrow(folder.path))
  })

  it.each(Array.from({ length: SCHEMA_VERSION - 1 }, (_, at) => at + 1))('of version %i is brought up to date, a copy of it kept',
    (version) => {
      const old = new Database(path) as unknown as Parameters<typeof migrate>[0]
      old.pragma(`application_id = ${String(APPLICATION_ID)}`)
      migrate(old, version)
      old.exec(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
      VALUES ('f1', 'a.txt', 'A', 'text', 10, 'aa', 'bb', 'null', '[]', '2026-01-01T00:00:00.000Z', 1)`)
      old.close()
      const db = openOrThrow(folder.path)
      expect(db.prepare('SELECT count(*) AS n FROM filing').get()).toEqual({ n: 1 })
      closeDatabase(db)
      const copy = new Database(join(folder.path, `library-before-version-${String(SCHEMA_VERSION)}.db`), { readonly: true })
      expect(copy.pragma('user_version', { simple: true })).toBe(version)
      expect(copy.prepare('SELECT count(*) AS n FROM filing').get()).toEqual({ n: 1 })
      copy.close()
      expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([])
    })

  it('has as many versions as migrations', () => expect(SCHEMA_VERSION).toBe(MIGRATIONS.length))
})

describe('a file that is not ours to open', () => {
  it('from a newer Redwell is left as it is, and both versions are named', () => {
    makeLibrary()
    const db = new Database(path)
    db.pragma('user_version = 999')
    db.close()
    const words = expectRefused('database-newer')
    expect(words).toContain('999')
    expect(words).toContain(`version ${String(SCHEMA_VERSION)}`)
  })

  it('from a newer Redwell that was killed is left as it is too', () => {
    makeLibrary()
    const db = new Database(path)
    db.pragma('journal_mode = WAL')
    db.pragma('user_version = 999')
    const copy = join(folder.path, 'copy')
    mkdirSync(copy)
    for (const suffix of ['', '-wal']) cpSync(`${path}${suffix}`, join(copy, `${DATABASE_NAME}${suffix}`))
    db.close()
    path = join(copy, DATABASE_NAME)
    const before = [hash(), readFileSync(`${path}-wal`).length]
    expect(openDatabase(copy)).toMatchObject({ ok: false, failure: { code: 'database-newer' } })
    expect([hash(), readFileSync(`${path}-wal`).length]).toEqual(before)
  })

  it('from another program is left as it is', () => {
    const db = new Database(path)
    db.exec('CREATE TABLE cookies (id INTEGER)')
    db.close()
    expectRefused('database-foreign')
  })

  it('behind a link is left as it is', () => {
    writeFileSync(join(folder.path, 'elsewhere.db'), '')
    symlinkSync(join(folder.path, 'elsewhere.db'), path)
    expectRefused('database-foreign')
  })

  it.each([
    ['is no database', () => writeFileSync(path, 'words '.repeat(1000))],
    ['is cut', () => {
      makeLibrary()
      truncateSync(path, 5000)
    }],
    ['is shorter than a header', () => {
      makeLibrary()
      truncateSync(path, 40)
    }],
    ['has a page of zeros', () => {
      makeLibrary()
      const bytes = readFileSync(path)
      bytes.fill(0, 4096, 3 * 4096)
      writeFileSync(path, bytes)
    }],
    ['is empty beside a log that is not', () => {
      writeFileSync(path, '')
      writeFileSync(`${path}-wal`, 'log')
    }]
  ])('that %s is called damaged and kept', (_name, damage) => {
    damage()
    expectRefused('database-damaged')
    expect(existsSync(path)).toBe(true)
  })
})
