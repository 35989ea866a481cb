import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronPath, environment, launch, newFolder, ROOT, SAMPLE, type Redwell } from './app'
import { runningProcesses } from './processes'

test.describe('the walls', () => {
  let redwell: Redwell
  test.beforeAll(async () => {
    redwell = await launch({ args: [SAMPLE] })
  })
  test.afterAll(async () => {
    await redwell.quit()
  })

  test('every window is sandboxed, isolated and without Node', async () => {
    const all = await redwell.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => ({
        url: contents.getURL(),
        preferences: { ...(contents as unknown as { getLastWebPreferences: () => object }).getLastWebPreferences() } as Record<string,
          unknown>
      }))
    )
    expect(all.length).toBeGreaterThan(0)
    for (const { url, preferences } of all) {
      expect(url).toMatch(/^redwell:\/\/app\//)
      expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
      for (const off of ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webviewTag', 'allowRunningInsecureContent',
        'experimentalFeatures']) {
        expect(preferences[off] ?? false, off).toBe(false)
      }
    }
    const seen = await redwell.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].map((name) => typeof (window as unknown as Record<string, unknown>)[name])
    )
    expect(seen).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'undefined'])
  })

  test('the page reaches only named calls, and cannot change them', async () => {
    const api = await redwell.page.evaluate(() => {
      const { redwell: object } = window as unknown as { redwell: Record<string, Record<string, unknown>> }
      return { keys: Object.keys(object).sort(), frozen: Object.isFrozen(object),
        kinds: [...new Set(Object.values(object['call'] ?? {}).map((value) => typeof value))] }
    })
    expect(api.keys).toEqual(['call', 'on', 'pathsOf'])
    expect(api.frozen).toBe(true)
    expect(api.kinds).toEqual(['function'])
  })

  test('script, eval, string HTML and inline style from outside are refused', async () => {
    const result = await redwell.page.evaluate(async () => {
      const refused: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
      // The driver's own call may evaluate; what runs after it may not.
      await new Promise((done) => setTimeout(done, 0))
      const attempt = (run: () => unknown): string => {
        try {
          run()
          return 'ran'
        } catch {
          return 'threw'
        }
      }
      const evaluated = attempt(() => (0, eval)('1'))
      const html = attempt(() => {
        document.createElement('div').innerHTML = '<b>x</b>'
      })
      const image = new Image()
      image.src = 'http://127.0.0.1:9/x.png'
      document.body.append(image)
      await new Promise((done) => setTimeout(done, 300))
      image.remove()
      return { evaluated, html, refused, file: await fetch('file:///etc/passwd').then(() => 'read', () => 'refused') }
    })
    expect(result.evaluated).toBe('threw')
    expect(result.html).toBe('threw')
    expect(result.refused).toContain('img-src')
    expect(result.file).toBe('refused')
  })

  test('permissions are denied', async () => {
    const states = await redwell.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'persistent-storage']
      return Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state, () => 'denied'))
      )
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  test('the page stays where it is', async () => {
    const before = redwell.page.url()
    const windows = await redwell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    await redwell.page.evaluate(() => {
      window.open('about:blank')
      window.open('http://127.0.0.1:9/')
      const link = document.createElement('a')
      link.href = 'http://127.0.0.1:9/next'
      document.body.append(link)
      link.click()
      link.remove()
      location.href = 'http://127.0.0.1:9/away'
    })
    await redwell.page.waitForTimeout(1_000)
    expect(redwell.page.url()).toBe(before)
    expect(await redwell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(windows)
  })

  test('the protocol serves its own files and nothing else', async () => {
    const answers = await redwell.page.evaluate(async () => {
      const paths = ['index.html', '../package.json', '..%2f..%2fpackage.json', '%2e%2e/package.json', 'nothing.js', 'index.html/',
        '/etc/passwd', 'C:/x', '\\\\host\\share']
      return Promise.all(paths.map(async (path) => {
        const answer = await fetch(`redwell://app/${path}`).catch(() => null)
        return { path, status: answer?.status ?? 0, policy: answer?.headers.get('content-security-policy') ?? '',
          sniff: answer?.headers.get('x-content-type-options') ?? '' }
      }))
    })
    const [index, ...others] = answers
    expect(index?.status).toBe(200)
    expect(index?.policy).toContain("default-src 'none'")
    expect(index?.policy).not.toContain('unsafe')
    expect(index?.sniff).toBe('nosniff')
    for (const other of others) expect([0, 403, 404], other.path).toContain(other.status)
  })

  test('a stranger at the door is refused', async () => {
    const answer = await redwell.app.evaluate(async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
      await stranger.loadURL('data:text/html,<p>stranger</p>')
      const result: unknown = await stranger.webContents.executeJavaScript(
        "window.redwell ? window.redwell.call['library.list']({ trashed: false }) : 'no api'"
      )
      stranger.destroy()
      return result
    }, join(ROOT, 'out/preload/index.cjs'))
    expect(answer).toMatchObject({ ok: false, failure: { code: 'sender-refused' } })
  })

  test('a malformed call is an answer, not a crash', async () => {
    const answers = await redwell.page.evaluate(async () => {
      const { call } = (window as unknown as {
        redwell: { call: Record<string, (args: unknown) => Promise<{ ok: boolean; failure?: { code: string } }>> }
      }).redwell
      const payloads: unknown[] = [undefined, null, 1, 'x', [], {}, { filingId: 1 }, { filingId: '../x' },
        JSON.parse('{"__proto__":{"polluted":1}}'), { constructor: { prototype: { polluted: 1 } } }]
      const codes = new Set<string>()
      for (const name of ['filing.open', 'note.save', 'annotation.add', 'decision.set', 'search.run', 'tag.save']) {
        for (const payload of payloads) {
          const answer = await call[name]?.(payload)
          codes.add(answer?.ok ? 'ok' : answer?.failure?.code ?? 'nothing')
        }
      }
      return { codes: [...codes], polluted: typeof ({} as Record<string, unknown>)['polluted'] }
    })
    expect(answers.codes).not.toContain('nothing')
    expect(answers.codes).not.toContain('ok')
    expect(answers.polluted).toBe('undefined')
    expect(await redwell.app.evaluate(() => typeof ({} as Record<string, unknown>)['polluted'])).toBe('undefined')
  })
})

