import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, type Redwell } from './app'
import { filingText, openedText } from './reader-page'

const escape = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
}
const dialog = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('dialog')

const zoom = (redwell: Redwell, factor: number): Promise<void> =>
  redwell.app.evaluate(({ BrowserWindow }, { by }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.setContentSize(1280, 800)
    window?.webContents.setZoomFactor(by)
  }, { by: factor })

/** Keeps what the window shows, where a folder for it is named; a screenshot of the page would be cut at its unzoomed size. */
const shoot = async ({ app }: Redwell, name: string): Promise<void> => {
  const folder = process.env['REDWELL_SHOTS_DIR']
  if (!folder) return
  const png = await app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64')
  )
  writeFileSync(join(folder, `${name}.png`), Buffer.from(png ?? '', 'base64'))
}

/** The buttons, fields and links that cannot be reached by the eye: outside the window and in nothing that scrolls, or clipped to nothing. */
const lost = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
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
      return inside
        ? []
        : [
          `${element.getAttribute('aria-label') ?? element.textContent} at ${String(Math.round(left))},${String(Math.round(top))} to ${
            String(Math.round(right))
          },${String(Math.round(bottom))}`
        ]
    })
  })

/** Pairs of controls of which one lies on the other. */
const overlapping = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    /** What is in sight of an element: its box, cut where something that scrolls cuts it. */
    const seen = (element: Element): { left: number; right: number; top: number; bottom: number } => {
      const box = element.getBoundingClientRect()
      let { left, right, top, bottom } = box
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (!/auto|scroll|hidden/.test(getComputedStyle(up).overflowY)) continue
        const around = up.getBoundingClientRect()
        left = Math.max(left, around.left)
        right = Math.min(right, around.right)
        top = Math.max(top, around.top)
        bottom = Math.min(bottom, around.bottom)
      }
      return { left, right, top, bottom }
    }
    const controls = [...document.querySelectorAll('.reader button, .sidebar button, .inspector button, .status-line button, [role="tab"]')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return width > 0 && height > 0 && element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })
    return controls.flatMap((one, at) =>
      controls.slice(at + 1).flatMap((other) => {
        if (one.contains(other) || other.contains(one)) return []
        const a = seen(one)
        const b = seen(other)
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        return wide > 2 && high > 2
          ? [
            `${one.textContent || (one.getAttribute('aria-label') ?? '')} / ${
              other.textContent || (other.getAttribute('aria-label') ?? '')
            }`
          ]
          : []
      })
    )
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
  await redwell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1))
  await expect(page.getByRole('complementary', { name: 'Library and outline' }), 'the panes come back with the room').toBeVisible()
  await quit()
})
