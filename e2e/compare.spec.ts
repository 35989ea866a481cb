import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, newFolder, ROOT } from './app'
import { openedText } from './reader-page'

const FIRST = join(ROOT, 'e2e/filings/gauges.txt')
const SECOND = join(ROOT, 'e2e/filings/gauges-corrected.txt')

const rows = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('list', { name: 'Passages' }).getByRole('listitem').filter({ hasText: words })
const kinds = (page: Page): Locator => page.getByRole('group', { name: 'Kinds of change' })
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['REDWELL_SHOTS_DIR']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Imports both releases and compares the first with the second, from the menu of the first in the library. */
const compareBoth = async (page: Page, opened = true): Promise<void> => {
  if (opened) await openedText(page, 'BRIGHT SHOAL GAUGES')
  await page.keyboard.press('Control+l')
  await page.getByRole('row').filter({ hasText: 'gauges.txt' }).getByRole('button', { name: /More for/ }).click()
  await page.getByRole('menuitem', { name: 'Compare with…' }).click()
  await page.getByLabel('Filter the filings').fill('corrected')
  await page.locator('.compare-filings').getByRole('button').first().click()
  await expect(kinds(page)).toBeVisible()
}

test('compare two releases: each change is told by its kind, in words and in the text', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  for (const [kind, count] of [['Number changed', 2], ['Polarity changed', 1], ['Moved', 1], ['Removed', 1], ['Added', 0]] as const) {
    await expect(kinds(page).getByRole('button', { name: `${kind} ${String(count)}`, exact: true })).toBeVisible()
  }
  const revenue = rows(page, 'today reported').filter({ hasText: 'Number changed' })
  await expect(revenue.locator('del')).toContainText('41.2')
  await expect(revenue.locator('ins')).toContainText('44.9')
  await expect(revenue.locator('del')).toHaveCSS('text-decoration-line', 'line-through')
  await expect(revenue.locator('ins')).toHaveCSS('text-decoration-line', 'underline')
  await expect(rows(page, 'river gauges').locator('.compare-kind')).toHaveText('Polarity changed')
  await expect(rows(page, 'Visitors to the factory').locator('.compare-kind')).toHaveText(/^Moved from (above|below)$/)
  await expect(rows(page, 'old warehouse').locator('.compare-kind')).toHaveText('Removed')
  const cells = rows(page, 'Net revenue').locator('[data-changed="true"]')
  await expect(cells).toHaveText([/41,200/, /44,900/])
  await shot(page, 'compare-side-by-side')
  await page.getByText('Inline', { exact: true }).click()
  await expect(rows(page, 'new foundry').locator('del')).toHaveText('works')
  await expect(rows(page, 'new foundry').locator('ins')).toHaveText('runs')
  await shot(page, 'compare-inline')
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await quit()
})

test('compare by key: filters, next change, folded runs, and from a change to its words', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  const current = page.locator('.compare-row[aria-current="true"]')
  await page.keyboard.press('j')
  await expect(current).toContainText('today reported')
  await page.keyboard.press('F8')
  await expect(current).toContainText('Visitors')
  await page.keyboard.press('k')
  await expect(current).toContainText('today reported')
  await page.keyboard.press('ArrowDown')
  await expect(current).not.toContainText('today reported')
  const fold = page.getByRole('button', { name: /^Show \d+ unchanged$/ }).first()
  const before = await rows(page, /./).count()
  await fold.click()
  await expect.poll(() => rows(page, /./).count()).toBeGreaterThan(before)
  await kinds(page).getByRole('button', { name: /Removed/ }).click()
  await expect(rows(page, /./)).toHaveCount(1)
  await page.getByRole('region', { name: 'Both texts' }).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  expect(await openedText(page, 'old warehouse')).toContain('$41.2 million')
  await quit()
})

test('the way changes are set is kept, and the same passage stays in sight', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  await page.keyboard.press('Alt+v')
  await expect(page.getByRole('list', { name: 'Passages' })).toHaveAttribute('data-mode', 'inline')
  await page.reload()
  await page.getByRole('row').filter({ hasText: 'gauges.txt' }).waitFor()
  await compareBoth(page, false)
  await expect(page.getByRole('list', { name: 'Passages' })).toHaveAttribute('data-mode', 'inline')
  await quit()
})

