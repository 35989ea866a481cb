import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { filingText, openedText, selectWords, showTab, typeNote, waitForSaved } from './reader-page'

const NUMBER = 'Net sales rose 12% to $48.5 million in the second quarter of 2007.'
const MODAL = 'Management believes that the new loom will reduce waste at the mill.'
const MOVED = 'Weavers returned to work at the Albany mill on June 4.'
const DELETED = 'The Cohoes warehouse was leased to a grain dealer for nine years.'
const DOUBLED = 'Orders for spring linens were ahead of the plan that the board approved.'
const KEPT = 'The company opened two dye houses in Troy during the quarter.'

const page1 = (results: readonly string[], outlook: readonly string[]): string =>
  `<html><head><title>Calder Mills, Inc.</title></head><body>
<p align="center"><b>CALDER MILLS REPORTS SECOND QUARTER RESULTS</b></p>
<p>TROY, N.Y., July 19, 2007 -- Calder Mills, Inc. today announced its results.</p>
<p><b>RESULTS</b></p>
${results.map((words) => `<p>${words}</p>`).join('\n')}
<p><b>OUTLOOK</b></p>
${outlook.map((words) => `<p>${words}</p>`).join('\n')}
<p><b>ABOUT CALDER MILLS</b></p>
<p>Calder Mills, Inc. spins and weaves linen in New York.</p>
</body></html>
`

const SHIFTS = 'The mill ran on two shifts throughout the period.'
const FILLER = ['Freight was paid by the buyers, as in the year before.', 'A dividend was declared on the usual day.']

const FIRST = page1([KEPT, NUMBER, MOVED, DELETED, SHIFTS, DOUBLED, ...FILLER], [MODAL, 'The board meets again in the autumn.'])
const SECOND = page1(
  [KEPT, NUMBER.replace('12%', '21%').replace('$48.5', '$43.5'), SHIFTS, DOUBLED, DOUBLED, ...FILLER],
  [MODAL.replace('will reduce', 'may reduce'), MOVED, 'The board meets again in the autumn.']
)

/** The words that are painted as the analyst's own, as the page holds them. */
const painted = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name === 'mine' || name.startsWith('tag-'))
      .flatMap(([, ranges]) =>
        [...ranges].map((one) => {
          const range = document.createRange()
          range.setStart(one.startContainer, one.startOffset)
          range.setEnd(one.endContainer, one.endOffset)
          return range.toString()
        })
      ).sort()
  )

const waiting = (page: Page): Locator => page.getByRole('region', { name: 'Highlights without their words' })
const card = (page: Page, words: string): Locator => waiting(page).getByRole('listitem').filter({ hasText: words })
const message = (page: Page, words: string | RegExp): Locator => page.getByRole('region', { name: 'Messages' }).getByText(words)
const offer = (page: Page): Locator => page.getByRole('region', { name: 'Versions' })

const violations = async (page: Page): Promise<readonly string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

interface Files {
  readonly dataFolder: string
  readonly first: string
  readonly second: string
}

const writeFiles = (): Files => {
  const folder = newFolder()
  const files = { dataFolder: newFolder(), first: join(folder, 'calder-mills.htm'), second: join(folder, 'calder-mills-corrected.htm') }
  writeFileSync(files.first, FIRST)
  writeFileSync(files.second, SECOND)
  return files
}

/** Opens the first version and marks it: plain, with a tag, with a note. */
const annotate = async ({ dataFolder, first }: Files): Promise<void> => {
  const { page, quit } = await launch({ dataFolder, args: ['--', first] })
  await openedText(page, KEPT)
  for (const [words, key] of [[KEPT, 'h'], [NUMBER, '1'], [MOVED, '2'], [DELETED, 'h'], [DOUBLED, 'h'], ['Troy during the quarter',
    '1']] as const) {
    await selectWords(page, words)
    await page.keyboard.press(key)
    await expect(page.getByRole('toolbar', { name: 'Mark the selection' })).toBeHidden()
  }
  await selectWords(page, MODAL)
  await page.keyboard.press('n')
  await typeNote(page, 'How sure are they?')
  await waitForSaved(page)
  await expect.poll(() => painted(page)).toHaveLength(7)
  await quit()
}

