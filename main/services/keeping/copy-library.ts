import { join } from 'node:path'
import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { Result } from '#contract/result'
import { fail } from '#contract/result'
import { checkedCopy } from '../../store/checked-copy'
import type { CheckedCopy } from '../../store/checked-copy'
import type { ReadableDb } from '../../store/handles'
import { DATABASE_NAME } from '../../store/open'
import startThread from './copy-entry?nodeWorker'
import type { CopyThreadData } from './copy-protocol'

/** Makes a checked copy of the open library at a path, wherever it is made. */
export interface LibraryCopier {
  /** Answers null where it was stopped, and a failure where the copy is not good. May throw what the disk or SQLite throws where it runs in place. */
  readonly copy: (draft: string) => Promise<Result<CheckedCopy | null>>
  /** Has the copy that is being made end soon; none is made from then on. */
  readonly stop: () => void
}

/** The bound of the thread in MB: all its memory is SQLite's own. */
const LIMITS = { maxOldGenerationSizeMb: 32 }

const brokeOff = (words: string): Result<never> => fail('write-failed', 'The copy of the library broke off.', { place: words })

/** Copies in a thread of its own, started for each copy. `start` makes it; the app's own where it is left out. */
export const createCopyThread = (folder: string, start: (options: WorkerOptions) => Worker = startThread): LibraryCopier => {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  return {
    copy: (draft) =>
      new Promise((resolve) => {
        const worker = start({ workerData: { source: join(folder, DATABASE_NAME), draft, stop } satisfies CopyThreadData,
          resourceLimits: LIMITS })
        worker.on('message', (result: Result<CheckedCopy | null>) => resolve(result))
        worker.on('error', (error) => resolve(brokeOff(error instanceof Error ? error.message : String(error))))
        worker.on('exit', (code) => {
          resolve(brokeOff(`exit code ${String(code)}`))
        })
      }),
    stop: () => Atomics.store(stop, 0, 1)
  }
}

/** The same in the thread it is called from, a little at a time; for commands and tests. */
export const createCopyInPlace = (db: ReadableDb): LibraryCopier => {
  let stopped = false
  return {
    copy: (draft) => checkedCopy(db, draft, () => stopped),
    stop: () => {
      stopped = true
    }
  }
}
