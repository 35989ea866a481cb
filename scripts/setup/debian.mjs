import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lastLines, SetupError } from './failure.mjs'
import { runCommand } from './run-command.mjs'

/**
 * What Electron needs of the system on Linux, with the Debian package that brings it. `library` is a soname looked up in
 * the loader's cache, `program` a command on the PATH, `folder` a place that must exist. Purposes: `window` for every
 * start, `headless` where there is no display, `tests` for the test suite only, `exchange tests` for those that hand files to other
 * programs and are skipped where there are none.
 */
const NEEDS = [
  { package: 'libgtk-3-0', library: 'libgtk-3.so.0', purpose: 'window' },
  { package: 'libnss3', library: 'libnss3.so', purpose: 'window' },
  { package: 'libasound2', library: 'libasound.so.2', purpose: 'window' },
  { package: 'libgbm1', library: 'libgbm.so.1', purpose: 'window' },
  { package: 'libxss1', library: 'libXss.so.1', purpose: 'window' },
  { package: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0', purpose: 'window' },
  { package: 'libdrm2', library: 'libdrm.so.2', purpose: 'window' },
  { package: 'libxshmfence1', library: 'libxshmfence.so.1', purpose: 'window' },
  { package: 'fonts-liberation', folder: '/usr/share/fonts/truetype/liberation', purpose: 'headless' },
  { package: 'fonts-dejavu-core', folder: '/usr/share/fonts/truetype/dejavu', purpose: 'headless' },
  { package: 'xvfb', program: 'xvfb-run', purpose: 'headless' },
  { package: 'xauth', program: 'xauth', purpose: 'headless' },
  { package: 'poppler-utils', program: 'pdftotext', purpose: 'tests' },
  { package: 'libreoffice-writer-nogui', program: 'soffice', purpose: 'exchange tests' },
  { package: 'libxml2-utils', program: 'xmllint', purpose: 'exchange tests' },
  { package: 'python3', program: 'python3', purpose: 'exchange tests' }
]

/**
 * @typedef {object} System how the machine is looked at and changed; replaced in tests
 * @property {() => Set<string>} libraries sonames the loader knows
 * @property {(program: string) => boolean} hasProgram
 * @property {(folder: string) => boolean} hasFolder
 * @property {() => boolean} hasApt
 * @property {() => boolean} isRoot
 * @property {(command: string, args: readonly string[]) => Promise<{ code: number, output: string }>} run
 */

/**
 * Installs the missing system libraries where it may (root on Debian or Ubuntu); elsewhere names the one command to run.
 * @param {{ reporter: import('./reporter.mjs').Reporter, purposes: readonly string[] }} context
 * @param {System} [system]
 * @returns {Promise<boolean>} whether anything had to be done
 * @throws {SetupError} rights missing, apt-get failed, or another kind of system
 */
export async function ensureSystemLibraries({ reporter, purposes }, system = thisSystem()) {
  const missing = missingPackages(purposes, system)
  if (missing.length === 0) return false
  const names = missing.join(' ')
  if (!system.hasApt()) {
    throw new SetupError(`System libraries are missing, by their Debian names: ${names}.`,
      'Install what brings the same on this system, then run the same command again.')
  }
  if (!system.isRoot()) {
    throw new SetupError(`System libraries are missing: ${names}. Installing them takes administrator rights.`,
      `Run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`)
  }
  reporter.line(`System libraries: installing ${names}`)
  const update = await system.run('apt-get', ['update', '-q'])
  if (update.code !== 0) throw aptFailure('apt-get update', update.output)
  const chosen = []
  for (const name of missing) chosen.push(await presentName(name, system))
  const install = await system.run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...chosen])
  if (install.code !== 0) throw aptFailure('apt-get install', install.output)
  const left = missingPackages(purposes, system)
  if (left.length > 0)
    throw new SetupError(`System libraries are still missing after the install: ${left.join(' ')}.`,
      'Install them by hand and run the same command again.')
  return true
}

/**
 * Installs the programs that check what is exchanged with them, where that is asked for and may be done. Nothing needs them: where they stay
 * missing, one line says which, and that the tests which use them are skipped.
 * @param {{ reporter: import('./reporter.mjs').Reporter, install: boolean }} context
 * @param {System} [system]
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function offerExchangePrograms({ reporter, install }, system = thisSystem()) {
  const purposes = ['exchange tests']
  const missing = missingPackages(purposes, system)
  if (missing.length === 0) return false
  const skipped = (why) =>
    reporter.line(`Not here: ${missing.join(', ')} (${why}). The tests that hand files to them are skipped; nothing else needs them.`)
  if (!install) skipped('installed only where CI is set')
  else {
    try {
      return await ensureSystemLibraries({ reporter, purposes }, system)
    } catch (error) {
      if (!(error instanceof SetupError)) throw error
      skipped(error.message.split('\n')[0])
    }
  }
  return false
}

/**
 * The Debian packages whose libraries, programs or folders are not there.
 * @param {readonly string[]} purposes
 * @param {System} system
 * @returns {string[]}
 */
export function missingPackages(purposes, system) {
  const wanted = NEEDS.filter((need) => purposes.includes(need.purpose))
  const libraries = system.libraries()
  const isThere = (need) => {
    if (need.library !== undefined) return libraries.has(need.library)
    return need.program !== undefined ? system.hasProgram(need.program) : system.hasFolder(need.folder)
  }
  return wanted.filter((need) => !isThere(need)).map((need) => need.package)
}

/** Newer Debian and Ubuntu renamed libraries with 64-bit times: libasound2 became libasound2t64. */
async function presentName(name, system) {
  if (!name.startsWith('lib')) return name
  const { code, output } = await system.run('apt-cache', ['show', '--no-all-versions', `${name}t64`])
  return code === 0 && output.includes('Package:') ? `${name}t64` : name
}

function aptFailure(command, output) {
  const shown = lastLines(output, 8)
  if (/No space left|not enough free space|enough free space/i.test(output))
    return new SetupError(`System libraries: no space for ${command}.\n${shown}`, 'Free some space and run the same command again.')
  if (/Could not resolve|Failed to fetch|Unable to connect|Temporary failure/i.test(output)) {
    return new SetupError(`System libraries: the Debian registry is not reachable.\n${shown}`,
      'Check the network and /etc/apt/sources.list, then run the same command again.')
  }
  return new SetupError(`System libraries: ${command} failed.\n${shown}`,
    'Put right what apt-get says above (another apt may be running) and run the same command again.')
}

/** This machine. @returns {System} */
function thisSystem() {
  const onPath = (program) =>
    (process.env.PATH ?? '').split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, program)))
  return {
    libraries: () => {
      const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file)) ?? 'ldconfig'
      const { stdout } = spawnSync(ldconfig, ['-p'], { encoding: 'utf8', maxBuffer: 20_000_000 })
      return new Set((stdout ?? '').split('\n').map((text) => text.trim().split(' ')[0] ?? ''))
    },
    hasProgram: onPath,
    hasFolder: existsSync,
    hasApt: () => onPath('apt-get') && isDebianLike(),
    isRoot: () => process.getuid?.() === 0,
    run: (command, args) =>
      runCommand(command, args, { graceMs: 120_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' } })
  }
}

function isDebianLike() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
