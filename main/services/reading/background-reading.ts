import { DESCRIBER_VERSION, PARSER_VERSION } from '../../domain/versions'
import type { FilingId } from '#contract/ids'
import type { DocumentKey } from '../../store/documents'
import { countUnread, markRefused, nextUnread } from '../../store/unread-documents'
import type { UnreadDocument } from '../../store/unread-documents'
import { nextUndescribed } from '../../store/filing-details'
import { describeAgain } from '../import/describe-header'
import { yieldThread } from '../yield-thread'
import type { LibraryContext } from '../library-context'
import type { FilingReader } from '../filing-reader'

/** Reads, one after the other and below everything else, the documents of the library that nobody opened yet. */
export interface BackgroundReading {
  /** Begins; before that `wake` does nothing. */
  readonly start: () => void
  /** Tells that there may be something to read. */
  readonly wake: () => void
  /** Resolves when nothing is left that can be read, or the reading was closed. */
  readonly idle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What goes before: resolves when none of it is under way. */
export type GoesBefore = () => Promise<void>

/** A document that was stopped this often, by whoever came first, waits for the next start. */
const MOST_TRIES = 3

class Reading implements BackgroundReading {
  readonly #library: LibraryContext
  readonly #reader: Pick<FilingReader, 'readAhead'>
  readonly #before: GoesBefore
  /** How often documents were tried in vain in this run. */
  readonly #tries = new Map<DocumentKey, number>()
  #started = false
  #closed = false
  /** Whether there was news since the last look. */
  #news = false
  #going: Promise<void> | null = null

  constructor(library: LibraryContext, reader: Pick<FilingReader, 'readAhead'>, before: GoesBefore) {
    this.#library = library
    this.#reader = reader
    this.#before = before
  }

  readonly start = (): void => {
    this.#started = true
    this.wake()
  }

  readonly wake = (): void => {
    this.#news = true
    if (!this.#started || this.#closed) return
    this.#going ??= this.#go().finally(() => {
      this.#going = null
      if (this.#news) this.wake()
    })
  }

  readonly idle = async (): Promise<void> => {
    while (this.#going) await this.#going
  }

  readonly close = async (): Promise<void> => {
    this.#closed = true
    await this.#going
  }

  async #go(): Promise<void> {
    let next: UnreadDocument | undefined
    do {
      await this.#before()
      this.#news = false
      next = this.#closed ? undefined : this.#next(next?.filingId ?? null)
      if (next) await this.#read(next)
      await this.#describe()
    } while (next)
  }

  /** Describes the filings that older rules described, and those whose last exhibit was just read. */
  async #describe(): Promise<void> {
    const { db, emit } = this.#library
    for (let id = this.#undescribed(); id !== undefined; id = this.#undescribed()) {
      if (describeAgain(this.#library, id)) emit('library.changed', { filingId: id })
      else if (nextUndescribed(db, DESCRIBER_VERSION, PARSER_VERSION) === id) return
      await yieldThread()
    }
  }

  #undescribed(): FilingId | undefined {
    return this.#closed ? undefined : nextUndescribed(this.#library.db, DESCRIBER_VERSION, PARSER_VERSION)
  }

  /** The next document, of this filing first; `but` is left out, and what was tried too often. */
  #next(filingId: FilingId | null, but?: DocumentKey): UnreadDocument | undefined {
    const without = [...this.#tries].flatMap(([key, tries]) => (tries >= MOST_TRIES ? key : []))
    return nextUnread(this.#library.db, { version: PARSER_VERSION, filingId, without: but === undefined ? without : [...without, but] })
  }

  async #read({ key, filingId, sequence }: UnreadDocument): Promise<void> {
    const { db, log } = this.#library
    const after = this.#next(filingId, key)
    try {
      const end = await this.#reader.readAhead(filingId, sequence, after?.filingId === filingId)
      if (this.#closed) return
      if (end === 'refused') {
        markRefused(db, key, PARSER_VERSION)
        log(`document ${String(sequence)} of filing ${filingId} could not be read in the background`)
      }
      if (end === 'later') this.#triedInVain(key)
    } catch (error) {
      this.#triedInVain(key)
      log(`document ${String(sequence)} of filing ${filingId}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
    }
    this.#tell(filingId)
  }

  #triedInVain(key: DocumentKey): void {
    this.#tries.set(key, (this.#tries.get(key) ?? 0) + 1)
  }

  /** Tells how much is left; lists are told once for each filing, when all of it was read. */
  #tell(filingId: FilingId): void {
    const { db, emit } = this.#library
    const left = countUnread(db)
    emit('reading.progress', { unread: [...left.values()].reduce((sum, n) => sum + n, 0) })
    if (left.has(filingId)) return
    emit('work.changed', { filingId })
    emit('library.changed', { filingId })
  }
}

/** The background reading of a library; `before` is waited for ahead of each document. */
export const createBackgroundReading = (library: LibraryContext, reader: Pick<FilingReader, 'readAhead'>,
  before: GoesBefore): BackgroundReading => new Reading(library, reader, before)
