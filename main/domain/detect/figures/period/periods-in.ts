import type { SentenceView } from '../../text/sentence-view'
import { findPeriods } from './period-words'
import type { NamedPeriod } from './period-words'

const READ = new WeakMap<SentenceView, readonly NamedPeriod[]>()

/** The periods a sentence names, in order; read once, since findings and figures both ask. */
export const periodsIn = (view: SentenceView): readonly NamedPeriod[] => {
  const known = READ.get(view)
  if (known) return known
  const read = findPeriods(view.text)
  READ.set(view, read)
  return read
}
