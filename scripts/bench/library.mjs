import { runWindowBench } from './window-benches.mjs'

/** What this bench measures. */
export const name = 'library'

/**
 * A library of 500 generated filings, or of as many as the number named: importing, first sight, scrolling, searching.
 * @param {{ runtime: import('../setup/electron.mjs').ElectronRuntime, args: readonly string[] }} context
 * @returns {Promise<import('./index.mjs').Row[]>}
 * @throws {Error} it failed before it had measured anything
 */
export function run(context) {
  const count = context.args.find((word) => /^\d+$/.test(word))
  return runWindowBench(context, 'library', count === undefined ? {} : { REDWELL_BENCH_COUNT: count })
}
