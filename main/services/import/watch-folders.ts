import { realpathSync, statSync, watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { basename, resolve, sep } from 'node:path'
import type { WatchedFile, WatchedFolder } from '#contract/folder'
import type { FolderId } from '#contract/ids'
import type { QueuedFile } from '#contract/import-queue'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { getFolder } from '../../store/folders'
import { listWatched, listWatchedFiles, putWatchedFile } from '../../store/watched'
import type { WatchedFileRecord, WatchedRecord } from '../../store/watched'
import type { FileToImport, ImportQueue } from './import-queue'
import type { LibraryContext } from '../library-context'
import { refuseByName } from './refuse-by-name'
import { walkFiles } from './walk-files'
import type { FoundFile } from './walk-files'
import { forgetFolder, journalWatched, watchFolder } from '../work/watched-record'

/** A file that did not change for this long, in ms, is taken for whole: a copy or a download writes more often. */
const SETTLE_MS = 1000
/** How long after the system told of a change the folder is looked through, in ms. */
const DEBOUNCE_MS = 250
/** How often a folder that is missing is looked for, in ms. */
const MISSING_MS = 3000
/** How often a folder is looked through although nothing was told, in ms: network disks do not tell. */
const REGULAR_MS = 300_000
/** The most folders that the system is asked to tell of, per watched folder; it has few such places to give. */
const MOST_WATCHES = 2000

/** Folders of the disk whose files come into the library by themselves. Nothing on the disk and no filing is ever removed. */
export interface FolderWatcher {
  readonly list: () => readonly WatchedFolder[]
  /** Watches a folder; says where its files come to where it is watched already. */
  readonly add: (path: string, folderId: FolderId | null) => Result<readonly WatchedFolder[]>
  readonly remove: (id: string) => Result<readonly WatchedFolder[]>
  /** Begins to watch, with a look at what changed since the last run. */
  readonly start: () => void
  readonly close: () => void
}

/** What the scan of one folder goes by. */
interface Watched {
  readonly record: WatchedRecord
  readonly watches: Map<string, FSWatcher>
  /** Files that were seen to change, as they were at the last look. */
  readonly unsettled: Map<string, { readonly bytes: number; readonly modifiedMs: number; readonly at: number }>
  readonly importing: Set<string>
  timer: ReturnType<typeof setTimeout> | null
  scanning: boolean
  again: boolean
  missing: boolean
}

const isSame = (a: { readonly bytes: number; readonly modifiedMs: number },
  b: { readonly bytes: number; readonly modifiedMs: number }): boolean => a.bytes === b.bytes && a.modifiedMs === b.modifiedMs

/** What a look found: every file that may be a filing, every folder, and the places that could not be looked into. */
interface Look {
  readonly files: ReadonlyMap<string, FoundFile>
  readonly folders: readonly string[]
  readonly closed: readonly string[]
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

class Watcher implements FolderWatcher {
  readonly #library: LibraryContext
  readonly #queue: ImportQueue
  readonly #watched = new Map<string, Watched>()
  #started = false
  #closed = false

  constructor(library: LibraryContext, queue: ImportQueue) {
    this.#library = library
    this.#queue = queue
  }

  readonly list = (): readonly WatchedFolder[] =>
    listWatched(this.#library.db).map((record) => ({
      ...record,
      state: this.#watched.get(record.id)?.missing ?? !isFolder(record.path) ? 'missing' : 'watching',
      files: listWatchedFiles(this.#library.db, record.id).map(({ path, filingId, earlierId, state, failure }) => ({ path, filingId,
        earlierId, state, failure })
      )
    }))

  readonly add = (given: string, folderId: FolderId | null): Result<readonly WatchedFolder[]> => {
    const path = resolve(given)
    if (!isFolder(path))
      return fail('file-missing', 'There is no such folder.', { file: path, remedy: 'It may have been moved or renamed. Choose it again.' })
    if (folderId !== null && !getFolder(this.#library.db, folderId)) return fail('not-found', 'This folder no longer exists.')
    if (isWithin(realpathSync(path), realpathSync(this.#library.folder))) {
      return fail('invalid-request', 'This folder belongs to the library itself.', { file: path,
        remedy: 'Choose the folder where your filings are saved.' })
    }
    const record = watchFolder(this.#library, path, folderId)
    if (this.#started) this.#begin(record)
    this.#tell(record.id)
    return ok(this.list())
  }

  readonly remove = (id: string): Result<readonly WatchedFolder[]> => {
    const watched = this.#watched.get(id)
    if (watched) this.#end(watched)
    this.#watched.delete(id)
    forgetFolder(this.#library, id)
    this.#tell(id)
    return ok(this.list())
  }

  readonly start = (): void => {
    this.#started = true
    journalWatched(this.#library)
    for (const record of listWatched(this.#library.db)) this.#begin(record)
  }

  readonly close = (): void => {
    this.#closed = true
    for (const watched of this.#watched.values()) this.#end(watched)
  }

  #tell(id: string | null): void {
    this.#library.emit('watch.changed', { id })
  }

  #begin(record: WatchedRecord): void {
    const known = this.#watched.get(record.id)
    if (known) this.#end(known)
    const watched: Watched = {
      record,
      watches: new Map(),
      unsettled: new Map(),
      importing: known?.importing ?? new Set(),
      timer: null,
      scanning: false,
      again: false,
      missing: false
    }
    this.#watched.set(record.id, watched)
    this.#lookIn(watched, 0)
  }

  #end(watched: Watched): void {
    if (watched.timer) clearTimeout(watched.timer)
    for (const one of watched.watches.values()) one.close()
    watched.watches.clear()
  }

  #isCurrent(watched: Watched): boolean {
    return !this.#closed && this.#watched.get(watched.record.id) === watched
  }

  #lookIn(watched: Watched, ms: number): void {
    if (!this.#isCurrent(watched)) return
    if (watched.timer) clearTimeout(watched.timer)
    watched.timer = setTimeout(() => {
      void this.#scan(watched)
    }, ms)
  }

  async #scan(watched: Watched): Promise<void> {
    if (watched.scanning) {
      watched.again = true
      return
    }
    watched.scanning = true
    watched.again = false
    try {
      const look = await this.#look(watched.record.path)
      if (this.#isCurrent(watched)) this.#take(watched, look)
    } catch (error) {
      this.#library.log(`watched folder ${watched.record.path}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
      this.#lookIn(watched, REGULAR_MS)
    } finally {
      watched.scanning = false
    }
    if (watched.again) this.#lookIn(watched, DEBOUNCE_MS)
  }

  async #look(path: string): Promise<Look | null> {
    const files = new Map<string, FoundFile>()
    const folders: string[] = []
    const closed: string[] = []
    if (!isFolder(path)) return null
    for await (const one of walkFiles([path], realpathSync(this.#library.folder))) {
      if (one.kind === 'folder') folders.push(one.path)
      else if (one.kind === 'unreadable') closed.push(one.path)
      else if (!refuseByName(one.path)) files.set(one.path, one)
    }
    // The folder may have gone while it was looked through; then nothing that was seen counts.
    return isFolder(path) && !closed.includes(path) ? { files, folders, closed } : null
  }

  #take(watched: Watched, look: Look | null): void {
    const was = watched.missing
    watched.missing = look === null
    if (was !== watched.missing) this.#tell(watched.record.id)
    if (!look) {
      this.#watchFolders(watched, [])
      this.#lookIn(watched, MISSING_MS)
      return
    }
    this.#watchFolders(watched, look.folders)
    const known = new Map(listWatchedFiles(this.#library.db, watched.record.id).map((file) => [file.path, file]))
    this.#noteGone(watched, look, known)
    const fresh = [...look.files.values()].filter((file) => this.#isFresh(watched, file, known.get(file.path)))
    const settled = fresh.filter((file) => this.#isSettled(watched, file))
    this.#import(watched, settled)
    this.#lookIn(watched, settled.length < fresh.length ? SETTLE_MS : REGULAR_MS)
  }

  /** Has the system tell of every folder, and of those no more that are gone. */
  #watchFolders(watched: Watched, folders: readonly string[]): void {
    const wanted = new Set(folders.slice(0, MOST_WATCHES))
    for (const [path, one] of watched.watches) {
      if (wanted.has(path)) continue
      one.close()
      watched.watches.delete(path)
    }
    for (const path of wanted) {
      if (watched.watches.has(path)) continue
      try {
        const one = watch(path, { persistent: false }, () => {
          this.#lookIn(watched, DEBOUNCE_MS)
        })
        one.on('error', () => {
          one.close()
          watched.watches.delete(path)
          this.#lookIn(watched, DEBOUNCE_MS)
        })
        watched.watches.set(path, one)
      } catch (error) {
        // Without a place in the system's list the folder is still looked through from time to time.
        this.#library.log(`the system does not tell of ${path}: ${error instanceof Error ? error.message : String(error)}`)
        return
      }
    }
  }

  #noteGone(watched: Watched, look: Look, known: ReadonlyMap<string, WatchedFileRecord>): void {
    let told = false
    for (const file of known.values()) {
      const found = look.files.get(file.path)
      const hidden = look.closed.some((path) => isWithin(file.path, path))
      const state: WatchedFile['state'] | null = !found && !hidden && file.state !== 'gone' ?
        'gone'
        : found && file.state === 'gone' && isSame(found, file) && file.filingId !== null
        ? (file.earlierId === null ? 'imported' : 'changed')
        : null
      if (state === null) continue
      putWatchedFile(this.#library.db, watched.record.id, { ...file, state })
      told = true
    }
    if (told) this.#tell(watched.record.id)
  }

  /** Whether a file is to be imported: it is new, or not as it was. */
  #isFresh(watched: Watched, file: FoundFile, known: WatchedFileRecord | undefined): boolean {
    return !watched.importing.has(file.path) && (!known || !isSame(file, known) || (known.state === 'gone' && known.filingId === null))
  }

  /** Whether a file is no longer being written: it did not change since an earlier look, or for some time. */
  #isSettled(watched: Watched, file: FoundFile): boolean {
    const now = performance.now()
    const before = watched.unsettled.get(file.path)
    const same = before !== undefined && isSame(before, file)
    if (Date.now() - file.modifiedMs > SETTLE_MS || (same && now - before.at >= SETTLE_MS)) {
      watched.unsettled.delete(file.path)
      return true
    }
    if (!same) watched.unsettled.set(file.path, { bytes: file.bytes, modifiedMs: file.modifiedMs, at: now })
    return false
  }

  #import(watched: Watched, files: readonly FoundFile[]): void {
    if (files.length === 0) return
    this.#queue.enqueue(files.map((file): FileToImport => {
      watched.importing.add(file.path)
      return { path: file.path, bytes: file.bytes, folderId: watched.record.folderId, settled: (done) => {
        this.#note(watched, file, done)
      } }
    }))
  }

  #note(watched: Watched, file: FoundFile, done: QueuedFile): void {
    watched.importing.delete(file.path)
    if (this.#closed || !listWatched(this.#library.db).some(({ id }) => id === watched.record.id)) return
    const known = listWatchedFiles(this.#library.db, watched.record.id).find(({ path }) => path === file.path)
    const before = known?.filingId ?? null
    const changed = before !== null && done.filingId !== null && before !== done.filingId
    const earlierId = changed ? before : known?.earlierId ?? null
    putWatchedFile(this.#library.db, watched.record.id, {
      path: file.path,
      bytes: file.bytes,
      modifiedMs: file.modifiedMs,
      filingId: done.filingId ?? before,
      earlierId,
      state: done.filingId === null ? 'failed' : earlierId === null ? 'imported' : 'changed',
      failure: done.filingId === null ? done.failure?.message ?? `${basename(file.path)} could not be imported.` : null
    })
    this.#tell(watched.record.id)
    this.#lookIn(watched, DEBOUNCE_MS)
  }
}

/** The watcher of a library's folders; nothing is looked at before `start`. */
export const createFolderWatcher = (library: LibraryContext, queue: ImportQueue): FolderWatcher => new Watcher(library, queue)
