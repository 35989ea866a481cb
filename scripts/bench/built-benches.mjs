import path from 'node:path'
import { ROOT } from '../setup/paths.mjs'
import { lastLines } from '../setup/failure.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { runtimeEnvironment } from '../setup/electron.mjs'

/** What this bench measures. */
export const name = 'parts'

/**
 * The parts that need no window, measured inside `out/main/bench.js` by the runtime's own Node, so that the SQLite binding
 * is the app's. It prints one JSON array of rows on stdout.
 * @param {{ runtime: import('../setup/electron.mjs').ElectronRuntime, args: readonly string[] }} context
 * @returns {Promise<import('./index.mjs').Row[]>}
 * @throws {Error} it failed or printed something else
 */
export async function run({ runtime, args }) {
  const env = { ...process.env, ...runtimeEnvironment(runtime), ELECTRON_RUN_AS_NODE: '1' }
  const rows = []
  const { code, output } = await runCommand(runtime.binary, ['--expose-gc', path.join(ROOT, 'out', 'main', 'bench.js'), ...args], { cwd: ROOT, env })
  const json = output.split('\n').find((line) => line.startsWith('['))
  if (code !== 0 || json === undefined) throw new Error(`out/main/bench.js ended with ${code}.\n${lastLines(output, 10)}`)
  for (const row of JSON.parse(json)) rows.push(row)
  return rows
}
