import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { openedText, showTab } from './reader-page'

const release = (quarter: string, ended: string, filed: string, number: string, sales: string, before: string): string =>
  `<SEC-DOCUMENT>0009990003-24-0000${number}.txt : ${filed}
<SEC-HEADER>0009990003-24-0000${number}.hdr.sgml : ${filed}
ACCESSION NUMBER:\t\t0009990003-24-0000${number}
CONFORMED SUBMISSION TYPE:\t8-K
FILED AS OF DATE:\t\t${filed}
FILER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tTERN HARBOUR ROPES INC
\t\tCENTRAL INDEX KEY:\t\t\t0009990003
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>1
<FILENAME>release.htm
<TEXT>
<html><body><p><b>Tern Harbour Ropes Reports ${quarter} Quarter Results</b></p>
<p>Net sales were ${sales} million for the three months ended ${ended}, compared with ${before} million a year before.</p>
<p>The company makes ropes and expects to make more of them.</p></body></html>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`

const writeReleases = (): readonly string[] => {
  const folder = newFolder()
  return [
    ['first', 'March 31, 2024', '20240430', '11', '$41.2', '$39.0'],
    ['second', 'June 30, 2024', '20240730', '12', '$44.9', '$40.1'],
    ['third', 'September 30, 2024', '20241030', '13', '$40.0', '$41.0']
  ].map(([quarter = '', ended = '', filed = '', number = '', sales = '', before = '']) => {
    const path = join(folder, `ropes-${number}.txt`)
    writeFileSync(path, release(quarter, ended, filed, number, sales, before))
    return path
  })
}

const chooseInFilter = async (page: Page, words: string): Promise<void> => {
  await page.getByLabel('Filter the filings').fill(words)
  await page.getByLabel('Filter the filings').press('Enter')
}

test('a comparison sets the newer filing against the older, takes the only match by Enter, and tells how numbers changed', async () => {
  const { page, quit } = await launch({ args: ['--', ...writeReleases()] })
  await openedText(page, 'September 30, 2024')
  // The newer one is chosen first.
  await page.keyboard.press('Control+d')
  await chooseInFilter(page, 'second')
  const row = page.getByRole('list', { name: 'Passages' }).getByRole('listitem').filter({ hasText: 'Net sales were' })
  await expect(row.locator('del').first()).toContainText('44.9')
  await expect(row.locator('ins').first()).toContainText('40.0')
  const changes = await row.locator('ins').evaluateAll((all) => all.flatMap((one) => one.getAttribute('data-change') ?? []))
  expect(changes).toContain('−$4.9 million (−10.9%)')
  // The change is no part of the words.
  expect(await row.textContent()).not.toContain('10.9%')
  await quit()
})

test('one measure over the filings of a company: a line, a table, and from each value to its words', async () => {
  const { page, quit } = await launch({ args: ['--', ...writeReleases()] })
  await openedText(page, 'September 30, 2024')
  await showTab(page, 'Figures')
  const figure = page.locator('.figure-row').filter({ hasText: '$40.0 million' }).first()
  await figure.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'This measure over the filings…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Net sales over the filings' })
  const rows = dialog.locator('tbody tr')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('$41.2 million')
  await expect(rows.nth(1)).toContainText('+$3.7 million')
  await expect(rows.nth(1)).toContainText('+9.0%')
  await expect(rows.nth(2)).toContainText('−$4.9 million')
  await expect(dialog.locator('svg circle')).toHaveCount(3)
  await rows.nth(1).getByRole('button').click()
  await openedText(page, 'June 30, 2024')
  // The palette offers it too, for the figure that is selected.
  await showTab(page, 'Figures')
  await page.locator('.figure-row').filter({ hasText: '$44.9 million' }).first().click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('This measure over')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(3)
  await quit()
})
