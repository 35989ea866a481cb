import path from 'node:path'
import { forgetBuild } from './setup/build.mjs'
import { withDisplay, runInherited, withRuntime } from './setup/launch.mjs'
import { projectNode, ROOT } from './setup/paths.mjs'
import { hasDisplay, runAsCommand, setUp } from './setup/run.mjs'

/** `npm run dev`: the app from source, rebuilt and reloaded on every change. */
await runAsCommand(async () => {
  const { runtime } = await setUp()
  forgetBuild()
  const tool = path.join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const noSandbox = process.getuid?.() === 0 ? ['--noSandbox'] : []
  const { command, args } = withDisplay(projectNode(), [tool, 'dev', '--watch', ...noSandbox, ...process.argv.slice(2)], hasDisplay())
  return runInherited(command, args, { env: withRuntime(runtime) })
})
