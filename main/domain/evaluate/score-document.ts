import type { EvidenceRole, Finding, ForwardLooking, Polarity, SafeHarbor } from '#contract/finding'
import type { Block, Sentence } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { baselineVerdicts } from './baselines'
import type { BaselineName } from './baselines'
import { NOTHING } from './counts'
import type { Counts } from './counts'
import type { Gold, GoldSentence } from './gold'
import { matchRanges, overlapOf } from './match-sentences'

/** What was predicted for one document. */
export interface Predicted {
  /** Told where the report is to say in what kind of block errors stand. */
  readonly blocks?: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly forwardLooking: readonly ForwardLooking[]
  readonly findings: readonly Finding[]
  readonly safeHarbor: SafeHarbor | null
}

/** The measures, in the order they are reported. */
export const MEASURES = [
  'sentences',
  'forward-looking core',
  'boilerplate',
  'finding evidence',
  'polarity',
  'risks',
  'sure: core',
  'sure: boilerplate',
  'sure: finding',
  'safe-harbor items',
  'safe-harbor subjects',
  'baseline: own words, literal',
  'baseline: own words, inflected',
  'baseline: Li 2010 lemmas'
] as const

/** One measure. */
export type Measure = (typeof MEASURES)[number]

/** One error with the sentence it concerns. */
export interface ScoringError {
  readonly measure: Measure
  readonly what: string
  /** The kind of block and the role of the sentence it concerns, or the empty string. */
  readonly where: string
  readonly text: string
}

/** The counts of every measure for one document, and its errors. */
export interface DocumentScore {
  readonly counts: Readonly<Record<Measure, Counts>>
  readonly errors: readonly ScoringError[]
}

interface Tally {
  readonly counts: Record<Measure, Counts>
  readonly errors: ScoringError[]
  /** Where the sentence stands that is being judged, and its text as the program has it. */
  where: string
  text: string
}

type Verdict = 'right' | 'spurious' | 'missed'

const count = (tally: Tally, measure: Measure, verdict: Verdict, error?: { what: string; text: string }): void => {
  const known = tally.counts[measure]
  tally.counts[measure] = { ...known, [verdict]: known[verdict] + 1 }
  if (error && verdict !== 'right') tally.errors.push({ measure, what: error.what, text: error.text || tally.text, where: tally.where })
}

const judge = (tally: Tally, measure: Measure, gold: boolean, predicted: boolean, text: string, what = ''): void => {
  if (gold && predicted) count(tally, measure, 'right')
  else if (gold) count(tally, measure, 'missed', { what: `missed${what}`, text })
  else if (predicted) count(tally, measure, 'spurious', { what: `spurious${what}`, text })
}

interface Lookup {
  readonly forward: ReadonlyMap<string, ForwardLooking>
  readonly evidence: ReadonlyMap<string, { role: EvidenceRole; polarity: Polarity; isSure: boolean }>
}

const TOLD: ReadonlySet<string> = new Set(['result', 'restatement'])
const IGNORED_ROLES: ReadonlySet<string> = new Set(['interpretation', 'context', 'announcement'])

const lookup = (predicted: Predicted): Lookup => ({
  forward: new Map(predicted.forwardLooking.map((item) => [item.sentence, item])),
  evidence: new Map(
    predicted.findings.flatMap((finding) =>
      finding.evidence.filter(({ role }) => TOLD.has(role)).map((item) =>
        [item.sentence, { ...item, isSure: finding.certainty === 'sure' }] as const
      )
    )
  )
})

const classOf = (matched: readonly Sentence[], found: Lookup): string => {
  const classes = matched.map((sentence) => found.forward.get(sentence.id)?.class ?? 'none')
  return ['core', 'boilerplate', 'borderline'].find((name) => classes.some((own) => own === name)) ?? 'none'
}

