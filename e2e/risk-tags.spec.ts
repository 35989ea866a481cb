import { expect, test } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { openedText, showTab } from './reader-page'

test('a risk tag of the reader’s own is added, renamed, given to a statement, hidden, and all of it undone', async () => {
  const dataFolder = newFolder()
  const { page, quit } = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Risk tags' }).click()
  const world = settings.getByRole('group', { name: 'Law and the wider world' })
  await world.getByLabel('New tag in Law and the wider world').fill('Tarifs')
  await page.keyboard.press('Enter')
  await world.getByLabel('Name of Tarifs').fill('Tariffs')
  await page.keyboard.press('Enter')
  await expect(world.getByLabel('Name of Tariffs')).toHaveValue('Tariffs')
  await settings.getByRole('button', { name: /^Hide Personnel/ }).click()
  await expect(settings.getByRole('button', { name: /^Offer Personnel/ })).toBeVisible()
  await page.keyboard.press('Escape')

  await showTab(page, 'Forward-looking')
  const card = page.locator('article[data-kind="core"]').first()
  await card.getByRole('button', { name: /risk tags/ }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: /Personnel/ })).toHaveCount(0)
  await page.getByRole('menuitemcheckbox', { name: 'Tariffs' }).click()
  await expect(card).toContainText('Tariffs')
  await expect(card).toContainText('Corrected by you: risk tags')
  await quit()

  const again = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(again.page, 'HARROW RIDGE')
  await showTab(again.page, 'Forward-looking')
  await expect(again.page.locator('article[data-kind="core"]').first()).toContainText('Tariffs')
  for (let act = 0; act < 4; act += 1) {
    await again.page.keyboard.press('Control+z')
    await again.page.waitForTimeout(150)
  }
  await expect(again.page.locator('article[data-kind="core"]').first()).not.toContainText('Corrected by you')
  await again.page.keyboard.press('Control+,')
  await again.page.getByRole('tab', { name: 'Risk tags' }).click()
  await expect(again.page.getByRole('button', { name: /^Hide Personnel/ })).toBeVisible()
  await expect(again.page.getByLabel('Name of Tariffs')).toHaveCount(0)
  await expect(again.page.getByLabel('Name of Tarifs')).toHaveCount(0)
  await again.quit()
})
