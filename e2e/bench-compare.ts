import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { loadInBare, longestBusy, median, openBare, runBuilt, tell, watchMain, type BareWindow } from './bench-window'

interface Prepared {
  readonly passages: number
  readonly worker: number
  readonly git: number
  readonly gitAnswer: string
}

const ROUNDS = 5

let folder = ''
let prepared: Prepared = { passages: 0, worker: 0, git: 0, gitAnswer: '' }
test.describe.configure({ mode: 'serial', timeout: 600_000 })
test.beforeAll(() => {
  folder = newFolder()
  const given = process.env['REDWELL_BENCH_FILES']
  prepared = runBuilt<Prepared>('compare', folder, ...(given === undefined ? [] : JSON.parse(given) as readonly string[]))
})

/** What it takes from the click to the rows on screen, and the longest task of the window until all was at rest, in ms; 0 where none was over 50. */
interface Opened {
  readonly shown: number
  readonly held: number
}

/** How long the window is watched after the rows are on screen: what is fetched for the marks comes after them. In ms. */
const REST_MS = 1_500

/** Chooses the first filing, then clicks the second, and waits for the rows. */
const openTimed = async (page: Page): Promise<Opened> => {
  await page.getByRole('row').filter({ hasText: 'first.html' }).getByRole('button', { name: /More for/ }).click()
  await page.getByRole('menuitem', { name: 'Compare with…' }).click()
  await page.getByLabel('Filter the filings').fill('second.html')
  await expect(page.locator('.compare-filings button')).toHaveCount(1)
  return page.evaluate((rest) =>
    new Promise<Opened>((resolve) => {
      const from = performance.now()
      let held = 0
      const tasks = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) held = Math.max(held, duration)
      })
      tasks.observe({ type: 'longtask' })
      const look = (): void => {
        if ((document.querySelector('.compare-row .compare-words')?.textContent ?? '') === '') {
          requestAnimationFrame(look)
          return
        }
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const shown = performance.now() - from
            setTimeout(() => {
              tasks.disconnect()
              resolve({ shown, held })
            }, rest)
          })
        )
      }
      document.querySelector<HTMLElement>('.compare-filings button')?.click()
      requestAnimationFrame(look)
    }), REST_MS)
}

/** What git takes for the same words, and a bare window to show its answer. */
const gitInBare = async (bare: BareWindow): Promise<number> => prepared.git + await loadInBare(bare, prepared.gitAnswer)

test('comparing two large filings', async () => {
  const opened: Opened[] = []
  const main: number[] = []
  const raw: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const redwell = await launch({ dataFolder: join(folder, 'both') })
    await expect(redwell.page.getByRole('row').filter({ hasText: 'first.html' })).toBeVisible()
    await watchMain(redwell.app)
    opened.push(await openTimed(redwell.page))
    main.push((await longestBusy(redwell.app)).own)
    await redwell.quit()
    const bare = await openBare()
    raw.push(await gitInBare(bare))
    await bare.app.close()
  }
  tell({ what: `compare ${String(prepared.passages)} passages in the worker`, value: prepared.worker, floor: prepared.git,
    floorIs: 'git diff --word-diff of the same words', unit: 'ms' })
  tell({ what: 'open that comparison, click to rows', value: median(opened.map(({ shown }) => shown)), floor: median(raw),
    floorIs: 'git, and a bare window with its answer', unit: 'ms', aim: 4 })
  tell({ what: 'longest hold of the window meanwhile', value: median(opened.map(({ held }) => held)), unit: 'ms' })
  tell({ what: 'longest hold of the main process meanwhile', value: median(main), unit: 'ms' })
})
