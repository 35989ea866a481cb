import type { SentenceView } from '../text/sentence-view'
import type { FoundNumber } from './numbers'
import { isoOf } from './periods'

/** The period that one number of a list has in a list of years. */
export interface ListedPeriod {
  readonly text: string
  readonly key: string
}

const YEARS =
  /\b((?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},?\s+)?((?:19|20)\d\d(?:(?:,? and |, )(?:19|20)\d\d)+)/g

/** Longest run of years that is read: a five-year table told in words is longer than any sentence that says "respectively". */
const MOST_YEARS = 6

interface YearList {
  readonly at: number
  readonly periods: readonly ListedPeriod[]
}

const keyOf = (lead: string, day: string, year: string): string => {
  if (day === '') return `y${year}`
  return `${/\byears?\s+ended\s*$/i.test(lead) ? '12m' : /\bquarters?\s+ended\s*$/i.test(lead) ? '3m' : 'at'}:${isoOf(`${day}${year}`)}`
}

const yearLists = (text: string): readonly YearList[] =>
  [...text.matchAll(YEARS)].flatMap((match) => {
    const years = (match[2] ?? '').match(/\d{4}/g) ?? []
    const day = match[1] ?? ''
    const lead = text.slice(Math.max(0, match.index - 24), match.index)
    return years.length > MOST_YEARS
      ? []
      : [{ at: match.index, periods: years.map((year) => ({ text: `${day}${year}`, key: keyOf(lead, day, year) })) }]
  })

/** Numbers that follow each other with nothing but commas and "and" between. */
const runsOf = (view: SentenceView, numbers: readonly FoundNumber[]): readonly (readonly FoundNumber[])[] => {
  const runs: FoundNumber[][] = []
  for (const number of numbers) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    if (run && last && view.tokens.words.slice(last.to, number.from).every((word) => word === ',' || word === 'and')) run.push(number)
    else runs.push([number])
  }
  return runs
}

/**
 * The periods of numbers that a sentence tells "respectively": "$4 million and $3 million in 2023 and 2022, respectively". Only
 * where a list of numbers is as long as the list of years nearest to it.
 */
export const respectivePeriods = (view: SentenceView, numbers: readonly FoundNumber[]): ReadonlyMap<FoundNumber, ListedPeriod> => {
  const out = new Map<FoundNumber, ListedPeriod>()
  if (!view.text.includes('respectively')) return out
  const lists = yearLists(view.text)
  if (lists.length === 0) return out
  for (const run of runsOf(view, numbers)) {
    const first = run[0]
    const fitting = lists.filter(({ periods }) => periods.length === run.length)
    if (run.length < 2 || !first || fitting.length === 0) continue
    const start = view.tokens.starts[first.from] ?? 0
    // The list behind the numbers is theirs before the one ahead of them.
    const list = fitting.find(({ at }) => at > start) ?? fitting[fitting.length - 1]
    run.forEach((number, index) => {
      const period = list?.periods[index]
      if (period) out.set(number, period)
    })
  }
  return out
}
