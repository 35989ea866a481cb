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

/** What the thread says: how far it is, and at last the finished file. */
export type CommentThreadMessage = { readonly done: number; readonly total: number } | { readonly result: CommentedPdf }

/** The thread that gives one printed file its comments, and ends. */
const serve = async (port: NonNullable<typeof parentPort>, { printed, comments }: CommentThreadData): Promise<void> => {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const tell = (message: CommentThreadMessage): void => port.postMessage(message)
  tell({ result: await commentPdf(printed, comments, (done, total) => tell({ done, total })) })
}

// What fails ends the thread with its error, which the asker is told.
if (parentPort) await serve(parentPort, workerData as CommentThreadData)
