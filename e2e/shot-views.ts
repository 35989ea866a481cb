import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { newFolder, ROOT, SAMPLE } from './app'
import { annualReport } from './annual-report'
import { ask } from './filing-shelf'
import { filingText, openedText, selectWords, showTab } from './reader-page'

/** One view: what its picture is called, and how to get there from the one before. */
export type ShotView = readonly [string, (page: Page) => Promise<void>]

/** Presses keys one after the other. */
export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Runs a command by its name, as a person does who does not know its keys. */
export const run = async (page: Page, name: string): Promise<void> => {
  await press(page, 'Escape', 'Control+k')
  await page.keyboard.type(name)
  await press(page, 'Enter')
}

/** Turns to a tab of the open dialog. */
export const inDialog = (page: Page, tab: string): Promise<void> =>
  page.getByRole('dialog').getByRole('tab', { name: tab, exact: true }).click()
/** The field of the library search. */
export const query = (page: Page): ReturnType<Page['getByRole']> => page.getByPlaceholder('Search filings, highlights and notes')

/** The reader on the sample release with two highlights and two notes, and all that stands beside the text. */
export const READER_VIEWS: readonly ShotView[] = [
  ['reader-findings', async (page) => {
    await showTab(page, 'Findings')
  }],
  ['reader-finding-open', async (page) => {
    await filingText(page).focus()
    await press(page, 'j')
  }],
  ['reader-decided', async (page) => {
    await press(page, 'a', 'j', 'x')
  }],
  ['reader-toast', async (page) => {
    await press(page, 'Control+z')
  }],
  ['reader-forward-looking', async (page) => {
    await showTab(page, 'Forward-looking')
  }],
  ['reader-safe-harbor', async (page) => {
    await page.getByText('Safe harbor', { exact: true }).click()
  }],
  ['reader-figures', async (page) => {
    await showTab(page, 'Figures')
  }],
  ['reader-no-facts', async (page) => {
    await page.getByRole('tabpanel', { name: 'Figures' }).getByText('Facts', { exact: true }).click()
  }],
  ['reader-note', async (page) => {
    await showTab(page, 'Notes')
    await page.locator('.note-words').last().click()
  }],
  ['reader-note-insert', async (page) => {
    await press(page, 'Control+End')
    await page.keyboard.type(' /')
  }],
  ['reader-note-claim', async (page) => {
    await page.keyboard.type('claim')
    await press(page, 'Enter')
    await page.keyboard.type('Soreness depends on the dressing. /table')
    await press(page, 'Enter')
    for (const words of ['Clinic', 'Wrap', 'Splint', 'Albany', '11', '9']) {
      await page.keyboard.type(words)
      await press(page, 'Tab')
    }
  }],
  ['reader-note-citation', async (page) => {
    await press(page, 'Escape')
    // The chip of the editor makes room for the one of the note that is read, and the list settles.
    await page.locator('article[data-writing="true"]').waitFor({ state: 'detached' })
    await page.waitForTimeout(900)
    await page.mouse.move(5, 5)
    await page.getByRole('button', { name: /^Go to: / }).first().hover()
    await page.getByRole('status', { name: 'What is cited' }).waitFor()
  }],
  ['reader-note-question', async (page) => {
    await page.mouse.move(5, 5)
    await page.getByRole('button', { name: /^Write$/ }).first().focus()
    await press(page, 'q', 'q')
    await page.getByLabel('Due').first().fill('2020-02-03')
  }],
  ['reader-note-templates', async (page) => {
    await page.getByRole('button', { name: 'More for this note' }).first().click()
    await page.getByRole('menuitem', { name: 'Save as template…' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Claim of mine')
    await press(page, 'Enter')
    await filingText(page).focus()
    await run(page, 'Templates of notes')
  }],
  ['reader-selection', async (page) => {
    await press(page, 'Escape')
    await selectWords(page, 'Soft wraps are becoming the habit of most clinics.')
  }],
  ['reader-caret', async (page) => {
    await press(page, 'Escape')
    await filingText(page).focus()
    await press(page, 'F7', 'ArrowDown', 'End')
  }],
  ['reader-focus', async (page) => {
    await press(page, 'Escape', 'f')
    await filingText(page).evaluate((element) => {
      element.scrollTop = 300
    })
  }],
  ['reader-marks', async (page) => {
    await press(page, 'f')
    await showTab(page, 'Marks')
    await page.getByRole('listbox', { name: 'Marks' }).focus()
    await press(page, 'Home', 'Shift+ArrowDown', 'Shift+ArrowDown')
  }],
  ['reader-halves', async (page) => {
    await press(page, 'Escape')
    await filingText(page).focus()
    await press(page, 'w')
    await page.getByLabel('Filing text, second half').evaluate((element) => {
      element.scrollTop = 900
    })
  }],
  ['reader-text-settings', async (page) => {
    await page.getByLabel('Filing text, second half').focus()
    await press(page, 'w')
    await page.getByRole('button', { name: 'Text and theme' }).click()
  }],
  ['reader-about-file', async (page) => {
    await press(page, 'Escape')
    await page.getByRole('button', { name: 'About this file' }).click()
  }],
  ['find', async (page) => {
    await press(page, 'Escape', 'Control+f')
    await page.getByPlaceholder('Find in filing').fill('study')
  }],
  ['find-all', async (page) => {
    await press(page, 'Control+Shift+h')
  }],
  ['source', async (page) => {
    await press(page, 'Escape', 'Escape')
    await page.getByRole('button', { name: 'Source view' }).click()
  }]
]

/** Every dialog of the window, over the reader. */
export const DIALOG_VIEWS: readonly ShotView[] = [
  ['export', async (page) => {
    await page.getByRole('button', { name: 'Source view' }).click()
    await page.getByRole('button', { name: 'Export PDF' }).click()
  }],
  ['palette', async (page) => {
    await press(page, 'Escape', 'Control+k')
  }],
  ['shortcuts', async (page) => {
    await press(page, 'Escape')
    await page.getByRole('button', { name: /Shortcuts/ }).click()
  }],
  ['settings-reading', async (page) => {
    await press(page, 'Escape', 'Control+,')
  }],
  ['settings-tags', async (page) => {
    await inDialog(page, 'Tags')
  }],
  ['settings-risks', async (page) => {
    await inDialog(page, 'Risk tags')
  }],
  ['settings-shortcuts', async (page) => {
    await inDialog(page, 'Shortcuts')
  }],
  ['settings-library', async (page) => {
    await inDialog(page, 'Library')
  }],
  ['settings-backup', async (page) => {
    await page.getByRole('dialog').getByRole('button', { name: 'Back up now' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /^Begin from the backup of/ }).first().click()
  }],
  ['about', async (page) => {
    await run(page, 'About Redwell')
  }],
  ['licences', async (page) => {
    await page.getByRole('dialog').locator('summary').first().click()
  }],
  ['log', async (page) => {
    await run(page, 'Log and crash reports')
  }],
  ['also-in', async (page) => {
    await press(page, 'Escape')
    await filingText(page).focus()
    await press(page, 's', 'Alt+d')
  }]
]

/** The search over all text. */
export const SEARCH_VIEWS: readonly ShotView[] = [
  ['search', async (page) => {
    await press(page, 'Escape', 'Escape', 'Control+Shift+f')
    await query(page).fill('endpoint')
  }],
  ['search-saving', async (page) => {
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  }],
  ['search-malformed', async (page) => {
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('Endpoints never told')
    await press(page, 'Enter')
    await query(page).fill('endpoint OR')
  }],
  ['search-nothing', async (page) => {
    await query(page).fill('turbine')
  }],
  ['search-words', async (page) => {
    await query(page).fill('')
    await page.keyboard.type('endpoint kind:')
  }],
  ['search-saved', async (page) => {
    await query(page).fill('')
  }],
  ['search-similar', async (page) => {
    await press(page, 'Control+Shift+l')
    await openedText(page, 'HARROW RIDGE')
    await selectWords(page, 'The kind of dressing affected soreness scores.')
    await page.getByRole('button', { name: 'Find similar sentences' }).click()
  }]
]

/** Versions of a filing, and what waits for the analyst. */
export const VERSION_VIEWS: readonly ShotView[] = [
  ['versions-link', async (page) => {
    await press(page, 'Control+Shift+l')
    await filingText(page).first().focus()
    await press(page, 'Escape', 'Control+Shift+k')
  }],
  ['versions-waiting', async (page) => {
    await press(page, 'Escape')
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
  }]
]

/** A fictional annual report with findings and figures by the hundred. */
export const REPORT_VIEWS: readonly ShotView[] = [
  ['report-findings', async (page) => {
    await ask(page, 'library.import', { paths: [annualReport(2023), annualReport(2022)] })
    await press(page, 'Control+l')
    await page.getByRole('grid', { name: 'Filings' }).getByText('wick-and-daughters-2023-10-k.htm').dblclick()
    await openedText(page, 'WICK AND DAUGHTERS')
    await showTab(page, 'Findings')
  }],
  ['report-findings-by-measure', async (page) => {
    await page.getByLabel('Order', { exact: true }).selectOption('measure')
  }],
  ['report-forward-looking', async (page) => {
    await showTab(page, 'Forward-looking')
  }],
  ['report-figures', async (page) => {
    await showTab(page, 'Figures')
  }],
  ['report-figures-by-measure', async (page) => {
    await page.getByLabel('Order', { exact: true }).selectOption('measure')
    await page.locator('.figure-row').first().click()
  }],
  ['report-table', async (page) => {
    await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: /Item 8/ }).first().click()
  }]
]

