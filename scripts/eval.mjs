import { runNodeEntry } from './setup/launch.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/** `npm run eval -- ARGUMENTS`: measures parsing and detection against marked filings. Plain Node: no Electron is needed. */
await runAsCommand(async () => {
  await setUp({ electron: false })
  return runNodeEntry('eval', process.argv.slice(2))
})
