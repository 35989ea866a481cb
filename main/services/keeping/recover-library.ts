import type { Recovery } from '#contract/shell'
import { countWords } from '#model/words'
import { failureOf } from '../../store/failure-of'
import { getFiling } from '../../store/filings'
import { completeJournal, lacksItsEnd } from './complete-journal'
import { SET_ASIDE } from '../journal/journal'
import type { LibraryContext } from '../library-context'
import { newestThings, replayJournal } from '../things/replay-journal'
import type { Replay } from '../things/replay-journal'
import { decodeAsLast, restoreFilings } from './restore-filings'
import type { RestoredFilings } from './restore-filings'
import { isWorkEntity } from '../journal/states'
import { THINGS } from '../things/things'
import type { KeptThing } from '../things/things'
import type { RebuildReport } from './swap-library'

/** Up to this size in bytes every line of the journal is looked at after each start; of a longer one only what is needed. */
const CHECKED_BYTES = 4 * 1024 * 1024

/** How many names of missing things are said; the log has them all. */
const NAMES = 12

/** Things by their kind, in words: "2 notes and 1 highlight". */
const byKind = (entities: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const entity of entities) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  const words = [...counts].flatMap(([entity, count]) => {
    if (!isWorkEntity(entity)) return []
    const [one, many] = THINGS[entity].name
    return [countWords(count, one, many)]
  })
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const entityOf = (name: string): string => name.slice(0, name.indexOf(' '))

const named = (names: readonly string[]): string =>
  names.length <= NAMES ? names.join(', ') : `${names.slice(0, NAMES).join(', ')} and ${String(names.length - NAMES)} more`

/** What was found and done after an opening. */
interface Findings extends RestoredFilings {
  readonly work: readonly string[]
  readonly waiting: readonly KeptThing[]
  readonly badLines: number
  readonly rewritten: number
  readonly rebuilt: RebuildReport | null
}

const fileNames = ({ db }: LibraryContext, waiting: readonly KeptThing[]): readonly string[] => [
  ...new Set(
    waiting.flatMap(({ filingId }) => filingId === null ? [] : [getFiling(db, filingId)?.title ?? '']).filter((title) => title !== '')
  )
]

/** What the reader is told of it; null where there is nothing to tell. */
const tell = (library: LibraryContext, { restored, missing, work, waiting, badLines, rewritten, rebuilt }: Findings): Recovery | null => {
  const left = waiting.filter(({ entity }) => entity !== 'filing')
  const on = fileNames(library, left)
  const back = [restored.length > 0 ? byKind(restored.map(() => 'filing')) : '', byKind(work)].filter((words) => words !== '')
  const lines = [
    rebuilt ? 'Rebuilding the library was interrupted once the new library was complete. The new library is now in use.' : '',
    back.length > 0 ? `Brought back from the kept files and the journal: ${back.join('; ')}.` : '',
    restored.length > 0 ? `Read again: ${named(restored)}.` : '',
    missing.length > 0 ? `Not brought back: ${named(missing)}.` : '',
    left.length > 0
      ? `Not brought back, since what they stand on is not in the library: ${byKind(left.map(({ entity }) => entity))}${
        on.length > 0 ? ` (${named(on)})` : ''
      }. Their words stay in the journal.`
      : '',
    badLines > 0 ? `${countWords(badLines, 'line')} of the journal could not be read. A copy is in ${SET_ASIDE} in the data folder.` : '',
    rewritten > 0
      ? `The journal, the second copy of your work, had lost ${
        countWords(rewritten, 'entry', 'entries')
      }. They were written into it again from the library; none of your work is missing.`
      : ''
  ].filter((line) => line !== '')
  return lines.length === 0 ? null : { whole: missing.length === 0 && left.length === 0, lines }
}

const putBack = async (library: LibraryContext, stopped: () => boolean): Promise<RestoredFilings & { readonly replay: Replay }> => {
  const things = newestThings(library.journal.read())
  const filings = await restoreFilings(library, things.values(), stopped)
  const replay = replayJournal(library, true)
  for (const line of replay.log) library.log(line)
  await decodeAsLast(library, things.values())
  if (filings.restored.length > 0 || replay.restored.length > 0) library.emit('library.changed', { filingId: null })
  return { ...filings, replay }
}

/** What a start finds out before the window shows anything. */
export interface Opening {
  readonly replay: Replay
  readonly rebuilt: RebuildReport | null
}

const look = async (library: LibraryContext, opening: Opening, stopped: () => boolean): Promise<Findings> => {
  const { journal } = library
  const bad = journal.bytes() <= CHECKED_BYTES || opening.replay.waiting.length > 0 ? journal.check().bad : []
  const fresh = bad.length > 0 ? journal.setAside(bad) : 0
  const cut = fresh > 0 || lacksItsEnd(library)
  const behind = cut || opening.replay.waiting.length > 0
  const again = behind ? await putBack(library, stopped) : { restored: [], missing: [], replay: { restored: [], waiting: [], log: [] } }
  const rewritten = cut && !stopped() ? completeJournal(library) : 0
  const { restored, missing, replay } = again
  return { restored, missing, work: [...opening.replay.restored, ...replay.restored].map(entityOf).filter((entity) => entity !== 'filing'),
    waiting: replay.waiting, badLines: fresh, rewritten, rebuilt: opening.rebuilt }
}

/**
 * Makes good, without holding the thread, what an opening found to be amiss: filings that the journal tells of are read again from
 * their kept bytes, and the work on them put back; spoilt lines of the journal are set aside; what the journal lacks is written into
 * it again. Answers what the reader is to be told, or null. What imports left that were cut off must be gone before.
 */
export const recoverLibrary = async (library: LibraryContext, opening: Opening, stopped: () => boolean): Promise<Recovery | null> => {
  try {
    const recovery = tell(library, await look(library, opening, stopped))
    for (const line of recovery?.lines ?? []) library.log(line)
    return recovery
  } catch (error) {
    const known = failureOf(error)
    if (!known || known.ok) throw error
    library.log(`recovery: ${known.failure.message} ${known.failure.place ?? ''}`)
    return { whole: false,
      lines: [`What the library lacks could not be brought back now. ${known.failure.message}`, 'It is tried again at the next start.'] }
  }
}
