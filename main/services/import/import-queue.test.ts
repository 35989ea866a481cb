import fc from 'fast-check'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Folder } from '#contract/folder'
import type { QueuedFile, QueueProgress } from '#contract/import-queue'
import type { FilingSummary } from '#contract/library'
import { addFolder, listFolders, removeFolder } from '../work/folders'
import { redo, undo } from '../history/history'
import { listFilings } from '../reading/list-filings'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { trashFilings } from '../work/trash-filings'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(async () => {
  await library.remove()
})

const context = () => library.services.library
const queue = () => library.services.queue
const filings = (): readonly FilingSummary[] => valueOf(listFilings(context(), false))
const folders = (): readonly Folder[] => valueOf(listFolders(context()))

/** A small release that differs from every other by its number. */
const release = (number: number): string => RELEASE.replace('SECOND TRIAL', `TRIAL NUMBER ${String(number)}`)

/** Writes files under a folder beside the library; answers the folder. */
const disk = (files: Readonly<Record<string, string>>): string => {
  const root = join(library.folder, 'disk')
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return root
}

const importAll = async (paths: readonly string[], mirror = false, folderId: string | null = null): Promise<number> => {
  const count = valueOf(await queue().add(paths, folderId, mirror))
  await queue().idle()
  return count
}

const fileNamed = (name: string): QueuedFile | undefined => queue().list().files.find(({ path }) => path.endsWith(`/${name}`))

const sum = ({ waiting, running, done, already, skipped, failed, cancelled }: QueueProgress): number =>
  waiting + running + done + already + skipped + failed + cancelled

it('imports a tree of 200 files with a failing, an empty, a repeated and a PDF among them, as one act', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 196 }, (_, at) => [`deal ${String(at % 4)}/part ${String(at % 3)}/release-${String(at)}.txt`, release(at)])
  )
  const root = disk({ ...files, 'deal 0/empty.txt': '', 'deal 0/again.txt': release(1), 'deal 1/report.pdf': '%PDF-1.4',
    'deal 1/hidden.txt': `%PDF-1.7\n${'x'.repeat(2000)}`, '.hidden/secret.txt': release(500), 'deal 1/.release.txt': release(501) })
  symlinkSync(join(root, 'deal 2'), join(root, 'linked'))
  symlinkSync(root, join(root, 'deal 3', 'round'))
  expect(await importAll([root], true)).toBe(199)
  const { progress, files: listed } = queue().list()
  expect(progress).toMatchObject({ waiting: 0, running: 0, done: 196, already: 1, skipped: 1, failed: 2, cancelled: 0, now: [] })
  expect(progress.doneBytes).toBe(progress.totalBytes)
  expect(listed).toHaveLength(200)
  expect(fileNamed('empty.txt')).toMatchObject({ state: 'failed', failure: { code: 'file-empty' } })
  expect(fileNamed('hidden.txt')).toMatchObject({ state: 'failed', failure: { code: 'not-a-filing' } })
  expect(fileNamed('report.pdf')).toMatchObject({ state: 'skipped', failure: { code: 'not-a-filing' } })
  expect(filings()).toHaveLength(196)
  const repeated = listed.filter(({ filingId }) => filingId === fileNamed('again.txt')?.filingId)
  expect(repeated.map(({ state }) => state).sort()).toEqual(['already', 'done'])
  expect(folders().map(({ name }) => name).sort()).toEqual(
    ['disk', ...[0, 1, 2, 3].map((at) => `deal ${String(at)}`), ...Array.from({ length: 4 }, () => ['part 0', 'part 1', 'part 2']).flat()]
      .sort()
  )
  expect(folders().reduce((count, folder) => count + folder.filings, 0)).toBe(197)
  expect(valueOf(undo(context())).label).toBe('Import 199 files')
  expect([filings(), folders()]).toEqual([[], []])
  library = await library.reopen()
  valueOf(redo(context()))
  expect([filings().length, folders().length]).toEqual([196, 17])
  expect(undo(context()).ok && !undo(context()).ok).toBe(true)
}, 120_000)

