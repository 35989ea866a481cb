import path from 'node:path'
import { callerFolder } from '../setup/launch.mjs'
import { runWindowBench } from './window-benches.mjs'

/** What this bench measures. */
export const name = 'compare'

/**
 * Comparing two large filings, in the worker and in the window: the two files named, or a generated annual report and a later version of it.
 * @param {{ runtime: import('../setup/electron.mjs').ElectronRuntime, args: readonly string[] }} context
 * @returns {Promise<import('./index.mjs').Row[]>}
 * @throws {Error} it failed before it had measured anything
 */
export function run(context) {
  const files = context.args.filter((word) => !/^\d+$/.test(word)).map((file) => path.resolve(callerFolder(), file))
  return runWindowBench(context, 'compare', files.length < 2 ? {} : { REDWELL_BENCH_FILES: JSON.stringify(files.slice(0, 2)) })
}
