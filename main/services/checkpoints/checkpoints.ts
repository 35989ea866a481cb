import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { WritableDb } from '../../store/handles'
import startThread from './checkpoint-entry?nodeWorker'

/** Folds the write-ahead log of one library into its database in a thread of its own, since that waits for the disk. */
export interface Checkpoints {
  /** Resolves when all that was committed before is folded in, or at once where there is no such thread: SQLite then does it by itself. */
  readonly fold: () => Promise<void>
  /** Ends the thread. */
  readonly close: () => void
}

/** The bound of the thread in MB: all its memory is SQLite's own. */
const LIMITS = { maxOldGenerationSizeMb: 32 }

/** Makes the checkpoints of the library in a data folder; the thread is started when first needed. `start` makes it; the app's own where it is left out. */
export const createCheckpoints = (folder: string, log: (line: string) => void,
  start: (options: WorkerOptions) => Worker = startThread): Checkpoints => {
  const waiting: (() => void)[] = []
  let thread: Worker | null = null
  let usable = true
  const lose = (words: string): void => {
    if (!usable) return
    usable = false
    thread = null
    log(`the log is folded in without a thread: ${words}`)
    for (const settle of waiting.splice(0)) settle()
  }
  const begin = (): Worker => {
    const worker = start({ workerData: folder, resourceLimits: LIMITS })
    worker.unref()
    worker.on('message', () => waiting.shift()?.())
    worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)))
    worker.on('exit', (code) => {
      lose(`exit code ${String(code)}`)
    })
    return worker
  }
  return {
    fold: () =>
      new Promise((resolve) => {
        if (!usable) {
          resolve()
          return
        }
        waiting.push(resolve)
        try {
          thread ??= begin()
          thread.postMessage(null)
        } catch (error) {
          lose(error instanceof Error ? error.message : String(error))
        }
      }),
    close: () => {
      usable = false
      for (const settle of waiting.splice(0)) settle()
      void thread?.terminate()
    }
  }
}

/** How many steps of storing go by between two folds: some megabytes of log. */
const STEPS = 32

const ofDatabases = new WeakMap<WritableDb, Checkpoints & { steps: number }>()

/** Has `foldLog` use these checkpoints for this handle. */
export const useCheckpoints = (db: WritableDb, checkpoints: Checkpoints): void => {
  ofDatabases.set(db, { ...checkpoints, steps: 0 })
}

/** To be awaited after each step of a long piece of work: folds in the log every so often, while other work goes on. */
export const foldLog = async (db: WritableDb): Promise<void> => {
  const known = ofDatabases.get(db)
  if (!known) return
  known.steps += 1
  if (known.steps % STEPS === 0) await known.fold()
}
