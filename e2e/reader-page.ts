import { expect, type Locator, type Page } from '@playwright/test'

/** Where the text of the open filing is drawn. */
export const filingText = (page: Page): Locator => page.getByLabel('Filing text')

/** Waits until the open filing shows `words` and gives all the text that is drawn. */
export const openedText = async (page: Page, words: string): Promise<string> => {
  await expect(filingText(page)).toContainText(words, { timeout: 30_000 })
  return (await filingText(page).textContent()) ?? ''
}

/** The card of a finding in the inspector, by words of its claim. */
export const findingCard = (page: Page, words: string | RegExp): Locator =>
  page.locator('article[data-kind="finding"]').filter({ hasText: words }).first()

/** Shows one of the inspector's tabs. */
export const showTab = async (page: Page, name: 'Findings' | 'Forward-looking' | 'Figures' | 'Notes' | 'Marks'): Promise<void> => {
  await page.getByRole('tab', { name, exact: true }).click()
}

/**
 * Selects `words` in the filing text as a mouse drag does: the selection is the browser's, the release of the button tells the
 * reader. The words stand in one block.
 */
export const selectWords = async (page: Page, words: string): Promise<void> => {
  await expect(filingText(page)).toContainText(words)
  const done = await filingText(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: { node: Text; start: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      nodes.push({ node, start: text.length })
      text += node.data
    }
    const at = text.indexOf(wanted)
    if (at < 0) return false
    const place = (offset: number): [Text, number] | null => {
      const found = [...nodes].reverse().find(({ start }) => start <= offset)
      return found ? [found.node, offset - found.start] : null
    }
    const from = place(at)
    const to = place(at + wanted.length - 1)
    if (!from || !to) return false
    from[0].parentElement?.scrollIntoView({ block: 'center' })
    const range = document.createRange()
    range.setStart(...from)
    range.setEnd(to[0], to[1] + 1)
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
    return true
  }, words)
  expect(done, `“${words}” stands in the drawn text`).toBe(true)
  await filingText(page).dispatchEvent('pointerup')
  await filingText(page).dispatchEvent('mouseup')
  await expect(page.getByRole('toolbar', { name: 'Mark the selection' })).toBeVisible()
}

/** Adds a note on the whole filing and leaves its editor in focus. */
export const addNoteOnFiling = async (page: Page): Promise<void> => {
  await showTab(page, 'Notes')
  const first = page.getByRole('button', { name: 'Note on the whole filing' })
  await first.or(page.getByRole('button', { name: 'New note' })).first().waitFor()
  if (await first.isVisible()) await first.click()
  else {
    await page.getByRole('button', { name: 'New note' }).click()
    await page.getByRole('menuitem', { name: 'On the whole filing' }).click()
  }
  await expect(editor(page)).toBeVisible()
}

/** The editor of the note that is being written. */
export const editor = (page: Page): Locator => page.locator('article[data-writing="true"] [contenteditable="true"]')

/** Types into the note that is open, key by key. */
export const typeNote = async (page: Page, words: string, delay = 0): Promise<void> => {
  await editor(page).click()
  await page.keyboard.type(words, { delay })
}

/** Waits for the word that says that the open note is on the disk. */
export const waitForSaved = async (page: Page): Promise<void> => {
  await expect(page.locator('article[data-writing="true"] .saved-word[data-phase="saved"]')).toHaveText('Saved')
}

/** The words that are painted in one kind, white space collapsed. */
export const paintedWords = (page: Page, kind: string): Promise<string> =>
  page.evaluate((name) =>
    [...CSS.highlights.get(name) ?? []].map((range) => {
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      return live.toString()
    }).join(' ').replace(/\s+/g, ' '), kind)

/** Highlights words of the open filing in the first tag, and writes a note on the filing; both are saved. */
export const markAndNote = async (page: Page, words: string, note: string): Promise<void> => {
  await selectWords(page, words)
  await page.keyboard.press('1')
  await addNoteOnFiling(page)
  await typeNote(page, note)
  await waitForSaved(page)
  await page.keyboard.press('Escape')
}
