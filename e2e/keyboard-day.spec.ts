import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder, SAMPLE, type Redwell } from './app'
import { editor, filingText, findingCard, openedText } from './reader-page'

/** The name of what has the focus, as far as the page tells it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    return at ? `${at.getAttribute('aria-label') ?? ''} ${at.getAttribute('placeholder') ?? ''} ${at.textContent}`.trim() : ''
  })

/** Goes forward through what can take the focus until the one of that name has it. */
const tabTo = async (page: Page, name: string | RegExp, most = 80): Promise<void> => {
  const found = (words: string): boolean => (typeof name === 'string' ? words.startsWith(name) : name.test(words))
  for (let presses = 0; presses <= most; presses += 1) {
    if (found(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`“${String(name)}” was not reached by ${String(most)} presses of Tab.`)
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Gives a command by a part of its name. */
const command = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Type a command or the name of a filing')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

const said = (page: Page): ReturnType<Page['locator']> => page.locator('.visually-hidden[role="status"]')

/** Puts the caret at the beginning of the first paragraph that begins so. */
const toParagraph = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+Home')
  for (let paragraphs = 0; paragraphs < 30; paragraphs += 1) {
    if (((await said(page).textContent()) ?? '').startsWith(words)) return
    await page.keyboard.press('Control+ArrowDown')
  }
  throw new Error(`No paragraph begins with “${words}”.`)
}

/** Notes on the page any use of a pointer, which the day ends by looking for. */
const forbidMouse = (redwell: Redwell): Promise<void> =>
  redwell.page.evaluate(() => {
    window.addEventListener('pointerdown', () => {
      document.documentElement.dataset['pointed'] = 'true'
    }, true)
  })

test('a whole day of work by keyboard alone', async () => {
  const redwell = await launch()
  const { app, page, quit } = redwell
  await forbidMouse(redwell)

  await test.step('open the sample from an empty library', async () => {
    await tabTo(page, 'Try the sample release')
    await page.keyboard.press('Enter')
    await openedText(page, 'HARROW RIDGE')
  })

  await test.step('review suggestions', async () => {
    const active = page.locator('article[data-active="true"]')
    await page.keyboard.press('j')
    await expect(active).toHaveCount(1)
    await page.keyboard.press('a')
    await expect(page.locator('article[data-verdict="accepted"]')).toHaveCount(1)
    await press(page, 'j', 'j', 'k')
    await expect(active).toHaveCount(1)
    await page.keyboard.press('x')
    await expect(page.locator('article[data-verdict="rejected"]')).toHaveCount(1)
    await press(page, 'Control+z')
    await expect(page.locator('article[data-verdict="rejected"]')).toHaveCount(0)
    await expect(findingCard(page, /./)).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('select words with the caret and tag them', async () => {
    await page.keyboard.press('F7')
    await expect(said(page)).toContainText('Caret on')
    await expect(page.locator('.text-caret')).toBeVisible()
    await press(page, 'Control+Home', 'ArrowRight')
    await expect(said(page)).toHaveText(/^\S/)
    await press(page, 'Control+ArrowDown', 'Control+ArrowDown', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
    await expect(said(page)).toContainText(/^Selected: \S+ \S+$/)
    const words = ((await said(page).textContent()) ?? '').replace('Selected: ', '').trim()
    await page.keyboard.press('1')
    await press(page, 'Alt+4')
    await expect(page.locator('.entries')).toContainText(words)
    await press(page, 'Alt+ArrowDown', 'ArrowRight', 'Alt+Shift+ArrowDown')
    await expect(said(page)).toContainText('Selected:')
    if (process.env['REDWELL_SHOTS_DIR']) await page.screenshot({ path: join(process.env['REDWELL_SHOTS_DIR'], 'caret.png') })
  })

  await test.step('write a note on the next words and make it a question', async () => {
    await page.keyboard.press('n')
    await expect(editor(page)).toBeFocused()
    await page.keyboard.type('Who counted this, and when?')
    await expect(page.locator('article[data-writing="true"] .saved-word[data-phase="saved"]')).toHaveText('Saved')
    await tabTo(page, /^Status/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu', { name: 'Status' })).toBeVisible()
    await press(page, 'ArrowDown', 'Enter')
    await expect(page.getByRole('button', { name: 'Status: Open. Change it' })).toBeFocused()
    await press(page, 'Escape', 'Escape')
  })

  await test.step('find words and highlight the hit', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('soft wraps are becoming')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+h')
    await expect(page.locator('.entries')).toContainText(/soft wraps are becoming/i)
    await page.keyboard.press('Escape')
    await expect(page.getByPlaceholder('Find in filing')).toHaveCount(0)
  })

  await test.step('search the library and open a hit', async () => {
    await page.keyboard.press('Control+Shift+f')
    await page.keyboard.type('endpoint')
    await expect(page.locator('mark').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await openedText(page, 'endpoint')
  })

  await test.step('export', async () => {
    const path = join(newFolder(), 'day.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await command(page, 'Export PDF')
    await expect(page.getByRole('dialog')).toContainText('Save PDF')
    await tabTo(page, 'Save PDF')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/Saved, \d+ pages?/)).toBeVisible({ timeout: 60_000 })
    expect(existsSync(path) && statSync(path).size > 10_000).toBe(true)
  })

  await expect(page.locator('html')).not.toHaveAttribute('data-pointed')
  await quit()
})

test('marks are told and stepped through by key, and stand as buttons behind their words', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await page.keyboard.press('m')
  await expect(said(page)).toHaveText(/^(Finding|Forward-looking statement, \w+), 1 of \d+: \S+/)
  await press(page, 'm', 'm')
  await expect(said(page)).toHaveText(/, 3 of \d+: /)
  await page.keyboard.press('Shift+M')
  await expect(said(page)).toHaveText(/, 2 of \d+: /)
  await expect(page.locator('article[data-active="true"]')).toHaveCount(1)
  const finding = page.getByRole('list', { name: 'Marks in this paragraph' }).getByRole('button', { name: /^Finding: / }).first()
  const words = ((await finding.getAttribute('aria-label')) ?? '').replace('Finding: ', '').replace('…', '')
  await finding.press('Enter')
  await expect(page.locator('article[data-kind="finding"][data-active="true"]')).toContainText(words)
  await quit()
})

test('the caret goes by lines, opens the mark it stands on and leaves at Escape', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  const caret = page.locator('.text-caret')
  const box = async (): Promise<{ readonly x: number; readonly y: number }> => (await caret.boundingBox()) ?? { x: 0, y: 0 }
  await page.keyboard.press('F7')
  await toParagraph(page, 'Harrow Ridge Therapeutics (NASDAQ')
  await press(page, 'Control+ArrowRight', 'Control+ArrowRight')
  const first = await box()
  await page.keyboard.press('ArrowDown')
  const second = await box()
  expect(second.y - first.y).toBeGreaterThan(15)
  expect(second.y - first.y).toBeLessThan(40)
  expect(Math.abs(second.x - first.x)).toBeLessThan(12)
  await press(page, 'ArrowUp')
  expect(await box()).toEqual(first)
  await press(page, 'End', 'Home')
  expect((await box()).x).toBeLessThan(first.x)
  expect((await box()).y).toBe(first.y)
  for (let lines = 0; lines < 25; lines += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(said(page)).toContainText('Selected: … ')
  await expect(caret).toBeInViewport()
  await page.keyboard.press('Escape')
  await toParagraph(page, 'Harrow Ridge Therapeutics (NASDAQ')
  await page.keyboard.press('Enter')
  await expect(page.locator('article[data-active="true"]')).toHaveAttribute('aria-label', /^Forward-looking/)
  await page.keyboard.press('Escape')
  await expect(caret).toHaveCount(0)
  await quit()
})

test('a shortcut is given other keys, never those of another command, and keeps them', async () => {
  const dataFolder = newFolder()
  const first = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(first.page, 'HARROW RIDGE')
  await first.page.keyboard.press('Control+,')
  await tabTo(first.page, /^Reading$/)
  for (const name of ['Tags', 'Risk tags', 'Suggestions', 'Shortcuts']) {
    await first.page.keyboard.press('ArrowRight')
    await expect(first.page.getByRole('tab', { name, exact: true })).toBeFocused()
  }
  await tabTo(first.page, 'Change the keys for Next mark of any kind', 200)
  await press(first.page, 'Enter', 'j')
  await expect(first.page.getByRole('alert')).toContainText('Next suggestion')
  await press(first.page, 'Enter', 'F9')
  await expect(first.page.getByRole('alert')).toHaveCount(0)
  if (process.env['REDWELL_SHOTS_DIR']) await first.page.screenshot({ path: join(process.env['REDWELL_SHOTS_DIR'], 'keys.png') })
  await press(first.page, 'Escape', 'F9')
  await expect(said(first.page)).toContainText(/, 1 of \d+: /)
  await first.quit()
  const second = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(second.page, 'HARROW RIDGE')
  await press(second.page, 'F9')
  await expect(said(second.page)).toContainText(/, \d+ of \d+: /)
  await second.quit()
})

test('the focus is never lost: not with a button that goes away, nor with a bar or a dialog that closes', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  const card = page.locator('article[data-kind="finding"]').first()
  await card.getByRole('button', { name: 'Accept' }).click()
  await expect(card.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('button', { name: 'Accept' })).toBeFocused()

  await filingText(page).focus()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('study')
  await page.keyboard.press('Escape')
  await expect(page.getByPlaceholder('Find in filing')).toHaveCount(0)
  const before = await filingText(page).evaluate((element) => element.scrollTop)
  await page.keyboard.press('PageDown')
  await expect(filingText(page)).toBeFocused()
  await expect.poll(() => filingText(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(before)

  for (const keys of ['Control+e', 'Control+,', '?', 'Control+k']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(filingText(page), `after ${keys}`).toBeFocused()
  }
  expect(await page.evaluate(() => document.scrollingElement?.scrollHeight === innerHeight), 'the window itself does not scroll').toBe(true)
  await quit()
})
