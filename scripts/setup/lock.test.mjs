import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sweepPartials } from './disk.mjs'
import { withLock } from './lock.mjs'

const GONE = 999_999_999

describe('the lock', () => {
  let folder
  let file
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'redwell-lock-'))
    file = path.join(folder, 'a.lock')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('lets one work at a time, and is gone afterwards', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 30))
      inside -= 1
    }
    await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)])
    expect(most).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('is let go when the work fails', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('the work failed')))).rejects.toThrow('the work failed')
    expect(existsSync(file)).toBe(false)
  })

  it('is taken over from a process that is gone', async () => {
    writeFileSync(file, JSON.stringify({ pid: GONE, host: hostname() }))
    expect(await withLock(file, () => Promise.resolve('done'))).toBe('done')
  })

  it('tells who holds it while it waits', async () => {
    writeFileSync(file, JSON.stringify({ pid: process.ppid, host: hostname() }))
    setTimeout(() => rmSync(file), 100)
    let owner
    await withLock(file, () => Promise.resolve(), (pid) => {
      owner = pid
    })
    expect(owner).toBe(process.ppid)
  })

  it('is helped by sweeping what dead processes left, and nothing else', () => {
    for (const name of [`a.partial-${GONE}`, `b.partial-${process.ppid}`, 'c']) writeFileSync(path.join(folder, name), '')
    expect(sweepPartials(folder)).toEqual([`a.partial-${GONE}`])
    expect(existsSync(path.join(folder, `b.partial-${process.ppid}`))).toBe(true)
  })
})
