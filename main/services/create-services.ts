import { randomUUID } from 'node:crypto'
import type { EventName, Events } from '#contract/events'
import type { Recovery } from '#contract/shell'
import type { Failure, Result } from '#contract/result'
import { fail, ok } from '#contract/result'
import { failureOf } from '../store/failure-of'
import type { Analysis } from './analysis-thread'
import { createComparer } from './compare/compare-filings'
import type { Comparer } from './compare/compare-filings'
import { createBackgroundReading } from './reading/background-reading'
import type { BackgroundReading } from './reading/background-reading'
import { createImporter } from './import/import-filing'
import type { Importer } from './import/import-filing'
import { createImportQueue } from './import/import-queue'
import type { ImportQueue } from './import/import-queue'
import { createIdleCheck } from './integrity/idle-check'
import type { IdleCheck } from './integrity/idle-check'
import type { LibraryContext } from './library-context'
import { closeLibrary, openLibrary } from './keeping/open-library'
import type { Surroundings } from './keeping/open-library'
import { rebuildLibrary } from './keeping/rebuild-library'
import type { Rebuilt } from './keeping/rebuild-library'
import { completeJournal } from './keeping/complete-journal'
import { createCopyInPlace } from './keeping/copy-library'
import type { LibraryCopier } from './keeping/copy-library'
import { mendFiling } from './keeping/mend-filing'
import { recoverLibrary } from './keeping/recover-library'
import type { Opening } from './keeping/recover-library'
import { createExchanger, createTasksInPlace, tellingRunner } from './exchange/exchanger'
import { createPacker } from './exchange/pack/packer'
import type { Packer } from './exchange/pack/packer'
import { createPackTaker } from './exchange/pack/pack-taker'
import type { PackTaker } from './exchange/pack/pack-taker'
import { NO_VAULT } from './exchange/pack/signing-key'
import type { Vault } from './exchange/pack/signing-key'
import type { Exchanger, TaskRunner } from './exchange/exchanger'
import { createRegularBackup } from './keeping/regular-backup'
import type { RegularBackup } from './keeping/regular-backup'
import { createVersions } from './versions/link-versions'
import type { Versions } from './versions/link-versions'
import { createEmbeddedFiles } from './reading/embedded-files'
import type { EmbeddedFiles } from './reading/embedded-files'
import { createFilingReader } from './reading/read-filing'
import { sweepCutOff } from './import/remove-cut-off'
import { renewSearchIndex } from './search/renew-search-index'
import { createSearchInPlace } from './search/search-thread'
import type { Searcher } from './search/search-thread'
import { createSentenceFinder } from './compare/seen-sentences'
import type { SentenceFinder } from './compare/seen-sentences'
import type { FilingReader } from './filing-reader'
import { createFolderWatcher } from './import/watch-folders'
import type { FolderWatcher } from './import/watch-folders'

/** What the composition root hands to the services. */
export interface ServiceOptions {
  readonly dataFolder: string
  readonly analysis: Analysis
  /** Makes what searches the library of a data folder; the search runs in the calling thread where it is left out. */
  readonly searcherOf?: (folder: string) => Searcher
  /** Makes what reads and writes work of the library in a data folder; that is done where it is asked for without it. */
  readonly exchangeOf?: (folder: string) => TaskRunner
  /** Makes what copies the library in a data folder for its backups; without it that is done where it is asked for. */
  readonly copierOf?: (folder: string) => LibraryCopier
  /** What the system keeps secrets with; nothing where it is left out. */
  readonly vault?: Vault
  /** The bundled sample release. */
  readonly samplePath: string
  readonly appVersion: string
  readonly runtimeVersion: string
  /** The time as ISO 8601 in UTC; the machine's where it is left out. */
  readonly clock?: () => string
  /** New identifiers; random UUIDs where it is left out. */
  readonly newId?: () => string
  /** Tells every window; nobody where it is left out. */
  readonly emit?: <E extends EventName>(name: E, payload: Events[E]) => void
  /** Writes one line to the log; nowhere where it is left out. */
  readonly log?: (line: string) => void
}

/** Every use case over one open library. */
export interface Services {
  readonly library: LibraryContext
  readonly importer: Importer
  readonly queue: ImportQueue
  readonly watcher: FolderWatcher
  readonly reader: FilingReader
  /** The reading of documents that nobody opened yet; it waits for its `start`. */
  readonly reading: BackgroundReading
  /** The pictures and PDFs that stand encoded in filings. */
  readonly embedded: EmbeddedFiles
  readonly comparer: Comparer
  readonly versions: Versions
  readonly sentences: SentenceFinder
  readonly searcher: Searcher
  readonly exchanger: Exchanger
  readonly packer: Packer
  readonly packTaker: PackTaker
  readonly backup: RegularBackup
  readonly integrity: IdleCheck
  /** Settles once all that the library lacks of the journal and the kept files is back in it; what the reader is to be told, or null. */
  readonly recovered: Promise<Recovery | null>
  readonly samplePath: string
  readonly appVersion: string
  readonly runtimeVersion: string
  /** Stops what runs and closes the library; every change that was answered is on the disk. Call it once. */
  readonly close: () => Promise<void>
}

