import { expect, test } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { findingCard, openedText, showTab } from './reader-page'

test('all that is listed is decided after it was shown, and one Undo takes it back', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await findingCard(page, 'Time to the first rescue tablet').getByRole('button', { name: 'Reject' }).click()
  const panel = page.getByRole('tabpanel', { name: 'Findings' })
  await panel.getByRole('button', { name: /1 of \d+ reviewed/ }).click()
  await page.getByRole('menuitem', { name: /Accept the \d+ listed/ }).click()
  const dialog = page.getByRole('dialog')
  const listed = await dialog.getByRole('list', { name: 'Suggestions' }).getByRole('listitem').count()
  await expect(dialog).toContainText('One listed suggestion is decided already and stays as it is.')
  await dialog.getByRole('button', { name: `Accept ${String(listed)}` }).click()
  const accepted = page.locator('article[data-kind="finding"][data-verdict="accepted"]')
  await expect(accepted).toHaveCount(listed)
  await expect(panel.getByRole('button', { name: `All ${String(listed + 1)} reviewed` })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(accepted).toHaveCount(0)
  await expect(page.locator('article[data-kind="finding"][data-verdict="rejected"]')).toHaveCount(1)
  await quit()
})

test('by key through what is left', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await page.getByLabel('Filing text').focus()
  const active = page.locator('article[data-active="true"]')
  const seen = new Set<string>()
  await page.keyboard.press('Shift+J')
  for (const verdict of ['a', 'x', 'a']) {
    await expect(active).toHaveAttribute('data-verdict', 'suggested')
    const label = (await active.getAttribute('aria-label')) ?? ''
    seen.add(label)
    await page.keyboard.press(verdict)
    // A decision goes on to the next one that is left.
    await expect(active).not.toHaveAttribute('aria-label', label)
  }
  expect(seen.size).toBe(3)
  await expect(page.getByRole('button', { name: /3 of \d+ reviewed/ })).toBeVisible()
  await quit()
})

test('corrected words and cautions stay over a restart, and are undone', async () => {
  const dataFolder = newFolder()
  const first = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(first.page, 'HARROW RIDGE')
  await showTab(first.page, 'Forward-looking')
  const card = (page: typeof first.page) => page.locator('article[data-kind="core"]').first()
  const words = async (page: typeof first.page): Promise<string> => (await card(page).locator('.card-words').textContent()) ?? ''
  const suggested = await words(first.page)
  await card(first.page).locator('.card-words').click()
  await card(first.page).getByRole('button', { name: 'Begin a word later' }).click()
  await expect(card(first.page)).toContainText('Corrected by you: words')
  const corrected = await words(first.page)
  expect(suggested.endsWith(corrected) && corrected.length < suggested.length).toBe(true)

  await card(first.page).getByRole('button', { name: 'Correct the cautions' }).click()
  const cautions = first.page.getByRole('menuitemcheckbox')
  const unlinked = cautions.and(first.page.locator('[aria-checked="false"]')).first()
  const caution = ((await unlinked.textContent()) ?? '').replace('…', '').trim().slice(0, 40)
  await unlinked.click()
  await expect(card(first.page)).toContainText('Corrected by you: words, cautions')
  await expect(card(first.page).getByRole('list', { name: 'Linked cautions' })).toContainText(caution)
  await first.quit()

  const { page, quit } = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await showTab(page, 'Forward-looking')
  await expect(card(page)).toContainText('Corrected by you: words, cautions')
  expect(await words(page)).toBe(corrected)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(card(page)).not.toContainText('Corrected by you')
  expect(await words(page)).toBe(suggested)
  await quit()
})
