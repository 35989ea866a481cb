import type { FilingId, FolderId } from './ids'
import type { Failure } from './result'

/** One file of the import queue. */
export interface QueuedFile {
  readonly job: string
  readonly path: string
  readonly bytes: number
  readonly state: 'waiting' | 'running' | 'done' | 'already' | 'skipped' | 'failed' | 'cancelled'
  readonly filingId: FilingId | null
  /** Another filing of the library with the same text in other bytes, or null. */
  readonly sameTextAs: FilingId | null
  readonly failure: Failure | null
}

/** Files by what became of them, and how many bytes of them were and are to be read. */
export interface QueueCounts {
  readonly waiting: number
  readonly running: number
  readonly done: number
  readonly already: number
  readonly skipped: number
  readonly failed: number
  readonly cancelled: number
  readonly doneBytes: number
  readonly totalBytes: number
}

/**
 * How far the queue is. Counts are files, and the seven of them add up to all that are listed; `doneBytes` and `totalBytes` are bytes of
 * the files that were or are to be read. Files that are done stay listed until `queue.clear`. A file that an earlier run of the program did
 * not come to is listed as cancelled, so that `queue.retry` goes on with it.
 */
export interface QueueProgress extends QueueCounts {
  /** Names of the files that are read just now. */
  readonly now: readonly string[]
  /** The counts of the last import alone: what was queued since nothing waited or ran any more; what is tried again goes on with its own import. */
  readonly latest?: QueueCounts
}

/** Calls on the queue of imports of folders and of many files. */
export interface QueueCalls {
  /** Shows the system's folder dialog and queues what is chosen; 0 where it was cancelled. `mirror` makes deal folders like the folders of the disk. Answers how many files were queued. */
  'queue.chooseFolder': { args: { readonly folderId: FolderId | null; readonly mirror: boolean }; value: number }
  /** Queues files and whole folders; files that are no filings by their name are skipped and listed so. */
  'queue.add': { args: { readonly paths: readonly string[]; readonly folderId: FolderId | null; readonly mirror: boolean }; value: number }
  'queue.list': { args: null; value: { readonly progress: QueueProgress; readonly files: readonly QueuedFile[] } }
  /** Tries failed and cancelled files again; all of them where `jobs` is null. */
  'queue.retry': { args: { readonly jobs: readonly string[] | null }; value: null }
  'queue.cancel': { args: { readonly jobs: readonly string[] | null }; value: null }
  /** Forgets the files that are done, already there or skipped, and the failed and cancelled ones too where `failed` is true. */
  'queue.clear': { args: { readonly failed: boolean }; value: null }
}

/** The names of the calls on the queue. */
export const QUEUE_CALLS = {
  'queue.chooseFolder': 0,
  'queue.add': 0,
  'queue.list': 0,
  'queue.retry': 0,
  'queue.cancel': 0,
  'queue.clear': 0
} satisfies Record<keyof QueueCalls, 0>
