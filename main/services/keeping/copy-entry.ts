import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '#contract/result'
import { ok } from '#contract/result'
import { checkedCopyOf, isCopyGood } from '../../store/checked-copy'
import { failureOf } from '../../store/failure-of'
import { findIndexFaults } from '../../store/index-faults'
import type { CopyThreadData } from './copy-protocol'

const answer = async ({ task, stop }: CopyThreadData): Promise<Result<unknown>> => {
  try {
    switch (task.kind) {
      case 'copy':
        return await checkedCopyOf(task.source, task.draft, () => Atomics.load(stop, 0) === 1)
      case 'indexes':
        return ok(findIndexFaults(task.source))
      case 'good':
        return ok(isCopyGood(task.path, task.sha256))
    }
  } catch (error) {
    // An error loses its kind on its way out of a thread.
    const known = failureOf(error)
    if (known) return known
    throw error
  }
}

/** The thread that does one such task and ends. */
const serve = async (port: NonNullable<typeof parentPort>, data: CopyThreadData): Promise<void> => {
  // A copy can wait for a key that is typed. On Linux a priority is a thread's own; elsewhere it would be the whole program's.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
  port.postMessage(await answer(data))
}

// What fails ends the thread with its error, which the asker is told.
if (parentPort) await serve(parentPort, workerData as CopyThreadData)
