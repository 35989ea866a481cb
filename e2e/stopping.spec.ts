import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { openedText } from './reader-page'

const PARAGRAPH = 'Elm Cove Foods said that it expects to sell 5,200 crates of plums in the coming year, and gave no reason.\n\n'

test('an import of 100 MB stops within a second, and nothing of it stays', async () => {
  const large = join(newFolder(), 'large.txt')
  writeFileSync(large, `EXHIBIT 99.1\n\n${PARAGRAPH.repeat(Math.ceil(100e6 / PARAGRAPH.length))}`)
  const redwell = await launch({ args: ['--', large] })
  const stop = redwell.page.getByRole('button', { name: 'Stop importing large.txt' })
  await expect(redwell.page.getByText(/Decoding|Parsing|Finding sections/).first()).toBeVisible({ timeout: 30_000 })
  const from = Date.now()
  await stop.first().click()
  await expect(stop).toHaveCount(0)
  await expect(redwell.page.getByRole('button', { name: 'Try the sample release' })).toBeVisible()
  expect(Date.now() - from).toBeLessThan(1_000)
  // The draft of the kept copy is removed once its stream has let it go.
  await expect.poll(() => readdirSync(join(redwell.dataFolder, 'sources'))).toEqual([])
  await redwell.quit()
})

test('printing can be stopped, and leaves no file', async () => {
  const folder = newFolder()
  const filing = join(folder, 'long.txt')
  writeFileSync(filing, `EXHIBIT 99.1\n\nELM COVE FOODS REPORTS ITS YEAR\n\n${PARAGRAPH.repeat(6_000)}`)
  const { app, page, quit } = await launch({ args: ['--', filing] })
  await openedText(page, 'ELM COVE FOODS REPORTS')
  const out = join(folder, 'out.pdf')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, out)
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await page.getByRole('button', { name: 'Save PDF…' }).click()
  await page.getByRole('button', { name: 'Stop printing' }).click()
  await expect(page.getByRole('button', { name: 'Save PDF…' })).toBeVisible({ timeout: 5_000 })
  expect(existsSync(out)).toBe(false)
  expect(readdirSync(folder)).toEqual(['long.txt'])
  await quit()
})

test('a name without its ending never replaces the file that gets it, unless the reader says so', async () => {
  const folder = newFolder()
  const { app, page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  writeFileSync(join(folder, 'out.pdf'), 'mine')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, join(folder, 'out'))
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await page.getByRole('button', { name: 'Save PDF…' }).click()
  await expect(page.getByText('There is a file of that name already.')).toBeVisible()
  await page.getByRole('button', { name: 'Replace it' }).click()
  await expect(page.getByText(/Saved, \d+ pages?/)).toBeVisible({ timeout: 60_000 })
  await quit()
})
