import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launch, newFolder, type Redwell, ROOT } from './app'
import { isArchivePage } from './archive-page'
import { filingText, openedText, paintedWords, selectWords } from './reader-page'
import { absurdHtmlFiling, amount, longHtmlFiling, wideHtmlFiling, wideTextFiling, writeFiling } from './table-filings'
import { measureTables } from './table-measure'

const SMALL = { width: 1280, height: 720 }

const openAt = async (path: string, size = SMALL): Promise<Redwell> => {
  const redwell = await launch({ args: [path] })
  await redwell.app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size)
  return redwell
}

const clipboardText = ({ app }: Redwell): Promise<string> => app.evaluate(async ({ clipboard }) => await clipboard.readText())

const frame = (page: Page) => page.locator('.table-frame').first()

for (const [name, content] of [['a text table', wideTextFiling()], ['an HTML table', wideHtmlFiling()]] as const) {
  test(`${name} wider than the page loses nothing: it scrolls, with its bar, its labels and its cut in sight`, async () => {
    const redwell = await openAt(writeFiling(newFolder(), name.includes('text') ? 'wide.txt' : 'wide.htm', content))
    const { page } = redwell
    await openedText(page, 'Larkspur Looms')
    const { tables, wide, faults } = await measureTables(page)
    expect(faults).toEqual([])
    expect([tables, wide]).toEqual([1, 1])
    await filingText(page).evaluate((element) => {
      element.scrollTop = 0
    })
    await frame(page).scrollIntoViewIfNeeded()
    const bar = await page.locator('.table-bar').first().boundingBox()
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(SMALL.height)
    await page.locator('.table-box').first().evaluate((box) => {
      box.scrollLeft = 333
    })
    await expect(frame(page)).toHaveAttribute('data-more-left', '')
    await expect(frame(page)).toHaveAttribute('data-held', '')
    await expect.poll(() => page.locator('.table-bar').first().evaluate((strip) => strip.scrollLeft)).toBe(333)
    await redwell.quit()
  })
}

test('the head of a long table stays in sight while its rows are read', async () => {
  const redwell = await openAt(writeFiling(newFolder(), 'wide.htm', wideHtmlFiling()))
  const { page } = redwell
  await openedText(page, 'Cloth of mill 1')
  await filingText(page).evaluate((element) => {
    element.scrollTop = 700
  })
  await expect(frame(page)).toHaveAttribute('data-stuck', '')
  const head = await page.locator('.table-head-clip').first().boundingBox()
  const text = await filingText(page).boundingBox()
  expect(Math.abs((head?.y ?? 0) - (text?.y ?? -99))).toBeLessThanOrEqual(1)
  await redwell.quit()
})

test('one table has the whole window by key, and Escape brings the panes back', async () => {
  const redwell = await openAt(writeFiling(newFolder(), 'wide.htm', wideHtmlFiling()))
  const { page } = redwell
  await openedText(page, 'Cloth of mill 1')
  await filingText(page).focus()
  await page.keyboard.press('Alt+t')
  await expect(page.locator('.pane')).toHaveCount(0)
  expect((await frame(page).boundingBox())?.width).toBeGreaterThan(1_150)
  await page.keyboard.press('Escape')
  await expect(page.locator('.pane')).toHaveCount(2)
  await redwell.quit()
})

test('of a table of 20,000 cells the rows in sight are drawn, and its last row is found, marked and kept', async () => {
  const redwell = await openAt(writeFiling(newFolder(), 'long.htm', longHtmlFiling(5_000)))
  const { page } = redwell
  await openedText(page, 'Loom 1')
  expect(await page.locator('.table-box td').count()).toBeLessThan(1_500)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Loom 4321')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await expect.poll(() => paintedWords(page, 'hit-current')).toBe('Loom 4321')
  const hit = await filingText(page).getByText('Loom 4321', { exact: true }).boundingBox()
  expect(hit?.y).toBeGreaterThan(80)
  expect(hit?.y).toBeLessThan(600)
  await page.keyboard.press('Escape')
  await selectWords(page, 'Loom 4322')
  await page.keyboard.press('1')
  const marked = (): Promise<string> =>
    page.evaluate(() =>
      [...CSS.highlights].filter(([name]) => name.startsWith('tag-')).flatMap(([, ranges]) =>
        [...ranges].map(({ startContainer }) => startContainer.textContent ?? '')
      ).join()
    )
  await expect.poll(marked).toBe('Loom 4322')
  // The paint goes off and on with its row.
  const there = await filingText(page).evaluate((element) => element.scrollTop)
  await filingText(page).evaluate((element) => {
    document.getSelection()?.removeAllRanges()
    element.scrollTop = 0
  })
  await expect.poll(marked).toBe('')
  await filingText(page).evaluate((element, top) => {
    element.scrollTop = top
  }, there)
  await expect.poll(marked).toBe('Loom 4322')
  expect(await page.locator('.table-box td').count()).toBeLessThan(1_500)
  await redwell.quit()
})

