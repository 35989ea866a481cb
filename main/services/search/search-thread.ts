import type { Worker, WorkerOptions } from 'node:worker_threads'
import { fail } from '#contract/result'
import type { Result } from '#contract/result'
import type { SearchAnswer, SearchCalls, SearchPassage, SimilarSentence } from '#contract/search'
import type { ReadableDb } from '../../store/handles'
import startThread from './search-entry?nodeWorker'
import { createAnswerer } from './answer-search'
import type { GroupListener, SearchRequest } from './search-library'
import type { SearchQuestion, SearchReply, SearchThreadData } from './search-protocol'

/** The search over a library, wherever it runs. Every promise settles. */
export interface Searcher {
  /** Searches; a search with another token that was asked for before ends with `search-ended`. */
  readonly run: (request: SearchRequest, onGroups: GroupListener) => Promise<Result<SearchAnswer>>
  readonly passage: (request: SearchCalls['search.passage']['args']) => Promise<Result<SearchPassage>>
  readonly similar: (request: SearchCalls['search.similar']['args']) => Promise<Result<readonly SimilarSentence[]>>
  /** Stops everything; what still waits answers `search-ended`. */
  readonly close: () => Promise<void>
}

/** A question without the number it is asked by. */
type Asked = SearchQuestion extends infer Q ? (Q extends SearchQuestion ? Omit<Q, 'id'> : never) : never

const newTokenPlace = (): Int32Array => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))

const NOBODY: GroupListener = () => undefined

const ended = (): Result<never> => fail('search-ended', 'The search was stopped.')

const crashed = (words: string): Result<never> =>
  fail('analysis-failed', 'The search stopped unexpectedly.', { place: words, remedy: 'Try again. If it stays, please send the log file.' })

interface Waiting {
  readonly settle: (result: Result<never>) => void
  readonly onGroups: GroupListener
}

const settleAll = (waiting: Map<number, Waiting>, result: Result<never>): void => {
  for (const [id, { settle }] of waiting) {
    waiting.delete(id)
    settle(result)
  }
}

/** The bound of the thread in MB: it holds the catalogue of the library and the hits of one search. */
const LIMITS = { maxOldGenerationSizeMb: 512 }

/**
 * The search in a thread of its own with its own handle on the library, so that neither the window nor a save ever waits for it.
 * The thread is started with the first question and again after a crash. `start` makes the thread; the app's own where it is left out.
 */
export const createSearchThread = (folder: string, start: (options: WorkerOptions) => Worker = startThread): Searcher => {
  const newest = newTokenPlace()
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let last = 0
  const lose = (lost: Worker, words: string): void => {
    if (thread !== lost) return
    thread = null
    settleAll(waiting, crashed(words))
  }
  const take = (reply: SearchReply): void => {
    const asker = waiting.get(reply.id)
    if (!asker) return
    if (reply.kind === 'groups') asker.onGroups(reply.groups, reply.total)
    else {
      waiting.delete(reply.id)
      if (waiting.size === 0) thread?.unref()
      asker.settle(reply.result as Result<never>)
    }
  }
  const begin = (): Worker => {
    const worker = start({ workerData: { folder, newest } satisfies SearchThreadData, resourceLimits: LIMITS })
    worker.on('message', take)
    worker.on('error', (error) => lose(worker, error instanceof Error ? error.message : String(error)))
    worker.on('exit', (code) => {
      lose(worker, `exit code ${String(code)}`)
    })
    return worker
  }
  const ask = <T>(question: Asked, onGroups: GroupListener = NOBODY): Promise<Result<T>> =>
    new Promise((resolve) => {
      last += 1
      try {
        thread ??= begin()
        thread.ref()
        waiting.set(last, { settle: resolve, onGroups })
        thread.postMessage({ ...question, id: last })
      } catch (error) {
        thread = null
        waiting.delete(last)
        resolve(crashed(error instanceof Error ? error.message : String(error)))
      }
    })
  return {
    run: (request, onGroups) => {
      Atomics.store(newest, 0, request.token)
      return ask({ kind: 'run', request }, onGroups)
    },
    passage: (request) => ask({ kind: 'passage', request }),
    similar: (request) => ask({ kind: 'similar', request }),
    close: async () => {
      const old = thread
      thread = null
      settleAll(waiting, ended())
      await old?.terminate()
    }
  }
}

/** The same search in the thread it is called from, over a handle that is also written through; for commands and tests. */
export const createSearchInPlace = (db: ReadableDb): Searcher => {
  let newest = 0
  const answer = createAnswerer(db, () => newest, true)
  const ask = async <T>(question: Asked, onGroups: GroupListener = NOBODY): Promise<Result<T>> => {
    await Promise.resolve()
    return answer({ ...question, id: 0 }, onGroups) as Result<T>
  }
  return {
    run: (request, onGroups) => {
      newest = request.token
      return ask({ kind: 'run', request }, onGroups)
    },
    passage: (request) => ask({ kind: 'passage', request }),
    similar: (request) => ask({ kind: 'similar', request }),
    close: () => Promise.resolve()
  }
}
