import { spawnSync } from 'node:child_process'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { electronArguments, runInherited, withDisplay, withRuntime } from './launch.mjs'
import { createReporter } from './reporter.mjs'
import { hasDisplay } from './run.mjs'

describe('the start', () => {
  it('turns the sandbox off for root only', () => {
    expect(electronArguments('/app', ['a.txt'], 0)).toEqual(['--no-sandbox', '/app', 'a.txt'])
    expect(electronArguments('/app', ['a.txt'], 1000)).toEqual(['/app', 'a.txt'])
  })

  it('goes under Xvfb only where there is no display', () => {
    expect(withDisplay('electron', ['x'], true)).toEqual({ command: 'electron', args: ['x'] })
    const { command, args } = withDisplay('electron', ['x'], false)
    expect(command).toBe('xvfb-run')
    expect(args[0]).toBe('-a')
    expect(args.slice(-2)).toEqual(['electron', 'x'])
  })

  it.runIf(process.platform === 'linux')('knows a display by its variables', () => {
    expect([hasDisplay({}), hasDisplay({ DISPLAY: ':0' }), hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })]).toEqual([false, true, true])
  })

  it('names the runtime to every tool and never runs Electron as Node', () => {
    const env = withRuntime({ folder: '/e', binary: '/e/electron' }, { ELECTRON_RUN_AS_NODE: '1', KEPT: 'yes' })
    expect(env).toEqual({ KEPT: 'yes', ELECTRON_OVERRIDE_DIST_PATH: '/e', ELECTRON_EXEC_PATH: '/e/electron',
      REDWELL_ELECTRON: '/e/electron' })
  })

  it('hands on the exit code and signals', async () => {
    expect(await runInherited(process.execPath, ['-e', 'process.exit(7)'])).toBe(7)
    expect(await runInherited(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM")'])).toBe(143)
  })

  it.each(['start', 'test', 'check', 'inspect', 'compare', 'corpus', 'eval', 'train', 'dev', 'shots', 'dist', 'bench', 'trial'])(
    'parses on the Node that starts it: %s',
    (name) => {
      const { status, stderr } = spawnSync(process.execPath, ['--check', `${import.meta.dirname}/../${name}.mjs`], { encoding: 'utf8' })
      expect([status, stderr]).toEqual([0, ''])
    }
  )
})

describe('the progress line', () => {
  const written = (isTTY) => {
    const parts = []
    const stream = Object.assign(new Writable({ write: (chunk, encoding, done) => {
      parts.push(String(chunk))
      done()
    } }), { isTTY })
    const meter = createReporter(stream).meter('Fetching', 200e6)
    for (let done = 0; done <= 200e6; done += 1e6) meter.update(done)
    meter.end()
    return parts
  }

  it('stays short in a log', () => {
    expect(written(false)).toEqual(['Fetching: 0 MB of 200 MB (0 %)\n', 'Fetching: 50 MB of 200 MB (25 %)\n',
      'Fetching: 100 MB of 200 MB (50 %)\n', 'Fetching: 150 MB of 200 MB (75 %)\n', 'Fetching: 200 MB of 200 MB (100 %)\n'])
  })

  it('rewrites its one line on a terminal', () => {
    const parts = written(true)
    expect(parts.filter((part) => part.includes('\n'))).toHaveLength(1)
    expect(parts.at(-1)).toContain('200 MB of 200 MB (100 %)')
  })
})
