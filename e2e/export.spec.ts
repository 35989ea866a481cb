import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { electronPath, environment, launch, newFolder, ROOT, SAMPLE } from './app'
import { addNoteOnFiling, openedText, selectWords, typeNote, waitForSaved } from './reader-page'

const run = promisify(execFile)

/** The text of a PDF with white space collapsed. */
const pdfText = (path: string): string => execFileSync('pdftotext', ['-q', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')

/** Starts the app with arguments and waits for its end. */
const start = async (args: readonly string[], dataFolder: string): Promise<{ code: number; stderr: string; stdout: string }> => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  try {
    const { stdout, stderr } = await run(electronPath(), [...asRoot, ROOT, ...args], { env: environment(dataFolder), timeout: 90_000 })
    return { code: 0, stderr, stdout }
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stderr: string; stdout: string }
    return { code, stderr, stdout }
  }
}

const SENTENCES = [
  'In a post hoc look at the data, soreness scores were directly affected by the length of cooling.',
  'Soft wraps are becoming the habit of most clinics.',
  'The gel is intended to give plain relief after hand surgery.',
  'the compound is intended for sale in Scandinavia.',
  'The Company undertakes no obligation to update them.'
]

test('--export writes the whole release as a PDF without a live link', async () => {
  const folder = newFolder()
  const out = join(folder, 'out.pdf')
  const { code, stdout } = await start(['--export', out, SAMPLE], newFolder())
  expect(code).toBe(0)
  expect(stdout).toBe('')
  const text = pdfText(out)
  for (const sentence of SENTENCES) expect(text).toContain(sentence)
  const bytes = readFileSync(out, 'latin1')
  for (const action of ['/URI', '/JS', '/JavaScript', '/Launch', '/EmbeddedFile']) expect(bytes).not.toContain(action)
  expect(bytes).toContain('/Outlines')
})

test('--export never replaces a file unasked, and says in one line what is wrong', async () => {
  const folder = newFolder()
  const out = join(folder, 'out.pdf')
  writeFileSync(out, 'mine')
  const refused = await start(['--export', out, SAMPLE], newFolder())
  expect(refused.code).not.toBe(0)
  expect(refused.stderr.trim().split('\n').filter((line) => /exist|already/i.test(line))).toHaveLength(1)
  expect(readFileSync(out, 'utf8')).toBe('mine')
  const replaced = await start(['--export', out, '--overwrite', SAMPLE], newFolder())
  expect(replaced.code).toBe(0)
  expect(statSync(out).size).toBeGreaterThan(10_000)
  const missing = await start(['--export', join(folder, 'x.pdf'), join(folder, 'no-such-file.txt')], newFolder())
  expect(missing.code).not.toBe(0)
  expect(missing.stderr).toContain('no-such-file.txt')
  expect(existsSync(join(folder, 'x.pdf'))).toBe(false)
})

test('the PDF of an annotated filing holds its notes, also while the app is open', async () => {
  const folder = newFolder()
  const { app, page, dataFolder, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  await selectWords(page, 'Hands in a rigid splint showed less improvement than hands in a soft wrap.')
  await page.keyboard.press('1')
  await addNoteOnFiling(page)
  await typeNote(page, 'Ask for the count of splints per clinic.')
  await waitForSaved(page)

  const beside = join(folder, 'beside.pdf')
  expect((await start(['--export', beside, SAMPLE], dataFolder)).code).toBe(0)
  expect(pdfText(beside)).toContain('Ask for the count of splints per clinic.')

  const out = join(folder, 'dialog.pdf')
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, out)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await page.getByRole('button', { name: 'Save PDF…' }).click()
  await expect(page.getByText(/Saved, \d+ pages?/)).toBeVisible({ timeout: 60_000 })
  const text = pdfText(out)
  for (const sentence of SENTENCES) expect(text).toContain(sentence)
  expect(text).toContain('Ask for the count of splints per clinic.')
  expect(text).toContain('Hands in a rigid splint showed less improvement than hands in a soft wrap.')
  await quit()
})
