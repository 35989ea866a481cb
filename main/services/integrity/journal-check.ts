import { countWords } from '#model/words'
import { SET_ASIDE } from '../journal/journal'
import type { LibraryContext } from '../library-context'
import { yieldThread } from '../yield-thread'
import { tellDamage } from './damage'

/** How long a step of the look may hold the thread, in ms. */
const STEP_MS = 8

/**
 * Looks at every line of the journal, however long it is, in short steps with a `pause` between; what fails its check is copied aside, told,
 * and what it told is written into the journal once more, by `complete`, which answers how many things those were.
 */
export const checkJournal = async (library: LibraryContext, pause: () => Promise<void>, complete: () => number): Promise<void> => {
  const look = library.journal.lookThrough()
  let since = performance.now()
  for (let step = look.next();; step = look.next()) {
    if (step.done === true) {
      const fresh = step.value.length === 0 ? 0 : library.journal.setAside(step.value)
      if (fresh > 0) tell(library, fresh, complete())
      return
    }
    if (performance.now() - since < STEP_MS) continue
    await yieldThread()
    await pause()
    since = performance.now()
  }
}

const tell = (library: LibraryContext, lines: number, rewritten: number): void =>
  tellDamage(library, { filingId: null, mended: true, message: `${countWords(lines, 'line')} of the journal had changed on the disk.`,
    detail: `A copy is in ${SET_ASIDE} in the data folder; ${
      rewritten === 0
        ? 'newer lines tell of the same.'
        : `${countWords(rewritten, 'thing')} that the library holds were written into the journal again.`
    } The disk may be failing: have it checked.` })
