import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { addNoteOnFiling, openedText, typeNote, waitForSaved } from './reader-page'

test('find in the filing folds quotes, dashes and line ends, counts and steps', async () => {
  const folder = newFolder()
  const path = join(folder, 'typography.txt')
  writeFileSync(path, 'EXHIBIT 99.1\n\nELM COVE FOODS REPORTS ITS YEAR\n\nThe Company\u2019s year was its best\u00a0ever. It said \u201cwe grew\u201d in the second\u2013half\nyear, and the Company\'s plan holds. The second-half\nyear was strong.\n')
  const { page, quit } = await launch({ args: ['--', path] })
  await openedText(page, 'ELM COVE FOODS')
  await page.keyboard.press('Control+f')
  const box = page.getByPlaceholder('Find in filing')
  for (const [query, hits] of [["company's", 2], ['best ever', 1], ['second-half year', 2], ['"we grew"', 1], ['nowhere', 0]] as const) {
    await box.fill(query)
    await expect(page.getByRole('search')).toContainText(hits === 0 ? /no|0/i : new RegExp(`\\b${hits}\\b`))
  }
  await quit()
})

test('search across the library finds text, quotes and notes, and opens at the place', async () => {
  const folder = newFolder()
  const other = join(folder, 'other.txt')
  writeFileSync(other, 'EXHIBIT 99.1\n\nTARN VALLEY TOOLS OPENS A FOUNDRY\n\nTarn Valley Tools said today that its foundry in Osterby has opened. The foundry employs 212 people.\n')
  const { page, quit } = await launch({ args: ['--', SAMPLE, other] })
  await expect(page.getByText('TARN VALLEY TOOLS OPENS A FOUNDRY').first()).toBeVisible()
  await openedText(page, 'EXHIBIT 99')
  await addNoteOnFiling(page)
  await typeNote(page, 'Compare the marmalade clause.')
  await waitForSaved(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+f')
  const box = page.getByPlaceholder('Search filings, highlights and notes')
  await box.fill('marmalade')
  await expect(page.locator('main, [role="main"], body').first()).toContainText('marmalade')
  await box.fill('foundry')
  await expect(page.locator('mark').filter({ hasText: /foundry/i }).first()).toBeVisible()
  await box.press('ArrowDown')
  await page.locator('mark').filter({ hasText: /foundry/i }).first().click()
  await openedText(page, 'employs 212 people')
  await quit()
})
