import type { EventName, Events } from '#contract/events'
import type { WritableDb } from '../store/handles'
import type { Analysis } from './analysis-thread'
import type { Journal } from './journal/journal'
import type { SourceFiles } from './import/source-files'

/** What every use case works with: one open library, and the outside world as functions. */
export interface LibraryContext {
  readonly db: WritableDb
  readonly folder: string
  readonly sources: SourceFiles
  readonly journal: Journal
  readonly analysis: Analysis
  /** The time as ISO 8601 in UTC, with milliseconds. */
  readonly clock: () => string
  /** A new identifier, unique in this library for ever. */
  readonly newId: () => string
  /** Tells every window. */
  readonly emit: <E extends EventName>(name: E, payload: Events[E]) => void
  /** Writes one line to the log. */
  readonly log: (line: string) => void
}
