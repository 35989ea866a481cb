import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closedAddress, integrityOf, makeTarball, startRegistry } from './loopback-registry.mjs'
import { ensurePackages, matchesLockFile, packagesAreCurrent } from './packages.mjs'
import { projectNode } from './paths.mjs'
import { silentReporter } from './reporter.mjs'

const INSTALLER = "const fs = require('fs'); fs.mkdirSync('bin', { recursive: true }); fs.writeFileSync('bin/node', 'the project\\'s own')"
const NODE = makeTarball({
  'package.json': JSON.stringify({ name: 'node', version: '24.0.0', scripts: { preinstall: 'node installArchSpecificPackage.js' } }),
  'installArchSpecificPackage.js': INSTALLER
})
const SCRIPTED = makeTarball({
  'package.json': JSON.stringify({ name: 'scripted', version: '1.0.0',
    scripts: { install: "node -e \"require('fs').writeFileSync('ran', '')\"" } })
})

describe('the Node packages', () => {
  let root
  let registry
  const context = (address = registry.address) => ({ reporter: silentReporter(), root,
    env: { ...process.env, REDWELL_CACHE_DIR: path.join(root, 'cache'), npm_config_registry: address,
      npm_config_cache: path.join(root, 'npm-cache') } })
  const inModules = (...names) => path.join(root, 'node_modules', ...names)
  const writeLock = (integrity = integrityOf(SCRIPTED)) => {
    const entry = (name, version, digest) => ({ version, resolved: `${registry.address}${name}/-/${version}.tgz`, integrity: digest,
      hasInstallScript: true })
    const packages = {
      '': { name: 'clone', dependencies: { node: '24.0.0', scripted: '1.0.0' } },
      'node_modules/node': entry('node', '24.0.0', integrityOf(NODE)),
      'node_modules/scripted': entry('scripted', '1.0.0', integrity)
    }
    writeFileSync(path.join(root, 'package.json'), JSON.stringify({ name: 'clone', dependencies: packages[''].dependencies }))
    writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ name: 'clone', lockfileVersion: 3, requires: true, packages }))
  }

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'redwell-packages-'))
    registry = await startRegistry({ node: { version: '24.0.0', tarball: NODE }, scripted: { version: '1.0.0', tarball: SCRIPTED } })
    writeLock()
  })
  afterEach(async () => {
    await registry.close()
    rmSync(root, { recursive: true, force: true })
  })

  it('are installed from the lock file, with no install script but the one that brings Node', async () => {
    expect(await ensurePackages(context())).toBe(true)
    expect(readFileSync(projectNode(root), 'utf8')).toBe("the project's own")
    expect(existsSync(inModules('scripted', 'package.json'))).toBe(true)
    expect(existsSync(inModules('scripted', 'ran'))).toBe(false)
    expect(packagesAreCurrent(root)).toBe(true)
  })

  it('are left alone the second time, and installed again when the lock file is another', async () => {
    await ensurePackages(context())
    writeFileSync(inModules('kept'), '')
    expect(await ensurePackages(context(await closedAddress()))).toBe(false)
    writeFileSync(path.join(root, 'package-lock.json'),
      readFileSync(path.join(root, 'package-lock.json'), 'utf8').replace('"name":"clone","lockfileVersion"',
        '"name":"clone","version":"2.0.0","lockfileVersion"').replace('"version":"1.0.0","resolved"',
          '"version":"1.0.0","dev":true,"resolved"'))
    expect(packagesAreCurrent(root)).toBe(false)
    expect(await ensurePackages(context())).toBe(true)
    expect(existsSync(inModules('kept'))).toBe(true)
    rmSync(inModules('.package-lock.json'))
    rmSync(inModules('.redwell-stamp'))
    expect(await ensurePackages(context())).toBe(true)
    expect(existsSync(inModules('kept'))).toBe(false)
  })

  it('are installed anew after an interrupted install', async () => {
    mkdirSync(inModules('scripted'), { recursive: true })
    writeFileSync(inModules('scripted', 'half'), '')
    expect(await ensurePackages(context())).toBe(true)
    expect(existsSync(inModules('scripted', 'half'))).toBe(false)
  })

  it('count as there when npm itself brought them to the state of the lock file', async () => {
    await ensurePackages(context())
    expect(matchesLockFile(root)).toBe(true)
    rmSync(inModules('.redwell-stamp'))
    writeFileSync(inModules('kept'), '')
    expect(await ensurePackages(context(await closedAddress()))).toBe(true)
    expect(existsSync(inModules('kept'))).toBe(true)
  })

  it('say when the registry is not reachable', async () => {
    const address = registry.address
    await registry.close()
    const failure = await ensurePackages(context(address)).catch((error) => error)
    registry = await startRegistry({})
    expect(failure.message).toMatch(/registry not reachable/)
    expect(failure.remedy).toMatch(/same command again/)
    expect(packagesAreCurrent(root)).toBe(false)
  })

  it('say when the registry serves other bytes', async () => {
    writeLock(integrityOf(Buffer.from('other')))
    await expect(ensurePackages(context())).rejects.toThrow(/integrity mismatch/)
  })

  it('wait for no lock of a process that is gone', async () => {
    const locks = path.join(root, 'cache', 'locks')
    await ensurePackages(context())
    rmSync(inModules('.redwell-stamp'))
    const { cloneLock } = await import('./paths.mjs')
    const lock = cloneLock(root, context().env)
    expect(path.dirname(lock)).toBe(locks)
    writeFileSync(lock, 'not even JSON')
    utimesSync(lock, new Date(0), new Date(0))
    expect(await ensurePackages(context())).toBe(true)
  })
})