it('tells how far it is, and the counts add up to all files at every moment', async () => {
  const root = disk(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${String(at)}.txt`, release(at)])))
  await importAll([root])
  await new Promise((resolve) => setTimeout(resolve, 250))
  const told = library.events.filter(({ name }) => name === 'queue.progress').map(({ payload }) => payload as QueueProgress)
  expect(told.length).toBeGreaterThan(0)
  expect(told.every((progress) => sum(progress) === 12 && progress.doneBytes <= progress.totalBytes)).toBe(true)
  expect(told.at(-1)).toMatchObject({ done: 12, waiting: 0, running: 0 })
})

it('puts files into a deal folder, also one that is already in the library, and tells of the same text in other bytes', async () => {
  const known = await library.add('known.txt', release(1))
  const folder = valueOf(addFolder(context(), 'Deal', null))[0]?.id ?? ''
  const root = disk({ 'same.txt': release(1), 'marked.txt': `\ufeff${release(1)}`, 'other.txt': release(2) })
  await importAll([root], false, folder)
  expect(fileNamed('same.txt')).toMatchObject({ state: 'already', filingId: known })
  expect(fileNamed('marked.txt')).toMatchObject({ state: 'done', sameTextAs: known })
  expect(fileNamed('other.txt')).toMatchObject({ state: 'done', sameTextAs: null })
  expect(folders()).toMatchObject([{ name: 'Deal', filings: 3 }])
  valueOf(undo(context()))
  expect([filings().map(({ id }) => id), folders()[0]?.filings]).toEqual([[known], 0])
})

it('uses the folders that are there, and makes none for a folder without filings', async () => {
  valueOf(addFolder(context(), 'DISK', null))
  await importAll([disk({ 'a/one.txt': release(1), 'b/picture.png': 'x' })], true)
  expect(folders().map(({ name, filings: count }) => [name, count])).toEqual([['DISK', 0], ['a', 1]])
})

it('stops what waits and what runs, and tries again what failed or was stopped', async () => {
  const root = disk(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${String(at).padStart(2, '0')}.txt`, release(at)])))
  valueOf(await queue().add([root], null, false))
  const last = fileNamed('29.txt')?.job ?? ''
  queue().cancel([last])
  expect(fileNamed('29.txt')).toMatchObject({ state: 'cancelled', failure: { code: 'analysis-cancelled' } })
  queue().cancel(null)
  await queue().idle()
  const stopped = queue().list().progress
  expect([stopped.waiting, stopped.running, stopped.done + stopped.cancelled]).toEqual([0, 0, 30])
  expect(stopped.cancelled).toBeGreaterThan(20)
  expect(filings()).toHaveLength(stopped.done)
  queue().retry([last])
  await queue().idle()
  expect(fileNamed('29.txt')).toMatchObject({ state: 'done', failure: null })
  queue().retry(null)
  await queue().idle()
  expect(queue().list().progress).toMatchObject({ done: 30, cancelled: 0 })
  queue().clear(false)
  expect(queue().list().files).toEqual([])
})

it('keeps what failed until it is cleared too', async () => {
  const root = disk({ 'a.txt': release(1), 'b.txt': '', 'c.pdf': 'x' })
  await importAll([root, join(root, 'nowhere.txt')])
  expect(fileNamed('nowhere.txt')).toMatchObject({ state: 'failed', failure: { code: 'file-missing' } })
  queue().clear(false)
  expect(queue().list().files.map(({ state }) => state)).toEqual(['failed', 'failed'])
  writeFileSync(join(root, 'b.txt'), release(2))
  queue().retry(null)
  await queue().idle()
  expect(fileNamed('b.txt')?.state).toBe('done')
  queue().clear(true)
  expect(queue().list().files).toEqual([])
})

it('offers again after a restart what the last run did not come to, into the same folders', async () => {
  const root = disk(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`sub/${String(at)}.txt`, release(at)])))
  valueOf(await queue().add([root], null, true))
  library = await library.reopen()
  const done = filings().length
  const { progress, files } = queue().list()
  expect(progress).toMatchObject({ cancelled: 20 - done, waiting: 0, running: 0, done: 0 })
  expect(done).toBeLessThan(20)
  expect(files.every(({ failure }) => failure?.message === 'Redwell was closed before this file was imported.')).toBe(true)
  queue().retry(null)
  await queue().idle()
  expect(filings()).toHaveLength(20)
  expect(folders().map(({ name, filings: count }) => [name, count])).toEqual([['disk', 0], ['sub', 20]])
  library = await library.reopen()
  expect(queue().list().files).toEqual([])
})

