import { runNodeEntry } from './setup/launch.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/** `npm run --silent exchange -- FORMAT SOURCE TARGET`: writes the work on a filing as a file of another tool, or reads one. Plain Node: no Electron is needed. */
await runAsCommand(async () => {
  await setUp({ electron: false })
  return runNodeEntry('exchange', process.argv.slice(2))
})
