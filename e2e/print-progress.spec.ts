import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import type { RedwellApi } from '../preload/contract/calls'
import type { WorkProgress } from '../preload/contract/library'
import { launch, newFolder } from './app'
import { openedText, selectWords } from './reader-page'

type Print = { readonly part: WorkProgress['part'] | undefined; readonly done: number; readonly total: number }

/** The window of a story that keeps what it was told of prints. */
interface Told {
  readonly redwell: RedwellApi
  prints: Print[]
}

const LINE = 'Elm Cove Foods sold 5,200 crates of plums at the market by the river, and the carts went home empty.\n\n'

/** A filing of some twelve hundred paragraphs in a folder of its own. */
const longFiling = (): { readonly folder: string; readonly filing: string } => {
  const folder = newFolder()
  const filing = join(folder, 'long.txt')
  writeFileSync(filing, `EXHIBIT 99.1\n\nELM COVE FOODS REPORTS ITS YEAR\n\nPlums were early.\n\n${LINE.repeat(1200)}`)
  return { folder, filing }
}

/** Has the window keep what it is told of prints. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told = window as unknown as Told
    told.prints = []
    told.redwell.on('work.progress', ({ stage, part, done, total }) => {
      if (stage === 'printing') told.prints.push({ part, done, total })
    })
  })

/** Has the window end the print once, as soon as it is told of that part. */
const stopAt = (page: Page, part: WorkProgress['part']): Promise<void> =>
  page.evaluate((at) => {
    const { redwell } = window as unknown as Told
    const off = redwell.on('work.progress', (news) => {
      if (news.part !== at) return
      off()
      void redwell.call['export.cancel'](null)
    })
  }, part)

const prints = (page: Page): Promise<Print[]> => page.evaluate(() => (window as unknown as Told).prints)

const saveAs = (app: ElectronApplication, out: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, out)

const windows = (app: ElectronApplication): Promise<number> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('a print tells each of its parts in turn, and how far it is in those that can be counted', async () => {
  const { folder, filing } = longFiling()
  const { app, page, quit } = await launch({ args: ['--', filing] })
  await openedText(page, 'ELM COVE FOODS REPORTS')
  await selectWords(page, 'Plums were early.')
  await page.keyboard.press('1')
  await saveAs(app, join(folder, 'out.pdf'))
  await listen(page)
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await page.getByRole('button', { name: 'Save PDF…' }).click()
  await expect(page.getByText(/Saved, \d+ pages?/)).toBeVisible({ timeout: 120_000 })
  const told = await prints(page)
  const parts = told.map(({ part }) => part ?? 'ended')
  expect(parts.filter((part, at) => part !== parts[at - 1])).toEqual(['handing', 'laying-out', 'commenting', 'saving', 'ended'])
  const handed = told.filter(({ part }) => part === 'handing')
  expect(handed.length).toBeGreaterThan(3)
  expect(handed.map(({ done }) => done)).toEqual(handed.map(({ done }) => done).toSorted((a, b) => a - b))
  expect(handed[0]?.done).toBe(0)
  expect(handed.at(-1)?.done).toBe(handed[0]?.total)
  expect(told.findLast(({ part }) => part === 'commenting')).toEqual({ part: 'commenting', done: 1, total: 1 })
  expect(await windows(app)).toBe(1)
  await quit()
})

test('a print can be stopped at each part that takes long; nothing stays of it, and the next one is whole', async () => {
  const { folder, filing } = longFiling()
  const { app, page, quit } = await launch({ args: ['--', filing] })
  await openedText(page, 'ELM COVE FOODS REPORTS')
  const out = join(folder, 'out.pdf')
  await saveAs(app, out)
  await page.getByRole('button', { name: 'Export PDF' }).click()
  for (const part of ['handing', 'laying-out'] as const) {
    await stopAt(page, part)
    await page.getByRole('button', { name: 'Save PDF…' }).click()
    await expect(page.getByRole('button', { name: 'Save PDF…' })).toBeVisible()
    await expect.poll(() => windows(app)).toBe(1)
    expect(readdirSync(folder)).toEqual(['long.txt'])
  }
  await page.getByRole('button', { name: 'Save PDF…' }).click()
  await expect(page.getByText(/Saved, \d+ pages?/)).toBeVisible({ timeout: 120_000 })
  expect(existsSync(out)).toBe(true)
  await quit()
})

test('the words of a print name the part it is at, and its button stops it there', async () => {
  const { folder, filing } = longFiling()
  const { app, page, quit } = await launch({ args: ['--', filing] })
  await openedText(page, 'ELM COVE FOODS REPORTS')
  await saveAs(app, join(folder, 'out.pdf'))
  // The layout never ends here, so that the story and not the clock decides when it is stopped.
  await app.evaluate(({ app: program }) => {
    program.on('web-contents-created', (_event, contents) => {
      contents.printToPDF = () => new Promise(() => undefined)
    })
  })
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await page.getByRole('button', { name: 'Save PDF…' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Laying out the pages' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Laying out the pages' })).toHaveAttribute('aria-current', 'step')
  await expect(page.getByRole('dialog').getByRole('progressbar', { name: 'Laying out the pages' })).not.toHaveAttribute('aria-valuenow')
  if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'] })
  await page.getByRole('button', { name: 'Stop printing' }).click()
  await expect(page.getByRole('button', { name: 'Save PDF…' })).toBeVisible()
  expect(readdirSync(folder)).toEqual(['long.txt'])
  await quit()
})
