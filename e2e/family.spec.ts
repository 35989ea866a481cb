import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder, type Redwell, ROOT } from './app'
import { openedText, paintedWords, selectWords, typeNote, waitForSaved } from './reader-page'

const SUBMISSION = join(ROOT, 'e2e/filings/larkspur-8-k.txt')

const PICTURE = `<DOCUMENT>
<TYPE>GRAPHIC
<SEQUENCE>4
<FILENAME>loom.jpg
<DESCRIPTION>PICTURE OF A LOOM
<TEXT>
begin 644 loom.jpg
M_]C_X  02D9)1@ ! 0   0 !  #_VP!#  @&!@<&!0@'!P<)"0@*#!0-# L+
#___9
\`
end
</TEXT>
</DOCUMENT>
`

/** Writes an amendment of the submission with a picture attached, and answers with its path. */
const writeAmendment = (): string => {
  const text = readFileSync(SUBMISSION, 'utf8')
    .replaceAll('0009990001-07-000042', '0009990001-07-000051').replace('CONFORMED SUBMISSION TYPE:\t8-K',
      'CONFORMED SUBMISSION TYPE:\t8-K/A')
    .replace('FILED AS OF DATE:\t\t20070502', 'FILED AS OF DATE:\t\t20070516').replace('PUBLIC DOCUMENT COUNT:\t\t3',
      'PUBLIC DOCUMENT COUNT:\t\t4')
  const at = text.lastIndexOf('</DOCUMENT>') + '</DOCUMENT>\n'.length
  const path = join(newFolder(), 'larkspur-8-k-a.txt')
  writeFileSync(path, text.slice(0, at) + PICTURE + text.slice(at))
  return path
}

test('a filing lists its exhibits, its attachments and its amendments in the library, and leads to each', async () => {
  const { page, quit } = await launch({ args: ['--', SUBMISSION] })
  await openedText(page, 'Results of Operations and Financial Condition')
  await page.evaluate(async (path) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<{ ok: boolean }>> } }).redwell
    await call['library.import']?.({ paths: [path] })
  }, writeAmendment())

  await page.getByRole('button', { name: 'About this file' }).click()
  const family = page.getByRole('region', { name: 'Family' })
  const own = family.getByRole('group', { name: 'This submission' })
  await expect(own.getByRole('button')).toHaveCount(3)
  await expect(own.getByRole('button', { name: /^8-K/ })).toHaveAttribute('aria-current', 'true')
  await own.getByRole('button', { name: /EX-99\.1/ }).click()
  await openedText(page, 'first quarter sales rose 9% to $41.7 million')
  await family.getByRole('group', { name: 'Amendments' }).getByRole('button', { name: /8-K\/A · 16 May 2007/ }).click()
  await openedText(page, 'Results of Operations and Financial Condition')

  await page.getByRole('button', { name: /4 in this submission/ }).click()
  const attachment = page.getByRole('menuitemcheckbox', { name: /GRAPHIC/ })
  await expect(attachment).toContainText('PICTURE OF A LOOM')
  await expect(page.getByRole('menu')).toContainText('Attachments')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'About this file' }).click()
  await expect(
    page.getByRole('region', { name: 'Family' }).getByRole('group', { name: 'What it amends' }).getByRole('button', {
      name: /^8-K · 2 May 2007/
    })
  ).toBeVisible()
  await quit()
})

/** Starts with a submission and its exhibit saved alone, and notes something on words of the latter. */
const noteOnExhibitAlone = async (): Promise<Redwell> => {
  const text = readFileSync(SUBMISSION, 'utf8')
  const [, body = ''] = /<TYPE>EX-99\.1[\s\S]*?<TEXT>\r?\n([\s\S]*?)<\/TEXT>/.exec(text) ?? []
  const alone = join(newFolder(), 'larkspur-ex-99-1.txt')
  writeFileSync(alone, body)
  const redwell = await launch({ args: ['--', SUBMISSION, alone] })
  const { page } = redwell
  await openedText(page, 'first quarter sales rose 9% to $41.7 million')
  await selectWords(page, 'sales rose 9% to $41.7 million')
  await page.keyboard.press('n')
  await typeNote(page, 'Check against the ten-Q.')
  await waitForSaved(page)
  return redwell
}