test('notes are carried to a later version on the words they were made on, and the others wait for the reader', async () => {
  test.setTimeout(180_000)
  const files = writeFiles()
  await annotate(files)
  const { page, quit } = await launch({ dataFolder: files.dataFolder, args: ['--', files.second] })
  await openedText(page, KEPT)
  await expect(offer(page)).toContainText('This looks like a later version of')
  expect(await violations(page)).toEqual([])
  await offer(page).getByRole('button', { name: 'Link and carry notes' }).click()
  await expect(message(page, 'Linked. 3 highlights carried over, 4 wait for you.')).toBeVisible()
  await expect(offer(page)).toBeHidden()

  await test.step('the carried marks stand on the very words', async () => {
    await expect.poll(() => painted(page)).toEqual([KEPT, 'Troy during the quarter', MOVED].sort())
    await expect(page.locator('.entries .entry')).toHaveCount(3)
    await expect(page.locator('.entries')).toContainText('from calder-mills.htm')
  })
  await test.step('the others wait, with what they said then and say now', async () => {
    await expect(waiting(page).getByRole('heading')).toHaveText('4 highlights not found in this version')
    await expect(card(page, 'Number changed').locator('del')).toHaveText(['12%', '$48.5'])
    await expect(card(page, 'Number changed').locator('ins')).toHaveText(['21%', '$43.5'])
    await expect(card(page, 'Meaning changed').locator('ins')).toHaveText(['may'])
    await expect(card(page, 'Meaning changed')).toContainText('How sure are they?')
    await expect(card(page, 'Gone')).toContainText(DELETED)
    await expect(card(page, 'Several places')).toContainText(DOUBLED)
    expect(await violations(page)).toEqual([])
  })
  await test.step('one is attached to the words of now, one to words of choice, one dismissed', async () => {
    await card(page, 'Number changed').getByRole('button', { name: 'Attach to the present words' }).click()
    await expect.poll(() => painted(page)).toContain(NUMBER.replace('12%', '21%').replace('$48.5', '$43.5'))
    await card(page, 'Gone').getByRole('button', { name: 'Find words…' }).click()
    await selectWords(page, SHIFTS)
    await card(page, 'Gone').getByRole('button', { name: 'Attach here' }).click()
    await expect.poll(() => painted(page)).toContain(SHIFTS)
    await card(page, 'Several places').getByRole('button', { name: 'Dismiss' }).click()
    await expect(waiting(page).getByRole('heading')).toHaveText('1 highlight not found in this version')
    await expect(waiting(page)).toContainText('1 dismissed')
  })
  await test.step('two steps are undone and one done again', async () => {
    await filingText(page).focus()
    await page.keyboard.press('Control+z')
    await expect(message(page, 'Undone: Dismiss highlight.')).toBeVisible()
    await expect(card(page, 'Several places')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(card(page, 'Gone')).toBeVisible()
    await expect.poll(() => painted(page)).not.toContain(SHIFTS)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => painted(page)).toContain(SHIFTS)
  })
  await quit()

  await test.step('after a restart all is as it was left, in both versions', async () => {
    const again = await launch({ dataFolder: files.dataFolder, args: ['--', files.second] })
    await openedText(again.page, KEPT)
    await showTab(again.page, 'Notes')
    await expect(waiting(again.page).getByRole('heading')).toHaveText('2 highlights not found in this version')
    await expect.poll(() => painted(again.page)).toHaveLength(5)
    await again.page.keyboard.press('Control+z')
    await expect(card(again.page, 'Gone')).toBeVisible()
    await card(again.page, 'Meaning changed').getByRole('button', { name: /^from / }).click()
    await openedText(again.page, DELETED)
    await expect.poll(() => painted(again.page)).toHaveLength(7)
    await again.quit()
  })
})

