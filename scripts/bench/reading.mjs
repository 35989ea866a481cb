import path from 'node:path'
import { callerFolder } from '../setup/launch.mjs'
import { runWindowBench } from './window-benches.mjs'

/** What this bench measures. */
export const name = 'reading'

/**
 * Opening, scrolling and annotating one large filing: the file named, or a generated annual report of the same size as a large one.
 * @param {{ runtime: import('../setup/electron.mjs').ElectronRuntime, args: readonly string[] }} context
 * @returns {Promise<import('./index.mjs').Row[]>}
 * @throws {Error} it failed before it had measured anything
 */
export function run(context) {
  const file = context.args.find((word) => !/^\d+$/.test(word))
  return runWindowBench(context, 'reading', file === undefined ? {} : { REDWELL_BENCH_FILE: path.resolve(callerFolder(), file) })
}
