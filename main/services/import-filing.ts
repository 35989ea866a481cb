import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FilingId } from '#contract/ids'
import type { ImportOutcome, WorkProgress } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { failureOf } from '../store/failure-of'
import { deleteUnready, findBySha256, markFilingReady, setTrashed } from '../store/filings'
import type { AnalysisAnswer } from './analysis-thread'
import type { LibraryContext } from './library-context'
import { commitChange } from './record-changes'
import type { PendingSource } from './source-files'
import { storeFiling } from './store-filing'

/** The largest file that is read, in bytes: the largest submissions of the archive stay below it. */
export const LARGEST_FILE = 200 * 1024 * 1024

/** Imports files one after the other and can stop each. */
export interface Importer {
  /** Brings one file into the library: its bytes, its text, its first document. On failure nothing of it is left behind. */
  readonly importFile: (path: string) => Promise<Result<ImportOutcome>>
  /** Stops the import of that job; it ends with `analysis-cancelled`. A job that is not known, or done, is let be. */
  readonly cancel: (job: string) => void
  /** Stops every import and waits until none runs any more. */
  readonly close: () => Promise<void>
}

class Cancelled extends Error {}

const cancelled = (file: string): Result<never> => fail('analysis-cancelled', 'The import was cancelled.', { file })

const tooLarge = (file: string): Result<never> =>
  fail('file-too-large', 'This file is larger than 200 MB.', { file, remedy: 'Save the exhibit you need as a file of its own and open that.' })

const unreadable = (file: string, error: unknown): Result<never> =>
  fail('file-unreadable', 'This file could not be read.', {
    file, place: error instanceof Error ? error.message : String(error), remedy: 'Check that you may read it and that its disk is there, then try again.'
  })

const missing = (file: string): Result<never> =>
  fail('file-missing', 'There is no such file.', { file, remedy: 'It may have been moved or renamed. Choose it again.' })

const codeOf = (error: unknown): string => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Judges a path before a byte is read. */
export const checkPath = async (path: string): Promise<Result<null>> => {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return fail('file-is-folder', 'This is a folder, not a file.', { file: path, remedy: 'Open the files in it.' })
    if (!facts.isFile()) return fail('file-not-regular', 'This is a device or a pipe, not a file.', { file: path, remedy: 'Choose a saved file.' })
    if (facts.size === 0) return fail('file-empty', 'This file is empty.', { file: path, remedy: 'Download it again.' })
    return facts.size > LARGEST_FILE ? tooLarge(path) : ok(null)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') return missing(path)
    return unreadable(path, error)
  }
}

const NOT_A_FILING = {
  pdf: 'This is a PDF. Redwell reads filings as HTML, text or full submissions.',
  image: 'This is a picture, not a filing.',
  binary: 'This is not a text file, so it is not a filing.'
} as const

/** Refuses what no reading makes a filing of: a PDF, a picture, a binary. */
export const checkFormat = (file: string, answer: AnalysisAnswer): Result<null> => {
  const { format } = answer
  if (format === 'pdf' || format === 'image' || format === 'binary') {
    return fail('not-a-filing', NOT_A_FILING[format], { file, remedy: 'Open the filing as it was sent to the SEC: an .htm or .txt file.' })
  }
  return ok(null)
}

/** Takes a filing out of the trash where the same bytes come again; what it is called in the list. */
const welcomeBack = (library: LibraryContext, filingId: FilingId, trashedAt: string | null): void => {
  if (trashedAt === null) return
  commitChange(library, 'Restore from trash', (record) => {
    setTrashed(library.db, filingId, null)
    record.steps.push({ entity: 'filing', entityId: filingId, filingId, before: { trashedAt }, after: { trashedAt: null } })
  })
  library.emit('library.changed', { filingId })
}

