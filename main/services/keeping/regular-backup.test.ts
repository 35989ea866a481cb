import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findIndexFaults } from '../../store/index-faults'
import { checkDatabase, closeDatabase, DATABASE_NAME, openDatabase } from '../../store/open'
import { one } from '../../store/sql'
import { createAnalysisInPlace } from '../analysis-thread'
import { createServices, rebuildServices } from '../create-services'
import { BACKUPS_KEPT, createRegularBackup } from './regular-backup'
import { listBackups } from '../../store/kept-backups'
import { setSettings } from '../settings'
import { createTemporaryLibrary, RELEASE, valueOf, type TemporaryLibrary } from '../testing/temporary-library'
import { addNote, saveNote } from '../work/write-note'

const DAY = 24 * 60 * 60 * 1000

/** Changes a letter of the first entry of an index, behind the back of SQLite. */
const spoilIndex = (folder: string, index: string, entry: string): void => {
  const path = join(folder, DATABASE_NAME)
  const db = valueOf(openDatabase(folder))
  const root = one<{ rootpage: number }>(db, 'SELECT rootpage FROM sqlite_schema WHERE name = $index', { index })?.rootpage ?? 0
  const size = Number(db.pragma('page_size', { simple: true }))
  closeDatabase(db)
  const bytes = readFileSync(path)
  const at = bytes.indexOf(entry, (root - 1) * size)
  if (at < 0 || at >= root * size) throw new Error(`The index ${index} has no ${entry}.`)
  bytes.writeUInt8(bytes.readUInt8(at) + 1, at)
  writeFileSync(path, bytes)
}

describe('a spoilt index', () => {
  for (const [index, entry] of [['risk_place_by_statement', 'd1s'], ['suggestion', 'forward-l'], ['filing_by_text', 'f']] as const) {
    it(`is found in idle time, told, and made anew: ${index}`, async () => {
      let library = createTemporaryLibrary()
      await library.add('release.txt', RELEASE)
      await library.services.close()
      spoilIndex(join(library.folder, 'data'), index, entry)
      library = await library.reopen()
      const check = (): unknown => library.services.library.db.pragma('integrity_check', { simple: true })
      await library.services.integrity.finish()
      expect(check()).toBe('ok')
      expect(library.events.filter(({ name }) => name === 'library.damage').length).toBeGreaterThan(0)
      const told = library.events.length
      await library.services.integrity.finish()
      expect(library.events.slice(told).filter(({ name }) => name === 'library.damage')).toEqual([])
      await library.remove()
    })
  }

  it('is found by the daily copy, told, and made anew in the copy and in the library', async () => {
    let library = createTemporaryLibrary()
    await library.add('release.txt', RELEASE)
    await library.services.close()
    spoilIndex(join(library.folder, 'data'), 'risk_place_by_statement', 'd1s')
    library = await library.reopen()
    const check = (): unknown => library.services.library.db.pragma('integrity_check', { simple: true })
    expect(check()).not.toBe('ok')
    const made = await library.services.backup.runIfDue()
    expect(check()).toBe('ok')
    expect(findIndexFaults(made ?? '')).toEqual({ tables: [], other: [] })
    expect(library.events.filter(({ name }) => name === 'library.damage')).toMatchObject([{ payload: { mended: true } }])
    await library.remove()
  })
})

