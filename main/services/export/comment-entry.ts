import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { commentPdf } from '../../domain/export/comments/comment-pdf'
import type { CommentedPdf } from '../../domain/export/comments/comment-pdf'
import type { PdfComments } from '../../domain/export/comments/pdf-comments'

/** What the thread is started with. */
export interface CommentThreadData {
  readonly printed: Uint8Array
  readonly comments: PdfComments
}

/** The thread that gives one printed file its comments, and ends. */
const serve = async (port: NonNullable<typeof parentPort>, { printed, comments }: CommentThreadData): Promise<void> => {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  port.postMessage(await commentPdf(printed, comments) satisfies CommentedPdf)
}

// What fails ends the thread with its error, which the asker is told.
if (parentPort) await serve(parentPort, workerData as CommentThreadData)
