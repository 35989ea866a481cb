import type { FilingId } from '#contract/ids'
import type { ReadableDb } from '../../store/handles'
import type { JournalLine } from '../journal/journal-line'
import type { LibraryContext } from '../library-context'

/** What a thing needs of the library around it. */
export type Shelf = Pick<LibraryContext, 'db' | 'clock'>

/**
 * One kind of the analyst's work: all that undo, the journal's replay and the history have to know of it. `State` is a thing as the
 * journal keeps it, `Told` as the history does.
 */
export interface Thing<State extends object, Told extends object = State> {
  /** What a reader calls one of it, and several. */
  readonly name: readonly [one: string, many: string]
  /** What stands on nothing has a lower number: it is put back before what stands on it. */
  readonly order: number
  /** The filing it belongs to, or null. */
  readonly filingOf: (id: string, state: State) => FilingId | null
  /** The thing as the database holds it; null where it does not. */
  readonly get: (db: ReadableDb, id: string) => State | null
  /** Whether the database lacks what the journal tells of it. */
  readonly isLost: (db: ReadableDb, id: string, state: State) => boolean
  /** Puts it back as the journal tells; false where what it stands on is not in the library. */
  readonly put: (library: LibraryContext, id: string, state: State) => boolean
  /** Brings it to a state of the history, null where it was not there; answers the lines that the journal keeps of that. */
  readonly restore: (library: Shelf, id: string, state: Told | null) => JournalLine[]
  /** A state of it as a short text for reading. */
  readonly words: (db: ReadableDb, state: Told) => string
}
