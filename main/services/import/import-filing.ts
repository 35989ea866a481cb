import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FilingId } from '#contract/ids'
import type { ImportOutcome, WorkProgress } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { failureOf } from '../../store/failure-of'
import { findBySha256, markFilingReady, setTrashed } from '../../store/filings'
import type { AnalysisAnswer } from '../analysis-thread'
import { isSourceSound } from '../integrity/source-check'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'
import type { ChangeRecord } from '../journal/record-changes'
import { LARGEST_FILE, LARGEST_FILE_WORDS } from '../../domain/parse/file/largest-file'
import { removeCutOff } from './remove-cut-off'
import type { PendingSource } from './source-files'
import { storeFiling } from './store-filing'
import { takeTurns } from './take-turns'
import type { Turns } from './take-turns'

/** How many files are imported at once: two are read while a third is stored. */
export const IMPORTS_AT_ONCE = 3

/** What an import is a part of: the label and the group of the history, and what else is to be changed with each filing that comes in. */
export interface ImportAct {
  readonly label: string
  readonly groupId: string
  readonly alongside: (record: ChangeRecord, filingId: FilingId) => void
  /** What the file is called, where that is not the name it lies under. */
  readonly fileName?: string
}

/** Imports files, a few at a time and begun in the order they came, and can stop each. */
export interface Importer {
  /**
   * Brings one file into the library: its bytes, its text, its first document. On failure nothing of it is left behind. `job`
   * names it for progress and for `cancel`; a new name where it is left out. `act` is asked what the import is a part of at the moment
   * it is written; an act of its own where it is left out.
   */
  readonly importFile: (path: string, job?: string, act?: () => ImportAct) => Promise<Result<ImportOutcome>>
  /** Stops the import of that job; it ends with `analysis-cancelled`. A job that is not known, or done, is let be. */
  readonly cancel: (job: string) => void
  /** Resolves when no import is under way. */
  readonly idle: () => Promise<void>
  /** Stops every import and waits until none runs any more. */
  readonly close: () => Promise<void>
}

class Cancelled extends Error {}

const cancelled = (file: string): Result<never> => fail('analysis-cancelled', 'The import was cancelled.', { file })

const tooLarge = (file: string): Result<never> =>
  fail('file-too-large', `This file is larger than ${LARGEST_FILE_WORDS}.`, { file,
    remedy: 'Save the exhibit you need as a file of its own and open that.' })

const unreadable = (file: string, error: unknown): Result<never> =>
  fail('file-unreadable', 'This file could not be read.', {
    file,
    place: error instanceof Error ? error.message : String(error),
    remedy: 'Check that you may read it and that its disk is there, then try again.'
  })

const missing = (file: string): Result<never> =>
  fail('file-missing', 'There is no such file.', { file, remedy: 'It may have been moved or renamed. Choose it again.' })

