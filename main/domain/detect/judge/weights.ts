import shipped from '../../../../resources/lexicon/judge.json'
import { QUESTIONS, eachWord, wordAlone, wordPair, wordWith } from './classifier'
import type { Classifier, Features, Judgement, Measured, Question, SureFrom } from './classifier'

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

/** The weights of a feature, and its name. */
interface Weighed {
  readonly feature: string
  readonly own: readonly number[]
}

/** The weights of words and pairs of words apart from the others, so that no name has to be made for a word that weighs nothing. */
interface Table {
  readonly alone: ReadonlyMap<string, Weighed>
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, Weighed>>
  readonly all: ReadonlyMap<string, Weighed>
}

const ALONE = wordAlone('')
const PAIR = wordPair('', '').trim()

const tableOf = (words: JudgeWeights['words']): Table => {
  const alone = new Map<string, Weighed>()
  const pairs = new Map<string, Map<string, Weighed>>()
  const all = new Map<string, Weighed>()
  for (const [feature, own] of Object.entries(words)) {
    const weighed = { feature, own }
    all.set(feature, weighed)
    if (feature.startsWith(ALONE)) alone.set(feature.slice(ALONE.length), weighed)
    const [kind, first = '', next = ''] = feature.split(' ')
    if (kind !== PAIR) continue
    const known = pairs.get(first) ?? new Map<string, Weighed>()
    pairs.set(first, known.set(next, weighed))
  }
  return { alone, pairs, all }
}

/** The features that weigh anything, each once, in the order in which they are named. */
const weighedOf = ({ words, others }: Features, { alone, pairs, all }: Table): ReadonlySet<Weighed> => {
  const out = new Set<Weighed>()
  const add = (weighed: Weighed | undefined): void => {
    if (weighed) out.add(weighed)
  }
  eachWord(words, (word) => add(alone.get(word)), (word, next) => add(pairs.get(word)?.get(next)))
  for (const other of others) add(all.get(other))
  return out
}

const judgementOf = (found: ReadonlySet<Weighed>, bias: JudgeWeights['bias']): Judgement => {
  let [core, statement, boilerplate, evidence] = [bias.core, bias.statement, bias.boilerplate, bias.evidence]
  for (const { own } of found) {
    core += (own[0] ?? 0) / 100
    statement += (own[1] ?? 0) / 100
    boilerplate += (own[2] ?? 0) / 100
    evidence += (own[3] ?? 0) / 100
  }
  const odds: Record<Question, number> = { core, statement, boilerplate, evidence }
  return {
    odds,
    reasons: (question) => {
      const at = QUESTIONS.indexOf(question)
      return [...found].filter(({ feature, own }) => (own[at] ?? 0) > 0 && TOLD.test(feature))
        .sort((a, b) => (b.own[at] ?? 0) - (a.own[at] ?? 0) || a.feature.localeCompare(b.feature)).slice(0, REASONS)
        .map(({ feature }) => feature)
    }
  }
}

/** A judge that scores with the weights given: pure, and the same every time. */
export const classifierOf = (weights: JudgeWeights): Classifier => {
  const table = tableOf(weights.words)
  const risks = new Map(Object.entries(weights.risks))
  const risksOfWords = byRiskAndWord(weights.risks)
  return {
    sure: weights.sure,
    judge: (features) => judgementOf(weighedOf(features, table), weights.bias),
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
