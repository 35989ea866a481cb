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
}

/** The filing's own safe harbor as labelled by hand. */
export interface GoldSafeHarbor {
  readonly triggers: readonly TextRange[]
  readonly subjects: readonly TextRange[]
  readonly riskFactors: readonly TextRange[]
}

/** One hand-labelled filing. */
export interface Gold {
  readonly file: string
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
  return {
    ...range,
    id: textOf(value.id),
    text: textOf(value.text).replace(/\s+/g, ' '),
    findingRole: textOf(value.finding_role) || null,
    polarity: isPolarity(polarity) ? polarity : null,
    forward: isForward(forward) ? forward : 'none',
    risks: listOf(value.risks).map(textOf).filter((id) => id !== '')
  }
}

/** Reads a gold file; null where it is not one. */
export const readGold = (json: unknown): Gold | null => {
  if (!isRecord(json) || !Array.isArray(json.sentences)) return null
  const own = json.safe_harbor
  return {
    file: textOf(json.file),
    sentences: json.sentences.flatMap((item) => sentenceOf(item) ?? []),
    safeHarbor: isRecord(own)
      ? { triggers: rangesOf(own.triggers), subjects: rangesOf(own.subjects), riskFactors: rangesOf(own.risk_factors) }
      : null
  }
}
