import { foldForSearch, SEARCH_WORDS_VERSION } from '../../domain/search/search-text'
import { countToIndex, indexWaiting, markAllToIndex, refoldWork } from '../../store/search-index'
import { readSettings, writeSetting } from '../../store/settings'
import type { LibraryContext } from '../library-context'
import { yieldThread } from '../yield-thread'

/** The upkeep of the index of words. */
export interface IndexRenewal {
  /** Settles when nothing waits any more, or the renewal was stopped. */
  readonly done: Promise<void>
  /** Stops it; what is left waits for the next start. */
  readonly stop: () => Promise<void>
}

const VERSION = 'search.words'

/**
 * Brings the index up to the words of this program, in steps that hold the thread no longer than a frame: after the rules of folding
 * changed, every text, quote and note is folded anew. Searching goes on meanwhile with what is there.
 */
export const renewSearchIndex = (library: Pick<LibraryContext, 'db' | 'log'>): IndexRenewal => {
  const { db, log } = library
  let stopped = false
  const go = async (steps: Generator<void, void>): Promise<void> => {
    while (!stopped && steps.next().done !== true) await yieldThread()
  }
  const renew = async (): Promise<void> => {
    if (readSettings(db).get(VERSION) !== SEARCH_WORDS_VERSION) {
      await go(refoldWork(db, foldForSearch))
      if (stopped) return
      markAllToIndex(db)
      writeSetting(db, VERSION, SEARCH_WORDS_VERSION)
    }
    const waiting = countToIndex(db)
    if (waiting === 0) return
    await go(indexWaiting(db, foldForSearch))
    log(`search index: ${String(waiting - countToIndex(db))} documents folded anew`)
  }
  // Not in the middle of the start: the window comes first.
  const done = yieldThread().then(() => (stopped ? undefined : renew()))
  return {
    done,
    stop: async () => {
      stopped = true
      await done
    }
  }
}
