import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, mounted, newFolder, type Redwell } from './app'
import { addNoteOnFiling, openedText, paintedWords, selectWords, typeNote, waitForSaved } from './reader-page'

test('find in the filing folds quotes, dashes and line ends, counts and steps', async () => {
  const folder = newFolder()
  const path = join(folder, 'typography.txt')
  writeFileSync(path,
    "EXHIBIT 99.1\n\nELM COVE FOODS REPORTS ITS YEAR\n\nThe Company\u2019s year was its best\u00a0ever. It said \u201cwe grew\u201d in the second\u2013half\nyear, and the Company's plan holds. The second-half\nyear was strong.\n")
  const { page, quit } = await launch({ args: ['--', path] })
  await openedText(page, 'ELM COVE FOODS')
  await page.keyboard.press('Control+f')
  const box = page.getByPlaceholder('Find in filing')
  for (const [query, hits] of [["company's", 2], ['best ever', 1], ['second-half year', 2], ['"we grew"', 1], ['nowhere', 0]] as const) {
    await box.fill(query)
    await expect(page.getByRole('search')).toContainText(hits === 0 ? /no|0/i : new RegExp(`\\b${hits}\\b`))
  }
  await quit()
})

const FOUNDRY =
  'EXHIBIT 99.1\n\nTARN VALLEY TOOLS OPENS A FOUNDRY\n\nTarn Valley Tools said today that its foundry in Osterby has opened. The foundry employs 212 people.\n\nSales of the half year rose 12% to $3.2 million. The foundry was paid from cash and needs no new debt.\n'
const QUARRY =
  'EXHIBIT 99.1\n\nBRACK MOOR STONE CLOSES A QUARRY\n\nBrack Moor Stone closed its quarry today. Sales of the half year fell 3% to $1,234,500.\n\nThe foundry was paid from cash and needs no new debt. A foundry of another company employs 300 people.\n'

const queryBox = (page: Page): Locator => page.getByPlaceholder('Search filings, highlights and notes')
const activeHit = (page: Page): Locator => page.locator('.hit[data-active="true"]')
const hitCount = (page: Page): Locator => page.locator('.search-count')
const passage = (page: Page): Locator => page.getByRole('region', { name: 'Passage' })

/** Starts with the two releases in the library, the last of them open. */
const launchWithBoth = async (dataFolder?: string): Promise<Redwell> => {
  const folder = newFolder()
  const files = [['foundry.txt', FOUNDRY], ['quarry.txt', QUARRY]] as const
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  const redwell = await launch({ ...(dataFolder === undefined ? {} : { dataFolder }),
    args: ['--', ...files.map(([name]) => join(folder, name))] })
  await openedText(redwell.page, 'BRACK MOOR STONE')
  return redwell
}

/** Gives a call of the window's own contract. */
const call = (page: Page, name: string, args: unknown): Promise<unknown> =>
  page.evaluate(async ([callName, callArgs]) => {
    const { call: calls } =
      (window as unknown as { redwell: { call: Record<string, (value: unknown) => Promise<{ value: unknown }>> } }).redwell
    return (await calls[callName as string]?.(callArgs))?.value
  }, [name, args] as const)

