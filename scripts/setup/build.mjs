import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureSpace } from './disk.mjs'
import { lastLines, noSpace, SetupError } from './failure.mjs'
import { withLock } from './lock.mjs'
import { cloneLock, projectNode, ROOT } from './paths.mjs'
import { runCommand } from './run-command.mjs'

/** Everything the bundles are made of. */
const SOURCES = ['main', 'preload', 'renderer', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const NOT_BUILT = /(\.test\.(ts|tsx|mjs)|\.md)$|(^|\/)(fixtures|node_modules)\//
const NEEDED_BYTES = 100_000_000

/**
 * Builds the app into `out/` unless the sources are the same as at the last build, and lays the SQLite binding of the
 * chosen runtime beside the bundles.
 * @param {{ reporter: import('./reporter.mjs').Reporter, env?: NodeJS.ProcessEnv, root?: string, native?: string | undefined }} context `native`
 *   is the folder of that binding; with undefined the pinned one of node_modules serves. `keepNative` leaves whatever is there.
 * @returns {Promise<boolean>} whether anything had to be done
 * @throws {SetupError} no space, or the sources do not build
 */
export async function ensureBuild({ reporter, env = process.env, root = ROOT, native, keepNative = false }) {
  const isCurrent = () => readStamp(root, 'sources') === sourceHash(root) && existsSync(path.join(root, 'out', 'main'))
  const nativeIsCurrent = () => keepNative || readStamp(root, 'native') === (native ?? 'none')
  if (isCurrent() && nativeIsCurrent()) return false
  return withLock(`${cloneLock(root, env)}.build`, async () => {
    if (!isCurrent()) await build({ reporter, env, root })
    if (!nativeIsCurrent()) layNativeBinding(root, native)
    return true
  }, (pid) => reporter.line(`Build: waiting for another set-up (process ${pid})`))
}

/**
 * A digest over the names and contents of all that is built.
 * @param {string} root
 * @returns {string} hexadecimal
 */
export function sourceHash(root) {
  const hash = createHash('sha256')
  for (const name of sourceFiles(root)) {
    hash.update(`${name}\0`).update(readFileSync(path.join(root, name))).update('\0')
  }
  return hash.digest('hex')
}

function sourceFiles(root) {
  const queue = SOURCES.filter((name) => existsSync(path.join(root, name)))
  const files = []
  while (queue.length > 0) {
    const name = queue.pop()
    const entries = isFolder(path.join(root, name))
    if (entries !== undefined) queue.push(...entries.map((entry) => `${name}/${entry}`))
    else if (!NOT_BUILT.test(name)) files.push(name)
  }
  return files.sort()
}

function isFolder(place) {
  try {
    return readdirSync(place)
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}

/**
 * Lets the next set-up build again, whatever the sources are: a development server writes its own bundles into `out/`.
 * @param {string} root
 * @returns {void}
 */
export function forgetBuild(root = ROOT) {
  rmSync(stampFile(root, 'sources'), { force: true })
}

async function build({ reporter, env, root }) {
  await ensureSpace('The build', root, NEEDED_BYTES)
  reporter.line('Build: main, preload and renderer into out/')
  forgetBuild(root)
  const before = sourceHash(root)
  const tool = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output } = await runCommand(projectNode(root), [tool, 'build'], { cwd: root,
    env: { ...env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined } })
  if (code !== 0 && /ENOSPC/.test(output)) throw noSpace('The build', { folder: root })
  if (code !== 0)
    throw new SetupError(`The build failed.\n${lastLines(output, 25)}`, 'Put right what it says above and run the same command again.')
  writeStamp(root, 'sources', before)
}

function layNativeBinding(root, native) {
  const target = path.join(root, 'out', 'node_modules')
  rmSync(stampFile(root, 'native'), { force: true })
  rmSync(target, { recursive: true, force: true })
  if (native !== undefined) cpSync(native, target, { recursive: true })
  writeStamp(root, 'native', native ?? 'none')
}

function stampFile(root, name) {
  return path.join(root, 'out', `.stamp-${name}`)
}

function readStamp(root, name) {
  const file = stampFile(root, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function writeStamp(root, name, text) {
  mkdirSync(path.join(root, 'out'), { recursive: true })
  writeFileSync(stampFile(root, name), text)
}
