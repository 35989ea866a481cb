import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureSpace } from './disk.mjs'
import { npmFailure, SetupError } from './failure.mjs'
import { withLock } from './lock.mjs'
import { cloneLock, projectNode, ROOT } from './paths.mjs'
import { endOrphan, runCommand } from './run-command.mjs'

/** What node_modules takes with all development tools, with room for npm's work (measured: 700 MB), in bytes. */
const NEEDED_BYTES = 1_000_000_000
const STAMP = '.redwell-stamp'

/**
 * Installs the Node packages of the lock file, unless exactly they are there. Install scripts of packages do not run,
 * but for one: the `node` package fetches its binary. An install that was interrupted is done anew.
 * @param {{ reporter: import('./reporter.mjs').Reporter, env?: NodeJS.ProcessEnv, root?: string }} context
 * @returns {Promise<boolean>} whether anything had to be done
 * @throws {SetupError} no space, registry not reachable, integrity mismatch, npm failed
 */
export async function ensurePackages({ reporter, env = process.env, root = ROOT }) {
  if (packagesAreCurrent(root)) return false
  const onWait = (pid) => reporter.line(`Node packages: waiting for another set-up (process ${pid})`)
  return withLock(cloneLock(root, env), async () => {
    if (packagesAreCurrent(root)) return false
    if (!matchesLockFile(root)) await install({ reporter, env, root })
    if (!existsSync(projectNode(root))) await installNode({ reporter, env, root })
    writeFileSync(stampFile(root), lockHash(root))
    return true
  }, onWait)
}

/**
 * Whether node_modules bears the stamp of the present lock file.
 * @param {string} root
 * @returns {boolean}
 */
export function packagesAreCurrent(root) {
  return existsSync(projectNode(root)) && existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === lockHash(root)
}

/**
 * Whether npm itself, run by hand, has already brought node_modules to the state of the lock file. npm writes its record
 * (`node_modules/.package-lock.json`) last, so that an interrupted run leaves none.
 * @param {string} root
 * @returns {boolean}
 */
export function matchesLockFile(root) {
  const record = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages
  if (record === undefined || wanted === undefined) return false
  const differs = ([place, entry]) => {
    if (place === '') return false
    const there = record[place]
    if (there === undefined) return entry.optional !== true && entry.devOptional !== true
    return there.version !== entry.version || there.integrity !== entry.integrity
  }
  return !Object.entries(wanted).some(differs) && Object.keys(record).every((place) => wanted[place] !== undefined)
}

async function install({ reporter, env, root }) {
  await ensureSpace('The Node packages', root, NEEDED_BYTES)
  const count = Object.keys(readJson(path.join(root, 'package-lock.json'))?.packages ?? {}).length
  reporter.line(`Node packages: installing ${count} from package-lock.json (npm ci)`)
  const pidFile = `${cloneLock(root, env)}.npm`
  await endOrphan(pidFile, 'npm ci')
  const { code, output } = await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries', '2',
    '--fetch-retry-mintimeout', '500', '--fetch-retry-maxtimeout', '2000', '--loglevel', 'error'], { cwd: root, env, pidFile })
  if (code === 127) throw new SetupError('The Node packages: npm is not on the PATH.', 'Install Node.js 20 or newer with npm.')
  if (code !== 0) throw npmFailure('The Node packages', output)
}

async function installNode({ reporter, env, root }) {
  reporter.line("Node packages: fetching the project's own Node")
  const { code, output } = await runCommand(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: path.join(root, 'node_modules', 'node'),
    env
  })
  if (code !== 0 || !existsSync(projectNode(root))) throw npmFailure("The project's own Node", output)
}

function stampFile(root) {
  return path.join(root, 'node_modules', STAMP)
}

function lockHash(root) {
  return createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
