import { DATE_SOURCE } from '../parse/text/text-classes'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day of a calendar as `YYYY-MM-DD`; null where the calendar has no such day. */
const dayIn = (year: number, month: number, date: number): string | null => {
  const moment = new Date(Date.UTC(year, month - 1, date))
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date && year > 1900 && year < 2100
    ? moment.toISOString().slice(0, 10)
    : null
}

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** Two digits of a year as filings write them: those of the archive begin in 1993. */
const fullYear = (digits: string): number => digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) > 70 ? 1900 : 2000)

/**
 * The day that words such as `January 31, 2007`, `31 January 2007`, `5/9/2005` or `4th day of May, 2005` name, as `YYYY-MM-DD`; numbers alone are read as
 * month, day, year. Null where they name no day, or none without a year: `year` stands in for one that is left out.
 */
export const dayOf = (words: string, year: number | null = null): string | null => {
  const text = words.replace(/\s+/g, ' ').trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return dayIn(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text)
  if (numbers) return dayIn(fullYear(numbers[3] ?? ''), Number(numbers[1]), Number(numbers[2]))
  const american = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/iu.exec(text)
  const british = /^(\d{1,2})(?:st|nd|rd|th)? (?:day of )?(\p{L}{3,9})\.?,? (\d{4})$/iu.exec(text)
  const [month, date, named] = american ? [american[1], american[2], american[3]] : [british?.[2], british?.[1], british?.[3]]
  const number = month === undefined ? 0 : monthOf(month)
  const inYear = named === undefined ? year : Number(named)
  return number === 0 || inYear === null ? null : dayIn(inYear, number, Number(date))
}

const ANY_DAY = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? day of \\p{L}{3,9},? \\d{4}|${DATE_SOURCE}`, 'giu')

/** The days that words name, in their order, as `YYYY-MM-DD`. Read no more than a few lines with it. */
export const daysIn = (text: string, year: number | null = null): string[] =>
  [...text.replace(/\s+/g, ' ').matchAll(ANY_DAY)].flatMap(([words]) => dayOf(words, year) ?? [])

const WORDS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A day `YYYY-MM-DD` as a title tells it: `31 December 2005`. */
export const dayWords = (day: string): string => WORDS.format(Date.parse(day))
