import type { HeadAnswer, HistoryHead, HistoryStretch, HistoryTrouble } from '#contract/sealed-log'
import { headOf } from '../../store/change-seals'
import type { ReadableDb } from '../../store/handles'
import { headOfCopy } from '../../store/head-of-copy'
import { listBackups, timeOfBackup } from '../../store/kept-backups'
import { headAtLine, listStretches, timeOfLine } from '../../store/read-sealed-log'
import type { RememberedHead } from '../journal/journal-line'

/** How many heads are compared in one step: a few milliseconds' work. */
const STEP = 400

/** Whether a log holds a head. */
export const isHeld = (db: ReadableDb, { n, hash }: HistoryHead): boolean => headAtLine(db, n)?.hash === hash

const isSame = (one: HistoryHead | null, other: HistoryHead | null): boolean => one?.n === other?.n && one?.hash === other?.hash

/** Whether a head is of an act that is in the journal and was not finished in the library; the next act says so in the log. */
export const isPending = (db: ReadableDb, { from }: RememberedHead): boolean => isSame(from, headOf(db))

/** The stretches at which something was left behind. */
const leavings = (db: ReadableDb): HistoryStretch[] => listStretches(db).filter(({ kind }) => kind !== 'begin')

const forgotten = (db: ReadableDb, { n }: HistoryHead, by: 'journal' | 'backup', at: string): HistoryTrouble => ({
  kind: n > (headOf(db)?.n ?? 0) ? 'cut' : 'rewritten',
  n,
  by,
  at
})

/**
 * The first head of the journal that the log holds no longer, a few at a time; null where it holds all. Heads that were left behind where the
 * library was begun from a backup, or made anew, stand in the journal before the first that was written behind that; they are no trouble.
 */
export function* findForgotten(db: ReadableDb, heads: readonly RememberedHead[]): Generator<void, HistoryTrouble | null> {
  const lost: { readonly head: RememberedHead; readonly place: number }[] = []
  const stretches = leavings(db).map((stretch) => ({ ...stretch, place: Number.POSITIVE_INFINITY }))
  for (const [place, head] of heads.entries()) {
    if (place % STEP === STEP - 1) yield
    if (!isHeld(db, head)) {
      lost.push({ head, place })
      continue
    }
    for (const stretch of stretches) if (head.n >= stretch.n) stretch.place = Math.min(stretch.place, place)
  }
  const isLeft = ({ head, place }: (typeof lost)[number]): boolean =>
    stretches.some(({ kind, from, place: until }) =>
      place < until && (kind === 'unfinished' ? isSame(from, head.from) : head.n > (from?.n ?? 0))
    )
  const settled = heads.findLastIndex((one) => !isPending(db, one))
  const found = lost.filter((one) => one.place <= settled && !isLeft(one))
  const [first] = found.sort((one, other) => one.head.n - other.head.n)
  return first ? forgotten(db, first.head, 'journal', first.head.at) : null
}

/** The backup with the smallest head that the log holds no longer; null where it holds those of all, or has left them behind since. */
export const findForgottenBackup = (db: ReadableDb, folder: string): HistoryTrouble | null => {
  const stretches = leavings(db)
  const found = listBackups(folder).flatMap((path) => {
    const head = headOfCopy(path)
    const at = new Date(timeOfBackup(path.slice(path.lastIndexOf('library-')))).toISOString()
    if (!head || isHeld(db, head) || stretches.some((stretch) => head.n > (stretch.from?.n ?? 0) && at < stretch.at)) return []
    return [forgotten(db, head, 'backup', at)]
  })
  return found.sort((one, other) => one.n - other.n)[0] ?? null
}

/** What the log says to a head that somebody holds. */
export const answerHead = (db: ReadableDb, head: HistoryHead): HeadAnswer => {
  const at = timeOfLine(db, head.n)
  if (isHeld(db, head)) return { head, answer: 'held', at }
  if (leavings(db).some(({ from, most }) => head.n > (from?.n ?? 0) && head.n <= most)) return { head, answer: 'left', at }
  return { head, answer: at === null ? 'beyond' : 'other', at }
}
