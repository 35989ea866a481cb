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

test('a column keeps the width it was given, over a restart too', async () => {
  const dataFolder = newFolder()
  const first = await launch({ dataFolder })
  await ask(first.page, 'queue.add', { paths: writeShelf(newFolder(), shelf(2)), folderId: null, mirror: false })
  await expect(first.page.locator('.row-title')).toHaveCount(2)
  const handle = (of: typeof first) => of.page.getByRole('separator', { name: 'Width of the column Company' })
  await handle(first).focus()
  for (let press = 0; press < 6; press += 1) await first.page.keyboard.press('ArrowRight')
  const wide = Number(await handle(first).getAttribute('aria-valuenow'))
  const head = await first.page.getByRole('columnheader', { name: 'Company' }).boundingBox()
  expect(Math.abs((head?.width ?? 0) - wide)).toBeLessThanOrEqual(1)
  await first.quit()
  const second = await launch({ dataFolder })
  await expect(handle(second)).toHaveAttribute('aria-valuenow', String(wide))
  await second.quit()
})

test('days are written in the chosen form everywhere: list, palette, sidebar, header, citation', async () => {
  const redwell = await launch()
  const { app, page } = redwell
  const [one] = shelf(1)
  if (!one) throw new Error('No filing.')
  const filing = { ...one, day: '2005-11-23' }
  await ask(page, 'queue.add', { paths: writeShelf(newFolder(), [filing]), folderId: null, mirror: false })
  await page.locator('.row-title').first().dblclick()
  await openedText(page, 'Elm Cove Foods')
  for (const [choice, day, citation] of [['2007-01-31', '2005-11-23', '2005-11-23'], ['31 Jan 2007', '23 Nov 2005',
    '23 November 2005']] as const) {
    await page.keyboard.press('Control+,')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByRole('radiogroup', { name: 'Dates' }).getByText(choice).click()
    await page.keyboard.press('Escape')
    await expect(page.locator('.filing-line')).toContainText(day)
    await page.getByLabel('Library and outline').getByRole('tab', { name: 'Library', exact: true }).click()
    await expect(page.locator('.side-facts').first()).toContainText(day)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('elm cove')
    await expect(page.locator('.cmdk .facts-rest').first()).toContainText(day)
    await page.keyboard.press('Escape')
    await selectWords(page, 'said today')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('citation for people')
    await page.keyboard.press('Enter')
    await expect.poll(() => app.evaluate(async ({ clipboard }) => await clipboard.readText())).toContain(citation)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+l')
    await expect(
      page.locator('.row').filter({ hasText: filing.file }).first().or(page.getByRole('row').filter({ hasText: filing.file })).first()
    ).toContainText(day)
    await page.locator('.strip-tab .strip-button').first().click()
  }
  await redwell.quit()
})

test('a watched folder that was just added is let go by Undo', async () => {
  const { app, page, quit } = await launch()
  const folder = newFolder()
  writeShelf(folder, shelf(1))
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('watched folders')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Watched folders' })
  await dialog.getByRole('button', { name: /Watch a folder|Add|Choose/ }).first().click()
  await expect(dialog).toContainText(folder)
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).first().click()
  await expect(dialog).not.toContainText(folder)
  await quit()
})

test('a company is offered while its name is typed', async () => {
  const { page, quit } = await launch()
  await ask(page, 'queue.add', { paths: writeShelf(newFolder(), shelf(5)), folderId: null, mirror: false })
  await expect(page.locator('.row-title')).toHaveCount(5)
  await page.locator('.row-file').first().click()
  await page.keyboard.press('Control+i')
  const company = page.getByRole('dialog', { name: 'Details' }).getByLabel('Company', { exact: true })
  const offered = await company.evaluate((field) => [...(field as HTMLInputElement).list?.options ?? []].map(({ value }) => value))
  expect(offered).toEqual(expect.arrayContaining(['ELM COVE FOODS INC', 'OSTERBY GLASS LTD']))
  expect(offered).toEqual([...new Set(offered)])
  await quit()
})
