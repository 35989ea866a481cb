import type { Polarity } from '#contract/finding'
import type { TextRange } from '#contract/range'

/** The label of a gold sentence for looking forward. */
export type GoldForward = 'core' | 'borderline' | 'boilerplate' | 'none'

/** One hand-labelled sentence. Offsets: UTF-16 units of the decoded file, end-exclusive. */
export interface GoldSentence extends TextRange {
  readonly id: string
  readonly text: string
  readonly findingRole: string | null
  readonly polarity: Polarity | null
  readonly forward: GoldForward
  readonly risks: readonly string[]
  /** Which one question the label answers, where it is a decision of an analyst; it answers all where this is absent. */
  readonly asks?: 'finding' | 'forward-looking'
}

/** The filing's own safe harbor as labelled by hand. */
export interface GoldSafeHarbor {
  readonly triggers: readonly TextRange[]
  readonly subjects: readonly TextRange[]
  readonly riskFactors: readonly TextRange[]
}

/**
 * One hand-labelled filing. `whole` gold labels every sentence by hand; of `partial` gold the sentences were cut by the program, so that
 * boundaries and safe-harbor items are not scored; of `sampled` gold only the sentences it lists are known.
 */
export interface Gold {
  readonly file: string
  /** Whoever filed it, by the file's name: what is trained or tuned is never measured on the same issuer. */
  readonly issuer: string
  readonly extent: 'whole' | 'partial' | 'sampled'
  /** Spans that are no sentence: what is marked there is wrong, and a sentence there is not counted. */
  readonly notProse: readonly TextRange[]
  readonly sentences: readonly GoldSentence[]
  readonly safeHarbor: GoldSafeHarbor | null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => typeof value === 'string' ? value : ''

const listOf = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : []

const rangeOf = (value: unknown): TextRange | null =>
  isRecord(value) && typeof value.start === 'number' && typeof value.end === 'number' ? { start: value.start, end: value.end } : null

const rangesOf = (value: unknown): TextRange[] => listOf(value).flatMap((item) => rangeOf(item) ?? [])

const FORWARD: ReadonlySet<string> = new Set(['core', 'borderline', 'boilerplate', 'none'])
const POLARITIES: ReadonlySet<string> = new Set(['favourable', 'unfavourable', 'qualified', 'neutral'])

const isForward = (value: string): value is GoldForward => FORWARD.has(value)
const isPolarity = (value: string): value is Polarity => POLARITIES.has(value)

const sentenceOf = (value: unknown): GoldSentence | null => {
  const range = rangeOf(value)
  if (!range || !isRecord(value)) return null
  const forward = textOf(value.fls)
  const polarity = textOf(value.polarity)
  const asks = textOf(value.asks)
  return {
    ...range,
    id: textOf(value.id),
    text: textOf(value.text).replace(/\s+/g, ' '),
    findingRole: textOf(value.finding_role) || null,
    polarity: isPolarity(polarity) ? polarity : null,
    forward: isForward(forward) ? forward : 'none',
    risks: listOf(value.risks).map(textOf).filter((id) => id !== ''),
    ...(asks === 'finding' || asks === 'forward-looking' ? { asks } : {})
  }
}

/** Forms and other words of a file's name that say nothing of who filed it. */
const NO_ISSUER = /^(?:\d{4}|\d[-\w]*|10[kq]\w*|8k\w?|6k|20f|ex-?99.*|pr|s[13]a?|424b\d?|def\w*)$/i

/** Whoever filed a file, by the first word of its name that tells neither form nor year: `pr_2024_tamsel-inc_q3.md` is of `tamsel-inc`. */
export const issuerOf = (file: string): string => {
  const parts = file.replace(/\.[a-z]{2,4}$/i, '').split('_')
  return (parts.find((part) => !NO_ISSUER.test(part)) ?? parts[0] ?? file).toLowerCase()
}

const spanOf = (value: unknown): TextRange | null => {
  const [start, end] = listOf(value)
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : rangeOf(value)
}

/**
 * Reads sentences drawn one by one from several filings, a list of labels that each name their `file`, as a gold of each file; none where
 * the list is something else.
 */
export const readSampledGold = (json: unknown): Gold[] => {
  const byFile = new Map<string, { issuer: string; sentences: GoldSentence[]; notProse: TextRange[] }>()
  for (const item of listOf(json)) {
    if (!isRecord(item) || textOf(item.file) === '') continue
    const known = byFile.get(textOf(item.file)) ??
      { issuer: textOf(item.issuer).toLowerCase() || issuerOf(textOf(item.file)), sentences: [], notProse: [] }
    byFile.set(textOf(item.file), known)
    const span = rangeOf(item)
    const sentence = sentenceOf(item)
    if (item.not_prose === true && span) known.notProse.push(span)
    else if (sentence) known.sentences.push(sentence)
  }
  return [...byFile].map(([file, known]) => ({ file, ...known, extent: 'sampled', safeHarbor: null }))
}

/** Reads a gold file; null where it is not one. */
export const readGold = (json: unknown): Gold | null => {
  if (!isRecord(json) || !Array.isArray(json.sentences)) return null
  const own = json.safe_harbor
  return {
    file: textOf(json.file),
    issuer: textOf(json.issuer) || issuerOf(textOf(json.file)),
    extent: json.partial === true ? 'partial' : 'whole',
    notProse: listOf(json.not_prose).flatMap((item) => spanOf(item) ?? []),
    sentences: json.sentences.flatMap((item) => sentenceOf(item) ?? []),
    safeHarbor: isRecord(own)
      ? { triggers: rangesOf(own.triggers), subjects: rangesOf(own.subjects), riskFactors: rangesOf(own.risk_factors) }
      : null
  }
}
