import { join } from 'node:path'
import { test, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { memoryOf, runBuilt, takeBusy, tell, watchMain } from './bench-window'
import { runningProcesses } from './processes'

/** How much of the full size each file has, and which kinds are measured: parts of their file names, all where it is empty. */
const SHARE = process.env['REDWELL_BENCH_SHARE'] ?? '1'
const KINDS = (process.env['REDWELL_BENCH_KINDS'] ?? '').split(',').filter((kind) => kind !== '')

/** A file that is not in the library, or not on the screen, by then is told as such, in ms. */
const PATIENCE = 120_000
const LOOK_MS = 250

interface Written {
  readonly name: string
  readonly path: string
}

let files: readonly Written[] = []
test.describe.configure({ timeout: 3_600_000 })
test.beforeAll(() => {
  files = runBuilt<readonly Written[]>('write-heavy', join(newFolder(), 'heavy'), SHARE, ...KINDS)
})

/** What is held at one moment, in bytes: by everything together, by the main process with its threads, and by the window's own process. */
interface Held {
  readonly all: number
  readonly main: number
  readonly window: number
}

const memoryNow = (pid: number): number => {
  try {
    return memoryOf(pid) || 0
  } catch {
    // It ended while it was looked at.
    return 0
  }
}

const heldNow = (main: number, window: number): Held => {
  const parents = new Map(runningProcesses())
  const inTree = (pid: number | undefined): boolean => pid === main || (pid !== undefined && pid > 1 && inTree(parents.get(pid)))
  const each = new Map([...parents.keys()].filter(inTree).map((pid) => [pid, memoryNow(pid)]))
  return { all: [...each.values()].reduce((sum, bytes) => sum + bytes, 0), main: each.get(main) ?? 0, window: each.get(window) ?? 0 }
}

/** Watches the memory until it is ended; `take` answers the most that was held since it was asked last, each for itself. */
const watchMemory = (main: number, window: number): { readonly take: () => Held; readonly end: () => void } => {
  const none: Held = { all: 0, main: 0, window: 0 }
  let most = none
  const look = (): void => {
    const now = heldNow(main, window)
    most = { all: Math.max(most.all, now.all), main: Math.max(most.main, now.main), window: Math.max(most.window, now.window) }
  }
  const timer = setInterval(look, LOOK_MS)
  return {
    take: () => {
      look()
      const taken = most
      most = none
      return taken
    },
    end: () => clearInterval(timer)
  }
}

/** Begins to watch how long the window is held at one go; what it answers is the longest since it was asked last, in ms. */
const watchWindow = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let last = performance.now()
    let longest = 0
    setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }, 5)
    Object.assign(window, { takeHold: () => {
      const taken = longest
      longest = 0
      return taken
    } })
  })

const takeHold = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { readonly takeHold: () => number }).takeHold())

const importAll = (page: Page, path: string): Promise<string> =>
  page.evaluate(async (file) => {
    const { redwell } = window as unknown as {
      readonly redwell: { readonly call: Record<string, (args: unknown) => Promise<{ readonly ok: boolean; readonly value?: readonly {
        readonly ok: boolean
        readonly failure?: { readonly message: string }
      }[] }>> }
    }
    const answer = await redwell.call['library.import']?.({ paths: [file] })
    const [first] = answer?.value ?? []
    return first?.ok === true ? '' : first?.failure?.message ?? 'no answer'
  }, path)

/** Milliseconds until the text of the filing is on the screen; NaN where it never was. */
const openTimed = async (page: Page): Promise<number> => {
  const from = performance.now()
  await page.locator('.row-title').first().click({ timeout: PATIENCE })
  const shown = page.locator('.page-row').filter({ hasText: /\S/ }).first().waitFor({ timeout: PATIENCE })
  return shown.then(() => performance.now() - from, () => Number.NaN)
}

const scroll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const text = document.querySelector('.reading-page')
    if (!text) return
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
    for (let at = 0; at < 60; at += 1) {
      text.scrollTop += 400
      await frame()
    }
    for (const part of [0.25, 0.5, 0.75, 1, 0]) {
      text.scrollTop = text.scrollHeight * part
      for (let at = 0; at < 5; at += 1) await frame()
    }
  })

/** Shows each list beside the text in turn. */
const showLists = async (page: Page): Promise<void> => {
  for (const name of ['Forward-looking', 'Figures', 'Notes', 'Marks', 'Findings']) {
    await page.getByRole('tab', { name, exact: true }).click({ timeout: PATIENCE })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
}

/** Searches the open filing for a word that stands in every kind, or for a number; milliseconds until its hits are counted. */
const findTimed = async (page: Page): Promise<number> => {
  await page.keyboard.press('Control+f')
  const from = performance.now()
  await page.getByRole('textbox', { name: 'Find in filing' }).fill('felt')
  await page.locator('.find-count').filter({ hasText: /\d|No hits/ }).waitFor({ timeout: PATIENCE })
  return performance.now() - from
}

const within = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE)
  })
  return Promise.race([work.catch(() => otherwise), late]).finally(() => clearTimeout(timer))
}

/** Imports, opens, scrolls, lists and searches one file in a program of its own. */
const measure = async ({ name, path }: Written): Promise<void> => {
  const redwell = await launch()
  const { app, page } = redwell
  const child = app.process()
  const row = (what: string, value: number, unit = 'ms'): void => tell({ what: `${name}: ${what}`, value, unit })
  await page.locator('#root > *').first().waitFor()
  const window = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
  const memory = watchMemory(child.pid ?? 0, window)
  const rowsOf = async (when: string): Promise<void> => {
    row(`hold of the window ${when}`, await within(takeHold(page), Number.NaN))
    row(`hold of the main process ${when}`, (await within(takeBusy(app), { clock: Number.NaN, own: Number.NaN, most: Number.NaN })).own)
    const { all, main, window: page_ } = memory.take()
    row(`most memory ${when} (main ${(main / 1e6).toFixed(0)}, window ${(page_ / 1e6).toFixed(0)})`, all / 1e6, 'MB')
  }
  await watchWindow(page)
  await watchMain(app)
  const from = performance.now()
  const refused = await within(importAll(page, path), 'not done in time')
  row(`in the library${refused === '' ? '' : `, or not: ${refused}`}`, performance.now() - from)
  await rowsOf('while imported')
  if (refused === '') {
    row('click to text', await within(openTimed(page), Number.NaN))
    await rowsOf('while opened')
    await within(scroll(page), undefined)
    await rowsOf('while scrolled')
    await within(showLists(page), undefined)
    await rowsOf('while the lists were shown')
    row('find in the text', await within(findTimed(page), Number.NaN))
    await rowsOf('while it was searched')
  }
  memory.end()
  const closed = await within(redwell.quit().then(() => true), false)
  if (!closed) child.kill('SIGKILL')
}

test('heavy but well-formed files', async () => {
  for (const file of files) await measure(file)
})
