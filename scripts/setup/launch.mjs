import { spawn } from 'node:child_process'
import path from 'node:path'
import { runtimeEnvironment } from './electron.mjs'
import { projectNode, ROOT } from './paths.mjs'
import { hasDisplay } from './run.mjs'

/** One screen, large enough for the three panes. */
const XVFB = ['-a', '--server-args=-screen 0 1600x1000x24 -nolisten tcp']

/**
 * What to run so that a window program has a display.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {boolean} display whether there is one
 * @returns {{ command: string, args: string[] }} the command itself, or the same under Xvfb
 */
export function withDisplay(command, args, display) {
  return display ? { command, args: [...args] } : { command: 'xvfb-run', args: [...XVFB, command, ...args] }
}

/**
 * The command line of a start in development: Chromium's own switches, the app's folder, then the app's arguments.
 * @param {string} root
 * @param {readonly string[]} args
 * @param {number | undefined} uid the user's id; Chromium refuses to start as root with its sandbox
 * @returns {string[]}
 */
export function electronArguments(root, args, uid = process.getuid?.()) {
  return [...(uid === 0 ? ['--no-sandbox'] : []), root, ...args]
}

/**
 * Starts the built app, waits for its end and hands on its exit code. Says on stderr when there is no display and when
 * the sandbox is off.
 * @param {import('./electron.mjs').ElectronRuntime} runtime
 * @param {readonly string[]} args the app's own
 * @returns {Promise<number>}
 */
export function launchApp(runtime, args) {
  if (process.getuid?.() === 0)
    process.stderr.write('Running as root: Chromium needs --no-sandbox here. Run as a normal user to keep the sandbox.\n')
  if (!hasDisplay()) process.stderr.write('No display: running under Xvfb, so no window can be seen.\n')
  const { command, args: words } = withDisplay(runtime.binary, electronArguments(ROOT, args), hasDisplay())
  return runInherited(command, words, { cwd: callerFolder(), env: withRuntime(runtime) })
}

/**
 * Runs a built plain-Node command of `out/main` with the project's own Node.
 * @param {string} name the entry's name, such as "inspect"
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runNodeEntry(name, args) {
  return runInherited(projectNode(), [path.join(ROOT, 'out', 'main', `${name}.js`), ...args], { cwd: callerFolder(), env: process.env })
}

/**
 * The environment for a tool that starts Electron.
 * @param {import('./electron.mjs').ElectronRuntime | undefined} runtime
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv} without what would make Electron run as Node
 */
export function withRuntime(runtime, env = process.env) {
  const merged = { ...env, ...(runtime === undefined ? {} : runtimeEnvironment(runtime)) }
  delete merged.ELECTRON_RUN_AS_NODE
  return merged
}

/** npm changes to the project's folder; paths that a person typed are meant from where they typed them. */
export function callerFolder() {
  return process.env.INIT_CWD ?? process.cwd()
}

/**
 * Runs a command on this process's own streams and hands signals on to all it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code; 128 and the signal's number after a signal
 */
export function runInherited(command, args, { cwd = ROOT, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    // xvfb-run does not hand signals on, so the whole group gets them.
    const child = spawn(command, args, { cwd, env, stdio: 'inherit', detached: true })
    const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }
    const handlers = Object.keys(signals).map((signal) => [signal, () => tellGroup(child.pid, signal)])
    for (const [signal, handler] of handlers) process.on(signal, handler)
    const settle = () => {
      for (const [signal, handler] of handlers) process.off(signal, handler)
    }
    child.once('error', (error) => {
      settle()
      reject(error)
    })
    child.once('close', (code, signal) => {
      settle()
      resolve(code ?? 128 + (signals[signal] ?? 9))
    })
  })
}

function tellGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
