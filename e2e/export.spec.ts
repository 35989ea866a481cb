import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
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
  expect(text).toMatch(/Summary 2 /)
  expect(text).toMatch(/The release 3 /)
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
  await page.getByRole('radio', { name: 'A4' }).click()
  await page.getByRole('button', { name: 'Save PDF…' }).click()
  await expect(page.getByText(/Saved, \d+ pages?/)).toBeVisible({ timeout: 60_000 })
  expect(execFileSync('pdfinfo', [out], { encoding: 'utf8' })).toMatch(/Page size: +59[45].* x 84[12]/)
  const text = pdfText(out)
  for (const sentence of SENTENCES) expect(text).toContain(sentence)
  expect(text).toContain('Ask for the count of splints per clinic.')
  expect(text).toContain('Hands in a rigid splint showed less improvement than hands in a soft wrap.')
  await quit()
})

/** The comments of a PDF, as a viewer reads them: what each says, and the words under each of its lines. */
const commentsIn = async (path: string) => {
  const pdf = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  const told = (dict: PDFDict, name: string): string => {
    const value = dict.lookup(PDFName.of(name))
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : String(value ?? '')
  }
  const figures = (dict: PDFDict, name: string): number[] =>
    dict.lookupMaybe(PDFName.of(name), PDFArray)?.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : NaN)) ?? []
  const wordsAt = (page: number, height: number, [left = 0, top = 0, right = 0, , , bottom = 0]: readonly number[]): string =>
    execFileSync('pdftotext', ['-q', '-layout', ...['-f', '-l'].flatMap((name) => [name, String(page)]), '-x', String(Math.round(left)),
      '-y', String(Math.round(height - top)), '-W', String(Math.round(right - left)), '-H', String(Math.round(top - bottom)), path, '-'], {
      encoding: 'utf8'
    }).trim()
  return pdf.getPages().flatMap((page, at) =>
    (page.node.Annots()?.asArray() ?? []).map((ref) => pdf.context.lookup(ref, PDFDict)).map((dict) => {
      const quads = figures(dict, 'QuadPoints')
      const lines = Array.from({ length: quads.length / 8 }, (_, line) => quads.slice(line * 8, line * 8 + 8))
      return { page: at + 1, kind: told(dict, 'Subtype'), author: told(dict, 'T'), says: told(dict, 'Contents'), tag: told(dict, 'Subj'),
        name: told(dict, 'NM'), colour: figures(dict, 'C'), words: lines.map((line) => wordsAt(at + 1, page.getHeight(), line)).join(' ') }
    }).filter(({ kind }) => kind !== '/Link' && kind !== '/Popup')
  )
}

test('the highlights of a filing are comments of its PDF, over their own words, and the same file each time', async () => {
  const folder = newFolder()
  const { page, dataFolder, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  const marked = 'In a post hoc look at the data, soreness scores were directly affected by the length of cooling.'
  await selectWords(page, marked)
  await page.keyboard.press('1')
  await selectWords(page, 'soreness scores')
  await page.keyboard.press('2')
  await addNoteOnFiling(page)
  await typeNote(page, 'Ask for the count of splints per clinic – “all of them”.')
  await waitForSaved(page)
  await quit()

  const [one, two] = [join(folder, 'one.pdf'), join(folder, 'two.pdf')]
  for (const out of [one, two]) expect((await start(['--export', out, SAMPLE], dataFolder)).code).toBe(0)
  const comments = await commentsIn(one)
  const highlights = comments.filter(({ kind }) => kind === '/Highlight')
  expect(highlights.map(({ words }) => words.replaceAll(/\s+/g, ' ')).toSorted()).toEqual([marked, 'soreness scores'])
  expect(new Set(highlights.map(({ colour }) => String(colour))).size).toBe(2)
  for (const { author, name, tag } of highlights) {
    expect(author).toBe('Analyst')
    expect(name).toMatch(/^RW-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(tag).not.toBe('')
  }
  expect(comments.filter(({ kind }) => kind === '/Text')).toMatchObject([{ page: 1,
    says: 'Ask for the count of splints per clinic – “all of them”.' }])
  const bytes = readFileSync(one)
  for (const left of ['redwell.invalid', '/URI']) expect(bytes.includes(left)).toBe(false)
  expect(execFileSync('pdfinfo', [one], { encoding: 'utf8' })).toMatch(/Tagged: +yes/)
  expect(execFileSync('pdfinfo', ['-struct', one], { encoding: 'utf8' })).toContain('Annot')
  expect(bytes.equals(readFileSync(two))).toBe(true)
})

/** The numbers in the margins of a PDF: which entry each leads to, its page and its rectangle. */
const marginNumbers = async (path: string) => {
  const pdf = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  return pdf.getPages().flatMap((page, at) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
      const link = pdf.context.lookup(ref, PDFDict)
      const entry = /^\/(?:note|finding|statement)-\d+$/.exec(String(link.get(PDFName.of('Dest'))))?.[0]
      const [left = 0, bottom = 0, right = 0, top = 0] = link.lookup(PDFName.of('Rect'), PDFArray).asArray().map((side) =>
        side instanceof PDFNumber ? side.asNumber() : NaN
      )
      return entry === undefined ? [] : [{ entry, page: at, left, bottom, right, top }]
    })
  )
}

test('numbers in the margin stand clear of each other, however many marks begin in one line', async () => {
  const { page, dataFolder, quit } = await launch({ args: ['--', SAMPLE] })
  await openedText(page, 'HARROW RIDGE')
  const words = ['post hoc', 'look at', 'the data', 'soreness scores', 'directly']
  for (const [at, marked] of words.entries()) {
    await selectWords(page, marked)
    await page.keyboard.press(String(at + 1))
    await page.keyboard.press('Escape')
  }
  await quit()
  const out = join(newFolder(), 'out.pdf')
  expect((await start(['--export', out, SAMPLE], dataFolder)).code).toBe(0)
  const numbers = await marginNumbers(out)
  expect(new Set(numbers.map(({ entry }) => entry).filter((entry) => entry.startsWith('/note-'))).size).toBe(words.length)
  const overlapping = numbers.flatMap((one) =>
    numbers.filter((other) =>
      other.entry > one.entry && other.page === one.page && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
      Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > 0.8
    ).map((other) => `${one.entry} ${other.entry}`)
  )
  expect(overlapping).toEqual([])
})
