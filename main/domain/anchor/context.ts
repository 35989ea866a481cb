import type { Selectors } from '#contract/annotation'
import type { AnchorText } from './anchor-text'
import { blockAt, levelQuote, titleOfPath } from './anchor-text'
import { surroundingsOf } from './guards'
import type { Surroundings } from './guards'
import type { QuoteMatch } from './match-quote'

/** What stands on either side of words, and the section they stand in. */
export interface Context {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly title: string
}

/** How like one context is to another: each side and the section from 0 to 1. */
export interface Likeness {
  readonly before: number
  readonly after: number
  readonly section: number
}

/** How many words of context on either side are compared: the 64 code units that a quote keeps hold ten. */
const CONTEXT_WORDS = 10

/** How much text is read for that many words, in code units. */
const CONTEXT_READ = 112

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The context that a quote carries with it. */
export const contextOfQuote = ({ quote: { prefix, suffix }, sectionPath }: Pick<Selectors, 'quote' | 'sectionPath'>): Context => ({
  before: wordsOf(levelQuote(prefix)).slice(-CONTEXT_WORDS),
  after: wordsOf(levelQuote(suffix)).slice(0, CONTEXT_WORDS),
  title: titleOfPath(sectionPath)
})

/** The context of a place. */
export const contextAt = (anchors: AnchorText, { start, end }: QuoteMatch): Context => ({
  before: wordsOf(anchors.text.slice(Math.max(0, start - CONTEXT_READ), start)).slice(-CONTEXT_WORDS),
  after: wordsOf(anchors.text.slice(end, end + CONTEXT_READ)).slice(0, CONTEXT_WORDS),
  title: anchors.sectionOf(blockAt(anchors, start)).title
})

/** Share of the first words that the second hold in the same order (longest common subsequence). */
const commonShare = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0) return 1
  let row: number[] = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    b.forEach((other, at) => next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)))
    row = next
  }
  return (row[b.length] ?? 0) / a.length
}

/** How like a context is to that of the quote. */
export const likenessOf = (own: Context, other: Context): Likeness => ({
  before: commonShare(own.before, other.before),
  after: commonShare(own.after, other.after),
  section: own.title === other.title ? 1 : 0
})

/** Sides that share less than this have no more in common than any two stretches of one text: "the", "of", "in". */
const MORE_THAN_CHANCE = 0.4

const counted = (share: number): number => (share >= MORE_THAN_CHANCE ? share : 0)

/** One number for a likeness; the section weighs half of a side. */
export const weigh = ({ before, after, section }: Likeness): number => counted(before) + counted(after) + section / 2

/** Contexts are the same from this share of common words on: one word of four may be edited. */
export const SAME_CONTEXT = 0.7

/** Two places whose contexts differ by less than this cannot be told apart. */
export const TIE = 0.15

/** Whether the text around a place is that around the quote: one whole side of it, or most of both. */
export const hasContext = ({ before, after }: Likeness): boolean =>
  Math.max(before, after) >= SAME_CONTEXT || (before + after) / 2 >= SAME_CONTEXT

/** Whether both sides of a place are those of the quote. */
export const hasBothContexts = ({ before, after }: Likeness): boolean => before >= SAME_CONTEXT && after >= SAME_CONTEXT

/** How far a sentence is read from its words, in code units. */
const SENTENCE_READ = 120

const SENTENCE_END = /[.!?]["')\]]*\s+(?=["'([]?[\p{Lu}\d])/gu

const lastSentence = (text: string): string => {
  const ends = [...text.matchAll(SENTENCE_END)].at(-1)
  return ends ? text.slice(ends.index + ends[0].length) : text
}

const firstSentence = (text: string): string => {
  const [end] = text.matchAll(SENTENCE_END)
  return end ? text.slice(0, end.index + 1) : text
}

/** A word that the reading began in the middle of is left out. */
const withoutCutWord = (text: string, isCut: boolean): string => (isCut ? text.replace(/^[^\s]*\s/, '') : text)

/** What the sentence around a place says beside its words; a block ends a sentence too. */
export const surroundingsAt = (anchors: AnchorText, { start, end }: QuoteMatch): Surroundings => {
  const opening = anchors.starts[blockAt(anchors, start)] ?? 0
  const last = blockAt(anchors, Math.max(end - 1, start))
  const closing = (anchors.starts[last] ?? 0) + (anchors.blocks[last]?.text.length ?? 0)
  const from = Math.max(opening, start - SENTENCE_READ)
  const left = withoutCutWord(anchors.text.slice(from, start), from > opening)
  return surroundingsOf(lastSentence(left), anchors.text.slice(start, end),
    firstSentence(anchors.text.slice(end, Math.min(closing, end + SENTENCE_READ))))
}

/** The same, of no more than what touches the words: for a quote whose own text is not at hand, and nobody knows where blocks end. */
export const touchingOf = (before: string, words: string, after: string): Surroundings =>
  surroundingsOf(/\S*$/.exec(before)?.[0] ?? '', words, /^\S*/.exec(after)?.[0] ?? '')
