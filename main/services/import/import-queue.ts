import { realpathSync } from 'node:fs'
import { basename } from 'node:path'
import type { FilingId, FolderId } from '#contract/ids'
import type { QueueCounts, QueuedFile, QueueProgress } from '#contract/import-queue'
import { ok } from '#contract/result'
import type { Failure, Result } from '#contract/result'
import { groupIsUndone } from '../../store/changes'
import { findSameText } from '../../store/filings'
import { getFolder } from '../../store/folders'
import { addPendingImports, listPendingImports, removePendingImports } from '../../store/pending-imports'
import { findFolder, makeFolder, putFiling } from '../work/folders'
import { IMPORTS_AT_ONCE } from './import-filing'
import type { ImportAct, Importer } from './import-filing'
import type { LibraryContext } from '../library-context'
import type { ChangeRecord } from '../journal/record-changes'
import { refuseByName } from './refuse-by-name'
import { walkFiles } from './walk-files'

/** A file from this size on, in bytes, is imported alone: two of them at once would need the memory of both. */
const LARGE = 32 * 1024 * 1024

/** Progress is told at most this often, in ms: soon enough for counts, and seldom enough not to draw the window anew all the time. */
const TELL_MS = 250

/** How many files are kept as waiting at a time: a few ms of writing. */
const CHUNK = 500

/** A file for the queue that was found already; `settled` is told once, when it is done, refused, failed or cancelled. */
export interface FileToImport {
  readonly path: string
  readonly bytes: number
  readonly folderId: FolderId | null
  readonly settled: (file: QueuedFile) => void
}

/** The queue of imports of whole folders and of many files: a few at a time, big ones alone, the analyst's window free to go on. */
export interface ImportQueue {
  /** Queues files and all files in folders; one that is no filing by its name is listed as skipped. How many were queued. */
  readonly add: (paths: readonly string[], folderId: FolderId | null, mirror: boolean) => Promise<Result<number>>
  /** Queues files that were found already, as one act. */
  readonly enqueue: (files: readonly FileToImport[]) => void
  readonly list: () => { readonly progress: QueueProgress; readonly files: readonly QueuedFile[] }
  /** Tries failed and cancelled files again, all where `jobs` is null. */
  readonly retry: (jobs: readonly string[] | null) => void
  /** Stops files that wait or run, all where `jobs` is null. */
  readonly cancel: (jobs: readonly string[] | null) => void
  readonly clear: (failed: boolean) => void
  /** Resolves when nothing waits or runs any more. */
  readonly idle: () => Promise<void>
  /** Begins no further file; those that were not imported are offered again at the next start. */
  readonly close: () => void
}

/** What was queued at once, and is undone at once. */
interface Act {
  groupId: string
  files: number
  /** The deal folders made for folders of the disk, by their names joined. */
  readonly folders: Map<string, FolderId>
}

interface Entry {
  readonly job: string
  readonly path: string
  readonly bytes: number
  readonly folderId: FolderId | null
  readonly folderNames: readonly string[]
  readonly settled: ((file: QueuedFile) => void) | null
  act: Act
  state: QueuedFile['state']
  filingId: FilingId | null
  sameTextAs: FilingId | null
  failure: Failure | null
  /** Where it is kept for the next start, or null. */
  pending: number | null
  /** The import it belongs to: what was queued while something was still to do. */
  batch: number
}

const CUT_OFF: Failure = { code: 'analysis-cancelled', message: 'Redwell was closed before this file was imported.',
  remedy: 'Try it again to go on.' }

const UNDONE: Failure = { code: 'analysis-cancelled', message: 'The import was undone before this file was read.',
  remedy: 'Try it again to import it after all.' }

const STOPPED: Failure = { code: 'analysis-cancelled', message: 'The import was cancelled.' }

/** Why a file or folder that was to be walked could not be looked at. */
const failureOfLook = (path: string, error: unknown): Failure => {
  const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  return missing
    ? { code: 'file-missing', message: 'There is no such file or folder.', file: path,
      remedy: 'It may have been moved or renamed. Choose it again.' }
    : { code: 'file-unreadable', message: 'This file or folder could not be read.', file: path, place: String(error),
      remedy: 'Check that you may read it and that its disk is there, then try again.' }
}

const toQueued = ({ job, path, bytes, state, filingId, sameTextAs, failure }: Entry): QueuedFile => ({ job, path, bytes, state, filingId,
  sameTextAs, failure })

const isOpen = ({ state }: Entry): boolean => state === 'waiting' || state === 'running'

const countsOf = (entries: readonly Entry[]): QueueCounts => {
  const counts = { waiting: 0, running: 0, done: 0, already: 0, skipped: 0, failed: 0, cancelled: 0 }
  let doneBytes = 0
  let totalBytes = 0
  for (const entry of entries) {
    counts[entry.state] += 1
    if (entry.state === 'skipped' || entry.state === 'cancelled') continue
    totalBytes += entry.bytes
    if (!isOpen(entry)) doneBytes += entry.bytes
  }
  return { ...counts, doneBytes, totalBytes }
}

