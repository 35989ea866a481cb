import type { FilingDocument } from '#contract/filing'
import { NEVER_SURE, QUESTIONS, namesOf, wordWith } from '../detect/judge/classifier'
import type { Classifier, Judgement, Measured, Question, SureFrom } from '../detect/judge/classifier'
import type { JudgeWeights } from '../detect/judge/weights'
import type { Gold, GoldSentence } from './gold'
import { learn } from './learn'
import type { Learnt } from './learn'
import { matchRanges } from './match-sentences'

/** What a labelled sentence teaches: its features, those of it with each risk, its label, and what the rules made of it. */
export interface Lesson {
  readonly issuer: string
  readonly gold: GoldSentence
  readonly features: readonly string[]
  readonly risks: ReadonlyMap<string, readonly string[]>
}

/** A judge without opinion that keeps what it was asked, by the ids of sentences. */
export const recorder = (): { classifier: Classifier; features: Map<string, readonly string[]>;
  risks: Map<string, Map<string, readonly string[]>> } => {
  const features = new Map<string, readonly string[]>()
  const risks = new Map<string, Map<string, readonly string[]>>()
  const classifier: Classifier = {
    sure: NEVER,
    judge: (own, sentence) => {
      features.set(sentence, namesOf(own))
      return null
    },
    risk: (own, words, sentence, risk) => {
      const known = risks.get(sentence) ?? new Map<string, readonly string[]>()
      risks.set(sentence, known.set(risk, [...own, ...words.map((word) => wordWith(risk, word))]))
      return null
    }
  }
  return { classifier, features, risks }
}

/** The lessons of one document that was read with a recorder. */
export const lessonsOf = (gold: Gold, document: FilingDocument, kept: ReturnType<typeof recorder>): Lesson[] => {
  const matches = matchRanges(gold.sentences, document.sentences)
  return gold.sentences.flatMap((sentence, at) => {
    const own = document.sentences[matches[at]?.[0] ?? -1]
    const features = own && kept.features.get(own.id)
    return features
      ? [{ issuer: gold.issuer, gold: sentence, features, risks: kept.risks.get(own.id) ?? new Map<string, readonly string[]>() }]
      : []
  })
}

