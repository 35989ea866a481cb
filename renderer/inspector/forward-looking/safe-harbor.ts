import type { DocumentContent } from '#contract/library'
import type { SafeHarborItem } from '#contract/finding'
import type { RiskId } from '#contract/ids'
import type { ForwardSuggestion } from '../../state/marks/suggestions'

/** A word of the filing's own list and how many statements it marks. */
export interface WordUse {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly used: number
}

/** A risk factor and the statements linked to it. */
export interface FactorUse {
  readonly factor: SafeHarborItem
  readonly statements: readonly ForwardSuggestion[]
}

/** Coverage both ways: words and factors with their use, and statements that no factor cautions about. */
export interface Coverage {
  readonly words: readonly WordUse[]
  readonly factors: readonly FactorUse[]
  readonly uncovered: readonly ForwardSuggestion[]
  /** Words that mark statements and stand on no list of the filing, most used first. */
  readonly unlisted: readonly { readonly text: string; readonly used: number }[]
}

/** Two forms of one word: the same stem with endings of up to four letters. */
const sameStem = (a: string, b: string): boolean => {
  const stem = a.replace(/(?:ies|ed|ing|es|s|e|y)$/, '')
  return a === b || (stem.length >= 3 && b.startsWith(stem) && b.length - stem.length <= 4)
}

/** Whether the words of a trigger are those of the list, case and inflection aside; "designed to" is on a list that says "designed". */
const sameWords = (listed: string, used: string): boolean => {
  const [a, b] = [listed, used].map((words) => words.toLowerCase().split(/\s+/))
  return a !== undefined && b !== undefined && a.every((word, index) => sameStem(word, b[index] ?? ''))
}

/** Reads the coverage of a document's safe harbor; standing caution counts as no statement. */
export const coverageOf = (content: DocumentContent, forward: readonly ForwardSuggestion[]): Coverage => {
  const { safeHarbor } = content
  const statements = forward.filter((item) => item.forward.class !== 'boilerplate')
  if (safeHarbor === null) return { words: [], factors: [], uncovered: statements, unlisted: [] }
  const uses = statements.map((item) => item.forward.triggers)
  const words = safeHarbor.triggers.map(({ text, start, end }) => ({
    text,
    start,
    end,
    used: uses.filter((triggers) => triggers.some((trigger) => trigger.source === 'filing' && sameWords(text, trigger.text))).length
  }))
  const factors = safeHarbor.riskFactors.map((factor) => ({ factor,
    statements: statements.filter((item) => item.coveredBy.includes(factor.id)) })
  )
  const unlisted = new Map<string, number>()
  for (const triggers of uses) {
    for (const text of new Set(triggers.flatMap(({ source, text: used }) => (source === 'lexicon' ? [used.toLowerCase()] : []))))
      unlisted.set(text, (unlisted.get(text) ?? 0) + 1)
  }
  return {
    words,
    factors,
    uncovered: statements.filter((item) => item.coveredBy.length === 0),
    unlisted: [...unlisted].map(([text, used]) => ({ text, used })).sort((a, b) => b.used - a.used || a.text.localeCompare(b.text))
  }
}

/** How particular a caution is, in a word: names, numbers, dates and products per 100 words. The two limits are ours, set so that a bare list of topics is generic. */
export const specificityWord = (
  per100: number
): 'specific' | 'partly specific' | 'generic' => (per100 >= 8 ? 'specific' : per100 >= 3 ? 'partly specific' : 'generic')

/** The risk tags of a factor that none of the statements linked to it carry. */
export const unmatchedRisks = ({ factor, statements }: FactorUse): readonly RiskId[] =>
  factor.risks.filter((risk) => !statements.some((item) => item.risks.includes(risk)))