test('a note on an exhibit saved alone is told in its submission too, and leads to the same words there', async () => {
  const { page, quit } = await noteOnExhibitAlone()

  await page.keyboard.press('Control+l')
  await page.getByRole('row').filter({ hasText: '8-K' }).first().dblclick()
  await openedText(page, 'Results of Operations and Financial Condition')
  await page.getByRole('button', { name: /3 in this submission/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /EX-99\.1/ }).click()
  await openedText(page, 'first quarter sales rose 9% to $41.7 million')
  await page.getByRole('button', { name: 'About this file' }).click()
  const copy = page.getByRole('region', { name: 'Family' }).getByRole('group', { name: 'The same text in larkspur-ex-99-1.txt' })
  await expect(copy).toContainText('Check against the ten-Q.')
  const folder = process.env['REDWELL_SHOTS_DIR']
  if (folder) await page.screenshot({ path: join(folder, 'family-copy.png') })
  await copy.getByRole('button', { name: /Check against/ }).click()
  await expect.poll(() => paintedWords(page, 'flash')).toContain('sales rose 9%')
  await quit()
})

/** The highlights that are painted as made in another copy. */
const copied = (page: Page): Promise<string> => paintedWords(page, 'copy')

test('a highlight on an exhibit saved alone is painted in its submission, apart from the own ones, and leads there by key and by mouse', async () => {
  const { page, quit } = await noteOnExhibitAlone()
  await expect(page.getByRole('group', { name: 'Marks shown' })).not.toContainText('Other copies')

  await page.keyboard.press('Control+l')
  await page.getByRole('row').filter({ hasText: '8-K' }).first().dblclick()
  await openedText(page, 'Results of Operations and Financial Condition')
  expect(await copied(page)).toBe('')
  await page.getByRole('button', { name: /3 in this submission/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /EX-99\.1/ }).click()
  await openedText(page, 'first quarter sales rose 9% to $41.7 million')
  await expect.poll(() => copied(page)).toBe('sales rose 9% to $41.7 million')
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine0')
  const folder = process.env['REDWELL_SHOTS_DIR']
  if (folder) await page.screenshot({ path: join(folder, 'copy-marks.png') })

  // It is a layer of the legend like any other.
  const entry = page.getByRole('group', { name: 'Marks shown' }).getByRole('button', { name: /Other copies/ })
  await entry.click()
  expect(await copied(page)).toBe('')
  await entry.click()
  await expect.poll(() => copied(page)).toBe('sales rose 9% to $41.7 million')

  // The pointer at rest is told where it was made; a click marks nothing.
  const at = await page.evaluate(() => {
    const [range] = [...CSS.highlights.get('copy') ?? []]
    const live = document.createRange()
    if (!range) return null
    live.setStart(range.startContainer, range.startOffset)
    live.setEnd(range.endContainer, range.endOffset)
    const [line] = live.getClientRects()
    return line ? { x: line.left + 30, y: line.top + line.height / 2 } : null
  })
  if (!at) throw new Error('nothing is painted')
  await page.mouse.move(at.x, at.y)
  const tip = page.getByRole('tooltip').filter({ hasText: 'Highlighted in another copy: larkspur-ex-99-1.txt' })
  await expect(tip).toContainText('Check against the ten-Q.')
  if (folder) await page.screenshot({ path: join(folder, 'copy-tip.png') })
  await tip.getByRole('button', { name: 'Go there' }).click()
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await expect.poll(() => paintedWords(page, 'flash')).toContain('sales rose 9%')
  expect(await copied(page)).toBe('')

  // The same by key.
  await page.keyboard.press('Control+l')
  await page.getByRole('row').filter({ hasText: '8-K' }).first().dblclick()
  await openedText(page, 'first quarter sales rose 9% to $41.7 million')
  await expect.poll(() => copied(page)).toBe('sales rose 9% to $41.7 million')
  await page.getByLabel('Filing text', { exact: true }).focus()
  await page.keyboard.press('Alt+m')
  await expect(page.getByRole('status').filter({ hasText: 'Highlighted in another copy: larkspur-ex-99-1.txt' })).toHaveCount(1)
  await expect.poll(() => paintedWords(page, 'flash')).toContain('sales rose 9%')
  await page.keyboard.press('Shift+G')
  await expect(page.getByRole('group', { name: 'Marks shown' })).toContainText('Mine1')
  await quit()
})