test('search across the library finds text, quotes and notes, and opens at the place', async () => {
  const { page, quit } = await launchWithBoth()
  await addNoteOnFiling(page)
  await typeNote(page, 'Compare the marmalade clause.')
  await waitForSaved(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+f')
  const box = queryBox(page)
  await box.fill('marmalade')
  await expect(passage(page)).toContainText('Compare the marmalade clause.')
  await box.fill('foundry')
  await expect(hitCount(page)).toHaveText('5 hits in 2 filings')
  await page.locator('.hit').filter({ hasText: 'employs 212 people' }).click()
  await expect(passage(page).locator('[data-here="true"]')).toContainText('employs 212 people')
  await page.getByRole('button', { name: /Open here/ }).click()
  await openedText(page, 'employs 212 people')
  await quit()
})

test('by keys alone: search as you type, step, preview, open at the words, on to the next filing, and back to the search as it was', async () => {
  const { page, quit } = await launchWithBoth()
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('foundry emplo')
  await expect(hitCount(page)).toHaveText('2 hits in 2 filings')
  await expect(activeHit(page)).toContainText('employs')
  const first = await activeHit(page).textContent() ?? ''
  await expect(passage(page).locator('[data-here="true"] mark').first()).toHaveText(/foundry/i)
  await page.keyboard.press('ArrowDown')
  await expect(activeHit(page)).not.toHaveText(first)
  const second = await activeHit(page).textContent() ?? ''
  await page.keyboard.press('F4')
  await expect(activeHit(page)).toHaveText(second)
  await page.keyboard.press('Shift+F4')
  await expect(activeHit(page)).toHaveText(first)
  await page.keyboard.press('Enter')
  const one = /212 people/.test(first) ? ['212 people', '300 people'] as const : ['300 people', '212 people'] as const
  await openedText(page, one[0])
  await expect.poll(() => page.evaluate(() => (Reflect.get(CSS, 'highlights') as HighlightRegistry).get('flash')?.size ?? 0))
    .toBeGreaterThan(0)
  // The words stand out for as long as the reader takes to find them: until the next key or press.
  await page.waitForTimeout(1_800)
  await page.keyboard.press('Shift')
  await expect.poll(() => paintedWords(page, 'flash')).not.toBe('')
  await page.keyboard.press('F4')
  await openedText(page, one[1])
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(queryBox(page)).toHaveValue('foundry emplo')
  await expect(queryBox(page)).toBeFocused()
  await expect(activeHit(page)).toHaveText(second)
  await page.keyboard.press('Escape')
  await expect(queryBox(page)).toHaveValue('')
  await page.keyboard.press('Escape')
  await openedText(page, one[1])
  await quit()
})

test('numbers are found as they are written, and query words narrow, with their values at hand', async () => {
  const { page, quit } = await launchWithBoth()
  await page.keyboard.press('Control+Shift+f')
  const box = queryBox(page)
  for (const [query, count] of [['12% ', 1], ['$3.2 ', 1], ['1,234,500 ', 1], ['234 ', 0], ['half-year ', 2], ['sales before:2000 ', 0], [
    'kind:heading foundry ',
    0
  ], ['"no new debt"', 2]] as const) {
    await box.fill(query)
    await expect(count === 0 ? page.locator('.empty-title') : hitCount(page).filter({ hasText: new RegExp(`^${String(count)} hit`) }),
      query).toBeVisible()
  }
  await box.fill('')
  await box.pressSequentially('foundry ki')
  await expect(page.getByRole('option', { name: /kind:/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(box).toHaveValue('foundry kind:')
  await page.keyboard.type('fi')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: 'finding' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('foundry kind:filing ')
  await expect(activeHit(page)).toContainText('TARN VALLEY TOOLS')
  await quit()
})

test('a malformed query is told where and what to write, and keeps the hits beside it', async () => {
  const { page, quit } = await launchWithBoth()
  await page.keyboard.press('Control+Shift+f')
  const box = queryBox(page)
  await box.fill('foundry')
  await expect(activeHit(page)).toBeVisible()
  await box.fill('foundry (cash OR')
  await expect(page.getByText('OR stands between two words.')).toBeVisible()
  await expect(page.getByText(/Write first OR second/)).toBeVisible()
  await expect(box).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('.query-wrong')).toHaveText('OR')
  await expect(activeHit(page)).toBeVisible()
  await box.fill('tag:zebra ')
  await expect(page.getByText('There is no tag called “zebra”.')).toBeVisible()
  await expect(page.getByText(/Write one of: "Key claim", Positive/)).toBeVisible()
  await box.fill('foundry (cash OR debt) ')
  await expect(box).toHaveAttribute('aria-invalid', 'false')
  await expect(hitCount(page)).toHaveText('2 hits in 2 filings')
  await quit()
})

test('a saved search is renamed, forgotten, brought back, and there after a restart', async () => {
  const dataFolder = newFolder()
  const { page, quit } = await launchWithBoth(dataFolder)
  await page.keyboard.press('Control+Shift+f')
  await queryBox(page).fill('"no new debt"')
  await expect(activeHit(page)).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name of the search' }).fill('Debt')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Search saved.')
  await queryBox(page).fill('')
  const saved = page.getByRole('main').getByRole('group', { name: 'Saved searches' })
  await saved.getByRole('button', { name: /Acts on the saved search Debt/ }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.keyboard.type('No new debt')
  await page.keyboard.press('Enter')
  await saved.getByRole('button', { name: /Acts on the saved search No new debt/ }).click()
  await page.getByRole('menuitem', { name: 'Forget' }).click()
  await expect(saved).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(saved.getByRole('button', { name: 'No new debt', exact: true })).toBeVisible()
  await quit()
  const again = await launch({ dataFolder })
  await again.page.keyboard.press('Control+Shift+f')
  await again.page.getByRole('main').getByRole('group', { name: 'Saved searches' }).getByRole('button', { name: 'No new debt',
    exact: true }).click()
  await expect(queryBox(again.page)).toHaveValue('"no new debt"')
  await expect(hitCount(again.page)).toHaveText('2 hits in 2 filings')
  await again.quit()
})

test('a search looks in one folder with those below it', async () => {
  const { page, quit } = await launchWithBoth()
  const filings = await call(page, 'library.list', { trashed: false }) as readonly { id: string; title: string }[]
  const quarry = filings.find(({ title }) => title.startsWith('BRACK'))
  const [deal] = await call(page, 'folder.add', { name: 'Deal', parentId: null }) as readonly { id: string }[]
  const under = (await call(page, 'folder.add', { name: 'Targets', parentId: deal?.id }) as readonly { id: string; name: string }[]).find((
    { name }
  ) => name === 'Targets')
  await call(page, 'folder.put', { id: under?.id, filingIds: [quarry?.id] })
  await page.reload()
  await mounted(page)
  await page.keyboard.press('Control+Shift+f')
  await queryBox(page).fill('foundry')
  await expect(hitCount(page)).toContainText('in 2 filings')
  await page.getByRole('button', { name: 'Search in: All filings' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Deal' }).click()
  await expect(hitCount(page)).toContainText('in 1 filing')
  await expect(page.getByRole('region', { name: /BRACK MOOR STONE/ })).toBeVisible()
  await page.getByRole('button', { name: 'Search in: Deal' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'All filings' }).click()
  await queryBox(page).fill('foundry folder:targets ')
  await expect(hitCount(page)).toContainText('in 1 filing')
  await quit()
})

test('like sentences of a selection are listed, those of the same words first, and opened at their place', async () => {
  const { page, quit } = await launchWithBoth()
  await selectWords(page, 'The foundry was paid from cash and needs no new debt.')
  await page.getByRole('button', { name: 'Find similar sentences' }).click()
  await expect(activeHit(page)).toContainText('Same words')
  await expect(activeHit(page)).toContainText('TARN VALLEY TOOLS OPENS A FOUNDRY')
  await expect(passage(page)).toContainText('Sales of the half year rose 12%')
  await page.keyboard.press('Enter')
  await openedText(page, 'TARN VALLEY TOOLS')
  await selectWords(page, 'Sales of the half year rose 12% to $3.2 million.')
  await page.keyboard.press('l')
  await expect(activeHit(page)).toContainText('fell 3%')
  await expect(activeHit(page)).toContainText('%')
  await page.getByRole('button', { name: 'Back to words' }).click()
  await expect(page.getByRole('heading', { name: 'Query words' })).toBeVisible()
  await quit()
})