/** Selects words of a passage with the mouse's own means; `side` is the column. */
const selectIn = async (page: Page, words: string, side: 'left' | 'right'): Promise<void> => {
  await rows(page, words).first().scrollIntoViewIfNeeded()
  const done = await page.evaluate(({ wanted, column }) => {
    for (const passage of document.querySelectorAll(`[data-side="${column}"]`)) {
      const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
      const nodes: { node: Text; start: number }[] = []
      let text = ''
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        nodes.push({ node, start: text.length })
        text += node.data
      }
      const at = text.indexOf(wanted)
      if (at < 0) continue
      const place = (offset: number): [Text, number] => {
        const found = [...nodes].reverse().find(({ start }) => start <= offset) ?? { node: nodes[0]?.node ?? new Text(), start: 0 }
        return [found.node, offset - found.start]
      }
      const last = place(at + wanted.length - 1)
      document.getSelection()?.setBaseAndExtent(...place(at), last[0], last[1] + 1)
      return true
    }
    return false
  }, { wanted: words, column: side })
  expect(done, `“${words}” stands on the ${side}`).toBe(true)
  await expect(page.getByRole('toolbar', { name: `Mark the words of the ${side} filing` })).toBeVisible()
}

const workOf = (page: Page, name: string): Promise<{ readonly exact: readonly string[]; readonly notes: readonly string[] }> =>
  page.evaluate(async (fileName) => {
    interface Api {
      readonly call: Readonly<Record<string, (args: unknown) => Promise<{ readonly value: unknown }>>>
    }
    const { call } = (window as unknown as { redwell: Api }).redwell
    const filings = (await call['library.list']?.({ trashed: false }))?.value as readonly { id: string; fileName: string }[]
    const work = (await call['filing.work']?.({ filingId: filings.find((filing) => filing.fileName === fileName)?.id }))?.value as {
      annotations: readonly { selectors: { quote: { exact: string } } }[]
      notes: readonly { text: string }[]
    }
    return { exact: work.annotations.map(({ selectors }) => selectors.quote.exact), notes: work.notes.map(({ text }) => text) }
  }, name)

test('a note made on a comparison lands on its own side, and is offered for the same words of the other', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  await selectIn(page, '$44.9 million', 'right')
  await page.keyboard.press('n')
  const composer = page.getByLabel('Note on the right filing')
  await expect(composer).toBeFocused()
  await page.keyboard.type('Was the first figure restated?')
  await page.keyboard.press('Control+Enter')
  await expect(composer).toHaveCount(0)
  await expect(rows(page, 'today reported').locator('.compare-note')).toContainText('Was the first figure restated?')
  await expect(rows(page, 'today reported').locator('[data-side="right"] mark')).toHaveText(['$44.9', 'million'])
  await shot(page, 'compare-note')
  expect(await workOf(page, 'gauges-corrected.txt')).toEqual({ exact: ['$44.9 million'], notes: ['Was the first figure restated?'] })
  expect(await workOf(page, 'gauges.txt')).toEqual({ exact: [], notes: [] })

  await page.getByRole('region', { name: 'Both texts' }).focus()
  await page.keyboard.press('F8')
  await expect(page.locator('.compare-row[aria-current="true"]')).toContainText('Visitors')
  await page.keyboard.press('n')
  await page.keyboard.type('Moved below the outlook.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Also on the left' }).click()
  await expect.poll(async () => (await workOf(page, 'gauges.txt')).notes).toEqual(['Moved below the outlook.'])
  expect((await workOf(page, 'gauges.txt')).exact[0]).toMatch(/^Visitors to the factory/)
  await rows(page, 'Visitors').locator('.compare-note').filter({ hasText: 'left' }).click()
  await openedText(page, 'Visitors to the factory')
  await page.getByRole('tab', { name: 'Notes', exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: 'Notes' })).toContainText('Moved below the outlook.')
  await quit()
})

