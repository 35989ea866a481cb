import { SetupError } from './setup/failure.mjs'
import { withRuntime } from './setup/launch.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'
import { runChecks } from './test-run/checks.mjs'
import { runPlaywright, runVitest } from './test-run/runners.mjs'
import { closingLine, sumCounts } from './test-run/summary.mjs'

/**
 * `npm test`: set-up where needed, then everything, each stage to its end whatever failed before. The last line sums the
 * stages. `npm test -- unit` runs only the named stages: check, unit, scripts, e2e. `npm run test:quick` is for the loop of writing:
 * the checks, and the unit tests that a change since the last commit can reach.
 */
const STAGES = {
  check: () => runChecks(),
  unit: (env) => runVitest('main/vitest.config.ts', env),
  changed: (env) => runChanged(env),
  scripts: (env) => runVitest('scripts/vitest.config.mjs', env),
  e2e: (env) => runPlaywright(env)
}

/** Unit tests of what changed since the commit before the last one; a change that no test can reach is no failure here. */
async function runChanged(env) {
  const outcome = await runVitest('main/vitest.config.ts', env, ['--changed', 'HEAD~1', '--passWithNoTests'])
  return outcome.note === 'ran no test' ? { passed: 0, failed: 0, skipped: 0, note: outcome.note } : outcome
}

/** The stages of the whole run. */
const WHOLE = ['check', 'unit', 'scripts', 'e2e']

/** Sources that do not build fail the run, but what needs no build is still run; without packages or runtime nothing can be. */
async function prepare(built) {
  const problems = []
  const attempt = (wanted) =>
    setUp({ tests: true, ...wanted }).catch((error) => {
      if (!(error instanceof SetupError)) throw error
      console.log(`${error.message}\n${error.remedy}`)
      problems.push({ name: 'set-up', note: undefined, seconds: 0, counts: { passed: 0, failed: 1, skipped: 0 } })
      return { runtime: undefined }
    })
  const { runtime } = await attempt({ build: false })
  if (runtime !== undefined && built) await attempt({ build: true })
  return { runtime, problems }
}

async function runStages(names, env) {
  const all = []
  for (const name of names) {
    const started = Date.now()
    console.log(`\n== ${name} ==`)
    const { note, ...counts } = await STAGES[name](env).catch((error) => ({ passed: 0, failed: 1, skipped: 0, note: error.message }))
    all.push({ name, note, seconds: (Date.now() - started) / 1000, counts })
  }
  return all
}

await runAsCommand(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => STAGES[name] === undefined)
  if (unknown !== undefined) {
    process.stderr.write(`There is no stage "${unknown}". Stages: ${Object.keys(STAGES).join(', ')}\n`)
    return 2
  }
  const { runtime, problems } = await prepare(asked.length === 0 || asked.some((name) => name !== 'check' && name !== 'changed'))
  const all = runtime === undefined
    ? problems
    : [...problems, ...await runStages(asked.length > 0 ? asked : WHOLE, withRuntime(runtime))]
  console.log('')
  for (const { name, note, seconds, counts } of all)
    console.log(`${name}: ${closingLine(counts)} (${seconds.toFixed(1)} s)${note === undefined ? '' : `; ${note}`}`)
  const sum = sumCounts(all.map(({ counts }) => counts))
  console.log(closingLine(sum))
  return sum.failed === 0 ? 0 : 1
})
