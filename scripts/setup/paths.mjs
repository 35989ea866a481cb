import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder (absolute). */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * The cache folder, outside the repository: `REDWELL_CACHE_DIR`, else `XDG_CACHE_HOME/redwell`, else `~/.cache/redwell`.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} an absolute path; the folder need not exist yet
 */
export function cacheDir(env = process.env) {
  if (env.REDWELL_CACHE_DIR) return path.resolve(env.REDWELL_CACHE_DIR)
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return path.join(env.XDG_CACHE_HOME, 'redwell')
  return path.join(homedir(), '.cache', 'redwell')
}

/**
 * The project's own Node 24, put there by the `node` development dependency.
 * @param {string} root
 * @returns {string} the path, whether the file exists or not
 */
export function projectNode(root = ROOT) {
  return path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/**
 * The lock file that guards set-up work inside one clone. It lives in the cache, since `npm ci` empties node_modules.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cloneLock(root = ROOT, env = process.env) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return path.join(cacheDir(env), 'locks', `${name}.lock`)
}