/** The comparison of two filings. */
export const COMPARE_VIEWS: readonly ShotView[] = [
  ['compare-choose', async (page) => {
    await ask(page, 'library.import', { paths: [join(ROOT, 'e2e/filings/gauges.txt'), join(ROOT, 'e2e/filings/gauges-corrected.txt')] })
    await press(page, 'Control+l', 'Control+d')
    await page.getByLabel('Filter the filings').fill('BRIGHT SHOAL')
    await page.locator('.compare-filings').getByRole('button').first().click()
    await page.getByRole('region', { name: 'Likely counterparts' }).waitFor()
  }],
  ['compare-sides', async (page) => {
    await page.locator('.compare-filings').getByRole('button').filter({ hasText: 'BRIGHT SHOAL' }).first().click()
    await page.getByRole('group', { name: 'Kinds of change' }).waitFor()
    await press(page, 'j')
  }],
  ['compare-note', async (page) => {
    await press(page, 'n')
    await page.locator('.compare-composer textarea').fill('Was the first figure restated?')
  }],
  ['compare-inline', async (page) => {
    await press(page, 'Escape')
    await page.getByText('Inline', { exact: true }).click()
  }],
  ['compare-safe-harbor', async (page) => {
    await page.getByText('Safe harbor', { exact: true }).click()
  }],
  ['compare-figures', async (page) => {
    await page.getByText('Figures', { exact: true }).click()
  }],
  ['compare-risk-factors', async (page) => {
    await page.getByText('Risk factors', { exact: true }).click()
  }],
  ['compare-export', async (page) => {
    await press(page, 'Control+e')
  }]
]
