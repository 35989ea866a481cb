import { randomUUID } from 'node:crypto'
import { app, BrowserWindow } from 'electron'
import { nameCreator } from './pdf-creator'
import type { PrintPages } from './protocol'
import { WINDOW_PREFERENCES } from './security'

/** How long the page may take to load and the printer to answer, in ms. The largest annual report of a trial took 40 s. */
const PRINT_LIMIT = 600_000

/** The paper of the export, in inches: US Letter, the size a filing is made for. */
const PAPER = { width: 8.5, height: 11 } as const

/** Top, bottom, left and right, in inches; the foot leaves room for the page number below the text. */
const MARGINS = { top: 0.8, bottom: 0.85, left: 0.75, right: 0.75 } as const

// Constants only: no word of a filing or a note may stand in a header or a footer, where markup would be read as such.
const HEADER = '<span></span>'
const FOOTER = '<div style="width:100%;padding:0 0.75in;font:7.5pt \'Liberation Sans\',Arial,sans-serif;color:#555;text-align:right">'
  + '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'

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

const print = async (window: BrowserWindow, address: string, html: string): Promise<Uint8Array> => {
  const outlined = headingsIn(html) <= MOST_OUTLINED
  await window.loadURL(address)
  const pdf = await window.webContents.printToPDF({
    pageSize: PAPER,
    margins: MARGINS,
    // The style sheet turns the page for a table that is wider than one that stands.
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: HEADER,
    footerTemplate: FOOTER,
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
export const printPdf = (pages: PrintPages, html: string): PrintJob => {
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
  const printed = print(window, address, html)
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
