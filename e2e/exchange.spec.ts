import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { bodyOfText } from '#model/note-body'
import { electronPath, environment, launch, newFolder, ROOT, SAMPLE, saveAt } from './app'
import type { Redwell } from './app'
import { ask, shelf, writeShelf } from './filing-shelf'
import { addNoteOnFiling, markAndNote, openedText, typeNote, waitForSaved } from './reader-page'

const WORDS = 'Hands in a rigid splint showed less improvement than hands in a soft wrap.'

const openAt = ({ app }: Redwell, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

/** Changes a Word file as counsel in Word would, by the command that prepares returned files. */
const answerInWord = (sent: string, returned: string, deeds: readonly object[]): void => {
  const list = `${returned}.json`
  writeFileSync(list, JSON.stringify(deeds))
  execFileSync(electronPath(), [join(ROOT, 'out/main/exchange.js'), 'answer', sent, returned, list], {
    env: { ...environment(''), ELECTRON_RUN_AS_NODE: '1' }
  })
}

const command = async ({ page }: Redwell, words: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(words)
  await page.keyboard.press('Enter')
}

test('work leaves by the screen as JSON and as web annotations, and is known again when it is read', async () => {
  const folder = newFolder()
  const redwell = await launch({ args: ['--', SAMPLE] })
  const { page, quit } = redwell
  await page.setViewportSize({ width: 1280, height: 720 })
  await openedText(page, 'HARROW RIDGE')
  await markAndNote(page, WORDS, 'Ask for the count of splints per clinic.')

  const json = join(folder, 'work.json')
  await saveAt(redwell, json)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('combobox', { name: 'Format' }).selectOption('json')
  await expect(page.getByRole('status', { name: 'What will be written' })).toContainText('1 filing, 1 highlight, 1 note')
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText(/Saved, 1 file/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close' }).last().click()
  const whole = JSON.parse(readFileSync(json, 'utf8')) as { unit: string;
    filings: { marks: { passage: { exact: string } }[]; notes: { text: string }[] }[] }
  expect(whole.unit).toBe('utf16')
  expect(whole.filings[0]?.marks.map(({ passage }) => passage.exact)).toEqual([WORDS])
  expect(whole.filings[0]?.notes.map(({ text }) => text)).toEqual(['Ask for the count of splints per clinic.'])

  const pages = join(folder, 'pages')
  await saveAt(redwell, pages)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('combobox', { name: 'Format' }).selectOption('markdown')
  await page.getByRole('combobox', { name: 'Tag' }).selectOption({ index: 2 })
  await expect(page.getByRole('status', { name: 'What will be written' })).toContainText('1 filing, 0 highlights, 0 notes')
  await page.getByRole('combobox', { name: 'Tag' }).selectOption({ index: 1 })
  await expect(page.getByRole('status', { name: 'What will be written' })).toContainText('1 filing, 1 highlight, 0 notes')
  await page.getByRole('switch', { name: 'The whole text' }).click()
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText(/Saved, 1 file/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close' }).last().click()
  const [markdown = ''] = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  const written = readFileSync(join(pages, markdown), 'utf8')
  expect(written).toContain('## Text')
  expect(written).not.toContain('Ask for the count of splints')

  const annotations = join(folder, 'annotations')
  await saveAt(redwell, annotations)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('combobox', { name: 'Format' }).selectOption('w3c')
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText(/Saved, \d+ files/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close' }).last().click()
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  const [pageFile] = readdirSync(join(annotations, 'annotations'))
  expect(existsSync(join(annotations, 'collection.jsonld'))).toBe(true)

  await openAt(redwell, join(annotations, 'annotations', pageFile ?? ''))
  await command(redwell, 'Take in work')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('status', { name: 'What was read' })).toContainText(
    '2 items read = 0 imported + 0 without their words + 2 known already'
  )
  await expect(page.getByRole('button', { name: 'Take in 0 items' })).toBeDisabled()
  await quit()
})

test('a file of Hypothesis is read, taken in with one orphan and one in quarantine, and undone as one', async () => {
  const folder = newFolder()
  const redwell = await launch({ args: ['--', SAMPLE] })
  const { page, quit } = redwell
  await page.setViewportSize({ width: 1280, height: 720 })
  await openedText(page, 'HARROW RIDGE')
  const item = (id: string, exact: string, text: string): object => ({ id, uri: 'file:///x/harrow-ridge_2007_ex-99-2.txt', text, tags: [],
    user: 'acct:bo@hypothes.is', user_info: { display_name: 'Bo Reader' }, created: '2026-02-01T09:00:00+00:00',
    target: [{ selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }] })
  const file = join(folder, 'hypothesis.json')
  writeFileSync(file, JSON.stringify({ export_date: '2026-02-02', client_version: '1', annotations: [
    item('a', WORDS, 'Which clinics?'),
    item('b', 'Words that this release never had in any form of it whatsoever.', 'Lost'),
    item('c', '', 'A note on the whole'),
    'broken'
  ].map((one) => typeof one === 'object' && 'id' in one && one.id === 'c' ? { ...one, target: [{}] } : one) }))
  await openAt(redwell, file)
  await command(redwell, 'Take in work')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('status', { name: 'What was read' })).toContainText(
    '4 items read = 2 imported + 1 without their words + 0 known already + 1 not understood'
  )
  await page.getByRole('button', { name: 'Take in 4 items' }).press('Enter')
  await expect(page.getByText('Taken in. One undo takes all of it back.')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('tab', { name: /Notes/ }).click()
  await expect(page.getByText('Which clinics?')).toBeVisible()
  await expect(page.getByText('Bo Reader').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Which clinics?')).toBeHidden()
  await quit()
})

test('a deal folder leaves as Word files, and three answers of counsel come back to their questions', async () => {
  test.slow()
  const folder = newFolder()
  const redwell = await launch()
  const { page, quit } = redwell
  await page.setViewportSize({ width: 1280, height: 720 })
  await ask(page, 'library.import', { paths: writeShelf(newFolder(), shelf(3)) })
  await expect(page.locator('.library-count')).toHaveText('3 filings')
  const filings = await ask(page, 'library.list', { trashed: false })
  const elm = filings.find(({ fileName }) => fileName.startsWith('elm-cove'))?.id ?? ''
  const tarn = filings.find(({ fileName }) => fileName.startsWith('tarn-valley'))?.id ?? ''
  const [deal] = await ask(page, 'folder.add', { name: 'Project Heron', parentId: null })
  await ask(page, 'folder.put', { id: deal?.id ?? '', filingIds: [elm, tarn] })
  await ask(page, 'settings.set', { author: 'A. Lyst' })
  for (const [filingId, text] of [[elm, 'Which sales are meant?'], [elm, 'Who audited it?'], [elm, 'Is the guidance new?'], [tarn,
    'How many people?']] as const) {
    const { id, rev } = await ask(page, 'note.add', { filingId, target: { kind: 'filing' }, words: { body: bodyOfText(text), text } })
    await ask(page, 'note.status', { id, rev, status: 'asked', owner: 'N. Nolan', dueAt: null })
  }

  await page.getByRole('treeitem', { name: /^Project Heron, / }).click()
  await expect(page.locator('.library-count')).toContainText('2')
  const sent = join(folder, 'for counsel')
  await saveAt(redwell, sent)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('combobox', { name: 'Format' }).selectOption('docx')
  await page.getByRole('dialog').getByText('Listed in the library (2)').click()
  await expect(page.getByRole('status', { name: 'What will be written' })).toContainText('2 filings, 0 highlights, 4 notes, 4 questions')
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText(/Saved, 2 files/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close' }).last().click()

  const file = readdirSync(sent).find((name) => /elm/i.test(name)) ?? ''
  const returned = join(folder, 'returned.docx')
  answerInWord(join(sent, file), returned, [
    { do: 'reply', to: 'Which sales are meant?', text: 'Those of the first quarter.', author: 'N. Nolan', at: '2026-03-01T10:00:00Z' },
    { do: 'reply', to: 'Who audited it?', text: 'Nobody yet.', author: 'N. Nolan', at: '2026-03-01T10:05:00Z' },
    { do: 'reply', to: 'Is the guidance new?', text: 'It was told in February.', author: 'B. Counsel', at: '2026-03-02T09:00:00Z' },
    { do: 'resolve', words: 'Who audited it?' }
  ])
  await openAt(redwell, returned)
  await command(redwell, 'Take in work')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('status', { name: 'What was read' })).toContainText(
    '7 items read = 4 imported + 0 without their words + 3 known already + 0 not understood'
  )
  await expect(page.getByRole('checkbox', { name: /resolved$/ })).not.toBeChecked()
  await page.getByRole('checkbox', { name: /resolved$/ }).press('Space')
  await page.getByRole('button', { name: 'Take in 4 items' }).press('Enter')
  await expect(page.getByText('Taken in. One undo takes all of it back.')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).last().click()

  await ask(page, 'folder.list', null)
  await page.getByRole('grid', { name: 'Filings' }).getByRole('row').filter({ hasText: 'Elm Cove' }).first().dblclick()
  await page.getByRole('tab', { name: /Notes/ }).click()
  const card = (words: string) => page.locator('article.note-card').filter({ hasText: words })
  await expect(card('Which sales are meant?')).toHaveAttribute('data-status', 'answered')
  await expect(card('Which sales are meant?')).toContainText('Those of the first quarter.')
  await expect(card('Which sales are meant?')).toContainText('N. Nolan (in Word)')
  await expect(card('Is the guidance new?')).toContainText('B. Counsel (in Word)')
  await expect(card('Who audited it?')).toHaveAttribute('data-status', 'closed')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Those of the first quarter.')).toBeHidden()
  await expect(card('Which sales are meant?')).toHaveAttribute('data-status', 'asked')
  await expect(card('Who audited it?')).toHaveAttribute('data-status', 'asked')
  await quit()
})

test('the program writes and reads work without a window, and says in one line what is wrong', async () => {
  test.slow()
  const dataFolder = newFolder()
  const folder = newFolder()
  const first = await launch({ dataFolder, args: ['--', SAMPLE] })
  await openedText(first.page, 'HARROW RIDGE')
  await addNoteOnFiling(first.page)
  await typeNote(first.page, 'How many clinics?')
  await waitForSaved(first.page)
  await first.page.keyboard.press('Escape')
  await first.quit()

  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = (...args: readonly string[]) =>
    spawnSync(electronPath(), [...asRoot, ROOT, ...args], { env: environment(dataFolder), encoding: 'utf8', timeout: 90_000 })
  const out = join(folder, 'work.docx')
  expect(program('--exchange', 'docx', out, SAMPLE).status).toBe(0)
  const read = program('--exchange', 'read', out)
  expect(read.stdout.split('\n')[0]).toBe('{"read":1,"imported":0,"orphaned":0,"duplicate":1,"quarantined":0}')
  const again = program('--exchange', 'docx', out, SAMPLE)
  expect(again.status).toBe(1)
  expect(again.stderr).toMatch(/redwell: .*work\.docx: There is a file of that name already\./)
})

test('thousands of figures leave as one whole spreadsheet', async () => {
  const folder = newFolder()
  const rows = Array.from({ length: 700 },
    (_none, at) =>
      `<tr><td>Sales of press ${String(at + 1)}</td>${
        [3, 5, 7, 11].map((by) => `<td align="right">${(1000 + at * by).toLocaleString('en')}</td>`).join('')
      }</tr>`)
  const heads = [2003, 2004, 2005, 2006].map((year) => `<th>${String(year)}</th>`).join('')
  const file = join(folder, 'presses.htm')
  writeFileSync(file,
    `<html><body><p>BRAMLEY PRESSES REPORTS THE SALES OF ITS PRESSES</p><p>BRAMLEY, Ohio, March 3, 2007 -- Bramley Presses, Inc. told
    today what each of its presses sold in the last four years, in thousands of dollars.</p><table><tr><th></th>${heads}</tr>${
      rows.join('')
    }</table>
    </body></html>`)
  const redwell = await launch({ args: ['--', file] })
  const { page, quit } = redwell
  await openedText(page, 'BRAMLEY')
  const sheet = join(folder, 'work.xlsx')
  await saveAt(redwell, sheet)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('combobox', { name: 'Format' }).selectOption('xlsx')
  await page.getByRole('dialog').getByText('All', { exact: true }).last().click()
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText(/Saved, 1 file/)).toBeVisible({ timeout: 60_000 })
  const bytes = readFileSync(sheet)
  expect(bytes.subarray(0, 4).toString('latin1'), 'the first entry of a ZIP').toBe('PK\u0003\u0004')
  // Each name stands before its content and in the list at the end.
  expect(bytes.toString('latin1').match(/xl\/worksheets\/sheet\d+\.xml/g)).toHaveLength(12)
  test.skip(spawnSync('python3', ['--version']).status !== 0, 'python3 is missing, by which the file is read back')
  const read = JSON.parse(
    execFileSync('python3', [join(ROOT, 'scripts/exchange/read_xlsx.py'), sheet], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  ) as { sheets: { Figures: ([string | number, string] | null)[][] } }
  const values = read.sheets.Figures.slice(1).map((row) => row[1]?.[1] === 'number' ? Number(row[1][0]) : 0)
  const told = Array.from({ length: 700 }, (_none, at) => [3, 5, 7, 11].map((by) => 1000 + at * by)).flat()
  expect(values.filter((value) => value > 0), 'every figure of the table, in thousands').toHaveLength(told.length)
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(told.reduce((sum, value) => sum + value, 0) * 1000)
  await quit()
})
