import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fail, ok } from '#contract/result'
import { saveFile, type FileToSave } from './save-file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redwell-save-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const asking = (path: string | null): FileToSave => ({
  path,
  title: 'Export',
  suggestedName: 'list.md',
  kinds: [{ name: 'Markdown', extension: 'md' }, { name: 'CSV', extension: 'csv' }],
  contentFor: (extension) => ok(`as ${extension} é`)
})

const nobody = (): Promise<never> => Promise.reject(new Error('asked'))

it.each([['list.csv', 'list.csv', 'as csv é'], ['list.MD', 'list.MD', 'as md é'], ['list', 'list.md', 'as md é'], ['list.v2', 'list.v2.md',
  'as md é']])('writes %s as %s by its ending', async (name, written, text) => {
    expect(await saveFile(asking(join(folder, name)), nobody)).toEqual(ok({ path: join(folder, written) }))
    expect(readFileSync(join(folder, written), 'utf8')).toBe(text)
    expect(readdirSync(folder)).toEqual([written])
  })

it('replaces a file only where the dialog showed its very name', async () => {
  const path = join(folder, 'list.md')
  writeFileSync(path, 'old')
  expect(await saveFile(asking(path), nobody)).toMatchObject({ ok: false, failure: { code: 'export-exists' } })
  expect(await saveFile(asking(null), () => Promise.resolve(join(folder, 'list')))).toMatchObject({ ok: false,
    failure: { code: 'export-exists' } })
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(await saveFile(asking(null), (_title, suggested) => Promise.resolve(join(folder, suggested)))).toEqual(ok({ path }))
  expect(readFileSync(path, 'utf8')).toBe('as md é')
})

it('writes nothing where the dialog was cancelled or there is no text', async () => {
  expect(await saveFile(asking(null), () => Promise.resolve(null))).toEqual(ok(null))
  const path = join(folder, 'list.md')
  expect(await saveFile({ ...asking(path), contentFor: () => fail('not-found', 'Gone.') }, nobody)).toMatchObject({ ok: false,
    failure: { code: 'not-found' } })
  expect(existsSync(path)).toBe(false)
  expect(await saveFile(asking(join(folder, 'no', 'list.md')), nobody)).toMatchObject({ ok: false, failure: { code: 'write-failed' } })
})
