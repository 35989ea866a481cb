import { fileURLToPath } from 'node:url'
import { BENCHES, ratioTable } from './bench/index.mjs'
import { runtimeLine } from './setup/electron.mjs'
import { runInherited, withDisplay } from './setup/launch.mjs'
import { hasDisplay, runAsCommand, setUp } from './setup/run.mjs'

/** Runs the benches, each to its end, and prints the table; a missed aim is shown, a bench that cannot run is a failure. */
async function measure(runtime, benches, args) {
  const rows = []
  let broken = 0
  for (const bench of benches) {
    process.stderr.write(`Measuring: ${bench.name}\n`)
    try {
      rows.push(...await bench.run({ runtime, args }))
    } catch (error) {
      broken += 1
      process.stderr.write(`${bench.name} could not be measured: ${error.message}\n`)
    }
  }
  console.log(`${runtimeLine(runtime)}\n\n${ratioTable(rows)}`)
  return broken === 0 ? 0 : 1
}

/** `npm run bench [-- NAME]`: every measurement against a floor taken in the same run. */
await runAsCommand(async () => {
  const asked = process.argv.slice(2)
  const { runtime } = await setUp({ tests: true })
  if (!hasDisplay()) {
    const { command, args } = withDisplay(process.execPath, [fileURLToPath(import.meta.url), ...asked], false)
    return runInherited(command, args)
  }
  const named = BENCHES.filter(({ name }) => asked.includes(name))
  return measure(runtime, named.length > 0 ? named : BENCHES.filter((bench) => !('onlyNamed' in bench && bench.onlyNamed)),
    asked.filter((word) => !BENCHES.some(({ name }) => name === word)))
})
