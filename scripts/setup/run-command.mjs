import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** How long a child may take to end by itself before it is killed. In ms. */
const GRACE_MS = 2_000

/** Running children with their grace. @type {Map<import('node:child_process').ChildProcess, number>} */
const children = new Map()
let watching = false
let isInterrupted = false

/** Children must not outlive a set-up that is stopped: npm cleans up behind itself and would spoil the work of the next one. */
function watchSignals() {
  if (watching) return
  watching = true
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
    process.on(signal, () => {
      if (signal === 'SIGINT') process.stderr.write('\nInterrupted. Run the same command again: it goes on where it stopped.\n')
      isInterrupted = true
      endChildren(() => process.exit(code))
    })
  }
}

function endChildren(done) {
  const started = Date.now()
  for (const child of children.keys()) killGroup(child.pid, 'SIGTERM')
  const look = () => {
    if (children.size === 0) return done()
    for (const [child, graceMs] of children) if (Date.now() - started > graceMs) killGroup(child.pid, 'SIGKILL')
    return setTimeout(look, 50)
  }
  look()
}

function killGroup(pid, signal) {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/**
 * Ends what a killed set-up left running, so that it does not work beside the next one.
 * @param {string} pidFile as given to {@link runCommand} then
 * @param {string} title how the command line of that process starts; a process of another name has only inherited the number
 * @returns {Promise<void>}
 */
export async function endOrphan(pidFile, title) {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8'))
  const isRunning = () => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(title)
    } catch {
      return false
    }
  }
  while (isRunning()) {
    killGroup(pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  rmSync(pidFile, { force: true })
}

/**
 * Runs a command to its end, keeping what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.stdoutFile] writes stdout to this file in place of keeping it
 * @param {number} [options.pollMs] how often `poll` is called, in ms
 * @param {(kill: () => void) => void} [options.poll] looks at the work from outside; may call `kill`
 * @param {number} [options.graceMs] how long it may take to end by itself when set-up is interrupted
 * @param {string} [options.pidFile] holds its process id while it runs, for {@link endOrphan}
 * @returns {Promise<{ code: number, output: string }>} code 127 when the command cannot be started
 */
export function runCommand(command, args, options = {}) {
  watchSignals()
  return new Promise((resolve) => {
    const out = options.stdoutFile === undefined ? 'pipe' : openSync(options.stdoutFile, 'w')
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', out, 'pipe'],
      detached: true
    })
    children.set(child, options.graceMs ?? GRACE_MS)
    if (options.pidFile !== undefined && child.pid !== undefined) writePid(options.pidFile, child.pid)
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk.toString('utf8')).slice(-200_000)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    const timer = options.poll === undefined ?
      undefined
      : setInterval(() => options.poll(() => killGroup(child.pid, 'SIGTERM')), options.pollMs ?? 500)
    const finish = (code, text) => {
      clearInterval(timer)
      children.delete(child)
      if (typeof out === 'number') closeSync(out)
      if (options.pidFile !== undefined) rmSync(options.pidFile, { force: true })
      // An interrupted set-up must take no next step on the way out.
      if (!isInterrupted) resolve({ code, output: text })
    }
    child.once('error', (error) => finish(127, `${error.message} (${error.code})`))
    child.once('close', (code) => finish(code ?? 1, output))
  })
}

function writePid(file, pid) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, String(pid))
}
