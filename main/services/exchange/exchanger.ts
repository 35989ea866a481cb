import { createHash } from 'node:crypto'
import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { ImportCounts, ImportReport, ScopeTally, TriedAgain, WorkScope, WrittenFormat } from '#contract/exchange'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { LibraryContext } from '../library-context'
import { keepSent, libraryIdOf } from '../work/people'
import startThread from './exchange-entry?nodeWorker'
import type { ExchangeMessage, ExchangeThreadData } from './exchange-entry'
import { runTask } from './exchange-task'
import type { ExchangeAnswer, ExchangeTask, FinishedFile } from './exchange-task'
import { countWork } from './gather-work'
import type { ImportPlan } from './plan-import'
import { takeSetAside, waitingWork } from './set-aside'
import { hashOfText, takeIn, takeWaiting } from './take-in'

/** Does tasks of the exchange, one at a time. Every promise settles. */
export interface TaskRunner {
  readonly run: (task: ExchangeTask, onStep: (done: number, total: number) => void) => Promise<Result<ExchangeAnswer>>
  readonly cancel: () => Promise<void>
}

/** The work that leaves a library and comes into it. */
export interface Exchanger {
  readonly count: (scope: WorkScope) => ScopeTally
  readonly write: (scope: WorkScope, format: WrittenFormat, wholeText: boolean) => Promise<Result<readonly FinishedFile[]>>
  /** Keeps that the notes of the last export left in a file: for formats that come back with answers. */
  readonly sent: () => void
  /** Reads a text that came as a file of that name, or the archive at a path, whose text is then the hash of its bytes; nothing is stored. */
  readonly read: (text: string, fileName: string, archive?: string | null) => Promise<Result<ImportReport>>
  /** Stores what was read last under that token, but for the items at these places of the report; answers what was stored. */
  readonly takeIn: (token: string, leftOut?: readonly number[]) => Result<ImportCounts>
  /** Looks again for what items that wait are about, and stores what is found. */
  readonly tryAgain: (ids: readonly string[]) => Promise<Result<TriedAgain>>
  readonly cancel: () => Promise<void>
}

/** The bound of the thread in MB: the work on a deal folder with the text of its filings. */
const LIMITS = { maxOldGenerationSizeMb: 1024 }

const cancelled = (): Result<never> => fail('export-cancelled', 'It was stopped. Nothing was changed.')

const crashed = (words: string): Result<never> =>
  fail('export-failed', 'It broke off. Nothing was changed.', { place: words,
    remedy: 'Try again with fewer filings. If it stays, please send the log file.' })

/** Does each task in a thread of its own, which cancelling ends. */
export const createTaskThread = (folder: string, start: (options: WorkerOptions) => Worker = startThread): TaskRunner => {
  let running: { readonly worker: Worker; readonly stop: () => void } | null = null
  return {
    run: (task, onStep) => {
      if (running)
        return Promise.resolve(
          fail('export-failed', 'Another export or import is still running.', { remedy: 'Wait until it has finished, or stop it.' })
        )
      return new Promise((resolve) => {
        const worker = start({ workerData: { folder, task } satisfies ExchangeThreadData, resourceLimits: LIMITS })
        const settle = (result: Result<ExchangeAnswer>): void => {
          if (running?.worker === worker) running = null
          resolve(result)
        }
        running = { worker, stop: () => settle(cancelled()) }
        worker.on('message', (message: ExchangeMessage) => {
          if (message.kind === 'step') onStep(message.done, message.total)
          else settle(message.result)
        })
        worker.on('error', (error) => settle(crashed(error instanceof Error ? error.message : String(error))))
        worker.on('exit', (code) => settle(crashed(`exit code ${String(code)}`)))
      })
    },
    cancel: async () => {
      const stopped = running
      running = null
      stopped?.stop()
      await stopped?.worker.terminate()
    }
  }
}

/** Does each task where it is asked for; for commands and tests. */
export const createTasksInPlace = ({ db, folder }: Pick<LibraryContext, 'db' | 'folder'>): TaskRunner => ({
  run: (task, onStep) => runTask(db, folder, task, onStep),
  cancel: () => Promise.resolve()
})

interface ReadFile {
  readonly token: string
  readonly plan: ImportPlan
  readonly fileName: string
  readonly sha256: string
}

/** Runs tasks and tells every window how far each is. */
export const tellingRunner =
  (library: Pick<LibraryContext, 'newId' | 'emit'>, runner: TaskRunner) =>
  async (task: ExchangeTask, file: string): Promise<Result<ExchangeAnswer>> => {
    const job = library.newId()
    const stage = task.kind === 'read' || task.kind === 'read-pack' ? 'matching' : 'writing'
    library.emit('work.progress', { job, file, stage, done: 0, total: 1 })
    const answer = await runner.run(task, (done, total) => library.emit('work.progress', { job, file, stage, done, total }))
    library.emit('work.progress', { job, file, stage, done: 1, total: 1 })
    return answer
  }

/** The exchange of a library. */
export const createExchanger = (library: LibraryContext, appVersion: string, runner: TaskRunner): Exchanger => {
  let last: ReadFile | null = null
  let left: Parameters<typeof keepSent>[1] = []
  const run = tellingRunner(library, runner)
  return {
    count: (scope) => countWork(library.db, scope),
    write: async (scope, format, wholeText) => {
      libraryIdOf(library)
      const answer = await run({ kind: 'write', scope, format, wholeText, appVersion }, format)
      if (!answer.ok) return answer
      if (answer.value.kind !== 'written') return crashed('no files')
      const { files, notes } = answer.value
      const fileSha256 = createHash('sha256').update(files[0]?.bytes ?? '').digest('hex')
      left = notes.map((note) => ({ ...note, format, fileSha256 }))
      return ok(files)
    },
    sent: () => {
      keepSent(library, left)
      left = []
    },
    read: async (text, fileName, archive = null) => {
      const answer = await run({ kind: 'read', text, archive, fileName, libraryId: libraryIdOf(library) }, fileName)
      if (!answer.ok) return answer
      if (answer.value.kind !== 'read') return crashed('no plan')
      const { plan } = answer.value
      last = { token: library.newId(), plan, fileName, sha256: hashOfText(text) }
      return ok({ token: last.token, fileName, format: plan.format, counts: plan.counts, items: plan.items, remarks: plan.remarks })
    },
    takeIn: (token, leftOut = []) => {
      if (last?.token !== token) return fail('not-found', 'This file was not the last one that was read.', { remedy: 'Read it again.' })
      const { plan, fileName, sha256 } = last
      const counts = takeIn(library, plan, { name: fileName, sha256, libraryId: libraryIdOf(library) }, leftOut)
      last = null
      return ok(counts)
    },
    tryAgain: async (ids) => {
      const libraryId = libraryIdOf(library)
      const { rows } = waitingWork(library.db, ids)
      if (rows.length === 0) return fail('not-found', 'There is nothing among these that could be tried again.')
      const answer = await run({ kind: 'again', ids: rows.map(({ id }) => id), libraryId }, 'what waits')
      if (!answer.ok) return answer
      if (answer.value.kind !== 'read') return crashed('no plan')
      // What was let go meanwhile is not taken in after all.
      if (waitingWork(library.db, ids).rows.length !== rows.length)
        return fail('conflict', 'What waits changed meanwhile.', { remedy: 'Try again.' })
      return ok(
        takeSetAside(library, rows, answer.value.plan,
          (record, planned, originOf) => takeWaiting(library, record, libraryId, planned, originOf))
      )
    },
    cancel: () => runner.cancel()
  }
}
