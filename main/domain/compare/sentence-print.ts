import type { Sentence } from '#contract/filing'
import { foldText, tokensOf } from './fold-text'

/** Sentences of fewer words say nothing of what a company repeats: "Not applicable." */
const LEAST_WORDS = 4

/** Raised whenever the same sentence would get another print: prints of an older rule are made anew. */
export const PRINT_VERSION = 2

/** 53 bits of a text, as many as a number holds exactly: two mixed 32-bit multiplications of Knuth's golden ratio (cyrb53, public domain). */
const hash = (text: string): number => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}

/** The print of a sentence: equal for sentences that a comparison calls the same; 0 for one too short to be known again. */
export const sentencePrint = (text: string): number => {
  const folded = foldText(text)
  return tokensOf(folded).length < LEAST_WORDS ? 0 : hash(folded)
}

/** The prints of sentences, in their order. */
export const sentencePrints = (sentences: readonly Pick<Sentence, 'text'>[]): Float64Array =>
  Float64Array.from(sentences, ({ text }) => sentencePrint(text))
