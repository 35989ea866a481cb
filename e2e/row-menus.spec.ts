import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launch, newFolder, type Redwell, ROOT } from './app'
import { ask, shelf, writeShelf } from './filing-shelf'
import { openedText } from './reader-page'

const clipboardText = ({ app }: Redwell): Promise<string> => app.evaluate(async ({ clipboard }) => await clipboard.readText())

const item = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name })

test('the right button on a hit of the search opens it, opens its filing, and copies its words', async () => {
  const redwell = await launch()
  const { page } = redwell
  await ask(page, 'queue.add', { paths: writeShelf(newFolder(), shelf(5)), folderId: null, mirror: false })
  await expect(page.locator('.row-title')).toHaveCount(5)
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('full output')
  const hit = page.locator('.hit').first()
  await expect(hit).toContainText('full output')
  await hit.click({ button: 'right' })
  await item(page, 'Copy the words of the hit').click()
  await expect.poll(() => clipboardText(redwell)).toContain('the foundry will reach full output')
  await hit.click({ button: 'right' })
  await item(page, 'Open the hit at its place').click()
  await openedText(page, 'full output')
  await redwell.quit()
})

test('the right button on a row of a comparison opens either filing there and copies the passage', async () => {
  const redwell = await launch({ args: ['--', join(ROOT, 'e2e/filings/gauges.txt'), join(ROOT, 'e2e/filings/gauges-corrected.txt')] })
  const { page } = redwell
  await openedText(page, 'BRIGHT SHOAL GAUGES')
  await page.keyboard.press('Control+l')
  await page.getByRole('row').filter({ hasText: 'gauges.txt' }).getByRole('button', { name: /More for/ }).click()
  await item(page, 'Compare with…').click()
  await page.getByLabel('Filter the filings').fill('corrected')
  await page.locator('.compare-filings').getByRole('button').first().click()
  const row = page.getByRole('list', { name: 'Passages' }).getByRole('listitem').filter({ hasText: 'today reported' })
  const left = row.locator('.compare-words[data-side="left"]')
  await left.click({ button: 'right' })
  await item(page, 'Copy the passage on the left').click()
  await expect.poll(() => clipboardText(redwell)).toContain('41.2')
  await left.click({ button: 'right' })
  await item(page, 'Open the right filing here').click()
  await openedText(page, '44.9')
  await redwell.quit()
})
