import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isTooLong, listNameIn, removeForgottenLists, takeList, writeList } from './hand-over'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redwell-hand-over-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const FILES = Array.from({ length: 200 }, (_, at) => `/${'long folder name/'.repeat(12)}${String(at)} größer.txt`)

it('hands a list over whole, for this user only, and leaves nothing', () => {
  const name = writeList(folder, FILES)
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  expect(listNameIn(['electron', '--no-sandbox', '.', `--files-from=${name}`])).toBe(name)
  expect(takeList(folder, name)).toEqual(FILES)
  expect(readdirSync(folder)).toEqual([])
  expect(takeList(folder, name)).toBeNull()
})

it('takes no list from elsewhere, through a link, or that is none', () => {
  const name = writeList(folder, FILES)
  for (const other of ['../x', `../${name}`, 'library.db', `/${name}`, '']) expect(takeList(folder, other)).toBeNull()
  const link = `handed-over-${'a'.repeat(32)}.json`
  symlinkSync(join(folder, name), join(folder, link))
  expect(takeList(folder, link)).toBeNull()
  for (const words of ['', '[1]', '{}', '["half']) {
    const spoilt = `handed-over-${'b'.repeat(32)}.json`
    writeFileSync(join(folder, spoilt), words)
    expect(takeList(folder, spoilt)).toBeNull()
  }
})

it('removes a list that nobody took, but not one that is on its way', () => {
  const [old, fresh] = [writeList(folder, FILES), writeList(folder, FILES)]
  const now = Date.now()
  utimesSync(join(folder, old), now / 1000 - 3600, now / 1000 - 3600)
  removeForgottenLists(folder, now)
  expect(readdirSync(folder)).toEqual([fresh])
})

it('knows a command line that is too long for one message', () => {
  expect(isTooLong(['electron', '.', '--', ...FILES])).toBe(true)
  expect(isTooLong(['electron', '.', '--', ...FILES.slice(0, 20)])).toBe(false)
})
