import { foldText, tokensOf } from './fold-text'
import { spansOf } from './told-spans'
import type { Passage } from './comparable-document'
import { pattern } from '#model/pattern'

/** Words that stand in any sentence: two sentences that share only these are not alike. */
const COMMON: ReadonlySet<string> = new Set((
  'a an and are as at be been by for from had has have in into is it its of on or our that the their these this to was we were which will with'
).split(' '))

/** A number says where a sentence belongs less than a word does: next quarter's release has the same words and other numbers. */
const NUMBER_WEIGHT = 0.2
const COMMON_WEIGHT = 0.25
/** The words of a formula that a whole list repeats say nothing of which entry is which. */
const FORMULA_WEIGHT = 0.05
/** In a row of a table the label says which row it is, and every number may be another. */
const ROW_NUMBER_WEIGHT = 0.05
/** The likeness of two rows that have no label and no number in common: subtotals, known by their place alone. */
const BARE_ROWS = 0.67
/** A passage that stands almost whole inside another one was extended or cut, however long the rest is. */
const CONTAINED = { least: 0.85, weight: 5, likeness: 0.6 }
/** Sentences that open with as many of the same words are one reworded, as far as half of the rest may tell. */
const OPENING = { words: 6, likeness: 0.5 }
/** A row of as many words, most of them no numbers, is running text that a table only sets in place: it is like other prose. */
const RUNNING = { words: 12, numbers: 0.34 }
/** In a row of a table a month is part of a date, as its day is. */
const MONTH = pattern()`
  ^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?
  |dec(?:ember)?)$`

/** A passage made ready to be found again by its folded words. */
export interface Keyed {
  readonly key: string
  readonly isRow: boolean
  /** How much each of its distinct words weighs in it, worked out when it is first asked for: most passages are found by their key. */
  readonly measures: () => Measures
}

/** What a passage is measured by against its likes. */
export interface Measures {
  readonly weights: ReadonlyMap<string, number>
  readonly total: number
  /** Its first words and numbers; empty where it has fewer than an opening takes, and for a row. */
  readonly opening: string
  /** Whether it has a word that is no month. */
  readonly hasWord: boolean
  /** Whether it reads as running text, whatever it is set in. */
  readonly isRunning: boolean
  /** The lengths of time it tells figures for, in months: "three months ended". */
  readonly spans: readonly number[]
}

const weightOf = (token: string, isRow: boolean): number =>
  /^\d/.test(token) || (isRow && MONTH.test(token)) ? (isRow ? ROW_NUMBER_WEIGHT : NUMBER_WEIGHT) : COMMON.has(token) ? COMMON_WEIGHT : 1

/** A quarter is no six months: two sentences that tell figures for other lengths of time, and for none alike, are not one reworded. */
const areOfOtherSpans = (a: Measures, b: Measures): boolean =>
  a.spans.length > 0 && b.spans.length > 0 && !a.spans.some((span) => b.spans.includes(span))

const measure = (key: string, isRow: boolean, heads: readonly number[] | undefined): Measures => {
  const weights = new Map<string, number>()
  let total = 0
  const tokens = tokensOf(key)
  for (const token of tokens) {
    const weight = weightOf(token, isRow)
    weights.set(token, (weights.get(token) ?? 0) + weight)
    total += weight
  }
  const opening = isRow || tokens.length < OPENING.words ? '' : tokens.slice(0, OPENING.words).join(' ')
  const isRunning = tokens.length >= RUNNING.words && tokens.filter((token) => /^\d/.test(token)).length <= RUNNING.numbers * tokens.length
  return { weights, total, opening, isRunning, spans: heads ?? spansOf(key),
    hasWord: tokens.some((token) => /\p{L}/u.test(token) && !MONTH.test(token)) }
}

const keyedBy = (key: string, { unit, spans }: Pick<Passage, 'unit' | 'spans'>): Keyed => {
  const isRow = unit === 'row'
  let known: Measures | undefined
  return { key, isRow, measures: () => (known ??= measure(key, isRow, spans)) }
}

/** Makes a passage ready to be found again. */
export const keyed = (passage: Pick<Passage, 'text' | 'unit' | 'spans'>): Keyed => keyedBy(foldText(passage.text), passage)

/** Does the same for many passages; a text that stands on both sides, as most do, is folded once. */
export const createKeying = (): typeof keyed => {
  const folded = new Map<string, string>()
  return (passage) => {
    const key = folded.get(passage.text) ?? foldText(passage.text)
    folded.set(passage.text, key)
    return keyedBy(key, passage)
  }
}

/** Measures in which the words of a formula weigh next to nothing; worked out when it is first asked for. */
export const lighten = (measures: Measures, words: ReadonlySet<string>): () => Measures => {
  let known: Measures | undefined
  return () => {
    if (known) return known
    const weights = new Map<string, number>()
    let total = 0
    for (const [token, weight] of measures.weights) {
      const own = words.has(token) ? Math.min(weight, FORMULA_WEIGHT) : weight
      weights.set(token, own)
      total += own
    }
    known = { ...measures, weights, total }
    return known
  }
}

/** How alike two passages are, from 0 to 1: the weight of the words they share, twice, of the weight of all (Dice). Rows are like rows only, unless they hold running text. */
export const likeness = (one: Keyed, other: Keyed): number => {
  const [a, b] = [one.measures(), other.measures()]
  if (one.isRow !== other.isRow && !(one.isRow ? a : b).isRunning) return 0
  if (a.total + b.total === 0 || areOfOtherSpans(a, b)) return 0
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  let shared = 0
  for (const [token, weight] of small.weights) shared += Math.min(weight, large.weights.get(token) ?? 0)
  const dice = (2 * shared) / (a.total + b.total)
  if (one.isRow && a.total < 1 && b.total < 1 && !a.hasWord && !b.hasWord) return BARE_ROWS + (1 - BARE_ROWS) * dice
  const least = Math.min(a.total, b.total)
  if (a.opening !== '' && a.opening === b.opening) return Math.max(dice, OPENING.likeness)
  return least >= CONTAINED.weight && shared / least >= CONTAINED.least ? Math.max(dice, CONTAINED.likeness) : dice
}

/** The least likeness of two passages at the same place that are read as one reworded; short ones have to share more. */
export const leastLikeness = (a: Keyed, b: Keyed): number => Math.min(a.measures().total, b.measures().total) < 3 ? 0.66 : 0.5
