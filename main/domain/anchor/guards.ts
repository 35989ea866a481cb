import guardWords from '../../../resources/lexicon/anchor-guards.json'

/** What an edit did to words that an annotation stands on; the first three keep what they say. */
export type EditKind = 'same' | 'typographic' | 'reworded' | 'number-changed' | 'polarity-changed'

const CLASSES: ReadonlyMap<string, string> = new Map(Object.entries(guardWords).flatMap(([name, words]) => words.map((word): [string, string] => [word, name])))

/** Words that are numbers or count as such, dates included: a changed month is a changed fact. */
const NUMBER_WORDS: ReadonlySet<string> = new Set((
  'zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety '
  + 'hundred thousand million billion trillion half third quarter first second fourth fifth sixth seventh eighth ninth tenth '
  + 'once twice double doubled triple tripled january february march april june july august september october november december '
  + 'dollars percent basis'
).split(' '))

const TOKEN = /[<>=≤≥]|[$€£]?\d(?:[\d,.]*\d)?%?|[\p{L}]+(?:'[\p{L}]+)?/gu

const tokensOf = (text: string): string[] => (text.toLowerCase().match(TOKEN) ?? []).map((token) => /\d/.test(token) ? token.replaceAll(',', '') : token)

const isNumber = (token: string): boolean => /[\d<>=≤≥]/.test(token) || NUMBER_WORDS.has(token)

/** The class of a word that decides what a sentence claims, or null. Contractions of "not" count as "not". */
const classOf = (token: string): string | null => token.endsWith("n't") ? 'not' : CLASSES.get(token) ?? null

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((value, at) => value === b[at])

/** Whether two words differ by one letter or by two neighbours swapped, as a slip of the hand leaves them. */
const isSlip = (a: string, b: string): boolean => {
  if (Math.min(a.length, b.length) < 5 || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const restA = a.slice(at)
  const restB = b.slice(at)
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
    || (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
}

/** The most slips in one quote; more of them are another wording. */
const MOST_SLIPS = 2

const isTypographic = (before: readonly string[], after: readonly string[]): boolean => {
  if (before.length !== after.length) return before.join('') === after.join('')
  const changed = before.filter((word, at) => word !== after[at])
  return changed.length <= MOST_SLIPS && before.every((word, at) => word === after[at] || isSlip(word, after[at] ?? ''))
}

/**
 * Compares the words an annotation was made on with the words found in their place. A threshold of likeness cannot tell
 * "63%" from "36%" or "improvement" from "decline": the numbers, and the words of direction, denial and certainty, must be
 * the same in the same order, or the annotation is held for review.
 */
export const compareWords = (before: string, after: string): EditKind => {
  if (before === after) return 'same'
  const old = tokensOf(before)
  const now = tokensOf(after)
  if (!sameList(old.filter(isNumber), now.filter(isNumber))) return 'number-changed'
  const classes = (tokens: readonly string[]): string[] => tokens.map(classOf).filter((name) => name !== null)
  if (!sameList(classes(old), classes(now))) return 'polarity-changed'
  return isTypographic(old, now) ? 'typographic' : 'reworded'
}
