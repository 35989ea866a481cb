import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureSpace } from './disk.mjs'
import { npmFailure } from './failure.mjs'
import { makeZip } from './loopback-registry.mjs'
import { extractTarMember, unzip } from './unpack.mjs'

describe('unpacking', () => {
  let folder
  const zipFile = (files) => {
    const file = path.join(folder, 'made.zip')
    writeFileSync(file, makeZip(files))
    return file
  }
  const quiet = () => undefined

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'redwell-unpack-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('says when the disk is full', async () => {
    const fullDisk = () =>
      new Writable({ write: (chunk, encoding, done) => done(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' })) })
    const failure = await unzip(zipFile({ a: 'text' }), path.join(folder, 'out'), (name) => name, quiet, fullDisk).catch((error) => error)
    expect(failure.message).toContain('no space in')
    expect(failure.remedy).toContain('REDWELL_CACHE_DIR')
  })

  it('says before it starts when the disk will not do, with the amounts', async () => {
    const measure = () => Promise.resolve({ bavail: 10, bsize: 1_000_000 })
    await expect(ensureSpace('The test', folder, 20_000_000, measure)).rejects.toThrow(
      `The test: no space in ${folder}: 20 MB needed, 10 MB free.`
    )
    await expect(ensureSpace('The test', folder, 10_000_000, measure)).resolves.toBeUndefined()
  })

  it('writes nothing outside its folder', async () => {
    await expect(unzip(zipFile({ a: 'text' }), path.join(folder, 'out'), () => '../escaped', quiet)).rejects.toThrow('outside its folder')
    expect(existsSync(path.join(folder, 'escaped'))).toBe(false)
  })

  it('refuses half an archive', async () => {
    const half = path.join(folder, 'half.zip')
    writeFileSync(half, makeZip({ a: 'x'.repeat(10_000) }).subarray(0, 5_000))
    await expect(unzip(half, path.join(folder, 'out'), (name) => name, quiet)).rejects.toThrow(/Unpacking half.zip failed/)
    const tgz = path.join(folder, 'half.tgz')
    writeFileSync(tgz, 'not an archive')
    await expect(extractTarMember(tgz, 'package/a', path.join(folder, 'a'), quiet)).rejects.toThrow(/Unpacking half.tgz failed/)
  })
})

describe('what npm prints on failing', () => {
  it.each([
    ['npm error code ENOSPC\nnpm error nospc write', /no space/],
    ['npm error code ENOTFOUND\nnpm error network', /registry not reachable \(ENOTFOUND\)/],
    ['npm error code EINTEGRITY\nnpm error sha512-a integrity checksum failed when using sha512: wanted sha512-a but got sha512-b',
      /integrity mismatch/],
    ['npm error code E500\nnpm error something else', /npm failed[^]*something else/]
  ])('becomes a message with a remedy: %j', (output, message) => {
    const failure = npmFailure('The Node packages', output)
    expect(failure.message).toMatch(message)
    expect(failure.remedy.length).toBeGreaterThan(20)
  })
})
