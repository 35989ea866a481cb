import { expect, test } from '@playwright/test'
import { launch, newFolder } from './app'
import { filingText, openedText, paintedWords, selectWords } from './reader-page'
import { writeFiling } from './table-filings'

const FILING = `LARKSPUR LOOMS, INC.

Larkspur Looms weaves cloth in three mills, and sells it to tailors in the north and the west of the country.

                                    2007        2006
                                  ---------   ---------
Net sales.......................  $  31,290   $  27,035
Cost of cloth...................     24,104      21,998
                                  ---------   ---------
Gross profit....................  $   7,186   $   5,037
                                  =========   =========

The board of the mill thanks all who work at its looms for the care with which they did so in this year.
`

test('a text table is shown as a table, by key as in the source, and marks, find and copy hold in both', async () => {
  const redwell = await launch({ args: [writeFiling(newFolder(), 'looms.txt', FILING)] })
  const { page, app } = redwell
  await openedText(page, 'Gross profit')
  const cells = filingText(page).locator('.table-box :is(td, th)')
  const lines = filingText(page).locator('pre.verbatim:not(.verbatim-stub)')
  await expect(cells.filter({ hasText: '24,104' })).toHaveCount(1)
  await expect(lines).toHaveCount(0)
  await selectWords(page, '24,104')
  await page.keyboard.press('1')
  const marked = (): Promise<string> =>
    page.evaluate(() =>
      [...CSS.highlights].filter(([name]) => name.startsWith('tag-')).flatMap(([, ranges]) =>
        [...ranges].map(({ startContainer, startOffset, endOffset }) => (startContainer.textContent ?? '').slice(startOffset, endOffset))
      ).join()
    )
  await expect.poll(marked).toBe('24,104')
  await filingText(page).focus()
  const copied = async (): Promise<string> => {
    await app.evaluate(({ clipboard }) => clipboard.writeText('nothing'))
    await page.keyboard.press('t')
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).not.toBe('nothing')
    return await app.evaluate(({ clipboard }) => clipboard.readText())
  }
  const table = '\t2007\t2006\nNet sales\t$31,290\t$27,035\nCost of cloth\t24,104\t21,998\nGross profit\t$7,186\t$5,037'
  expect(await copied()).toBe(table)

  await page.keyboard.press('Shift+V')
  await expect(lines.first()).toContainText('Gross profit....................  $   7,186   $   5,037')
  await expect(cells).toHaveCount(0)
  await expect.poll(marked).toBe('24,104')
  expect(await copied()).toBe(table)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('21,998')
  await expect.poll(() => paintedWords(page, 'hit-current')).toBe('21,998')
  await page.keyboard.press('Escape')
  await filingText(page).focus()

  await page.keyboard.press('Shift+V')
  await expect(cells.filter({ hasText: '21,998' })).toHaveCount(1)
  await expect.poll(marked).toBe('24,104')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('5,037')
  await expect.poll(() => paintedWords(page, 'hit-current')).toBe('5,037')
  await redwell.quit()
})