const progressOf = (entries: readonly Entry[], batch: number): QueueProgress => ({
  ...countsOf(entries),
  now: entries.filter(({ state }) => state === 'running').map(({ path }) => basename(path)),
  latest: countsOf(entries.filter((entry) => entry.batch === batch))
})

/** The deal folder for a file of a folder of the disk; those that are not there yet are made in the same change. Null where the analyst removed it meanwhile. */
const mirroredFolder = (library: LibraryContext, record: ChangeRecord, { act, folderId, folderNames }: Entry): FolderId | null => {
  let parent = folderId
  let path = folderId ?? ''
  for (const name of folderNames) {
    path = `${path}/${name}`
    const made = act.folders.get(path)
    if ((made ?? parent) !== null && !getFolder(library.db, made ?? parent ?? '')) return null
    parent = made ?? (findFolder(library, name, parent) ?? makeFolder(library, record, name, parent)).id
    act.folders.set(path, parent)
  }
  return parent
}

class Queue implements ImportQueue {
  readonly #entries = new Map<string, Entry>()
  readonly #waiting = new Set<Entry>()
  readonly #running = new Set<Entry>()
  readonly #library: LibraryContext
  readonly #importer: Importer
  /** Counts imports: one begins with what is queued while nothing waits or runs, and has totals of its own. */
  #batch = 0
  #closed = false
  #telling: ReturnType<typeof setTimeout> | null = null
  #idle: (() => void)[] = []

  constructor(library: LibraryContext, importer: Importer) {
    this.#library = library
    this.#importer = importer
    const act = this.#newAct()
    for (const { key, path, bytes, folderId, folderNames } of listPendingImports(library.db)) {
      this.#keep({ path, bytes, folderId, folderNames, act, state: 'cancelled', failure: CUT_OFF, pending: key })
    }
  }

  readonly add: ImportQueue['add'] = async (paths, folderId, mirror) => {
    this.#newBatch()
    const act = this.#newAct()
    const found: Entry[] = []
    const open = new Set([...this.#entries.values()].filter(isOpen).map(({ path }) => path))
    for await (const one of walkFiles(paths, realpathSync(this.#library.folder))) {
      if (one.kind === 'folder' || open.has(one.path)) continue
      if (one.kind === 'unreadable') {
        this.#keep({ path: one.path, bytes: 0, folderId, folderNames: [], act, state: 'failed',
          failure: failureOfLook(one.path, one.error) })
        continue
      }
      const refused = refuseByName(one.path)
      const folderNames = mirror ? one.folders : []
      const entry = this.#keep({ path: one.path, bytes: one.bytes, folderId, folderNames, act, state: refused ? 'skipped' : 'waiting',
        failure: refused })
      if (!refused) found.push(entry)
    }
    await this.#keepPending(found)
    this.#go(found)
    return ok(found.length)
  }

