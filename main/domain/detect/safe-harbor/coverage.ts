import type { ForwardLooking, SafeHarbor } from '#contract/finding'
import { inflections } from '../text/inflect'
import { PhraseMatcher } from '../text/phrases'
import type { SentenceView } from '../text/sentence-view'

/** Phrases of several words that are looked for one by one; no filing lists a tenth as many. */
const MOST_PHRASES = 100

/** Which of some phrases of several words the body uses; many are looked for at once, word by word. */
const usedPhrases = (phrases: ReadonlyMap<string, string>, body: readonly SentenceView[]): readonly string[] => {
  if (phrases.size <= MOST_PHRASES) {
    return [...phrases].flatMap(([form, word]) => body.some((view) => view.text.toLowerCase().includes(form)) ? [word] : [])
  }
  const matcher = new PhraseMatcher([...phrases].map(([text, tag]) => ({ list: 'listed', tag, text, weight: 1 })))
  return body.flatMap((view) => matcher.match(view.text, view.tokens).map(({ phrase }) => phrase.tag))
}

/** The listed words that the body uses in any of their forms. */
const usedWords = (listed: readonly string[], body: readonly SentenceView[]): ReadonlySet<string> => {
  const used = new Set<string>()
  const formOf = new Map<string, string>()
  const phrases = new Map<string, string>()
  for (const word of listed) {
    for (const form of inflections(word)) {
      if (!form.includes(' ')) formOf.set(form, word)
      else phrases.set(form, word)
    }
  }
  for (const word of usedPhrases(phrases, body)) used.add(word)
  for (const view of body) {
    for (const word of view.tokens.words) {
      const listedAs = formOf.get(word)
      if (listedAs !== undefined) used.add(listedAs)
    }
  }
  return used
}

/** Cues of the body that the filing's list leaves out, and listed words that the body never uses. */
export const withCoverage = (safeHarbor: SafeHarbor, statements: readonly ForwardLooking[], body: readonly SentenceView[]): SafeHarbor => {
  if (safeHarbor.triggers.length === 0) return { ...safeHarbor, unusedTriggers: [], unlistedCues: [] }
  const listed = [...new Set(safeHarbor.triggers.map((trigger) => trigger.text.toLowerCase()))]
  const used = usedWords(listed, body)
  const unusedTriggers = listed.filter((word) => !used.has(word))
  const unlisted = new Set<string>()
  for (const statement of statements) {
    if (statement.class === 'boilerplate') continue
    for (const trigger of statement.triggers) if (trigger.source === 'lexicon') unlisted.add(trigger.text.toLowerCase())
  }
  return { ...safeHarbor, unusedTriggers, unlistedCues: [...unlisted] }
}