const codeOf = (error: unknown): string => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Judges a path before a byte is read. */
export const checkPath = async (path: string): Promise<Result<null>> => {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return fail('file-is-folder', 'This is a folder, not a file.', { file: path, remedy: 'Open the files in it.' })
    if (!facts.isFile())
      return fail('file-not-regular', 'This is a device or a pipe, not a file.', { file: path, remedy: 'Choose a saved file.' })
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

/** Refuses what no reading makes a filing of: a PDF, a picture, a binary, a page of the archive about filings. */
export const checkFormat = (file: string, answer: AnalysisAnswer): Result<null> => {
  const { format } = answer
  if (format === 'pdf' || format === 'image' || format === 'binary') {
    return fail('not-a-filing', NOT_A_FILING[format], { file, remedy: 'Open the filing as it was sent to the SEC: an .htm or .txt file.' })
  }
  const page = answer.warnings.find(({ code }) => code === 'archive-page')
  if (page) {
    return fail('not-a-filing', page.message, { file,
      remedy:
        'Save the \u201cComplete submission text file\u201d that the page lists (its name ends in .txt), or one of the documents, and import that.' })
  }
  return ok(null)
}

/** Takes a filing out of the trash where the same bytes come again; what it is called in the list. */
const welcomeBack = (library: LibraryContext, filingId: FilingId, trashedAt: string | null, act: ImportAct | null): void => {
  if (trashedAt === null && act === null) return
  commitChange(library, act?.label ?? 'Restore from trash', (record) => {
    if (trashedAt !== null) {
      setTrashed(library.db, filingId, null)
      record.steps.push({ entity: 'filing', entityId: filingId, filingId, before: { trashedAt }, after: { trashedAt: null } })
    }
    act?.alongside(record, filingId)
  }, act?.groupId)
  library.emit('library.changed', { filingId })
}

interface Job {
  readonly id: string
  readonly path: string
  readonly act: () => ImportAct | null
  stopped: boolean
}

/** What the imports of one library share. */
interface Underway {
  readonly library: LibraryContext
  readonly jobs: Map<string, Job>
  /** The bytes that are imported just now, by their hash: the same bytes wait for each other. */
  readonly sources: Map<string, Promise<unknown>>
  readonly copying: Turns
  readonly storing: Turns
  /** Resolves when what an earlier run left behind is gone. */
  readonly swept: Promise<unknown>
  closing: boolean
}

const storeAll = async (under: Underway, job: Job, filingId: FilingId, source: PendingSource, answer: AnalysisAnswer): Promise<void> => {
  const { library } = under
  const importedAt = library.clock()
  const file = { id: filingId, fileName: job.act()?.fileName ?? basename(job.path), bytes: source.bytes, sha256: source.sha256, importedAt }
  await storeFiling(library.db, file, answer, () => {
    if (job.stopped) throw new Cancelled()
  })
  await source.keep()
  const act = job.act()
  commitChange(library, act?.label ?? `Import ${file.fileName}`, (record) => {
    markFilingReady(library.db, filingId)
    record.kind = 'import'
    record.steps.push({ entity: 'filing', entityId: filingId, filingId, before: { trashedAt: importedAt },
      after: { trashedAt: null, ...file } })
    act?.alongside(record, filingId)
  }, act?.groupId)
}

/**
 * Stores the rows, which no list shows yet, then keeps the bytes, then makes the filing one of the library: no filing ever points at bytes
 * that are not there, and bytes that were kept are told of by rows at least. Takes everything back on failure.
 */
const keep = async (under: Underway, job: Job, source: PendingSource, answer: AnalysisAnswer): Promise<FilingId> => {
  const { library } = under
  const filingId = library.newId()
  const hadBytes = existsSync(library.sources.pathOf(source.sha256))
  try {
    await storeAll(under, job, filingId, source, answer)
  } catch (error) {
    if (!hadBytes) await library.sources.forget(source.sha256)
    // A program that ends does not wait for rows that no list shows: the next start removes them.
    await removeCutOff(library.db, () => under.closing, filingId)
    throw error
  }
  library.emit('library.changed', { filingId })
  return filingId
}

type Report = (stage: WorkProgress['stage'], done: number, total: number) => void

const importNew = async (under: Underway, job: Job, source: PendingSource, report: Report): Promise<Result<ImportOutcome>> => {
  const { path } = job
  const answered = await under.library.analysis.run({ job: job.id, path: source.path, encoding: null, sequence: 'first',
    bytes: source.bytes }, report)
  if (!answered.ok) return { ok: false, failure: { ...answered.failure, file: path } }
  const checked = checkFormat(path, answered.value)
  if (!checked.ok) return checked
  await under.swept
  return under.storing(async () => {
    if (job.stopped) return cancelled(path)
    report('storing', source.bytes, source.bytes)
    return ok({ path, filingId: await keep(under, job, source, answered.value), already: false })
  })
}

const importCopy = async (under: Underway, job: Job, source: PendingSource, report: Report): Promise<Result<ImportOutcome>> => {
  const { library, sources } = under
  const { path } = job
  for (let same = sources.get(source.sha256); same; same = sources.get(source.sha256)) await same.catch(() => undefined)
  // A stop while the copy was synced, or while the same bytes were imported, found no analysis to stop.
  if (job.stopped) return cancelled(path)
  const known = findBySha256(library.db, source.sha256)
  if (known) {
    // The same bytes come again: they take the place of kept ones that a bad disk has spoilt.
    if (!await isSourceSound(library, source.sha256)) await source.keep()
    welcomeBack(library, known.id, known.trashedAt, job.act())
    return ok({ path, filingId: known.id, already: true })
  }
  const work = importNew(under, job, source, report)
  sources.set(source.sha256, work)
  try {
    return await work
  } finally {
    sources.delete(source.sha256)
  }
}

const importJob = async (under: Underway, job: Job): Promise<Result<ImportOutcome>> => {
  const { library } = under
  const { path } = job
  const checked = await checkPath(path)
  if (!checked.ok) return checked
  const report: Report = (stage, done, total) => {
    library.emit('work.progress', { job: job.id, file: basename(path), stage, done, total })
  }
  const { size } = await stat(path)
  let source: PendingSource | null = null
  try {
    source = await under.copying(() =>
      library.sources.copy(path, LARGEST_FILE, (bytes) => {
        if (job.stopped) throw new Cancelled()
        report('reading', bytes, size)
      })
    )
    return await importCopy(under, job, source, report)
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

/** The importer of a library. Files are read side by side and stored one after the other, once `ready` has settled: what earlier imports left is gone. */
export const createImporter = (library: LibraryContext, ready: Promise<unknown> = Promise.resolve()): Importer => {
  const turns = takeTurns(IMPORTS_AT_ONCE)
  const under: Underway = {
    library,
    jobs: new Map(),
    sources: new Map(),
    copying: takeTurns(1),
    storing: takeTurns(1),
    closing: false,
    swept: ready
  }
  const running = new Set<Promise<unknown>>()
  const stop = (job: Job | undefined): void => {
    if (!job) return
    job.stopped = true
    library.analysis.cancel(job.id)
  }
  const run = async (job: Job): Promise<Result<ImportOutcome>> => {
    try {
      return job.stopped ? cancelled(job.path) : await importJob(under, job)
    } finally {
      under.jobs.delete(job.id)
    }
  }
  return {
    importFile: (path, id = library.newId(), act) => {
      const job: Job = { id, path, act: act ?? (() => null), stopped: false }
      under.jobs.set(id, job)
      const result = turns(() => run(job))
      running.add(result)
      const done = (): void => {
        running.delete(result)
      }
      result.then(done, done)
      return result
    },
    cancel: (id) => stop(under.jobs.get(id)),
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running)
    },
    close: async () => {
      under.closing = true
      for (const job of under.jobs.values()) stop(job)
      await Promise.allSettled([...running, under.swept])
    }
  }
}
