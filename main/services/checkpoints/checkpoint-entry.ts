import { parentPort, workerData } from 'node:worker_threads'
import { openForCheckpoints } from '../../store/open-for-checkpoints'

/** The thread that folds the write-ahead log of the library of a data folder into the database; it answers each message once that is done. */
const serve = (port: NonNullable<typeof parentPort>, folder: string): void => {
  const handle = openForCheckpoints(folder)
  port.on('message', () => {
    handle.fold()
    port.postMessage(null)
  })
}

if (parentPort) serve(parentPort, String(workerData))
