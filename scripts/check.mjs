import { runChecks } from './test-run/checks.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/** `npm run check`: the fences, lint and types. */
await runAsCommand(async () => {
  await setUp({ electron: false, build: false })
  const { failed } = await runChecks()
  return failed === 0 ? 0 : 1
})
