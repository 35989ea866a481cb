import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Redwell } from './app'
import { filingText } from './reader-page'

/** What the round through one filing showed. */
export interface RoundReport {
  /** What the door answered: `opened`, or the code of the failure. */
  readonly outcome: string
  /** All the words that were drawn while the filing was scrolled to its end, white space collapsed. */
  readonly text: string
  /** Whether any script of the filing ran in a window. */
  readonly pwned: boolean
  /** What else is not as it must be, in words. */
  readonly wrong: readonly string[]
  readonly links: number
  /** From the choice of the file to its words on screen, in ms. */
  readonly ms: number
}

/** Every file below a folder, with its size, leaving out the folders named. */
export const filesBelow = (folder: string, leaveOut: readonly string[] = []): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (leaveOut.includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path, leaveOut) : [`${path} ${String(statSync(path).size)}`]
  })

/** One call over the wire, as the page makes it. */
interface Answer {
  readonly ok: boolean
  readonly value?: unknown
  readonly failure?: { readonly code: string; readonly message: string }
}

const ask = (page: Page, name: string, args: unknown): Promise<Answer> =>
  page.evaluate(async ({ called, given }) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<Answer>> } }).redwell
    return await call[called]?.(given) ?? { ok: false }
  }, { called: name, given: args })

const command = ({ app }: Redwell, name: string): Promise<void> =>
  app.evaluate(({ BrowserWindow }, chosen) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('menu.command', { command: chosen })
  }, name)

/** Chooses a file in the system's dialog, as a reader does with Open; the filing, or the code of the refusal. */
const choose = async (redwell: Redwell, path: string): Promise<{ readonly filingId: string } | { readonly refused: string }> => {
  const { app, page } = redwell
  await command(redwell, 'library')
  await filingText(page).waitFor({ state: 'detached' })
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
  const answer = await ask(page, 'library.choose', null)
  const [first] = (answer.value ?? []) as readonly { readonly ok: boolean; readonly value?: { readonly filingId: string };
    readonly failure?: { readonly code: string } }[]
  if (!first?.value) return { refused: first?.failure?.code ?? answer.failure?.code ?? 'no answer' }
  // Chosen once more from the menu, the filing is already in the library, and the window shows it.
  await command(redwell, 'open')
  return first.value
}

/** Scrolls to the end, a screen at a time, and gathers what is drawn. */
const readThrough = async ({ page }: Redwell): Promise<string> =>
  filingText(page).evaluate(async (root) => {
    const frame = (): Promise<void> =>
      new Promise((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            done()
          })
        )
      )
    const seen = new Set<string>()
    const look = (): void => {
      for (const block of root.querySelectorAll('[data-index]')) seen.add(block.textContent ?? '')
    }
    root.scrollTop = 0
    for (let turn = 0; turn < 60; turn += 1) {
      await frame()
      look()
      const before = root.scrollTop
      root.scrollTop = before + root.clientHeight
      await frame()
      if (root.scrollTop === before) break
    }
    root.scrollTop = root.scrollHeight
    await frame()
    await frame()
    look()
    if (seen.size === 0) seen.add(root.textContent ?? '')
    return [...seen].join(' ').replace(/\s+/g, ' ')
  })

/** Clicks the links that are drawn, each of which shows its address and nothing more. */
const clickLinks = async ({ page }: Redwell): Promise<number> => {
  await filingText(page).evaluate((root) => {
    root.scrollTop = 0
  })
  const links = filingText(page).getByRole('link')
  const count = Math.min(await links.count(), 12)
  for (let at = 0; at < count; at += 1) {
    await links.nth(at).click({ timeout: 2_000, force: true }).catch(() => undefined)
    await page.keyboard.press('Escape')
  }
  return count
}

const wrongWith = (page: Redwell['page']): Promise<readonly string[]> =>
  page.evaluate(() => {
    const wrong: string[] = []
    if (!location.href.startsWith('redwell://app/')) wrong.push(`the window went to ${location.href}`)
    if (document.querySelectorAll('#root').length !== 1) wrong.push('a second root stands in the page')
    const text = document.querySelector('[aria-label="Filing text"]')
    if (text?.querySelector(
      'script,iframe,object,embed,form,input,style,link,base,meta,img,image,use,[style*="url("],[onload],[onerror],a[href]'
    )) wrong.push('an element of the filing stands in the page')
    const line = document.querySelector('footer')
    const box = line?.getBoundingClientRect()
    if (!line || !box || !line.contains(document.elementFromPoint(box.left + 4, box.top + box.height / 2)))
      wrong.push(
        'something covers the status line'
      )
    return wrong
  })

/** Selects by key, highlights, notes, finds, and prints; none of it may run a word of the filing. */
const work = async (redwell: Redwell, filingId: string, pdf: string): Promise<string> => {
  const { page } = redwell
  await filingText(page).evaluate((root) => {
    root.scrollTop = 0
    ;(root as HTMLElement).focus()
  })
  await page.keyboard.press('s')
  await page.keyboard.press('1')
  await command(redwell, 'find')
  await page.keyboard.type('the')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const note = (await ask(page, 'note.add', { filingId, target: { kind: 'filing' } })).value as { readonly id: string;
    readonly rev: number }
  await ask(page, 'note.save', { id: note.id, rev: note.rev, body: '', text: '<img src=x onerror=window.__pwned=1>' })
  const { documents } = (await ask(page, 'filing.open', { filingId })).value as {
    readonly documents: readonly { readonly sequence: number }[]
  }
  const include = { text: true, highlights: true, notes: true, suggestions: 'all', comments: true, paper: 'letter' }
  const answer = await ask(page, 'export.pdf', { filingId, sequence: documents[0]?.sequence ?? 1, include, path: pdf, overwrite: true })
  return answer.ok ? '' : `the PDF: ${answer.failure?.message ?? 'no answer'}`
}

const NOTHING = { text: '', pwned: false, wrong: [], links: 0 }

/** Opens one filing the way a reader does, and does with it all that a reader does. */
export const hostileRound = async (redwell: Redwell, path: string, pdf: string): Promise<RoundReport> => {
  const { page, app } = redwell
  const from = Date.now()
  const chosen = await choose(redwell, path)
  const ranSomewhere = (): Promise<boolean> =>
    app.evaluate(async ({ webContents }) => {
      const answers = await Promise.all(webContents.getAllWebContents().map((contents) =>
        contents.executeJavaScript('window.__pwned === 1').catch(() => false) as Promise<boolean>
      ))
      return answers.includes(true)
    })
  if ('refused' in chosen) return { ...NOTHING, outcome: chosen.refused, pwned: await ranSomewhere(), ms: Date.now() - from }
  await filingText(page).waitFor({ timeout: 60_000 })
  const ms = Date.now() - from
  const text = await readThrough(redwell)
  const links = await clickLinks(redwell)
  const printed = await work(redwell, chosen.filingId, pdf)
  const wrong = [...await wrongWith(page), ...(printed === '' ? [] : [printed])]
  return { outcome: 'opened', text, links, wrong, pwned: await ranSomewhere(), ms }
}
