import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { longestBusy, memoryOf, runBuilt, tell, watchMain } from './bench-window'

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

/** The memory of a process and of all that it started, in bytes. */
const memoryOfTree = (root: number): number => {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      parents.delete(Number(name))
    }
  }
  const inTree = (pid: number | undefined): boolean => pid === root || (pid !== undefined && pid > 1 && inTree(parents.get(pid)))
  let sum = 0
  for (const pid of [...parents.keys()].filter(inTree)) {
    try {
      sum += memoryOf(pid) || 0
    } catch {
      // It ended while it was looked at.
      sum += 0
    }
  }
  return sum
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

const within = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE)
  })
  return Promise.race([work.catch(() => otherwise), late]).finally(() => clearTimeout(timer))
}

test('heavy but well-formed files', async () => {
  for (const { name, path } of files) {
    const redwell = await launch()
    const { app, page } = redwell
    const child = app.process()
    let peak = 0
    const look = setInterval(() => {
      peak = Math.max(peak, memoryOfTree(child.pid ?? 0))
    }, LOOK_MS)
    const row = (what: string, value: number, unit = 'ms'): void => tell({ what: `${name}: ${what}`, value, unit })
    await page.locator('#root > *').first().waitFor()
    await watchWindow(page)
    await watchMain(app)
    const from = performance.now()
    const refused = await within(importAll(page, path), 'not done in time')
    row(`in the library${refused === '' ? '' : `, or not: ${refused}`}`, performance.now() - from)
    row('hold of the window meanwhile', await within(takeHold(page), Number.NaN))
    if (refused === '') {
      row('click to text', await within(openTimed(page), Number.NaN))
      row('hold of the window meanwhile', await within(takeHold(page), Number.NaN))
      await within(scroll(page), undefined)
      row('hold of the window while scrolled', await within(takeHold(page), Number.NaN))
    }
    row('hold of the main process', (await within(longestBusy(app), { clock: Number.NaN, own: Number.NaN, most: Number.NaN })).own)
    clearInterval(look)
    row('peak memory of all processes', peak / 1e6, 'MB')
    const closed = await within(redwell.quit().then(() => true), false)
    if (!closed) child.kill('SIGKILL')
  }
})