test('a version is linked by hand, its waiting highlights settled, and all of it undone, by keys alone', async () => {
  test.setTimeout(120_000)
  const files = writeFiles()
  await annotate(files)
  const { page, quit } = await launch({ dataFolder: files.dataFolder, args: ['--', files.second] })
  await openedText(page, KEPT)
  await filingText(page).focus()
  await page.keyboard.press('Control+Shift+k')
  const dialog = page.getByRole('dialog', { name: 'Link as a later version of…' })
  await dialog.waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('calder')
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: /calder-mills\.htm/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(message(page, /^Linked\. 3 highlights carried over/)).toBeVisible()
  await filingText(page).focus()
  await page.keyboard.press('Alt+w')
  const focused = page.locator(':focus')
  await expect(focused).toHaveText(/Attach to the present words|Find words/)
  while (!(await focused.textContent())?.includes('Dismiss')) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(waiting(page).getByRole('heading')).toHaveText('3 highlights not found in this version')
  await expect(focused, 'the focus is on the next card').toHaveText(/Attach to the present words|Find words|Other words/)
  await page.keyboard.press('Control+z')
  await expect(waiting(page).getByRole('heading')).toHaveText('4 highlights not found in this version')
  await page.keyboard.press('Control+z')
  await expect(waiting(page)).toBeHidden()
  await expect.poll(() => painted(page)).toEqual([])
  await expect(offer(page), 'and it is offered again').toBeVisible()
  await quit()
})

for (const theme of ['light', 'sepia', 'dark', 'high contrast'] as const) {
  test(`axe finds nothing against versions in ${theme}`, async () => {
    test.setTimeout(120_000)
    const files = writeFiles()
    await annotate(files)
    const { page, quit } = await launch({ dataFolder: files.dataFolder, args: ['--', files.second] })
    await openedText(page, KEPT)
    await page.keyboard.press('Control+k')
    await page.keyboard.type(`Theme: ${theme}`)
    await page.keyboard.press('Enter')
    await expect(offer(page)).toBeVisible()
    expect(await violations(page)).toEqual([])
    await filingText(page).focus()
    await page.keyboard.press('Alt+l')
    await expect(card(page, 'Number changed').locator('ins').first()).toBeVisible()
    await card(page, 'Gone').getByRole('button', { name: 'Dismiss' }).click()
    await waiting(page).getByText('1 dismissed').click()
    await expect(waiting(page).getByRole('button', { name: 'Take back' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'About this file' }).click()
    await expect(page.getByRole('group', { name: 'Earlier versions' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await quit()
  })
}

test('carried highlights are moved by key as one step, retagged and taken off the list with others, and all of it undone', async () => {
  const files = writeFiles()
  await annotate(files)
  const { page, quit } = await launch({ dataFolder: files.dataFolder, args: ['--', files.second] })
  await openedText(page, KEPT)
  await offer(page).getByRole('button', { name: 'Link and carry notes' }).click()
  const all = [KEPT, 'Troy during the quarter', MOVED].sort()
  await expect.poll(() => painted(page)).toEqual(all)

  await test.step('three presses of a key are one step', async () => {
    await showTab(page, 'Marks')
    await page.getByRole('listbox', { name: 'Marks' }).getByRole('option').filter({ hasText: /Key claim.*Troy during/ }).click()
    await filingText(page).focus()
    for (let press = 0; press < 2; press += 1) await page.keyboard.press('Control+Shift+ArrowLeft')
    await expect.poll(() => painted(page)).toContain('Troy during')
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await expect.poll(() => painted(page)).toContain('Troy')
    await page.keyboard.press('Control+z')
    await expect(message(page, 'Undone: Move highlight.')).toBeVisible()
    await expect.poll(() => painted(page)).toEqual(all)
  })
  await test.step('many are retagged, and dismissed from this version', async () => {
    await selectWords(page, SHIFTS)
    await page.keyboard.press('h')
    await expect.poll(() => painted(page)).toContain(SHIFTS)
    const list = page.getByRole('listbox', { name: 'Marks' })
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: /^Kind/ }).click()
    await page.getByRole('menuitemcheckbox', { name: /Highlight/ }).click()
    await page.keyboard.press('Escape')
    await list.focus()
    await page.keyboard.press('Control+a')
    const acts = page.getByRole('toolbar', { name: 'Chosen marks' })
    await expect(acts.getByRole('button', { name: 'Remove 1, dismiss 3' })).toBeVisible()
    await acts.getByRole('button', { name: /^Tag/ }).click()
    await page.getByRole('menuitem', { name: 'No tag' }).click()
    await expect(message(page, '2 of an older version, there too.')).toBeVisible()
    await acts.getByRole('button', { name: 'Remove 1, dismiss 3' }).click()
    await expect(message(page, '1 highlight removed, 3 dismissed from this version. They stay in the older version.')).toBeVisible()
    await expect.poll(() => painted(page)).toEqual([])
    await filingText(page).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => painted(page)).toEqual([...all, SHIFTS].sort())
  })
  await quit()
})
