import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, newFolder, type Redwell } from './app'
import { ask } from './filing-shelf'
import { filingText, openedText, showTab } from './reader-page'

/** A release of a fictional company, long enough to be scrolled. */
const release = (folder: string, company: string, year: number, sales: string): string => {
  const path = join(folder, `${company.toLowerCase().replace(/\W+/g, '-')}-${String(year)}.txt`)
  const paragraphs = Array.from({ length: 160 },
    (_, at) => `Paragraph ${String(at)} of the ${company} report for ${String(year)} tells what the company did in that week.`)
  writeFileSync(path,
    `EXHIBIT 99.1\n\n${company.toUpperCase()} REPORTS ${String(year)} RESULTS\n\nRENO, Nev., March 3, ${
      String(year + 1)
    } -- Net sales were ${sales} million.\n\n${paragraphs.join('\n\n')}\n`)
  return path
}

const threeFiles = (): readonly string[] => {
  const folder = newFolder()
  return [release(folder, 'Elm Cove Foods', 2005, '$12.4'), release(folder, 'Elm Cove Foods', 2006, '$15.1'),
    release(folder, 'Birch Point Mills', 2006, '$7.7')]
}

const tabs = (page: Page): Locator => page.getByRole('tablist', { name: 'Open filings' }).locator('.strip-tab')
const tab = (page: Page, words: RegExp): Locator => page.getByRole('tablist', { name: 'Open filings' }).getByRole('tab', { name: words })
const second = (page: Page): Locator => page.getByLabel('Filing text, second half', { exact: true })
const first = (page: Page): Locator => page.getByLabel('Filing text', { exact: true })
/** The paragraph that is the first in sight. */
const firstWords = (half: Locator): Promise<string> =>
  half.evaluate((element) => {
    const edge = element.getBoundingClientRect().top
    const found = [...element.querySelectorAll('.block')].filter((block) => block.getBoundingClientRect().bottom > edge + 6)
    found.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    return (found[0]?.textContent ?? '').slice(0, 14)
  })

const scrollTo = async (page: Page, half: Locator, top: number): Promise<void> => {
  await half.hover()
  await page.mouse.wheel(0, top)
  await expect.poll(() => half.evaluate((element) => element.scrollTop)).toBeGreaterThan(top - 100)
  // The place is looked up a tenth of a second after the page has come to rest.
  await page.waitForTimeout(400)
}

const openRow = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+l')
  await page.getByRole('grid').getByRole('row').filter({ hasText: words }).dblclick()
}

/** Opens all three filings, each in a tab of its own. */
const openAll = async (page: Page): Promise<void> => {
  await openRow(page, 'elm-cove-foods-2005')
  await openedText(page, 'report for 2005')
  await openRow(page, 'elm-cove-foods-2006')
  await openedText(page, 'Elm Cove Foods report for 2006')
  await openRow(page, 'birch-point-mills')
  await openedText(page, 'Birch Point Mills report')
  await expect(tabs(page)).toHaveCount(3)
}

/** Starts with three filings in the library, none of them open. */
const started = async (dataFolder = newFolder()): Promise<Redwell> => {
  const redwell = await launch({ dataFolder })
  await expect(redwell.page.getByRole('button', { name: 'Open files', exact: true })).toBeVisible()
  await ask(redwell.page, 'library.import', { paths: threeFiles() })
  await expect(redwell.page.getByRole('grid').getByRole('row')).toHaveCount(4, { timeout: 30_000 })
  return redwell
}

test('filings open in tabs, keep their places, are stepped through by key, closed, and opened again', async () => {
  const { page, quit } = await started()
  await openAll(page)
  await tab(page, /ELM COVE FOODS REPORTS 2005/i).click()
  await openedText(page, 'report for 2005')
  await scrollTo(page, first(page), 2400)
  const read = await firstWords(first(page))
  expect(read).toMatch(/^Paragraph \d\d/)
  await page.keyboard.press('Control+Tab')
  await openedText(page, 'Elm Cove Foods report for 2006')
  await page.keyboard.press('Control+Shift+Tab')
  await openedText(page, 'report for 2005')
  await expect.poll(() => firstWords(first(page))).toBe(read)
  // A filing that has a tab comes to the front in it.
  await openRow(page, 'elm-cove-foods-2006')
  await openedText(page, 'Elm Cove Foods report for 2006')
  await expect(tabs(page)).toHaveCount(3)
  await page.keyboard.press('Control+w')
  await expect(tabs(page)).toHaveCount(2)
  await openedText(page, 'Birch Point Mills report')
  await page.keyboard.press('Control+Shift+t')
  await openedText(page, 'Elm Cove Foods report for 2006')
  await expect(tabs(page)).toHaveCount(3)
  // By keys along the strip.
  await tab(page, /ELM COVE FOODS REPORTS 2006/i).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await openedText(page, 'Birch Point Mills report')
  await tab(page, /BIRCH POINT/i).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Close the others' }).click()
  await expect(tabs(page)).toHaveCount(1)
  await page.keyboard.press('Control+w')
  await expect(page.getByRole('grid')).toBeVisible()
  await quit()
})

