import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from './app'
import { ask, shelf, writeShelf } from './filing-shelf'
import { press, type ShotView } from './shot-views'

/** The library with many filings, its dialogs, and the review. */
export const LIBRARY_VIEWS: readonly ShotView[] = [
  ['library', async (page) => {
    await press(page, 'Escape', 'Control+l')
    await ask(page, 'library.import', { paths: writeShelf(newFolder(), shelf(24)) })
    const [heron] = await ask(page, 'folder.add', { name: 'Project Heron', parentId: null })
    await ask(page, 'folder.add', { name: 'Annual reports', parentId: heron?.id ?? null })
    const filings = await ask(page, 'library.list', { trashed: false })
    await ask(page, 'folder.put', { id: heron?.id ?? '', filingIds: filings.slice(0, 9).map(({ id }) => id) })
    await page.getByRole('treeitem', { name: /^Project Heron/ }).waitFor()
  }],
  ['library-folder', async (page) => {
    await page.getByRole('treeitem', { name: /^Project Heron/ }).click()
    await press(page, 'ArrowRight')
    await page.getByRole('grid', { name: 'Filings' }).focus()
    await press(page, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
  }],
  ['library-details', async (page) => {
    await press(page, 'Control+i')
  }],
  ['library-move', async (page) => {
    await press(page, 'Escape')
    await page.getByRole('grid', { name: 'Filings' }).focus()
    await press(page, 'Control+Shift+m')
  }],
  ['library-menu', async (page) => {
    await press(page, 'Escape')
    await page.locator('.filing-row').first().getByRole('button', { name: /^More for/ }).click()
  }],
  ['library-empty-folder', async (page) => {
    await press(page, 'Escape')
    await page.getByRole('treeitem', { name: /^Annual reports/ }).click()
  }],
  ['library-nothing-passes', async (page) => {
    await page.getByRole('button', { name: /^All filings/ }).click()
    await page.getByPlaceholder('Filter by title, company, form').fill('turbine')
  }],
  ['library-trash', async (page) => {
    await page.getByPlaceholder('Filter by title, company, form').fill('')
    await page.getByRole('button', { name: /^Trash/ }).click()
  }],
  ['library-cards', async (page) => {
    await page.getByRole('button', { name: /^All filings/ }).click()
    await page.getByRole('button', { name: /^Group by/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Company' }).click()
    await page.getByRole('button', { name: 'As cards' }).click()
  }],
  ['library-watched', async (page) => {
    await page.getByRole('button', { name: 'As a table' }).click()
    await page.getByRole('button', { name: /^Watched folders/ }).click()
  }],
  ['review', async (page) => {
    await press(page, 'Escape', 'Control+Shift+r')
  }],
  ['review-activity', async (page) => {
    await page.getByRole('tab', { name: 'Activity' }).click()
  }],
  ['review-requests', async (page) => {
    await page.getByRole('tab', { name: /^Requests/ }).click()
  }],
  ['review-left', async (page) => {
    await page.getByRole('tab', { name: 'Progress' }).click()
    await page.getByRole('button', { name: /^Step through what is left \d/ }).click()
  }]
]

/** What is shown where something goes wrong. */
export const FAILURE_VIEWS: readonly ShotView[] = [
  ['import-queue', async (page) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'picture.htm'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
    writeFileSync(join(folder, 'empty.txt'), '')
    await ask(page, 'queue.add', {
      paths: [...writeShelf(join(folder, 'shelf'), shelf(3)), join(folder, 'picture.htm'), join(folder, 'empty.txt'),
        join(folder, 'gone.txt')],
      folderId: null,
      mirror: false
    })
    await press(page, 'Escape', 'Control+l')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Import queue' }).click()
    await page.getByRole('region', { name: 'Import queue' }).waitFor()
  }],
  ['drop', async (page) => {
    await page.getByRole('button', { name: 'Hide the import queue' }).click()
    await page.locator('.app').evaluate((element) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['x'], 'x.txt'))
      element.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer }))
    })
  }]
]
