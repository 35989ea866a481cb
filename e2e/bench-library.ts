import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { longestBusy, median, memoryOf, memoryOfPage, openBare, quantile, runBuilt, scrollFrames, showEmptyPage, tell,
  watchMain } from './bench-window'

const COUNT = Number(process.env['REDWELL_BENCH_COUNT'] ?? 500)

/** The mean size of a filing in characters; single imports are measured on as many filings again. */
const SIZE = Number(process.env['REDWELL_BENCH_SIZE'] ?? 300_000)
const SINGLE = 40

/** What is typed, letter by letter, after its first two. */
const TYPED = ['turbine blades', 'interest on the notes', 'warehouse rent', 'net realisable value', 'does not renew']

let folder = ''
let data = ''
test.describe.configure({ mode: 'serial', timeout: 3_600_000 })
test.beforeAll(() => {
  folder = newFolder()
  data = join(folder, 'data')
})

interface Prepared {
  readonly files: readonly string[]
  readonly bytes: number
}

/** Calls the app as its window does. */
const call = <T>(page: Page, name: string, args: unknown): Promise<T> =>
  page.evaluate(({ name: wanted, args: given }) => {
    const { redwell } = window as unknown as { readonly redwell: { readonly call: Record<string, (args: unknown) => Promise<T>> } }
    const made = redwell.call[wanted]
    if (!made) throw new Error(`There is no call ${wanted}.`)
    return made(given)
  }, { name, args })

const importTimed = async (page: Page, paths: readonly string[]): Promise<number> => {
  const from = performance.now()
  const outcomes = await call<{ readonly ok: boolean; readonly value: readonly { readonly ok: boolean }[] }>(page, 'library.import', {
    paths
  })
  expect(outcomes.ok && outcomes.value.every(({ ok }) => ok)).toBe(true)
  return performance.now() - from
}

test('importing many filings', async () => {
  const { files, bytes } = runBuilt<Prepared>('library', join(folder, 'filings'), String(COUNT), String(SIZE))
  const redwell = await launch({ dataFolder: data })
  const { app, page } = redwell
  await page.locator('#root > *').first().waitFor()
  await importTimed(page, files.slice(0, 2))
  // Sizes repeat every four filings: every other group of four is imported one by one, the others together.
  const sample = files.slice(4, 4 + 2 * SINGLE)
  const alone = sample.filter((_path, n) => n % 8 < 4)
  let single = 0
  for (const path of alone) single += await importTimed(page, [path])
  const together = await importTimed(page, sample.filter((path) => !alone.includes(path)))
  tell({ what: `${String(SINGLE)} imports together, rate`, value: single / together, unit: '× the rate of single imports', floor: 1,
    floorIs: `single imports one after the other, ${(single / SINGLE).toFixed(0)} ms each; aim ≥ 1.6` })
  await watchMain(app)
  const from = performance.now()
  for (let at = 4 + 2 * SINGLE; at < files.length; at += 100) await importTimed(page, files.slice(at, at + 100))
  const rest = files.length - 4 - 2 * SINGLE
  const { clock, own, most } = await longestBusy(app)
  tell({ what: `import ${String(rest)} filings, each`, value: (performance.now() - from) / Math.max(rest, 1), unit: 'ms' })
  tell({ what: 'main process busy during imports, longest', value: own, floor: 50, floorIs: 'what is noticed; its own processor time',
    unit: 'ms', aim: 1 })
  tell({ what: 'main process busy during imports, longest by the clock', value: clock, floor: 50, floorIs: 'what is noticed', unit: 'ms' })
  tell({ what: 'main process busy during imports, p99.9 by the clock', value: most, unit: 'ms' })
  tell({ what: 'memory of the main process after imports', value: memoryOf(app.process().pid ?? 0) / 1e6, unit: 'MB' })
  await redwell.quit()
  tell({ what: 'size of the database', value: statSync(join(data, 'library.db')).size / 1e6, floor: bytes / 1e6, floorIs: 'the source text',
    unit: 'MB', aim: 2.5 })
})

/** From the start of the process to the first row or the words of an empty library, painted. */
const firstPaint = async (dataFolder: string, shown: string): Promise<number> => {
  const from = performance.now()
  const redwell = await launch({ dataFolder })
  await redwell.page.locator(shown).first().waitFor()
  await redwell.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const ms = performance.now() - from
  await redwell.quit()
  return ms
}

test('the first sight of the library', async () => {
  const empty = join(folder, 'empty')
  const times = { full: [] as number[], empty: [] as number[] }
  for (let round = 0; round < 7; round += 1) {
    times.empty.push(await firstPaint(empty, 'button:has-text("Try the sample release")'))
    times.full.push(await firstPaint(data, '.row-title'))
  }
  tell({ what: `first paint of ${String(COUNT)} filings`, value: median(times.full), floor: median(times.empty),
    floorIs: 'an empty library', unit: 'ms', aim: 1.3 })
})

test('scrolling through the list', async () => {
  const empty: number[] = []
  const rows: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const bare = await openBare()
    await showEmptyPage(bare)
    empty.push(quantile(await scrollFrames(bare.page, '#page', 300), 0.95))
    await bare.app.close()
    const redwell = await launch({ dataFolder: data })
    await redwell.page.locator('.row-title').first().waitFor()
    rows.push(quantile(await scrollFrames(redwell.page, '.library-grid', 300), 0.95))
    if (round === 2) tell({ what: 'memory of the window with the list', value: await memoryOfPage(redwell.app) / 1e6, unit: 'MB' })
    await redwell.quit()
  }
  tell({ what: `scroll through ${String(COUNT)} filings, frame p95`, value: median(rows), floor: median(empty), floorIs: 'an empty page',
    unit: 'ms', aim: 1.3 })
})

const typedQueries = (): readonly string[] =>
  TYPED.flatMap((words) => Array.from({ length: words.length - 2 }, (_, at) => words.slice(0, at + 3).trim()))

/** The query in FTS5's own words: all of its words, the last one begun. */
const inFts = (query: string): string => `${query.split(/\s+/).map((word) => `"${word}"`).join(' ')}*`

test('searching while typing', async () => {
  const redwell = await launch({ dataFolder: data })
  const { page } = redwell
  await page.locator('.row-title').first().waitFor()
  const queries = typedQueries()
  const search = (token: number, query: string): Promise<number> =>
    page.evaluate(async ({ token: asked, query: words }) => {
      const { redwell: api } = window as unknown as {
        readonly redwell: { readonly call: Record<string, (args: unknown) => Promise<{ readonly ok: boolean }>> }
      }
      const from = performance.now()
      const answer = await api.call['search.run']?.({ token: asked, query: words, folderId: null, limit: 30 })
      if (!answer?.ok) throw new Error(`The search for ${words} failed.`)
      return performance.now() - from
    }, { token, query })
  const times: number[] = []
  for (const [round, query] of [...queries, ...queries].entries()) {
    const ms = await search(round + 1, query)
    if (round >= queries.length) times.push(ms)
  }
  const bare = runBuilt<readonly number[]>('bare-search', data, ...[...queries, ...queries].map(inFts)).slice(queries.length)
  tell({ what: `search ${String(COUNT)} filings while typing, p95`, value: quantile(times, 0.95), floor: quantile(bare, 0.95),
    floorIs: 'the bare FTS5 query', unit: 'ms', aim: 2 })
  tell({ what: `search ${String(COUNT)} filings while typing, p50`, value: median(times), floor: median(bare),
    floorIs: 'the bare FTS5 query', unit: 'ms' })
  await redwell.quit()
})
