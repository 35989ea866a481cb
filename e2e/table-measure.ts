import type { Page } from '@playwright/test'

/** What is wrong with one table as it is drawn. */
export interface TableFault {
  readonly table: string
  readonly words: string
  readonly fault: string
}

/** What was found of the tables of the open document. */
export interface Measured {
  readonly tables: number
  readonly cells: number
  readonly wide: number
  readonly faults: readonly TableFault[]
}

/** Looks at every table that is drawn now and was not looked at before. Runs in the page. */
const lookAtDrawn = (
  seen: readonly string[]
): { readonly ids: string[]; readonly cells: number; readonly wide: number; readonly faults: TableFault[] } => {
  const faults: TableFault[] = []
  const ids: string[] = []
  let cells = 0
  let wide = 0
  for (const frame of document.querySelectorAll<HTMLElement>('.table-frame[data-table]')) {
    const id = frame.dataset['table'] ?? ''
    const box = frame.querySelector<HTMLElement>('.table-box')
    if (!box || seen.includes(id)) continue
    ids.push(id)
    const tell = (node: Node, fault: string): void => void faults.push({ table: id, words: (node.textContent ?? '').slice(0, 60), fault })
    const { left, width } = box.getBoundingClientRect()
    const over = box.scrollWidth - box.clientWidth
    if (over > 1) {
      wide += 1
      const bar = frame.querySelector<HTMLElement>('.table-bar')
      const rect = bar?.getBoundingClientRect()
      const cover = frame.querySelector<HTMLElement>('.table-cover.is-right')
      if (!frame.hasAttribute('data-more-right') || !cover || getComputedStyle(cover).display === 'none') tell(box, 'the cut is not shown')
      if (!bar || !rect || rect.height < 4 || bar.scrollWidth <= bar.clientWidth) tell(box, 'there is no bar to scroll by')
    }
    if (left < 0 || left + width > window.innerWidth) tell(box, 'the box reaches out of the window')
    const holders = [...box.querySelectorAll<HTMLElement>('td, th')]
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if ((node.textContent ?? '').trim() === '' || node.parentElement?.closest('[aria-hidden]')) continue
      cells += 1
      const range = document.createRange()
      range.selectNodeContents(node)
      const cell = node.parentElement?.closest<HTMLElement>('td, th')
      const home = cell?.getBoundingClientRect()
      for (const rect of range.getClientRects()) {
        const x = rect.left - left + box.scrollLeft
        if (x < -1 || rect.right - left + box.scrollLeft > box.scrollWidth + 1) tell(node, 'cannot be reached by scrolling')
        if (home && (rect.right > home.right + 1 || rect.left < home.left - 1)) tell(node, 'lies over its neighbour')
        if (rect.height < 9) tell(node, 'is set too small to read')
      }
    }
    for (const one of holders) if (one.scrollWidth > one.clientWidth + 2 && getComputedStyle(one).overflow === 'hidden') tell(one, 'is cut')
  }
  return { ids, cells, wide, faults }
}

/** How far the page is moved at once, in CSS pixels: less than what is drawn. */
const STEP = 1_100

/** Goes through the open document from top to end and measures every table in it. */
export const measureTables = async (page: Page): Promise<Measured> => {
  const text = page.locator('.reading-page').first()
  const seen: string[] = []
  const faults: TableFault[] = []
  let cells = 0
  let wide = 0
  for (let y = 0;; y += STEP) {
    const end = await text.evaluate((element, top) => {
      element.scrollTop = top
      return element.scrollTop + element.clientHeight >= element.scrollHeight - 2
    }, y)
    // Two frames: the blocks that come into sight are drawn, and what is drawn is measured.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))))
    const found = await page.evaluate(lookAtDrawn, seen)
    seen.push(...found.ids)
    faults.push(...found.faults)
    cells += found.cells
    wide += found.wide
    if (end) return { tables: seen.length, cells, wide, faults }
  }
}
