import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { WritableDb } from '../../store/handles'
import { closeDatabase } from '../../store/open'
import { putTag } from '../../store/tags'
import { createTemporaryFolder, openOrThrow } from '../../store/temporary-database'
import type { TemporaryFolder } from '../../store/temporary-database'
import { bundleEntry, removeBundle } from '../testing/bundled-entry'
import { createCheckpoints, foldLog, useCheckpoints } from './checkpoints'
import type { Checkpoints } from './checkpoints'

let program = ''
let folder: TemporaryFolder
let db: WritableDb
let checkpoints: Checkpoints | null = null
const logged: string[] = []
beforeAll(async () => {
  program = await bundleEntry('main/services/checkpoints/checkpoint-entry.ts')
})
afterAll(() => removeBundle(program))
beforeEach(() => {
  logged.length = 0
  folder = createTemporaryFolder()
  db = openOrThrow(folder.path)
})
afterEach(() => {
  checkpoints?.close()
  closeDatabase(db)
  folder.remove()
})
const write = (n: number): void => {
  putTag(db, { id: `t${String(n)}`, name: `T${String(n)}`, colour: 'grey', underline: 'solid', letter: 'T', shortcut: null })
}
const logSize = (): number => statSync(join(folder.path, 'library.db-wal')).size

it('folds in what is committed while the handle that wrote it stays open, so that the log begins anew', async () => {
  checkpoints = createCheckpoints(folder.path, (line) => logged.push(line), (options) => new Worker(program, options))
  for (let n = 0; n < 300; n += 1) write(n)
  const before = logSize()
  await checkpoints.fold()
  for (let n = 300; n < 500; n += 1) write(n)
  expect(logSize()).toBe(before)
  await Promise.all([checkpoints.fold(), checkpoints.fold()])
  expect(logged).toEqual([])
})

it('lets work that stores go on at every step, and folds in only now and then', async () => {
  let folds = 0
  useCheckpoints(db, { fold: async () => {
    await Promise.resolve()
    folds += 1
  }, close: () => undefined })
  for (let n = 0; n < 100; n += 1) await foldLog(db)
  expect(folds).toBe(3)
})

it.each([
  ['cannot be started', () => {
    throw new Error('no more threads')
  }],
  ['finds no library', (options: object) => new Worker(program, { ...options, workerData: join('no', 'such', 'folder') })]
])('lets nobody wait for a thread that %s', async (_what, start) => {
  checkpoints = createCheckpoints(folder.path, (line) => logged.push(line), start)
  await checkpoints.fold()
  await checkpoints.fold()
  expect(logged).toHaveLength(1)
})
