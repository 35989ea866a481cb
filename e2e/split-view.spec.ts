import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, SAMPLE } from './app'
import { filingText, openedText, showTab } from './reader-page'

const first = (page: Page): Locator => page.getByLabel('Filing text', { exact: true })
const second = (page: Page): Locator => page.getByLabel('Filing text, second half')
const scrollTop = (half: Locator): Promise<number> => half.evaluate((element) => element.scrollTop)

test('two places of one filing are read at once, and each half keeps its own scroll', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  await page.keyboard.press('w')
  await expect(second(page)).toBeVisible()
  await expect(second(page)).toBeFocused()
  await expect(second(page)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('status').filter({ hasText: 'second half' })).toHaveCount(1)
  await second(page).hover()
  await page.mouse.wheel(0, 900)
  await expect.poll(() => scrollTop(second(page))).toBeGreaterThan(500)
  expect(await scrollTop(first(page))).toBe(0)
  await page.keyboard.press('F6')
  await expect(first(page)).toBeFocused()
  await expect(first(page)).toHaveAttribute('aria-current', 'true')
  // What is found is shown in the half in which the reader is, and only there.
  const before = await scrollTop(second(page))
  await page.keyboard.press('Control+f')
  await page.keyboard.type('SECOND FINDING')
  await expect(first(page).getByText('SECOND FINDING').first()).toBeInViewport()
  expect(await scrollTop(second(page))).toBe(before)
  await page.keyboard.press('Escape')
  await first(page).focus()
  await page.keyboard.press('F6')
  const read = await scrollTop(second(page))
  await page.keyboard.press('w')
  await expect(second(page)).toHaveCount(0)
  // The half that was read stays, with its place.
  await expect.poll(() => scrollTop(filingText(page))).toBeGreaterThan(read - 60)
  await expect(filingText(page)).toBeFocused()
  await quit()
})

test('words are marked in either half, and the mark is painted in both', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  await page.keyboard.press('w')
  await expect(second(page)).toBeVisible()
  await page.keyboard.press('s')
  await page.keyboard.press('1')
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
   
  const painted = (): Promise<number> => page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith('tag-')).reduce((sum, [, ranges]) => sum + ranges.size, 0))
  await expect.poll(painted).toBeGreaterThanOrEqual(2)
  await showTab(page, 'Notes')
  await expect(page.locator('.entry-quote-words')).toContainText('Harrow Ridge')
  await quit()
})

test('a section of the outline opens in the other half, by key', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  const outline = page.getByRole('navigation', { name: 'Outline' })
  const section = outline.getByRole('button', { name: /THIRD FINDING/i }).first()
  await section.focus()
  await page.keyboard.press('Shift+Enter')
  await expect(second(page)).toBeFocused()
  await expect(second(page).getByText(/THIRD FINDING/i).first()).toBeInViewport()
  expect(await scrollTop(first(page))).toBe(0)
  await quit()
})
