import { runNodeEntry } from './setup/launch.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/** `npm run corpus -- FOLDER`: parses every filing of a folder and reports. Plain Node: no Electron is needed. */
await runAsCommand(async () => {
  await setUp({ electron: false })
  return runNodeEntry('corpus', process.argv.slice(2))
})
