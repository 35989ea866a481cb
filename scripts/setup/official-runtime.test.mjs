import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installedElectron, tryOfficialDownload } from './official-runtime.mjs'
import { silentReporter } from './reporter.mjs'

const COUNT = "const fs = require('fs'); const path = require('path'); fs.appendFileSync(path.join(__dirname, 'tries'), 'x');"
const FAILS = `${COUNT} console.error('TypeError: fetch failed'); process.exit(1)`
const HANGS = `${COUNT} setTimeout(() => {}, 60000)`
const WORKS =
  `${COUNT} fs.mkdirSync(path.join(__dirname, 'dist')); fs.writeFileSync(path.join(__dirname, 'dist/version'), '45.0.0'); fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')`
const DAY = 24 * 3_600_000

describe('the official download', () => {
  let root
  const electron = (...names) => path.join(root, 'node_modules/electron', ...names)
  const context = (more = {}) => ({ reporter: silentReporter(), root,
    env: { ...process.env, REDWELL_CACHE_DIR: path.join(root, 'cache'), REDWELL_SKIP_OFFICIAL: '', ...more } })
  const install = (text) => writeFileSync(electron('install.js'), text)

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'redwell-official-'))
    mkdirSync(electron(), { recursive: true })
    writeFileSync(electron('package.json'), JSON.stringify({ name: 'electron', version: '45.0.0' }))
    mkdirSync(path.join(root, 'node_modules/node/bin'), { recursive: true })
    symlinkSync(process.execPath, path.join(root, 'node_modules/node/bin/node'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('is taken where it works, and known as installed afterwards', async () => {
    install(WORKS)
    expect(installedElectron(root)).toBeUndefined()
    expect(await tryOfficialDownload(context())).toBe(electron('dist'))
    expect(installedElectron(root)).toBe(electron('dist'))
  })

  it('does not count as installed when it is of another version', () => {
    mkdirSync(electron('dist'))
    writeFileSync(electron('dist/version'), '44.0.0')
    writeFileSync(electron('path.txt'), 'electron')
    expect(installedElectron(root)).toBeUndefined()
  })

  it('is tried once a day when it fails', async () => {
    install(FAILS)
    const now = Date.now()
    expect(await tryOfficialDownload(context(), { now })).toBeUndefined()
    install(WORKS)
    expect(await tryOfficialDownload(context(), { now: now + DAY - 1000 })).toBeUndefined()
    expect(await tryOfficialDownload(context(), { now: now + DAY + 1000 })).toBe(electron('dist'))
  })

  it('is given up when no byte comes', async () => {
    install(HANGS)
    const started = Date.now()
    expect(await tryOfficialDownload(context(), { silenceMs: 300 })).toBeUndefined()
    expect(Date.now() - started).toBeLessThan(10_000)
  })

  it('is left out on demand', async () => {
    install(WORKS)
    expect(await tryOfficialDownload(context({ REDWELL_SKIP_OFFICIAL: '1' }))).toBeUndefined()
    expect(existsSync(electron('tries'))).toBe(false)
  })
})
