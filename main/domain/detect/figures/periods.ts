/** A period or date that a text names. `start` and `end` are offsets into that text; `key` is alike for alike periods. */
export interface NamedPeriod {
  readonly start: number
  readonly end: number
  readonly key: string
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_WORD = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DATE = `${MONTH_WORD}\\s+\\d{1,2},?\\s+\\d{4}`
const COUNTS: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12, '13': 3, '26': 6, '39': 9, '52': 12 }
const ORDINALS = ['first', 'second', 'third', 'fourth']

const PERIOD = new RegExp([
  `\\b(three|six|nine|twelve|13|26|39|52)[- ](?:months?|month period|weeks?)(?: period)?(?:\\s+end(?:ed|ing)\\s+(${DATE}))?`,
  `\\b(quarter|fiscal year|year|fiscal quarter|period)\\s+end(?:ed|ing)\\s+(${DATE})`,
  `\\b(first|second|third|fourth)[- ](?:fiscal[- ])?quarter(?:\\s+(?:of\\s+)?(?:fiscal(?: year)?\\s+)?(\\d{4}))?`,
  `\\b(first|second)[- ]half(?:\\s+of(?:\\s+fiscal)?\\s+(\\d{4}))?`,
  `\\b(?:fiscal(?: year)?|full[- ]year|year)\\s+(\\d{4})`,
  `\\bQ([1-4])\\s*(\\d{4})?`,
  `\\b(?:at|as of|on)\\s+(${DATE})`,
  `\\b((?:same|comparable|prior|previous|preceding|corresponding|year[- ]ago|last)\\s+(?:fiscal\\s+)?(?:year'?s?\\s+)?(?:period|quarter|year|month)s?(?:\\s+(?:last year|a year ago|of (?:last|the prior|the previous) (?:fiscal )?year))?|a year (?:ago|earlier)|year earlier)`,
  `\\b(?:in|during|for)\\s+(\\d{4})\\b`,
  `\\b(?:the|this|current)\\s+(?:fiscal\\s+)?(quarter|year|month)\\b(?!\\s+end)`,
  `\\b(Week|Day|Month|Year)\\s+(\\d+)\\b`
].join('|'), 'gi')

/** A date such as "March 3, 2012" as `2012-03-03`; other words as they stand, in small letters. */
export const isoOf = (date: string): string => {
  const match = /([A-Za-z]+)\s+(\d{1,2}),?\s+(\d{4})/.exec(date)
  const month = MONTHS.indexOf((match?.[1] ?? '').slice(0, 3).toLowerCase()) + 1
  return match ? `${match[3]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}` : date.toLowerCase()
}

const keyOf = (groups: readonly (string | undefined)[], text: string): string => {
  const [months, monthsDate, span, spanDate, quarter, quarterYear, half, halfYear, year, q, qYear, at, prior, inYear, bare, week,
    weekNumber] = groups
  if (months) return `${COUNTS[months.toLowerCase()] ?? months}m${monthsDate ? `:${isoOf(monthsDate)}` : ''}`
  if (span && spanDate) return `${/quarter/i.test(span) ? '3' : /year/i.test(span) ? '12' : '?'}m:${isoOf(spanDate)}`
  if (quarter) return `q${ORDINALS.indexOf(quarter.toLowerCase()) + 1}${quarterYear ? `-${quarterYear}` : ''}`
  if (half) return `h${half.toLowerCase() === 'first' ? 1 : 2}${halfYear ? `-${halfYear}` : ''}`
  if (year) return `y${year}`
  if (q) return `q${q}${qYear ? `-${qYear}` : ''}`
  if (at) return `at:${isoOf(at)}`
  if (prior) return `prior:${prior.toLowerCase()}`
  if (inYear) return `y${inYear}`
  if (bare) return `this-${bare.toLowerCase()}`
  return week ? `${week.toLowerCase()}${weekNumber ?? ''}` : text.toLowerCase()
}

/** The periods a text names, in order. */
export const findPeriods = (text: string): NamedPeriod[] => {
  if (!/quarter|month|year|half|fiscal|week|\bQ[1-4]|\d{4}|period|\b(?:Day|Week)\b/i.test(text)) return []
  return [...text.matchAll(PERIOD)].map((match) => ({ start: match.index, end: match.index + match[0].length,
    key: keyOf(match.slice(1), match[0]) })
  )
}

/** Whether a period is told only by comparison with the one reported ("the prior year"). */
export const isPrior = (key: string): boolean => key.startsWith('prior:')
