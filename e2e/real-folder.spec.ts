import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, newFolder, ROOT, SAMPLE } from './app'
import { isArchivePage } from './archive-page'
import { ask, shelf, writeShelf } from './filing-shelf'
import { addNoteOnFiling, filingText, openedText, selectWords, typeNote, waitForSaved } from './reader-page'

/** A folder of real filings beside the project, or the one that is named; where there is none, as many are written. */
const folderOfFilings = (): string => {
  const real = process.env['REDWELL_FILINGS'] ?? resolve(ROOT, '../shared/filings')
  if (existsSync(real)) return real
  const folder = join(newFolder(), 'filings')
  writeShelf(folder, shelf(218))
  return folder
}

test('a folder of real filings is imported whole, each file accounted for, while another is read and written on', async () => {
  test.setTimeout(600_000)
  const folder = folderOfFilings()
  const files = readdirSync(folder).length
  const { page, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  const state = async () => (await ask(page, 'queue.list', null)).progress
  await ask(page, 'queue.add', { paths: [folder], folderId: null, mirror: true })
  const status = page.getByRole('contentinfo', { name: 'Status' }).getByRole('button', { name: /Import/ })
  await expect(status).toBeVisible()
  const told = await status.textContent()

  await selectWords(page, 'HARROW RIDGE')
  await page.keyboard.press('h')
  await addNoteOnFiling(page)
  await typeNote(page, 'Written while the folder is imported.')
  await waitForSaved(page)
  await expect.poll(() => status.textContent(), { timeout: 60_000 }).not.toBe(told)
  expect((await state()).waiting, 'the import goes on while the note is written').toBeGreaterThan(0)
  await filingText(page).focus()
  await page.keyboard.press('End')
  await expect(filingText(page)).toContainText('FORWARD-LOOKING STATEMENTS')

  await expect.poll(async () => {
    const { waiting, running } = await state()
    return waiting + running
  }, { timeout: 540_000, intervals: [1000] }).toBe(0)
  const { done, already, skipped, failed, cancelled } = await state()
  expect(done + already + skipped + failed + cancelled).toBe(files)
  // What is no filing is refused, and said to be none; all else comes in.
  const pages = readdirSync(folder).filter((name) => isArchivePage(join(folder, name))).length
  expect({ failed, cancelled }).toEqual({ failed: pages, cancelled: 0 })
  const listed = await ask(page, 'library.list', { trashed: false })
  expect(listed).toHaveLength(done + 1)
  expect((await ask(page, 'filing.work', { filingId: listed.find(({ fileName }) => SAMPLE.endsWith(fileName))?.id ?? '' })).notes)
    .toHaveLength(1)
  await page.keyboard.press('Control+l')
  await expect(page.locator('.library-count').filter({ hasText: `${String(done + 1)} filings` })).toBeVisible()
  await quit()
})
