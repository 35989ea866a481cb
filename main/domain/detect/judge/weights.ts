import shipped from '../../../../resources/lexicon/judge.json'
import { QUESTIONS, wordWith } from './classifier'
import type { Classifier, Judgement, Measured, Question, SureFrom } from './classifier'

/**
 * What was learnt, as it is kept: for each feature its weights in hundredths, one for each question in their order, and for each feature of a
 * statement with a risk its single weight. Only features that occur with several issuers are kept, and no sentence.
 */
export interface JudgeWeights {
  readonly bias: Readonly<Record<Question | 'risk', number>>
  readonly sure: Readonly<Record<Measured, SureFrom>>
  /** Marks of the files that were learnt from, by which an evaluation knows them again. */
  readonly learnt: readonly number[]
  readonly words: Readonly<Record<string, readonly number[]>>
  readonly risks: Readonly<Record<string, number>>
}

/** Features that say what a sentence is made of, and so can be given as a reason. */
const TOLD = /^(?:w|p|first|heading|block|zone|cue|list|spoken|amount|place) ?/

const REASONS = 3

const WORD = wordWith('', '').trim()

/** The weights of words beside risks, by risk and word. */
const byRiskAndWord = (weights: JudgeWeights['risks']): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const out = new Map<string, Map<string, number>>()
  for (const [feature, weight] of Object.entries(weights)) {
    const [kind, risk = '', word = ''] = feature.split(' ')
    if (kind !== WORD) continue
    const own = out.get(risk) ?? new Map<string, number>()
    out.set(risk, own.set(word, weight))
  }
  return out
}

/** A judge that scores with the weights given: pure, and the same every time. */
export const classifierOf = (weights: JudgeWeights): Classifier => {
  const words = new Map(Object.entries(weights.words))
  const risks = new Map(Object.entries(weights.risks))
  const risksOfWords = byRiskAndWord(weights.risks)
  return {
    sure: weights.sure,
    judge(features) {
      const odds: Record<Question, number> = { ...weights.bias }
      for (const feature of features) {
        const own = words.get(feature)
        if (own) QUESTIONS.forEach((question, at) => odds[question] += (own[at] ?? 0) / 100)
      }
      const judgement: Judgement = {
        odds,
        reasons: (question) => {
          const at = QUESTIONS.indexOf(question)
          return features.flatMap((feature) => {
            const weight = words.get(feature)?.[at] ?? 0
            return weight > 0 && TOLD.test(feature) ? [{ feature, weight }] : []
          }).sort((a, b) => b.weight - a.weight || a.feature.localeCompare(b.feature)).slice(0, REASONS).map(({ feature }) => feature)
        }
      }
      return judgement
    },
    risk(features, statement, _sentence, risk) {
      let odds = weights.bias.risk
      for (const feature of features) odds += (risks.get(feature) ?? 0) / 100
      const own = risksOfWords.get(risk)
      if (own) { for (const word of statement) odds += (own.get(word) ?? 0) / 100 }
      return odds
    }
  }
}

/** The weights that are shipped, learnt by `npm run train`. */
export const SHIPPED: JudgeWeights = shipped

/** The judge that is shipped. */
export const LEARNT: Classifier = classifierOf(SHIPPED)
