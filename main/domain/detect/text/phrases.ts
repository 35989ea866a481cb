import { tokenise } from './tokens'
import type { Tokens } from './tokens'

/** One phrase of a word list: the list it is on, a tag within that list, and its weight (1 where the list gives none). */
export interface Phrase {
  readonly list: string
  readonly tag: string
  readonly text: string
  readonly weight: number
}

/** A phrase found in a text; `from` and `to` are token indices, end-exclusive. */
export interface PhraseHit {
  readonly phrase: Phrase
  readonly from: number
  readonly to: number
}

interface Branch {
  readonly next: Map<string, Branch>
  readonly ends: { readonly phrase: Phrase; readonly capital: boolean }[]
}

const branch = (): Branch => ({ next: new Map(), ends: [] })

/** Whether a phrase is written in capitals (NDA, FDA), which makes it match in that form only. */
const isCapital = (text: string): boolean => text.length > 1 && text === text.toUpperCase() && /[A-Z]{2}/.test(text)

/** The number of a word list that no matcher knows; there are fewer than 63 lists. */
export const NO_LIST = 63

/** Finds every phrase of all word lists in one pass over the tokens of a text. */
export class PhraseMatcher {
  readonly #root = branch()
  readonly #lists = new Map<string, number>()

  constructor(phrases: Iterable<Phrase>) {
    for (const phrase of phrases) this.#add(phrase)
  }

  /** The number of a word list, from 0 in the order the lists were given; `NO_LIST` where there is no such list. */
  numberOf(list: string): number {
    return this.#lists.get(list) ?? NO_LIST
  }

  /** The hits in order of their first token; overlapping hits are all kept. */
  match(text: string, tokens: Tokens): PhraseHit[] {
    const out: PhraseHit[] = []
    const { words } = tokens
    for (let from = 0; from < words.length; from += 1) {
      let node = this.#root.next.get(words[from] ?? '')
      for (let to = from + 1; node; to += 1) {
        for (const { phrase, capital } of node.ends) {
          if (!capital || text.startsWith(phrase.text, tokens.starts[from])) out.push({ phrase, from, to })
        }
        node = to < words.length ? node.next.get(words[to] ?? '') : undefined
      }
    }
    return out
  }

  #add(phrase: Phrase): void {
    if (!this.#lists.has(phrase.list)) this.#lists.set(phrase.list, this.#lists.size)
    let node = this.#root
    for (const word of tokenise(phrase.text).words) {
      const known = node.next.get(word)
      if (known) node = known
      else {
        const fresh = branch()
        node.next.set(word, fresh)
        node = fresh
      }
    }
    node.ends.push({ phrase, capital: isCapital(phrase.text) })
  }
}
