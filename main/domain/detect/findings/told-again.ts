import type { FindingType, Polarity } from '#contract/finding'
import { attach } from '../figures/attach'
import { findNumbers } from '../figures/number/numbers'
import { assignPeriods } from '../figures/period/assign-periods'
import { periodsIn } from '../figures/period/periods-in'
import type { SentenceView } from '../text/sentence-view'

/** An amount that a sentence tells of a measure. */
interface Level {
  /** The measure as the lexicon knows it, with the words that narrow it; null where it is none of these. */
  readonly key: string | null
  /** The words that name it otherwise, in small letters. */
  readonly words: ReadonlySet<string>
  readonly value: number
  readonly slack: number
  readonly unit: string | null
  readonly isChange: boolean
  readonly period: string | null
}

/** What one sentence tells of an outcome, in the form in which two are held against each other. */
export interface Telling {
  readonly type: FindingType
  readonly polarity: Polarity
  readonly levels: readonly Level[]
  /** The first amount of each measure and unit: what follows are other periods and parts. */
  readonly main: readonly Level[]
  /** The trials and studies it names. */
  readonly trials: ReadonlySet<string>
}

/** How many amounts of a sentence are read. */
const MOST_LEVELS = 12

const EMPTY: ReadonlySet<string> = new Set(['the', 'and', 'for', 'of', 'a', 'an', 'in', 'its', 'our', 'total', 'net', 'charge', 'charges',
  'non', 'cash', 'amount', 'approximately', 'about', 'company'])

const wordsOf = (measure: string | null): ReadonlySet<string> =>
  new Set(
    (measure ?? '').toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length > 2 && !EMPTY.has(word)).map((word) =>
      word.replace(/s$/, '')
    )
  )

const TRIAL = /\b([A-Z][A-Z\d]{2,}(?:-[A-Z\d]+)*|Study [\dA-Z]+(?:-\d+)*)\b(?=[^.;]{0,40}\b(?:trial|study|studies|program)\b)/g

const NO_TRIALS: ReadonlySet<string> = new Set()

const trialsOf = (text: string): ReadonlySet<string> =>
  /trial|stud|program/i.test(text) ? new Set([...text.matchAll(TRIAL)].map(([name]) => name)) : NO_TRIALS

/** Reads what a sentence tells. The amounts it sets against others, and ends of ranges, are left out. */
export const tellingOf = (view: SentenceView, type: FindingType, polarity: Polarity): Telling => {
  const numbers = /\d/.test(view.text) ? findNumbers(view) : []
  const periods = numbers.length === 0 ? null : assignPeriods(view, numbers, periodsIn(view))
  const levels = numbers.slice(0, MOST_LEVELS).flatMap((number): Level[] => {
    const { measure, measureKey, periodKey, compared, isChange } = attach(view, number, numbers, periods?.get(number) ?? null)
    return compared ?
      [] :
      [{ key: measureKey, words: wordsOf(measure), value: Math.abs(number.value), slack: number.slack, unit: number.unit, isChange,
        period: periodKey }]
  })
  return { type, polarity, levels, main: mainLevels(levels), trials: trialsOf(view.text) }
}

/** The length of a period in months, by its key; null where it names none. */
const lengthOf = (key: string): number | null => {
  const months = /^(\d+)m/.exec(key)?.[1]
  if (months !== undefined) return Number(months)
  return /^q\d/.test(key) ? 3 : /^h\d/.test(key) ? 6 : /^y\d/.test(key) ? 12 : null
}

/** Two periods that are not one: of other lengths, or two quarters, two years, two dates. */
const differ = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null || a === b) return false
  const [ours, theirs] = [lengthOf(a), lengthOf(b)]
  if (ours !== null && theirs !== null && ours !== theirs) return true
  const form = (key: string): string => key.replace(/\d{4}(?:-\d\d-\d\d)?$/, '')
  return form(a) === form(b) || (/^q\d/.test(a) && /^q\d/.test(b) && a.slice(0, 2) !== b.slice(0, 2))
}

const agrees = (a: Level, b: Level): boolean =>
  a.unit === b.unit && a.isChange === b.isChange && Math.abs(a.value - b.value) <= Math.max(a.slack, b.slack) * 1.01 &&
  !differ(a.period, b.period)

const isPart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ([...a].every((word) => b.has(word)) || [...b].every((word) => a.has(word)))

const isSameMeasure = (a: Level, b: Level): boolean => a.key !== null && b.key !== null ? a.key === b.key : isPart(a.words, b.words)

/** Digits from which an amount is hardly that of something else by chance. */
const TELLING_DIGITS = 3

const digitsOf = ({ value, unit }: Level): number =>
  unit === null ? 0 : String(Number(value.toPrecision(9))).replace(/^0\.0*|\.|0+$/g, '').length

const mainLevels = (levels: readonly Level[]): readonly Level[] =>
  levels.filter((level, at) =>
    !levels.slice(0, at).some((other) => other.unit === level.unit && other.isChange === level.isChange && isSameMeasure(other, level))
  )

/** Whether one measure has one number in both, and no measure that both tell has two. */
const tellsSameNumber = (a: Telling, b: Telling): boolean => {
  let shared = false
  for (const level of a.main) {
    for (const other of b.main) {
      if (other.unit !== level.unit || other.isChange !== level.isChange || !isSameMeasure(level, other)) continue
      if (!agrees(level, other)) return false
      const least = level.unit === '%' || (level.key === null && Math.min(level.words.size, other.words.size) < 2) ? TELLING_DIGITS : 2
      if (Math.min(digitsOf(level), digitsOf(other)) >= least) shared = true
    }
  }
  return shared
}

const CLINICAL: ReadonlySet<FindingType> = new Set(['primary-endpoint', 'significance', 'statistic', 'effect', 'safety-outcome',
  'implicit'])
const ACCOUNTS: ReadonlySet<FindingType> = new Set(['financial-result', 'corporate-event', 'regulatory-event'])

/** Outcomes of results, of accounts and of what is expected are told apart. */
const isOneKind = (a: FindingType, b: FindingType): boolean =>
  a === b || (CLINICAL.has(a) && CLINICAL.has(b)) || (ACCOUNTS.has(a) && ACCOUNTS.has(b))

const namesOtherTrial = (a: Telling, b: Telling): boolean =>
  a.trials.size > 0 && b.trials.size > 0 && ![...a.trials].some((trial) => b.trials.has(trial))

/**
 * Whether two sentences tell one outcome (domain rule): the same verdict on the primary endpoint of the same trial, or the same number of the same
 * measure, where neither tells another number of it for the same time.
 */
export const tellsSameOutcome = (a: Telling, b: Telling): boolean => {
  if (!isOneKind(a.type, b.type) || namesOtherTrial(a, b)) return false
  if (a.type === 'primary-endpoint' && b.type === 'primary-endpoint') return a.polarity === b.polarity
  return tellsSameNumber(a, b)
}

/** Whether the first sums of money that two sentences tell differ, however alike their words are: of another measure, or another period. */
export const tellsOtherAmounts = (a: Telling, b: Telling): boolean => {
  const first = ({ levels }: Telling): Level | undefined =>
    levels.find(({ unit, isChange }) => unit !== null && /^[A-Z]{3}$/.test(unit) && !isChange)
  const [ours, theirs] = [first(a), first(b)]
  if (ours === undefined || theirs === undefined) return false
  return !agrees(ours, theirs) || (ours.key !== null && theirs.key !== null && ours.key !== theirs.key)
}
