import { expect, test } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { editor, findingCard, openedText, selectWords, showTab, typeNote, waitForSaved } from './reader-page'

test('open, accept, highlight, note, quit, reopen: all is there', async () => {
  const dataFolder = newFolder()
  const first = await launch({ dataFolder })
  await first.page.getByRole('button', { name: 'Try the sample release' }).click()
  await openedText(first.page, 'HARROW RIDGE')

  const card = findingCard(first.page, 'Time to the first rescue tablet')
  await card.getByRole('button', { name: 'Accept' }).click()
  await expect(card).toHaveAttribute('data-verdict', 'accepted')

  await selectWords(first.page, 'Soft wraps are becoming the habit of most clinics.')
  await first.page.keyboard.press('1')
  await expect(first.page.getByText('Soft wraps are becoming').nth(0)).toBeVisible()

  await selectWords(first.page, 'a cost of about $4.5 million')
  await first.page.keyboard.press('n')
  await expect(editor(first.page)).toBeVisible()
  await typeNote(first.page, 'Ask how this is financed.')
  await waitForSaved(first.page)
  await first.quit()

  const second = await launch({ dataFolder })
  await second.page.getByText('HARROW RIDGE REPORTS FURTHER RESULTS', { exact: false }).first().dblclick()
  await openedText(second.page, 'HARROW RIDGE')
  await expect(findingCard(second.page, 'Time to the first rescue tablet')).toHaveAttribute('data-verdict', 'accepted')
  await showTab(second.page, 'Notes')
  const notes = second.page.locator('.entries')
  await expect(notes).toContainText('Ask how this is financed.')
  await expect(notes).toContainText('a cost of about $4.5 million')
  await expect(notes).toContainText('Soft wraps are becoming the habit of most clinics.')
  await second.quit()
})

test('every annotation act can be undone and done again', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await showTab(page, 'Notes')
  await selectWords(page, 'Soft wraps are becoming the habit of most clinics.')
  await page.keyboard.press('2')
  const entry = page.locator('.entries').getByText('Soft wraps are becoming', { exact: false })
  await expect(entry).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(entry).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(entry).toBeVisible()

  await showTab(page, 'Findings')
  const card = findingCard(page, 'Time to the first rescue tablet')
  await card.getByRole('button', { name: 'Reject' }).click()
  await expect(card).toHaveAttribute('data-verdict', 'rejected')
  await page.keyboard.press('Control+z')
  await expect(card).toHaveAttribute('data-verdict', 'suggested')
  await quit()
})

test('review by key: the next suggestion, accepted and rejected, each with its reason', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await page.getByLabel('Filing text').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('j')
  const active = page.locator('article[data-active="true"]')
  await expect(active).toHaveCount(1)
  await expect(active.locator('.why')).not.toBeEmpty()
  await page.keyboard.press('a')
  await expect(active).toHaveAttribute('data-verdict', 'accepted')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.locator('article[data-active="true"]')).toHaveAttribute('data-verdict', 'rejected')
  await quit()
})

test('the filing shows its own safe harbor and covers statements with its cautions', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await showTab(page, 'Forward-looking')
  await page.getByText('Safe harbor', { exact: true }).click()
  const panel = page.getByRole('tabpanel', { name: 'Forward-looking' })
  for (const words of ['may', 'believes', 'designed', 'single contract manufacturer', 'regulatory filings']) await expect(panel).toContainText(words)
  await quit()
})
