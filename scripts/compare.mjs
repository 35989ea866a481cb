import { runNodeEntry } from './setup/launch.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/** `npm run --silent compare -- FILE[#SEQUENCE] FILE[#SEQUENCE] [--time]`: the changes of two documents, one a line, or the time they take beside git's. Plain Node: no Electron is needed. */
await runAsCommand(async () => {
  await setUp({ electron: false })
  return runNodeEntry('compare', process.argv.slice(2))
})
