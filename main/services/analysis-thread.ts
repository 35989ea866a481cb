import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { Comparison } from '#contract/comparison'
import type { Encoding } from '#contract/filing'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import startThread from '../worker/analyse?nodeWorker'
import { compareDocuments } from '../domain/compare/compare-documents'
import { joinAnswer } from '../worker/answer-parts'
import { joinComparison } from '../worker/compare-parts'
import type * as pipelineModule from '../worker/analyse-file'
import type { AnalysisAnswer, AnalysisRequest, AnalysisStage, AnswerPart, ComparisonRequest, ThreadMessage, ThreadRequest } from '../worker/protocol'

export type { AnalysisAnswer, AnalysisRequest, AnalysisStage } from '../worker/protocol'

/** Told of each stage of one analysis; `done` and `total` are bytes. */
export type StageListener = (stage: AnalysisStage, done: number, total: number) => void

/** The analysis of files, wherever it runs. Every promise settles: a crash of the thread behind it is `analysis-failed`. */
export interface Analysis {
  readonly run: (request: AnalysisRequest, onStage: StageListener) => Promise<Result<AnalysisAnswer>>
  /** The decoded text of a file. */
  readonly read: (job: string, path: string, encoding: Encoding | null) => Promise<Result<string>>
  /** Compares two documents; `onStep` is told how far it is. */
  readonly compare: (request: ComparisonRequest, onStep: (done: number, total: number) => void) => Promise<Result<Comparison>>
  /** Stops a job, running or waiting; it answers `analysis-cancelled`. Unknown jobs are let be. */
  readonly cancel: (job: string) => void
  /** Stops everything; what still waits answers `analysis-cancelled`. */
  readonly close: () => Promise<void>
}

type Pipeline = typeof pipelineModule

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

class ThreadAnalysis implements Analysis {
  readonly #start: (options: WorkerOptions) => Worker
  readonly #waiting: Task[] = []
  #running: Task | null = null
  #thread: Worker | null = null

  constructor(start: (options: WorkerOptions) => Worker) {
    this.#start = start
  }

