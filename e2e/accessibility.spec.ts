import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launch, mounted, ROOT } from './app'
import { LIBRARY_VIEWS } from './library-views'
import { addNoteOnFiling, editor, filingText, openedText, selectWords, showTab, typeNote, waitForSaved } from './reader-page'

const THEMES = ['light', 'sepia', 'dark', 'contrast'] as const

/** Sets the theme through the same call as the settings dialog, and starts the window anew. */
const setTheme = async (page: Page, theme: string): Promise<void> => {
  await page.evaluate(async (name) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
    await call['settings.set']?.({ theme: name })
  }, theme)
  await page.reload()
  await mounted(page)
}

/** Which rules of axe are asked: a theme changes colours and nothing else, so every rule is asked in one and contrast in each. */
type Asked = 'every rule' | 'contrast'

/** What axe says against the page as it stands: rule, element and reason, one line each. Colours are read once all movement has ended. */
const violations = async (page: Page, asked: Asked): Promise<readonly string[]> => {
  await page.waitForTimeout(350)
  // Legacy mode, because the other way opens a further page, which Electron does not support; Redwell has no frame from elsewhere.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations: found } = await (asked === 'contrast' ? axe.withRules('color-contrast') : axe).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const reason = [...any, ...all, ...none].map(({ message }) => message).join(' ')
      return `${id}: ${target.join(' ')}: ${reason}`
    })
  )
}

/** Puts a button without a name and words that cannot be read, outside all regions, into the page and takes them out again: axe must find what it is asked for. */
const plantedIsFound = async (page: Page, asked: Asked): Promise<void> => {
  await page.evaluate(() => {
    const named = document.createElement('button')
    const pale = document.createElement('p')
    pale.textContent = 'Pale words'
    Object.assign(pale.style, { color: '#777', background: '#888', position: 'fixed', top: '0', zIndex: '9' })
    document.body.append(named, pale)
  })
  const found = (await violations(page, asked)).map((line) => line.slice(0, line.indexOf(':')))
  expect(found.sort(), 'what is planted is found').toEqual(
    asked === 'contrast' ? ['color-contrast'] : ['button-name', 'color-contrast', 'region']
  )
  await page.evaluate(() => {
    document.body.lastElementChild?.remove()
    document.body.lastElementChild?.remove()
  })
}

const escape = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
}
const dialog = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('dialog')

const importPaths = (page: Page, paths: readonly string[]): Promise<void> =>
  page.evaluate(async (files) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
    await call['library.import']?.({ paths: files })
  }, paths)

/** One view: what it is called and how to get there from the one before. */
type View = readonly [string, (page: Page) => Promise<void>]

