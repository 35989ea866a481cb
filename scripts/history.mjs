import path from 'node:path'
import { runtimeEnvironment } from './setup/electron.mjs'
import { callerFolder, runInherited } from './setup/launch.mjs'
import { ROOT } from './setup/paths.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/**
 * `npm run --silent history -- FOLDER [HEAD]`: checks the sealed history of a library, and a head that somebody noted. It reads a library, and so
 * runs in the runtime that the binding of SQLite was chosen for, without a window.
 */
await runAsCommand(async () => {
  const { runtime } = await setUp()
  return runInherited(runtime.binary, [path.join(ROOT, 'out', 'main', 'history.js'), ...process.argv.slice(2)], {
    cwd: callerFolder(),
    env: { ...process.env, ...runtimeEnvironment(runtime), ELECTRON_RUN_AS_NODE: '1' }
  })
})
