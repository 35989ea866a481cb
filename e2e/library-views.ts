import { expect, type Page } from '@playwright/test'

const escape = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
}
const dialog = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('dialog')

/** The views of the library and of the review: what each is called, and how to get there from the one before; the first comes after the library itself. */
export const LIBRARY_VIEWS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['a deal folder that is empty', async (page) => {
    await page.keyboard.press('Control+n')
    await page.getByLabel('Name of the folder').fill('Project Heron')
    await page.keyboard.press('Enter')
    await page.getByRole('treeitem', { name: /^Project Heron/ }).click()
    await expect(page.getByText('This folder is empty')).toBeVisible()
  }],
  ['a filing that is selected, and its menu', async (page) => {
    await page.getByRole('button', { name: /^All filings/ }).click()
    await page.getByRole('grid', { name: 'Filings' }).focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('toolbar', { name: 'Selected filings' })).toBeVisible()
    await page.locator('.filing-row').first().getByRole('button', { name: /^More for/ }).click()
    await page.getByRole('menu').waitFor()
  }],
  ['the dialog that moves filings', async (page) => {
    await escape(page)
    await page.getByRole('grid', { name: 'Filings' }).focus()
    await page.keyboard.press('Control+Shift+m')
    await page.getByPlaceholder('Type the name of a folder').fill('Lark')
  }],
  ['details of a filing', async (page) => {
    await escape(page)
    await page.getByRole('grid', { name: 'Filings' }).focus()
    await page.keyboard.press('Control+i')
    await dialog(page).getByRole('textbox', { name: 'Filed' }).fill('2007-02-31')
  }],
  ['filings as cards, in groups', async (page) => {
    await escape(page)
    await page.getByRole('button', { name: 'As cards' }).click()
    await page.getByRole('button', { name: /^Group by/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Company' }).click()
    await expect(page.locator('.filing-card')).toBeVisible()
  }],
  ['watched folders', async (page) => {
    await page.getByRole('button', { name: 'As a table' }).click()
    await page.getByRole('button', { name: /^Watched folders/ }).click()
    await expect(dialog(page)).toBeVisible()
  }],
  ['the import queue', async (page) => {
    await escape(page)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Import queue' }).click()
    await expect(page.getByRole('region', { name: 'Import queue' })).toBeVisible()
  }],
  ['how far the review is', async (page) => {
    await page.getByRole('button', { name: 'Hide the import queue' }).click()
    await page.keyboard.press('Control+Shift+r')
    await page.getByRole('table', { name: 'Work on each filing' }).waitFor()
  }],
  ['the activity log', async (page) => {
    await page.getByRole('tab', { name: 'Activity' }).click()
    await page.getByRole('region', { name: 'Entries' }).waitFor()
  }],
  ['the request list', async (page) => {
    await page.getByRole('tab', { name: /^Requests/ }).click()
  }],
  ['what is left, stepped through', async (page) => {
    await page.getByRole('tab', { name: 'Progress' }).click()
    await page.getByRole('button', { name: /^Step through what is left \d/ }).click()
    await page.getByRole('toolbar', { name: 'What is left' }).waitFor()
  }]
]
