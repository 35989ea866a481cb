import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { electronPath, environment, launch, newFolder, ROOT, SAMPLE } from './app'
import { answeringDialogs } from './answering-dialogs'
import { addNoteOnFiling, openedText, selectWords, showTab, typeNote, waitForSaved } from './reader-page'

const run = promisify(execFile)
const WORDS = 'Ask who counted the splints.'

/** A data folder with a filing, a highlight, a note and a watched folder, as a quit leaves it. */
let kept = ''
/** The folder that is watched. */
let inbox = ''

test.beforeAll(async () => {
  const redwell = await launch({ args: ['--', SAMPLE] })
  await openedText(redwell.page, 'HARROW RIDGE')
  await selectWords(redwell.page, 'Hands in a rigid splint showed less improvement than hands in a soft wrap.')
  await redwell.page.keyboard.press('3')
  await addNoteOnFiling(redwell.page)
  await typeNote(redwell.page, WORDS)
  await waitForSaved(redwell.page)
  inbox = newFolder()
  await redwell.page.evaluate(async (path) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
    await call['watch.add']?.({ path, folderId: null })
  }, inbox)
  await redwell.quit()
  kept = redwell.dataFolder
})

/** A copy of the kept data folder, without the browser's own profile. */
const copyOfKept = (): string => {
  const folder = newFolder()
  for (const name of readdirSync(kept)) {
    if (name === 'sources' || name.startsWith('library.db') || name.startsWith('journal-'))
      cpSync(join(kept, name), join(folder, name), { recursive: true })
  }
  return folder
}

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Writes a number into the header of a database file, big-endian. */
const writeHeader = (path: string, at: number, value: number): void => {
  const bytes = readFileSync(path)
  bytes.writeUInt32BE(value, at)
  writeFileSync(path, bytes)
}

const DAMAGES: readonly (readonly [string, (database: string) => void])[] = [
  ['zero pages', (database) => writeFileSync(database, readFileSync(database).fill(0, 4_096, 40_960))],
  ['a cut file', (database) => truncateSync(database, Math.floor(readFileSync(database).length / 2 / 4_096) * 4_096)],
  ['a bad header', (database) => writeFileSync(database, readFileSync(database).fill('x', 0, 16))],
  ['an empty file', (database) => truncateSync(database, 0)],
  ['no file at all', (database) => unlinkSync(database)]
]

for (const [name, damage] of DAMAGES) {
  test(`a library with ${name} is made anew, with every acknowledged word`, async () => {
    const dataFolder = copyOfKept()
    const database = join(dataFolder, 'library.db')
    damage(database)
    const before = existsSync(database) ? sha256(database) : null
    const dialogs = answeringDialogs([0, 0])
    const redwell = await launch({ dataFolder, before: dialogs.before, env: dialogs.env, args: ['--', SAMPLE] })
    await openedText(redwell.page, 'HARROW RIDGE')
    await showTab(redwell.page, 'Notes')
    await expect(redwell.page.locator('.entries')).toContainText(WORDS)
    await expect(redwell.page.locator('.entries')).toContainText('Hands in a rigid splint')
    const [offer, report] = dialogs.asked()
    expect(offer?.message).toContain('damaged')
    expect(offer?.detail).toContain('Nothing is deleted')
    expect(report?.detail).toContain('1 filing was read again')
    const aside = readdirSync(dataFolder).find((entry) => entry.startsWith('damaged-'))
    expect(aside).toBeTruthy()
    if (before !== null) expect(sha256(join(dataFolder, aside ?? '', 'library.db'))).toBe(before)
    await redwell.quit()
    const again = await launch({ dataFolder, args: ['--', SAMPLE] })
    await openedText(again.page, 'HARROW RIDGE')
    await showTab(again.page, 'Notes')
    await expect(again.page.locator('.entries')).toContainText(WORDS)
    await again.page.keyboard.press('Control+l')
    await again.page.getByRole('button', { name: /^Watched folders/ }).click()
    await expect(again.page.getByRole('dialog')).toContainText(inbox)
    await again.quit()
  })
}

