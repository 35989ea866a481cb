import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, newFolder, SAMPLE, saveAt } from './app'
import { addNoteOnFiling, markAndNote, openedText, selectWords, typeNote, waitForSaved } from './reader-page'

const WORDS = 'Hands in a rigid splint showed less improvement than hands in a soft wrap.'

test('a pack of the open filing leaves by the screen, which says what is in it, signed under a passphrase', async () => {
  const folder = newFolder()
  const redwell = await launch({ args: ['--', SAMPLE] })
  const { page, quit } = redwell
  await page.setViewportSize({ width: 1280, height: 720 })
  await openedText(page, 'HARROW RIDGE')
  await markAndNote(page, WORDS, 'Ask for the count of splints per clinic.')

  const file = join(folder, 'deal.redwell.zip')
  await saveAt(redwell, file)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('combobox', { name: 'Format' }).selectOption('pack')
  const leaving = page.getByRole('region', { name: 'What leaves' })
  await expect(leaving).toContainText('1 filing')
  await expect(leaving).toContainText('1 highlight, 1 note')
  await page.getByRole('textbox', { name: 'Name of the pack' }).fill('Harrow Ridge deal')
  await page.getByRole('switch', { name: 'Sign it' }).click()
  const passphrase = page.getByLabel('Passphrase')
  if (await passphrase.isVisible()) await passphrase.fill('nine splints')
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText(/Saved, 1 file/)).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText(/Signed with SHA256:/)).toBeVisible()
  await quit()

  execFileSync('unzip', ['-q', file, '-d', join(folder, 'out')])
  const bag = join(folder, 'out', 'Harrow-Ridge-deal')
  execFileSync('sha256sum', ['--quiet', '-c', 'tagmanifest-sha256.txt', 'manifest-sha256.txt'], { cwd: bag })
  expect(readdirSync(join(bag, 'data', 'views')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
  expect(readFileSync(join(bag, 'bag-info.txt'), 'utf8')).toMatch(/Redwell-Signed-By: SHA256:/)
})

test('a pack comes in on a second data folder: read first, notes under the sender’s name, taken back by one undo', async () => {
  const folder = newFolder()
  const ana = await launch({ args: ['--', SAMPLE] })
  await ana.page.setViewportSize({ width: 1280, height: 720 })
  await openedText(ana.page, 'HARROW RIDGE')
  await selectWords(ana.page, WORDS)
  await ana.page.keyboard.press('1')
  await addNoteOnFiling(ana.page)
  await typeNote(ana.page, 'Ask for the count of splints per clinic.')
  await waitForSaved(ana.page)
  await ana.page.keyboard.press('Escape')
  const file = join(folder, 'deal.redwell.zip')
  await saveAt(ana, file)
  await ana.page.keyboard.press('Control+Shift+e')
  await ana.page.getByRole('combobox', { name: 'Format' }).selectOption('pack')
  await ana.page.getByRole('switch', { name: 'With a PDF of each document' }).click()
  await ana.page.getByRole('button', { name: 'Save…' }).click()
  await expect(ana.page.getByText(/Saved, 1 file/)).toBeVisible({ timeout: 120_000 })
  await ana.quit()

  const ben = await launch()
  const { page } = ben
  await page.setViewportSize({ width: 1280, height: 720 })
  await ben.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Take in work')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('status', { name: 'What was read' })).toContainText('3 items read = 3 imported', { timeout: 60_000 })
  await expect(page.getByText(/It is not signed/)).toBeVisible()
  await page.getByRole('button', { name: 'Take in 3 items' }).press('Enter')
  await expect(page.getByText('Taken in. One undo takes all of it back.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close' }).last().click()
  await page.getByText('HARROW RIDGE REPORTS').first().dblclick()
  await openedText(page, 'HARROW RIDGE')
  await page.getByRole('tab', { name: /Notes/ }).click()
  await expect(page.getByText('Ask for the count of splints per clinic.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Ask for the count of splints per clinic.')).toBeHidden()
  await ben.quit()
})