describe('createRegularBackup', () => {
  let library: TemporaryLibrary
  beforeEach(() => {
    library = createTemporaryLibrary()
  })
  afterEach(() => library.remove())
  const data = (): string => join(library.folder, 'data')

  it('makes a good copy once a day, keeps the newest, and leaves no draft', async () => {
    await library.add('release.txt', RELEASE)
    const made: (string | null)[] = []
    for (let day = 0; day < BACKUPS_KEPT + 3; day += 1) {
      made.push(await library.services.backup.runIfDue())
      expect(await library.services.backup.runIfDue(), 'a second one on the same day').toBeNull()
      library.wait(DAY)
    }
    expect(listBackups(data())).toEqual(made.slice(-BACKUPS_KEPT).reverse())
    expect(readdirSync(join(data(), 'backups'))).toHaveLength(BACKUPS_KEPT)
    for (const path of listBackups(data())) expect(checkDatabase(path)).toEqual({ ok: true, value: null })
  })

  it('makes one also after the clock was set back, and does not put that one away first', async () => {
    for (let day = 0; day < BACKUPS_KEPT; day += 1) {
      await library.services.backup.runIfDue()
      library.wait(DAY)
    }
    library.wait(-40 * DAY)
    const made = await library.services.backup.runIfDue()
    expect(made !== null && existsSync(made)).toBe(true)
    expect(listBackups(data())).toHaveLength(BACKUPS_KEPT)
  })

  it('stops a copy when the library closes', async () => {
    const backup = createRegularBackup(library.services.library)
    const running = backup.runIfDue()
    await backup.close()
    await running
    expect(await backup.runIfDue()).toBeNull()
    for (const path of listBackups(data())) expect(checkDatabase(path).ok).toBe(true)
  })
})

it('a damaged library begins with the newest good backup and takes what is newer from the journal', async () => {
  const library = createTemporaryLibrary()
  const { library: context } = library.services
  const filingId = await library.add('release.txt', RELEASE)
  const trashed = await library.add('trashed.txt', `${RELEASE}More.`)
  valueOf(setSettings(context, { author: 'M. Ortiz' }))
  const note = valueOf(addNote(context, filingId, { kind: 'filing' }))
  valueOf(saveNote(context, { id: note.id, rev: 1, body: '{"a":1}', text: 'Before the backup.' }))
  const good = await library.services.backup.runIfDue()
  library.wait(DAY)
  const bad = await library.services.backup.runIfDue()
  valueOf(saveNote(context, { id: note.id, rev: 2, body: '{"a":2}', text: 'After the backup.' }))
  const later = await library.add('later.txt', `${RELEASE}Later.`)
  valueOf(library.services.reader.trash(trashed))
  const folder = join(library.folder, 'data')
  // A log left behind by another copy must not be read into the restored one.
  copyFileSync(join(folder, 'library.db-wal'), join(library.folder, 'old-wal'))
  await library.services.close()
  if (good === null || bad === null) throw new Error('both backups were due')
  writeFileSync(bad, readFileSync(bad).fill(0, 0, 4096))
  writeFileSync(join(folder, 'library.db'), readFileSync(join(folder, 'library.db')).fill(0, 0, 40_960))
  copyFileSync(join(library.folder, 'old-wal'), join(folder, 'library.db-wal'))

  const options = { dataFolder: folder, analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0', runtimeVersion: '0' }
  expect(createServices(options)).toMatchObject({ ok: false, failure: { code: 'database-damaged' } })
  const { services, report } = valueOf(await rebuildServices(options))
  expect(report).toMatchObject({ backup: good, filings: 1, missing: [] })
  expect(readdirSync(report.damagedFolder).sort()).toEqual(['library.db', 'library.db-wal'])
  const { notes } = valueOf(services.reader.work(filingId))
  expect(notes.map(({ text }) => text)).toEqual(['After the backup.'])
  expect(valueOf(services.reader.open(filingId)).filing.id).toBe(filingId)
  expect(valueOf(services.reader.open(later)).filing.trashedAt).toBeNull()
  expect(valueOf(services.reader.open(trashed)).filing.trashedAt).not.toBeNull()
  await services.close()
  const again = valueOf(createServices(options))
  await again.close()
})

it('a library that lost its database, or has an empty one, is not taken for a new one', async () => {
  const library = createTemporaryLibrary()
  await library.add('release.txt', RELEASE)
  await library.services.close()
  const folder = join(library.folder, 'data')
  const options = { dataFolder: folder, analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0', runtimeVersion: '0' }
  writeFileSync(join(folder, 'library.db'), '')
  expect(createServices(options)).toMatchObject({ ok: false, failure: { code: 'database-damaged' } })
  expect(readFileSync(join(folder, 'library.db'))).toHaveLength(0)
  const { services, report } = valueOf(await rebuildServices(options))
  expect(report).toMatchObject({ backup: null, filings: 1, missing: [] })
  await services.close()
})
