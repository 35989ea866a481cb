import type { FilingId } from '#contract/ids'
import type { LibraryContext } from '../library-context'

/** Something of the library that the disk did not give back as it was written, in the reader's words. */
export interface Damage {
  readonly filingId: FilingId | null
  /** What had changed, and whether it was mended. */
  readonly message: string
  /** What to do next. */
  readonly detail: string
  readonly mended: boolean
}

const told = new WeakMap<object, Set<string>>()

/** Tells of damage in the log and in every window; what could not be mended is told once in a session. */
export const tellDamage = (library: LibraryContext, damage: Damage): void => {
  const known = told.get(library.db) ?? new Set<string>()
  told.set(library.db, known)
  if (!damage.mended && known.has(damage.message)) return
  known.add(damage.message)
  library.log(`integrity: ${damage.message} ${damage.detail}`)
  library.emit('library.damage', damage)
}
