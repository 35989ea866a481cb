import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test, type Page } from '@playwright/test'
import { launch, mounted, ROOT, type Redwell } from './app'
import { addNoteOnFiling, openedText, selectWords, typeNote, waitForSaved } from './reader-page'
import { FAILURE_VIEWS, LIBRARY_VIEWS } from './shot-library-views'
import { COMPARE_VIEWS, DIALOG_VIEWS, READER_VIEWS, REPORT_VIEWS, SEARCH_VIEWS, type ShotView, VERSION_VIEWS } from './shot-views'

const THEMES = ['light', 'dark'] as const
const SIZES = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }] as const

/** Sets the theme through the same call as the settings dialog. */
const setTheme = async (page: Page, theme: string): Promise<void> => {
  await page.evaluate(async (name) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
    await call['settings.set']?.({ theme: name })
  }, theme)
  await page.reload()
  await mounted(page)
}

const resize = (redwell: Redwell, size: { width: number; height: number }): Promise<void> =>
  redwell.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)

/** Puts messages of earlier steps away without moving the pointer or the focus. */
const putToastsAway = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const close of document.querySelectorAll<HTMLElement>('.toast .btn-icon')) close.click()
  })

/** Opens the sample release and leaves two highlights and two notes in it. */
const startWork = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Try the sample release' }).click()
  await openedText(page, 'HARROW RIDGE')
  await selectWords(page, 'The widest gap in self-rated soreness')
  await page.keyboard.press('1')
  await selectWords(page, 'The kind of dressing affected soreness scores.')
  await page.keyboard.press('n')
  await typeNote(page, 'Which dressing did the Phase II clinics use? Ask for the table by site.')
  await waitForSaved(page)
  await addNoteOnFiling(page)
  await typeNote(page, 'The release names its primary endpoint and never says that it was met.')
  await waitForSaved(page)
}

/** Every view and dialog, in the order in which each leads to the next. */
const VIEWS: readonly ShotView[] = [
  ['first-run', async (page) => {
    await page.getByRole('button', { name: 'Try the sample release' }).waitFor()
  }],
  ['reader', startWork],
  ...READER_VIEWS,
  ...DIALOG_VIEWS,
  ...SEARCH_VIEWS,
  ...VERSION_VIEWS,
  ...REPORT_VIEWS,
  ...LIBRARY_VIEWS,
  ...COMPARE_VIEWS,
  ...FAILURE_VIEWS
]

for (const theme of THEMES) {
  for (const size of SIZES) {
    test(`${theme} ${String(size.width)}×${String(size.height)}`, async () => {
      test.setTimeout(300_000)
      const folder = join(process.env['REDWELL_SHOTS_DIR'] ?? join(ROOT, 'shots'), `${theme}-${String(size.width)}`)
      mkdirSync(folder, { recursive: true })
      const redwell = await launch()
      await resize(redwell, size)
      await setTheme(redwell.page, theme)
      const { page } = redwell
      for (const [name, go] of VIEWS) {
        await test.step(name, async () => {
          await putToastsAway(page)
          await go(page)
          await page.waitForTimeout(400)
          await page.screenshot({ path: join(folder, `${name}.png`) })
        })
      }
      await redwell.quit()
    })
  }
}
