import type { FactSpan } from './period-claim'

const DAY = 86_400_000
const DAYS_OF_A_MONTH = 30.44
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const LENGTHS: Readonly<Record<number, string>> = { 3: 'three months', 6: 'six months', 9: 'nine months', 12: 'year' }

const dateOf = (day: number): string => {
  const date = new Date(day * DAY)
  return `${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
}

const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** The whole months of a span that is told in months: 3, 6, 9 or 12, weeks counted as what they stand for; null for another. */
const monthsOf = ({ from, to }: FactSpan): number | null => {
  if (from === null) return null
  const months = (to - from + 1) / DAYS_OF_A_MONTH
  return [3, 6, 9, 12].find((count) => Math.abs(count - months) <= 0.5) ?? null
}

/** The span of a fact as a filing would word it: "three months ended June 30, 2025", "June 30, 2025". */
export const wordsOfSpan = (span: FactSpan): string => {
  const months = monthsOf(span)
  if (months !== null) return `${LENGTHS[months] ?? ''} ended ${dateOf(span.to)}`
  return span.from === null || span.from === span.to ? dateOf(span.to) : `${dateOf(span.from)} to ${dateOf(span.to)}`
}

/** The key by which a span is compared with periods that words name. */
export const keyOfSpan = (span: FactSpan): string => {
  const months = monthsOf(span)
  if (months !== null) return `${months}m:${isoOf(span.to)}`
  return span.from === null ? `at:${isoOf(span.to)}` : `span:${isoOf(span.from)}/${isoOf(span.to)}`
}
