import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { zipFiles } from '../../domain/exchange/package/zip-files'
import { ArchiveRefused, openArchive } from './read-zip'
import { makeZip, type MadeEntry } from './testing/make-zip'

const folder = mkdtempSync(join(tmpdir(), 'redwell-archives-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens and reads all of an archive; the code of its refusal, or what is in it. */
const outcomeOf = async (bytes: Uint8Array): Promise<string> => {
  const path = join(folder, 'foreign.zip')
  writeFileSync(path, bytes)
  try {
    const archive = await openArchive(path)
    try {
      for (const name of archive.names) await archive.read(name)
      return `read ${archive.names.join(' ')}`
    } finally {
      archive.close()
    }
  } catch (error) {
    if (error instanceof ArchiveRefused) return error.code
    throw error
  }
}

const GOOD: MadeEntry = { name: 'word/document.xml', content: '<a/>' }
const bomb = Buffer.alloc(40 * 1024 * 1024)
const many = (count: number): readonly MadeEntry[] =>
  Array.from({ length: count }, (_, at) => ({ name: `n${String(at)}`, content: '', method: 0 }))

const HOSTILE: readonly (readonly [string, Uint8Array, string])[] = [
  ['a way out of its folder', makeZip([GOOD, { name: '../../evil.txt' }]), 'name'],
  ['a way out behind a folder', makeZip([GOOD, { name: 'word/../../evil.txt' }]), 'name'],
  ['an absolute path', makeZip([{ name: '/etc/evil.txt' }]), 'name'],
  ['a drive', makeZip([{ name: 'C:evil.txt' }]), 'name'],
  ['back-slashes', makeZip([{ name: 'word\\evil.txt' }]), 'name'],
  ['a name that hides its end', makeZip([{ name: 'evil\u202etxt.exe' }]), 'name'],
  ['a name without end', makeZip([{ name: 'a'.repeat(241) }]), 'name'],
  ['folders without end', makeZip([{ name: 'a/b/c/d/e/f/g' }]), 'name'],
  ['a link', makeZip([{ name: 'link', content: '/etc/passwd', mode: 0o120777 }]), 'not-a-file'],
  ['two files of one name', makeZip([GOOD, GOOD]), 'twice'],
  ['two names that differ in capitals', makeZip([GOOD, { name: 'WORD/Document.xml' }]), 'twice'],
  ['two names that differ in how an accent is made', makeZip([{ name: 'caf\u00e9' }, { name: 'cafe\u0301' }]), 'twice'],
  ['a bomb', makeZip([{ name: 'bomb', content: bomb }]), 'ratio'],
  ['a size that claims gigabytes', makeZip([{ name: 'big', size: 0xfffffff0 }]), 'too-large'],
  ['a size that claims less than there is', makeZip([{ name: 'big', content: 'a'.repeat(10_000), size: 10 }]), 'damaged'],
  ['a wrong checksum', makeZip([{ ...GOOD, crc: 1 }]), 'checksum'],
  ['another name where the content begins', makeZip([{ ...GOOD, localName: 'word/other.xml..' }]), 'local-name'],
  ['contents that share their bytes', makeZip([GOOD, { ...GOOD, name: 'word/comments.xml', offset: 0 }]), 'overlap'],
  ['seventy thousand files', makeZip(many(70_000)), 'too-many'],
  ['an end cut off', makeZip([GOOD]).subarray(0, -30), 'not-an-archive'],
  ['a program in front of it', Buffer.concat([Buffer.from('MZ'.repeat(40)), makeZip([GOOD])]), 'not-an-archive'],
  ['a password', makeZip([{ ...GOOD, flags: 1 }]), 'encrypted'],
  ['a strange packing', makeZip([{ ...GOOD, method: 12 }]), 'method'],
  ['nothing', Buffer.alloc(0), 'not-an-archive']
]

describe('an archive of somebody else', () => {
  it.each(HOSTILE)('is refused for %s', async (_, bytes, code) => {
    const before = readdirSync(folder).filter((name) => name !== 'foreign.zip')
    expect(await outcomeOf(bytes)).toBe(code)
    expect(readdirSync(folder).filter((name) => name !== 'foreign.zip')).toEqual(before)
  })

  it('is read where it is sound, its folders left aside', async () => {
    const bytes = makeZip([{ name: 'word/', content: '', method: 0 }, GOOD, { name: 'caf\u00e9 \u{1f600}.txt' }])
    expect(await outcomeOf(bytes)).toBe('read word/document.xml caf\u00e9 \u{1f600}.txt')
    expect(await outcomeOf(zipFiles([{ path: 'a/b', content: 'words' }]))).toBe('read a/b')
  })

  it('is read to a ratio that an office file reaches', async () =>
    expect(await outcomeOf(makeZip([{ name: 'small', content: Buffer.alloc(1024 * 1024) }]))).toBe('read small'))

  it('never fails otherwise than by a refusal, whatever byte of it is changed', async () => {
    const whole = makeZip([GOOD, { name: 'word/comments.xml', content: 'words '.repeat(50) }])
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, value, cut) => {
      const bytes = Buffer.from(whole.subarray(0, cut % 3 === 0 ? cut : whole.length))
      if (at < bytes.length) bytes[at] = value
      const outcome = await outcomeOf(bytes)
      expect(outcome).toMatch(/^[a-z-]+$|^read /)
    }), { numRuns: 500 })
  })
})
