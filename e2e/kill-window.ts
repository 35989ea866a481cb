import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { electronPath, environment, launch, ROOT, type Redwell } from './app'
import { addNoteOnFiling, editor } from './reader-page'

/** The paths that are killed on in the real window. */
export const WINDOW_PATHS = ['typing, its window killed', 'typing, all of it killed', 'export to PDF'] as const

/** One of them. */
export type WindowPath = typeof WINDOW_PATHS[number]

/** What the trial's judge found, as `main/commands/trial` has it. */
export interface JudgedKill {
  readonly name: string
  readonly verdict: { readonly lost: readonly string[]; readonly twice: readonly string[]; readonly corrupt: readonly string[];
    readonly leftOver: readonly string[]; readonly changed: readonly string[]; readonly told: readonly string[] }
}

const runTrial = <T>(...args: readonly string[]): T => {
  const answer: T = JSON.parse(execFileSync(electronPath(), [join(ROOT, 'out/main/trial.js'), ...args], {
    env: { ...environment(''), ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  }))
  return answer
}

/** The library that every kill begins with, and what must be in it. */
export interface Ground {
  readonly root: string
  readonly facts: readonly unknown[]
}

/** Makes it, in a folder of its own. */
export const layWindowGround = (): Ground => {
  const root = mkdtempSync(join(tmpdir(), 'redwell-trial-'))
  return { root, facts: runTrial('ground', join(root, 'ground'), join(root, 'inbox')) }
}

/** Removes it. */
export const removeGround = ({ root }: Ground): void => rmSync(root, { recursive: true, force: true })

/** What the reader was shown: the words while "Saved" stood beside them, and those that stood there 300 ms before. */
interface SeenWords {
  readonly saved: string
  readonly old: string
}

/** How long typed letters may be unsaved, in ms. */
const UNSAVED_MS = 300

/** Records, frame by frame inside the page, what a reader is shown. Time in which the page was held by the machine is no time to save in. */
const watchWords = (page: Page): Promise<void> =>
  page.evaluate((limit) => {
    const seen: { at: number; words: string }[] = []
    let saved = ''
    let clock = 0
    let last = performance.now()
    const look = (): void => {
      const now = performance.now()
      clock += Math.min(now - last, 20)
      last = now
      const card = document.querySelector('article[data-writing="true"]')
      const words = card?.querySelector('[contenteditable="true"]')?.textContent ?? ''
      if (card?.querySelector('.saved-word')?.getAttribute('data-phase') === 'saved') saved = words
      seen.push({ at: clock, words })
      while ((seen[1]?.at ?? Infinity) <= clock - limit) seen.shift()
      const [first] = seen
      Object.assign(window, { seenWords: { saved, old: first && first.at <= clock - limit ? first.words : '' } })
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, UNSAVED_MS)

const seenWords = (page: Page): Promise<SeenWords> => page.evaluate(() => (window as unknown as { seenWords: SeenWords }).seenWords)

const openFirst = async ({ page }: Redwell): Promise<void> => {
  await page.locator('.row-title').first().click()
  await page.getByLabel('Filing text').getByText(/\S/).first().waitFor({ timeout: 60_000 })
}

const WORDS =
  'Why did the mill at Orrin Vale stop its second line, who decided that, and what did the permits cost the company in the end? '

const killTyping = async (redwell: Redwell, path: WindowPath, ms: number): Promise<SeenWords> => {
  const { app, page } = redwell
  await openFirst(redwell)
  await addNoteOnFiling(page)
  await watchWords(page)
  await editor(page).click()
  const typing = page.keyboard.type(WORDS.repeat(4), { delay: 15 }).catch(() => undefined)
  await page.waitForTimeout(ms)
  const pid = path === 'typing, its window killed'
    ? await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
    : app.process().pid
  const seen = await seenWords(page)
  process.kill(pid ?? 0, 'SIGKILL')
  await typing
  if (path === 'typing, its window killed') app.process().kill('SIGKILL')
  return seen
}

/** Writes the first filing as a PDF to a path. */
const printFirst = (page: Page, out: string): Promise<void> =>
  page.evaluate(async (path) => {
    const { redwell: wire } = window as unknown as {
      readonly redwell: {
        readonly call: Record<string, (args: unknown) => Promise<{ readonly value: readonly { readonly id: string }[] }>>
      }
    }
    const filings = await wire.call['library.list']?.({ trashed: false })
    await wire.call['export.pdf']?.({ filingId: filings?.value[0]?.id ?? '', sequence: 1, path, overwrite: false,
      include: { text: true, highlights: true, notes: true, suggestions: 'all', comments: true, paper: 'letter' } })
  }, out)

const killPrinting = async (redwell: Redwell, out: string, ms: number): Promise<SeenWords> => {
  const { app, page } = redwell
  await openFirst(redwell)
  const printing = printFirst(page, out).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, ms))
  app.process().kill('SIGKILL')
  await printing
  return { saved: '', old: '' }
}

/** A draft that was being written when the program was killed; the next print into that folder removes it, once nobody can be writing to it. */
const DRAFT = /^\.redwell-[\da-f-]{36}\.part$/

/** Older than any draft that is still written to, in seconds. */
const LONG_AGO = 3600

/** Where a kill left a draft: prints once more beside it, an hour later as the file system tells, in a copy of the library. */
const printAgain = async (data: string, out: string): Promise<void> => {
  const drafts = readdirSync(out).filter((name) => DRAFT.test(name)).map((name) => join(out, name))
  if (drafts.length === 0) return
  const past = Date.now() / 1000 - LONG_AGO
  for (const draft of drafts) utimesSync(draft, past, past)
  const copy = `${data}-again`
  cpSync(data, copy, { recursive: true })
  try {
    const redwell = await launch({ dataFolder: copy })
    await printFirst(redwell.page, join(out, 'again.pdf'))
    await redwell.quit()
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** What prints left where they were to write to, beside whole documents. */
const leftByPrint = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name))
    return !/^(?:out|again)\.pdf$/.test(name) || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) ||
      !bytes.includes('%%EOF', bytes.length - 32)
  }).map((name) => `beside the PDF: ${name}`)

/** Opens the library in the real window, kills it on a path `ms` after its work began, and has what is left judged. */
export const killWindow = async (ground: Ground, path: WindowPath, ms: number): Promise<JudgedKill> => {
  const data = join(ground.root, 'data')
  const out = mkdtempSync(join(ground.root, 'out-'))
  cpSync(join(ground.root, 'ground'), data, { recursive: true })
  try {
    const redwell = await launch({ dataFolder: data })
    const gone = redwell.app.waitForEvent('close').catch(() => undefined)
    const words = path === 'export to PDF' ? await killPrinting(redwell, join(out, 'out.pdf'), ms) : await killTyping(redwell, path, ms)
    await gone
    await printAgain(data, out)
    const typed = Object.entries(words).filter(([, text]) => text.trim() !== '').map(([shown, text]) => ({ kind: 'typed', shown,
      text: text.trimEnd() })
    )
    const facts = [...ground.facts, ...typed]
    const list = join(ground.root, 'facts.json')
    writeFileSync(list, JSON.stringify(facts))
    const verdict = runTrial<JudgedKill['verdict']>('judge', data, list)
    return { name: path, verdict: { ...verdict, leftOver: [...verdict.leftOver, ...existsSync(out) ? leftByPrint(out) : []] } }
  } finally {
    rmSync(data, { recursive: true, force: true })
    rmSync(out, { recursive: true, force: true })
  }
}
