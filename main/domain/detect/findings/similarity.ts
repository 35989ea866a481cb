import type { SentenceView } from '../text/sentence-view'

const STOP: ReadonlySet<string> = new Set(('the and for with that this these those from have has had was were are been being its our their they them which who whom what when where while will would could should may might must can not only also than then there here such into over under about between during through after before other some any all each more most many less least very much both either neither his her she him said says stated added commented noted company corporation quarter year').split(' '))

/**
 * Content words of a stretch of a sentence, in their stems, without the scope that "regardless of" opens
 * and without the attribution before a quotation. */
export const contentStems = (view: SentenceView): ReadonlySet<string> => {
  const scope = view.hits('hedged-scope')[0]
  const words = scope ? view.tokens.words.slice(0, scope.from) : view.tokens.words
  const opening = view.sentence.speaker === null ? -1 : words.indexOf('"')
  return stems(opening > 0 && opening < words.length / 2 ? words.slice(opening) : words)
}

/** Stems of words: lower case, at least three letters, plural, -ed and -ing cut. */
export const stems = (words: readonly string[]): ReadonlySet<string> => {
  const out = new Set<string>()
  for (const word of words) {
    if (word.length < 3 || STOP.has(word)) continue
    out.add(/^\d/.test(word) ? word : word.replace(/(?:ically|ingly|ations?|ments?|ing|ed|ies|es|s|ly)$/, '').slice(0, 9))
  }
  return out
}

/** How rare each stem is in the document: log of sentences over sentences that have it. */
export type Rarity = ReadonlyMap<string, number>

/** Counts the stems of all sentences. */
export const rarityOf = (all: readonly ReadonlySet<string>[]): Rarity => {
  const counts = new Map<string, number>()
  for (const set of all) for (const stem of set) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + all.length / count)]))
}

const weight = (set: Iterable<string>, rarity: Rarity): number => {
  let sum = 0
  for (const stem of set) sum += rarity.get(stem) ?? 1
  return sum
}

/** Share of the weight of the smaller text that both texts have, 0 to 1. */
export const similarity = (left: ReadonlySet<string>, right: ReadonlySet<string>, rarity: Rarity): number => {
  const shared = [...left].filter(stem => right.has(stem))
  const smaller = Math.min(weight(left, rarity), weight(right, rarity))
  return smaller === 0 ? 0 : weight(shared, rarity) / smaller
}
