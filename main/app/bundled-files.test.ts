import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBundledFile, listBundledFiles, type BundledFiles } from './bundled-files'

const folder = mkdtempSync(join(tmpdir(), 'redwell-bundle-'))
let files: BundledFiles

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'index.js'), '')
  writeFileSync(join(folder, 'notes.sqlite'), '')
  files = listBundledFiles(folder, 'redwell://app')
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('findBundledFile', () => {
  it('finds what was listed, and leaves query and fragment aside', () => {
    expect(findBundledFile(files, 'redwell://app/index.html')?.mediaType).toBe('text/html; charset=utf-8')
    expect(findBundledFile(files, 'redwell://app/assets/index.js')?.path).toBe(join(folder, 'assets', 'index.js'))
    expect(findBundledFile(files, 'redwell://app/index.html?x=../../etc/passwd#y')?.path).toBe(join(folder, 'index.html'))
  })

  it('lists no file of a kind that a window does not need', () => {
    expect([...files.keys()].sort()).toEqual(['redwell://app/assets/index.js', 'redwell://app/index.html'])
  })

  it.each([
    'redwell://app/',
    'redwell://app',
    'redwell://app/..',
    'redwell://app/../index.html',
    'redwell://app/..%2f..%2fetc%2fpasswd',
    'redwell://app/%2e%2e/%2e%2e/etc/passwd',
    'redwell://app/..%5c..%5cetc%5cpasswd',
    'redwell://app//etc/passwd',
    'redwell://app/C:/Windows/win.ini',
    'redwell://app/index.html%00.png',
    'redwell://app/assets',
    'redwell://app/index.htm\uff4c',
    'redwell://APP/index.html',
    'redwell://other/index.html',
    'redwell://app:80/index.html',
    'redwell://user:pw@app/index.html',
    'redwell:///etc/passwd',
    'redwell:index.html',
    'redwell://app/__proto__',
    'file:///etc/passwd',
    'redwell://app/notes.sqlite',
    ''
  ])('finds nothing at %s', (address) => {
    expect(findBundledFile(files, address)).toBeNull()
  })

  it('answers only with listed files, whatever is asked', () => {
    fc.assert(fc.property(fc.oneof(fc.webPath(), fc.string()), (path) => {
      const found = findBundledFile(files, `redwell://app${path}`)
      expect(found === null || [...files.values()].includes(found)).toBe(true)
    }))
  })
})
