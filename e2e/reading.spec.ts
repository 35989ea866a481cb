import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { filingText, openedText } from './reader-page'

/** How many ranges are painted in the kinds whose name begins so. */
const painted = (page: Page, prefix: string): Promise<number> =>
  page.evaluate(
    (wanted) => [...CSS.highlights].filter(([name]) => name.startsWith(wanted)).reduce((sum, [, ranges]) => sum + ranges.size, 0),
    prefix
  )

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
  await filingText(page).evaluate((element) => {
    element.scrollTop = 700
  })
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

/** A release of 400 numbered paragraphs, of which a window draws some twenty. */
const longRelease = (): string => {
  const path = join(newFolder(), 'long.txt')
  const paragraphs = Array.from({ length: 400 },
    (_, at) => `Paragraph ${String(at)} of the Elm Cove yearbook tells what the company did in that week, and why it did so.`)
  writeFileSync(path, `EXHIBIT 99.1\n\nELM COVE FOODS REPORTS ITS YEAR\n\n${paragraphs.join('\n\n')}\n`)
  return path
}

/** The paragraph in which the first line on screen stands, and where that paragraph begins below the top edge, in CSS pixels. */
const firstLine = (page: Page): Promise<{ readonly words: string; readonly top: number }> =>
  filingText(page).evaluate((element) => {
    const edge = element.getBoundingClientRect().top
    const first = [...element.querySelectorAll('.block')].find((block) => block.getBoundingClientRect().bottom > edge + 6)
    return { words: (first?.textContent ?? '').slice(0, 14), top: Math.round((first?.getBoundingClientRect().top ?? 0) - edge) }
  })

test('the first line stays the first line through size, width, spacing, face and theme, and after a restart', async () => {
  const dataFolder = newFolder()
  const path = longRelease()
  const first = await launch({ dataFolder, args: ['--', path] })
  const { page } = first
  await openedText(page, 'Paragraph 1 of')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Paragraph 200 of')
  await expect(page.getByText('Paragraph 200 of')).toBeInViewport()
  await page.keyboard.press('Escape')
  // Its paragraph is cut by the edge in the middle, wherever exactly the hit came to stand: neither it nor the next is a hair from being first.
  await filingText(page).evaluate((element) => {
    const cut = [...element.querySelectorAll('.block')].find((block) => (block.textContent ?? '').startsWith('Paragraph 199 of'))
    const { top: at = 0, height = 0 } = cut?.getBoundingClientRect() ?? {}
    element.scrollTop += at + height / 2 - element.getBoundingClientRect().top
  })
  // The place is looked up a tenth of a second after the page has come to rest.
  await page.waitForTimeout(400)
  const { words, top } = await firstLine(page)
  await page.getByRole('button', { name: 'Text and theme' }).click()
  const settings = page.getByRole('dialog', { name: 'Text and theme' })
  const stays = async (): Promise<void> => {
    await expect.poll(async () => (await firstLine(page)).words).toBe(words)
  }
  for (const what of ['Size: more', 'Size: more', 'Width: less', 'Line spacing: more', 'Size: less', 'Size: less', 'Width: more',
    'Line spacing: less']) {
    await settings.getByRole('button', { name: what }).click()
    await stays()
  }
  for (const face of ['legible', 'mono', 'sans', 'serif']) {
    await settings.getByLabel('Text font').selectOption(face)
    await stays()
  }
  for (const theme of ['dark', 'sepia', 'light']) await settings.getByLabel('Theme').selectOption(theme)
  await stays()
  expect(Math.abs((await firstLine(page)).top - top)).toBeLessThanOrEqual(2)
  await page.keyboard.press('Escape')
  await page.waitForTimeout(400)
  await first.quit()
  const again = await launch({ dataFolder, args: ['--', path] })
  await expect.poll(async () => (await firstLine(again.page)).words, { timeout: 20_000 }).toBe(words)
  await again.quit()
})

test('what stands far off is found, and copied with its citation', async () => {
  const { app, page, quit } = await launch({ args: ['--', longRelease()] })
  await openedText(page, 'Paragraph 1 of')
  expect(await page.getByText('Paragraph 388 of').count()).toBe(0)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('paragraph 388')
  await expect(page.getByText('Paragraph 388 of')).toBeInViewport()
  await page.keyboard.press('Escape')
  // The place is looked up a tenth of a second after the page has come to rest.
  await page.waitForTimeout(400)
  await filingText(page).focus()
  await page.keyboard.press('s')
  await expect(page.getByRole('status').filter({ hasText: 'Selected:' })).toHaveCount(1)
  await page.keyboard.press('Shift+C')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /^“Paragraph 3\d\d of the Elm Cove yearbook [^]*”\n— Elm Cove Foods Reports Its Year, EX-99\.1[^()]*$/
  )
  // As evidence, with the way to the very bytes, from the list of commands.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('citation as evidence')
  await page.keyboard.press('Enter')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /— [^]*long\.txt, SHA-256 [0-9a-f]{12}…, \d+–\d+\)$/
  )
  await filingText(page).focus()
  // All of it, from the first word to the last, though most was never drawn.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect.poll(async () => (await app.evaluate(({ clipboard }) => clipboard.readText())).split('\n').length).toBeGreaterThan(400)
  await quit()
})

test('a selection reaches beyond what is drawn, and is copied whole', async () => {
  const { app, page, quit } = await launch({ args: ['--', longRelease()] })
  await openedText(page, 'Paragraph 1 of')
  await page.getByText('Paragraph 2 of').first().click({ position: { x: 60, y: 12 } })
  await filingText(page).evaluate((element) => {
    element.scrollTop = element.scrollHeight
  })
  await expect(page.getByText('Paragraph 399 of').first()).toBeVisible()
  await page.getByText('Paragraph 399 of').first().click({ position: { x: 200, y: 12 }, modifiers: ['Shift'] })
  await expect(page.getByRole('toolbar', { name: 'Mark the selection' })).toBeVisible()
  await page.keyboard.press('c')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Paragraph 200 of the Elm Cove yearbook')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied.split('\n').length).toBe(398)
  await quit()
})
