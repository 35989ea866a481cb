import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { ask, shelf, writeShelf } from './filing-shelf'
import { addNoteOnFiling, filingText, openedText, typeNote, waitForSaved } from './reader-page'

const bar = (page: Page): Locator => page.getByRole('toolbar', { name: 'What is left' })

/** Does whatever the bar of what is left asks for, and goes on. */
const settle = async (page: Page): Promise<void> => {
  const kind = await bar(page).locator('.left-kind').textContent()
  if (kind === 'Section to review') await bar(page).getByRole('button', { name: 'Mark as reviewed' }).click()
  else {
    await expect(page.locator('article[data-active="true"]')).toHaveCount(1)
    await filingText(page).focus()
    await page.keyboard.press('a')
  }
  await expect(bar(page)).toContainText('Done')
  await bar(page).getByRole('button', { name: 'Next', exact: true }).click()
  // Either the next thing is shown, or nothing is left and the bar has gone.
  await expect(bar(page).getByText(/^Done/)).toHaveCount(0)
}

test('a deal folder is worked to nothing left, step by step, and the dashboard follows', async () => {
  const { page, quit } = await launch()
  await ask(page, 'library.import', { paths: writeShelf(newFolder(), shelf(2)) })
  const [folder] = await ask(page, 'folder.add', { name: 'Project Heron', parentId: null })
  const filings = await ask(page, 'library.list', { trashed: false })
  await ask(page, 'folder.put', { id: folder?.id ?? '', filingIds: filings.map(({ id }) => id) })
  await page.getByRole('treeitem', { name: 'Project Heron, 2 filings' }).click()
  await page.getByRole('button', { name: 'Review', exact: true }).last().click()
  const table = page.getByRole('table', { name: 'Work on each filing' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: /^Step through what is left \d/ }).click()
  await expect(bar(page)).toContainText(/1 of \d+ left/)
  const total = Number(/of (\d+) left/.exec((await bar(page).textContent()) ?? '')?.[1])
  for (let at = 0; at < total; at += 1) await settle(page)
  await expect(page.getByText('Nothing is left.', { exact: true })).toBeVisible()
  await expect(bar(page)).toHaveCount(0)

  await page.keyboard.press('Control+Shift+r')
  await expect(page.getByText('Nothing is left', { exact: true })).toBeVisible()
  await expect(table.getByText('Done')).toHaveCount(2)
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('grid', { name: 'Filings' }).getByText('Finished')).toHaveCount(2)
  await quit()
})

test('sections are marked as reviewed in the outline and by key, and the mark is undone', async () => {
  const { page, quit } = await launch()
  await page.getByRole('button', { name: 'Try the sample release' }).click()
  await openedText(page, 'HARROW RIDGE')
  await page.getByRole('tab', { name: 'Outline' }).click()
  const box = page.getByRole('button', { name: /section as (?:not )?reviewed: FIRST FINDING/ })
  await box.click()
  await expect(box).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByTitle('Sections marked as reviewed')).toContainText('1/')
  await page.keyboard.press('Control+z')
  await expect(box).toHaveAttribute('aria-pressed', 'false')
  const entry = page.locator('.outline-button').filter({ hasText: 'FIRST FINDING' })
  await entry.click()
  await expect(entry).toHaveAttribute('aria-current', 'location')
  await filingText(page).focus()
  await page.keyboard.press('Shift+R')
  await expect(box).toHaveAttribute('aria-pressed', 'true')
  await quit()
})

test('open questions stand in the request list, and the activity log tells what stood before and after', async () => {
  const { page, quit } = await launch()
  await ask(page, 'settings.set', { author: 'Ann Reader' })
  await page.getByRole('button', { name: 'Try the sample release' }).click()
  await openedText(page, 'HARROW RIDGE')
  await addNoteOnFiling(page)
  await typeNote(page, 'Which dressing did the clinics use?')
  await waitForSaved(page)
  await page.getByRole('button', { name: /^Status/ }).first().click()
  await page.getByRole('menuitemcheckbox', { name: /^Open/ }).click()
  await filingText(page).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.locator('article[data-verdict="rejected"]')).toHaveCount(1)

  await page.keyboard.press('Control+Shift+r')
  await page.getByRole('tab', { name: /Requests/ }).click()
  const questions = page.getByRole('region', { name: 'Questions' })
  await expect(questions).toContainText('Which dressing did the clinics use?')
  await expect(questions).toContainText('No owner yet')
  const list = join(newFolder(), 'requests.md')
  await ask(page, 'review.exportRequests', { folderId: null, path: list })
  expect(readFileSync(list, 'utf8')).toContain('Which dressing did the clinics use?')

  await page.getByRole('tab', { name: 'Activity' }).click()
  const entries = page.getByRole('region', { name: 'Entries' })
  await expect(entries.getByRole('article').first()).toContainText('Ann Reader')
  await expect(entries).toContainText(/Rejected “/)
  await page.getByLabel('Filter the log').fill('dressing')
  await expect(entries.getByRole('article').first().locator('.entry-after')).toContainText('open')
  await page.getByLabel('Filter the log').fill('no such words')
  await expect(page.getByText('No entry passes the filters')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).click()

  await page.getByRole('tab', { name: /Requests/ }).click()
  await questions.getByRole('button', { name: 'Which dressing did the clinics use?' }).click()
  await openedText(page, 'HARROW RIDGE')
  await quit()
})