test('highlights of both filings stand in the comparison; one made here by key is undone', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowLeft')
  for (const _word of [1, 2, 3]) await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByRole('toolbar', { name: 'Mark the words of the left filing' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(rows(page, 'today reported').locator('[data-side="left"] mark').first()).toBeVisible()
  expect((await workOf(page, 'gauges.txt')).exact).toHaveLength(1)
  await page.keyboard.press('Control+z')
  await expect(rows(page, 'today reported').locator('mark')).toHaveCount(0)
  expect((await workOf(page, 'gauges.txt')).exact).toEqual([])
  await quit()
})

test('the comparison is written as a PDF that holds every word taken out and put in', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  const words = await page.locator('.compare-row del, .compare-row ins').allTextContents()
  expect(words.length).toBeGreaterThan(5)
  const path = join(newFolder(), 'redline.pdf')
  const answer = await page.evaluate(async (to) => {
    interface Api {
      readonly call: Readonly<Record<string, (args: unknown) => Promise<{ readonly ok: boolean; readonly value: unknown }>>>
    }
    const { call } = (window as unknown as { redwell: Api }).redwell
    const filings = (await call['library.list']?.({ trashed: false }))?.value as readonly { id: string; fileName: string }[]
    const side = (name: string) => ({ filingId: filings.find(({ fileName }) => fileName === name)?.id, sequence: 1 })
    return call['compare.export']?.({ left: side('gauges.txt'), right: side('gauges-corrected.txt'), path: to, overwrite: false })
  }, path)
  expect(answer).toMatchObject({ ok: true, value: { path } })
  const text = execFileSync('pdftotext', ['-q', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  for (const word of words) expect(text).toContain(word.trim().replace(/\s+/g, ' '))
  for (const fact of ['gauges.txt', 'gauges-corrected.txt', 'Number changed', 'Moved', 'Removed', 'unchanged passages'])
    expect(text).toContain(fact)
  expect(text.match(/[0-9a-f]{64}/g)?.length).toBe(2)
  await quit()
})

test('the likely counterpart of a filing is offered first, and is taken by key', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND, join(ROOT, 'e2e/filings/larkspur-8-k.txt')] })
  await openedText(page, 'Results of Operations')
  await page.keyboard.press('Control+l')
  await page.getByRole('row').filter({ hasText: 'gauges-corrected.txt' }).getByRole('button', { name: /More for/ }).click()
  await page.getByRole('menuitem', { name: 'Compare with…' }).click()
  const likely = page.getByRole('region', { name: 'Likely counterparts' })
  await expect(likely.getByRole('button').first()).toContainText('Same company, 53 % of the sentences')
  await shot(page, 'compare-choose')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(kinds(page)).toBeVisible()
  await quit()
})

test('compare the safe harbors, and swap the sides', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST, SECOND] })
  await compareBoth(page)
  await page.getByText('Safe harbor', { exact: true }).click()
  const words = page.getByRole('region', { name: 'Words that mark forward-looking statements' })
  await expect(words.getByRole('row').filter({ hasText: 'Added' })).toContainText('intend')
  await expect(words.getByRole('row').filter({ hasText: 'Removed' })).toContainText('believe')
  await shot(page, 'compare-safe-harbor')
  await page.getByRole('button', { name: 'Swap the sides' }).click()
  await page.getByText('Text', { exact: true }).click()
  await expect(kinds(page).getByRole('button', { name: 'Added 1' })).toBeVisible()
  await page.getByText('Figures', { exact: true }).click()
  await expect(page.getByRole('table')).toContainText(/revenue/i)
  await shot(page, 'compare-figures')
  await quit()
})

test('a library of one filing says what a comparison takes', async () => {
  const { page, quit } = await launch({ args: ['--', FIRST] })
  await openedText(page, 'BRIGHT SHOAL GAUGES')
  await page.keyboard.press('Control+d')
  await expect(page.getByText('A comparison takes two filings')).toBeVisible()
  await quit()
})
