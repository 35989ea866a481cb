import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { Encoding } from '#contract/filing'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import startThread from '../worker/analyse?nodeWorker'
import { analyseFile, readText } from '../worker/analyse-file'
import type { AnalysisAnswer, AnalysisRequest, AnalysisStage, ThreadMessage, ThreadRequest } from '../worker/protocol'

export type { AnalysisAnswer, AnalysisRequest, AnalysisStage } from '../worker/protocol'

/** Told of each stage of one analysis; `done` and `total` are bytes. */
export type StageListener = (stage: AnalysisStage, done: number, total: number) => void

/** The analysis of files, wherever it runs. Every promise settles: a crash of the thread behind it is `analysis-failed`. */
export interface Analysis {
  readonly run: (request: AnalysisRequest, onStage: StageListener) => Promise<Result<AnalysisAnswer>>
  /** The decoded text of a file. */
  readonly read: (job: string, path: string, encoding: Encoding | null) => Promise<Result<string>>
  /** Stops a job, running or waiting; it answers `analysis-cancelled`. Unknown jobs are let be. */
  readonly cancel: (job: string) => void
  /** Stops everything; what still waits answers `analysis-cancelled`. */
  readonly close: () => Promise<void>
}

/** Bounds of the thread in MB: a 200 MB file decodes to 400 MB of text, and its tree takes some of that again. */
const LIMITS = { maxOldGenerationSizeMb: 3072, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

interface Task {
  readonly job: string
  readonly message: ThreadRequest
  readonly onMessage: (message: ThreadMessage) => boolean
  readonly stop: (failure: Result<never>) => void
}

const cancelled = (): Result<never> => fail('analysis-cancelled', 'The work on this file was cancelled.')

const crashed = (words: string): Result<never> =>
  fail('analysis-failed', 'The analysis of this file broke off.', {
    place: words, remedy: 'The file may be too large or damaged. Close other programs and try again.'
  })

/**
 * The analysis in one thread of its own, one file at a time in the order asked. The thread is started with the first job
 * and again after a crash or a cancelled job. `start` makes the thread; the app's own where it is left out.
 */
export const createAnalysisThread = (start: (options: WorkerOptions) => Worker = startThread): Analysis => {
  const waiting: Task[] = []
  let running: Task | null = null
  let thread: Worker | null = null

  const next = (): void => {
    running ??= waiting.shift() ?? null
    if (!running) return
    thread ??= begin()
    thread.postMessage(running.message)
  }
  const settle = (finish: (task: Task) => void): void => {
    const task = running
    running = null
    if (task) finish(task)
    if (waiting.length > 0) next()
  }
  const lose = (lost: Worker, words: string): void => {
    if (thread !== lost) return
    thread = null
    settle((task) => { task.stop(crashed(words)) })
  }
  const begin = (): Worker => {
    const worker = start({ resourceLimits: LIMITS })
    worker.on('message', (message: ThreadMessage) => {
      if (thread === worker && running?.job === message.job && running.onMessage(message)) settle(() => undefined)
    })
    worker.on('error', (error) => { lose(worker, error instanceof Error ? error.message : String(error)) })
    worker.on('exit', (code) => { lose(worker, `exit code ${String(code)}`) })
    worker.unref()
    return worker
  }
  const ask = <T>(job: string, message: ThreadRequest, pick: (message: ThreadMessage) => Result<T> | null): Promise<Result<T>> =>
    new Promise((resolve) => {
      waiting.push({
        job, message,
        onMessage: (reply) => {
          const result = pick(reply)
          if (result) resolve(result)
          return result !== null
        },
        stop: resolve
      })
      if (!running) next()
    })
  const cancel = (job: string): void => {
    const at = waiting.findIndex((task) => task.job === job)
    if (at >= 0) waiting.splice(at, 1)[0]?.stop(cancelled())
    if (running?.job !== job) return
    const old = thread
    thread = null
    void old?.terminate()
    settle((task) => { task.stop(cancelled()) })
  }
  return {
    run: (request, onStage) => ask(request.job, { kind: 'analyse', request }, (message) => {
      if (message.kind === 'stage') onStage(message.stage, message.done, message.total)
      return message.kind === 'analysed' ? message.result : null
    }),
    read: (job, path, encoding) => ask(job, { kind: 'read', job, path, encoding }, (message) => message.kind === 'text' ? message.result : null),
    cancel,
    close: async () => {
      for (const task of waiting.splice(0)) task.stop(cancelled())
      const old = thread
      thread = null
      settle((task) => { task.stop(cancelled()) })
      await old?.terminate()
    }
  }
}

/** The same analysis in the thread it is called from, for commands and tests that have no window to keep awake. */
export const createAnalysisInPlace = (): Analysis => {
  const stopped = new Set<string>()
  const attempt = <T>(job: string, work: () => T): Result<T> => {
    try {
      return stopped.delete(job) ? cancelled() : ok(work())
    } catch (error) {
      if (stopped.delete(job)) return cancelled()
      return crashed(error instanceof Error ? error.stack ?? error.message : String(error))
    }
  }
  return {
    run: async (request, onStage) => {
      await Promise.resolve()
      return attempt(request.job, () => analyseFile(request, (stage, done, total) => {
        onStage(stage, done, total)
        if (stopped.has(request.job)) throw new Error('cancelled')
      }))
    },
    read: (job, path, encoding) => Promise.resolve(attempt(job, () => readText(path, encoding))),
    cancel: (job) => { stopped.add(job) },
    close: () => Promise.resolve()
  }
}