/** A copy of runtime and app that another user may read, made of links where the file system allows. */
const readableCopy = (): { electron: string; app: string } => {
  const folder = newFolder()
  chmodSync(folder, 0o755)
  const runtime = join(folder, 'runtime')
  try {
    execFileSync('cp', ['-al', dirname(electronPath()), runtime])
  } catch {
    execFileSync('cp', ['-a', dirname(electronPath()), runtime])
  }
  const app = join(folder, 'app')
  mkdirSync(app)
  for (const part of ['out', 'resources', 'package.json']) cpSync(join(ROOT, part), join(app, part), { recursive: true, dereference: true })
  execFileSync('chmod', ['-R', 'a+rX', folder])
  return { electron: join(runtime, 'electron'), app }
}

/** Ends a process that may have ended already, as children do with their parent. */
const endProcess = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

test('as a normal user every renderer runs under seccomp, in a namespace of its own', async () => {
  test.skip(process.getuid?.() !== 0, 'this account is a normal user already; the other tests run sandboxed')
  const { electron, app } = readableCopy()
  const data = newFolder()
  chmodSync(data, 0o777)
  // The display's key belongs to root; the other user is given a copy.
  const key = join(data, 'display-key')
  const ownKey = process.env['XAUTHORITY']
  if (ownKey) copyFileSync(ownKey, key)
  if (ownKey) chmodSync(key, 0o644)
  const env = { ...environment(data), ...(ownKey ? { XAUTHORITY: key } : {}), HOME: data, XDG_CONFIG_HOME: data, XDG_RUNTIME_DIR: data }
  const child = spawn('runuser', ['-u', 'nobody', '--', electron, app, '--', sampleIn(app)], { env, stdio: 'ignore', detached: true })
  try {
    // A renderer enters its sandbox some milliseconds after it was forked.
    await expect.poll(() => rendererStatus(child.pid ?? 0), { timeout: 30_000 }).toMatch(/NoNewPrivs:\s+1\s+Seccomp:\s+2/)
  } finally {
    for (const pid of descendants(child.pid ?? 0)) endProcess(pid)
    child.kill('SIGKILL')
  }
})

const sampleIn = (app: string): string => join(app, 'resources/samples/harrow-ridge_2007_ex-99-2.txt')

/** The kernel's status of the first renderer process below `root`, or nothing. */
const rendererStatus = (root: number): string => {
  for (const pid of descendants(root)) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return readFileSync(`/proc/${pid}/status`, 'utf8')
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))) throw error
    }
  }
  return ''
}

/** All processes below one, by their parents. */
const descendants = (root: number): number[] => {
  const found = [root]
  const parents = runningProcesses()
  for (let at = 0; at < found.length; at += 1) for (const [pid, parent] of parents) if (parent === found[at]) found.push(pid)
  return found.slice(1)
}
