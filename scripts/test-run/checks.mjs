import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectNode, ROOT } from '../setup/paths.mjs'
import { runCommand } from '../setup/run-command.mjs'

const ROOMS = ['main', 'preload', 'renderer', 'e2e']

/** The static checks, the longest first, since two run at a time: each is one test of the whole run. */
const CHECKS = [
  { name: 'lint and room borders (eslint)', bin: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  { name: 'types (tsc)', bin: 'typescript/bin/tsc', args: ['-b', '--pretty', 'false'] },
  { name: 'no cycles (dependency-cruiser)', bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...ROOMS] },
  { name: 'one direction between folders (dependency-cruiser)', bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', 'scripts/fences/one-direction.mjs', ...ROOMS] },
  { name: 'format (dprint)', script: 'scripts/format.mjs', args: ['--check'] }
]

async function runCheck({ name, bin, script, args }) {
  const started = Date.now()
  const tool = path.join(ROOT, script ?? path.join('node_modules', bin))
  const rooms = args.filter((word) => !ROOMS.includes(word) || existsSync(path.join(ROOT, word)))
  const { code, output } = await runCommand(projectNode(), [tool, ...rooms], { cwd: ROOT })
  console.log(`check ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

/**
 * Runs all static checks, two at a time and each to its end, printing pass or fail and the output of what failed.
 * @returns {Promise<import('./summary.mjs').Counts>}
 */
export async function runChecks() {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const waiting = [...CHECKS].reverse()
  const lane = async () => {
    for (let check = waiting.pop(); check !== undefined; check = waiting.pop()) counts[await runCheck(check) ? 'passed' : 'failed'] += 1
  }
  await Promise.all([lane(), lane()])
  return counts
}
