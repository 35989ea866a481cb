import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, newFolder, SAMPLE } from './app'
import { filingText, openedText, showTab } from './reader-page'

const toast = (page: Page, words: string): Locator => page.getByRole('region', { name: 'Messages' }).getByText(words)
const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Marks' })
const rows = (page: Page): Locator => list(page).getByRole('option')
const chosen = (page: Page): Locator => page.getByRole('toolbar', { name: 'Chosen marks' })
const count = (page: Page): Locator => page.getByLabel('Marks', { exact: true }).locator('.panel-count')

/** How many ranges are painted in the kinds whose name begins so. */
const painted = (page: Page, prefix: string): Promise<number> =>
  page.evaluate(
    (wanted) => [...CSS.highlights].filter(([name]) => name.startsWith(wanted)).reduce((sum, [, ranges]) => sum + ranges.size, 0),
    prefix
  )

/** Marks the next sentences with these tags, by keys alone: behind one that was marked, the next is selected. */
const markSentences = async (page: Page, tags: readonly string[]): Promise<void> => {
  for (const [at, tag] of tags.entries()) {
    await filingText(page).focus()
    await page.keyboard.press('s')
    await expect(
      page.getByRole('toolbar', { name: 'Mark the selection' }).or(page.getByRole('status').filter({ hasText: 'Selected:' })).first()
    ).toBeAttached()
    await page.keyboard.press(tag)
    await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText(`Mine${String(at + 1)}`)
  }
}

test('marks are filtered from several sides, each value with the count a click would leave', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  await markSentences(page, ['1', '1', '2'])
  await page.keyboard.press('Alt+5')
  await expect(list(page)).toBeVisible()
  const all = Number(await count(page).textContent())
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  const [first, second] = [page.getByRole('menuitemcheckbox').nth(0), page.getByRole('menuitemcheckbox').nth(1)]
  await expect(first).toContainText('2')
  await expect(second).toContainText('1')
  await first.click()
  await expect(count(page)).toHaveText(`2 of ${String(all)}`)
  // The other facets count only what is left; the tag's own still counts what another choice would bring.
  await page.getByRole('button', { name: 'Kind', exact: true }).or(page.getByRole('button', { name: /^Tag:/ })).first().click()
  await page.keyboard.press('Escape')
  await page.getByLabel('Filter marks').fill('no such words')
  await expect(page.getByText('Nothing passes the filter')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(count(page)).toHaveText(String(all))
  await quit()
})

test('the filter is kept for its filing, and the text shows only what passes it where asked', async () => {
  const dataFolder = newFolder()
  const first = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(first.page, 'EXHIBIT 99')
  await markSentences(first.page, ['1', '2'])
  await expect.poll(() => painted(first.page, 'tag-')).toBe(2)
  await first.page.keyboard.press('Alt+5')
  await first.page.getByLabel('Filter marks').fill('Harrow Ridge')
  await expect(rows(first.page).first()).toBeVisible()
  await first.page.getByRole('button', { name: 'Only these in the text' }).click()
  await expect.poll(() => painted(first.page, 'tag-')).toBe(1)
  await first.page.getByRole('button', { name: 'Filtered marks only' }).click()
  await expect.poll(() => painted(first.page, 'tag-')).toBe(2)
  await first.quit()
  const again = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(again.page, 'EXHIBIT 99')
  await again.page.keyboard.press('Alt+5')
  await expect(again.page.getByLabel('Filter marks')).toHaveValue('Harrow Ridge')
  await again.quit()
})

