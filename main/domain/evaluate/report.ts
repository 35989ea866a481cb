import { bootstrapInterval } from './bootstrap'
import type { Random } from './bootstrap'
import { f1Of, precisionOf, recallOf, sumCounts } from './counts'
import type { Counts } from './counts'
import type { Gold } from './gold'
import { MEASURES } from './score-document'
import type { DocumentScore, Measure, ScoringError } from './score-document'

/** A scored document with its name, its issuer, how much of it is labelled, and what it is about. */
export interface NamedScore {
  readonly name: string
  readonly issuer: string
  readonly extent: Gold['extent']
  readonly kind: string
  readonly score: DocumentScore
}

/** The figures that are kept to be compared with: by group and measure the counts, and nothing of any filing. */
export type Baseline = Readonly<Record<string, Readonly<Partial<Record<Measure, Counts>>>>>

const ACCURACY: ReadonlySet<string> = new Set(['polarity', 'sure: core', 'sure: boilerplate', 'sure: finding'])
const WHOLE_ONLY: ReadonlySet<string> = new Set(['sentences', 'safe-harbor items', 'safe-harbor subjects'])
const figure = (value: number): string => value.toFixed(3)
const WIDTH = 34

const valueOf = (measure: Measure, counts: Counts): number => ACCURACY.has(measure) ? precisionOf(counts) : f1Of(counts)

/** The counts of each issuer, so that the bootstrap draws issuers and not files. */
const byIssuer = (measure: Measure, scores: readonly NamedScore[]): Counts[] => {
  const found = new Map<string, Counts[]>()
  for (const { issuer, score } of scores) found.set(issuer, [...found.get(issuer) ?? [], score.counts[measure]])
  return [...found.values()].map(sumCounts)
}

const differenceOf = (measure: Measure, total: Counts, before: Counts | undefined): string => {
  if (!before) return ''
  const change = valueOf(measure, total) - valueOf(measure, before)
  return Math.abs(change) < 0.0005 ? '  =' : `  ${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(3)}`
}

const measureLine = (measure: Measure, scores: readonly NamedScore[], random: Random, before: Counts | undefined): string => {
  const each = byIssuer(measure, scores)
  const total = sumCounts(each)
  const difference = differenceOf(measure, total, before)
  if (ACCURACY.has(measure))
    return `${measure.padEnd(WIDTH)} accuracy ${figure(precisionOf(total))}  (${total.right} of ${
      total.right + total.spurious
    })${difference}`
  const [low, high] = bootstrapInterval(each, random)
  return `${measure.padEnd(WIDTH)} F1 ${figure(f1Of(total))} [${figure(low)}, ${figure(high)}]  P ${figure(precisionOf(total))}  R ${
    figure(recallOf(total))
  }  (${total.right} of ${total.right + total.missed}, ${total.spurious} spurious)${difference}`
}

/** The groups that figures are told for, by name: all releases, whole and partial gold apart, each kind of release, and reports. */
export const groupsOf = (scores: readonly NamedScore[]): readonly (readonly [string, readonly NamedScore[]])[] => {
  const releases = scores.filter(({ extent }) => extent !== 'sampled')
  const partial = releases.filter(({ extent }) => extent === 'partial')
  const kinds = [...new Set(partial.map(({ kind }) => kind))].sort()
  const groups: (readonly [string, readonly NamedScore[]])[] = [
    ['whole gold (rules were written on these files)', releases.filter(({ extent }) => extent === 'whole')],
    ['releases, partial gold', partial],
    ...kinds.map((kind) => [`releases: ${kind}`, partial.filter((one) => one.kind === kind)] as const),
    ['annual and quarterly reports', scores.filter(({ extent }) => extent === 'sampled')]
  ]
  return groups.filter(([, own]) => own.length > 0)
}

const measuresOf = (scores: readonly NamedScore[]): Measure[] =>
  MEASURES.filter((measure) => scores.some(({ extent }) => extent === 'whole') || !WHOLE_ONLY.has(measure))

/** The figures of an evaluation to be kept. */
export const baselineOf = (scores: readonly NamedScore[]): Baseline =>
  Object.fromEntries(
    groupsOf(scores).map((
      [name, own]
    ) => [name, Object.fromEntries(measuresOf(own).map((measure) => [measure, sumCounts(own.map(({ score }) => score.counts[measure]))]))])
  )

const groupLines = ([name, scores]: readonly [string, readonly NamedScore[]], random: Random, before: Baseline): string[] => [
  `${name}: ${scores.length} files of ${new Set(scores.map(({ issuer }) => issuer)).size} issuers (95 % interval over issuers)`,
  ...measuresOf(scores).map((measure) => measureLine(measure, scores, random, before[name]?.[measure])),
  ''
]

/** How many kinds of error are told, and sentences of each. */
const KINDS = 20
const EXAMPLES = 4

/** The commonest kinds of error, by measure, what is wrong and where it stands, each with some of its sentences. */
const kindLines = (scores: readonly NamedScore[]): string[] => {
  const kinds = new Map<string, { name: string; error: ScoringError }[]>()
  for (const { name, score } of scores)
    for (const error of score.errors) {
      const key = `${error.measure}: ${error.what}${error.where ? `; ${error.where}` : ''}`
      kinds.set(key, [...kinds.get(key) ?? [], { name, error }])
    }
  return [...kinds].filter(([key]) => !key.startsWith('safe-harbor')).sort((a, b) => b[1].length - a[1].length).slice(0, KINDS)
    .flatMap((
      [key, all]
    ) => [`${String(all.length).padStart(4)}  ${key}`,
      ...all.slice(0, EXAMPLES).map(({ name, error }) => `        ${name}: ${error.text.slice(0, 220)}`)]
    )
}

const errorLines = ({ name, score }: NamedScore): string[] =>
  score.errors.map((error) => `${name}: ${error.measure}: ${error.what}: ${error.text}`)

/**
 * The report of an evaluation as lines: the groups with intervals over issuers and the difference from the kept figures, the commonest kinds
 * of error with their sentences, and, with `every`, every error.
 */
export const reportLines = (scores: readonly NamedScore[], random: Random,
  options: { before?: Baseline; every?: boolean } = {}): string[] => [
  ...groupsOf(scores).flatMap((group) => groupLines(group, random, options.before ?? {})),
  'The commonest kinds of error',
  ...kindLines(scores),
  ...(options.every === true ? ['', 'Errors', ...scores.flatMap(errorLines)] : [])
]
