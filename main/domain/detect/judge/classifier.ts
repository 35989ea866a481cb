import type { NodeId, RiskId } from '#contract/ids'

/** What is asked of a sentence: whether it looks forward, whether it does so at all, and whether it tells an outcome. */
export type Question = 'core' | 'statement' | 'boilerplate' | 'evidence'

/** The questions, in the order in which weights are kept. */
export const QUESTIONS: readonly Question[] = ['core', 'statement', 'boilerplate', 'evidence']

/** What a judge makes of one sentence. */
export interface Judgement {
  /** Log odds that the answer is yes, by question: 0 is as likely as not. */
  readonly odds: Readonly<Record<Question, number>>
  /** The features that spoke most for yes, strongest first, at most three. */
  reasons(question: Question): readonly string[]
}

/** What a judge is told of a sentence. */
export interface Features {
  /** The words of the sentence in the form in which they are compared, in order, marks among them. Each word and each pair of neighbours is a feature. */
  readonly words: readonly string[]
  /** The other features by their names, each once. */
  readonly others: readonly string[]
}

/** The feature that a word is by itself. */
export const wordAlone = (word: string): string => `w ${word}`

/** The feature that a word is together with the one behind it. */
export const wordPair = (word: string, next: string): string => `p ${word} ${next}`

/** Whether a word is a feature by itself, and whether it may stand in a pair: a letter, a figure, or a sign of an amount. */
const isWord = (word: string): boolean => /\w/.test(word)
const isPaired = (word: string): boolean => /[\w$%]/.test(word)

/** What was found of each word so far; a filing says the same few thousand words over and over. */
const KINDS = new Map<string, 0 | 1 | 2>()
const MOST_KINDS = 20_000

/** 2 where a word is a feature by itself, 1 where it only stands in pairs, else 0. */
const kindOf = (word: string): 0 | 1 | 2 => {
  const known = KINDS.get(word)
  if (known !== undefined) return known
  const kind = isWord(word) ? 2 : isPaired(word) ? 1 : 0
  if (KINDS.size > MOST_KINDS) KINDS.clear()
  KINDS.set(word, kind)
  return kind
}

/** Goes through the words of a sentence: `alone` is told of each that is a feature, `pair` of each pair that is one, in order. */
export const eachWord = (words: readonly string[], alone: (word: string) => void, pair: (word: string, next: string) => void): void => {
  let kind = words.length > 0 ? kindOf(words[0] ?? '') : 0
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (kind === 2) alone(word)
    const next = at + 1 < words.length ? kindOf(words[at + 1] ?? '') : 0
    if (kind > 0 && next > 0) pair(word, words[at + 1] ?? '')
    kind = next
  }
}

/** All features by their names, each once. */
export const namesOf = ({ words, others }: Features): readonly string[] => {
  const out = new Set<string>()
  eachWord(words, (word) => out.add(wordAlone(word)), (word, next) => out.add(wordPair(word, next)))
  for (const other of others) out.add(other)
  return [...out]
}

/** The feature that a word of a statement is beside a risk. */
export const wordWith = (risk: string, word: string): string => `word ${risk} ${word}`

/** From which log odds on a mark of each kind was right nineteen times in twenty, on issuers that were not learnt from. */
export type SureFrom = Readonly<Record<'core' | 'boilerplate' | 'evidence', number>>

/** What was measured apart: releases, and annual and quarterly reports. */
export type Measured = 'release' | 'report'

/** Log odds that no mark has: what was not measured is never sure. */
export const NEVER_SURE: SureFrom = { core: 99, boilerplate: 99, evidence: 99 }

/**
 * A judge of single sentences beside the rules. It sees features alone, words and places and what the rules said, never the sentence or where
 * it comes from. It may raise what the rules suggest, and says how certain a suggestion is; what the rules say stays the reason where it agrees.
 */
export interface Classifier {
  /** What it makes of the sentence with these features; null where it has no opinion. */
  judge(features: Features, sentence: NodeId): Judgement | null
  /**
   * Log odds that a statement is exposed to a risk, by the features of the two together and the words of the statement, each of which is a
   * feature of its own beside the risk (`wordWith`); null where it has no opinion.
   */
  risk(features: readonly string[], words: readonly string[], sentence: NodeId, risk: RiskId): number | null
  readonly sure: Readonly<Record<Measured, SureFrom>>
}