/** A number for a file's name, by which what was learnt from is known again without being told (FNV-1a, 32 bits). */
export const fileMark = (file: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < file.length; at += 1) hash = Math.imul(hash ^ file.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Issuers with which a feature must occur to be learnt: what fewer use is memory of them. */
const ISSUERS = 3
/** The same for a statement with a risk, of which there are fewer. */
const RISK_ISSUERS = 2
/** Strength of the penalty, and the least weight that is kept, in hundredths. */
const STRENGTH = 4
const LEAST = 3
/** Share of marks above the threshold that must be right for "sure"; a little more than is promised. */
const SURE = 0.965
/** Fewer marks than these prove nothing. */
const ENOUGH = 20

const TOLD: ReadonlySet<string> = new Set(['result', 'restatement'])

/** Whether a label answers a question with yes or no; null where it says nothing of it. */
const answerOf = (question: Question, { forward, findingRole, asks }: GoldSentence): boolean | null => {
  if (asks !== undefined && (asks === 'finding') !== (question === 'evidence')) return null
  if (question === 'evidence') return findingRole === null ? false : TOLD.has(findingRole) ? true : null
  if (question === 'statement') return forward === 'core' || forward === 'borderline'
  return forward === 'borderline' ? null : forward === question
}

const numbersOf = (lists: readonly (readonly [string, readonly string[]])[], fewest: number): Map<string, number> => {
  const issuers = new Map<string, Set<string>>()
  for (const [issuer, list] of lists) for (const feature of list) issuers.set(feature, (issuers.get(feature) ?? new Set()).add(issuer))
  return new Map(
    [...issuers].filter(([, who]) => who.size >= fewest).map(([feature]) => feature).sort().map((feature, at) => [feature, at])
  )
}

const numbered = (features: readonly string[], numbers: ReadonlyMap<string, number>): Uint32Array =>
  Uint32Array.from(features.flatMap((feature) => numbers.get(feature) ?? []))

const hundredths = (value: number): number => {
  const rounded = Math.round(value * 100)
  return Math.abs(rounded) < LEAST ? 0 : rounded
}

const NEVER: JudgeWeights['sure'] = { release: NEVER_SURE, report: NEVER_SURE }

/** Learns the weights from lessons; how sure "sure" is comes from elsewhere. */
export const learnWeights = (lessons: readonly Lesson[], sure: JudgeWeights['sure'] = NEVER): JudgeWeights => {
  const numbers = numbersOf(lessons.map(({ issuer, features }) => [issuer, features]), ISSUERS)
  const prepared = lessons.map((lesson) => ({ lesson, features: numbered(lesson.features, numbers) }))
  const learnt = new Map<Question, Learnt>(QUESTIONS.map((question) => [question, learn(prepared.flatMap(({ lesson, features }) => {
    const yes = answerOf(question, lesson.gold)
    return yes === null ? [] : [{ features, yes }]
  }), numbers.size, STRENGTH)]))
  const pairs = lessons.filter(({ gold }) => gold.forward !== 'none' && gold.asks === undefined).flatMap(({ issuer, gold, risks }) =>
    [...risks].map(([risk, features]) => ({ issuer, features, yes: gold.risks.includes(risk) }))
  )
  const riskNumbers = numbersOf(pairs.map(({ issuer, features }) => [issuer, features]), RISK_ISSUERS)
  const risk = learn(pairs.map(({ features, yes }) => ({ features: numbered(features, riskNumbers), yes })), riskNumbers.size, STRENGTH)
  const words = [...numbers].flatMap(([feature, at]) => {
    const own = QUESTIONS.map((question) => hundredths(learnt.get(question)?.weights[at] ?? 0))
    return own.some((weight) => weight !== 0) ? [[feature, own] as const] : []
  })
  const risks = [...riskNumbers].flatMap(([feature, at]) => {
    const weight = hundredths(risk.weights[at] ?? 0)
    return weight === 0 ? [] : [[feature, weight] as const]
  })
  const biasOf = (question: Question): number => hundredths(learnt.get(question)?.bias ?? 0) / 100
  return {
    bias: { core: biasOf('core'), statement: biasOf('statement'), boilerplate: biasOf('boilerplate'), evidence: biasOf('evidence'),
      risk: hundredths(risk.bias) / 100 },
    sure,
    learnt: [],
    words: Object.fromEntries(words),
    risks: Object.fromEntries(risks)
  }
}

/** The log odds from which on marks were right often enough; `marks` are those on issuers not learnt from. */
const thresholdOf = (marks: readonly { odds: number; right: boolean }[]): number => {
  const sorted = [...marks].sort((a, b) => b.odds - a.odds)
  let right = 0
  let best = 99
  sorted.forEach((mark, at) => {
    if (mark.right) right += 1
    if (at + 1 >= ENOUGH && right / (at + 1) >= SURE && sorted[at + 1]?.odds !== mark.odds) best = mark.odds
  })
  return Math.round(best * 100) / 100
}

/** Marks on issuers not learnt from, by kind, and whether each was right. */
interface Marks {
  readonly core: { odds: number; right: boolean }[]
  readonly boilerplate: { odds: number; right: boolean }[]
  readonly evidence: { odds: number; right: boolean }[]
}

const KINDS = ['core', 'boilerplate', 'evidence'] as const

const marksOf = ({ features, gold }: Lesson, { odds }: Judgement, into: Marks): void => {
  for (const kind of KINDS) {
    const answer = answerOf(kind, gold)
    const isMarked = kind === 'evidence' ?
      features.some((feature) => /^rule evidence .* (?:result|restatement)$/.test(feature))
      : features.includes(`rule ${kind}`) || odds[kind] > 0
    if (isMarked && answer !== null) into[kind].push({ odds: odds[kind], right: answer })
  }
}

/** From which odds on each kind of mark is sure, in releases and in reports apart, measured on each issuer with what the others teach. */
export const measureSure = (lessons: readonly Lesson[], classifierFor: (weights: JudgeWeights) => Classifier): JudgeWeights['sure'] => {
  const marks: Readonly<Record<Measured, Marks>> = { release: { core: [], boilerplate: [], evidence: [] },
    report: { core: [], boilerplate: [], evidence: [] } }
  for (const issuer of new Set(lessons.map((lesson) => lesson.issuer))) {
    const classifier = classifierFor(learnWeights(lessons.filter((lesson) => lesson.issuer !== issuer)))
    for (const lesson of lessons.filter((own) => own.issuer === issuer)) {
      const judgement = classifier.judge({ words: [], others: lesson.features }, lesson.gold.id)
      if (judgement) marksOf(lesson, judgement, marks[lesson.features.includes('report') ? 'report' : 'release'])
    }
  }
  const thresholds = ({ core, boilerplate, evidence }: Marks): SureFrom => ({ core: thresholdOf(core),
    boilerplate: thresholdOf(boilerplate), evidence: thresholdOf(evidence) })
  return { release: thresholds(marks.release), report: thresholds(marks.report) }
}
