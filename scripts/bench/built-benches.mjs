import path from 'node:path'
import { ROOT } from '../setup/paths.mjs'
import { lastLines } from '../setup/failure.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { runtimeEnvironment } from '../setup/electron.mjs'
import { callerFolder } from '../setup/launch.mjs'

/** Texts of up to 64 MB are read; a run that takes longer than this has lost its way. In ms. */
const LIMIT_MS = 600_000

/** The heap that a text of 64 MB and its analysis may take in MB, as much as the runtime allows. */
const HEAP_MB = 3_840

/** @param {readonly string[]} args @returns {string[]} the files named, as they are meant from where they were typed */
const filesIn = (args) => args.filter((word) => !/^\d+$/.test(word)).map((file) => path.resolve(callerFolder(), file))

/**
 * A bench that needs no window, measured inside `out/main/bench.js` by the runtime's own Node, so that the SQLite binding is the
 * app's. It prints one JSON array of rows on stdout.
 * @param {string} mode which of them
 */
const builtBench = (mode) => ({
  /** What this bench measures. */
  name: mode,
  /**
   * @param {{ runtime: import('../setup/electron.mjs').ElectronRuntime, args: readonly string[] }} context
   * @returns {Promise<import('./index.mjs').Row[]>}
   * @throws {Error} it failed or printed something else
   */
  async run({ runtime, args }) {
    const env = { ...process.env, ...runtimeEnvironment(runtime), ELECTRON_RUN_AS_NODE: '1' }
    const started = performance.now()
    const words = [`--max-old-space-size=${HEAP_MB}`, path.join(ROOT, 'out', 'main', 'bench.js'), mode, ...filesIn(args)]
    const { code, output } = await runCommand(runtime.binary, words, {
      cwd: ROOT,
      env,
      pollMs: 1_000,
      poll: (kill) => {
        if (performance.now() - started > LIMIT_MS) kill()
      }
    })
    const json = output.split('\n').find((line) => line.startsWith('['))
    if (code !== 0 || json === undefined) throw new Error(`out/main/bench.js ended with ${code}.\n${lastLines(output, 10)}`)
    return JSON.parse(json)
  }
})

/** Analysis, import and notes; re-anchoring annotations; searching without a window. */
export const BUILT_BENCHES = ['parts', 'anchors', 'search'].map(builtBench)
