import { join } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { ask, shelf, writeShelf } from './filing-shelf'
import { filingText, openedText, selectWords } from './reader-page'
import { longHtmlFiling, writeFiling } from './table-filings'

/** The parts of two boxes that lie over each other, in square pixels. */
const overlap = async (one: Locator, other: Locator): Promise<number> => {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()]
  if (!a || !b) throw new Error('One of the two is not drawn.')
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, wide) * Math.max(0, high)
}

test('an empty library offers to import a whole folder, and Escape puts the import queue away', async () => {
  const { app, page, quit } = await launch()
  const folder = newFolder()
  writeShelf(folder, shelf(3))
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
  await page.getByRole('button', { name: /^Import a folder…/ }).click()
  const panel = page.getByRole('region', { name: 'Import queue' })
  await expect(panel).toContainText('3 imported')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await quit()
})

test('a page of the archive about a filing is refused, with what to save instead', async () => {
  const folder = newFolder()
  const path = writeFiling(folder, 'index.htm',
    '<html><head><title>EDGAR Filing Documents for 0000900001-23-002051</title></head><body><p>Form DEF 14A</p></body></html>')
  const { page, quit } = await launch()
  await ask(page, 'queue.add', { paths: [path, ...writeShelf(join(folder, 'more'), shelf(1))], folderId: null, mirror: false })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('import queue')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: 'Import queue' })
  await expect(panel).toContainText('list of the documents of a filing 0000900001-23-002051, not a filing')
  await expect(panel).toContainText('Complete submission text file')
  await quit()
})

test('messages leave the note that is written alone', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await selectWords(page, 'Soft wraps are becoming the habit of most clinics.')
  await page.keyboard.press('1')
  await expect(page.locator('.toast').first()).toBeVisible()
  await page.keyboard.press('n')
  const editor = page.locator('.note-editor')
  await expect(editor).toBeVisible()
  const messages = page.locator('.toasts')
  await expect(messages).toBeVisible()
  expect(await overlap(messages, page.locator('.pane').last())).toBe(0)
  await quit()
})

test('the list of keys has those of a note, and the palette shows the day of a filing whole', async () => {
  const { page, quit } = await launch()
  const folder = newFolder()
  const [one] = shelf(1)
  if (!one) throw new Error('No filing.')
  const company = 'THE VERY LONG NAME OF A MAKER OF GAUGES AND OTHER INSTRUMENTS HOLDINGS INC'
  await ask(page, 'queue.add', { paths: writeShelf(folder, [{ ...one, company }]), folderId: null, mirror: false })
  await expect(page.locator('.row-title').first()).toBeVisible()
  await page.locator('.row-title').first().click()
  await page.keyboard.press('?')
  const keys = page.getByRole('region', { name: 'While writing a note' })
  await expect(keys).toContainText('Leave the note')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('elm cove')
  const facts = page.locator('.cmdk .facts-line').first()
  await expect(facts.locator('.facts-rest')).toContainText(/2004$/)
  expect(await facts.locator('.facts-rest').evaluate((rest) => {
    const [own, line] = [rest.getBoundingClientRect(), rest.parentElement?.getBoundingClientRect()]
    return own.right <= (line?.right ?? 0) + 0.5
  })).toBe(true)
  await quit()
})

test('the held head of a table is as wide as the table, and the buttons of the table lie on none of its words', async () => {
  const { app, page, quit } = await launch({ args: [writeFiling(newFolder(), 'looms.htm', longHtmlFiling(40))] })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1_500, 800))
  await openedText(page, 'Loom 1')
  await page.keyboard.press(']')
  await filingText(page).evaluate((element) => {
    element.scrollTop = 500
  })
  const frame = page.locator('.table-frame').first()
  await expect(frame).toHaveAttribute('data-stuck', '')
  const box = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect)
  const [head, table] = [await box(frame.locator('.table-head table')), await box(frame.locator('.table-box table'))]
  expect(Math.abs(head.left - table.left)).toBeLessThanOrEqual(1)
  expect(Math.abs(head.right - table.right)).toBeLessThanOrEqual(1)
  await page.mouse.move(table.left + 200, 500)
  await page.mouse.move(table.left + 205, 505)
  const acts = page.getByRole('toolbar', { name: 'Table' })
  await expect(acts).toBeVisible()
  expect(await overlap(acts, frame.locator('.table-head-clip'))).toBe(0)
  await acts.hover()
  await expect(acts).toBeVisible()
  await quit()
})

test('a filing that asks for no decision is read, not finished, once it was opened', async () => {
  const { page, quit } = await launch({
    args: [writeFiling(newFolder(), 'plain.txt', 'Elm Cove Foods\n\nThe office is closed on Monday.\n')]
  })
  await openedText(page, 'The office is closed')
  await page.keyboard.press('Control+l')
  await expect(page.locator('.work-state').first()).toContainText('Read')
  await expect(page.locator('.work-state[data-state="finished"]')).toHaveCount(0)
  await quit()
})
