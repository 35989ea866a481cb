import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { Encoding } from '#contract/filing'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import startThread from '../worker/analyse?nodeWorker'
import { unpackText } from '../domain/anchor/packed-text'
import { seekPlaces } from '../domain/anchor/seek-places'
import type { FoundPlace } from '../domain/anchor/seek-places'
import { comparePacked } from '../domain/compare/compare-packed'
import { joinAnswer } from '../worker/answer-parts'
import { BACKGROUND } from '../worker/protocol'
import { failureOfSource } from '../worker/kept-source'
import type * as pipelineModule from '../worker/analyse-file'
import type { AnalysisAnswer, AnalysisRequest, AnalysisStage, AnchorRequest, AnswerPart, ComparisonRequest, EmbeddedAnswer, EmbeddedRequest,
  ThreadMessage, ThreadRequest } from '../worker/protocol'

export { wholeDocument } from '../worker/answer-parts'
export type { AnalysisAnswer, AnalysisRequest, AnalysisStage, EmbeddedAnswer } from '../worker/protocol'

/** Told of each stage of one analysis; `done` and `total` are bytes. */
export type StageListener = (stage: AnalysisStage, done: number, total: number) => void

/** The analysis of files, wherever it runs. Every promise settles: a crash of the thread behind it is `analysis-failed`. */
export interface Analysis {
  readonly run: (request: AnalysisRequest, onStage: StageListener) => Promise<Result<AnalysisAnswer>>
  /** The decoded text of a file. */
  readonly read: (job: string, path: string, encoding: Encoding | null) => Promise<Result<string>>
  /** The files that stand encoded in a file. */
  readonly embedded: (request: EmbeddedRequest) => Promise<Result<readonly EmbeddedAnswer[]>>
  /** Compares two documents; the answer is a `Comparison` as JSON. `onStep` is told how far it is. */
  readonly compare: (request: ComparisonRequest, onStep: (done: number, total: number) => void) => Promise<Result<string>>
  /** Starts a thread ahead of a task that is to come, where one is free. */
  readonly warm: () => void
  /** Looks for the words of annotations in another text; answers each, in order. `onStep` is told how many were looked for. */
  readonly anchor: (request: AnchorRequest, onStep: (done: number, total: number) => void) => Promise<Result<readonly FoundPlace[]>>
  /** Stops a job, running or waiting; it answers `analysis-cancelled`. Unknown jobs are let be. */
  readonly cancel: (job: string) => void
  /** Stops everything; what still waits answers `analysis-cancelled`. */
  readonly close: () => Promise<void>
}

type Pipeline = typeof pipelineModule

/**
 * Bounds of a thread in MB: with the rest of the program it stays under 1.5 GB. The heaviest of the heavy kinds (`npm run bench -- heavy`),
 * 27 MB of one paragraph, takes 0.6 GB; a file that takes more than this is refused.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/** How many files are analysed at once. */
export const THREADS = 2

/** One more thread than that for what a reader waits for, while imports hold the others. */
const THREADS_WITH_URGENT = THREADS + 1

/** Files above this size in bytes are analysed one at a time: an analysis holds some fifty times the size of its file. */
const LARGE = 8 * 1024 * 1024

/** A thread that read a large file, or gave an answer of more bytes than this, is let go at once: it would keep what it took. */
const HEAVY = 16 * 1024 * 1024

/** How long a thread that is not the first may be idle before it is let go, in ms. */
const IDLE_MS = 10_000

/** Who waits for a task: a reader, an import, or nobody. */
type Rank = 'urgent' | 'import' | 'background'

const RANKS: readonly Rank[] = ['urgent', 'import', 'background']

interface Task {
  readonly job: string
  readonly message: ThreadRequest
  readonly rank: Rank
  readonly large: boolean
  /** Takes a reply in, and says whether it was the last; `pull` asks for the next part. */
  readonly onMessage: (message: ThreadMessage, pull: () => void) => boolean
  readonly stop: (failure: Result<never>) => void
}