test('a row of 100,000 cells is set as running text, and nothing of it is lost', async () => {
  const redwell = await openAt(writeFiling(newFolder(), 'absurd.htm', absurdHtmlFiling(100_000)))
  const { page } = redwell
  await openedText(page, '100,001 columns')
  expect(await page.locator('.running-row').count()).toBeLessThan(200)
  await page.keyboard.press('Control+f')
  const last = amount(99_999, 1)
  await page.keyboard.type(last)
  await expect.poll(() => paintedWords(page, 'hit-current'), { timeout: 30_000 }).toBe(last)
  await redwell.quit()
})

test('a table goes to a spreadsheet: as a whole by key, its selected cells, and brackets as minus signs on request', async () => {
  const table = '<table><tr><th></th><th>2003</th><th>2002</th></tr><tr><td>Net sales</td><td>$ 31,290</td><td>$ 27,035</td></tr>' +
    '<tr><td>Net loss</td><td>(312)</td><td>(1,044)</td></tr></table>'
  const redwell = await openAt(
    writeFiling(newFolder(), 'small.htm', `<html><body><p>Larkspur Looms has told its results.</p>${table}</body></html>`)
  )
  const { page, app } = redwell
  await openedText(page, 'Net loss')
  await filingText(page).focus()
  await page.keyboard.press('t')
  await expect.poll(() => clipboardText(redwell)).toBe('\t2003\t2002\nNet sales\t$31,290\t$27,035\nNet loss\t(312)\t(1,044)')
  expect(await app.evaluate(({ clipboard }) => (clipboard as unknown as { readHTML: () => string }).readHTML())).toMatch(
    /<td x:num="31290"[^>]*>\$31,290<\/td>/
  )
  await page.keyboard.press('Shift+T')
  await expect.poll(() => clipboardText(redwell)).toContain('Net loss\t-312\t-1,044')
  await selectWords(page, 'Net loss(312)(1,044)')
  await page.keyboard.press('Control+c')
  await expect.poll(() => clipboardText(redwell)).toBe('Net loss\t(312)\t(1,044)')
  await page.locator('.table-box').first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Copy the table( T)?$/ }).click()
  await expect.poll(() => clipboardText(redwell)).toContain('Net sales\t$31,290')
  await redwell.quit()
})

/** The filings that are measured: those of a folder that is named, else a few kinds of those at hand. */
const measured = (): readonly string[] => {
  const named = process.env['REDWELL_TABLES_FOLDER']
  const folder = named ?? join(ROOT, '../shared/filings')
  if (!existsSync(folder)) return []
  const all = readdirSync(folder).filter((name) => /\.(?:txt|html?|nc)$/i.test(name) && !isArchivePage(join(folder, name))).sort()
  const some = ['10k_1994', '10k405_2001', '10k_2003', 'ex99_2005'].flatMap((kind) => all.find((name) => name.startsWith(kind)) ?? [])
  return (named === undefined ? some : all).map((name) => join(folder, name))
}

for (const path of measured()) {
  test(`no table of ${path.split('/').at(-1) ?? ''} is cut unseen`, async () => {
    test.setTimeout(600_000)
    const redwell = await openAt(path)
    await filingText(redwell.page).locator('.block').first().waitFor({ timeout: 120_000 })
    const { tables, cells, wide, faults } = await measureTables(redwell.page)
    console.log(`${String(tables)} tables, ${String(wide)} wide, ${String(cells)} texts, ${String(faults.length)} faults`)
    expect(faults.slice(0, 20)).toEqual([])
    await redwell.quit()
  })
}