const scoreForward = (tally: Tally, gold: GoldSentence, predicted: string, own: readonly string[]): void => {
  if (gold.forward !== 'borderline') {
    if (gold.forward === 'core' || predicted !== 'borderline')
      judge(tally, 'forward-looking core', gold.forward === 'core', predicted === 'core', gold.text,
        ` (gold ${gold.forward}, ours ${predicted})`)
    judge(tally, 'boilerplate', gold.forward === 'boilerplate', predicted === 'boilerplate', gold.text,
      ` (gold ${gold.forward}, ours ${predicted})`)
    const verdicts = baselineVerdicts(gold.text || tally.text, own)
    for (const name of Object.keys(verdicts)) {
      const key = name as BaselineName
      judge({ counts: tally.counts, errors: [], where: '', text: '' }, `baseline: ${key}`, gold.forward === 'core', verdicts[key],
        gold.text)
    }
  }
}

const scoreFinding = (tally: Tally, gold: GoldSentence, matched: readonly Sentence[], found: Lookup): void => {
  if (gold.findingRole !== null && IGNORED_ROLES.has(gold.findingRole)) return
  const evidence = matched.flatMap((sentence) => found.evidence.get(sentence.id) ?? [])[0]
  const told = gold.findingRole !== null && TOLD.has(gold.findingRole)
  judge(tally, 'finding evidence', told, evidence !== undefined, gold.text)
  if (!told || !evidence || !gold.polarity) return
  const right = evidence.polarity === gold.polarity
  count(tally, 'polarity', right ? 'right' : 'spurious', { what: `gold ${gold.polarity}, ours ${evidence.polarity}`, text: gold.text })
}

/** How often what is called sure is right; what the gold leaves open counts neither way. */
const scoreSure = (tally: Tally, gold: GoldSentence, matched: readonly Sentence[], found: Lookup): void => {
  const marks = matched.flatMap(({ id }) => found.forward.get(id) ?? []).filter(({ certainty }) => certainty === 'sure')
  for (const klass of ['core', 'boilerplate'] as const) {
    if (gold.asks === 'finding' || gold.forward === 'borderline' || !marks.some((mark) => mark.class === klass)) continue
    count(tally, `sure: ${klass}`, gold.forward === klass ? 'right' : 'spurious', { what: `gold ${gold.forward}`, text: gold.text })
  }
  const told = gold.findingRole !== null && TOLD.has(gold.findingRole)
  if (gold.asks === 'forward-looking' || (gold.findingRole !== null && IGNORED_ROLES.has(gold.findingRole))) return
  if (matched.some(({ id }) => found.evidence.get(id)?.isSure === true))
    count(tally, 'sure: finding', told ? 'right' : 'spurious', { what: 'no finding', text: gold.text })
}

const scoreRisks = (tally: Tally, gold: GoldSentence, matched: readonly Sentence[], found: Lookup): void => {
  if (gold.forward === 'none') return
  const predicted = new Set(matched.flatMap((sentence) => found.forward.get(sentence.id)?.risks ?? []))
  for (const id of new Set([...gold.risks, ...predicted]))
    judge(tally, 'risks', gold.risks.includes(id), predicted.has(id), gold.text, ` ${id}`)
}

/** Matches two lists of ranges one to one by a test, in order. */
const scoreRanges = (tally: Tally, measure: Measure, gold: readonly TextRange[], predicted: readonly (TextRange & { text: string })[],
  fits: (a: TextRange, b: TextRange) => boolean): void => {
  const left = [...predicted]
  for (const range of gold) {
    const at = left.findIndex((other) => fits(range, other))
    if (at >= 0) left.splice(at, 1)
    count(tally, measure, at >= 0 ? 'right' : 'missed', { what: 'missed', text: `${range.start}–${range.end}` })
  }
  for (const other of left) count(tally, measure, 'spurious', { what: `spurious at ${other.start}–${other.end}`, text: other.text })
}

const OVERLAP = 0.7
const same = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end
const alike = (a: TextRange, b: TextRange): boolean => overlapOf(a, b) >= OVERLAP

