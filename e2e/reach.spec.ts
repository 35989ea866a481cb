import { expect, test, type Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, newFolder, SAMPLE } from './app'
import { ask, shelf, writeShelf } from './filing-shelf'
import { editor, filingText, openedText, selectWords, showTab } from './reader-page'

/** A day as the archive writes it, which no reader who chose words is to see. */
const ISO_DAY = /\b(?:19|20)\d\d-\d\d-\d\d\b/

const shown = async (page: Page): Promise<string> => await page.locator('body').innerText()

test('a filing is reached by key from each field that narrows a list of filings', async () => {
  const folder = newFolder()
  const paths = writeShelf(folder, shelf(12))
  const { page, quit } = await launch()
  await ask(page, 'library.import', { paths })
  await page.keyboard.press('Control+l')
  const filter = page.getByPlaceholder('Filter by title, company, form')

  await test.step('the arrow leads from the filter of the library into its list, and Enter opens the only one', async () => {
    await filter.fill('osterby')
    await expect(page.locator('.library-count')).toHaveText(/^\d+ of 12$/)
    await filter.press('ArrowDown')
    await expect(page.getByRole('grid', { name: 'Filings' })).toBeFocused()
    await page.keyboard.press('Enter')
    await openedText(page, 'Osterby Glass')
    await page.keyboard.press('Control+l')
    await filter.fill('osterby-glass-3.txt')
    await expect(page.locator('.library-count')).toHaveText('1 of 12')
    await filter.press('Enter')
    await openedText(page, 'This is release 3 of the company')
  })

  await test.step('the field of the left pane does the same', async () => {
    await page.getByRole('tablist', { name: 'Left pane' }).getByRole('tab', { name: 'Library' }).click()
    const find = page.getByPlaceholder('Find a filing')
    await find.fill('marrow')
    await find.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('.side-filing').nth(1)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await openedText(page, 'Marrow Lane Paper')
  })
  await quit()
})

test('days stand in the chosen form wherever a filing is named', async () => {
  const folder = newFolder()
  const [first = '', second = ''] = writeShelf(folder, shelf(12).filter((_, at) => at % 5 === 0))
  const { page, quit } = await launch()
  await ask(page, 'library.import', { paths: [first, second] })
  const look = async (where: string): Promise<void> => {
    expect(await shown(page), where).not.toMatch(ISO_DAY)
  }
  await page.keyboard.press('Control+l')
  await page.getByRole('row').nth(1).getByText('Elm Cove Foods').first().dblclick()
  await openedText(page, 'Elm Cove Foods')
  await page.getByRole('tablist', { name: 'Left pane' }).getByRole('tab', { name: 'Library' }).click()
  await expect(page.getByRole('region', { name: 'Read last' })).toBeVisible()
  await look('the filings read last')
  await page.getByRole('button', { name: 'About this file' }).click()
  await expect(page.getByRole('region', { name: 'Family' })).toBeVisible()
  await look('the family')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+K')
  await expect(page.getByRole('list', { name: 'Filings to link with' }).getByRole('button')).toHaveCount(1)
  await look('the filings to link with')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+d')
  await page.getByRole('list').filter({ has: page.locator('.compare-filing') }).getByRole('button').first().click()
  await expect(page.locator('.compare-row').first()).toBeVisible()
  await look('the comparison')
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('foods')
  await expect(page.locator('.hit-facts').first()).toBeVisible()
  await look('the search')
  await quit()
})

test('a note follows the highlight that was just made by key', async () => {
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await showTab(page, 'Findings')
  await selectWords(page, 'Management is comparing these results')
  await page.keyboard.press('1')
  await expect(page.locator('.toast').filter({ hasText: 'Tagged as' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Findings', exact: true })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('n')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type('- one')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('under it')
  await expect(editor(page).locator('li li')).toHaveText('under it')
  await page.keyboard.press('Escape')
  await expect(page.locator('.entry').filter({ hasText: 'Management is comparing these results' })).toContainText('under it')
  await quit()
})

test('what there is to know about a file opens by key from the bar above the text', async () => {
  const path = join(newFolder(), 'broken.txt')
  writeFileSync(path,
    `<SEC-DOCUMENT>0009991001-07-000001.txt : 20070502\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n\n     ELM COVE FOODS REPORTS\n\n${
      'Elm Cove Foods said today that sales rose in the quarter.\n\n'.repeat(4)
    }`)
  const { page, quit } = await launch({ args: ['--', path] })
  await expect(filingText(page)).toContainText('ELM COVE FOODS REPORTS', { timeout: 30_000 })
  const chip = page.getByRole('button', { name: /^\d+ notices?$/ })
  await chip.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'What to know about this file' }).getByRole('listitem').first()).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await expect(chip).toBeFocused()
  await quit()
})

test('a form that was filed as XML is opened at the form and names its fields, which are no words of the filing', async () => {
  const path = join(newFolder(), 'ownership.txt')
  writeFileSync(path, `<SEC-DOCUMENT>0009991001-07-000002.txt : 20070502
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>form.xml
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument><issuerName>Elm Cove Foods</issuerName><transactionShares><value>1,250</value></transactionShares></ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>power.txt
<TEXT>
POWER OF ATTORNEY
The undersigned names the secretary of the company.
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`)
  const { app, page, quit } = await launch({ args: ['--', path] })
  await expect(filingText(page)).toContainText('Elm Cove Foods', { timeout: 30_000 })
  await expect(filingText(page).locator('[data-field="Issuer name"]')).toHaveText('Elm Cove Foods')
  await expect(filingText(page).locator('[data-field="Transaction shares"]')).toHaveText('1,250')
  await filingText(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('c')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^Elm Cove Foods\s+1,250$/)
  await quit()
})
