/** What the words of a period tell: how long it is, and when it ends. */
export interface PeriodPlace {
  /** Months, 0 for a day, null where the words do not say. */
  readonly months: number | null
  /** Its last day as `YYYY-MM-DD`; null where the words do not say. */
  readonly end: string | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:three|3)[- ]months?\b|\bquarters?\b|\bQ[1-4]\b|\b(?:13|14|thirteen)[- ]weeks?\b/i, 3],
  [/\b(?:six|6)[- ]months?\b|\bhalf\b|\b(?:26|twenty-six)[- ]weeks?\b/i, 6],
  [/\b(?:nine|9)[- ]months?\b|\b(?:39|thirty-nine)[- ]weeks?\b/i, 9],
  [/\b(?:twelve|12)[- ]months?\b|\bfiscal\b|\byears?\b|\b(?:52|53|fifty-two|fifty-three)[- ]weeks?\b|^\s*(?:19|20)\d\d\s*$/i, 12]
]
const NAMED = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:,|\s)+((?:19|20)\d\d)\b/i
const ISO = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/
const SLASHED = /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d\d)\b/
const YEAR = /\b(?:19|20)\d\d\b/
const QUARTERS: readonly (readonly [RegExp, string])[] = [[/\bfirst\b|\bQ1\b/i, '03-31'], [/\bsecond\b|\bQ2\b/i, '06-30'], [
  /\bthird\b|\bQ3\b/i,
  '09-30'
], [/\bfourth\b|\bQ4\b/i, '12-31']]

const two = (part: number | string): string => String(part).padStart(2, '0')

/** Of two digits the century, as filings of the last decades write years. */
const whole = (year: string): string => year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`

const endOf = (words: string): string | null => {
  const iso = [...words.matchAll(new RegExp(ISO, 'g'))].at(-1)
  if (iso) return iso[0]
  const named = [...words.matchAll(new RegExp(NAMED, 'gi'))].at(-1)
  if (named) return `${named[3] ?? ''}-${two(MONTHS.indexOf((named[1] ?? '').toLowerCase()) + 1)}-${two(named[2] ?? '')}`
  const slashed = SLASHED.exec(words)
  if (slashed) return `${whole(slashed[3] ?? '')}-${two(slashed[1] ?? '')}-${two(slashed[2] ?? '')}`
  const year = YEAR.exec(words)?.[0]
  if (year === undefined) return null
  return `${year}-${QUARTERS.find(([pattern]) => pattern.test(words))?.[1] ?? '12-31'}`
}

/** Reads the words of one period: "three months ended March 31, 2004", "Six Months Ended 3/31/04", "2023", "as of June 30, 2025". */
export const periodPlace = (words: string | null): PeriodPlace => {
  if (words === null) return { months: null, end: null }
  const end = endOf(words)
  const months = LENGTHS.find(([pattern]) => pattern.test(words))?.[1]
  return { months: months ?? (end !== null && /\d{1,2}\D/.test(words.replace(YEAR, '')) ? 0 : null), end }
}
