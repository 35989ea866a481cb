import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, ROOT } from './app'
import { filingText, openedText } from './reader-page'

const SUBMISSION = join(ROOT, 'e2e/filings/larkspur-8-k.txt')

test('a full submission lists its exhibits, and each is read in its own form', async () => {
  const { page, quit } = await launch({ args: ['--', SUBMISSION] })
  await openedText(page, 'Results of Operations and Financial Condition')
  await expect(page.getByLabel('Filing', { exact: true }).first()).toContainText('LARKSPUR MILLS')
  await expect(page.getByLabel('Outline').first()).toContainText('Item 2.02')

  const choose = async (type: string): Promise<void> => {
    await page.getByRole('button', { name: /3 in this submission/ }).click()
    await page.getByRole('menuitemcheckbox', { name: new RegExp(type) }).click()
  }
  await choose('EX-99\\.1')
  await openedText(page, 'first quarter sales rose 9% to $41.7 million')
  const table = filingText(page).getByRole('table')
  for (const number of ['41,706', '38,262', '29,918', '28,004', '(1,204)', '377']) await expect(table).toContainText(number)
  await expect(table.getByRole('row').filter({ hasText: 'Net income (loss)' })).toContainText('(1,204)')

  await choose('EX-99\\.2')
  await openedText(page, 'Two looms at Ashby were stopped in March.')
  await quit()
})

test('the source view shows the same words as they stand in the file', async () => {
  const { page, quit } = await launch({ args: ['--', SUBMISSION] })
  await openedText(page, 'Results of Operations and Financial Condition')
  await page.getByRole('button', { name: 'Source view' }).click()
  await expect(page.getByLabel('Source of the filing')).toContainText(
    '<P><B>Item 2.02. Results of Operations and Financial Condition.</B></P>'
  )
  await page.getByRole('button', { name: 'Source view' }).click()
  await expect(filingText(page)).toBeVisible()
  await quit()
})