const storeAll = async (library: LibraryContext, filingId: FilingId, path: string, source: PendingSource, answer: AnalysisAnswer): Promise<void> => {
  const importedAt = library.clock()
  const file = { id: filingId, fileName: basename(path), bytes: source.bytes, sha256: source.sha256, importedAt }
  await storeFiling(library.db, file, answer)
  commitChange(library, `Import ${file.fileName}`, (record) => {
    markFilingReady(library.db, filingId)
    record.steps.push({ entity: 'filing', entityId: filingId, filingId, before: { trashedAt: importedAt }, after: { trashedAt: null, ...file } })
  })
}

/** Keeps the bytes first and the rows after them, so that no row ever points at bytes that are not there; takes both back on failure. */
const keep = async (library: LibraryContext, path: string, source: PendingSource, answer: AnalysisAnswer): Promise<FilingId> => {
  const filingId = library.newId()
  await source.keep()
  try {
    await storeAll(library, filingId, path, source, answer)
  } catch (error) {
    deleteUnready(library.db, filingId)
    await library.sources.forget(source.sha256)
    throw error
  }
  library.emit('library.changed', { filingId })
  return filingId
}

interface Job {
  readonly id: string
  readonly path: string
  stopped: boolean
}

const importCopy = async (library: LibraryContext, job: Job, source: PendingSource, report: (stage: WorkProgress['stage'], done: number, total: number) => void): Promise<Result<ImportOutcome>> => {
  const { path } = job
  const known = findBySha256(library.db, source.sha256)
  if (known) {
    welcomeBack(library, known.id, known.trashedAt)
    return ok({ path, filingId: known.id, already: true })
  }
  const answered = await library.analysis.run({ job: job.id, path: source.path, encoding: null, sequence: 'first' }, report)
  if (!answered.ok) return { ok: false, failure: { ...answered.failure, file: path } }
  if (job.stopped) return cancelled(path)
  const checked = checkFormat(path, answered.value)
  if (!checked.ok) return checked
  report('storing', source.bytes, source.bytes)
  return ok({ path, filingId: await keep(library, path, source, answered.value), already: false })
}

const importJob = async (library: LibraryContext, job: Job): Promise<Result<ImportOutcome>> => {
  const { path } = job
  const checked = await checkPath(path)
  if (!checked.ok) return checked
  const report = (stage: WorkProgress['stage'], done: number, total: number): void => {
    library.emit('work.progress', { job: job.id, file: basename(path), stage, done, total })
  }
  const { size } = await stat(path)
  let source: PendingSource | null = null
  try {
    source = await library.sources.copy(path, LARGEST_FILE, (bytes) => {
      if (job.stopped) throw new Cancelled()
      report('reading', bytes, size)
    })
    return await importCopy(library, job, source, report)
  } catch (error) {
    return failureOfImport(path, error, source !== null)
  } finally {
    await source?.discard()
  }
}

const failureOfImport = (path: string, error: unknown, copied: boolean): Result<never> => {
  if (error instanceof Cancelled) return cancelled(path)
  if (error instanceof RangeError && !copied) return tooLarge(path)
  const known = failureOf(error)
  if (known && !known.ok && (copied || known.failure.code === 'disk-full')) return { ok: false, failure: { ...known.failure, file: path } }
  if (!copied && codeOf(error) !== '') return unreadable(path, error)
  throw error
}

/** The importer of a library: one file at a time, in the order they came. */
export const createImporter = (library: LibraryContext): Importer => {
  const jobs = new Map<string, Job>()
  let last: Promise<unknown> = Promise.resolve()
  const stop = (job: Job | undefined): void => {
    if (!job) return
    job.stopped = true
    library.analysis.cancel(job.id)
  }
  return {
    importFile: (path) => {
      const job: Job = { id: library.newId(), path, stopped: false }
      jobs.set(job.id, job)
      const run = async (): Promise<Result<ImportOutcome>> => {
        try {
          return job.stopped ? cancelled(path) : await importJob(library, job)
        } finally {
          jobs.delete(job.id)
        }
      }
      const result = last.then(run)
      last = result.catch(() => undefined)
      return result
    },
    cancel: (id) => { stop(jobs.get(id)) },
    close: async () => {
      for (const job of jobs.values()) stop(job)
      await last
    }
  }
}
