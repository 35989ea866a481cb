import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runtimeLine } from './setup/electron.mjs'
import { lastLines, SetupError } from './setup/failure.mjs'
import { projectNode, ROOT } from './setup/paths.mjs'
import { packagingCopy } from './setup/registry-runtime.mjs'
import { setReleaseFuses } from './setup/release-fuses.mjs'
import { runCommand } from './setup/run-command.mjs'
import { runAsCommand, setUp } from './setup/run.mjs'
import { smokeStart } from './setup/smoke.mjs'

const FOLDER = path.join(ROOT, 'dist', 'linux-unpacked')

/** Packs `out/` and the runtime into an unpacked Linux build. The network is not used. */
async function pack(runtime) {
  const electronDist = runtime.kind === 'registry' ? packagingCopy(runtime.folder) : runtime.folder
  rmSync(FOLDER, { recursive: true, force: true })
  const tool = path.join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const words = [tool, '--linux', 'dir', '--publish', 'never', `-c.electronDist=${electronDist}`, `-c.electronVersion=${runtime.version}`]
  const { code, output } = await runCommand(projectNode(), words, { cwd: ROOT })
  if (code !== 0)
    throw new SetupError(`Packaging failed.\n${lastLines(output, 25)}`, 'Put right what it says above and run the same command again.')
}

/** `npm run dist`: package, set the release fuses, and start the result once. */
await runAsCommand(async () => {
  if (process.platform !== 'linux') throw new SetupError('npm run dist makes the Linux build only.', 'Run it on Linux.')
  const { runtime } = await setUp({ tests: true })
  console.log(`Packaging with ${runtimeLine(runtime)}`)
  await pack(runtime)
  const binary = path.join(FOLDER, 'redwell')
  if (!existsSync(binary)) throw new SetupError(`The packager wrote no ${binary}.`, 'Look into dist/ and at "build" in package.json.')
  console.log(`Fuses: ${(await setReleaseFuses(binary)).join(', ')}`)
  const { isReady, how, output } = await smokeStart(binary)
  if (!isReady)
    throw new SetupError(`The packaged app did not start (${how}).\n${lastLines(output, 15)}`, 'Run it by hand with --smoke to see more.')
  console.log(`Started once and said ready (${how}).\n${binary}`)
  return 0
})
