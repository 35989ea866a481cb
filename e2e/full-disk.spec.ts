import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication } from '@playwright/test'
import { electronPath, launch, newFolder, SAMPLE, type Redwell } from './app'
import { answeringDialogs } from './answering-dialogs'
import { addNoteOnFiling, editor, openedText, showTab, typeNote, waitForSaved } from './reader-page'

const canMount = (): boolean => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A script that starts the runtime with a small disk of its own as its data folder; nobody else sees that disk, and it goes with the app. */
const onSmallDisk = (size: string): string => {
  const script = join(newFolder(), 'start.sh')
  writeFileSync(script,
    `#!/bin/sh\nexec unshare -m sh -c 'mount -t tmpfs -o size=${size} none "$REDWELL_DATA_DIR" && exec "$0" "$@"' '${electronPath()}' "$@"\n`)
  chmodSync(script, 0o755)
  return script
}

/** Fills the disk of the data folder to the last byte, or frees what was filled. */
const fill = (app: ElectronApplication, full: boolean): Promise<void> =>
  app.evaluate((_electron, want) => {
    const fs = process.getBuiltinModule('fs')
    const ballast = `${String(process.env['REDWELL_DATA_DIR'])}/ballast`
    if (!want) {
      fs.rmSync(ballast)
      return
    }
    const file = fs.openSync(ballast, 'w')
    for (let size = 1024 * 1024; size >= 1;) {
      try {
        fs.writeSync(file, new Uint8Array(size))
      } catch {
        size = Math.floor(size / 2)
      }
    }
    fs.closeSync(file)
  }, full)

/** Types until the disk takes no more, and answers all that stands in the editor. */
const typeUntilRefused = async (redwell: Redwell): Promise<string> => {
  const refused = redwell.page.getByText(/Not saved/).first()
  for (let line = 0; line < 40 && !await refused.isVisible(); line += 1) {
    await redwell.page.keyboard.type(`Line ${line} ${'of a note that grows '.repeat(10)}`)
    await redwell.page.waitForTimeout(200)
  }
  await expect(refused).toBeVisible({ timeout: 1_000 })
  return (await editor(redwell.page).textContent()) ?? ''
}

const startWriting = async (
  answers: readonly number[]
): Promise<
  { readonly redwell: Redwell; readonly asked: () => readonly { readonly message: string; readonly buttons: readonly string[] }[] }
> => {
  const dialogs = answeringDialogs(answers)
  const redwell = await launch({ through: onSmallDisk('64m'), before: dialogs.before, env: dialogs.env, args: ['--', SAMPLE] })
  await openedText(redwell.page, 'HARROW RIDGE')
  await addNoteOnFiling(redwell.page)
  await typeNote(redwell.page, 'Before. ')
  await waitForSaved(redwell.page)
  return { redwell, asked: dialogs.asked }
}

test.describe('a full disk', () => {
  test.skip(!canMount(), 'a small disk of its own needs the right to mount one')

  test('keeps the words on screen, says so, and saves them by itself once there is room', async () => {
    const { redwell } = await startWriting([])
    await fill(redwell.app, true)
    const words = await typeUntilRefused(redwell)
    await redwell.page.waitForTimeout(5_000)
    expect(await editor(redwell.page).textContent()).toBe(words)
    await fill(redwell.app, false)
    await waitForSaved(redwell.page)
    await showTab(redwell.page, 'Findings')
    await showTab(redwell.page, 'Notes')
    await expect(redwell.page.locator('.entries')).toContainText(words.slice(-60).trim())
    await redwell.quit()
  })

  test('does not let the window close over unsaved words without asking', async () => {
    // Try again, copy the words, keep open; at the next close: close without saving.
    const { redwell, asked } = await startWriting([0, 1, 2, 3])
    await fill(redwell.app, true)
    const words = await typeUntilRefused(redwell)
    await redwell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(() => asked().length).toBe(3)
    for (const { message, buttons } of asked()) {
      expect(message).toBe('Some words are not saved')
      expect(buttons).toEqual(['Try again', 'Copy the words', 'Keep open', 'Close without saving'])
    }
    expect(await redwell.app.evaluate(({ clipboard }) => clipboard.readText())).toContain(words.slice(-60).trim())
    expect(await editor(redwell.page).textContent()).toBe(words)
    const gone = redwell.app.waitForEvent('close')
    await redwell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await gone
    expect(asked()).toHaveLength(4)
  })
})
