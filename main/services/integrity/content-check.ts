import { isCurrentSeal, sealContent } from '../../store/content-seal'
import { setSeal } from '../../store/documents'
import type { DocumentKey, StoredDocument } from '../../store/documents'
import { failureOf } from '../../store/failure-of'
import { transactUnsynced } from '../../store/sql'
import type { LibraryContext } from '../library-context'
import { yieldThread } from '../yield-thread'

/** How long a step of a check may hold the thread, in ms. */
const STEP_MS = 8

const sealOf = async (library: LibraryContext, key: DocumentKey): Promise<string> => {
  const steps = sealContent(library.db, key)
  for (let since = performance.now();;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < STEP_MS) continue
    await yieldThread()
    since = performance.now()
  }
}

/** Keeps the seal of a document of which none was made; a disk that does not take it is no reason not to read. */
const keepSeal = (library: LibraryContext, key: DocumentKey, seal: string): void => {
  try {
    transactUnsynced(library.db, () => setSeal(library.db, key, seal))
  } catch (error) {
    if (!failureOf(error)) throw error
  }
}

/**
 * Whether the stored content of a document is what was stored, in short steps; a page that cannot be read is not. A document without a
 * seal, of an older program, is sealed as it stands.
 */
export const isContentSound = async (library: LibraryContext, stored: StoredDocument): Promise<boolean> => {
  try {
    const now = await sealOf(library, stored.key)
    if (!isCurrentSeal(stored.seal)) {
      keepSeal(library, stored.key, now)
      return true
    }
    return now === stored.seal
  } catch (error) {
    const known = failureOf(error)
    if (known && !known.ok && known.failure.code === 'database-damaged') return false
    throw error
  }
}
