import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { filingText, openedText } from './reader-page'

/** How many ranges are painted in the kinds whose name begins so. */
const painted = (page: Page, prefix: string): Promise<number> => page.evaluate((wanted) =>
  // eslint-disable-next-line no-restricted-properties -- the test looks at what the painter painted
  [...CSS.highlights].filter(([name]) => name.startsWith(wanted)).reduce((sum, [, ranges]) => sum + ranges.size, 0), prefix)

const scrollTop = (page: Page): Promise<number> => filingText(page).evaluate((element) => element.scrollTop)

test('words are selected, marked and re-bounded by keys alone', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  const said = page.getByRole('status').filter({ hasText: 'Selected:' })
  await page.keyboard.press('s')
  await expect(said).toContainText('Harrow Ridge Therapeutics')
  await page.keyboard.press('s')
  await expect(said).toContainText('Selected: Management is comparing')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(said).toContainText('Selected: is comparing')
  await page.keyboard.press('1')
  await expect.poll(() => painted(page, 'tag-')).toBe(1)
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await quit()
})

test('the source view shows the same marks and leads back to the same line', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  await filingText(page).evaluate((element) => { element.scrollTop = 700 })
  await expect.poll(() => scrollTop(page)).toBe(700)
  // The place is looked up a tenth of a second after the page has come to rest.
  await page.waitForTimeout(400)
  await page.keyboard.press('v')
  await expect(page.getByLabel('Source of the filing')).toBeVisible()
  await expect.poll(() => painted(page, 'finding')).toBeGreaterThan(0)
  await page.keyboard.press('v')
  await openedText(page, 'FINDING')
  await page.keyboard.press('Control+l')
  await page.keyboard.press('Control+Shift+l')
  await openedText(page, 'FINDING')
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(500)
  await quit()
})

test('a selection reaches beyond what is drawn, and is copied whole', async () => {
  const path = join(newFolder(), 'long.txt')
  const paragraphs = Array.from({ length: 400 }, (_, at) => `Paragraph ${String(at)} of the Elm Cove yearbook tells what the company did in that week, and why it did so.`)
  writeFileSync(path, `EXHIBIT 99.1\n\nELM COVE FOODS REPORTS ITS YEAR\n\n${paragraphs.join('\n\n')}\n`)
  const { app, page, quit } = await launch({ args: ['--', path] })
  await openedText(page, 'Paragraph 1 of')
  await page.getByText('Paragraph 2 of').first().click({ position: { x: 60, y: 12 } })
  await filingText(page).evaluate((element) => { element.scrollTop = element.scrollHeight })
  await expect(page.getByText('Paragraph 399 of').first()).toBeVisible()
  await page.getByText('Paragraph 399 of').first().click({ position: { x: 200, y: 12 }, modifiers: ['Shift'] })
  await expect(page.getByRole('toolbar', { name: 'Mark the selection' })).toBeVisible()
  await page.keyboard.press('c')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Paragraph 200 of the Elm Cove yearbook')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied.split('\n').length).toBe(398)
  await quit()
})
