import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, ROOT, SAMPLE } from './app'
import { filingText, openedText, showTab } from './reader-page'

const filing = (name: string): string => join(ROOT, 'e2e/filings', name)

test('facts: filtered, jumped to, the hidden ones marked, and told by the number itself', async () => {
  const { page, quit } = await launch({ args: ['--', filing('ixbrl.htm')] })
  await openedText(page, 'QUIET HARBOR INSTRUMENTS')
  await showTab(page, 'Figures')
  const panel = page.getByRole('tabpanel', { name: 'Figures' })
  await panel.getByText('Facts', { exact: true }).click()
  const facts = panel.getByRole('list', { name: 'Facts' })
  await expect(facts.getByRole('listitem')).toHaveCount(4)
  await expect(facts.getByRole('listitem').filter({ hasText: 'Amendment flag' })).toContainText('Hidden')

  await panel.getByRole('switch', { name: 'Only without dimensions' }).click()
  await expect(facts.getByRole('listitem')).toHaveCount(3)
  await panel.getByLabel('Filter facts').fill('cash 2023-12-31')
  await expect(facts.getByRole('listitem')).toHaveCount(1)
  await expect(panel.getByRole('status')).toHaveText('1 of 4')
  const cash = facts.getByRole('button', { name: /Cash and cash equivalents at carrying value/ })
  await expect(cash).toContainText('96,000,000')
  await cash.focus()
  await page.keyboard.press('Enter')
  await expect(cash).toHaveAttribute('data-shown-last', 'true')

  const words = await filingText(page).getByText('Revenues for 2023 were').evaluate((block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      const at = node.data.indexOf('418')
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at + 1)
      range.setEnd(node, at + 2)
      const { left, width, top, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    return null
  })
  expect(words).not.toBeNull()
  await page.mouse.move(words?.x ?? 0, (words?.y ?? 0) + 1)
  await page.mouse.move(words?.x ?? 0, words?.y ?? 0)
  const tip = page.getByRole('tooltip')
  for (const part of ['Revenues', 'us-gaap', '418,000,000', '2023-01-01 to 2023-12-31', 'USD', 'to the nearest million'])
    await expect(tip).toContainText(part)
  await page.mouse.move(3, 3)
  await expect(tip).toHaveCount(0)
  await quit()
})

test('figures: one measure told differently stands together, and rows lead to their words', async () => {
  const { page, quit } = await launch({ args: ['--', filing('told-differently.txt')] })
  await openedText(page, 'QUIET HARBOR INSTRUMENTS')
  await page.keyboard.press('Alt+3')
  const panel = page.getByRole('tabpanel', { name: 'Figures' })
  const figures = panel.getByRole('list', { name: 'Figures' })
  const conflict = panel.getByRole('region', { name: 'Stated differently' }).getByRole('group').first()
  for (const part of ['94.6 million', '96.4 million']) await expect(conflict).toContainText(new RegExp(part, 'i'))
  const all = await figures.getByRole('listitem').count()
  await panel.getByRole('button', { name: 'Stated differently', exact: true }).click()
  await expect.poll(() => figures.getByRole('listitem').count()).toBeLessThan(all)
  await figures.getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(figures.getByRole('button').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(figures.getByRole('button').nth(1)).toHaveAttribute('data-shown-last', 'true')
  await quit()
})

test('a document without facts says what facts are', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await showTab(page, 'Figures')
  await page.getByRole('tabpanel', { name: 'Figures' }).getByText('Facts', { exact: true }).click()
  await expect(page.getByText('No facts in this document')).toBeVisible()
  await quit()
})
