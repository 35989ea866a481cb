import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { electronPath, environment, ROOT } from './app'

/** One measured number against its floor, as `npm run bench` shows it. */
export interface BenchRow {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly floor?: number
  readonly floorIs?: string
  readonly aim?: number
}

/** Hands a row to `npm run bench`, and shows it. */
export const tell = (row: BenchRow): void => {
  const path = process.env['REDWELL_BENCH_ROWS']
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(row)}\n`)
  const against = row.floor === undefined ? '' : `, floor ${row.floor.toFixed(1)}: ${(row.value / row.floor).toFixed(2)}`
  process.stdout.write(`${row.what}: ${row.value.toFixed(1)} ${row.unit}${against}\n`)
}

/** The middle one of some numbers. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The value that `share` of the numbers do not exceed. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Runs one of the modes of `out/main/bench.js` in the runtime's own Node and gives what it answers. */
export const runBuilt = <T>(...args: readonly string[]): T => {
  const output = execFileSync(electronPath(), [join(ROOT, 'out/main/bench.js'), ...args], {
    env: { ...environment(''), ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024
  })
  const answer: T = JSON.parse(output)
  return answer
}

/** A window of the same Electron that shows a page of its own and nothing else: the floor of what a page costs. */
export interface BareWindow {
  readonly app: ElectronApplication
  readonly page: Page
}

/** Opens a bare window of the size of Redwell's. */
export const openBare = async (): Promise<BareWindow> => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...asRoot, join(ROOT, 'scripts/bench/bare-app'), '--stay'],
    env: environment('')
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  // A page that is asked for while the first is still being loaded is refused.
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading())).toBe(false)
  return { app, page }
}

/** Loads a file as it is in a bare window and gives the milliseconds until it is loaded and painted. */
export const loadInBare = ({ app }: BareWindow, file: string): Promise<number> =>
  app.evaluate(async ({ BrowserWindow }, path) => {
    const shown = BrowserWindow.getAllWindows()[0]
    const from = performance.now()
    await shown?.loadFile(path)
    await shown?.webContents.executeJavaScript(
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))))'
    )
    return performance.now() - from
  }, file)

/** The memory of the page's own process in bytes, pages that it shares counted by its share of them; Linux only. */
export const memoryOfPage = async (app: ElectronApplication): Promise<number> => {
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
  return memoryOf(pid)
}

/** The memory of a process in bytes, as above. */
export const memoryOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? Number.NaN) * 1024

/** How far a page is scrolled from frame to frame, in CSS pixels: a fast wheel. */
const STRIDE = 90

/**
 * Scrolls the element of a selector down, a stride per frame, and gives the milliseconds from each frame to the next. It turns at
 * the end of the page.
 */
export const scrollFrames = (page: Page, selector: string, frames: number): Promise<readonly number[]> =>
  page.evaluate(({ selector: wanted, frames: count, stride }) =>
    new Promise<number[]>((resolve, reject) => {
      const element = document.querySelector(wanted)
      if (!element) {
        reject(new Error(`There is no ${wanted} to scroll.`))
        return
      }
      const times: number[] = []
      let last = 0
      let step = stride
      const frame = (now: number): void => {
        if (last > 0) times.push(now - last)
        last = now
        if (times.length >= count) {
          resolve(times)
          return
        }
        const before = element.scrollTop
        element.scrollTop += step
        if (element.scrollTop === before) step = -step
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    }), { selector, frames, stride: STRIDE })

/**
 * Makes the page of a bare window one that holds nothing but a tall empty box with a scroll bar, `#page`. In place: another page would
 * come with another process, and the test tool loses hold of the window now and then while they change.
 */
export const showEmptyPage = ({ page }: BareWindow): Promise<void> =>
  page.evaluate(() => {
    const box = document.createElement('div')
    box.id = 'page'
    box.style.cssText = 'height:100vh;overflow:auto'
    const tall = document.createElement('div')
    tall.style.height = '4000000px'
    box.append(tall)
    document.body.style.margin = '0'
    document.body.replaceChildren(box)
  })

/**
 * Types a key a number of times, `pause` ms apart, and gives the milliseconds from each key to the end of the frame that shows it.
 */
export const keysToPaint = async (page: Page, count: number, pause: number): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const times: number[] = []
    const after = new MessageChannel()
    let pressed = 0
    after.port1.onmessage = () => times.push(performance.now() - pressed)
    const listen = (event: KeyboardEvent): void => {
      pressed = event.timeStamp
      requestAnimationFrame(() => after.port2.postMessage(null))
    }
    document.addEventListener('keydown', listen, true)
    Object.assign(window, { benchKeys: () => {
      document.removeEventListener('keydown', listen, true)
      return times
    } })
  })
  for (let n = 0; n < count; n += 1) await page.keyboard.press(n % 6 === 5 ? 'Space' : 'e', { delay: pause })
  return page.evaluate(() => (window as unknown as { readonly benchKeys: () => number[] }).benchKeys())
}

/** What the main process was busy with at one go, in ms: by the clock, and by the processor time it had, which other programs do not lengthen. */
export interface Busy {
  readonly clock: number
  readonly own: number
  /** What 99.9 % of the times by the clock were below. */
  readonly most: number
}

/** Begins to watch how long the main process is busy at one go. */
export const watchMain = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const { openSync, readSync } = process.getBuiltinModule('node:fs')
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const file = process.platform === 'linux' ? openSync(`/proc/self/task/${String(process.pid)}/schedstat`, 'r') : null
    const bytes = Buffer.alloc(64)
    const spent = (): number =>
      file === null ? performance.now() : Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, 64, 0)).split(' ')[0]) / 1e6
    let own = 0
    let before = spent()
    setInterval(() => {
      const now = spent()
      own = Math.max(own, now - before)
      before = now
    }, 1).unref()
    Object.assign(globalThis, { benchBusy: (again: boolean) => {
      const busy = { clock: delay.max / 1e6, most: delay.percentile(99.9) / 1e6, own }
      if (again) {
        own = 0
        delay.reset()
      }
      return busy
    } })
  })

type BenchGlobal = { readonly benchBusy: (again: boolean) => Busy }

/** The longest that the main process was busy since it was watched. */
export const longestBusy = (app: ElectronApplication): Promise<Busy> =>
  app.evaluate(() => (globalThis as unknown as BenchGlobal).benchBusy(false))

/** The same, and begins to watch anew. */
export const takeBusy = (app: ElectronApplication): Promise<Busy> =>
  app.evaluate(() => (globalThis as unknown as BenchGlobal).benchBusy(true))