const VIEWS: readonly View[] = [
  ['first run', async (page) => {
    await page.getByRole('button', { name: 'Try the sample release' }).waitFor()
  }],
  ['findings', async (page) => {
    await page.getByRole('button', { name: 'Try the sample release' }).click()
    await openedText(page, 'HARROW RIDGE')
  }],
  ['a suggestion in focus', async (page) => {
    await page.keyboard.press('j')
  }],
  ['a decided suggestion', async (page) => {
    await page.keyboard.press('a')
  }],
  ['forward-looking statements', async (page) => {
    await showTab(page, 'Forward-looking')
  }],
  ['a statement in focus', async (page) => {
    await filingText(page).focus()
    await page.keyboard.press('j')
  }],
  ['safe harbor', async (page) => {
    await page.getByText('Safe harbor', { exact: true }).click()
  }],
  ['figures', async (page) => {
    await showTab(page, 'Figures')
  }],
  ['facts', async (page) => {
    await page.getByRole('tabpanel', { name: 'Figures' }).getByText('Facts', { exact: true }).click()
  }],
  ['the caret', async (page) => {
    await filingText(page).focus()
    await page.keyboard.press('F7')
    await expect(page.locator('.text-caret')).toBeAttached()
    await escape(page)
    await expect(page.locator('.text-caret')).toHaveCount(0)
    await page.keyboard.press('F7')
  }],
  ['a tooltip', async (page) => {
    await escape(page)
    await page.getByRole('button', { name: 'Source view' }).focus()
    await page.keyboard.press('Shift+Tab')
    await expect(page.locator('.tooltip')).toBeVisible()
  }],
  ['a selection', async (page) => {
    await escape(page)
    await selectWords(page, 'Soft wraps are becoming the habit of most clinics.')
  }],
  ['a highlight', async (page) => {
    await page.keyboard.press('1')
    await showTab(page, 'Notes')
  }],
  ['a note being written', async (page) => {
    await addNoteOnFiling(page)
    await typeNote(page, 'The release names its primary endpoint and never says that it was met.')
    await waitForSaved(page)
    await expect(editor(page)).toBeFocused()
  }],
  ['a choice of what to insert', async (page) => {
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' /')
    await expect(page.getByRole('option', { selected: true })).toBeVisible()
  }],
  ['a note with a template and a table', async (page) => {
    await page.keyboard.type('claim')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Cooling matters, see @soft')
    await expect(page.getByRole('option', { selected: true })).toContainText('Soft wraps')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/table')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Clinic')
    await expect(page.getByRole('button', { name: 'Table', exact: true })).toBeVisible()
    await waitForSaved(page)
  }],
  ['what a chip leads to', async (page) => {
    await escape(page)
    await page.getByRole('button', { name: /^Go to: / }).first().hover()
    await expect(page.getByRole('status', { name: 'What is cited' }).locator('mark')).toBeVisible()
  }],
  ['a question, asked and overdue', async (page) => {
    await page.mouse.move(5, 5)
    await page.getByRole('button', { name: /^Write$/ }).first().focus()
    for (const key of ['q', 'q']) await page.keyboard.press(key)
    await page.getByLabel('Due').first().fill('2020-02-03')
    await expect(page.getByText(/Overdue since/)).toBeVisible()
  }],
  ['the filter of notes', async (page) => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menu').waitFor()
  }],
  ['templates of notes', async (page) => {
    await escape(page)
    await page.getByRole('button', { name: 'More for this note' }).first().click()
    await page.getByRole('menuitem', { name: 'Save as template…' }).click()
    await dialog(page).getByRole('textbox').fill('Claim of mine')
    await page.keyboard.press('Enter')
    await filingText(page).focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Templates of notes')
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('textbox')).toHaveValue('Claim of mine')
  }],
  ['all marks, three of them chosen', async (page) => {
    await escape(page)
    await showTab(page, 'Marks')
    await page.getByRole('listbox', { name: 'Marks' }).focus()
    for (const key of ['Home', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
    await expect(page.getByRole('toolbar', { name: 'Chosen marks' })).toBeVisible()
  }],
  ['a filter of marks', async (page) => {
    await page.getByRole('button', { name: 'Kind', exact: true }).click()
    await page.getByRole('menu').waitFor()
  }],
  ['two places at once', async (page) => {
    await escape(page)
    await filingText(page).focus()
    await page.keyboard.press('w')
    await expect(page.getByLabel('Filing text, second half')).toBeFocused()
  }],
  ['text and theme', async (page) => {
    await page.keyboard.press('w')
    await expect(page.getByLabel('Filing text, second half')).toHaveCount(0)
    await page.getByRole('button', { name: 'Text and theme' }).click()
  }],
  ['the find bar', async (page) => {
    await escape(page)
    await filingText(page).focus()
    await page.keyboard.press('Control+f')
    await page.getByPlaceholder('Find in filing').fill('study')
  }],
  ['the source', async (page) => {
    await escape(page)
    await page.getByRole('button', { name: 'Source view' }).click()
    await expect(page.getByLabel('Source of the filing')).toBeVisible()
  }],
  ['export', async (page) => {
    await page.getByRole('button', { name: 'Source view' }).click()
    await page.getByRole('button', { name: 'Export PDF' }).click()
    await expect(dialog(page)).toBeVisible()
  }],
  ['settings', async (page) => {
    await escape(page)
    await page.keyboard.press('Control+,')
    await expect(dialog(page)).toBeVisible()
  }],
  ['settings of tags', async (page) => {
    await dialog(page).getByRole('tab', { name: 'Tags', exact: true }).click()
  }],
  ['settings of risk tags', async (page) => {
    await dialog(page).getByRole('tab', { name: 'Risk tags' }).click()
  }],
  ['settings of shortcuts', async (page) => {
    await dialog(page).getByRole('tab', { name: 'Shortcuts' }).click()
  }],
  ['settings of the library', async (page) => {
    await dialog(page).getByRole('tab', { name: 'Library' }).click()
    await dialog(page).getByRole('button', { name: 'Back up now' }).click()
    await dialog(page).getByRole('button', { name: /^Begin from the backup of/ }).first().click()
  }],
  ['the log', async (page) => {
    await escape(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Log and crash reports')
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toContainText('Crash reports')
  }],
  ['the palette', async (page) => {
    await escape(page)
    await page.keyboard.press('Control+k')
    await expect(dialog(page)).toBeVisible()
  }],
  ['the shortcut sheet', async (page) => {
    await escape(page)
    await page.getByRole('button', { name: /Shortcuts/ }).click()
    await expect(dialog(page)).toBeVisible()
  }],
  ['about', async (page) => {
    await escape(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('About Redwell')
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toContainText('better-sqlite3')
  }],
  ['search', async (page) => {
    await escape(page)
    await page.keyboard.press('Control+Shift+f')
    await page.getByPlaceholder('Search filings, highlights and notes').fill('endpoint')
    await expect(page.locator('mark').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Passage' })).toBeVisible()
  }],
  ['a malformed query', async (page) => {
    await page.getByPlaceholder('Search filings, highlights and notes').fill('endpoint OR')
    await expect(page.locator('.query-wrong')).toBeVisible()
  }],
  ['ways to go on with a query', async (page) => {
    await page.getByPlaceholder('Search filings, highlights and notes').fill('')
    await page.keyboard.type('endpoint kind:')
    await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible()
  }],
  ['what can be searched for', async (page) => {
    await page.getByPlaceholder('Search filings, highlights and notes').fill('')
    await expect(page.getByRole('heading', { name: 'Query words' })).toBeVisible()
  }],
  ['the library', async (page) => {
    await page.keyboard.press('Control+l')
  }],
  ...LIBRARY_VIEWS,
  ['choosing what to compare', async (page) => {
    await importPaths(page, [join(ROOT, 'e2e/filings/gauges.txt'), join(ROOT, 'e2e/filings/gauges-corrected.txt')])
    await escape(page)
    await page.keyboard.press('Control+l')
    await page.keyboard.press('Control+d')
    await page.getByLabel('Filter the filings').fill('BRIGHT SHOAL')
    await page.locator('.compare-filings').getByRole('button').first().click()
    await expect(page.getByRole('region', { name: 'Likely counterparts' })).toBeVisible()
  }],
  ['a comparison', async (page) => {
    await page.locator('.compare-filings').getByRole('button').filter({ hasText: 'BRIGHT SHOAL' }).first().click()
    await page.getByRole('group', { name: 'Kinds of change' }).waitFor()
    await page.keyboard.press('j')
  }],
  ['a note on a comparison', async (page) => {
    await page.keyboard.press('n')
    await page.locator('.compare-composer textarea').fill('Was the first figure restated?')
    await expect(page.getByText('Saved as you type')).toBeVisible()
  }],
  ['a comparison in one text', async (page) => {
    await page.keyboard.press('Escape')
    await page.getByText('Inline', { exact: true }).click()
  }],
  ['compared safe harbors', async (page) => {
    await page.getByText('Safe harbor', { exact: true }).click()
  }],
  ['compared figures', async (page) => {
    await page.getByText('Figures', { exact: true }).click()
  }],
  ['compared risk factors, of which there are none', async (page) => {
    await page.getByText('Risk factors', { exact: true }).click()
  }],
  ['what was seen before', async (page) => {
    await page.getByText('Text', { exact: true }).click()
    await page.getByRole('region', { name: 'Both texts' }).focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await openedText(page, 'BRIGHT SHOAL')
    await page.keyboard.press('d')
  }],
  ['is this sentence also in', async (page) => {
    await filingText(page).focus()
    await page.keyboard.press('Alt+d')
    await expect(dialog(page)).toContainText(/No other filing|No sentence|EX-99/)
  }]
]

// The four have nothing to do with each other, and are the longest of all stories.
test.describe.configure({ mode: 'parallel' })

for (const theme of THEMES) {
  test(`axe finds nothing against any view in ${theme}`, async () => {
    test.setTimeout(600_000)
    const { page, quit } = await launch()
    await setTheme(page, theme)
    await page.getByRole('button', { name: 'Try the sample release' }).waitFor()
    const asked: Asked = theme === 'light' ? 'every rule' : 'contrast'
    await plantedIsFound(page, asked)
    for (const [name, go] of VIEWS) {
      await test.step(name, async () => {
        await go(page)
        expect.soft(await violations(page, asked), name).toEqual([])
      })
    }
    await quit()
  })
}
