import { getListSeal, isCurrentSeal, sealContent, sealLists, setListSeal } from '../../store/content-seal'
import { setSeal } from '../../store/documents'
import type { StoredDocument } from '../../store/documents'
import { failureOf } from '../../store/failure-of'
import { transactUnsynced } from '../../store/sql'
import type { LibraryContext } from '../library-context'
import { yieldThread } from '../yield-thread'

/** How long a step of a check may hold the thread, in ms. */
const STEP_MS = 8

const inShortSteps = async (steps: Generator<void, string>): Promise<string> => {
  for (let since = performance.now();;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < STEP_MS) continue
    await yieldThread()
    since = performance.now()
  }
}

/** Keeps a seal where none was made; a disk that does not take it is no reason not to read. */
const keep = (library: LibraryContext, put: () => void): void => {
  try {
    transactUnsynced(library.db, put)
  } catch (error) {
    if (!failureOf(error)) throw error
  }
}

/** Holds what stands in the library against its seal; what has none of the form that is made now is sealed as it stands. */
const isSound = async (library: LibraryContext, steps: Generator<void, string>, seal: string | null,
  put: (seal: string) => void): Promise<boolean> => {
  try {
    const now = await inShortSteps(steps)
    if (isCurrentSeal(seal)) return now === seal
    keep(library, () => put(now))
    return true
  } catch (error) {
    const known = failureOf(error)
    if (known && !known.ok && known.failure.code === 'database-damaged') return false
    throw error
  }
}

/**
 * Whether the stored content of a document is what was stored, in short steps; a page that cannot be read is not. A document without a
 * seal, of an older program, is sealed as it stands.
 */
export const isContentSound = (library: LibraryContext, { key, seal }: StoredDocument): Promise<boolean> =>
  isSound(library, sealContent(library.db, key), seal, (now) => setSeal(library.db, key, now))

/** As `isContentSound`, of what is listed of a document beside its content: what waits for a decision, and where it speaks of risks. */
export const areListsSound = (library: LibraryContext, { key }: StoredDocument): Promise<boolean> =>
  isSound(library, sealLists(library.db, key), getListSeal(library.db, key), (now) => setListSeal(library.db, key, now))
