import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder, ROOT } from './app'
import { openedText } from './reader-page'

const SUBMISSION = join(ROOT, 'e2e/filings/larkspur-8-k.txt')
const GAUGES = join(ROOT, 'e2e/filings/gauges.txt')

const queue = (page: Page, paths: readonly string[]): Promise<void> =>
  page.evaluate(async (given) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
    await call['queue.add']?.({ paths: given, folderId: null, mirror: false })
  }, paths)

test('an unknown query word and an open quote are told, in the search and in the filter, and commands come before filings', async () => {
  const { page, quit } = await launch({ args: ['--', SUBMISSION, GAUGES] })
  await openedText(page, 'BRIGHT SHOAL GAUGES')
  await page.keyboard.press('Control+Shift+f')
  const box = page.getByRole('combobox', { name: /Search/ }).or(page.getByRole('searchbox')).first()
  await box.fill('author:smith gauges')
  await expect(page.getByText('There is no query word author:')).toBeVisible()
  await expect(page.getByText(/There are tag:, note:/)).toBeVisible()
  await box.fill('"river gauges')
  await expect(page.getByText('The quotation mark is not closed')).toBeVisible()
  await box.fill('"river gauges"')
  await expect(page.getByText('The quotation mark is not closed')).toHaveCount(0)

  await page.keyboard.press('Control+l')
  const filter = page.getByLabel('Filter the library')
  await filter.fill('form:8-K')
  await expect(page.getByText('The query word form: belongs to the search of all text')).toBeVisible()
  await filter.fill('larkspur')
  await expect(page.getByRole('row').filter({ hasText: '8-K' })).toHaveCount(1)
  await filter.press('Enter')
  await openedText(page, 'Results of Operations and Financial Condition')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('compare')
  const first = page.getByRole('dialog').getByRole('option').first()
  await expect(first).toContainText('Compare with another filing')
  await page.keyboard.press('Escape')
  // Whose filing a tab is, and of when, stands in it though its title would be cut.
  const tab = page.getByRole('tablist', { name: 'Open filings' }).getByRole('tab', { name: /8-K/ })
  await expect(tab).toContainText('Larkspur')
  await expect(tab).toContainText('2007')
  // The right button on a line of the outline goes there and offers what can be done with the section.
  await page.getByText('Outline', { exact: true }).click()
  await page.locator('.outline-line .outline-button').first().click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: 'Write a note on this section' })).toBeVisible()
  await page.keyboard.press('Escape')
  await quit()
})

test('the queue shows what the library has twice: the same file, the same text, and an exhibit inside a submission', async () => {
  const folder = newFolder()
  const text = readFileSync(SUBMISSION, 'utf8')
  const [, body = ''] = /<TYPE>EX-99\.1[\s\S]*?<TEXT>\r?\n([\s\S]*?)<\/TEXT>/.exec(text) ?? []
  const alone = join(folder, 'exhibit-alone.txt')
  const again = join(folder, 'gauges-again.txt')
  const otherBytes = join(folder, 'gauges-other-bytes.txt')
  writeFileSync(alone, body)
  writeFileSync(again, readFileSync(GAUGES))
  writeFileSync(otherBytes, `\ufeff${readFileSync(GAUGES, 'utf8')}`)
  const { page, quit } = await launch({ args: ['--', SUBMISSION, GAUGES] })
  await openedText(page, 'BRIGHT SHOAL GAUGES')
  await queue(page, [alone, again, otherBytes])
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import queue' }).click()
  const panel = page.getByRole('region', { name: 'Import queue' })
  await panel.getByText(/^Duplicates/).click()
  const twins = panel.getByRole('region', { name: 'Duplicates among the imports' }).getByRole('listitem')
  await expect(twins).toHaveCount(3)
  await expect(twins.filter({ hasText: 'gauges-again.txt' })).toContainText('The same file is already in the library')
  await expect(twins.filter({ hasText: 'gauges-other-bytes.txt' })).toContainText('The same text in other bytes')
  await expect(twins.filter({ hasText: 'exhibit-alone.txt' })).toContainText('lies inside a submission')
  await twins.filter({ hasText: 'gauges-other-bytes.txt' }).getByRole('button', { name: 'Keep both' }).click()
  await expect(twins).toHaveCount(2)
  await twins.filter({ hasText: 'exhibit-alone.txt' }).getByRole('button', { name: 'Open the one there' }).click()
  await openedText(page, 'first quarter sales rose 9% to $41.7 million')
  await expect(page.getByRole('button', { name: /3 in this submission/ })).toBeVisible()
  await quit()
})
