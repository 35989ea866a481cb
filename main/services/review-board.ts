import type { FilingId, FolderId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { FilingProgress, ReviewBoard } from '#contract/review'
import { listFilings } from '../store/filings'
import { getFolder, listFilingsUnder } from '../store/folders'
import type { ReadableDb } from '../store/handles'
import { countWork, noWork } from '../store/work-counts'
import type { WorkCounts } from '../store/work-counts'
import type { LibraryContext } from './library-context'
import { yieldThread } from './yield-thread'

/** The filings of a folder and the folders in it, or of the whole library, the trash left out; null where there is no such folder. */
export const filingsIn = (db: ReadableDb, folderId: FolderId | null): readonly FilingSummary[] | null => {
  if (folderId === null) return listFilings(db, false)
  if (!getFolder(db, folderId)) return null
  const within = new Set<FilingId>(listFilingsUnder(db, folderId))
  return listFilings(db, false).filter(({ id }) => within.has(id))
}

/** The answer where a folder is asked for that is gone. */
export const folderGone = (): Result<never> => fail('not-found', 'This folder no longer exists.', { remedy: 'It may have been removed or undone meanwhile.' })

const progressOf = (filing: FilingSummary, { suggestions, decided, sections, reviewed, readable, unread, orphans, questions }: WorkCounts): FilingProgress => ({
  filing,
  suggestions: { decided, all: suggestions },
  sections: { reviewed, all: sections },
  questions,
  orphans,
  unread: filing.openedAt === null ? readable : unread,
  finished: decided === suggestions && reviewed === sections && questions.open + questions.asked + orphans === 0
})

/** How far the work on a folder is, with the folders in it, or on the whole library. */
export const reviewBoard = async ({ db }: Pick<LibraryContext, 'db'>, folderId: FolderId | null): Promise<Result<ReviewBoard>> => {
  const listed = filingsIn(db, folderId)
  if (!listed) return folderGone()
  await yieldThread()
  const counts = await countWork(db, yieldThread)
  const filings = listed.map((filing) => progressOf(filing, counts.get(filing.id) ?? noWork()))
  return ok({ filings, finished: filings.filter(({ finished }) => finished).length })
}

/** How many things are left to do in a filing. */
export const leftIn = ({ suggestions, sections, questions, orphans }: FilingProgress): number =>
  suggestions.all - suggestions.decided + sections.all - sections.reviewed + questions.open + questions.asked + orphans
