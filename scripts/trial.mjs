import path from 'node:path'
import { runtimeEnvironment } from './setup/electron.mjs'
import { callerFolder, runInherited } from './setup/launch.mjs'
import { ROOT } from './setup/paths.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'
import { hostileTable, openHostile } from './trial/hostile.mjs'

const TRIAL = path.join(ROOT, 'out', 'main', 'trial.js')

/**
 * `npm run trial -- kills N | damage N | hostile FOLDER`: kills the program at random moments on every path, damages its files at random
 * places, or opens every file of a folder within bounds. Ends in a table; the exit code is 1 where anything was lost unseen.
 */
await runAsCommand(async () => {
  const [mode, ...args] = process.argv.slice(2)
  const { runtime } = await setUp()
  const env = { ...process.env, ...runtimeEnvironment(runtime), ELECTRON_RUN_AS_NODE: '1' }
  if (mode !== 'hostile')
    return runInherited(runtime.binary, [TRIAL, ...(mode === undefined ? [] : [mode]), ...args], { cwd: callerFolder(), env })
  const rows = await openHostile(path.resolve(callerFolder(), args[0] ?? '.'), { binary: runtime.binary, env })
  console.log(hostileTable(rows))
  return rows.every(({ end }) => end === 'read' || end === 'refused') ? 0 : 1
})
