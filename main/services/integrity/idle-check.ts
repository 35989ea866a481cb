import { basename } from 'node:path'
import type { FilingId } from '#contract/ids'
import type { Result } from '#contract/result'
import { listDocuments } from '../../store/documents'
import { getFiling, listFilingIdsAfter } from '../../store/filings'
import { failureOf } from '../../store/failure-of'
import type { IndexFaults } from '../../store/index-faults'
import { listBackups } from '../../store/kept-backups'
import { SEALED_KINDS } from '../../store/sealed-tables'
import type { BrokenRow, SealedKind } from '../../store/sealed-tables'
import { checkSeals } from '../../store/seals'
import { readSettings, writeSetting } from '../../store/settings'
import { transactUnsynced } from '../../store/sql'
import type { LibraryContext } from '../library-context'
import type { FilingReader } from '../filing-reader'
import { hashOfBackup, tellBackups } from './backup-check'
import { lookOverHistory } from './history-check'
import { mendAndTell, tellEntry, tellSource } from './integrity'
import { checkJournal } from './journal-check'
import { mendIndexes, tellFaults } from './mend-indexes'
import { isSourceSound, mendSource } from './source-check'

/** How long the check lets the program alone after each step, in ms. */
const PAUSE = 100

/** How long after a whole round the next begins, in ms: one day. */
const INTERVAL = 24 * 60 * 60 * 1000

/** The stages of a round in their order. */
const STAGES = ['indexes', ...SEALED_KINDS, 'filings', 'journal', 'history', 'backups', 'done'] as const
type Stage = typeof STAGES[number]

/** Where a round goes on: behind which row of which kind of work (null before the first look at it), or behind which filing; with the time of its beginning. */
interface Cursor {
  readonly stage: Stage
  readonly after: string | null
  readonly since: string
}

const SETTING = 'integrity.cursor'

const isCursor = (value: unknown): value is Cursor =>
  typeof value === 'object' && value !== null && 'stage' in value && 'after' in value && 'since' in value
  && (typeof value.after === 'string' || value.after === null) && STAGES.some((stage) => stage === value.stage)

/** Looks over the whole library in idle time: its indexes, kept files, stored texts, the analyst's work, the journal, the sealed history, the backups. */
export interface IdleCheck {
  /** Begins, or goes on where an earlier run of the program stopped; a round that ended less than a day ago is let be. */
  readonly start: () => void
  /** Goes through to the end of a round at once. */
  readonly finish: () => Promise<void>
  /** Stops after the step that runs. */
  readonly close: () => Promise<void>
}

/** What the check has others do. */
export interface IdleMeans {
  readonly reader: FilingReader
  /** Holds every index against its table, away from this thread. */
  readonly indexes: () => Promise<Result<IndexFaults>>
  /** Whether a backup is as it was made, looked at away from this thread. */
  readonly isGood: (path: string, sha256: string | null) => Promise<Result<boolean>>
  /** Makes the row of a filing anew; whether it could be. */
  readonly mendFiling: (id: FilingId) => Promise<boolean>
  /** Writes into the journal what the library holds beyond it; how many things these were. */
  readonly completeJournal: () => number
}

interface Step {
  readonly library: LibraryContext
  readonly means: IdleMeans
  readonly pause: () => Promise<void>
  readonly stopped: () => boolean
}

const next = (cursor: Cursor): Cursor => ({ ...cursor, stage: STAGES[STAGES.indexOf(cursor.stage) + 1] ?? 'done', after: null })

const isKind = (stage: Stage): stage is SealedKind => SEALED_KINDS.some((kind) => kind === stage)

const checkIndexes = async ({ library, means }: Step): Promise<void> => {
  const found = await means.indexes()
  if (!found.ok) library.log(`integrity: the indexes were not looked at: ${found.failure.message} ${found.failure.place ?? ''}`)
  else {
    mendIndexes(library, found.value.tables)
    tellFaults(library, found.value.other)
  }
}