const surroundingsOf = (options: ServiceOptions): Surroundings => ({
  folder: options.dataFolder,
  analysis: options.analysis,
  clock: options.clock ?? (() => new Date().toISOString()),
  newId: options.newId ?? randomUUID,
  emit: options.emit ?? (() => undefined),
  log: options.log ?? (() => undefined)
})

/** The same library, that also tells the reading in the background of what changes. */
const heardBy = (library: LibraryContext, wake: () => void): LibraryContext => ({
  ...library,
  emit: (name, payload) => {
    library.emit(name, payload)
    if (name === 'library.changed') wake()
  }
})

/** Nothing found amiss: a library that was just made anew is whole. */
const SOUND: Opening = { replay: { restored: [], waiting: [], log: [] }, rebuilt: null }

const servicesOver = (opened: LibraryContext, options: ServiceOptions, opening: Opening): Services => {
  const library = heardBy(opened, () => reading.wake())
  const { samplePath, appVersion, runtimeVersion } = options
  let closing = false
  const recovered = sweepCutOff(library, () => closing).then(() => recoverLibrary(library, opening, () => closing))
  const importer = createImporter(library, recovered)
  const queue = createImportQueue(library, importer)
  const watcher = createFolderWatcher(library, queue)
  const reader = createFilingReader(library)
  const reading = createBackgroundReading(library, reader, async () => {
    await queue.idle()
    await importer.idle()
  })
  const embedded = createEmbeddedFiles(library)
  const comparer = createComparer(library, reader)
  const versions = createVersions(library, reader)
  const sentences = createSentenceFinder(library, reader)
  const searcher = options.searcherOf?.(library.folder) ?? createSearchInPlace(library.db)
  const renewal = renewSearchIndex(library)
  const copier = options.copierOf?.(library.folder) ?? createCopyInPlace(library.db)
  const backup = createRegularBackup(library, copier)
  const runner = options.exchangeOf?.(library.folder) ?? createTasksInPlace(library)
  const exchanger = createExchanger(library, appVersion, runner)
  const packer = createPacker(library, appVersion, options.vault ?? NO_VAULT, tellingRunner(library, runner))
  const packTaker = createPackTaker({ library, importer, reader, run: tellingRunner(library, runner) })
  const integrity = createIdleCheck(library, { reader, indexes: copier.indexes, isGood: copier.isGood,
    mendFiling: (id) => mendFiling(library, id), completeJournal: () => completeJournal(library) })
  const close = async (): Promise<void> => {
    closing = true
    await integrity.close()
    watcher.close()
    queue.close()
    await importer.close()
    await searcher.close()
    await exchanger.cancel()
    const read = reading.close()
    await renewal.stop()
    await backup.close()
    await library.analysis.close()
    await read
    await reader.close()
    await versions.close()
    closeLibrary(library)
  }
  return { library, importer, queue, watcher, reader, reading, embedded, comparer, versions, sentences, searcher, exchanger, packer,
    packTaker, backup, integrity, recovered, samplePath, appVersion, runtimeVersion, close }
}

/** Opens the library of a data folder and makes every service over it; a library that cannot be opened is the failure to show. */
export const createServices = (options: ServiceOptions): Result<Services> => {
  const opened = openLibrary(surroundingsOf(options))
  return opened.ok ? ok(servicesOver(opened.value.library, options, opened.value)) : opened
}

/** Services over a library made anew, and what became of the old one. */
export interface RebuiltServices {
  readonly services: Services
  readonly report: Omit<Rebuilt, 'library'>
}

/**
 * As `createServices`, after it failed with `database-damaged` and the reader chose to have the library made anew from what is kept,
 * or after the reader asked to begin from a `backup`.
 */
export const rebuildServices = async (options: ServiceOptions, backup: string | null = null): Promise<Result<RebuiltServices>> => {
  const rebuilt = await rebuildLibrary(surroundingsOf(options), backup)
  if (!rebuilt.ok) return rebuilt
  const { library, ...report } = rebuilt.value
  return ok({ services: servicesOver(library, options, SOUND), report })
}

/** The failure behind an error of the disk or the database, for the door that catches it; null where it is a bug. */
export const failureBehind = (error: unknown): Failure | null => {
  const known = failureOf(error)
  return known && !known.ok ? known.failure : null
}

/** What is answered where a bug stopped a change: nothing of it was kept, for changes are whole or not at all. */
export const bugFailure = (): Result<never> =>
  fail('write-failed', 'Something went wrong inside Redwell, and this was not done.', {
    remedy: 'Nothing was lost. Try again; if it stays, please send the log file.'
  })
