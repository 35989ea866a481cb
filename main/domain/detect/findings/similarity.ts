import type { SentenceView } from '../text/sentence-view'

const STOP: ReadonlySet<string> = new Set(
  ('the and for with that this these those from have has had was were are been being its our their they them which who whom what when where while will would could should may might must can not only also than then there here such into over under about between during through after before other some any all each more most many less least very much both either neither his her she him said says stated added commented noted company corporation quarter year')
    .split(' ')
)

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

/** The stems of one or more sentences together, with the weight of all of them; it grows as sentences are added. */
export class WeighedStems {
  readonly #rarity: Rarity
  readonly #stems = new Set<string>()
  #weight = 0

  constructor(rarity: Rarity) {
    this.#rarity = rarity
  }

  /** Adds the stems of a sentence. */
  add(stems: Iterable<string>): this {
    for (const stem of stems) {
      if (this.#stems.has(stem)) continue
      this.#stems.add(stem)
      this.#weight += this.#rarity.get(stem) ?? 1
    }
    return this
  }

  /** Share of the weight of the smaller text that both texts have, 0 to 1; takes time in proportion to the stems of this one. */
  similarity(other: WeighedStems): number {
    const smaller = Math.min(this.#weight, other.#weight)
    if (smaller === 0) return 0
    let shared = 0
    for (const stem of this.#stems) if (other.#stems.has(stem)) shared += this.#rarity.get(stem) ?? 1
    return shared / smaller
  }
}
