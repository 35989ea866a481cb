import { z } from 'zod'
import type { ReviewCalls } from '#contract/review'
import { ok } from '#contract/result'
import { exportActivity, listActivity } from '../services/history/activity'
import { leftToDo } from '../services/review/left-to-do'
import { requestList, requestListAs } from '../services/review/request-list'
import { finishedFilings, reviewBoard } from '../services/review/review-board'
import { listSectionReviews, setSectionReviewed } from '../services/work/section-reviews'
import type { Behind, Handlers } from './handlers'
import { id, LIMITS, nothing, sequence } from './guard-parts'

const inFolder = z.strictObject({ folderId: id.nullable() })
const scope = z.strictObject({ filingId: id.nullable(), entityId: id.nullable() })
const path = z.string().min(1).max(LIMITS.path).nullable()

/** The guards of the calls on the work. */
export const REVIEW_GUARDS: { readonly [N in keyof ReviewCalls]: z.ZodType<ReviewCalls[N]['args']> } = {
  'review.sections': z.strictObject({ filingId: id }),
  'review.setSection': z.strictObject({ filingId: id, sequence, section: id, reviewed: z.boolean() }),
  'review.board': inFolder,
  'review.left': z.strictObject({ folderId: id.nullable(), filingId: id.nullable(), limit: z.int().min(1).max(10_000) }),
  'review.finished': nothing,
  'review.requests': inFolder,
  'review.exportRequests': z.strictObject({ folderId: id.nullable(), path }),
  'activity.list': z.strictObject({ scope, before: z.int().min(1).nullable(), limit: z.int().min(1).max(10_000) }),
  'activity.export': z.strictObject({ scope, path })
}

/** The state of the work and its history. */
export const reviewHandlers = ({ services: { library }, shell }: Behind): Handlers<keyof ReviewCalls> => ({
  'review.sections': ({ filingId }) => listSectionReviews(library, filingId),
  'review.setSection': ({ filingId, sequence: at, section, reviewed }) => setSectionReviewed(library, filingId, at, section, reviewed),
  'review.board': ({ folderId }) => reviewBoard(library, folderId),
  'review.left': ({ folderId, filingId, limit }) => leftToDo(library, { folderId, filingId }, limit),
  'review.finished': () => finishedFilings(library),
  'review.requests': ({ folderId }) => requestList(library, folderId),
  'review.exportRequests': ({ folderId, path: to }) =>
    shell.saveFile({
      path: to,
      title: 'Export request list',
      suggestedName: 'request-list.md',
      kinds: [{ name: 'Markdown', extension: 'md' }, { name: 'CSV', extension: 'csv' }],
      contentFor: (extension) => requestListAs(library, folderId, extension)
    }),
  'activity.list': ({ scope: about, before, limit }) => ok(listActivity(library, about, before, limit)),
  'activity.export': ({ scope: about, path: to }) =>
    shell.saveFile({
      path: to,
      title: 'Export history',
      suggestedName: 'history.csv',
      kinds: [{ name: 'CSV', extension: 'csv' }, { name: 'JSON', extension: 'json' }],
      contentFor: (extension) => exportActivity(library, about, extension)
    })
})
