import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronPath, environment, launch, newFolder, ROOT, SAMPLE, type Redwell } from './app'
import { filingText, openedText } from './reader-page'

/** Asks the door itself to import paths, as a drop or the dialog does. */
const importPaths = (redwell: Redwell, paths: readonly string[]): Promise<
  readonly { ok: boolean; value?: { already: boolean; filingId: string };
    failure?: { code: string; message: string; file?: string; remedy?: string } }[]
> =>
  redwell.page.evaluate(async (given) => {
    const { call } =
      (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<{ ok: boolean; value: never }>> } }).redwell
    const answer = await call['library.import']?.({ paths: given })
    if (!answer?.ok) throw new Error(JSON.stringify(answer))
    return answer.value
  }, paths)

test('what cannot be opened is said in words, and nothing of it stays', async () => {
  const folder = newFolder()
  const at = (name: string): string => join(folder, name)
  writeFileSync(at('empty.txt'), '')
  mkdirSync(at('a-folder'))
  writeFileSync(at('binary.dat'), Buffer.from(Array.from({ length: 4_096 }, (_, n) => (n * 7919) % 256)))
  writeFileSync(at('archive.zip'), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(512)]))
  writeFileSync(at('large.txt'), 'x')
  truncateSync(at('large.txt'), 201 * 1024 * 1024)
  const redwell = await launch()
  const answers = await importPaths(redwell, ['missing.txt', 'empty.txt', 'a-folder', 'binary.dat', 'archive.zip', 'large.txt'].map(at))
  expect(answers.map(({ failure }) => failure?.code)).toEqual(['file-missing', 'file-empty', 'file-is-folder', 'not-a-filing',
    'not-a-filing', 'file-too-large'])
  for (const { failure } of answers) {
    expect(failure?.message).toMatch(/\.$/)
    expect(failure?.file).toContain(folder)
    expect(failure?.remedy).toBeTruthy()
  }
  await expect(redwell.page.getByRole('button', { name: 'Try the sample release' })).toBeVisible()
  await redwell.quit()
})

test('the same bytes again open the filing that is there, and the original may vanish', async () => {
  const folder = newFolder()
  const copy = join(folder, 'release.txt')
  copyFileSync(SAMPLE, copy)
  const redwell = await launch({ args: ['--', copy] })
  await openedText(redwell.page, 'HARROW RIDGE')
  const [again] = await importPaths(redwell, [SAMPLE])
  expect(again).toMatchObject({ ok: true, value: { already: true } })
  await redwell.quit()
  rmSync(copy)
  const later = await launch({ dataFolder: redwell.dataFolder })
  await later.page.getByText('HARROW RIDGE REPORTS', { exact: false }).first().dblclick()
  await openedText(later.page, 'Management is comparing these results')
  await later.quit()
})

test('a second start hands its file to the first and ends', async () => {
  const folder = newFolder()
  const other = join(folder, 'other.txt')
  writeFileSync(other,
    'EXHIBIT 99.1\n\nTARN VALLEY TOOLS APPOINTS A TREASURER\n\nTarn Valley Tools said today that it has appointed a treasurer. She will start in May.\n')
  const redwell = await launch({ args: ['--', SAMPLE] })
  await openedText(redwell.page, 'HARROW RIDGE')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(electronPath(), [...asRoot, ROOT, '--', other], { env: environment(redwell.dataFolder), stdio: 'ignore' })
  const code = await new Promise<number | null>((done) => second.on('exit', done))
  expect(code).toBe(0)
  await openedText(redwell.page, 'has appointed a treasurer')
  await redwell.quit()
})

test('hundreds of files that a second start is given reach the first, which says how many, and no list stays', async () => {
  const folder = join(newFolder(), ...Array.from({ length: 8 }, () => 'a folder with a long name, as a deal room gives them'))
  mkdirSync(folder, { recursive: true })
  const files = Array.from({ length: 220 }, (_, at) => join(folder, `release ${at}.txt`))
  for (const [at, file] of files.entries())
    writeFileSync(file,
      `EXHIBIT 99.1\n\nTARN VALLEY TOOLS APPOINTS TREASURER ${at}\n\nTarn Valley Tools has appointed treasurer number ${at}.\n`)
  const redwell = await launch({ args: ['--', SAMPLE] })
  await openedText(redwell.page, 'HARROW RIDGE')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(electronPath(), [...asRoot, ROOT, '--', ...files], { env: environment(redwell.dataFolder), stdio: 'ignore' })
  expect(await new Promise<number | null>((done) => second.on('exit', done))).toBe(0)
  await expect(redwell.page.getByText('220 files were given').first()).toBeVisible({ timeout: 20_000 })
  await expect(redwell.page.locator('body')).toContainText('treasurer number 219', { timeout: 120_000 })
  expect(readdirSync(redwell.dataFolder).filter((name) => name.startsWith('handed-over'))).toEqual([])
  await redwell.quit()
})

test('a file dropped on the window is imported and opened', async () => {
  const redwell = await launch()
  const data = await redwell.page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['x'], 'dropped.txt'))
    return transfer
  })
  await redwell.page.locator('body').dispatchEvent('dragenter', { dataTransfer: data })
  await redwell.page.locator('body').dispatchEvent('dragover', { dataTransfer: data })
  await expect(redwell.page.getByText(/drop/i).first()).toBeVisible()
  await redwell.page.locator('body').dispatchEvent('drop', { dataTransfer: data })
  await expect(filingText(redwell.page)).toHaveCount(0)
  expect(redwell.page.url()).toMatch(/^redwell:\/\/app\//)
  await redwell.quit()
})
