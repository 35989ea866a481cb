import { listDocuments } from '../../store/documents'
import { getFiling, listFilingIdsAfter } from '../../store/filings'
import { failureOf } from '../../store/failure-of'
import { checkSeals, SEALED_KINDS } from '../../store/seals'
import type { SealedKind } from '../../store/seals'
import { readSettings, writeSetting } from '../../store/settings'
import { transactUnsynced } from '../../store/sql'
import type { LibraryContext } from '../library-context'
import type { FilingReader } from '../filing-reader'
import { mendAndTell, tellSource } from './integrity'
import { isSourceSound, mendSource } from './source-check'

/** How long the check lets the program alone after each step, in ms. */
const PAUSE = 100

/** How long after a whole round the next begins, in ms: one day. */
const INTERVAL = 24 * 60 * 60 * 1000

/** Where a round goes on: behind which row of which kind of work, or behind which filing; with the time of its beginning. */
interface Cursor {
  readonly stage: SealedKind | 'filings' | 'done'
  readonly after: string
  readonly since: string
}

const SETTING = 'integrity.cursor'

const isCursor = (value: unknown): value is Cursor =>
  typeof value === 'object' && value !== null && 'stage' in value && 'after' in value && 'since' in value && typeof value.after === 'string'
  && (value.stage === 'filings' || value.stage === 'done' || SEALED_KINDS.some((kind) => kind === value.stage))

/** Looks over the whole library in idle time: kept files, stored texts, the analyst's work. */
export interface IdleCheck {
  /** Begins, or goes on where an earlier run of the program stopped; a round that ended less than a day ago is let be. */
  readonly start: () => void
  /** Goes through to the end of a round at once. */
  readonly finish: () => Promise<void>
  /** Stops after the step that runs. */
  readonly close: () => Promise<void>
}

/** One step of a round; answers where to go on. */
const step = async (library: LibraryContext, reader: FilingReader, cursor: Cursor, pause: () => Promise<void>): Promise<Cursor> => {
  const { db } = library
  if (cursor.stage === 'done') return cursor
  if (cursor.stage !== 'filings') {
    const { broken, next } = checkSeals(db, cursor.stage, cursor.after)
    mendAndTell(library, broken, null)
    if (next !== null) return { ...cursor, after: next }
    return { ...cursor, stage: SEALED_KINDS[SEALED_KINDS.indexOf(cursor.stage) + 1] ?? 'filings', after: '' }
  }
  const [filingId] = listFilingIdsAfter(db, cursor.after, 1)
  if (filingId === undefined) return { ...cursor, stage: 'done', after: '' }
  const filing = getFiling(db, filingId)
  if (filing && !await isSourceSound(library, filing.sha256, pause)) tellSource(library, filing, await mendSource(library, filing))
  for (const { summary } of listDocuments(db, filingId)) {
    if (!summary.parsed) continue
    await pause()
    await reader.check(filingId, summary.sequence)
  }
  return { ...cursor, after: filingId }
}

/** The check of one library; `pauseMs` is how long it lets everything else alone between two steps. */
export const createIdleCheck = (library: LibraryContext, reader: FilingReader, pauseMs = PAUSE): IdleCheck => {
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
    return known && fresh && !hurried ? known : { stage: SEALED_KINDS[0] ?? 'filings', after: '', since: library.clock() }
  }
  const go = async (): Promise<void> => {
    for (let cursor = first(); !stopped && cursor.stage !== 'done';) {
      cursor = await step(library, reader, cursor, pause)
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
