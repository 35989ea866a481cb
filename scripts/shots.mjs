import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { withDisplay, runInherited, withRuntime } from './setup/launch.mjs'
import { projectNode, ROOT } from './setup/paths.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/** `npm run shots`: pictures of every main view into the git-ignored folder `shots/`. */
await runAsCommand(async () => {
  const { runtime } = await setUp({ tests: true })
  const folder = path.join(ROOT, 'shots')
  mkdirSync(folder, { recursive: true })
  const tool = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')
  const words = [tool, 'test', '--config', 'e2e/playwright.config.ts', '--project', 'shots', ...process.argv.slice(2)]
  const { command, args } = withDisplay(projectNode(), words, false)
  return runInherited(command, args, { env: { ...withRuntime(runtime), REDWELL_SHOTS_DIR: folder } })
})
