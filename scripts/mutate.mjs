import { spawn } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { drawn, mutantsOf } from './mutate/mutants.mjs'
import { projectNode, ROOT } from './setup/paths.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'

/**
 * `npm run mutate -- ROOM [most] [seed]`: changes one small thing of the room's code at a time and runs the tests that stand in it. A change that no
 * test sees has survived: either a test is missing, or the change means nothing. Draws at most `most` changes (120), by `seed` (1).
 * The sources are not touched: the change is made where the tests read them. Ends with 1 where fewer than 80 % were seen.
 */
const KILLED_AT_LEAST = 0.8

/** How long the tests of a room may take, in milliseconds; a change that makes them take longer is seen. */
const LONGEST = 120_000

const sourcesIn = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const at = path.join(folder, name)
    if (statSync(at).isDirectory()) return name === 'testing' || name === 'fixtures' ? [] : sourcesIn(at)
    return /\.ts$/.test(name) && !/\.(test|d)\.ts$/.test(name) ? [at] : []
  })

/** Runs the tests of a room with one change made, or none; whether all of them passed in time: a change may make a loop that never ends. */
const passes = (room, mutant) =>
  new Promise((resolve) => {
    const words = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'scripts/mutate/vitest.config.mjs', '--bail=1', '--reporter=dot',
      room]
    const child = spawn(projectNode(), words, { cwd: ROOT, detached: true, stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'test', REDWELL_MUTANT: JSON.stringify(mutant) } })
    const end = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), LONGEST)
    child.on('exit', (code) => {
      clearTimeout(end)
      resolve(code === 0)
    })
  })

await runAsCommand(async () => {
  const [room, most = '120', seed = '1'] = process.argv.slice(2)
  if (room === undefined) {
    console.log('Name the room: npm run mutate -- main/domain/anchor')
    return 2
  }
  await setUp({ electron: false, build: false })
  if (!await passes(room, null)) {
    console.log(`The tests of ${room} fail as they are.`)
    return 1
  }
  const all = sourcesIn(path.join(ROOT, room)).flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return mutantsOf(file, source).map((mutant) => ({ ...mutant, file, line: source.slice(0, mutant.start).split('\n').length }))
  })
  const tried = drawn(all, Number(most), Number(seed))
  let killed = 0
  for (const mutant of tried) {
    if (await passes(room, mutant)) console.log(`survived ${path.relative(ROOT, mutant.file)}:${String(mutant.line)} ${mutant.what}`)
    else killed += 1
  }
  const share = tried.length === 0 ? 1 : killed / tried.length
  console.log(
    `${room}: ${String(killed)} of ${String(tried.length)} changes seen by its tests (${(100 * share).toFixed(0)} %), of ${
      String(all.length)
    } possible`
  )
  return share >= KILLED_AT_LEAST ? 0 : 1
})