  readonly enqueue: ImportQueue['enqueue'] = (files) => {
    this.#newBatch()
    const act = this.#newAct()
    this.#go(
      files.map(({ path, bytes, folderId, settled }) =>
        this.#keep({ path, bytes, folderId, folderNames: [], act, state: 'waiting', failure: null, settled })
      )
    )
  }

  readonly list: ImportQueue['list'] = () => ({ progress: progressOf([...this.#entries.values()], this.#batch),
    files: [...this.#entries.values()].map(toQueued) })

  readonly retry: ImportQueue['retry'] = (jobs) => {
    const again = this.#chosen(jobs).filter(({ state }) => state === 'failed' || state === 'cancelled')
    // What is tried again goes on with the import it belongs to.
    this.#batch = again[0]?.batch ?? this.#batch
    const act = this.#newAct()
    for (const entry of again) Object.assign(entry, { act, state: 'waiting', failure: null } satisfies Partial<Entry>)
    this.#go(again)
  }

  readonly cancel: ImportQueue['cancel'] = (jobs) => {
    for (const entry of this.#chosen(jobs)) {
      if (entry.state === 'running') this.#importer.cancel(entry.job)
      else if (entry.state === 'waiting') this.#settle(entry, { state: 'cancelled', failure: STOPPED })
    }
    this.#pump()
  }

  readonly clear: ImportQueue['clear'] = (failed) => {
    const left = [...this.#entries.values()].filter((entry) =>
      !isOpen(entry) && (failed || (entry.state !== 'failed' && entry.state !== 'cancelled'))
    )
    for (const entry of left) this.#entries.delete(entry.job)
    this.#forgetPending(left)
    this.#tell()
  }

  readonly idle: ImportQueue['idle'] = () =>
    new Promise((resolve) => {
      if (this.#waiting.size + this.#running.size === 0) resolve()
      else this.#idle.push(resolve)
    })

  readonly close: ImportQueue['close'] = () => {
    this.#closed = true
    if (this.#telling) clearTimeout(this.#telling)
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  #newBatch(): void {
    if (this.#waiting.size + this.#running.size === 0) this.#batch += 1
  }

  #newAct(): Act {
    return { groupId: this.#library.newId(), files: 0, folders: new Map() }
  }

  #keep(given: Pick<Entry, 'path' | 'bytes' | 'folderId' | 'folderNames' | 'act' | 'state' | 'failure'> & Partial<Entry>): Entry {
    const entry: Entry = { job: this.#library.newId(), settled: null, filingId: null, sameTextAs: null, pending: null, batch: this.#batch,
      ...given }
    this.#entries.set(entry.job, entry)
    return entry
  }

  #chosen(jobs: readonly string[] | null): Entry[] {
    return jobs === null ? [...this.#entries.values()] : jobs.flatMap((job) => this.#entries.get(job) ?? [])
  }

  async #keepPending(entries: readonly Entry[]): Promise<void> {
    for (let at = 0; at < entries.length; at += CHUNK) {
      const some = entries.slice(at, at + CHUNK)
      addPendingImports(this.#library.db, some).forEach((key, index) => {
        const entry = some[index]
        if (entry) entry.pending = key
      })
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #forgetPending(entries: readonly Entry[]): void {
    const keys = entries.flatMap(({ pending }) => pending ?? [])
    for (const entry of entries) entry.pending = null
    if (keys.length > 0) removePendingImports(this.#library.db, keys)
  }

  #go(entries: readonly Entry[]): void {
    for (const entry of entries) {
      entry.act.files += 1
      this.#waiting.add(entry)
    }
    this.#pump()
  }

  #pump(): void {
    while (!this.#closed && this.#running.size < IMPORTS_AT_ONCE) {
      const [next] = this.#waiting
      if (!next || (this.#running.size > 0 && [next, ...this.#running].some(({ bytes }) => bytes >= LARGE))) break
      if (this.#wasUndone(next.act)) this.#settle(next, { state: 'cancelled', failure: UNDONE })
      else void this.#run(next)
    }
    this.#tell()
    if (this.#waiting.size + this.#running.size === 0) { for (const resolve of this.#idle.splice(0)) resolve() }
  }

  #wasUndone({ groupId }: Act): boolean {
    return groupIsUndone(this.#library.db, groupId)
  }

  /** What an import is a part of. One that was running while its act was undone becomes an act of its own. */
  #partOf(entry: Entry): ImportAct {
    const undone = this.#wasUndone(entry.act)
    return {
      groupId: undone ? this.#library.newId() : entry.act.groupId,
      label: undone || entry.act.files === 1 ? `Import ${basename(entry.path)}` : `Import ${String(entry.act.files)} files`,
      alongside: (record, filingId) => {
        const folderId = mirroredFolder(this.#library, record, entry)
        if (folderId !== null) putFiling(this.#library, record, folderId, filingId)
      }
    }
  }

  async #run(entry: Entry): Promise<void> {
    this.#waiting.delete(entry)
    this.#running.add(entry)
    entry.state = 'running'
    try {
      const result = await this.#importer.importFile(entry.path, entry.job, () => this.#partOf(entry))
      this.#running.delete(entry)
      if (result.ok)
        this.#settle(entry, { state: result.value.already ? 'already' : 'done', filingId: result.value.filingId,
          sameTextAs: this.#sameText(result.value.filingId) })
      else if (this.#closed) return
      else this.#settle(entry, { state: result.failure.code === 'analysis-cancelled' ? 'cancelled' : 'failed', failure: result.failure })
    } catch (error) {
      this.#running.delete(entry)
      this.#library.log(`import of ${basename(entry.path)}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
      this.#settle(entry, { state: 'failed',
        failure: { code: 'analysis-failed', message: 'Something went wrong inside Redwell, and this file was not imported.',
          file: entry.path } })
    }
    this.#pump()
  }

  #sameText(filingId: FilingId): FilingId | null {
    return findSameText(this.#library.db, filingId) ?? null
  }

  #settle(entry: Entry, end: Pick<Entry, 'state'> & Partial<Entry>): void {
    this.#waiting.delete(entry)
    Object.assign(entry, end)
    this.#forgetPending([entry])
    if (entry.filingId !== null && (entry.folderId !== null || entry.folderNames.length > 0))
      this.#library.emit('folders.changed', { id: null, filingId: entry.filingId })
    entry.settled?.(toQueued(entry))
  }

  #tell(): void {
    if (this.#telling || this.#closed) return
    this.#telling = setTimeout(() => {
      this.#telling = null
      this.#library.emit('queue.progress', progressOf([...this.#entries.values()], this.#batch))
    }, TELL_MS)
  }
}

/** The queue of a library. Files that an earlier run did not come to are listed as cancelled. */
export const createImportQueue = (library: LibraryContext, importer: Importer): ImportQueue => new Queue(library, importer)
