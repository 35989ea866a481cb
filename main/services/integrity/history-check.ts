import type { HistoryHead, HistoryReport, HistoryTrouble } from '#contract/sealed-log'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { readHead } from '#model/history-head'
import { historyWords } from '#model/history-words'
import { headOf } from '../../store/change-seals'
import { checkSealedLog } from '../../store/check-sealed-log'
import type { LogVerdict } from '../../store/check-sealed-log'
import type { ReadableDb } from '../../store/handles'
import { listStretches, timeOfLine } from '../../store/read-sealed-log'
import { readSettings, writeSetting } from '../../store/settings'
import { transactUnsynced } from '../../store/sql'
import { headsInJournal } from '../journal/journal'
import type { LibraryContext } from '../library-context'
import { yieldThread } from '../yield-thread'
import { tellDamage } from './damage'
import { answerHead, findForgotten, findForgottenBackup, isHeld, isPending } from './remembered-heads'

/** A library as it is looked at: its database and its data folder. */
type Looked = Pick<LibraryContext, 'db' | 'folder'> | { readonly db: ReadableDb; readonly folder: string }

function* findTrouble({ db, folder }: Looked): Generator<void, HistoryTrouble | null> {
  const verdict = yield* checkSealedLog(db)
  if (!verdict.whole) return { kind: 'broken', n: verdict.n, fault: verdict.fault, at: verdict.at }
  return (yield* findForgotten(db, yield* headsInJournal(folder))) ?? findForgottenBackup(db, folder)
}

/**
 * Checks all of a history in short steps: the log itself, then against every head that the journal and the backups remember, and against one that
 * somebody holds. Run the generator to its end, and let other work in between. Nothing is written.
 */
export function* checkHistory(looked: Looked, given: HistoryHead | null): Generator<void, HistoryReport> {
  const trouble = yield* findTrouble(looked)
  const { db } = looked
  const head = headOf(db)
  return { head, at: head && timeOfLine(db, head.n), trouble, stretches: listStretches(db), given: given && answerHead(db, given) }
}

/** How long a step of the check may hold the thread, in ms. */
const STEP_MS = 8

/** Runs a check to its end while other work goes on, with a `pause` between its steps. */
export const inSteps = async <T>(check: Generator<void, T>, pause: () => Promise<void> = yieldThread): Promise<T> => {
  let since = performance.now()
  for (let step = check.next();; step = check.next()) {
    if (step.done === true) return step.value
    if (performance.now() - since < STEP_MS) continue
    await pause()
    since = performance.now()
  }
}

/** The check that somebody asked for, while other work goes on; `words` are a head in its whole form, or null. */
export const historyReport = async (library: LibraryContext, words: string | null): Promise<Result<HistoryReport>> => {
  const given = words === null ? null : readHead(words)
  return words !== null && given === null
    ? fail('invalid-request', 'These words are not a whole head: a number, a hyphen, and 64 digits.', {
      remedy: 'Copy it from the cover of the PDF, the foot of the Word file, or the sheet “About”.'
    })
    : ok(await inSteps(checkHistory(library, given)))
}

/** The setting that keeps up to where the log was found whole. */
const CHECKED = 'history.checked'

const lastGood = (db: ReadableDb): HistoryHead | null => {
  const kept = readSettings(db).get(CHECKED)
  if (typeof kept !== 'object' || kept === null || !('n' in kept) || !('hash' in kept)) return null
  return typeof kept.n === 'number' && typeof kept.hash === 'string' ? { n: kept.n, hash: kept.hash } : null
}

const keepGood = ({ db }: LibraryContext, head: HistoryHead | null): void => {
  if (head && head.hash !== lastGood(db)?.hash) transactUnsynced(db, () => writeSetting(db, CHECKED, head))
}

const tell = (library: LibraryContext, trouble: HistoryTrouble): void => {
  const [message = '', ...detail] = historyWords({ head: headOf(library.db), at: null, trouble, stretches: [], given: null }).lines
  tellDamage(library, { filingId: null, mended: false, message, detail: detail.join(' ') })
}

/** Looks over the whole history in idle time, and tells what is wrong with it. */
export const lookOverHistory = async (library: LibraryContext, pause: () => Promise<void>): Promise<void> => {
  const { trouble, head } = await inSteps(checkHistory(library, null), pause)
  if (trouble) tell(library, trouble)
  else keepGood(library, head)
}

/** How many steps of the log are looked at when a library is opened; the rest waits for idle time. */
const STEPS_AT_OPENING = 4

const firstSteps = (check: Generator<void, LogVerdict>): LogVerdict | null => {
  for (let steps = 0; steps < STEPS_AT_OPENING; steps += 1) {
    const step = check.next()
    if (step.done === true) return step.value
  }
  check.return({ whole: true, head: null })
  return null
}

/** What a quick look finds wrong: at the line up to which the log was found whole last, at the lines behind it, at the newest head of the journal. */
const quickTrouble = (library: LibraryContext): HistoryTrouble | null => {
  const { db } = library
  const good = lastGood(db)
  const remembered = library.journal.lastHead()
  if (good && !isHeld(db, good) && remembered) return { kind: 'rewritten', n: good.n, by: 'journal', at: remembered.at }
  const verdict = firstSteps(checkSealedLog(db, good && isHeld(db, good) ? good : null))
  if (verdict && !verdict.whole) return { kind: 'broken', n: verdict.n, fault: verdict.fault, at: verdict.at }
  if (verdict) keepGood(library, verdict.head)
  if (!remembered || isHeld(db, remembered) || isPending(db, remembered)) return null
  const forgotten = findForgotten(db, [remembered]).next()
  return forgotten.done === true ? forgotten.value : null
}

/** The quick look over the history of a library that was just opened: what was added since it was found whole, a few milliseconds' work. */
export const lookAtOpening = (library: LibraryContext): void => {
  const trouble = quickTrouble(library)
  if (trouble) tell(library, trouble)
}
