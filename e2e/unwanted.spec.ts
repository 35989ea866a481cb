import { expect, test } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, newFolder } from './app'
import { openedText, showTab } from './reader-page'

const filing = (number: string, shops: string): string =>
  `<SEC-DOCUMENT>0000000001-12-00000${number}.txt : 20120305
<SEC-HEADER>0000000001-12-00000${number}.hdr.sgml : 20120305
ACCESSION NUMBER:\t\t0000000001-12-00000${number}
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t1
CONFORMED PERIOD OF REPORT:\t20120303
FILED AS OF DATE:\t\t20120305

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tTAMSEL LANTERNS
\t\tCENTRAL INDEX KEY:\t\t\t0000000001
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>1
<FILENAME>ex99.txt
<TEXT>
TAMSEL OPENS SHOPS

ALDER BAY, ME - March 3, 2012 - Tamsel Lanterns makes lanterns for harbors and
mills, and sells them in its own shops along the coast.

We expect to open ${shops} lantern shops in Quist Harbor by June 2013.

We expect to open ${shops}0 lantern shops in Orrin Harbor by June 2014.

We plan to close the wick mill in Vale next year.
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`

test('sentences like a rejected one are hidden after being counted, listed in the settings, and suggested again', async () => {
  const folder = newFolder()
  const files = ['1', '2'].map((number) => {
    const path = join(folder, `tamsel-${number}.txt`)
    writeFileSync(path, filing(number, number === '1' ? '12' : '30'))
    return path
  })
  const dataFolder = newFolder()
  const { page, quit } = await launch({ dataFolder, args: ['--', ...files] })
  await openedText(page, 'TAMSEL OPENS SHOPS')
  await showTab(page, 'Forward-looking')
  const cards = page.locator('article[data-kind="core"]')
  await expect(cards).toHaveCount(3)
  const first = cards.filter({ hasText: 'Quist Harbor' })
  await first.getByRole('button', { name: 'Sentences like this' }).click()
  await page.getByRole('menuitem', { name: /do not suggest sentences like this/ }).click()
  const dialog = page.getByRole('dialog', { name: /do not suggest sentences like this/ })
  await expect(dialog).toContainText('four in five of these words, whatever its numbers: expect, open, lantern, shops, quist, harbor, june')
  await expect(dialog.getByRole('status')).toContainText('This hides 3 other undecided suggestions in 2 filings')
  await page.keyboard.press('Escape')
  await expect(cards).toHaveCount(3)

  await first.getByRole('button', { name: 'Sentences like this' }).click()
  await page.getByRole('menuitem', { name: /do not suggest sentences like this/ }).click()
  if (process.env['REDWELL_PICTURES']) await page.screenshot({ path: join(process.env['REDWELL_PICTURES'], 'unwanted-dialog.png') })
  await dialog.getByRole('button', { name: 'Reject and hide the like' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(cards).toHaveCount(2)
  await expect(cards.filter({ hasText: 'Orrin' })).toHaveCount(0)
  await expect(cards.filter({ hasText: 'Quist Harbor' })).toContainText('Rejected')
  await page.keyboard.press('Control+z')
  await expect(cards).toHaveCount(3)
  await page.keyboard.press('Control+Shift+z')
  await expect(cards).toHaveCount(2)
  await quit()

  const again = await launch({ dataFolder, args: ['--', files[1] ?? ''] })
  await openedText(again.page, 'TAMSEL OPENS SHOPS')
  await showTab(again.page, 'Forward-looking')
  const later = again.page.locator('article[data-kind="core"]')
  await expect(later.filter({ hasText: 'wick mill' })).toHaveCount(1)
  await expect(later.filter({ hasText: 'Orrin' })).toHaveCount(0)
  await again.page.keyboard.press('Control+,')
  const settings = again.page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Suggestions' }).click()
  const list = settings.getByRole('list', { name: 'Not suggested any more' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText('TAMSEL LANTERNS')
  if (process.env['REDWELL_PICTURES']) await again.page.screenshot({ path: join(process.env['REDWELL_PICTURES'], 'unwanted-settings.png') })
  await list.getByRole('button', { name: 'Suggest again' }).click()
  await expect(list).toHaveCount(0)
  await again.page.keyboard.press('Escape')
  await expect(later.filter({ hasText: 'Orrin' })).toHaveCount(1)
  await again.quit()
  expect(readFileSync(join(dataFolder, 'journal-' + new Date().toISOString().slice(0, 7).replace('-', '') + '.jsonl'), 'utf8')).toContain(
    '"unwanted"'
  )
})
