import { runNodeEntry } from './setup/launch.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/** `npm run --silent inspect -- FILE`: one JSON object on stdout; set-up speaks on stderr. Plain Node: no Electron is needed. */
await runAsCommand(async () => {
  await setUp({ electron: false })
  return runNodeEntry('inspect', process.argv.slice(2))
})