test('two different filings stand side by side, each is worked on where the reader is, and each keeps its marks and place', async () => {
  const { page, quit } = await started()
  await openRow(page, 'elm-cove-foods-2005')
  await openedText(page, 'report for 2005')
  await page.keyboard.press('s')
  await page.keyboard.press('1')
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await page.keyboard.press('Control+l')
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'elm-cove-foods-2006' })
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Open beside what is read' }).click()
  await expect(second(page)).toContainText('report for 2006')
  await expect(first(page)).toContainText('report for 2005')
  await expect(tabs(page)).toHaveCount(1)
  await expect(page.locator('.filing-title')).toHaveText(/2006/)
  await expect(page.getByRole('group', { name: 'Marks shown' })).not.toContainText('Mine1')
  // The highlight of the first is painted on, though the second is worked on.
  const painted = (): Promise<number> =>
    page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith('tag-')).reduce((sum, [, ranges]) => sum + ranges.size, 0))
  await expect.poll(painted).toBe(1)
  await second(page).focus()
  await page.keyboard.press('s')
  await page.keyboard.press('2')
  await expect.poll(painted).toBe(2)
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await page.keyboard.press('F6')
  await expect(page.locator('.filing-title')).toHaveText(/2005/)
  await expect.poll(painted).toBe(2)
  await page.keyboard.press('F6')
  await scrollTo(page, second(page), 1500)
  const read = await firstWords(second(page))
  await page.keyboard.press('F6')
  await expect(first(page)).toBeFocused()
  await expect(page.locator('.filing-title')).toHaveText(/2005/)
  expect(await firstWords(second(page))).toBe(read)
  await showTab(page, 'Notes')
  await expect(page.locator('.entry-quote-words')).toHaveCount(1)
  // Another tab and back: both are there again, where they were.
  await openRow(page, 'birch-point-mills')
  await openedText(page, 'Birch Point Mills report')
  await expect(second(page)).toHaveCount(0)
  await page.keyboard.press('Control+Shift+Tab')
  await expect(second(page)).toContainText('report for 2006')
  await expect(first(page)).toContainText('report for 2005')
  await expect.poll(() => firstWords(second(page))).toBe(read)
  await page.keyboard.press('w')
  await expect(second(page)).toHaveCount(0)
  await expect(first(page)).toContainText('report for 2005')
  await quit()
})

test('back and forward lead across filings and comparisons, and Escape leaves a comparison', async () => {
  const { page, quit } = await started()
  await openAll(page)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await openedText(page, 'Elm Cove Foods report for 2006')
  await page.keyboard.press('Control+d')
  await expect(page.getByRole('heading', { name: 'Compare' })).toBeVisible()
  await page.keyboard.press('Escape')
  await openedText(page, 'Elm Cove Foods report for 2006')
  await page.keyboard.press('Control+d')
  await page.locator('.compare-filings button').filter({ hasText: '2005' }).first().click()
  const kinds = page.getByRole('group', { name: 'Kinds of change' })
  await expect(kinds).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Alt+ArrowLeft')
  await openedText(page, 'Elm Cove Foods report for 2006')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(kinds).toBeVisible()
  await page.keyboard.press('Escape')
  await openedText(page, 'Elm Cove Foods report for 2006')
  await expect(tabs(page)).toHaveCount(4)
  await quit()
})

test('a restart brings back tabs, places, halves, panels and how far the library was scrolled', async () => {
  const dataFolder = newFolder()
  const one = await started(dataFolder)
  await openAll(one.page)
  await tab(one.page, /ELM COVE FOODS REPORTS 2005/i).click()
  await openedText(one.page, 'report for 2005')
  await scrollTo(one.page, first(one.page), 2000)
  await tab(one.page, /ELM COVE FOODS REPORTS 2006/i).click({ button: 'right' })
  await one.page.getByRole('menuitem', { name: 'Show beside what is read' }).click()
  await expect(second(one.page)).toContainText('report for 2006')
  await scrollTo(one.page, second(one.page), 900)
  await showTab(one.page, 'Marks')
  const places = [await firstWords(first(one.page)), await firstWords(second(one.page))]
  await one.quit()
  const two = await launch({ dataFolder })
  await expect(second(two.page)).toContainText('report for 2006', { timeout: 20_000 })
  await expect(filingText(two.page).first()).toContainText('report for 2005')
  await expect(tabs(two.page)).toHaveCount(3)
  await expect.poll(async () => [await firstWords(first(two.page)), await firstWords(second(two.page))]).toEqual(places)
  await expect(two.page.getByRole('tab', { name: 'Marks', exact: true })).toHaveAttribute('aria-selected', 'true')
  await two.quit()
})
