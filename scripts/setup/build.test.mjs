import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuild, forgetBuild, sourceHash } from './build.mjs'
import { silentReporter } from './reporter.mjs'

const TOOL = `
const fs = require('fs')
if (fs.existsSync('main/broken.ts')) { console.error('main/broken.ts: unexpected token'); process.exit(1) }
fs.mkdirSync('out/main', { recursive: true })
fs.appendFileSync('builds', 'x')
fs.writeFileSync('out/main/index.js', fs.readFileSync('main/index.ts'))`

describe('the build', () => {
  let root
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  const context = () => ({ reporter: silentReporter(), root, env: { ...process.env, REDWELL_CACHE_DIR: path.join(root, 'cache') } })
  const builds = () => readFileSync(path.join(root, 'builds'), 'utf8').length

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'redwell-build-'))
    write('main/index.ts', 'one')
    write('package.json', '{}')
    write('node_modules/electron-vite/bin/electron-vite.js', TOOL)
    mkdirSync(path.join(root, 'node_modules/node/bin'), { recursive: true })
    symlinkSync(process.execPath, path.join(root, 'node_modules/node/bin/node'))
    write('native/better-sqlite3/lib/index.js', 'the binding')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('runs once for the same sources, and again for others', async () => {
    expect(await ensureBuild(context())).toBe(true)
    expect(await ensureBuild(context())).toBe(false)
    write('main/index.ts', 'two')
    expect(await ensureBuild(context())).toBe(true)
    expect(readFileSync(path.join(root, 'out/main/index.js'), 'utf8')).toBe('two')
    expect(builds()).toBe(2)
  })

  it('sees new, renamed and removed sources, and leaves out tests and fixtures', () => {
    const first = sourceHash(root)
    write('main/index.test.ts', 'a test')
    write('main/domain/fixtures/one/input.htm', 'a fixture')
    expect(sourceHash(root)).toBe(first)
    write('renderer/a.css', 'x')
    const second = sourceHash(root)
    expect(second).not.toBe(first)
    rmSync(path.join(root, 'renderer/a.css'))
    write('renderer/b.css', 'x')
    expect(sourceHash(root)).not.toBe(second)
    rmSync(path.join(root, 'renderer/b.css'))
    expect(sourceHash(root)).toBe(first)
  })

  it('shows what is wrong with the sources and tries again next time', async () => {
    write('main/broken.ts', '')
    await expect(ensureBuild(context())).rejects.toThrow('unexpected token')
    rmSync(path.join(root, 'main/broken.ts'))
    expect(await ensureBuild(context())).toBe(true)
  })

  it('is made again after it was cut off or forgotten', async () => {
    await ensureBuild(context())
    forgetBuild(root)
    expect(await ensureBuild(context())).toBe(true)
    rmSync(path.join(root, 'out/main'), { recursive: true })
    expect(await ensureBuild(context())).toBe(true)
    expect(builds()).toBe(3)
  })

  it('lays the binding of the runtime beside the bundles, and takes it away for another runtime', async () => {
    const native = path.join(root, 'native')
    await ensureBuild({ ...context(), native })
    expect(readdirSync(path.join(root, 'out/node_modules'))).toEqual(['better-sqlite3'])
    expect(await ensureBuild({ ...context(), keepNative: true })).toBe(false)
    expect(await ensureBuild(context())).toBe(true)
    expect(existsSync(path.join(root, 'out/node_modules'))).toBe(false)
    expect(builds()).toBe(1)
  })
})