const cancelled = (): Result<never> => fail('analysis-cancelled', 'The work on this file was cancelled.')

const tooHeavy = (): Result<never> =>
  fail('file-too-large', 'Reading this file takes more memory than Redwell gives one file (1 GB).', {
    remedy: 'Save the exhibit or the part that you need as a file of its own and open that.'
  })

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const crashed = (words: string): Result<never> =>
  fail('analysis-failed', 'The analysis of this file stopped unexpectedly.', {
    place: words,
    remedy: 'The file may be too large or damaged. Close other programs and try again.'
  })

/** One thread and the task it has, if any. The thread is started with its first task and again after a crash or a stop. */
class Lane {
  readonly #start: (options: WorkerOptions) => Worker
  readonly #options: WorkerOptions
  readonly #onFree: () => void
  #thread: Worker | null = null
  #idle: NodeJS.Timeout | undefined
  /** How many bytes of an answer the thread gave for its task. */
  #given = 0
  task: Task | null = null

  constructor(start: (options: WorkerOptions) => Worker, onFree: () => void, options: WorkerOptions = {}) {
    this.#start = start
    this.#onFree = onFree
    this.#options = { resourceLimits: LIMITS, ...options }
  }

  /** Gives a free lane its next task. */
  give(task: Task): void {
    this.task = task
    this.#given = 0
    this.#wake()
    try {
      this.#thread ??= this.#begin()
      this.#thread.ref()
      this.#thread.postMessage(task.message)
    } catch (error) {
      // A thread that cannot even be started must not leave its job, and all behind it, waiting for ever.
      this.#thread = null
      const words = error instanceof Error ? error.message : String(error)
      this.#settle((one) => one.stop(crashed(words)))
    }
  }

  /** Starts the thread of a free lane ahead of its next task; one that cannot be started is told of with that task. */
  warm(): void {
    this.#wake()
    try {
      this.#thread ??= this.#begin()
      this.#thread.unref()
    } catch {
      this.#thread = null
    }
  }

  /** Ends the thread; the task, if there is one, answers `analysis-cancelled` at once. Resolves when the thread is gone. */
  async stop(): Promise<void> {
    this.#wake()
    const old = this.#thread
    this.#thread = null
    this.#settle((task) => task.stop(cancelled()))
    await old?.terminate()
  }

  /** Lets the thread go once it was idle for a while. */
  rest(): void {
    if (!this.#thread) return
    this.#idle ??= setTimeout(() => void this.stop(), IDLE_MS)
    this.#idle.unref()
  }

  #wake(): void {
    clearTimeout(this.#idle)
    this.#idle = undefined
  }

  /** Asks for the next part once everything else that waits for this thread had its turn. */
  #pull(job: string): void {
    const worker = this.#thread
    setImmediate(() => {
      if (worker && worker === this.#thread && this.task?.job === job) worker.postMessage({ kind: 'pull', job } satisfies ThreadRequest)
    })
  }

  #settle(finish: (task: Task) => void): void {
    const { task } = this
    if (!task) return
    this.task = null
    // An idle thread must not keep a command's process alive.
    this.#thread?.unref()
    if (task.large || this.#given > HEAVY) void this.stop()
    finish(task)
    this.#onFree()
  }

  #lose(lost: Worker, failure: Result<never>): void {
    if (this.#thread !== lost) return
    this.#thread = null
    this.#settle((task) => task.stop(failure))
  }

  #begin(): Worker {
    const worker = this.#start(this.#options)
    worker.on('message', (message: ThreadMessage) => {
      if (this.#thread !== worker || this.task?.job !== message.job) return
      if (message.kind === 'part') this.#given += message.part.bytes.length
      if (this.task.onMessage(message, () => {
        this.#pull(message.job)
      })) this.#settle(() => undefined)
    })
    worker.on('error', (error) => {
      this.#lose(worker, isOutOfMemory(error) ? tooHeavy() : crashed(error instanceof Error ? error.message : String(error)))
    })
    worker.on('exit', (code) => {
      this.#lose(worker, crashed(`exit code ${String(code)}`))
    })
    return worker
  }
}

type Asked = Pick<Task, 'job' | 'message' | 'rank' | 'large'>

const rankOf = ({ background = false, sequence }: AnalysisRequest): Rank =>
  background ? 'background' : sequence === 'first' ? 'import' : 'urgent'

class ThreadAnalysis implements Analysis {
  readonly #waiting: Task[] = []
  readonly #lanes: readonly Lane[]
  /** The thread of what nobody waits for, beside the others and below them. */
  readonly #background: Lane
  #closed = false