  run(request: AnalysisRequest, onStage: StageListener): Promise<Result<AnalysisAnswer>> {
    const parts: AnswerPart[] = []
    return this.#ask(request.job, { kind: 'analyse', request }, request.sequence !== 'first', (message) => {
      if (message.kind === 'stage') onStage(message.stage, message.done, message.total)
      if (message.kind === 'part') {
        parts.push(message.part)
        this.#pull(request.job)
      }
      if (message.kind !== 'analysed') return null
      return message.result.ok ? ok(joinAnswer(message.result.value, parts)) : message.result
    })
  }

  read(job: string, path: string, encoding: Encoding | null): Promise<Result<string>> {
    return this.#ask(job, { kind: 'read', job, path, encoding }, true, (message) => message.kind === 'text' ? message.result : null)
  }

  compare(request: ComparisonRequest, onStep: (done: number, total: number) => void): Promise<Result<Comparison>> {
    const parts: AnswerPart[] = []
    return this.#ask(request.job, { kind: 'compare', request }, true, (message) => {
      if (message.kind === 'comparing') onStep(message.done, message.total)
      if (message.kind === 'part') {
        parts.push(message.part)
        this.#pull(request.job)
      }
      if (message.kind !== 'compared') return null
      return message.result.ok ? ok(joinComparison(message.result.value, parts)) : message.result
    })
  }

  cancel(job: string): void {
    const at = this.#waiting.findIndex((task) => task.job === job)
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.stop(cancelled())
    if (this.#running?.job !== job) return
    void this.#drop()?.terminate()
    this.#settle((task) => { task.stop(cancelled()) })
  }

  async close(): Promise<void> {
    for (const task of this.#waiting.splice(0)) task.stop(cancelled())
    const old = this.#drop()
    this.#settle((task) => { task.stop(cancelled()) })
    await old?.terminate()
  }

  /** Asks for the next part once everything else that waits for this thread had its turn. */
  #pull(job: string): void {
    const worker = this.#thread
    setImmediate(() => {
      if (worker && worker === this.#thread && this.#running?.job === job) worker.postMessage({ kind: 'pull', job } satisfies ThreadRequest)
    })
  }

  #drop(): Worker | null {
    const old = this.#thread
    this.#thread = null
    return old
  }

  #ask<T>(job: string, message: ThreadRequest, urgent: boolean, pick: (message: ThreadMessage) => Result<T> | null): Promise<Result<T>> {
    return new Promise((resolve) => {
      const task: Task = {
        job, message,
        onMessage: (reply) => {
          const result = pick(reply)
          if (result) resolve(result)
          return result !== null
        },
        stop: resolve
      }
      if (urgent) this.#waiting.unshift(task)
      else this.#waiting.push(task)
      if (!this.#running) this.#next()
    })
  }

  #next(): void {
    this.#running = this.#waiting.shift() ?? null
    if (!this.#running) return
    try {
      this.#thread ??= this.#begin()
      this.#thread.ref()
      this.#thread.postMessage(this.#running.message)
    } catch (error) {
      // A thread that cannot even be started must not leave its job, and all behind it, waiting for ever.
      this.#thread = null
      const words = error instanceof Error ? error.message : String(error)
      this.#settle((task) => { task.stop(crashed(words)) })
    }
  }

  #settle(finish: (task: Task) => void): void {
    const task = this.#running
    this.#running = null
    // An idle thread must not keep a command's process alive.
    this.#thread?.unref()
    if (task) finish(task)
    this.#next()
  }

  #lose(lost: Worker, words: string): void {
    if (this.#thread !== lost) return
    this.#thread = null
    this.#settle((task) => { task.stop(crashed(words)) })
  }

  #begin(): Worker {
    const worker = this.#start({ resourceLimits: LIMITS })
    worker.on('message', (message: ThreadMessage) => {
      if (this.#thread === worker && this.#running?.job === message.job && this.#running.onMessage(message)) this.#settle(() => undefined)
    })
    worker.on('error', (error) => { this.#lose(worker, error instanceof Error ? error.message : String(error)) })
    worker.on('exit', (code) => { this.#lose(worker, `exit code ${String(code)}`) })
    return worker
  }
}

/**
 * The analysis in one thread of its own, one file at a time; what a reader waits for goes before imports. The thread is
 * started with the first job and again after a crash or a cancelled job. `start` makes the thread; the app's own where it
 * is left out.
 */
export const createAnalysisThread = (start: (options: WorkerOptions) => Worker = startThread): Analysis => new ThreadAnalysis(start)

/**
 * The same analysis in the thread it is called from, for commands and tests that have no window to keep awake. The pipeline
 * is loaded with the first job: the app, which never runs it here, does not pay for it at its start.
 */
export const createAnalysisInPlace = (): Analysis => {
  const stopped = new Set<string>()
  const attempt = async <T>(job: string, work: (pipeline: Pipeline) => T): Promise<Result<T>> => {
    const pipeline = await import('../worker/analyse-file')
    try {
      return stopped.has(job) ? cancelled() : ok(work(pipeline))
    } catch (error) {
      return stopped.has(job) ? cancelled() : crashed(error instanceof Error ? error.stack ?? error.message : String(error))
    } finally {
      stopped.delete(job)
    }
  }
  return {
    run: (request, onStage) => attempt(request.job, ({ analyseFile }) => analyseFile(request, (stage, done, total) => {
      onStage(stage, done, total)
      if (stopped.has(request.job)) throw new Error('cancelled')
    })),
    read: (job, path, encoding) => attempt(job, ({ readText }) => readText(path, encoding)),
    compare: (request, onStep) => attempt(request.job, () => compareDocuments(request.left, request.right, (done, total) => {
      onStep(done, total)
      if (stopped.has(request.job)) throw new Error('cancelled')
    })),
    cancel: (job) => { stopped.add(job) },
    close: () => Promise.resolve()
  }
}
