import { runWindowBench } from './window-benches.mjs'

/** What this bench measures. */
export const name = 'heavy'

/** It takes many minutes: run where it is named, not with all others. */
export const onlyNamed = true

/**
 * Importing, opening and scrolling files that are well formed and heavy: every kind, or those whose file names hold one of the words
 * given; a number is the share of the full size. The longest that the window and the main process were held, and the peak of memory.
 * @param {{ runtime: import('../setup/electron.mjs').ElectronRuntime, args: readonly string[] }} context
 * @returns {Promise<import('./index.mjs').Row[]>}
 * @throws {Error} it failed before it had measured anything
 */
export function run(context) {
  const share = context.args.find((word) => /^[\d.]+$/.test(word)) ?? '1'
  const kinds = context.args.filter((word) => !/^[\d.]+$/.test(word))
  return runWindowBench(context, 'heavy', { REDWELL_BENCH_SHARE: share, REDWELL_BENCH_KINDS: kinds.join(',') })
}
