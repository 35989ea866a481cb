import { execFile } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { electronPath, environment, launch, newFolder, ROOT, SAMPLE } from './app'
import { openedText } from './reader-page'

const run = promisify(execFile)
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

test('two data folders are two libraries, open side by side', async () => {
  const first = await launch({ args: ['--', SAMPLE] })
  await openedText(first.page, 'HARROW RIDGE')
  const second = await launch()
  await expect(second.page.getByRole('button', { name: 'Try the sample release' })).toBeVisible()
  await second.quit()
  await openedText(first.page, 'HARROW RIDGE')
  await first.quit()
})

test('a data folder that cannot be used is said in one line', async () => {
  const file = join(newFolder(), 'a-file')
  writeFileSync(file, 'x')
  const failed = await run(electronPath(), [...asRoot, ROOT], { env: environment(join(file, 'data')), timeout: 30_000 })
    .then(() => null, (error: unknown) => error as { readonly code: number; readonly stderr: string })
  expect(failed?.code).toBe(1)
  expect(failed?.stderr).toContain('Redwell has no data folder')
  expect(failed?.stderr).toContain('REDWELL_DATA_DIR')
})

test('a second start hands over file names and nothing else', async () => {
  const folder = newFolder()
  const redwell = await launch({ args: ['--', SAMPLE] })
  await openedText(redwell.page, 'HARROW RIDGE')
  const args = ['--remote-debugging-port=9333', '--load-extension=/tmp/x', '--js-flags=--expose-gc', '--', 'https://example.invalid/',
    join(folder, 'no-such.txt')]
  await run(electronPath(), [...asRoot, ROOT, ...args], { env: environment(redwell.dataFolder), timeout: 30_000 })
  await expect(redwell.page.getByText('There is no such file.').first()).toBeVisible()
  expect(redwell.page.url()).toMatch(/^redwell:\/\/app\//)
  expect(await redwell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await redwell.quit()
})

test('quitting while a large file is imported ends at once and leaves nothing half done', async () => {
  const large = join(newFolder(), 'large.txt')
  const paragraph = 'Elm Cove Foods said that it expects to sell 5,200 crates of plums in the coming year, and gave no reason.\n\n'
  writeFileSync(large, `EXHIBIT 99.1\n\n${paragraph.repeat(400_000)}`)
  const redwell = await launch({ args: ['--', large] })
  await expect(redwell.page.getByRole('button', { name: 'Stop importing large.txt' })).toBeVisible()
  const from = Date.now()
  await redwell.quit()
  expect(Date.now() - from).toBeLessThan(5_000)
  const again = await launch({ dataFolder: redwell.dataFolder })
  await expect(again.page.getByRole('button', { name: 'Try the sample release' })).toBeVisible()
  expect(readdirSync(join(redwell.dataFolder, 'sources'))).toEqual([])
  await again.quit()
})
