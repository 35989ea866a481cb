import { appendFileSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WatchedFile, WatchedFolder } from '#contract/folder'
import { addFolder, listFolders } from '../work/folders'
import { undo } from '../history/history'
import { listFilings } from '../reading/list-filings'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
let root: string
beforeEach(() => {
  library = createTemporaryLibrary()
  root = join(library.folder, 'inbox')
  mkdirSync(root)
})
afterEach(async () => {
  await library.remove()
})

const context = () => library.services.library
const watcher = () => library.services.watcher
const release = (number: number): string => RELEASE.replace('SECOND TRIAL', `TRIAL NUMBER ${String(number)}`)
const watched = (): WatchedFolder | undefined => watcher().list()[0]
const fileNamed = (name: string): WatchedFile | undefined => watched()?.files.find(({ path }) => path.endsWith(`/${name}`))
const count = (): number => valueOf(listFilings(context(), false)).length

/** Writes a file that was finished a minute ago, so that it counts as whole at the first look. */
const put = (name: string, content: string): string => {
  const path = join(root, name)
  writeFileSync(path, content)
  const then = Date.now() / 1000 - 60
  utimesSync(path, then, then)
  return path
}

const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 50 })

it('imports what lies there and what comes, into its deal folder, and leaves what cannot be a filing', async () => {
  const folder = valueOf(addFolder(context(), 'Deal', null))[0]?.id ?? ''
  put('first.txt', release(1))
  put('notes.pdf', 'x')
  put('empty.txt', '')
  valueOf(watcher().add(root, folder))
  expect(watched()).toMatchObject({ path: root, folderId: folder, state: 'watching', files: [] })
  watcher().start()
  await soon(() => expect(fileNamed('first.txt')).toMatchObject({ state: 'imported', failure: null, earlierId: null }))
  await soon(() => expect(fileNamed('empty.txt')).toMatchObject({ state: 'failed', filingId: null, failure: 'This file is empty.' }))
  mkdirSync(join(root, 'later'))
  put('later/second.txt', release(2))
  await soon(() => expect(fileNamed('second.txt')?.state).toBe('imported'))
  expect(watched()?.files).toHaveLength(3)
  expect(valueOf(listFolders(context()))).toMatchObject([{ filings: 2 }])
  expect(library.events.some(({ name }) => name === 'watch.changed')).toBe(true)
}, 30_000)

it('waits until a file is whole', async () => {
  watcher().start()
  valueOf(watcher().add(root, null))
  const path = join(root, 'growing.txt')
  const text = release(3)
  writeFileSync(path, text.slice(0, 200))
  const growing = setInterval(() => appendFileSync(path, 'More of it.\n'), 200)
  await new Promise((resolve) => setTimeout(resolve, 2000))
  expect(count()).toBe(0)
  clearInterval(growing)
  writeFileSync(path, text)
  await soon(() => expect(fileNamed('growing.txt')?.state).toBe('imported'))
  expect(valueOf(listFilings(context(), false))).toMatchObject([{ bytes: text.length }])
}, 30_000)

it('takes a changed file as a filing of its own and names the earlier one; a file that goes leaves its filing', async () => {
  put('a.txt', release(1))
  put('b.txt', release(2))
  valueOf(watcher().add(root, null))
  watcher().start()
  await soon(() => expect(watched()?.files.map(({ state }) => state)).toEqual(['imported', 'imported']))
  const earlier = fileNamed('a.txt')?.filingId
  writeFileSync(join(root, 'a.txt'), release(11))
  rmSync(join(root, 'b.txt'))
  await soon(() => expect(fileNamed('a.txt')).toMatchObject({ state: 'changed', earlierId: earlier }))
  await soon(() => expect(fileNamed('b.txt')?.state).toBe('gone'))
  expect(fileNamed('a.txt')?.filingId).not.toBe(earlier)
  expect(count()).toBe(3)
  put('b.txt', release(2))
  await soon(() => expect(fileNamed('b.txt')?.state).toBe('imported'))
  expect(count()).toBe(3)
}, 30_000)

it('knows after a restart what it had, takes in what changed meanwhile, and does not bring back what was undone', async () => {
  put('a.txt', release(1))
  valueOf(watcher().add(root, null))
  watcher().start()
  await soon(() => expect(fileNamed('a.txt')?.state).toBe('imported'))
  expect(valueOf(undo(context())).label).toBe('Import a.txt')
  library = await library.reopen()
  put('b.txt', release(2))
  watcher().start()
  await soon(() => expect(fileNamed('b.txt')?.state).toBe('imported'))
  expect(valueOf(listFilings(context(), false)).map(({ fileName }) => fileName)).toEqual(['b.txt'])
}, 30_000)

it('says that a folder is missing, forgets nothing, and goes on when it is back', async () => {
  put('a.txt', release(1))
  valueOf(watcher().add(root, null))
  watcher().start()
  await soon(() => expect(fileNamed('a.txt')?.state).toBe('imported'))
  renameSync(root, `${root}-away`)
  await soon(() => expect(watched()?.state).toBe('missing'))
  expect(fileNamed('a.txt')?.state).toBe('imported')
  renameSync(`${root}-away`, root)
  put('b.txt', release(2))
  await soon(() => expect(fileNamed('b.txt')?.state).toBe('imported'))
  expect([watched()?.state, count()]).toEqual(['watching', 2])
}, 30_000)

it('does not watch its own library or what is no folder, and stops where it is asked to', async () => {
  expect(watcher().add(join(library.folder, 'data', 'sources'), null)).toMatchObject({ ok: false, failure: { code: 'invalid-request' } })
  expect(watcher().add(put('a.txt', release(1)), null)).toMatchObject({ ok: false, failure: { code: 'file-missing' } })
  watcher().start()
  valueOf(watcher().add(root, null))
  await soon(() => expect(count()).toBe(1))
  valueOf(watcher().add(root, null))
  expect(watcher().list()).toHaveLength(1)
  expect(valueOf(watcher().remove(watched()?.id ?? ''))).toEqual([])
  put('b.txt', release(2))
  await new Promise((resolve) => setTimeout(resolve, 800))
  expect(count()).toBe(1)
})
