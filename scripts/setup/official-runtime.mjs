import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { folderBytes } from './disk.mjs'
import { lastLines } from './failure.mjs'
import { cacheDir, projectNode } from './paths.mjs'
import { runCommand } from './run-command.mjs'

const RETRY_AFTER_MS = 24 * 3_600_000
/** No new byte for this long means that the release host is not to be had; a slow one goes on. In ms. */
const SILENCE_MS = 20_000

/**
 * The folder of the pinned Electron inside node_modules, where it has been downloaded whole.
 * @param {string} root
 * @returns {string | undefined}
 */
export function installedElectron(root) {
  const folder = path.join(root, 'node_modules', 'electron')
  try {
    const wanted = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version
    const there = readFileSync(path.join(folder, 'dist', 'version'), 'utf8').trim().replace(/^v/, '')
    readFileSync(path.join(folder, 'path.txt'), 'utf8')
    return there === wanted ? path.join(folder, 'dist') : undefined
  } catch {
    return undefined
  }
}

/**
 * Tries the official download, by Electron's own installer. A failure is remembered for a day, so that later starts do
 * not wait for it again; `REDWELL_SKIP_OFFICIAL=1` leaves it out.
 * @param {{ reporter: import('./reporter.mjs').Reporter, env: NodeJS.ProcessEnv, root: string }} context
 * @param {{ now?: number, silenceMs?: number }} [timing] the time in ms since the epoch, and how long without a new byte is too long
 * @returns {Promise<string | undefined>} the folder, or undefined when it could not be had
 */
export async function tryOfficialDownload({ reporter, env, root }, { now = Date.now(), silenceMs = SILENCE_MS } = {}) {
  const version = JSON.parse(readFileSync(path.join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version
  const memory = path.join(cacheDir(env), 'official-download-failed.json')
  if (env.REDWELL_SKIP_OFFICIAL === '1' || failedLately(memory, version, now)) return undefined
  reporter.line(`Electron runtime: trying the official download of Electron ${version}`)
  const work = path.join(cacheDir(env), `official.partial-${process.pid}`)
  mkdirSync(work, { recursive: true })
  try {
    const result = await runCommand(projectNode(root), [path.join(root, 'node_modules', 'electron', 'install.js')], {
      cwd: root,
      env: { ...env, TMPDIR: work, ELECTRON_OVERRIDE_DIST_PATH: undefined },
      poll: stopWhenSilent(work, silenceMs)
    })
    const folder = result.code === 0 ? installedElectron(root) : undefined
    if (folder !== undefined) return folder
    writeFileSync(memory, JSON.stringify({ version, at: now, output: lastLines(result.output, 5) }))
    reporter.line('Electron runtime: the official download is not reachable (not tried again for a day)')
    return undefined
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Unpacking writes into node_modules and not into the download folder, hence a generous limit there by bytes seen. */
function stopWhenSilent(folder, silenceMs) {
  let bytes = -1
  let since = Date.now()
  return (kill) => {
    const present = folderBytes(folder)
    if (present !== bytes) {
      bytes = present
      since = Date.now()
    } else if (Date.now() - since > (bytes > 50_000_000 ? 6 * silenceMs : silenceMs)) {
      kill()
    }
  }
}

function failedLately(memory, version, now) {
  try {
    const failure = JSON.parse(readFileSync(memory, 'utf8'))
    return failure.version === version && now - failure.at < RETRY_AFTER_MS && now >= failure.at
  } catch {
    return false
  }
}
