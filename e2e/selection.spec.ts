import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { addNoteOnFiling, editor, filingText, openedText, typeNote, waitForSaved } from './reader-page'

const release = (): string => {
  const path = join(newFolder(), 'release.txt')
  writeFileSync(path, `EXHIBIT 99.1

ELM COVE FOODS REPORTS ITS YEAR

Net sales of the self-service stores were $26,270 thousand, a loss of (11,204) against a gain of 12.5% before.

${Array.from({ length: 60 }, (_, at) => `Paragraph ${String(at)} tells what the company did in that week, and why it did so.`).join('\n\n')}
`)
  return path
}

/** Drags from the middle of the letter `from` letters into the first place of `words` to that of the last letter of `to`. */
const drag = async (page: Page, from: string, to: string, alt = false): Promise<void> => {
  const boxes = await filingText(page).evaluate((root, wanted) =>
    wanted.map((words) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        const at = node.data.indexOf(words)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + words.length)
        const { left, right, top, height } = range.getBoundingClientRect()
        return { left, right, y: top + height / 2 }
      }
      throw new Error(`“${words}” is not drawn`)
    }), [from, to])
  const [start, end] = boxes
  if (!start || !end) throw new Error('nowhere to drag')
  if (alt) await page.keyboard.down('Alt')
  await page.mouse.move(start.left + 1, start.y)
  await page.mouse.down()
  await page.mouse.move((start.left + end.right) / 2, end.y, { steps: 4 })
  await page.mouse.move(end.right - 1, end.y, { steps: 4 })
  await page.mouse.up()
  if (alt) await page.keyboard.up('Alt')
  await expect(page.getByRole('toolbar', { name: 'Mark the selection' })).toBeVisible()
}

const drawn = (page: Page): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '')

test('a selection by drag takes whole words and numbers, seen as marked; with Alt it goes by letters', async () => {
  const { app, page, quit } = await launch({ args: ['--', release()] })
  await openedText(page, 'self-service')
  const copied = async (): Promise<string> => {
    await page.keyboard.press('c')
    await expect(page.getByText('Copied.').first()).toBeVisible()
    return app.evaluate(({ clipboard }) => clipboard.readText())
  }
  await drag(page, 'ervice', '6,2')
  await expect.poll(() => drawn(page)).toBe('self-service stores were $26,270')
  expect(await copied()).toBe('self-service stores were $26,270')
  await drag(page, '1,20', '12')
  await expect.poll(() => drawn(page)).toBe('(11,204) against a gain of 12.5%')
  await drag(page, 'ervice', 'stor', true)
  await expect.poll(() => drawn(page)).toBe('ervice stor')
  // Drawn backwards, and marked: the highlight is what was seen.
  await drag(page, 'gainst', 'gai')
  await page.keyboard.press('1')
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await quit()
})

test('the right button offers what can be done with words, marks and cards, and Ctrl+A takes all of the text', async () => {
  const { app, page, quit } = await launch({ args: ['--', release()] })
  await openedText(page, 'self-service')
  const menu = (name: string) => page.getByRole('menu', { name })
  await drag(page, 'Net', 'stores')
  await page.getByText('self-service').first().click({ button: 'right', position: { x: 40, y: 10 } })
  await menu('Text').getByRole('menuitem', { name: /^Highlight the selection/ }).click()
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await page.keyboard.press('Escape')
  // On the mark itself: it is put in focus, and can be tagged and removed.
  await page.getByText('self-service').first().click({ button: 'right', position: { x: 40, y: 10 } })
  await menu('Text').getByRole('menuitem', { name: 'Tag as' }).click()
  await expect(page.getByRole('menuitem', { name: /^Tag as / }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByText('self-service').first().click({ button: 'right', position: { x: 40, y: 10 } })
  await menu('Text').getByRole('menuitem', { name: 'Select all of the text' }).click()
  await page.keyboard.press('c')
  await expect.poll(async () => (await app.evaluate(({ clipboard }) => clipboard.readText())).split('\n').length).toBeGreaterThan(60)
  await page.keyboard.press('Escape')
  // From anywhere but a field, whose words it takes.
  await page.getByRole('tab', { name: 'Notes', exact: true }).focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('status').filter({ hasText: 'All of the text is selected.' })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.locator('.entry-quote').first().click({ button: 'right' })
  await menu('Mark').getByRole('menuitem', { name: 'Remove the highlight in focus' }).click()
  await expect(page.locator('.entry-quote')).toHaveCount(0)
  await quit()
})

test('a tag key acts on selected words or the highlight in focus only, never on a hit, and says what it did', async () => {
  const { page, quit } = await launch({ args: ['--', release()] })
  await openedText(page, 'self-service')
  const mine = page.getByRole('group', { name: 'Marks shown' })
  const messages = page.getByRole('region', { name: 'Messages' })
  await page.keyboard.press('Control+f')
  await page.keyboard.type('stores')
  await expect(page.getByText(/1 of \d/)).toBeVisible()
  await filingText(page).focus()
  await page.keyboard.press('1')
  await page.keyboard.press('h')
  await expect(mine).toContainText('Mine1')
  await expect(messages.getByText('Tagged as')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await drag(page, 'Net', 'stor')
  await page.keyboard.press('1')
  await expect(mine).toContainText('Mine2')
  await expect(messages.getByText('Tagged as Key claim.')).toBeVisible()
  await messages.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(mine).toContainText('Mine1')
  await quit()
})

test('the bar of a selection leaves when a note is written, and a table comes by button into an empty note', async () => {
  const { page, quit } = await launch({ args: ['--', release()] })
  await openedText(page, 'self-service')
  await addNoteOnFiling(page)
  await drag(page, 'Net', 'stor')
  const bar = page.getByRole('toolbar', { name: 'Mark the selection' })
  await expect(bar).toBeVisible()
  await editor(page).click()
  await expect(bar).toHaveCount(0)
  await page.getByRole('button', { name: 'Insert a table' }).click()
  await expect(editor(page).locator('table td, table th')).toHaveCount(9)
  await page.keyboard.type('Site')
  await expect(editor(page).locator('table td, table th').first()).toHaveText('Site')
  await quit()
})

test('digits typed on after a field went away change no mark, and the focus stays in its card', async () => {
  const { page, quit } = await launch({ args: ['--', release()] })
  await openedText(page, 'self-service')
  await drag(page, 'Net', 'stor')
  await page.keyboard.press('n')
  await typeNote(page, 'Who counted?')
  await waitForSaved(page)
  await page.getByRole('button', { name: /^Status/ }).first().click()
  await page.getByRole('menuitemcheckbox', { name: /^Open/ }).click()
  await page.getByLabel('Owner').focus()
  await page.keyboard.type('Ann 1')
  await page.getByLabel('Owner').evaluate((field) => field.remove())
  await page.keyboard.press('2')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('article') !== null)).toBe(true)
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('Tagged as')).toHaveCount(0)
  // Meant for the mark in focus, the key does its work and says so.
  await filingText(page).focus()
  await page.keyboard.press('2')
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('Tagged as')).toHaveCount(1)
  await quit()
})
