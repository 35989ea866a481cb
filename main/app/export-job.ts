import { randomUUID } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { ExportOutcome, WorkProgress } from '#contract/library'
import { fail, ok, type Result } from '#contract/result'
import { PrintCancelled, printPdf, type PrintJob, type PrintSetting } from './print-pdf'
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
   * says why not.
   */
  readonly finish?: {
    readonly run: (printed: Uint8Array, signal: AbortSignal) => Promise<{ readonly pdf: Uint8Array } | { readonly refused: string }>
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

/** Exports, one at a time. */
export interface Exporter {
  readonly run: (request: ExportRequest) => Promise<Result<ExportOutcome>>
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
  cancelled: boolean
  print: PrintJob | null
  readonly stopped: AbortController
}

const cancelled = (): Result<never> => fail('export-cancelled', 'The export was cancelled.')

const print = async (running: Running, html: string, setting: PrintSetting, options: ExporterOptions): Promise<Result<Uint8Array>> => {
  running.print = printPdf(options.pages, html, setting)
  try {
    return ok(await running.print.pdf)
  } catch (error) {
    if (error instanceof PrintCancelled) return cancelled()
    options.log(`export: ${error instanceof Error ? error.message : String(error)}`)
    return fail('export-failed', 'The PDF could not be made.', { place: error instanceof Error ? error.message : String(error),
      remedy: 'Close other programs and try again.' })
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
  const finished = await finish.run(printed.value, running.stopped.signal)
  if (running.cancelled) return cancelled()
  if ('pdf' in finished) return ok(finished)
  options.log(`export without comments: ${finished.refused}`)
  const plain = await print(running, finish.plain(), { head, paper }, options)
  return plain.ok ? ok({ pdf: plain.value, withoutComments: finished.refused }) : plain
}

/** The path the reader chose, or null; the dialog has asked before an existing file is replaced. */
const settlePath = async (request: ExportRequest, page: PrintablePage,
  options: ExporterOptions): Promise<{ path: string; overwrite: boolean } | null> => {
  if (request.path !== null) return { path: request.path, overwrite: request.overwrite }
  const chosen = await options.choosePath(page.suggestedName)
  if (chosen === null) return null
  // A name that gets its ending only now was not the one the dialog asked about.
  return extname(chosen).toLowerCase() === '.pdf' ? { path: chosen, overwrite: true } : { path: `${chosen}.pdf`, overwrite: false }
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
  const job = randomUUID()
  const report = (done: number): void =>
    options.onProgress({ job, file: basename(place.path), stage: 'printing', done, total: gathered.value.html.length })
  report(0)
  const printed = await printAndFinish(running, gathered.value, options)
  report(gathered.value.html.length)
  if (!printed.ok) return printed
  if (running.cancelled) return cancelled()
  const { pdf, withoutComments } = printed.value
  const written = await writePdf(place.path, pdf, place.overwrite)
  return written.ok && withoutComments !== undefined ? ok({ ...written.value, withoutComments }) : written
}

/** Makes an exporter. A second export while one runs is refused. */
export const createExporter = (options: ExporterOptions): Exporter => {
  let current: Running | null = null
  return {
    run: async (request) => {
      if (current !== null)
        return fail('export-failed', 'Another export is still running.', { remedy: 'Wait until it has finished, or cancel it.' })
      const running: Running = { cancelled: false, print: null, stopped: new AbortController() }
      current = running
      try {
        return await carryOut(running, request, options)
      } finally {
        current = null
      }
    },
    cancel: () => {
      if (current === null) return
      current.cancelled = true
      current.stopped.abort()
      current.print?.cancel()
    }
  }
}