const scoreSafeHarbor = (tally: Tally, gold: Gold, predicted: SafeHarbor | null): void => {
  scoreRanges(tally, 'safe-harbor items', gold.safeHarbor?.triggers ?? [], predicted?.triggers ?? [], same)
  scoreRanges(tally, 'safe-harbor items', gold.safeHarbor?.riskFactors ?? [], predicted?.riskFactors ?? [], alike)
  scoreRanges(tally, 'safe-harbor subjects', gold.safeHarbor?.subjects ?? [], predicted?.subjects ?? [], alike)
}

const scoreSentences = (tally: Tally, gold: Gold, predicted: Predicted): void => {
  const exact = new Set(predicted.sentences.map((sentence) => `${sentence.start} ${sentence.end}`))
  const wanted = new Set(gold.sentences.map((sentence) => `${sentence.start} ${sentence.end}`))
  for (const sentence of gold.sentences) judge(tally, 'sentences', true, exact.has(`${sentence.start} ${sentence.end}`), sentence.text)
  for (const sentence of predicted.sentences)
    if (!wanted.has(`${sentence.start} ${sentence.end}`)) judge(tally, 'sentences', false, true, sentence.text)
}

const lookupBlocks = (blocks: readonly Block[]): ReadonlyMap<string, string> => new Map(blocks.map(({ id, kind }) => [id, kind]))

/** What is marked where the gold has no sentence is wrong; of sampled gold only the spans it calls no prose are known. */
const scoreOutside = (tally: Tally, gold: Gold, outside: readonly Sentence[], found: Lookup, kinds: ReadonlyMap<string, string>): void => {
  const notProse = matchRanges(gold.notProse, outside).flat()
  const known = gold.extent === 'sampled' ? [...new Set(notProse)].flatMap((at) => outside[at] ?? []) : outside
  for (const sentence of known) {
    tally.where = [kinds.get(sentence.block), sentence.role].filter(Boolean).join(', ')
    const klass = found.forward.get(sentence.id)?.class
    judge(tally, 'forward-looking core', false, klass === 'core', sentence.text, ' outside the gold')
    judge(tally, 'boilerplate', false, klass === 'boilerplate', sentence.text, ' outside the gold')
    judge(tally, 'finding evidence', false, found.evidence.has(sentence.id), sentence.text, ' outside the gold')
  }
}

/** Scores one document against its gold by the rules of the gold format. */
export const scoreDocument = (gold: Gold, predicted: Predicted): DocumentScore => {
  const counts = Object.fromEntries(MEASURES.map((measure) => [measure, NOTHING])) as Record<Measure, Counts>
  const tally: Tally = { counts, errors: [], where: '', text: '' }
  const found = lookup(predicted)
  const kinds = lookupBlocks(predicted.blocks ?? [])
  const matches = matchRanges(gold.sentences, predicted.sentences)
  const own = (predicted.safeHarbor?.triggers ?? []).map((trigger) => trigger.text)
  const used = new Set<number>()
  if (gold.extent === 'whole') scoreSentences(tally, gold, predicted)
  gold.sentences.forEach((sentence, at) => {
    for (const index of matches[at] ?? []) used.add(index)
    const matched = (matches[at] ?? []).flatMap((index) => predicted.sentences[index] ?? [])
    const first = matched[0]
    tally.where = first ? [kinds.get(first.block), first.role].filter(Boolean).join(', ') : 'no sentence'
    tally.text = matched.map(({ text }) => text).join(' ')
    if (sentence.asks !== 'finding') scoreForward(tally, sentence, classOf(matched, found), own)
    if (sentence.asks !== 'forward-looking') scoreFinding(tally, sentence, matched, found)
    if (sentence.asks === undefined) scoreRisks(tally, sentence, matched, found)
    scoreSure(tally, sentence, matched, found)
  })
  scoreOutside(tally, gold, predicted.sentences.filter((_, index) => !used.has(index)), found, kinds)
  tally.where = ''
  if (gold.extent === 'whole') scoreSafeHarbor(tally, gold, predicted.safeHarbor)
  return { counts: tally.counts, errors: tally.errors }
}