it('an undo while files are imported takes back those that came, and the rest waits to be asked for', async () => {
  const root = disk(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${String(at)}.txt`, release(at)])))
  valueOf(await queue().add([root], null, false))
  while (filings().length === 0) await new Promise((resolve) => setImmediate(resolve))
  valueOf(undo(context()))
  await queue().idle()
  expect(filings().length).toBeLessThan(5)
  const { progress } = queue().list()
  expect([sum(progress), progress.cancelled > 20]).toEqual([30, true])
  queue().retry(null)
  await queue().idle()
  expect(queue().list().progress.cancelled).toBe(0)
})

it('an act done while files are imported is undone before them', async () => {
  const first = await library.add('first.txt', release(100))
  const root = disk(Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${String(at)}.txt`, release(at)])))
  valueOf(await queue().add([root], null, false))
  while (filings().length < 2) await new Promise((resolve) => setImmediate(resolve))
  valueOf(trashFilings(context(), [first], true))
  await queue().idle()
  expect(valueOf(undo(context())).label).toBe('Move to trash')
  expect(filings()).toHaveLength(11)
  expect(valueOf(undo(context())).label).toBe('Import 10 files')
  expect(filings().map(({ id }) => id)).toEqual([first])
  expect([valueOf(redo(context())).label, valueOf(redo(context())).label]).toEqual(['Import 10 files', 'Move to trash'])
  expect(filings()).toHaveLength(10)
})

it('goes on where the deal folder is removed meanwhile', async () => {
  const folder = valueOf(addFolder(context(), 'Deal', null))[0]?.id ?? ''
  const root = disk(Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`sub/${String(at)}.txt`, release(at)])))
  valueOf(await queue().add([root], folder, true))
  while (filings().length < 2) await new Promise((resolve) => setImmediate(resolve))
  valueOf(removeFolder(context(), folder))
  await queue().idle()
  expect([filings().length, folders()]).toEqual([8, []])
})

it('every file has one state, whatever is asked in whatever order', async () => {
  const steps = fc.array(fc.oneof(
    fc.record({ kind: fc.constant('add' as const),
      names: fc.array(fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'empty.txt', 'p.pdf', 'none.txt'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ kind: fc.constantFrom('cancel' as const, 'retry' as const, 'clear' as const, 'clear all' as const, 'wait' as const),
      pick: fc.option(fc.nat({ max: 6 })) })
  ), { maxLength: 12 })
  const root = disk({ 'a.txt': release(1), 'b.txt': release(2), 'c.txt': release(3), 'empty.txt': '', 'p.pdf': 'x' })
  await fc.assert(fc.asyncProperty(steps, async (list) => {
    for (const step of list) {
      const jobs = step.kind === 'add' || step.pick === null
        ? null
        : queue().list().files.filter((_, at) => at % 7 === step.pick).map(({ job }) => job)
      if (step.kind === 'add') valueOf(await queue().add(step.names.map((name) => join(root, name)), null, false))
      else if (step.kind === 'cancel') queue().cancel(jobs)
      else if (step.kind === 'retry') queue().retry(jobs)
      else if (step.kind === 'wait') await queue().idle()
      else queue().clear(step.kind === 'clear all')
      const { progress, files } = queue().list()
      expect(sum(progress)).toBe(files.length)
      expect(progress.now.length).toBe(progress.running)
    }
    await queue().idle()
    const { progress, files } = queue().list()
    expect([progress.waiting, progress.running, sum(progress)]).toEqual([0, 0, files.length])
    for (const { state, filingId, failure } of files)
      expect([filingId !== null, failure !== null]).toEqual([state === 'done' || state === 'already',
        state !== 'done' && state !== 'already'])
    queue().clear(true)
    expect(queue().list().files).toEqual([])
  }), { numRuns: 30 })
}, 60_000)

it('counts each import by itself, and tries again within the one it was', async () => {
  const paths = ['one.txt', 'two.txt'].map((name) => library.write(name, `${RELEASE}\n${name}\n`))
  valueOf(await queue().add(paths, null, false))
  await queue().idle()
  valueOf(await queue().add([library.write('three.txt', `${RELEASE}\nthree\n`), library.write('empty.txt', '')], null, false))
  await queue().idle()
  expect(queue().list().progress).toMatchObject({ done: 3, failed: 1, latest: { done: 1, failed: 1 } })
  expect(queue().list().files).toHaveLength(4)
  library.write('empty.txt', `${RELEASE}\nno longer\n`)
  queue().retry(null)
  await queue().idle()
  expect(queue().list().progress).toMatchObject({ done: 4, failed: 0, latest: { done: 2, failed: 0 } })
})
