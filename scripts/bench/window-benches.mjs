import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lastLines } from '../setup/failure.mjs'
import { withRuntime } from '../setup/launch.mjs'
import { projectNode, ROOT } from '../setup/paths.mjs'
import { runCommand } from '../setup/run-command.mjs'

const TOOL = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')

/**
 * Runs one of the benches that drive the built app's window, `e2e/bench-NAME.ts`.
 * @param {{ runtime: import('../setup/electron.mjs').ElectronRuntime }} context
 * @param {string} bench its name
 * @param {Record<string, string>} env what it is told
 * @returns {Promise<import('./index.mjs').Row[]>}
 * @throws {Error} it failed before it had measured anything
 */
export async function runWindowBench({ runtime }, bench, env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'redwell-rows-'))
  const rows = path.join(folder, 'rows.jsonl')
  try {
    const words = [TOOL, 'test', '--config', 'e2e/playwright.config.ts', '--project', `bench-${bench}`]
    const { code, output } = await runCommand(projectNode(), words, { cwd: ROOT,
      env: { ...withRuntime(runtime), ...env, REDWELL_BENCH_ROWS: rows } })
    const measured = readRows(rows)
    if (code !== 0 && measured.length === 0) throw new Error(lastLines(output, 20))
    if (code !== 0) process.stderr.write(`${lastLines(output, 20)}\n`)
    return measured
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** There is no file where nothing was measured. */
function readRows(file) {
  try {
    return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line))
  } catch {
    return []
  }
}
