import { pattern } from '#model/pattern'

/** A stretch of time that a fact is told for: dates as days since 1970, or `from` null where it is told for one day. */
export interface FactSpan {
  readonly from: number | null
  readonly to: number
}

const DAY = 86_400_000
const DAYS_OF_A_MONTH = 30.44

const dayOf = (iso: string): number | null => {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso)
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY : null
}

/** Reads the period of a fact, "2025-06-30" or "2025-04-01/2025-06-30"; null where it is none. */
export const factSpan = (period: string | null): FactSpan | null => {
  if (period === null) return null
  const [first = '', second] = period.split('/')
  const start = dayOf(first)
  if (second === undefined) return start === null ? null : { from: null, to: start }
  const end = dayOf(second)
  return start === null || end === null ? null : { from: start, to: end }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATE = pattern('gi')`
  \b(jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?
  |oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)\s+(\d{1,2})(?:,?\s+(\d{4}))?(?!\d)`
const COUNTS: Readonly<Record<string, number>> = { 'three': 3, 'six': 6, 'nine': 9, 'twelve': 12, '3': 3, '6': 6, '9': 9, '12': 12, '13': 3,
  '26': 6, '39': 9, '52': 12, '53': 12, 'thirteen': 3, 'twenty-six': 6, 'thirty-nine': 9, 'fifty-two': 12, '14': 3 }

const COUNTED_LENGTH = pattern('gi')`
  \b(three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|3|6|9|12|13|14|26|39|52|53)
  (?:[-\s]+(?:months?|weeks?)\b|-?,?\s+(?=(?:and|or)\s+(?:the\s+)?[\w-]+[-\s](?:months?|weeks?)\b))`

const monthsOf = (text: string): readonly number[] => {
  // "three and nine months" names two lengths.
  const counted = [...text.matchAll(COUNTED_LENGTH)].map((match) => COUNTS[(match[1] ?? '').toLowerCase()] ?? 0)
  if (counted.length > 0) return counted
  if (/\bquarters?\b|\bQ[1-4]|\b[1-4]Q/i.test(text)) return [3]
  if (/\bhalf\b|\b[12]H/i.test(text)) return [6]
  return /\byears?[-\s]+end(?:ed|ing)\b/i.test(text) ? [12] : []
}

interface Claim {
  /** Days of each date with a year. */
  readonly days: readonly number[]
  /** Month, from 0, and day of each date without one. */
  readonly yearless: readonly (readonly [number, number])[]
  readonly years: readonly number[]
  readonly months: readonly number[]
  /** First and last day of each month with a year: "June 2023". */
  readonly calendar: readonly (readonly [number, number])[]
}

const NAMED_MONTH = pattern('gi')`
  \b(jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?
  |oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)\s+(?:of\s+)?((?:19|20)\d\d)\b`

const readClaim = (text: string): Claim => {
  const days: number[] = []
  const yearless: [number, number][] = []
  const calendar: [number, number][] = []
  const bare = text.replace(NAMED_MONTH, (_, month: string, year: string) => {
    const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
    calendar.push([Date.UTC(Number(year), at, 1) / DAY, Date.UTC(Number(year), at + 1, 0) / DAY])
    return ' '
  })
  const rest = bare.replace(DATE, (_, month: string, day: string, year: string | undefined) => {
    const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
    if (year === undefined) yearless.push([at, Number(day)])
    else days.push(Date.UTC(Number(year), at, Number(day)) / DAY)
    return ' '
  })
  const short = /\b(?:[1-4]Q|Q[1-4]|[12]H|FY)\s?['’]?(\d\d)\b/i.exec(rest)?.[1]
  const years = [...(rest.match(/(?:\b|Q|H|FY)(?:19|20)\d\d\b/g) ?? []).map((year) => Number(year.slice(-4))),
    ...(short ? [2000 + Number(short)] : [])]
  // "December 31, 2023 and 2022": the day holds for the years behind it.
  const last = days.at(-1)
  if (last !== undefined) { for (const year of years) days.push(new Date(last * DAY).setUTCFullYear(year) / DAY) }
  return { days, yearless, years, months: monthsOf(text), calendar }
}

/** Claims read before: the heads of a report's columns are the same few hundred words over and over. */
const CLAIMS = new Map<string, Claim>()
const MOST_CLAIMS = 1000

const claimOf = (text: string): Claim => {
  const known = CLAIMS.get(text)
  if (known) return known
  const claim = readClaim(text)
  if (CLAIMS.size >= MOST_CLAIMS) CLAIMS.clear()
  CLAIMS.set(text, claim)
  return claim
}

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear()

/** Whether a day is the last of a span or the one before its first, give or take one. */
const bounds = (day: number, { from, to }: FactSpan): boolean => Math.abs(day - to) <= 1 || (from !== null && (Math.abs(day - from) <= 1))

const endsOn = ([month, day]: readonly [number, number], { to }: FactSpan): boolean => {
  const year = yearOf(to)
  return [year - 1, year, year + 1].some((one) => Math.abs(Date.UTC(one, month, day) / DAY - to) <= 1)
}

/** How long after a calendar year the fiscal year that bears its number may end, in days. */
const LATE = 45
/** How long before the end of its fiscal year a quarter of it may end, in days. */
const EARLY = 275

/** A year is the one a span ends in, or the one most of it lies in: fiscal years are named either way, and their quarters after the year they end in. */
const inYear = (year: number, { from, to }: FactSpan, isFiscal: boolean): boolean => {
  if (year === yearOf(to) || (from !== null && year === yearOf((from + to) / 2))) return true
  return isFiscal && (year === yearOf(to - LATE) || ((from === null || to - from < EARLY) && year === yearOf(to + EARLY)))
}

/** Longest fact that is told for an event, and not for a period, in days. */
const EVENT = 7

/** Weeks do not fall on the ends of months: how many days the first day of a column may be off. */
const OFF = 12

/** Whether a fact of one day, or the first day of its span, lies where the period of a column begins. */
const beginsWith = (text: string, { from, to }: FactSpan): boolean | null => {
  const { days, years, months } = claimOf(text)
  const day = from ?? to
  const length = (months[0] ?? 12) * DAYS_OF_A_MONTH
  if (days.length > 0) return days.some((end) => Math.abs(end - length - day) <= OFF)
  return years.length === 0 ? null : years.some((year) => year === yearOf(day) || year === yearOf(day) + 1)
}

/** Whether the day something happened on lies in the span of a fact; of a fact of one day that is another it says nothing. */
const happenedIn = (text: string, { from, to }: FactSpan): boolean | null => {
  const { days } = claimOf(text)
  if (days.length === 0) return null
  return days.some((day) => day >= (from ?? to) - 1 && day <= to + 1) ? true : from === null ? null : false
}

/** A fact of one day says nothing of a stretch of time that lies behind that day: what is expected to be paid in years to come is told for the day of the accounts. */
export const isYetToCome = (text: string, span: FactSpan): boolean => isBehind(claimOf(text), span)

const isBehind = ({ days, years, calendar }: Claim, { from, to }: FactSpan): boolean => {
  if (from !== null && to - from >= EVENT) return false
  const firsts = [...days, ...calendar.map(([first]) => first), ...(days.length > 0 ? [] : years.map((year) => Date.UTC(year, 0, 1) / DAY))]
  return firsts.length > 0 && firsts.every((first) => first > to)
}

/**
 * Whether the words of a period can mean the span of a fact: false where they name another end, another year or another number of months; null
 * where they name none of these ("the prior year").
 */
export const periodAgrees = (text: string, span: FactSpan): boolean | null => {
  if (/^beginning of\b/i.test(text)) return beginsWith(text, span)
  if (/^on\b/i.test(text)) return happenedIn(text, span)
  const claim = claimOf(text)
  const { days, yearless, years, months, calendar } = claim
  if (days.length + yearless.length + years.length + months.length + calendar.length === 0 || isBehind(claim, span)) return null
  if (calendar.length > 0 && !calendar.some(([first, last]) => last >= (span.from ?? span.to) - 1 && first <= span.to + 1)) return false
  if (days.length > 0 && !days.some((day) => bounds(day, span))) return false
  if (days.length === 0 && years.length > 0 && !years.some((year) => inYear(year, span, /fiscal/i.test(text)))) return false
  if (days.length === 0 && yearless.length > 0 && !yearless.some((one) => endsOn(one, span))) return false
  if (span.from === null || months.length === 0 || span.to - span.from < EVENT) return true
  const told = (span.to - span.from + 1) / DAYS_OF_A_MONTH
  return months.some((count) => Math.abs(count - told) <= 0.8)
}
