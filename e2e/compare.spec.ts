import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, ROOT } from './app'
import { openedText } from './reader-page'

const FIRST = join(ROOT, 'e2e/filings/gauges.txt')
const SECOND = join(ROOT, 'e2e/filings/gauges-corrected.txt')

const rows = (page: Page, words: string | RegExp): Locator => page.getByRole('list', { name: 'Passages' }).getByRole('listitem').filter({ hasText: words })
const kinds = (page: Page): Locator => page.getByRole('group', { name: 'Kinds of change' })
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['REDWELL_SHOTS_DIR']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Imports both releases and compares the first with the second, from the menu of the first in the library. */
const compareBoth = async (page: Page): Promise<void> => {
  await openedText(page, 'BRIGHT SHOAL GAUGES')
  await page.keyboard.press('Control+l')
  await page.getByRole('row').filter({ hasText: 'gauges.txt' }).getByRole('button', { name: /More for/ }).click()
  await page.getByRole('menuitem', { name: 'Compare with…' }).click()
  await page.getByLabel('Filter the filings').fill('corrected')
  await page.getByRole('list', { name: 'Filings to compare with' }).getByRole('button').first().click()
  await expect(kinds(page)).toBeVisible()
}

test('compare two releases: each change is told by its kind, in words and in the text', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  for (const [kind, count] of [['Number changed', 2], ['Polarity changed', 1], ['Moved', 1], ['Removed', 1], ['Added', 0]] as const) {
    await expect(kinds(page).getByRole('button', { name: `${kind} ${String(count)}`, exact: true })).toBeVisible()
  }
  const revenue = rows(page, 'today reported').filter({ hasText: 'Number changed' })
  await expect(revenue.locator('del')).toContainText('41.2')
  await expect(revenue.locator('ins')).toContainText('44.9')
  await expect(revenue.locator('del')).toHaveCSS('text-decoration-line', 'line-through')
  await expect(revenue.locator('ins')).toHaveCSS('text-decoration-line', 'underline')
  await expect(rows(page, 'river gauges').locator('.compare-kind')).toHaveText('Polarity changed')
  await expect(rows(page, 'Visitors to the factory').locator('.compare-kind')).toHaveText('Moved')
  await expect(rows(page, 'old warehouse').locator('.compare-kind')).toHaveText('Removed')
  const cells = rows(page, 'Net revenue').locator('[data-changed="true"]')
  await expect(cells).toHaveText([/41,200/, /44,900/])
  await shot(page, 'compare-side-by-side')
  await page.getByText('Inline', { exact: true }).click()
  await expect(rows(page, 'new foundry').locator('del')).toHaveText('works')
  await expect(rows(page, 'new foundry').locator('ins')).toHaveText('runs')
  await shot(page, 'compare-inline')
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await quit()
})

test('compare by key: filters, next change, folded runs, and from a change to its words', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  await page.keyboard.press('n')
  await expect(page.locator('.compare-row[aria-current="true"]')).toContainText('today reported')
  await page.keyboard.press('j')
  await expect(page.locator('.compare-row[aria-current="true"]')).toContainText('Visitors')
  await page.keyboard.press('p')
  await expect(page.locator('.compare-row[aria-current="true"]')).toContainText('today reported')
  const fold = page.getByRole('button', { name: /unchanged passages/ }).first()
  await expect(fold).toBeVisible()
  await fold.click()
  await kinds(page).getByRole('button', { name: /Removed/ }).click()
  await expect(rows(page, /./)).toHaveCount(1)
  await page.getByRole('button', { name: 'The company sold its old warehouse by the canal during the quarter.' }).click()
  expect(await openedText(page, 'old warehouse')).toContain('$41.2 million')
  await quit()
})

test('compare the safe harbors, and swap the sides', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  await page.getByText('Safe harbor', { exact: true }).click()
  const words = page.getByRole('region', { name: 'Words that mark forward-looking statements' })
  await expect(words.getByRole('row').filter({ hasText: 'Added' })).toContainText('intend')
  await expect(words.getByRole('row').filter({ hasText: 'Removed' })).toContainText('believe')
  await shot(page, 'compare-safe-harbor')
  await page.getByRole('button', { name: 'Swap the sides' }).click()
  await page.getByText('Text', { exact: true }).click()
  await expect(kinds(page).getByRole('button', { name: 'Added 1' })).toBeVisible()
  await page.getByText('Figures', { exact: true }).click()
  await expect(page.getByRole('table')).toContainText(/revenue/i)
  await shot(page, 'compare-figures')
  await quit()
})

test('a library of one filing says what a comparison takes', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST] })
  await openedText(page, 'BRIGHT SHOAL GAUGES')
  await page.keyboard.press('Control+d')
  await expect(page.getByText('A comparison takes two filings')).toBeVisible()
  await quit()
})
