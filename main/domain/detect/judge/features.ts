import type { ForwardLooking } from '#contract/finding'
import type { RiskScore } from '../risk/tag-risks'
import type { SentenceView } from '../text/sentence-view'
import type { Features } from './classifier'

/** What the judge is told beside the sentence itself. */
export interface Surroundings {
  /** What the rules said of the sentence, and of the one before it. */
  readonly forward: ForwardLooking | undefined
  readonly before: ForwardLooking | undefined
  /** The type and role the rules gave it as evidence, such as "effect result", or null. */
  readonly evidence: string | null
  readonly evidenceBefore: boolean
  /** Every tag its own words speak of, with its strength. */
  readonly tags: readonly RiskScore[]
  /** The tags the whole document speaks of most, strongest first. */
  readonly topics: readonly string[]
  /** Words of the heading it stands under. */
  readonly heading: readonly string[]
  /** The tags that heading speaks of, and those of the sentences beside it in its block. */
  readonly subject: readonly RiskScore[]
  readonly beside: readonly RiskScore[]
  /** The tags of the cautions that the filing's own safe harbor lists. */
  readonly cautioned: ReadonlySet<string>
  /** Where it stands among the sentences of its document, 0 to 1. */
  readonly place: number
  readonly periodic: boolean
  /** What the document is about: "clinical", "exploration", "reporting". */
  readonly about: readonly string[]
}

const isNumber = (word: string): boolean => /^[\d.,]+$/.test(word)

