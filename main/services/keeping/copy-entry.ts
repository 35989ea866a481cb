import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '#contract/result'
import { checkedCopyOf } from '../../store/checked-copy'
import type { CheckedCopy } from '../../store/checked-copy'
import { failureOf } from '../../store/failure-of'
import type { CopyThreadData } from './copy-protocol'

const copy = async ({ source, draft, stop }: CopyThreadData): Promise<Result<CheckedCopy | null>> => {
  try {
    return await checkedCopyOf(source, draft, () => Atomics.load(stop, 0) === 1)
  } catch (error) {
    // An error loses its kind on its way out of a thread.
    const known = failureOf(error)
    if (known) return known
    throw error
  }
}

/** The thread that makes one checked copy of a library and ends. */
const serve = async (port: NonNullable<typeof parentPort>, data: CopyThreadData): Promise<void> => {
  // A copy can wait for a key that is typed. On Linux a priority is a thread's own; elsewhere it would be the whole program's.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
  port.postMessage(await copy(data))
}

// What fails ends the thread with its error, which the asker is told.
if (parentPort) await serve(parentPort, workerData as CopyThreadData)
