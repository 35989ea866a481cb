import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive } from './lock.mjs'
import { endOrphan, runCommand } from './run-command.mjs'

/** A child that ignores the polite signal and writes down who it is. */
const STUBBORN =
  "process.on('SIGTERM', () => {}); require('fs').writeFileSync(process.argv[1], String(process.pid)); setInterval(() => {}, 1000)"

describe('a command of the set-up', () => {
  let folder
  const file = (name) => path.join(folder, name)
  const until = async (isTrue) => {
    for (let tries = 0; tries < 600 && !isTrue(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 25))
    expect(isTrue()).toBe(true)
  }
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'redwell-command-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('hands back code and output, and 127 for what cannot be started', async () => {
    expect(await runCommand(process.execPath, ['-e', 'console.log(1); console.error(2); process.exit(3)'])).toMatchObject({ code: 3,
      output: expect.stringMatching(/1[^]*2/) })
    expect(await runCommand('no-such-command-here', [])).toMatchObject({ code: 127 })
  })

  it('does not outlive an interrupted set-up, even if it ignores the polite signal, and no next step is taken', async () => {
    const code = `
      import { runCommand } from ${JSON.stringify(new URL('./run-command.mjs', import.meta.url).href)}
      import { writeFileSync } from 'node:fs'
      await runCommand(process.execPath, ['-e', ${JSON.stringify(STUBBORN)}, ${JSON.stringify(file('child'))}], { graceMs: 200 })
      writeFileSync(${JSON.stringify(file('next'))}, '')`
    const setup = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' })
    const ended = new Promise((resolve) => setup.once('close', resolve))
    await until(() => existsSync(file('child')) && readFileSync(file('child'), 'utf8') !== '')
    setup.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(isAlive(Number(readFileSync(file('child'), 'utf8')))).toBe(false)
    expect(existsSync(file('next'))).toBe(false)
  })

  it('is ended by the next set-up when its own was killed, unless the number belongs to another program by now', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore', detached: true })
    const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal)))
    writeFileSync(file('pid'), String(child.pid))
    await endOrphan(file('pid'), 'npm ci')
    expect(isAlive(child.pid)).toBe(true)
    writeFileSync(file('pid'), String(child.pid))
    await until(() => readFileSync(`/proc/${child.pid}/cmdline`, 'utf8').startsWith('sleep'))
    await endOrphan(file('pid'), 'sleep 60')
    expect(await ended).toBe('SIGKILL')
    expect(existsSync(file('pid'))).toBe(false)
  })
})
