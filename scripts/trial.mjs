import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runtimeEnvironment } from './setup/electron.mjs'
import { lastLines } from './setup/failure.mjs'
import { callerFolder, runInherited, withDisplay, withRuntime } from './setup/launch.mjs'
import { projectNode, ROOT } from './setup/paths.mjs'
import { runCommand } from './setup/run-command.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'
import { hostileTable, openHostile } from './trial/hostile.mjs'

const TOOL = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')
const TRIAL = path.join(ROOT, 'out', 'main', 'trial.js')

/** Of how many kills one is in the real window: each of its three paths comes as often as any of the others. */
const WINDOW_SHARE = 5

/**
 * Kills the window first, then everything that needs none, and shows both in one table.
 * @param {import('./setup/electron.mjs').ElectronRuntime} runtime
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 */
async function runKills(runtime, env, [count = '40', seed = '7']) {
  const folder = mkdtempSync(path.join(tmpdir(), 'redwell-rows-'))
  const rows = path.join(folder, 'rows.jsonl')
  const inWindow = Math.round(Number(count) / WINDOW_SHARE)
  try {
    writeFileSync(rows, '')
    const words = [TOOL, 'test', '--config', 'e2e/playwright.config.ts', '--project', 'trial-window']
    const { command, args: all } = process.platform === 'linux'
      ? withDisplay(projectNode(), words, false)
      : { command: projectNode(), args: words }
    const { code, output } = await runCommand(command, all, { cwd: ROOT,
      env: { ...withRuntime(runtime), REDWELL_TRIAL_KILLS: String(inWindow), REDWELL_TRIAL_ROWS: rows, REDWELL_TRIAL_SEED: seed } })
    if (code !== 0) process.stderr.write(`${lastLines(output, 30)}\n`)
    const ended = await runInherited(runtime.binary, [TRIAL, 'kills', String(Number(count) - inWindow), seed, rows], { cwd: callerFolder(),
      env })
    return code === 0 ? ended : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * `npm run trial -- kills N | damage N | hostile FOLDER`: kills the program at random moments on every path, damages its files at random
 * places, or opens every file of a folder within bounds. Ends in a table; the exit code is 1 where anything was lost unseen.
 */
await runAsCommand(async () => {
  const [mode, ...args] = process.argv.slice(2)
  const { runtime } = await setUp()
  const env = { ...process.env, ...runtimeEnvironment(runtime), ELECTRON_RUN_AS_NODE: '1' }
  if (mode === 'kills') return runKills(runtime, env, args)
  if (mode !== 'hostile')
    return runInherited(runtime.binary, [TRIAL, ...(mode === undefined ? [] : [mode]), ...args], { cwd: callerFolder(), env })
  const rows = await openHostile(path.resolve(callerFolder(), args[0] ?? '.'), { binary: runtime.binary, env })
  console.log(hostileTable(rows))
  return rows.every(({ end }) => end === 'read' || end === 'refused') ? 0 : 1
})
