import { expect, test, type ElectronApplication, type Locator, type Page } from '@playwright/test'
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

  const painted = (): Promise<number> =>
    page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith('tag-')).reduce((sum, [, ranges]) => sum + ranges.size, 0))
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

const border = (page: Page): Locator => page.getByRole('separator', { name: /of the first half/ })
const shareOf = (page: Page): Promise<number> => border(page).getAttribute('aria-valuenow').then(Number)

/** Remembers the word at the start of the first line of a half, and answers how to ask where it now stands below the top edge. */
const firstLine = async (half: Locator): Promise<() => Promise<number>> => {
  const word = await half.evaluateHandle((element) => {
    const edge = element.getBoundingClientRect().top + 8
    const boxes = [...element.querySelectorAll('[data-surface]')].map((block) => block.getBoundingClientRect()).sort((a, b) =>
      a.top - b.top
    )
    const box = boxes.find(({ bottom }) => bottom > edge + 8)
    const place = box ? document.caretPositionFromPoint(box.left + 2, Math.max(edge, box.top + 8)) : null
    if (!(place?.offsetNode instanceof Text)) throw new Error('no word stands in the first line')
    const range = document.createRange()
    range.setStart(place.offsetNode, Math.min(place.offset, place.offsetNode.length - 1))
    range.setEnd(place.offsetNode, range.startOffset + 1)
    return range
  })
  return () => half.evaluate((element, range) => range.getBoundingClientRect().top - element.getBoundingClientRect().top, word)
}

const resize = (app: ElectronApplication, width: number, height: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
  }, { width, height })

/** Scrolls both halves to places of their own, each so that its first line can be told. */
const apart = async (page: Page): Promise<void> => {
  await first(page).evaluate((element) => {
    element.scrollTop = 700
  })
  await second(page).evaluate((element) => {
    element.scrollTop = 1500
  })
  await expect.poll(() => scrollTop(second(page))).toBeGreaterThan(1200)
  await expect.poll(() => scrollTop(first(page))).toBeGreaterThan(500)
  // The place is looked up a moment after the page scrolled.
  await page.waitForTimeout(400)
}

for (const [arrangement, width, bigger, smaller] of [['one above the other', 1250, 'ArrowDown', 'ArrowUp'], ['beside each other', 1560,
  'ArrowRight', 'ArrowLeft']] as const) {
  test(`the border between halves that stand ${arrangement} moves by key and by pointer, and the lines stay`, async () => {
    const { app, page, quit, dataFolder } = await launch({ args: ['--', SAMPLE] })
    await resize(app, width, 900)
    await openedText(page, 'EXHIBIT 99')
    await page.keyboard.press('w')
    const above = arrangement === 'one above the other'
    await expect(border(page)).toHaveAttribute('aria-orientation', above ? 'horizontal' : 'vertical')
    expect(await shareOf(page)).toBe(50)
    await apart(page)
    const lines = [await firstLine(first(page)), await firstLine(second(page))]
    const before = await Promise.all(lines.map((line) => line()))
    const stayed = async (): Promise<void> => {
      for (const [at, line] of lines.entries())
        await expect.poll(async () => Math.abs(await line() - (before[at] ?? NaN)), `first line of half ${String(at + 1)}`).toBeLessThan(2)
    }
    await border(page).focus()
    for (let press = 0; press < 5; press += 1) await page.keyboard.press(bigger)
    expect(await shareOf(page)).toBe(60)
    await stayed()
    await page.keyboard.press('Home')
    expect(await shareOf(page)).toBe(25)
    await page.keyboard.press(smaller)
    expect(await shareOf(page)).toBe(25)
    await stayed()
    await page.keyboard.press('Enter')
    expect(await shareOf(page)).toBe(50)
    const box = await border(page).boundingBox()
    const row = await page.locator('.halves-row').boundingBox()
    if (!box || !row) throw new Error('the border has no place')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + (above ? 0 : row.width / 10), y + (above ? row.height / 10 : 0), { steps: 6 })
    await page.mouse.up()
    expect(await shareOf(page)).toBe(60)
    await stayed()
    await quit()
    // The halves are there again, and the border is kept with the other sizes of the window.
    const again = await launch({ dataFolder })
    await expect(second(again.page)).toContainText('FINDING', { timeout: 20_000 })
    await expect(border(again.page)).toHaveAttribute('aria-valuenow', '60')
    await border(again.page).dblclick()
    await expect(border(again.page)).toHaveAttribute('aria-valuenow', '50')
    await again.quit()
  })
}
