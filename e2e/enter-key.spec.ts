import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, newFolder, ROOT, SAMPLE } from './app'
import { openedText } from './reader-page'

const FIRST = join(ROOT, 'e2e/filings/gauges.txt')
const SECOND = join(ROOT, 'e2e/filings/gauges-corrected.txt')

/** Whether the ring around what has the focus is drawn, and cut by nothing it stands in. */
const ringShows = (of: Locator): Promise<boolean> =>
  of.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element)
    const out = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset)
    const box = element.getBoundingClientRect()
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow === 'visible') continue
      const edge = around.getBoundingClientRect()
      if (box.left - out < edge.left || box.right + out > edge.right || box.top - out < edge.top - 0.5) return false
    }
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
  })

const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name })

test('Enter in the export dialog is its main button, whose ring shows, from the dialog and from its fields', async () => {
  const folder = newFolder()
  const { app, page, quit } = await launch({ args: ['--', SAMPLE] })
  const out = join(folder, 'out.pdf')
  writeFileSync(out, 'there')
  await app.evaluate(({ dialog: dialogs }, path) => {
    dialogs.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
  }, '')
  await openedText(page, 'HARROW RIDGE')
  await page.keyboard.press('Control+e')
  const main = dialog(page, 'Export as PDF').getByRole('button', { name: 'Save PDF…' })
  await expect(main).toBeFocused()
  expect(await ringShows(main)).toBe(true)
  await dialog(page, 'Export as PDF').getByRole('radio', { name: 'A4' }).focus()
  await app.evaluate(({ dialog: dialogs }, path) => {
    dialogs.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, join(folder, 'new.pdf'))
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Export as PDF')).toContainText('Saved')
  // What was pressed is gone; the next main button answers.
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Export as PDF')).toBeHidden()
  await quit()
})

test('Enter in every other dialog with a main button presses it, and never what destroys', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST] })
  await openedText(page, 'BRIGHT SHOAL')
  await page.keyboard.press('Control+l')
  await page.getByRole('row').filter({ hasText: 'gauges.txt' }).locator('.row-file').click()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+i')
  const details = page.getByRole('dialog', { name: 'Details' })
  await details.getByLabel('Form', { exact: true }).fill('8-K/A')
  await page.keyboard.press('Enter')
  await expect(details).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: 'gauges.txt' })).toContainText('8-K/A')
  await quit()
})

test('Enter takes the first hit of a chooser once something is typed, and its ring is whole', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND, SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await page.keyboard.press('Control+d')
  const field = page.getByLabel('Filter the filings')
  await expect(field).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const first = page.locator('.compare-filings button').first()
  await expect(first).toBeFocused()
  expect(await ringShows(first)).toBe(true)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('gauges')
  expect(await page.locator('.compare-filings button').count()).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Kinds of change' })).toBeVisible()
  await quit()
})

test('a message stands beside a dialog, not on it', async () => {
  const { app, page, quit } = await launch({ args: ['--', SAMPLE] })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720))
  await openedText(page, 'HARROW RIDGE')
  await page.getByLabel('Filing text').focus()
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog').waitFor()
  const overlap = await page.evaluate(() => {
    // The widest message there can be, where messages stand.
    const stack = document.createElement('section')
    stack.className = 'toasts'
    stack.innerText = 'word '.repeat(60)
    document.body.append(stack)
    const a = stack.getBoundingClientRect()
    const b = document.querySelector('.dialog')?.getBoundingClientRect() ?? new DOMRect()
    stack.remove()
    return a.width > 0 && a.left < b.right && a.bottom > b.top
  })
  expect(overlap).toBe(false)
  await quit()
})
