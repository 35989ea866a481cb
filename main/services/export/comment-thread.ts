import type { Worker, WorkerOptions } from 'node:worker_threads'
import type { CommentedPdf } from '../../domain/export/comments/comment-pdf'
import type { PdfComments } from '../../domain/export/comments/pdf-comments'
import startThread from './comment-entry?nodeWorker'
import type { CommentThreadData, CommentThreadMessage } from './comment-entry'

/** Gives a printed file its comments; never rejects. */
export type PdfCommenter = (printed: Uint8Array, comments: PdfComments, means: CommentMeans) => Promise<CommentedPdf>

/** What ends the work on one file, and who is told how many comments are made of how many. */
export interface CommentMeans {
  readonly signal: AbortSignal
  readonly onComment: (done: number, total: number) => void
}

/** The bound of the thread in MB: a file of a thousand pages takes some 300. */
const LIMITS = { maxOldGenerationSizeMb: 1024 }

/** Does each file in a thread of its own, which the signal ends. */
export const createCommentThread =
  (start: (options: WorkerOptions) => Worker = startThread): PdfCommenter => (printed, comments, { signal, onComment }) =>
    new Promise((resolve) => {
      const worker = start({ workerData: { printed, comments } satisfies CommentThreadData, resourceLimits: LIMITS })
      const stop = (): void => {
        resolve({ refused: 'It was stopped.' })
        void worker.terminate()
      }
      signal.addEventListener('abort', stop)
      const settle = (result: CommentedPdf): void => {
        signal.removeEventListener('abort', stop)
        resolve(result)
      }
      worker.on('message', (message: CommentThreadMessage) => {
        if ('result' in message) settle(message.result)
        else onComment(message.done, message.total)
      })
      worker.on('error', (error) => settle({ refused: error instanceof Error ? error.message : String(error) }))
      worker.on('exit', (code) => settle({ refused: `The comments broke off, exit code ${String(code)}.` }))
      if (signal.aborted) stop()
    })
