import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder, type Redwell } from './app'
import { keysToPaint, loadInBare, median, memoryOfPage, openBare, quantile, runBuilt, scrollFrames, showEmptyPage, tell,
  type BareWindow } from './bench-window'
import { ask } from './filing-shelf'
import { addNoteOnFiling, editor } from './reader-page'

interface Prepared {
  readonly file: string
  readonly marks: number
}

const ROUNDS = 5
const FRAMES = 400
const KEYS = 250

/** The filings imported while the analyst types, and their size in characters. */
const OTHERS = [400, 400_000] as const

const TEXT = '.reading-page'

let folder = ''
let prepared: Prepared = { file: '', marks: 0 }
test.describe.configure({ mode: 'serial', timeout: 600_000 })
test.beforeAll(() => {
  folder = newFolder()
  const given = process.env['REDWELL_BENCH_FILE']
  prepared = runBuilt<Prepared>('reading', folder, ...(given === undefined ? [] : [given]))
})

const start = (name: 'plain' | 'marked'): Promise<Redwell> => launch({ dataFolder: join(folder, name) })

/** Clicks the filing in the library and gives the milliseconds until its text is on screen. */
const openTimed = async (page: Page): Promise<number> => {
  await page.locator('.row-title').first().waitFor()
  return page.evaluate((text) =>
    new Promise<number>((resolve, reject) => {
      const from = performance.now()
      const shown = (): void => {
        if (performance.now() - from > 30_000) {
          reject(new Error(`No text was shown: ${document.body.innerText.slice(0, 400)}`))
          return
        }
        if (!Array.from(document.querySelectorAll(`${text} .page-row`)).some(({ textContent }) => (textContent ?? '').trim() !== '')) {
          requestAnimationFrame(shown)
          return
        }
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)))
      }
      document.querySelector<HTMLElement>('.row-title')?.click()
      requestAnimationFrame(shown)
    }), TEXT)
}

/** Loads the file as it is in a bare window and gives the milliseconds until it is loaded and painted. */
const loadRaw = async (bare: BareWindow): Promise<number> => {
  const ms = await loadInBare(bare, prepared.file)
  await bare.page.waitForLoadState('load')
  return ms
}

test('opening a large filing, and its memory', async () => {
  const opened: number[] = []
  const memory: number[] = []
  const raw: number[] = []
  const rawMemory: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const redwell = await start('plain')
    opened.push(await openTimed(redwell.page))
    memory.push(await memoryOfPage(redwell.app))
    await redwell.quit()
    const bare = await openBare()
    raw.push(await loadRaw(bare))
    rawMemory.push(await memoryOfPage(bare.app))
    await bare.app.close()
  }
  tell({ what: 'open a large filing, click to text', value: median(opened), floor: median(raw), floorIs: 'Electron loading the same file',
    unit: 'ms', aim: 0.5 })
  tell({ what: 'memory of the window with it', value: median(memory) / 1e6, floor: median(rawMemory) / 1e6,
    floorIs: 'a window with the same file', unit: 'MB', aim: 0.7 })
})

test('scrolling through ten thousand marks', async () => {
  const empty: number[] = []
  const text: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const bare = await openBare()
    await showEmptyPage(bare)
    empty.push(quantile(await scrollFrames(bare.page, '#page', FRAMES), 0.95))
    await bare.app.close()
    const redwell = await start('marked')
    await openTimed(redwell.page)
    await expect(redwell.page.locator(`${TEXT} .page-row`).first()).toBeVisible()
    text.push(quantile(await scrollFrames(redwell.page, TEXT, FRAMES), 0.95))
    await redwell.quit()
  }
  tell({ what: `scroll through ${String(prepared.marks)} marks, frame p95`, value: median(text), floor: median(empty),
    floorIs: 'an empty page', unit: 'ms', aim: 1.3 })
})

test('typing in a note while other filings are imported', async () => {
  const { files } = runBuilt<{ readonly files: readonly string[] }>('library', join(folder, 'others'), ...OTHERS.map(String))
  const redwell = await start('plain')
  const { page } = redwell
  await openTimed(page)
  await addNoteOnFiling(page)
  await editor(page).click()
  await keysToPaint(page, 40, 20)
  const idle = await keysToPaint(page, KEYS, 20)
  await page.evaluate((paths) => {
    const { redwell: api } = window as unknown as {
      readonly redwell: { readonly call: Record<string, (args: unknown) => Promise<unknown>> }
    }
    void api.call['queue.add']?.({ paths, folderId: null, mirror: false })
  }, files)
  const busy = await keysToPaint(page, KEYS, 20)
  const { progress } = await ask(page, 'queue.list', null)
  expect(progress.done, 'the import goes on while keys are pressed').toBeGreaterThan(0)
  expect(progress.waiting, 'the import lasts as long as the typing').toBeGreaterThan(0)
  tell({ what: 'type in a note during imports, key to paint p99', value: quantile(busy, 0.99), floor: quantile(idle, 0.99),
    floorIs: 'the same with nothing going on', unit: 'ms', aim: 1.5 })
  tell({ what: 'type in a note during imports, key to paint p50', value: median(busy), floor: median(idle),
    floorIs: 'the same with nothing going on', unit: 'ms' })
  await redwell.quit()
})