test('many highlights get another tag and go as one step each, by keys alone, and come back', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  await markSentences(page, ['1', '1', '1', '2'])
  await page.keyboard.press('Alt+5')
  // Only the highlights, of which there are four.
  await page.getByRole('button', { name: 'Kind', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemcheckbox', { name: /^Highlight/ }).press('Enter')
  await expect(rows(page)).toHaveCount(4)
  await list(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen(page)).toContainText('2 chosen')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press(' ')
  await expect(chosen(page)).toContainText('3 chosen')
  await page.keyboard.press('Escape')
  await expect(chosen(page)).toHaveCount(0)
  await page.keyboard.press('Control+a')
  await expect(chosen(page)).toContainText('4 chosen')
  await page.keyboard.press('3')
  await expect(toast(page, 'Tag changed on 4 highlights.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(toast(page, 'Undone: Change tag of 4 highlights.')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(toast(page, '4 highlights removed.')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine0')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine4')
  await expect(rows(page)).toHaveCount(4)
  await quit()
})

test('a highlight is changed by its handles, word by word and with Alt letter by letter; each drag is one undo', async () => {
  const path = join(newFolder(), 'quay.txt')
  writeFileSync(path,
    'EXHIBIT 99.1\n\nQUAY LANE BAKERIES REPORTS ITS YEAR\n\nSales of rye bread rose in every town along the river, and the ovens ran all night to keep up with them.\n')
  const { page, quit } = await launch({ args: ['--', path] })
  await openedText(page, 'Sales of rye')
  await page.getByText('Sales of rye').first().dblclick({ position: { x: 60, y: 14 } })
  await page.keyboard.press('1')
  await page.keyboard.press('Escape')
  await showTab(page, 'Notes')
  const quote = page.locator('.entry-quote-words')
  const before = await quote.textContent()
  await page.locator('.entry-quote').click()
  const drag = async (handle: string, x: number, keys: readonly string[] = []): Promise<void> => {
    const box = await page.locator(handle).boundingBox()
    if (!box) throw new Error('no handle is shown')
    await page.mouse.move(box.x + 1, box.y + box.height / 2)
    await page.mouse.down()
    for (const key of keys) await page.keyboard.down(key)
    await page.mouse.move(box.x + x / 2, box.y + box.height / 2)
    await page.mouse.move(box.x + x, box.y + box.height / 2)
    await page.mouse.up()
    for (const key of keys) await page.keyboard.up(key)
  }
  await drag('.handle-end', 120)
  await expect(quote).not.toHaveText(before ?? '')
  const longer = await quote.textContent() ?? ''
  expect(longer.startsWith(before ?? 'x')).toBe(true)
  expect('Sales of rye bread rose in every town along the river, and'.includes(longer)).toBe(true)
  expect(longer).toMatch(/\w$/)
  await drag('.handle-end', -12, ['Alt'])
  await expect(quote).not.toHaveText(longer)
  await page.keyboard.press('Control+z')
  await expect(quote).toHaveText(longer)
  await page.keyboard.press('Control+z')
  await expect(quote).toHaveText(before ?? '')
  await quit()
})

test('steps of a boundary by keys are one undo until Enter', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  await page.keyboard.press('s')
  await page.keyboard.press('1')
  await showTab(page, 'Notes')
  const quote = page.locator('.entry-quote-words')
  const before = await quote.textContent() ?? ''
  await page.locator('.entry-quote').click()
  await filingText(page).focus()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(quote).not.toHaveText(before)
  await expect.poll(async () => (await quote.textContent() ?? '').split(/\s+/).length).toBeGreaterThanOrEqual(
    before.split(/\s+/).length + 2
  )
  const longer = await quote.textContent() ?? ''
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(quote).not.toHaveText(longer)
  await page.keyboard.press('Control+z')
  await expect(quote).toHaveText(longer)
  await page.keyboard.press('Control+z')
  await expect(quote).toHaveText(before)
  await quit()
})

test('all hits of a search are highlighted after they were shown, as one step, by keys alone', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'EXHIBIT 99')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('soreness')
  await expect(page.locator('.find-count')).toContainText('of')
  const hits = Number((await page.locator('.find-count').textContent())?.split(' ').at(-1))
  await page.keyboard.press('Control+h')
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await page.keyboard.press('Control+Shift+h')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem')).toHaveCount(hits - 1)
  await expect(dialog).toContainText('One hit is highlighted already')
  await dialog.getByLabel('Tag').selectOption({ index: 1 })
  await dialog.getByRole('button', { name: `Highlight ${String(hits - 1)}` }).focus()
  await page.keyboard.press('Enter')
  await expect(toast(page, `${String(hits - 1)} highlights added.`)).toBeVisible()
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText(`Mine${String(hits)}`)
  await filingText(page).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await quit()
})
