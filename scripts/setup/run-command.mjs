import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

const children = new Set()
let watching = false

/** Children must not outlive a set-up that is stopped, or the next one would work beside them. */
function watchSignals() {
  if (watching) return
  watching = true
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
    process.on(signal, () => {
      for (const child of children) killGroup(child, 'SIGTERM')
      if (signal === 'SIGINT') process.stderr.write('\nInterrupted. Run the same command again: it goes on where it stopped.\n')
      process.exit(code)
    })
  }
}

function killGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
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
 * @returns {Promise<{ code: number, output: string }>} code 127 when the command cannot be started
 */
export function runCommand(command, args, options = {}) {
  watchSignals()
  return new Promise((resolve) => {
    const out = options.stdoutFile === undefined ? 'pipe' : openSync(options.stdoutFile, 'w')
    const child = spawn(command, args, {
      cwd: options.cwd, env: options.env ?? process.env, stdio: ['ignore', out, 'pipe'], detached: true,
    })
    children.add(child)
    let output = ''
    const keep = (chunk) => { output = (output + chunk.toString('utf8')).slice(-200_000); }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    const timer = options.poll === undefined ? undefined
      : setInterval(() => options.poll(() => killGroup(child, 'SIGTERM')), options.pollMs ?? 500)
    const finish = (code, text) => {
      clearInterval(timer)
      children.delete(child)
      if (typeof out === 'number') closeSync(out)
      resolve({ code, output: text })
    }
    child.once('error', (error) => finish(127, `${error.message} (${error.code})`))
    child.once('close', (code) => finish(code ?? 1, output))
  })
}
