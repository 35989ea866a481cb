import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { zipFiles } from './zip-files'

const FILES = [{ path: 'word/document.xml', content: '<a/>' }, { path: '[Content_Types].xml', content: '<b/>' }, { path: 'é/\u{1f600}',
  content: 'x' }, { path: 'é/\uffee', content: new Uint8Array([0, 255]) }]

describe('an archive of our own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-zip-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has the same bytes in whatever order its files come', () => expect(zipFiles(FILES)).toEqual(zipFiles([...FILES].reverse())))

  it('gives every file back', () => {
    const back = unzipSync(zipFiles(FILES))
    expect(Object.keys(back)).toEqual(['[Content_Types].xml', 'word/document.xml', 'é/\uffee', 'é/\u{1f600}'])
    expect(back['é/\uffee']).toEqual(new Uint8Array([0, 255]))
  })

  it('bears one time, which does not move with the zone of the machine', () => {
    // The time and date of the first local header: bytes 10 to 14 (APPNOTE 4.3.7), midnight of 1 January 1980.
    expect([...zipFiles(FILES).subarray(10, 14)]).toEqual([0, 0, 0x21, 0])
    const script = join(folder, 'zone.mjs')
    writeFileSync(script,
      'const at = new Date(1980, 0, 1); process.stdout.write(`${at.getFullYear()}-${at.getMonth()}-${at.getDate()} ${at.getHours()}`)')
    for (const TZ of ['Asia/Tokyo', 'America/Los_Angeles'])
      expect(execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8' })).toBe('1980-0-1 0')
  })

  it('refuses two files of one path, since a reader would see only one', () =>
    expect(() => zipFiles([{ path: 'a', content: '' }, { path: 'a', content: 'b' }])).toThrow('named a'))
})
