import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder, SAMPLE, type Redwell } from './app'
import { addNoteOnFiling, editor, openedText, showTab, typeNote, waitForSaved } from './reader-page'

const KILLS = 20

/** The words of the note as the screen last called them saved; what was typed after that word is not promised. */
const savedWords = (page: Page): Promise<string> => page.evaluate(() => (window as unknown as { savedWords?: string }).savedWords ?? '')

/** Records, frame by frame inside the page, the editor's words while the word "Saved" stands beside them: what a reader is shown. */
const recordSaved = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const look = (): void => {
      const card = document.querySelector('article[data-writing="true"]')
      if (card?.querySelector('.saved-word')?.getAttribute('data-phase') === 'saved') {
        ;(window as unknown as { savedWords?: string }).savedWords = card.querySelector('[contenteditable="true"]')?.textContent ?? ''
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })

const openNotes = async (redwell: Redwell): Promise<void> => {
  await openedText(redwell.page, 'HARROW RIDGE')
  await showTab(redwell.page, 'Notes')
}

/** Seeks a note by its words: of a long list only the part in sight is drawn. */
const expectListed = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Filter notes and highlights' }).fill(words)
  await expect(page.locator('.entries')).toContainText(words)
}

test('a note shown as saved survives kill -9, twenty times at moments of chance', async () => {
  test.setTimeout(480_000)
  const dataFolder = newFolder()
  let kept: string[] = []
  let seed = 20_070_314
  const chance = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  for (let round = 0; round < KILLS; round += 1) {
    const redwell = await launch({ dataFolder, args: ['--', SAMPLE] })
    await openNotes(redwell)
    for (const words of kept) await expectListed(redwell.page, words)
    await addNoteOnFiling(redwell.page)
    await recordSaved(redwell.page)
    await editor(redwell.page).click()
    const typing = redwell.page.keyboard.type(
      `Note ${round} of many: why did enrollment stop at 412 adults, who decided that, and which clinics had already been told of the change by then?`,
      { delay: 12 }
    ).catch(() => undefined)
    await redwell.page.waitForTimeout(500 + chance() * 2_000)
    const words = await savedWords(redwell.page)
    redwell.app.process().kill('SIGKILL')
    await typing
    await redwell.app.close().catch(() => undefined)
    if (words) kept = [...kept, words]
  }
  expect(kept.length, 'enough rounds were killed after a save').toBeGreaterThan(KILLS / 4)
  const last = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openNotes(last)
  for (const words of kept) await expectListed(last.page, words)
  await last.quit()
})

for (const [how, close] of [
  ['quitting', (redwell: Redwell) => redwell.app.evaluate(({ app }) => app.quit())],
  ['closing the window', (redwell: Redwell) => redwell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())]
] as const) {
  test(`${how} within 50 ms of the last key loses no key`, async () => {
    const dataFolder = newFolder()
    for (let round = 0; round < 3; round += 1) {
      const redwell = await launch({ dataFolder, args: ['--', SAMPLE] })
      await openNotes(redwell)
      await addNoteOnFiling(redwell.page)
      await typeNote(redwell.page, `Round ${round} and its last key is Z`)
      const gone = redwell.app.waitForEvent('close')
      await close(redwell).catch(() => undefined)
      await gone
    }
    const after = await launch({ dataFolder, args: ['--', SAMPLE] })
    await openNotes(after)
    for (let round = 0; round < 3; round += 1)
      await expect(after.page.locator('.entries')).toContainText(`Round ${round} and its last key is Z`)
    await after.quit()
  })
}

test('a note is saved within 300 ms of the last key, and the word stands after it', async () => {
  const redwell = await launch({ args: ['--', SAMPLE] })
  await openNotes(redwell)
  await addNoteOnFiling(redwell.page)
  await typeNote(redwell.page, 'Short.')
  await waitForSaved(redwell.page)
  await redwell.quit()
})
