import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test, type Page } from '@playwright/test'
import { launch, newFolder, ROOT, SAMPLE, type Redwell } from './app'
import { ask, shelf, writeShelf } from './filing-shelf'
import { addNoteOnFiling, openedText, selectWords, showTab, typeNote, waitForSaved } from './reader-page'

const THEMES = ['light', 'dark'] as const
const SIZES = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }] as const

/** Sets the theme through the same call as the settings dialog. */
const setTheme = async (page: Page, theme: string): Promise<void> => {
  await page.evaluate(async (name) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
    await call['settings.set']?.({ theme: name })
  }, theme)
  await page.reload()
  await page.waitForLoadState('domcontentloaded')
}

const resize = (redwell: Redwell, size: { width: number; height: number }): Promise<void> => redwell.app.evaluate(({ BrowserWindow }, { width, height }) => {
  BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
}, size)

/** One view: how to get there from an open filing, and what it is called. */
const VIEWS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['reader-findings', async (page) => { await showTab(page, 'Findings') }],
  ['reader-forward-looking', async (page) => { await showTab(page, 'Forward-looking') }],
  ['reader-safe-harbor', async (page) => { await page.getByText('Safe harbor', { exact: true }).click() }],
  ['reader-note', async (page) => {
    await showTab(page, 'Notes')
    await page.locator('.note-words').last().click()
  }],
  ['reader-note-insert', async (page) => {
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' /')
  }],
  ['reader-note-claim', async (page) => {
    await page.keyboard.type('claim')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Soreness depends on the dressing. /table')
    await page.keyboard.press('Enter')
    for (const words of ['Clinic', 'Wrap', 'Splint', 'Albany', '11', '9']) {
      await page.keyboard.type(words)
      await page.keyboard.press('Tab')
    }
  }],
  ['reader-note-citation', async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Go to: / }).first().hover()
  }],
  ['reader-selection', async (page) => { await selectWords(page, 'Soft wraps are becoming the habit of most clinics.') }],
  ['reader-marks', async (page) => {
    await page.keyboard.press('Escape')
    await showTab(page, 'Marks')
    await page.getByRole('listbox', { name: 'Marks' }).focus()
    for (const key of ['Home', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  }],
  ['reader-halves', async (page) => {
    await page.keyboard.press('Escape')
    await page.getByLabel('Filing text').focus()
    await page.keyboard.press('w')
    await page.getByLabel('Filing text, second half').evaluate((element) => { element.scrollTop = 900 })
  }],
  ['reader-text-settings', async (page) => {
    await page.getByLabel('Filing text, second half').focus()
    await page.keyboard.press('w')
    await page.getByRole('button', { name: 'Text and theme' }).click()
  }],
  ['find', async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.getByPlaceholder('Find in filing').fill('study')
  }],
  ['source', async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Source view' }).click()
  }],
  ['export', async (page) => {
    await page.getByRole('button', { name: 'Source view' }).click()
    await page.getByRole('button', { name: 'Export PDF' }).click()
  }],
  ['palette', async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
  }],
  ['shortcuts', async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /Shortcuts/ }).click()
  }],
  ['settings-reading', async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+,')
  }],
  ['settings-tags', async (page) => { await page.getByRole('dialog').getByRole('tab', { name: 'Tags', exact: true }).click() }],
  ['settings-shortcuts', async (page) => { await page.getByRole('dialog').getByRole('tab', { name: 'Shortcuts' }).click() }],
  ['settings-library', async (page) => { await page.getByRole('dialog').getByRole('tab', { name: 'Library' }).click() }],
  ['search', async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+f')
    await page.getByPlaceholder('Search filings, highlights and notes').fill('endpoint')
  }],
  ['search-malformed', async (page) => { await page.getByPlaceholder('Search filings, highlights and notes').fill('endpoint OR') }],
  ['search-start', async (page) => { await page.getByPlaceholder('Search filings, highlights and notes').fill('') }],
  ['versions-link', async (page) => {
    await page.keyboard.press('Control+Shift+l')
    await page.getByLabel('Filing text').first().focus()
    await page.keyboard.press('Control+Shift+k')
  }],
  ['versions-waiting', async (page) => {
    await page.keyboard.press('Escape')
    const path = join(newFolder(), 'harrow-ridge-corrected.txt')
    writeFileSync(path, readFileSync(SAMPLE, 'utf8').replace(/affected\s+soreness/, 'never affected soreness'))
    await ask(page, 'library.import', { paths: [path] })
    const filings = await ask(page, 'library.list', { trashed: false })
    const idOf = (name: string): string => filings.find(({ fileName }) => fileName === basename(name))?.id ?? ''
    await ask(page, 'version.link', { olderId: idOf(SAMPLE), newerId: idOf(path), kind: 'version' })
    await page.getByRole('button', { name: 'About this file' }).click()
    await page.getByRole('group', { name: 'Later versions' }).getByRole('button').first().click()
    await openedText(page, 'never affected')
    await showTab(page, 'Notes')
    await page.getByRole('region', { name: 'Highlights without their words' }).waitFor()
  }],
  ['library', async (page) => {
    await page.keyboard.press('Control+l')
    await ask(page, 'library.import', { paths: writeShelf(newFolder(), shelf(24)) })
    const [heron] = await ask(page, 'folder.add', { name: 'Project Heron', parentId: null })
    await ask(page, 'folder.add', { name: 'Annual reports', parentId: heron?.id ?? null })
    const filings = await ask(page, 'library.list', { trashed: false })
    await ask(page, 'folder.put', { id: heron?.id ?? '', filingIds: filings.slice(0, 9).map(({ id }) => id) })
    await page.getByRole('treeitem', { name: /^Project Heron/ }).waitFor()
  }],
  ['library-folder', async (page) => {
    await page.getByRole('treeitem', { name: /^Project Heron/ }).click()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('grid', { name: 'Filings' }).focus()
    for (const key of ['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  }],
  ['library-details', async (page) => { await page.keyboard.press('Control+i') }],
  ['library-cards', async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^All filings/ }).click()
    await page.getByRole('button', { name: /^Group by/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Company' }).click()
    await page.getByRole('button', { name: 'As cards' }).click()
  }],
  ['review', async (page) => { await page.keyboard.press('Control+Shift+r') }],
  ['review-activity', async (page) => { await page.getByRole('tab', { name: 'Activity' }).click() }],
  ['review-left', async (page) => {
    await page.getByRole('tab', { name: 'Progress' }).click()
    await page.getByRole('button', { name: /^Step through what is left \d/ }).click()
  }]
]

for (const theme of THEMES) {
  for (const size of SIZES) {
    test(`${theme} ${size.width}×${size.height}`, async () => {
      const folder = join(process.env['REDWELL_SHOTS_DIR'] ?? join(ROOT, 'shots'), `${theme}-${size.width}`)
      mkdirSync(folder, { recursive: true })
      const redwell = await launch()
      await resize(redwell, size)
      await setTheme(redwell.page, theme)
      const { page } = redwell
      const shoot = async (name: string): Promise<void> => {
        await page.waitForTimeout(500)
        await page.screenshot({ path: join(folder, `${name}.png`) })
      }
      await page.getByRole('button', { name: 'Try the sample release' }).waitFor()
      await shoot('first-run')
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
      for (const [name, go] of VIEWS) {
        await go(page)
        await shoot(name)
      }
      await redwell.quit()
    })
  }
}

