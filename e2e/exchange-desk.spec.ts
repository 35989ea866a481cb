import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, mounted, newFolder, SAMPLE } from './app'
import { ask } from './filing-shelf'
import { openedText } from './reader-page'

const WORDS = 'Hands in a rigid splint showed less improvement than hands in a soft wrap.'

const item = (id: string, exact: string, text: string, more: object = {}): object => ({ id, uri: 'file:///x/harrow-ridge_2007_ex-99-2.txt',
  text, tags: [], user: 'acct:bo@hypothes.is', user_info: { display_name: 'Bo Reader' }, created: '2026-02-01T09:00:00+00:00',
  target: [{ selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }], ...more })

/** Takes pictures of the window in both themes where a folder for them is named. */
const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['REDWELL_PICTURES']
  if (folder === undefined) return
  for (const theme of ['light', 'dark']) {
    await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
  }
}

test('what an import sets aside is listed over a restart, tried again once its filing is there, and dismissed', async () => {
  const dataFolder = newFolder()
  const file = join(newFolder(), 'hypothesis.json')
  writeFileSync(file,
    JSON.stringify({ export_date: '2026-02-02', client_version: '1', annotations: [item('a', WORDS, 'Which clinics?'), 'broken'] }))
  const first = await launch({ dataFolder })
  await first.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
  await first.page.keyboard.press('Control+k')
  await first.page.getByRole('combobox').fill('Take in work')
  await first.page.keyboard.press('Enter')
  await first.page.getByRole('button', { name: 'Choose a file…' }).click()
  await first.page.getByRole('button', { name: 'Take in 2 items' }).press('Enter')
  await expect(first.page.getByText('2 items were set aside, and can be tried again.')).toBeVisible()
  await first.page.getByRole('button', { name: 'Show what was set aside' }).click()
  await expect(first.page.getByRole('dialog', { name: 'Set aside' })).toContainText('Which clinics?')
  await first.quit()

  const { page, quit } = await launch({ dataFolder })
  await mounted(page)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.getByRole('button', { name: /Set aside/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Set aside' })
  await expect(dialog.getByRole('heading', { name: 'hypothesis.json' })).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expect(dialog).toContainText('item 1')
  await expect(dialog).toContainText('Its filing is not in the library.')
  await shoot(page, 'set-aside')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Nothing changed.', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await ask(page, 'library.import', { paths: [SAMPLE] })
  await dialog.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog).not.toContainText('Which clinics?')
  await dialog.getByRole('button', { name: /^Dismiss item/ }).press('Enter')
  await expect(dialog).toContainText('Nothing is set aside')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Set aside/ })).toBeHidden()
  await page.getByRole('grid', { name: 'Filings' }).getByRole('row').filter({ hasText: 'Harrow' }).first().dblclick()
  await openedText(page, 'HARROW RIDGE')
  await page.getByRole('tab', { name: /Notes/ }).click()
  await expect(page.locator('article.note-card').filter({ hasText: 'Which clinics?' })).toContainText('Bo Reader')
  await quit()
})

test('a highlight of somebody else is made mine beside it, and their note is answered, edited, deleted and undone', async () => {
  const redwell = await launch({ args: ['--', SAMPLE] })
  const { page, quit } = redwell
  await page.setViewportSize({ width: 1280, height: 720 })
  await openedText(page, 'HARROW RIDGE')
  const report = await ask(page, 'exchange.read', { path: null,
    text: JSON.stringify({ export_date: '2026-02-02', annotations: [item('a', WORDS, 'Which clinics?')] }) })
  await ask(page, 'exchange.takeIn', { token: report?.token ?? '', leftOut: [] })
  await page.getByRole('tab', { name: /Notes/ }).click()
  const card = page.locator('article.note-card').filter({ hasText: 'Which clinics?' })
  await card.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.getByRole('textbox', { name: 'Reply to this note' }).fill('Those of Phase II.')
  await shoot(page, 'reply')
  await page.keyboard.press('Control+Enter')
  await expect(card.getByRole('list', { name: 'Answers' })).toContainText('Those of Phase II.')
  await card.getByRole('button', { name: 'Edit this reply' }).click()
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Those of Phase II, I think.')
  await page.getByRole('button', { name: 'Save reply' }).click()
  await expect(card).toContainText('Those of Phase II, I think.')
  await shoot(page, 'replied')
  await card.getByRole('button', { name: 'Delete this reply' }).click()
  await expect(card).not.toContainText('Those of Phase II')
  await page.keyboard.press('Control+z')
  await expect(card).toContainText('Those of Phase II, I think.')
  await page.keyboard.press('Control+z')
  await expect(card).not.toContainText('I think.')
  await expect(card).toContainText('Those of Phase II.')
  await page.getByRole('button', { name: 'More for this highlight' }).click()
  await page.getByRole('menuitem', { name: 'Make mine' }).click()
  await expect(page.locator('.entry[data-kind="annotation"]')).toHaveCount(2)
  await expect(page.locator('.entry[data-kind="annotation"]').filter({ hasText: 'Bo Reader' })).toHaveCount(1)
  await quit()
})
