import { randomUUID } from 'node:crypto'
import { app, BrowserWindow } from 'electron'
import type { PrintPart } from '#contract/library'
import { nameCreator } from './pdf-creator'
import { printAlone } from './print-queue'
import type { PrintPages } from './protocol'
import { WINDOW_PREFERENCES } from './security'

/** How long the page may take to load and the printer to answer, in ms. The largest annual report of a trial took 40 s. */
const PRINT_LIMIT = 600_000

/** What differs from one print to another. */
export interface PrintSetting {
  /**
   * Markup at the head of each page. It is read as such in a page of its own, so it is made by `html` of the domain alone, which escapes
   * every word of a filing.
   */
  readonly head: string
  readonly paper: 'letter' | 'a4'
}

/**
 * The papers of an export and the margins at their sides, in inches. US Letter is the size a filing is made for; the column is as wide on
 * A4, since the sizes of what is set in columns count on it.
 */
const PAPERS = { letter: { width: 8.5, height: 11, side: 0.75 }, a4: { width: 8.27, height: 11.69, side: 0.635 } } as const

/** Above and below, in inches; the foot leaves room for the page number below the text. */
const MARGINS = { top: 0.8, bottom: 0.85 } as const

const line = (content: string, side: number): string =>
  `<div style="display:flex;justify-content:space-between;gap:24pt;width:100%;padding:0 ${
    String(side)
  }in;white-space:nowrap;overflow:hidden;`
  + `font:7.5pt 'Liberation Sans',Arial,sans-serif;color:#555">${content}</div>`

const PAGE_NUMBER = '<span></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span>'

/** Why a print did not end with a document. */
export class PrintCancelled extends Error {
  override readonly name = 'PrintCancelled'
}

/** The pages of a print take more memory, or more time, than one print may. */
export class PrintTooLarge extends Error {
  override readonly name = 'PrintTooLarge'
}

/** Told at which part a print is, and how far in it; 0 of 0 where the engine does not tell. */
export type TellPart = (part: PrintPart, done: number, total: number) => void

/** One print that runs. */
export interface PrintJob {
  /** The bytes of the PDF; rejects with `PrintCancelled` where `cancel` came first, and with any other error where printing failed. */
  readonly pdf: Promise<Uint8Array>
  readonly cancel: () => void
}

const openPrintWindow = (): BrowserWindow =>
  new BrowserWindow({
    show: false,
    width: 816,
    height: 1056,
    webPreferences: { ...WINDOW_PREFERENCES, javascript: false, devTools: false, backgroundThrottling: false }
  })

/** The most headings that the PDF's own outline and structure are made for: their cost grows with the square of the number. */
const MOST_OUTLINED = 3000

const headingsIn = (html: string): number => {
  let count = 0
  for (const _heading of html.matchAll(/<h[1-6][ >]/g)) count += 1
  return count
}

const print = async (window: BrowserWindow, address: string, html: string, { head, paper }: PrintSetting,
  tell: TellPart): Promise<Uint8Array> => {
  const { width, height, side } = PAPERS[paper]
  const outlined = headingsIn(html) <= MOST_OUTLINED
  await window.loadURL(address)
  tell('laying-out', 0, 0)
  const pdf = await printAlone(window.webContents, {
    pageSize: { width, height },
    margins: { ...MARGINS, left: side, right: side },
    // The style sheet turns the page for a table that is wider than one that stands.
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: line(head === '' ? '<span></span>' : head, side),
    footerTemplate: line(PAGE_NUMBER, side),
    generateTaggedPDF: outlined,
    generateDocumentOutline: outlined
  })
  return nameCreator(pdf, `Redwell ${app.getVersion()}`)
}

/** Whether the pages of a window are laid out by a process that no other window is drawn by. */
const isAlone = (window: BrowserWindow): boolean => {
  const pid = window.webContents.getOSProcessId()
  return BrowserWindow.getAllWindows().every((other) =>
    other === window || other.isDestroyed() || other.webContents.getOSProcessId() !== pid
  )
}

/** The most memory that the process of one layout may take, in KB: 39,000 short paragraphs take 590,000. */
const MOST_MEMORY = 2_000_000

/** How often that is looked at, in ms. */
const LOOK_MS = 500

/** How much memory the process of a window takes, in KB. */
const memoryOf = (window: BrowserWindow): number => {
  const pid = window.isDestroyed() ? -1 : window.webContents.getOSProcessId()
  return app.getAppMetrics().find((process) => process.pid === pid)?.memory.workingSetSize ?? 0
}

/**
 * Prints a static page in a hidden window of its own: sandboxed like the other, and without JavaScript. `html` is served from
 * memory, under an address that nobody can guess, for as long as the print runs.
 */
export const printPdf = (pages: PrintPages, html: string, setting: PrintSetting, tell: TellPart): PrintJob => {
  tell('handing', 0, html.length)
  const address = pages.add(randomUUID(), html, (taken) => tell('handing', taken, html.length))
  const window = openPrintWindow()
  let stop: (reason: Error) => void = () => undefined
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = reject
  })
  const timer = setTimeout(() => end(new PrintTooLarge('The PDF took too long to print.')), PRINT_LIMIT)
  const looking = setInterval(() => {
    if (memoryOf(window) > MOST_MEMORY) end(new PrintTooLarge('The pages of this document take more memory than one print may.'))
  }, LOOK_MS)
  window.webContents.on('render-process-gone', (_event, details) => {
    stop(new Error(`The print process ended: ${details.reason}.`))
  })
  const printed = print(window, address, html, setting, tell)
  // A window that is destroyed while the printer works can hang the program: it goes when the printer has answered, or when the process
  // that lays the pages out was ended, which is at once where nobody waits for it any more.
  const leave = (): void => {
    if (!window.isDestroyed()) window.destroy()
  }
  const end = (reason: Error): void => {
    stop(reason)
    if (!window.isDestroyed() && isAlone(window)) window.webContents.forcefullyCrashRenderer()
  }
  void printed.then(leave, leave)
  const pdf = Promise.race([printed, stopped]).finally(() => {
    clearTimeout(timer)
    clearInterval(looking)
    pages.remove(address)
  })
  return { pdf, cancel: () => end(new PrintCancelled('The export was cancelled.')) }
}
