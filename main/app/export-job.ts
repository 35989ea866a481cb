import { randomUUID } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { ExportOutcome, WorkProgress } from '#contract/library'
import { fail, ok, type Result } from '#contract/result'
import { PrintCancelled, printPdf, PrintTooLarge, type PrintJob, type PrintSetting, type TellPart } from './print-pdf'
import type { PrintPages } from './protocol'
import { writePdf } from './write-pdf'
import { checkTarget } from './write-whole'

/** One page to print, and a name for the file. */
export interface PrintablePage {
  readonly html: string
  readonly suggestedName: string
  /** Markup at the head of each page, as of `PrintSetting`. */
  readonly head?: string
  readonly paper?: PrintSetting['paper']
  /**
   * What is done to the printed file, with the page to print in its stead where that cannot be done; absent where nothing is. `refused`
   * says why not. `onComment` is told how many comments are made of how many.
   */
  readonly finish?: {
    readonly run: (printed: Uint8Array, signal: AbortSignal,
      onComment: (done: number, total: number) => void) => Promise<{ readonly pdf: Uint8Array } | { readonly refused: string }>
    readonly plain: () => string
  }
}

/** What one export is asked to do. */
export interface ExportRequest {
  /** Where to write, or null to ask the reader. */
  readonly path: string | null
  readonly overwrite: boolean
  readonly gather: () => Promise<Result<PrintablePage>>
}

/** One of several pages to print: its title, and the name of its file. */
export interface PageToPrint {
  readonly title: string
  readonly path: string
  readonly gather: () => Promise<Result<PrintablePage>>
}

/** What came of several pages. */
export interface PrintedPages {
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[]
  readonly refused: readonly string[]
}

/** Exports, one at a time. */
export interface Exporter {
  readonly run: (request: ExportRequest) => Promise<Result<ExportOutcome>>
  /** Prints several pages one after the other, none of them to a file; `refused` are the titles of those that could not be printed. */
  readonly printAll: (pages: readonly PageToPrint[]) => Promise<Result<PrintedPages>>
  /** Stops the export that runs, if one does; it ends with `export-cancelled`. */
  readonly cancel: () => void
}

/** What an exporter needs of its surroundings. */
export interface ExporterOptions {
  readonly pages: PrintPages
  /** Shows the save dialog; null where it was cancelled. */
  readonly choosePath: (suggestedName: string) => Promise<string | null>
  readonly onProgress: (progress: WorkProgress) => void
  readonly log: (line: string) => void
}

interface Running {
  /** Tells at which part the print is; nobody, before the reader chose where to save. */
  tell: TellPart
  cancelled: boolean
  print: PrintJob | null
  readonly stopped: AbortController
}

const cancelled = (): Result<never> => fail('export-cancelled', 'The export was cancelled.')

/** What stopped a print, in the reader's words. */
const failureOf = (error: unknown, log: ExporterOptions['log']): Result<never> => {
  if (error instanceof PrintCancelled) return cancelled()
  const place = error instanceof Error ? error.message : String(error)
  log(`export: ${place}`)
  return error instanceof PrintTooLarge
    ? fail('export-failed', error.message, { remedy: 'Export less of it: without “The text”, or with fewer suggestions.' })
    : fail('export-failed', 'The PDF could not be made.', { place, remedy: 'Close other programs and try again.' })
}

const print = async (running: Running, html: string, setting: PrintSetting, options: ExporterOptions): Promise<Result<Uint8Array>> => {
  running.print = printPdf(options.pages, html, setting, running.tell)
  try {
    return ok(await running.print.pdf)
  } catch (error) {
    return failureOf(error, options.log)
  }
}

/** What was printed, and why its notes are not comments of it where they were to be. */
interface Finished {
  readonly pdf: Uint8Array
  readonly withoutComments?: string
}

