import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder } from './app'
import { filingText, openedText, paintedWords, selectWords } from './reader-page'

const STANDING = 'Larkspur Looms weaves sailcloth and rope in the town of Osterby since the year of its founding.'
const CAUTION = 'Actual results may differ from what the company expects of its looms and of its weavers.'
const NEWS = 'The company opened a second weaving hall on the north bank of the river.'

/** A submission of the fictional company, filed on a day, with the sales it reports. */
const submission = (day: string, accession: string, sales: string, news: string): string =>
  `<SEC-DOCUMENT>${accession}.txt : ${day}
<SEC-HEADER>${accession}.hdr.sgml : ${day}
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t${day}

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tLARKSPUR LOOMS INC
\t\tCENTRAL INDEX KEY:\t\t\t0009990001
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>main.txt
<TEXT>
                    LARKSPUR LOOMS REPORTS ITS SPRING QUARTER

OSTERBY, Maine -- The company today reported sales of ${sales} for its spring quarter.

${news}

${STANDING}

${CAUTION}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`

const write = (): readonly string[] => {
  const folder = newFolder()
  return ([['2005', '$4.1 million', 'The hall by the canal was painted in the course of the winter.'], ['2007', '$6.3 million',
    NEWS]] as const).map(([year, sales, news], at) => {
      const path = join(folder, `looms-${year}.txt`)
      writeFileSync(path, submission(`${year}0301`, `0009990001-0${String(at + 5)}-000001`, sales, news))
      return path
    })
}

/** The words that are dimmed on screen. */
const dimmed = (page: Page): Promise<string> => paintedWords(page, 'seen')

test('what an earlier filing says already is dimmed, new wording carries a bar, and the first place is told and opened', async () => {
  const { page, quit } = await launch({ args: ['--', ...write()] })
  await openedText(page, NEWS)
  await filingText(page).focus()
  await page.keyboard.press('d')
  await expect.poll(() => dimmed(page)).toContain(STANDING)
  const words = await dimmed(page)
  expect(words).toContain(CAUTION)
  expect(words).not.toContain('$6.3 million')
  expect(words).not.toContain('second weaving hall')
  const bar = page.locator('.frame[data-seen="new"]').filter({ hasText: 'second weaving hall' })
  await expect(bar).toHaveCount(1)
  await expect(page.locator('.frame[data-seen="seen"]').filter({ hasText: 'sailcloth' })).toHaveCount(1)
  await expect(page.getByText(/^\d new of \d$/)).toBeVisible()
  const folder = process.env['REDWELL_SHOTS_DIR']
  if (folder) await page.screenshot({ path: join(folder, 'seen.png') })

  await page.getByText(STANDING.slice(0, 40)).hover()
  await expect(page.locator('.seen-tip')).toContainText('First seen in 8-K of 2005-03-01')
  if (folder) await page.screenshot({ path: join(folder, 'seen-tip.png') })
  await page.locator('.seen-tip').getByRole('button', { name: 'Go there' }).click()
  await openedText(page, 'painted in the course of the winter')
  await expect.poll(() => dimmed(page), 'nothing is earlier than the first').toBe('')
  await quit()
})

test('by key: where a sentence was first seen, where else it stands, and all alike again', async () => {
  const { page, quit } = await launch({ args: ['--', ...write()] })
  await openedText(page, NEWS)
  await filingText(page).focus()
  await page.keyboard.press('d')
  await expect.poll(() => dimmed(page)).toContain(STANDING)
  await selectWords(page, 'sailcloth and rope')
  await page.keyboard.press('Shift+D')
  await expect(page.getByText(/First seen in 8-K of 2005-03-01/).first()).toBeVisible()
  await page.keyboard.press('Alt+d')
  const dialog = page.getByRole('dialog', { name: 'Is this sentence also in…' })
  await expect(dialog).toContainText(STANDING)
  const places = dialog.getByRole('list', { name: 'Filings with this sentence' }).getByRole('button')
  await expect(places).toHaveCount(1)
  await expect(places.first()).toContainText('8-K of 2005-03-01')
  const folder = process.env['REDWELL_SHOTS_DIR']
  if (folder) await page.screenshot({ path: join(folder, 'also-in.png') })
  await places.first().focus()
  await page.keyboard.press('Enter')
  await openedText(page, 'painted in the course of the winter')
  await filingText(page).focus()
  await page.keyboard.press('d')
  // Back to the filing one came from, and forward again.
  await page.keyboard.press('Alt+ArrowLeft')
  await openedText(page, 'SPRING QUARTER')
  await page.keyboard.press('Alt+ArrowRight')
  await openedText(page, 'painted in the course of the winter')
  await selectWords(page, 'painted in the course of the winter')
  await page.keyboard.press('Alt+d')
  await expect(dialog).toContainText('No other filing in the library has this sentence')
  await quit()
})
