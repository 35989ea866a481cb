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
  judge(features: readonly string[], sentence: NodeId): Judgement | null
  /**
   * Log odds that a statement is exposed to a risk, by the features of the two together and the words of the statement, each of which is a
   * feature of its own beside the risk (`wordWith`); null where it has no opinion.
   */
  risk(features: readonly string[], words: readonly string[], sentence: NodeId, risk: RiskId): number | null
  readonly sure: Readonly<Record<Measured, SureFrom>>
}
