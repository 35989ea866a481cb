import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { withDisplay } from './launch.mjs'
import { runCommand } from './run-command.mjs'
import { hasDisplay } from './run.mjs'

const LIMIT_MS = 90_000

/**
 * Starts a packaged app once with `--smoke`, on an empty data folder: it must say "ready" and end with 0. Root has no
 * Chromium sandbox, so there the start is made as the user "nobody", with the sandbox on.
 * @param {string} binary
 * @returns {Promise<{ isReady: boolean, how: string, output: string }>}
 */
export async function smokeStart(binary) {
  const folder = mkdtempSync(path.join(tmpdir(), 'redwell-smoke-'))
  const user = process.getuid?.() === 0 ? unprivilegedUser(binary) : undefined
  const asRoot = process.getuid?.() === 0 && user === undefined
  const home = path.join(folder, 'home')
  mkdirSync(home)
  if (user !== undefined) { for (const place of [folder, home]) chownSync(place, user.uid, user.gid) }
  const env = { ...process.env, HOME: home, REDWELL_DATA_DIR: path.join(folder, 'data'), XDG_CONFIG_HOME: home, XDG_RUNTIME_DIR: folder }
  delete env.ELECTRON_RUN_AS_NODE
  const app = withDisplay(binary, [...(asRoot ? ['--no-sandbox'] : []), '--smoke'], hasDisplay())
  const words = user === undefined ? [app.command, ...app.args] : ['runuser', '-u', user.name, '--', app.command, ...app.args]
  const started = Date.now()
  try {
    const { code, output } = await runCommand(words[0], words.slice(1), {
      cwd: folder,
      env,
      poll: (kill) => {
        if (Date.now() - started > LIMIT_MS) kill()
      }
    })
    const who = user === undefined
      ? (asRoot ? 'as root, without the sandbox' : 'with the sandbox')
      : `as the user ${user.name}, with the sandbox`
    return { isReady: code === 0 && /^ready\s*$/m.test(output), how: `${who}, ${((Date.now() - started) / 1000).toFixed(1)} s`,
      output: `${output}\nexit code ${code}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The user "nobody", where root may become it and it can reach the binary. */
function unprivilegedUser(binary) {
  const id = (flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  const reach = spawnSync('runuser', ['-u', 'nobody', '--', 'test', '-x', binary])
  return reach.status === 0 ? { name: 'nobody', uid: id('-u'), gid: id('-g') } : undefined
}