/** Mends rows of filings; those that can be made anew from their bytes are. */
const mendRows = async ({ library, means }: Step, broken: readonly BrokenRow[]): Promise<void> => {
  const left = mendAndTell(library, broken, null, 'filing')
  for (const { id: [id = ''] } of left) tellEntry(library, id, await means.mendFiling(id))
}

const checkRows = async (step: Step, cursor: Cursor, kind: SealedKind): Promise<Cursor> => {
  const { broken, next: after } = checkSeals(step.library.db, kind, cursor.after)
  await mendRows(step, broken)
  return after === null ? next(cursor) : { ...cursor, after }
}

const checkFiling = async ({ library, means, pause }: Step, cursor: Cursor): Promise<Cursor> => {
  const { db } = library
  const [filingId] = listFilingIdsAfter(db, cursor.after ?? '', 1)
  if (filingId === undefined) return next(cursor)
  const filing = getFiling(db, filingId)
  if (filing && !await isSourceSound(library, filing.sha256, pause)) tellSource(library, filing, await mendSource(library, filing))
  for (const { summary } of listDocuments(db, filingId)) {
    if (!summary.parsed) continue
    await pause()
    await means.reader.check(filingId, summary.sequence)
  }
  return { ...cursor, after: filingId }
}

const checkBackups = async ({ library, means, pause, stopped }: Step): Promise<void> => {
  const damaged: string[] = []
  const good: string[] = []
  for (const path of listBackups(library.folder)) {
    const name = basename(path)
    const looked = await means.isGood(path, hashOfBackup(library, name))
    if (stopped()) return
    const bad = looked.ok ? !looked.value : looked.failure.code === 'database-damaged'
    ;(bad ? damaged : good).push(name)
    await pause()
  }
  tellBackups(library, damaged, good)
}

/** One step of a round; answers where to go on. */
const take = async (step: Step, cursor: Cursor): Promise<Cursor> => {
  const { stage } = cursor
  if (isKind(stage)) return checkRows(step, cursor, stage)
  switch (stage) {
    case 'indexes':
      await checkIndexes(step)
      return next(cursor)
    case 'filings':
      return checkFiling(step, cursor)
    case 'journal':
      await checkJournal(step.library, step.pause, step.means.completeJournal)
      return next(cursor)
    case 'history':
      await lookOverHistory(step.library, step.pause)
      return next(cursor)
    case 'backups':
      await checkBackups(step)
      return next(cursor)
    case 'done':
      return cursor
  }
}

/** The check of one library; `pauseMs` is how long it lets everything else alone between two steps. */
export const createIdleCheck = (library: LibraryContext, means: IdleMeans, pauseMs = PAUSE): IdleCheck => {
  let stopped = false
  let hurried = false
  let running: Promise<void> | null = null
  let wake = (): void => undefined
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, stopped || hurried ? 0 : pauseMs)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const first = (): Cursor => {
    const kept = readSettings(library.db).get(SETTING)
    const known = isCursor(kept) ? kept : null
    const fresh = Date.parse(library.clock()) - Date.parse(known?.since ?? '') < INTERVAL
    if (known && known.stage !== 'done') return known
    return known && fresh && !hurried ? known : { stage: STAGES[0], after: null, since: library.clock() }
  }
  const go = async (): Promise<void> => {
    const step: Step = { library, means, pause, stopped: () => stopped }
    for (let cursor = first(); !stopped && cursor.stage !== 'done';) {
      cursor = await take(step, cursor)
      if (stopped) return
      transactUnsynced(library.db, () => writeSetting(library.db, SETTING, cursor))
      await pause()
    }
  }
  const run = async (): Promise<void> => {
    try {
      await go()
    } catch (error) {
      // A disk that does not answer now is looked over at the next start; the log says so.
      const known = failureOf(error)
      if (!known || known.ok) throw error
      library.log(`integrity: the check stopped: ${known.failure.message} ${known.failure.place ?? ''}`)
    }
  }
  return {
    start: () => void (running ??= run()),
    finish: async () => {
      hurried = true
      wake()
      await running
      running = run()
      await running
    },
    close: async () => {
      stopped = true
      wake()
      await running
    }
  }
}
