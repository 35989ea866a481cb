import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectNode, ROOT } from '../setup/paths.mjs'
import { runCommand } from '../setup/run-command.mjs'

const ROOMS = ['main', 'preload', 'renderer', 'e2e']

/** The static checks, in the order of their cost: each is one test of the whole run. */
const CHECKS = [
  { name: 'format (dprint)', bin: 'dprint/bin.cjs', args: ['check'] },
  { name: 'no cycles (dependency-cruiser)', bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...ROOMS] },
  { name: 'types (tsc)', bin: 'typescript/bin/tsc', args: ['-b', '--pretty', 'false'] },
  { name: 'lint and room borders (eslint)', bin: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] }
]

/**
 * Runs all static checks, each to its end, printing pass or fail and the output of what failed.
 * @returns {Promise<import('./summary.mjs').Counts>}
 */
export async function runChecks() {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, bin, args } of CHECKS) {
    const started = Date.now()
    const tool = path.join(ROOT, 'node_modules', bin)
    const rooms = args.filter((word) => !ROOMS.includes(word) || existsSync(path.join(ROOT, word)))
    const { code, output } = await runCommand(projectNode(), [tool, ...rooms], { cwd: ROOT })
    counts[code === 0 ? 'passed' : 'failed'] += 1
    console.log(`check ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (code !== 0) console.log(output.trimEnd())
  }
  return counts
}
