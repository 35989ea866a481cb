import type { Annotation } from '#contract/annotation'
import type { FilingId, FolderId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { FilingProgress, ReviewBoard } from '#contract/review'
import { isAttached } from '#model/verdict'
import { getFiling, listFilings } from '../../store/filings'
import { getFolder, listFilingsUnder } from '../../store/folders'
import type { ReadableDb } from '../../store/handles'
import { countWork, noWork } from '../../store/work-counts'
import type { WorkCounts } from '../../store/work-counts'
import { workWithCarried } from '../versions/carried-work'
import type { LibraryContext } from '../library-context'
import { yieldThread } from '../yield-thread'

/** The filings of a folder and the folders in it, or of the whole library, the trash left out; null where there is no such folder. */
export const filingsIn = (db: ReadableDb, folderId: FolderId | null): readonly FilingSummary[] | null => {
  if (folderId === null) return listFilings(db, false)
  if (!getFolder(db, folderId)) return null
  const within = new Set<FilingId>(listFilingsUnder(db, folderId))
  return listFilings(db, false).filter(({ id }) => within.has(id))
}

/** The annotations that wait for a place in a filing: its own that lost their words, and those of earlier versions that were not found in it. */
export const waitingOrphans = (db: ReadableDb, filing: FilingSummary): readonly Annotation[] =>
  workWithCarried(db, filing).annotations.filter(({ carried, verdict }) => carried ? carried.state === 'waiting' : !isAttached(verdict))

/** The answer where a folder is asked for that is gone. */
export const folderGone = (): Result<never> =>
  fail('not-found', 'This folder no longer exists.', { remedy: 'It may have been removed or undone meanwhile.' })

const isFinished = ({ suggestions, decided, sections, reviewed, questions }: WorkCounts, orphans: number): boolean =>
  decided === suggestions && reviewed === sections && questions.open + questions.asked + orphans === 0

const progressOf = (filing: FilingSummary, count: WorkCounts, orphans: number): FilingProgress => ({
  filing,
  suggestions: { decided: count.decided, all: count.suggestions },
  sections: { reviewed: count.reviewed, all: count.sections },
  questions: count.questions,
  orphans,
  unread: count.unread,
  finished: isFinished(count, orphans)
})

/** How far the work on a folder is, with the folders in it, or on the whole library. */
export const reviewBoard = async ({ db }: Pick<LibraryContext, 'db'>, folderId: FolderId | null): Promise<Result<ReviewBoard>> => {
  const listed = filingsIn(db, folderId)
  if (!listed) return folderGone()
  await yieldThread()
  const counts = await countWork(db, yieldThread)
  const filings: FilingProgress[] = []
  for (const filing of listed) {
    const count = counts.get(filing.id) ?? noWork()
    if (count.mayHaveOrphans) await yieldThread()
    filings.push(progressOf(filing, count, count.mayHaveOrphans ? waitingOrphans(db, filing).length : 0))
  }
  return ok({ filings, finished: filings.filter(({ finished }) => finished).length })
}

/** The filings of the library, the trash left out or not, on which nothing is left. */
export const finishedFilings = async ({ db }: Pick<LibraryContext, 'db'>): Promise<Result<readonly FilingId[]>> => {
  const finished: FilingId[] = []
  for (const [id, count] of await countWork(db, yieldThread)) {
    if (!isFinished(count, 0)) continue
    const filing = count.mayHaveOrphans ? getFiling(db, id) : undefined
    if (!filing || waitingOrphans(db, filing).length === 0) finished.push(id)
  }
  return ok(finished)
}

/** How many things are left to do in a filing. */
export const leftIn = ({ suggestions, sections, questions, orphans }: FilingProgress): number =>
  suggestions.all - suggestions.decided + sections.all - sections.reviewed + questions.open + questions.asked + orphans
