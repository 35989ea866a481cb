import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { ask, shelf, writeShelf } from './filing-shelf'

const tree = (page: Page): Locator => page.getByRole('tree', { name: 'Deal folders' })
const folder = (page: Page, name: string): Locator => tree(page).getByRole('treeitem', { name: new RegExp(`^${name}, `) })
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Filings' })
const row = (page: Page, words: string): Locator => grid(page).getByRole('row').filter({ hasText: words })
const undoToast = async (page: Page): Promise<void> => {
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
}

/** Starts with a shelf of filings in the library. */
const withShelf = async (count: number): Promise<Awaited<ReturnType<typeof launch>>> => {
  const redwell = await launch()
  await ask(redwell.page, 'library.import', { paths: writeShelf(newFolder(), shelf(count)) })
  await expect(redwell.page.locator('.library-count')).toHaveText(count === 1 ? '1 filing' : `${count} filings`)
  return redwell
}

test('deal folders are made, named, nested, counted and removed by key, and each act can be undone', async () => {
  const { page, quit } = await withShelf(2)
  await page.keyboard.press('Control+n')
  const name = page.getByLabel('Name of the folder')
  await expect(name).toBeFocused()
  await name.fill('Project Heron')
  await name.press('Enter')
  await expect(folder(page, 'Project Heron')).toBeFocused()

  await page.keyboard.press('Insert')
  await name.fill('Releases')
  await name.press('Enter')
  await expect(folder(page, 'Releases')).toHaveAttribute('aria-level', '2')
  await expect(folder(page, 'Releases')).toBeFocused()
  await page.keyboard.press('F2')
  await name.fill('Annual reports')
  await name.press('Escape')
  await expect(folder(page, 'Releases')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(folder(page, 'Project Heron')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(folder(page, 'Releases')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(folder(page, 'Releases')).toBeVisible()

  await page.keyboard.press('Delete')
  await expect(tree(page)).toHaveCount(0)
  await undoToast(page)
  await expect(folder(page, 'Project Heron')).toBeVisible()
  await expect(folder(page, 'Releases')).toBeVisible()
  await quit()
})

test('filings are dragged onto a folder, moved on by typing its name, taken out, and all of it undone', async () => {
  const { page, quit } = await withShelf(3)
  await ask(page, 'folder.add', { name: 'Project Heron', parentId: null })
  await ask(page, 'folder.add', { name: 'Project Lark', parentId: null })
  await expect(folder(page, 'Project Lark')).toBeVisible()

  await row(page, 'elm-cove-foods-1.txt').dragTo(folder(page, 'Project Heron'))
  await expect(folder(page, 'Project Heron')).toHaveAccessibleName('Project Heron, 1 filing')
  await folder(page, 'Project Heron').click()
  await expect(row(page, 'elm-cove-foods-1.txt')).toBeVisible()
  await expect(grid(page).getByRole('row')).toHaveCount(2)

  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Shift+m')
  await page.getByPlaceholder('Type the name of a folder').fill('lark')
  await page.keyboard.press('Enter')
  await expect(folder(page, 'Project Lark')).toHaveAccessibleName('Project Lark, 1 filing')
  await expect(page.getByText('This folder is empty')).toBeVisible()
  await undoToast(page)
  await expect(folder(page, 'Project Heron')).toHaveAccessibleName('Project Heron, 1 filing')
  await expect(folder(page, 'Project Lark')).toHaveAccessibleName('Project Lark, 0 filings')

  await row(page, 'elm-cove-foods-1.txt').getByRole('button', { name: /More for/ }).click()
  await page.getByRole('menuitem', { name: 'Take out of this folder' }).click()
  await expect(page.getByText('This folder is empty')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row(page, 'elm-cove-foods-1.txt')).toBeVisible()
  await quit()
})

test('a folder is dragged into another, and never into itself', async () => {
  const { page, quit } = await withShelf(1)
  for (const name of ['Outer', 'Inner']) await ask(page, 'folder.add', { name, parentId: null })
  await expect(folder(page, 'Inner')).toBeVisible()
  await folder(page, 'Inner').dragTo(folder(page, 'Outer'))
  await expect(folder(page, 'Inner')).toHaveAttribute('aria-level', '2')
  await folder(page, 'Outer').dragTo(folder(page, 'Inner'))
  await expect(folder(page, 'Outer')).toHaveAttribute('aria-level', '1')
  await page.keyboard.press('Control+z')
  await expect(folder(page, 'Inner')).toHaveAttribute('aria-level', '1')
  await quit()
})