/** Changes a word of the note on the disk, wherever it stands in the database, and adds a line to the journal that is none. */
const spoilNoteAndJournal = (dataFolder: string): void => {
  const database = join(dataFolder, 'library.db')
  const bytes = readFileSync(database)
  for (let at = bytes.indexOf('who counted'); at >= 0; at = bytes.indexOf('who counted', at + 1)) bytes.write('who caunted', at)
  writeFileSync(database, bytes)
  const journal = readdirSync(dataFolder).find((name) => /^journal-\d/.test(name)) ?? ''
  appendFileSync(join(dataFolder, journal), '{"kind":"saved"}\n')
}

for (const theme of ['light', 'dark'] as const) {
  test(`what was brought back at a start is said, and stands there as it was saved: ${theme}`, async () => {
    const dataFolder = copyOfKept()
    const first = await launch({ dataFolder })
    await first.page.evaluate(async (chosen) => {
      const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
      await call['settings.set']?.({ theme: chosen })
    }, theme)
    await first.quit()
    spoilNoteAndJournal(dataFolder)
    const { page, quit } = await launch({ dataFolder, args: ['--', SAMPLE] })
    const said = page.getByRole('region', { name: 'Messages' })
    await expect(said).toContainText('The library was put right.', { timeout: 30_000 })
    await expect(said).toContainText('Brought back from the kept files and the journal: 1 note.')
    await expect(said).toContainText('1 line of the journal could not be read. A copy is in journal-set-aside.jsonl')
    await page.screenshot({ path: join(ROOT, 'test-results', `recovery-${theme}.png`) })
    await openedText(page, 'HARROW RIDGE')
    await showTab(page, 'Notes')
    await expect(page.locator('.entries')).toContainText(WORDS)
    await quit()
  })
}

/** Starts on a folder whose library must not open, presses `answer`, and waits for the end. */
const refusedStart = async (dataFolder: string, answer: number): Promise<{ readonly code: number; readonly said: string }> => {
  const dialogs = answeringDialogs([answer])
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const code = await run(electronPath(), [...asRoot, ...dialogs.before, ROOT], { env: environment(dataFolder, dialogs.env),
    timeout: 60_000 })
    .then(() => 0, (error: unknown) => (error as { code: number }).code)
  return { code, said: dialogs.asked().map(({ message, detail }) => `${message} ${detail}`).join(' ') }
}

/** The library's files and what is kept of damaged ones; an empty log beside a database that was only looked at does not count. */
const ownFiles = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^(library|journal|damaged|backups)/.test(name) && !/-(wal|shm)$/.test(name))

const SCHEMA_AT = 60
const APPLICATION_AT = 68

const REFUSED: readonly (readonly [string, (database: string) => void, readonly RegExp[]])[] = [
  ['of a newer Redwell', (database) => writeHeader(database, SCHEMA_AT, 999), [/version 999/, /up to version \d+/, /Nothing was changed/,
    /Start the newer Redwell/]],
  ['of another program', (database) => writeHeader(database, APPLICATION_AT, 0x12345678), [/not made by Redwell/, /another data folder/]],
  ['that is damaged, where the reader closes,', (database) => writeFileSync(database, readFileSync(database).fill(0, 4_096, 40_960)), [
    /is damaged/
  ]]
]

for (const [name, change, words] of REFUSED) {
  test(`a database ${name} keeps every byte`, async () => {
    const dataFolder = copyOfKept()
    const database = join(dataFolder, 'library.db')
    change(database)
    const before = sha256(database)
    const names = ownFiles(dataFolder)
    const { code, said } = await refusedStart(dataFolder, 1)
    expect(code).toBe(1)
    for (const pattern of words) expect(said).toMatch(pattern)
    expect(sha256(database)).toBe(before)
    expect(ownFiles(dataFolder)).toEqual(names)
  })
}
