import { join } from 'node:path'
import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { Result } from '#contract/result'
import { fail, ok } from '#contract/result'
import { checkedCopy, isCopyGood } from '../../store/checked-copy'
import type { CheckedCopy } from '../../store/checked-copy'
import type { ReadableDb } from '../../store/handles'
import { findIndexFaults } from '../../store/index-faults'
import type { IndexFaults } from '../../store/index-faults'
import { DATABASE_NAME } from '../../store/open'
import startThread from './copy-entry?nodeWorker'
import type { CopyTask, CopyThreadData } from './copy-protocol'

/** Copies the open library, and reads it and its copies through, wherever that is done. */
export interface LibraryCopier {
  /** Answers null where it was stopped, and a failure where the copy is not good. May throw what the disk or SQLite throws where it runs in place. */
  readonly copy: (draft: string) => Promise<Result<CheckedCopy | null>>
  /** Holds every index of the library against its table. May throw as `copy`. */
  readonly indexes: () => Promise<Result<IndexFaults>>
  /** Whether a copy made before is still good; `sha256` is what it was made with, null where that is not known. May throw as `copy`. */
  readonly isGood: (path: string, sha256: string | null) => Promise<Result<boolean>>
  /** Has the copy that is being made end soon; none is made from then on. */
  readonly stop: () => void
}

/** The bound of the thread in MB: all its memory is SQLite's own. */
const LIMITS = { maxOldGenerationSizeMb: 32 }

const brokeOff = (words: string): Result<never> => fail('write-failed', 'Copying the library stopped unexpectedly.', { place: words })

/** Works in a thread of its own, started for each task. `start` makes it; the app's own where it is left out. */
export const createCopyThread = (folder: string, start: (options: WorkerOptions) => Worker = startThread): LibraryCopier => {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const source = join(folder, DATABASE_NAME)
  const ask = <T>(task: CopyTask): Promise<Result<T>> =>
    new Promise((resolve) => {
      const worker = start({ workerData: { task, stop } satisfies CopyThreadData, resourceLimits: LIMITS })
      worker.on('message', (result: Result<T>) => resolve(result))
      worker.on('error', (error) => resolve(brokeOff(error instanceof Error ? error.message : String(error))))
      worker.on('exit', (code) => {
        resolve(brokeOff(`exit code ${String(code)}`))
      })
    })
  return {
    copy: (draft) => ask<CheckedCopy | null>({ kind: 'copy', source, draft }),
    indexes: () => ask<IndexFaults>({ kind: 'indexes', source }),
    isGood: (path, sha256) => ask<boolean>({ kind: 'good', path, sha256 }),
    stop: () => Atomics.store(stop, 0, 1)
  }
}

/** The same in the thread it is called from, a copy a little at a time; for commands and tests. */
export const createCopyInPlace = (db: ReadableDb): LibraryCopier => {
  let stopped = false
  return {
    copy: (draft) => checkedCopy(db, draft, () => stopped),
    indexes: () => Promise.resolve(ok(findIndexFaults(db.name))),
    isGood: (path, sha256) => Promise.resolve(ok(isCopyGood(path, sha256))),
    stop: () => {
      stopped = true
    }
  }
}
