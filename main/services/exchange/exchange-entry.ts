import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { fail } from '#contract/result'
import type { Result } from '#contract/result'
import { openForReading } from '../../store/open-for-reading'
import { runTask } from './exchange-task'
import type { ExchangeAnswer, ExchangeTask } from './exchange-task'

/** What the thread is started with. */
export interface ExchangeThreadData {
  readonly folder: string
  readonly task: ExchangeTask
}

/** What the thread tells: how far it is, and in the end its answer. */
export type ExchangeMessage =
  | { readonly kind: 'step'; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly result: Result<ExchangeAnswer> }

/** The thread that does one task over a handle that cannot write, and ends. */
const serve = async (port: NonNullable<typeof parentPort>, { folder, task }: ExchangeThreadData): Promise<void> => {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const db = openForReading(folder)
  const result = db
    ? await runTask(db, folder, task, (done, total) => port.postMessage({ kind: 'step', done, total } satisfies ExchangeMessage))
    : fail('database-damaged', 'The library could not be opened for reading.', { remedy: 'Restart Redwell.' })
  db?.close()
  port.postMessage({ kind: 'answer', result } satisfies ExchangeMessage)
}

// What fails ends the thread with its error, which the asker is told.
if (parentPort) await serve(parentPort, workerData as ExchangeThreadData)