const printAndFinish = async (running: Running, page: PrintablePage, options: ExporterOptions): Promise<Result<Finished>> => {
  const { html, finish, head = '', paper = 'letter' } = page
  const printed = await print(running, html, { head, paper }, options)
  if (!printed.ok || running.cancelled) return printed.ok ? cancelled() : printed
  if (!finish) return ok({ pdf: printed.value })
  running.tell('commenting', 0, 0)
  const finished = await finish.run(printed.value, running.stopped.signal, (done, total) => running.tell('commenting', done, total))
  if (running.cancelled) return cancelled()
  if ('pdf' in finished) return ok(finished)
  options.log(`export without comments: ${finished.refused}`)
  const plain = await print(running, finish.plain(), { head, paper }, options)
  return plain.ok ? ok({ pdf: plain.value, withoutComments: finished.refused }) : plain
}

interface Place {
  readonly path: string
  readonly overwrite: boolean
}

/** The path the reader chose, or null; the dialog has asked before an existing file is replaced. */
const settlePath = async (request: ExportRequest, page: PrintablePage, options: ExporterOptions): Promise<Place | null> => {
  if (request.path !== null) return { path: request.path, overwrite: request.overwrite }
  const chosen = await options.choosePath(page.suggestedName)
  if (chosen === null) return null
  // A name that gets its ending only now was not the one the dialog asked about.
  return extname(chosen).toLowerCase() === '.pdf' ? { path: chosen, overwrite: true } : { path: `${chosen}.pdf`, overwrite: false }
}

const printAndSave = async (running: Running, page: PrintablePage, place: Place,
  options: ExporterOptions): Promise<Result<ExportOutcome>> => {
  const printed = await printAndFinish(running, page, options)
  if (!printed.ok) return printed
  if (running.cancelled) return cancelled()
  const { pdf, withoutComments } = printed.value
  running.tell('saving', 0, 0)
  const written = await writePdf(place.path, pdf, place.overwrite)
  return written.ok && withoutComments !== undefined ? ok({ ...written.value, withoutComments }) : written
}

const carryOut = async (running: Running, request: ExportRequest, options: ExporterOptions): Promise<Result<ExportOutcome>> => {
  if (request.path !== null) {
    const target = await checkTarget(request.path, request.overwrite)
    if (!target.ok) return target
  }
  const gathered = await request.gather()
  if (!gathered.ok) return gathered
  const place = await settlePath(request, gathered.value, options)
  if (place === null || running.cancelled) return cancelled()
  const target = await checkTarget(place.path, place.overwrite)
  if (!target.ok) return target
  const about = { job: randomUUID(), file: basename(place.path), stage: 'printing' } as const
  running.tell = (part, done, total) => options.onProgress({ ...about, part, done, total })
  try {
    return await printAndSave(running, gathered.value, place, options)
  } finally {
    options.onProgress({ ...about, done: 1, total: 1 })
  }
}

const printSeveral = async (running: Running, pages: readonly PageToPrint[], options: ExporterOptions): Promise<Result<PrintedPages>> => {
  const job = randomUUID()
  const files: { path: string; content: Uint8Array }[] = []
  const refused: string[] = []
  for (const [at, { title, path, gather }] of pages.entries()) {
    options.onProgress({ job, file: title, stage: 'printing', done: at, total: pages.length })
    const gathered = await gather()
    const printed = gathered.ok ? await printAndFinish(running, gathered.value, options) : gathered
    if (running.cancelled) return cancelled()
    if (printed.ok) files.push({ path, content: printed.value.pdf })
    else refused.push(title)
  }
  options.onProgress({ job, file: '', stage: 'printing', done: pages.length, total: pages.length })
  return ok({ files, refused })
}

/** Makes an exporter. A second export while one runs is refused. */
export const createExporter = (options: ExporterOptions): Exporter => {
  let current: Running | null = null
  const alone = async <T>(work: (running: Running) => Promise<Result<T>>): Promise<Result<T>> => {
    if (current !== null)
      return fail('export-failed', 'Another export is still running.', { remedy: 'Wait until it has finished, or cancel it.' })
    const running: Running = { tell: () => undefined, cancelled: false, print: null, stopped: new AbortController() }
    current = running
    try {
      return await work(running)
    } finally {
      current = null
    }
  }
  return {
    run: (request) => alone((running) => carryOut(running, request, options)),
    printAll: (pages) => alone((running) => printSeveral(running, pages, options)),
    cancel: () => {
      if (current === null) return
      current.cancelled = true
      current.stopped.abort()
      current.print?.cancel()
    }
  }
}