  constructor(start: (options: WorkerOptions) => Worker) {
    this.#lanes = Array.from({ length: THREADS_WITH_URGENT }, () =>
      new Lane(start, () => {
        this.#next()
      }))
    this.#background = new Lane(start, () => {
      this.#next()
    }, { workerData: BACKGROUND })
  }

  run(request: AnalysisRequest, onStage: StageListener): Promise<Result<AnalysisAnswer>> {
    const parts: AnswerPart[] = []
    const { job } = request
    return this.#ask({ job, message: { kind: 'analyse', request }, rank: rankOf(request), large: (request.bytes ?? 0) > LARGE },
      (message, pull) => {
        if (message.kind === 'stage') onStage(message.stage, message.done, message.total)
        if (message.kind === 'part') {
          parts.push(message.part)
          pull()
        }
        if (message.kind !== 'analysed') return null
        return message.result.ok ? ok(joinAnswer(message.result.value, parts)) : message.result
      })
  }

  read(job: string, path: string, encoding: Encoding | null): Promise<Result<string>> {
    return this.#ask({ job, message: { kind: 'read', job, path, encoding }, rank: 'urgent', large: false },
      (message) => message.kind === 'text' ? message.result : null)
  }

  embedded(request: EmbeddedRequest): Promise<Result<readonly EmbeddedAnswer[]>> {
    return this.#ask({ job: request.job, message: { kind: 'embedded', request }, rank: 'urgent', large: false },
      (message) => message.kind === 'embedded' ? message.result : null)
  }

  compare(request: ComparisonRequest, onStep: (done: number, total: number) => void): Promise<Result<string>> {
    return this.#ask({ job: request.job, message: { kind: 'compare', request }, rank: 'urgent', large: false }, (message) => {
      if (message.kind === 'comparing') onStep(message.done, message.total)
      return message.kind === 'compared' ? message.result : null
    })
  }

  warm(): void {
    if (this.#closed) return
    this.#lanes.find(({ task }) => task === null)?.warm()
    this.#restOthers()
  }

  anchor(request: AnchorRequest, onStep: (done: number, total: number) => void): Promise<Result<readonly FoundPlace[]>> {
    const places: FoundPlace[] = []
    return this.#ask({ job: request.job, message: { kind: 'anchor', request }, rank: 'urgent', large: false }, (message, pull) => {
      if (message.kind === 'anchoring') onStep(message.done, message.total)
      if (message.kind === 'places') {
        for (const place of message.places) places.push(place)
        pull()
      }
      if (message.kind !== 'anchored') return null
      return message.result.ok ? ok(places) : message.result
    })
  }

  cancel(job: string): void {
    const at = this.#waiting.findIndex((task) => task.job === job)
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.stop(cancelled())
    void [...this.#lanes, this.#background].find((lane) => lane.task?.job === job)?.stop()
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const task of this.#waiting.splice(0)) task.stop(cancelled())
    await Promise.all([...this.#lanes, this.#background].map((lane) => lane.stop()))
  }

  #ask<T>(asked: Asked, pick: (message: ThreadMessage, pull: () => void) => Result<T> | null): Promise<Result<T>> {
    if (this.#closed) return Promise.resolve(cancelled())
    return new Promise((resolve) => {
      const task: Task = {
        ...asked,
        onMessage: (reply, pull) => {
          const result = pick(reply, pull)
          if (result) resolve(result)
          return result !== null
        },
        stop: resolve
      }
      // What a reader waits for goes before all, the newest first; the others in the order they came.
      const before = (other: Task): boolean => RANKS.indexOf(other.rank) > RANKS.indexOf(task.rank) || task.rank === 'urgent'
      const at = this.#waiting.findIndex(before)
      this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, task)
      this.#next()
    })
  }

  /** Gives every free thread the first task that may run beside the others. */
  #next(): void {
    for (;;) {
      const busy = this.#lanes.flatMap(({ task }) => task ?? [])
      const free = this.#lanes.find(({ task }) => task === null)
      const fits = (task: Task): boolean =>
        task.rank !== 'background' && busy.length < (task.rank === 'urgent' ? THREADS_WITH_URGENT : THREADS) &&
        !(task.large && busy.some(({ large }) => large))
      const at = free ? this.#waiting.findIndex(fits) : -1
      const [task] = at >= 0 ? this.#waiting.splice(at, 1) : []
      if (!free || !task) break
      free.give(task)
    }
    this.#nextInBackground()
    this.#restOthers()
  }

  /** Begins what nobody waits for once nothing is left that somebody waits for. */
  #nextInBackground(): void {
    const [task] = this.#waiting
    if (task?.rank !== 'background' || this.#background.task !== null || this.#lanes.some((lane) => lane.task !== null)) return
    this.#waiting.shift()
    this.#background.give(task)
  }

  /** Has every idle thread but the first let go after a while. */
  #restOthers(): void {
    for (const lane of [...this.#lanes.slice(1), this.#background]) if (lane.task === null) lane.rest()
  }
}

/**
 * The analysis in threads of its own, two files at a time but never two large ones; what a reader waits for goes before imports.
 * A thread is started when it is first needed, and again after a crash or a cancelled job. `start` makes a thread; the app's
 * own where it is left out.
 */
export const createAnalysisThread = (start: (options: WorkerOptions) => Worker = startThread): Analysis => new ThreadAnalysis(start)

/**
 * The same analysis in the thread it is called from, for commands and tests that have no window to keep awake. The pipeline
 * is loaded with the first job: the app, which never runs it here, does not pay for it at its start.
 */
export const createAnalysisInPlace = (): Analysis => {
  const underway = new Set<string>()
  const stopped = new Set<string>()
  const attempt = async <T>(job: string, work: (pipeline: Pipeline) => T): Promise<Result<T>> => {
    underway.add(job)
    const pipeline = await import('../worker/analyse-file')
    try {
      return stopped.has(job) ? cancelled() : ok(work(pipeline))
    } catch (error) {
      if (stopped.has(job)) return cancelled()
      return failureOfSource('', error) ?? crashed(error instanceof Error ? error.stack ?? error.message : String(error))
    } finally {
      underway.delete(job)
      stopped.delete(job)
    }
  }
  return {
    run: (request, onStage) =>
      attempt(request.job, ({ analyseFile }) =>
        analyseFile(request, (stage, done, total) => {
          onStage(stage, done, total)
          if (stopped.has(request.job)) throw new Error('cancelled')
        })),
    read: (job, path, encoding) => attempt(job, ({ readText }) => readText(path, encoding)),
    embedded: async (request) => {
      const { openEmbeddedFiles } = await import('../worker/embedded-files')
      return attempt(request.job, () => openEmbeddedFiles(request))
    },
    compare: (request, onStep) =>
      attempt(request.job, () =>
        comparePacked(request.left, request.right, (done, total) => {
          onStep(done, total)
          if (stopped.has(request.job)) throw new Error('cancelled')
        })),
    anchor: ({ job, origin, target, sought }, onStep) =>
      attempt(job, () =>
        seekPlaces(sought, unpackText(target), origin && unpackText(origin), (done, total) => {
          onStep(done, total)
          if (stopped.has(job)) throw new Error('cancelled')
        })),
    warm: () => undefined,
    cancel: (job) => {
      if (underway.has(job)) stopped.add(job)
    },
    close: () => Promise.resolve()
  }
}
