import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadableDb } from '../../store/handles'
import { checkDatabase, closeDatabase, DATABASE_NAME, openDatabase } from '../../store/open'
import { one } from '../../store/sql'
import { bundleEntry, removeBundle } from '../testing/bundled-entry'
import { createCopyThread } from './copy-library'
import { createRegularBackup } from './regular-backup'
import { listBackups } from '../../store/kept-backups'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote } from '../work/write-note'

let library: TemporaryLibrary
let program = ''
let filingId = ''
beforeAll(async () => {
  program = await bundleEntry('main/services/keeping/copy-entry.ts')
  library = createTemporaryLibrary()
  for (let n = 0; n < 30; n += 1)
    filingId = await library.add(`release-${String(n)}.txt`,
      `${RELEASE}\nNumber ${String(n)}.\n\n${'The endpoint was met once more. \n\n'.repeat(200)}`)
})
afterAll(async () => {
  await library.remove()
  removeBundle(program)
})

const thread = (file = program) => createCopyThread(library.services.library.folder, (options) => new Worker(file, options))

const countNotes = (db: ReadableDb): number => one<{ n: number }>(db, 'SELECT count(*) AS n FROM note')?.n ?? -1

const notesIn = (folder: string): number => {
  const db = valueOf(openDatabase(folder))
  try {
    return countNotes(db)
  } finally {
    closeDatabase(db)
  }
}

describe('the thread that copies the library', () => {
  it('makes a whole and good copy while notes are written', async () => {
    const folder = join(library.folder, 'copied')
    mkdirSync(folder)
    const draft = join(folder, DATABASE_NAME)
    const { library: context } = library.services
    const before = countNotes(context.db)
    const copying = thread().copy(draft)
    let copied = false
    void copying.then(() => {
      copied = true
    })
    let written = 0
    while (!copied) {
      addNote(context, filingId, { kind: 'filing' })
      written += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await copying).toMatchObject({ ok: true, value: { spoilt: [] } })
    expect(checkDatabase(draft)).toEqual({ ok: true, value: null })
    expect(written).toBeGreaterThan(1)
    expect(notesIn(folder)).toBeGreaterThanOrEqual(before)
    expect(notesIn(folder)).toBeLessThanOrEqual(before + written)
    expect(countNotes(context.db)).toBe(before + written)
  })
  it('says whether an index does not list what stands in its table, and whether a copy is as it was made', async () => {
    const folder = join(library.folder, 'checked')
    mkdirSync(folder)
    const path = join(folder, DATABASE_NAME)
    const made = valueOf(await thread().copy(path))
    expect(await thread().indexes()).toEqual({ ok: true, value: { tables: [], other: [] } })
    expect(await thread().isGood(path, made?.sha256 ?? '')).toEqual({ ok: true, value: true })
    expect(await thread().isGood(path, null)).toEqual({ ok: true, value: true })
    const bytes = readFileSync(path)
    const at = bytes.lastIndexOf('The endpoint was met')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect(await thread().isGood(path, made?.sha256 ?? '')).toEqual({ ok: true, value: false })
  })
  it('ends when it is told to', async () => {
    const copier = thread()
    copier.stop()
    expect(await copier.copy(join(library.folder, 'stopped.db'))).toEqual({ ok: true, value: null })
  })
  it('says where no copy can be written', async () => {
    expect(await thread().copy(join(library.folder, 'no such folder', 'copy.db'))).toMatchObject({ ok: false })
  })
  it('is a backup that is not made, never one that is half made, where the thread does not run', async () => {
    const { library: context } = library.services
    for (const path of listBackups(context.folder)) rmSync(path)
    expect(await createRegularBackup(context, thread(join(library.folder, 'none.mjs'))).runIfDue()).toBeNull()
    expect(listBackups(context.folder)).toEqual([])
    expect(existsSync(join(context.folder, 'backups', '.draft'))).toBe(false)
    expect(await createRegularBackup(context, thread()).runIfDue()).toBe(listBackups(context.folder)[0])
    expect(checkDatabase(listBackups(context.folder)[0] ?? '').ok).toBe(true)
  })
})
