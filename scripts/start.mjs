import { launchApp } from './setup/launch.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/** `npm start [-- FILE]`, `npm start -- --export OUT.pdf FILE`: set-up where needed, then the app. */
await runAsCommand(async () => {
  const { runtime } = await setUp()
  return launchApp(runtime, process.argv.slice(2))
})
