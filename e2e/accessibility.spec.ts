import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launch, type Redwell } from './app'
import { addNoteOnFiling, editor, filingText, openedText, selectWords, showTab, typeNote, waitForSaved } from './reader-page'

const THEMES = ['light', 'sepia', 'dark', 'contrast'] as const

/** Sets the theme through the same call as the settings dialog, and starts the window anew. */
const setTheme = async (page: Page, theme: string): Promise<void> => {
  await page.evaluate(async (name) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
    await call['settings.set']?.({ theme: name })
  }, theme)
  await page.reload()
  await page.waitForLoadState('domcontentloaded')
}

/** What axe says against the page as it stands: rule, element and reason, one line each. Colours are read once all movement has ended. */
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.waitForTimeout(350)
  // Legacy mode, because the other way opens a further page, which Electron does not support; Redwell has no frame from elsewhere.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => {
    const reason = [...any, ...all, ...none].map(({ message }) => message).join(' ')
    return `${id}: ${target.join(' ')}: ${reason}`
  }))
}

const escape = async (page: Page): Promise<void> => { await page.keyboard.press('Escape') }
const dialog = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('dialog')

/** One view: what it is called and how to get there from the one before. */
type View = readonly [string, (page: Page) => Promise<void>]

const VIEWS: readonly View[] = [
  ['first run', async (page) => { await page.getByRole('button', { name: 'Try the sample release' }).waitFor() }],
  ['findings', async (page) => {
    await page.getByRole('button', { name: 'Try the sample release' }).click()
    await openedText(page, 'HARROW RIDGE')
  }],
  ['a suggestion in focus', async (page) => { await page.keyboard.press('j') }],
  ['a decided suggestion', async (page) => { await page.keyboard.press('a') }],
  ['forward-looking statements', async (page) => { await showTab(page, 'Forward-looking') }],
  ['a statement in focus', async (page) => {
    await filingText(page).focus()
    await page.keyboard.press('j')
  }],
  ['safe harbor', async (page) => { await page.getByText('Safe harbor', { exact: true }).click() }],
  ['figures', async (page) => { await showTab(page, 'Figures') }],
  ['facts', async (page) => { await page.getByRole('tabpanel', { name: 'Figures' }).getByText('Facts', { exact: true }).click() }],
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
    await expect(dialog(page)).toContainText('Redwell')
  }],
  ['search', async (page) => {
    await escape(page)
    await page.keyboard.press('Control+Shift+f')
    await page.getByPlaceholder('Search filings, highlights and notes').fill('endpoint')
    await expect(page.locator('mark').first()).toBeVisible()
  }],
  ['the library', async (page) => { await page.keyboard.press('Control+l') }]
]

for (const theme of THEMES) {
  test(`axe finds nothing against any view in ${theme}`, async () => {
    test.setTimeout(300_000)
    const { page, quit } = await launch()
    await setTheme(page, theme)
    await page.getByRole('button', { name: 'Try the sample release' }).waitFor()
    await page.evaluate(() => { document.body.append(document.createElement('button')) })
    expect(await violations(page), 'a button without a name is found').toHaveLength(1)
    await page.evaluate(() => { document.body.lastElementChild?.remove() })
    for (const [name, go] of VIEWS) {
      await test.step(name, async () => {
        await go(page)
        expect.soft(await violations(page), name).toEqual([])
      })
    }
    await quit()
  })
}

const zoom = (redwell: Redwell, factor: number): Promise<void> => redwell.app.evaluate(({ BrowserWindow }, { by }) => {
  const window = BrowserWindow.getAllWindows()[0]
  window?.setContentSize(1280, 800)
  window?.webContents.setZoomFactor(by)
}, { by: factor })

/** Keeps what the window shows, where a folder for it is named; a screenshot of the page would be cut at its unzoomed size. */
const shoot = async ({ app }: Redwell, name: string): Promise<void> => {
  const folder = process.env['REDWELL_SHOTS_DIR']
  if (!folder) return
  const png = await app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'))
  writeFileSync(join(folder, `${name}.png`), Buffer.from(png ?? '', 'base64'))
}

/** The buttons, fields and links that cannot be reached by the eye: outside the window and in nothing that scrolls, or clipped to nothing. */
const lost = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const scrolls = (element: Element): boolean => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(up)
      if (/auto|scroll/.test(overflowX + overflowY) && (up.scrollHeight > up.clientHeight || up.scrollWidth > up.clientWidth)) return true
    }
    return false
  }
  return [...document.querySelectorAll('button, input, select, a[href], [role="tab"]')].flatMap((element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
    if (width === 0 || height === 0 || !element.checkVisibility({ visibilityProperty: true }) || scrolls(element)) return []
    const inside = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1
    return inside ? [] : [`${element.getAttribute('aria-label') ?? element.textContent} at ${String(Math.round(left))},${String(Math.round(top))} to ${String(Math.round(right))},${String(Math.round(bottom))}`]
  })
})

/** Pairs of controls of which one lies on the other. */
const overlapping = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const controls = [...document.querySelectorAll('.reader button, .sidebar button, .inspector button, .status-line button, [role="tab"]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0 && element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
  return controls.flatMap((one, at) => controls.slice(at + 1).flatMap((other) => {
    if (one.contains(other) || other.contains(one)) return []
    const a = one.getBoundingClientRect()
    const b = other.getBoundingClientRect()
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return wide > 2 && high > 2 ? [`${one.textContent || (one.getAttribute('aria-label') ?? '')} / ${other.textContent || (other.getAttribute('aria-label') ?? '')}`] : []
  }))
})

test('at twice the size in a small window nothing is lost and nothing lies on anything', async () => {
  const redwell = await launch()
  const { page, quit } = redwell
  await zoom(redwell, 2)
  await page.getByRole('button', { name: 'Try the sample release' }).click()
  await openedText(page, 'HARROW RIDGE')
  await page.waitForTimeout(500)
  const look = async (name: string): Promise<void> => {
    await page.waitForTimeout(300)
    await shoot(redwell, `zoom-${name.replace(/\W/g, '')}`)
    expect.soft(await lost(page), name).toEqual([])
    expect.soft(await overlapping(page), name).toEqual([])
    if (await page.getByRole('dialog').count() > 0) return
    const { width, measure } = await filingText(page).evaluate((element) => ({ width: element.clientWidth, measure: element.scrollWidth }))
    expect.soft(measure, `${name}: the text needs no sideways scrolling`).toBeLessThanOrEqual(width + 1)
    expect.soft(width, `${name}: the text keeps a column worth reading`).toBeGreaterThanOrEqual(200)
  }
  await look('the text')
  for (const keys of ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Control+\\']) {
    await filingText(page).focus()
    await page.keyboard.press(keys)
    await look(keys)
  }
  for (const keys of ['Control+,', 'Control+e', '?']) {
    await filingText(page).focus()
    await page.keyboard.press(keys)
    await expect(dialog(page)).toBeVisible()
    await look(keys)
    await escape(page)
  }
  await redwell.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1) })
  await expect(page.getByRole('complementary', { name: 'Library and outline' }), 'the panes come back with the room').toBeVisible()
  await quit()
})
