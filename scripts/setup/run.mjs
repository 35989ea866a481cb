import { pathToFileURL } from 'node:url'
import { ensureBuild } from './build.mjs'
import { ensureSystemLibraries, offerExchangePrograms } from './debian.mjs'
import { ensureElectron, runtimeLine } from './electron.mjs'
import { SetupError } from './failure.mjs'
import { ensurePackages } from './packages.mjs'
import { ROOT } from './paths.mjs'
import { createReporter } from './reporter.mjs'

/**
 * Whether windows have a display to appear on.
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} always true where displays are not named by variables (macOS, Windows)
 */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

/**
 * Does all set-up that is missing and nothing that is not. Prints to stderr only.
 * @param {object} [wanted]
 * @param {boolean} [wanted.electron] whether an Electron is needed; default true
 * @param {boolean} [wanted.build] whether `out/` is needed; default true
 * @param {boolean} [wanted.tests] whether what only the test suite uses is needed; default false
 * @returns {Promise<{ root: string, runtime: import('./electron.mjs').ElectronRuntime | undefined }>}
 * @throws {SetupError} with the remedy
 */
export async function setUp({ electron = true, build = true, tests = false } = {}) {
  const reporter = createReporter()
  const context = { reporter, env: process.env, root: ROOT }
  const didPackages = await ensurePackages(context)
  let runtime
  let did = didPackages
  if (electron) {
    if (process.platform === 'linux') {
      const purposes = ['window', ...(tests || !hasDisplay() ? ['headless'] : []), ...(tests ? ['tests'] : [])]
      did = await ensureSystemLibraries({ reporter, purposes }) || did
      if (tests) did = await offerExchangePrograms({ reporter, install: Boolean(process.env.CI) }) || did
    }
    runtime = await ensureElectron(context)
    announce(reporter, runtime)
  }
  if (build) did = await ensureBuild({ ...context, native: runtime?.native, keepNative: !electron }) || did
  if (did) reporter.line('Set-up done.')
  return { root: ROOT, runtime }
}

let announced

function announce(reporter, runtime) {
  if (announced !== runtime.binary) reporter.line(runtimeLine(runtime))
  announced = runtime.binary
}

/**
 * Runs a command's body; a failure of set-up becomes its message and remedy on stderr and exit code 1.
 * @param {() => Promise<number>} body returns the exit code
 * @returns {Promise<void>}
 */
export async function runAsCommand(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    process.stderr.write(`\n${error.message}\n${error.remedy}\n`)
    process.exitCode = 1
  }
}

/**
 * Whether a module is the one that Node was started with.
 * @param {string} moduleUrl its `import.meta.url`
 * @returns {boolean}
 */
export function isEntry(moduleUrl) {
  return process.argv[1] !== undefined && moduleUrl === pathToFileURL(process.argv[1]).href
}

if (isEntry(import.meta.url)) {
  await runAsCommand(async () => {
    await setUp({ tests: process.argv.includes('--tests') })
    return 0
  })
}
