import type { ForwardLooking, SafeHarbor } from '#contract/finding'
import { inflections } from '../text/inflect'
import type { SentenceView } from '../text/sentence-view'

/** Cues of the body that the filing's list leaves out, and listed words that the body never uses. */
export const withCoverage = (safeHarbor: SafeHarbor, statements: readonly ForwardLooking[], body: readonly SentenceView[]): SafeHarbor => {
  if (safeHarbor.triggers.length === 0) return { ...safeHarbor, unusedTriggers: [], unlistedCues: [] }
  const used = new Set(body.flatMap(view => view.tokens.words))
  const unusedTriggers = safeHarbor.triggers.map(trigger => trigger.text.toLowerCase())
    .filter(word => !inflections(word).some(form => form.includes(' ') ? body.some(view => view.text.toLowerCase().includes(form)) : used.has(form)))
  const unlisted = new Set<string>()
  for (const statement of statements) {
    if (statement.class === 'boilerplate') continue
    for (const trigger of statement.triggers) if (trigger.source === 'lexicon') unlisted.add(trigger.text.toLowerCase())
  }
  return { ...safeHarbor, unusedTriggers: [...new Set(unusedTriggers)], unlistedCues: [...unlisted] }
}