const shape = (word: string): string => {
  if (isNumber(word)) return /^(?:19|20)\d\d$/.test(word) ? '#year' : '#'
  if (word.length > 5 && /[a-z]s$/.test(word) && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

/** Words met before, in the form in which they are compared. */
const SHAPED = new Map<string, string>()
const MOST_SHAPED = 20_000

/** A word in the form in which it is compared: numbers are one word, and the plural falls off. */
const shaped = (word: string): string => {
  const known = SHAPED.get(word)
  if (known !== undefined) return known
  const own = shape(word)
  if (SHAPED.size > MOST_SHAPED) SHAPED.clear()
  SHAPED.set(word, own)
  return own
}

const LONGEST = 80

const shapedWords = (view: SentenceView): readonly string[] => view.tokens.words.slice(0, LONGEST).map(shaped)

const firstOf = (words: readonly string[]): readonly string[] => {
  const first = words.find((word) => /\w/.test(word))
  return first === undefined ? [] : [`first ${first}`]
}

const bucket = (value: number): string => value >= 2 ? '2' : value >= 1.25 ? '1.25' : value >= 0.7 ? '0.7' : '0'

const ruleFeatures = (around: Surroundings): string[] => {
  const { forward, before } = around
  const out = [`rule ${forward?.class ?? 'none'}`, `rule before ${before?.class ?? 'none'}`, `rule evidence ${around.evidence ?? 'none'}`]
  if (around.evidenceBefore) out.push('rule evidence before')
  if (forward?.subclass) out.push(`rule ${forward.class} ${forward.subclass}`)
  if (forward?.horizon) out.push('rule horizon')
  for (const { text } of forward?.triggers ?? []) out.push(`cue ${text.toLowerCase()}`)
  for (const id of forward?.risks ?? []) out.push(`rule risk ${id}`)
  around.tags.forEach(({ id, score }, rank) =>
    out.push(`tag ${id}`, `tag ${id} ${bucket(score)}`, ...(rank === 0 ? [`tag first ${id}`] : []))
  )
  out.push(`tags ${String(Math.min(around.tags.length, 4))}`)
  return out
}

const placeFeatures = (view: SentenceView, around: Surroundings): string[] => [
  `block ${view.block.kind}`,
  `zone ${view.zone}`,
  `passage ${view.passage?.kind ?? 'none'}`,
  view.sentence.speaker === null ? 'told' : 'spoken',
  around.periodic ? 'report' : 'release',
  `place ${String(Math.floor(around.place * 5))}`,
  `length ${String(Math.min(5, Math.floor(view.tokens.words.length / 12)))}`,
  ...around.about.map((what) => `about ${what}`),
  ...around.topics.slice(0, 3).map((id) => `topic ${id}`),
  ...around.heading.slice(0, 8).map((word) => `heading ${shaped(word)}`)
]

const listFeatures = (view: SentenceView): string[] =>
  (['measure', 'modal', 'expect', 'clinical', 'significance', 'safety', 'up', 'down', 'event-past', 'outcome-past', 'interpretation',
    'regulator', 'exploration', 'third-party', 'horizon', 'boilerplate', 'contract-subject', 'negation'] as const)
    .filter((list) => view.has(list)).map((list) => `list ${list}`)

/** What the judge sees of a sentence: its words and pairs of words, what the rules say, its place and its surroundings; each feature once. */
export const featuresOf = (view: SentenceView, around: Surroundings): Features => {
  const release = around.periodic ? 'report' : 'release'
  const words = shapedWords(view)
  const others = new Set([...firstOf(words), ...ruleFeatures(around), ...placeFeatures(view, around), ...listFeatures(view),
    `rule ${around.forward?.class ?? 'none'} in ${release}`, `rule ${around.forward?.class ?? 'none'} in ${view.block.kind}`,
    ...(/\d%|[$€£]\s?\d/.test(view.text) ? ['amount'] : [])])
  return { words, others: [...others] }
}

const scoreIn = (tags: readonly RiskScore[], risk: string): string => {
  const best = Math.max(0, ...tags.filter(({ id }) => id === risk).map(({ score }) => score))
  return best === 0 ? 'none' : bucket(best)
}

/** Where else a risk is spoken of: by the heading, by the sentences beside, by the filing's own cautions, by the document. */
const placesOf = (around: Surroundings, risk: string, kind: string, isSaid: boolean): readonly string[] => {
  const topic = around.topics.indexOf(risk)
  const far = topic < 0 ? 'none' : topic < 3 ? String(topic) : topic < 6 ? 'some' : 'far'
  const said = isSaid ? 'said' : 'silent'
  return [
    `subject ${scoreIn(around.subject, risk)} ${kind}`,
    `subject ${scoreIn(around.subject, risk)} ${kind} ${said}`,
    `beside ${scoreIn(around.beside, risk)} ${kind} ${said}`,
    `cautioned ${String(around.cautioned.has(risk))} ${kind} ${said}`,
    `topic ${far}`,
    `topic ${far} ${kind} ${said}`
  ]
}

/**
 * What the judge sees of a statement and one risk together: how strongly its own words speak of it and which words, what its heading, its
 * neighbours and the filing's cautions speak of, and what the document is about.
 */
export const riskFeatures = (view: SentenceView, around: Surroundings, forward: ForwardLooking, risk: string): readonly string[] => {
  const rank = around.tags.findIndex(({ id }) => id === risk)
  const own = around.tags[rank]
  const strongest = around.tags[0]
  const share = own && strongest ? Math.floor(4 * own.score / strongest.score) : 0
  const kind = forward.class === 'boilerplate' ? 'caution' : 'statement'
  const strength = own ? bucket(own.score) : 'none'
  const out = [
    `risk ${risk}`,
    `risk ${risk} ${kind}`,
    `strength ${strength}`,
    `strength ${strength} ${kind}`,
    `strength ${strength} ${risk}`,
    `rank ${String(rank)} ${kind}`,
    `share ${String(share)} ${kind}`,
    `cues ${String(Math.min(3, own?.cues.length ?? 0))}`,
    `others ${String(Math.min(5, around.tags.length))} ${kind}`,
    `given ${String(forward.risks.includes(risk))} ${kind}`,
    `given ${String(forward.risks.includes(risk))} ${risk}`,
    view.sentence.speaker === null ? 'told' : 'spoken',
    `zone ${view.zone}`,
    around.periodic ? `report ${kind}` : `release ${kind}`,
    ...around.about.map((what) => `${what} ${risk}`),
    ...placesOf(around, risk, kind, own !== undefined),
    `length ${String(Math.min(5, Math.floor(view.tokens.words.length / 12)))} ${kind}`
  ]
  for (const cue of own?.cues ?? []) out.push(`cue ${risk} ${cue}`)
  for (const other of around.tags.slice(0, 4)) if (other.id !== risk) out.push(`with ${risk} ${other.id}`)
  return [...new Set(out)]
}

/** The words of a statement that are weighed beside each risk, each once. */
export const riskWords = (view: SentenceView): readonly string[] => [...new Set(shapedWords(view))].filter((word) => /^[a-z]{3}/.test(word))

/** Topics of the document that are weighed for a statement, though its own words do not speak of them. */
const TOPICS = 3

/** Risks of studies on patients: where a document is about none, a statement has them by its own full cue alone, and "harmful" is none. */
const OF_STUDIES: readonly string[] = ['clinical_efficacy', 'clinical_safety', 'trial_design_conduct']

/**
 * The risks worth asking about for a statement: those its words, its heading or the sentences beside it speak of, and the first topics of its
 * document. A caution has the risks that it names itself, and no others.
 */
export const candidateRisks = (around: Surroundings, forward: ForwardLooking): readonly string[] => {
  const said = [around.tags, around.subject, around.beside].flatMap((tags) => tags.map(({ id }) => id))
  const all = new Set(forward.class === 'boilerplate' ? around.tags.map(({ id }) => id) : [...said, ...around.topics.slice(0, TOPICS)])
  if (!around.about.includes('clinical')) {
    // "Phase 2" of a drilling programme is no study either.
    const least = around.about.includes('exploration') ? Infinity : 1
    const own = new Set(around.tags.filter(({ score }) => score >= least).map(({ id }) => id))
    for (const id of OF_STUDIES) if (!own.has(id)) all.delete(id)
  }
  return [...all]
}
