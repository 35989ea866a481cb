import { randomUUID } from 'node:crypto'
import { app, BrowserWindow } from 'electron'
import { nameCreator } from './pdf-creator'
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

const print = async (window: BrowserWindow, address: string, html: string, { head, paper }: PrintSetting): Promise<Uint8Array> => {
  const { width, height, side } = PAPERS[paper]
  const outlined = headingsIn(html) <= MOST_OUTLINED
  await window.loadURL(address)
  const pdf = await window.webContents.printToPDF({
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

/**
 * Prints a static page in a hidden window of its own: sandboxed like the other, and without JavaScript. `html` is served from
 * memory, under an address that nobody can guess, for as long as the print runs.
 */
export const printPdf = (pages: PrintPages, html: string, setting: PrintSetting): PrintJob => {
  const address = pages.add(randomUUID(), html)
  const window = openPrintWindow()
  let stop: (reason: Error) => void = () => undefined
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = reject
  })
  const timer = setTimeout(() => end(new Error('The PDF took too long to print.')), PRINT_LIMIT)
  window.webContents.on('render-process-gone', (_event, details) => {
    stop(new Error(`The print process ended: ${details.reason}.`))
  })
  const printed = print(window, address, html, setting)
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
    pages.remove(address)
  })
  return { pdf, cancel: () => end(new PrintCancelled('The export was cancelled.')) }
}
