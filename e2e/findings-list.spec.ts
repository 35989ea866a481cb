import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { filingText, openedText } from './reader-page'

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

/** An annual report with more findings than anyone reads as one list: fourteen that take no side, eight for and six against the company. */
const annualReport = (): string => {
  const path = join(newFolder(), 'wick-10-k.htm')
  const item = (number: string, title: string, sentences: readonly string[]): string =>
    `<p><b>Item ${number}. ${title}</b></p>${sentences.map((words) => `<p>${words}</p>`).join('')}`
  writeFileSync(path, `<html><body><p>FORM 10-K</p><p>ANNUAL REPORT</p><p>Wick and Daughters, Inc.</p>${
    [
      item('1', 'Business',
        range(14).map((n) => `Sales of the Wick lamp line ${String(n)} were $${String(n + 3)}.${String(n % 10)} million in 2023.`)),
      item('1A', 'Risk Factors', ['Our sales may fall if the price of wax rises.']),
      item('7', 'Management’s Discussion and Analysis', [
        ...range(8).map((n) => `Net sales of region ${String(n)} increased ${String(n + 2)}% to $${String(n + 20)} million in 2023.`),
        ...range(6).map((n) =>
          `Operating income of region ${String(n)} decreased ${String(n + 2)}% to $${
            String(n + 5)
          } million in 2023 because of higher wax prices.`
        )
      ])
    ].join('')
  }</body></html>`)
  return path
}

const cards = (page: Page): Locator => page.locator('article[data-kind="finding"]')
const section = (page: Page, name: string): Locator => page.getByRole('tabpanel', { name: 'Findings' }).getByRole('heading', { name })
const chip = (page: Page, name: string): Locator => page.getByRole('group', { name: 'Polarity' }).getByRole('button', { name })

test('many findings stand by section, what takes no side is folded, and the keys go through what is shown', async () => {
  const { page, quit } = await launch({ args: ['--', annualReport()] })
  await openedText(page, 'Wick lamp line')
  await expect(section(page, 'Item 1. Business')).toBeVisible()
  await expect(section(page, 'Item 7. Management')).toBeVisible()
  const fold = page.getByRole('button', { name: 'Show 14 neutral in Item 1. Business' })
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByText('0 of 28 reviewed (14 neutral folded)')).toBeVisible()
  // The review goes through what is listed, and passes the fold.
  await filingText(page).focus()
  await page.keyboard.press('j')
  await expect(cards(page).and(page.locator('[data-active="true"]'))).toContainText('of region')
  await page.keyboard.press('a')
  await expect(page.getByText('1 of 28 reviewed (14 neutral folded)')).toBeVisible()
  await page.keyboard.press('Shift+J')
  await expect(cards(page).and(page.locator('[data-active="true"]'))).toContainText('of region')
  // Unfolded by key, the first of the section comes first.
  await fold.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Fold 14 neutral in Item 1. Business' })).toBeAttached()
  await expect(page.getByText('1 of 28 reviewed')).toBeVisible()
  await quit()
})

test('many findings are read by measure or by rank as well, and the keys follow', async () => {
  const { page, quit } = await launch({ args: ['--', annualReport()] })
  await openedText(page, 'Wick lamp line')
  await page.getByLabel('Order', { exact: true }).selectOption('measure')
  await expect(page.getByRole('tabpanel', { name: 'Findings' }).getByRole('heading').first()).toContainText('Net sales')
  await page.getByLabel('Order', { exact: true }).selectOption('rank')
  await expect(page.getByRole('tabpanel', { name: 'Findings' }).getByRole('heading')).toHaveCount(0)
  await expect(page.getByText('0 of 28 reviewed (14 neutral folded)')).toBeVisible()
  await filingText(page).focus()
  await page.keyboard.press('j')
  await expect(cards(page).and(page.locator('[data-active="true"]'))).toContainText('of region 0')
  await quit()
})

test('figures of a long report stand under heads, what has no measure is folded, and arrows pass the heads', async () => {
  const { page, quit } = await launch({ args: ['--', annualReport()] })
  await openedText(page, 'Wick lamp line')
  await page.keyboard.press('Alt+3')
  const panel = page.getByRole('tabpanel', { name: 'Figures' })
  await expect(panel.getByRole('heading', { name: /Item 1. Business/ })).toBeVisible()
  await panel.getByLabel('Order', { exact: true }).selectOption('measure')
  await expect(panel.getByRole('heading').first()).toContainText('Net sales')
  const rows = panel.getByRole('list', { name: 'Figures' }).getByRole('button')
  await rows.first().focus()
  await page.keyboard.press('Home')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await quit()
})

test('chips narrow the findings, each with the count a click would leave', async () => {
  const { page, quit } = await launch({ args: ['--', annualReport()] })
  await openedText(page, 'Wick lamp line')
  await expect(chip(page, 'Favourable: 8')).toBeVisible()
  await expect(chip(page, 'Neutral: 14')).toBeVisible()
  await chip(page, 'Unfavourable: 6').click()
  await expect(page.getByText('0 of 6 reviewed')).toBeVisible()
  await expect(section(page, 'Item 1. Business')).toHaveCount(0)
  // What is asked for is not folded.
  await chip(page, 'Neutral: 14').click()
  await chip(page, 'Unfavourable: 6').click()
  await expect(page.getByText('0 of 14 reviewed')).toBeVisible()
  await expect(page.getByRole('button', { name: /Show 14 neutral/ })).toHaveCount(0)
  await quit()
})
