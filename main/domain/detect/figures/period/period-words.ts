import { pattern } from '#model/pattern'

/** One period of those that an expression names. `key` is alike for alike periods. */
export interface ListedPeriod {
  readonly text: string
  readonly key: string
}

/** An expression that names a period or date, or several ("the three and six months ended June 30, 2025"). `start` and `end` are offsets into the text. */
export interface NamedPeriod {
  readonly start: number
  readonly end: number
  readonly key: string
  /** The periods it names, in order; empty where their order is not certain. */
  readonly items: readonly ListedPeriod[]
  /** Where it names two lengths and two ends: its four periods with the lengths outermost. What order they are told in, the amounts must tell. */
  readonly grid?: readonly ListedPeriod[]
  /** True where it says when something falls due or ends: "notes that mature in 2031". */
  readonly isTerm?: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
const YEAR = '(?:19|20)\\d\\d'
const DAY = `${MONTH}\\s+\\d{1,2}(?!\\d)`
const DATE = `(?:${DAY},?\\s+${YEAR}|(?<!\\d)\\d{1,2}\\s+${MONTH}\\s+${YEAR})`
const AND = '(?:\\s*,\\s*and\\s+|\\s*,\\s+|\\s+and\\s+|\\s+or\\s+|\\s+through\\s+)'
const DATES = `(?:${DATE}|${DAY}(?=${AND}(?:${DATE}|${DAY}${AND}${DATE})))(?:${AND}(?:${DATE}|${DAY}|${YEAR})(?![-–]\\d))*`
const YEARS = `${YEAR}(?![-–]\\d)(?:${AND}(?:fiscal\\s+)?${YEAR}(?![-–]\\d))*`
const COUNT = '(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|fifty-three|13|14|26|39|40|52|53|3|6|9|12)'
const LENGTH = `(?:months?|weeks?)(?:\\s+periods?)?`
const SPAN = `(?:${COUNT}(?:[-\\s]+${LENGTH})?|(?:fiscal\\s+)?(?:quarter|year|period|month)s?)`
const SPANS = `${SPAN}-?(?:${AND}(?:the\\s+)?${SPAN})*(?:[-\\s]+${LENGTH}|\\s+periods?)?`

/** A count of months or years, and the year that some of them are the first of. */
const MANY = '(?:fiscal\\s+)?(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)'
const OF_YEAR =
  `(?:(?:the|this|our|its|each)\\s+)?(?:(?:current|last|prior|previous|same)\\s+)?(?:(?:fiscal|calendar)\\s+(?:years?\\s+)?${YEAR}|${YEAR}|(?:fiscal|calendar)\\s+years?|years?(?:\\s+${YEAR})?)`

const PERIOD = new RegExp([
  `\\b(${SPANS})\\s+end(?:ed|ing)\\s+(?:on\\s+)?(${DATES}|${YEARS})`,
  `\\b(?:at|as of|on|through|until|since|by)\\s+(?:both\\s+|each of\\s+)?(${DATES})`,
  `\\b(first|second|third|fourth)[- ](?:fiscal[- ])?quarters?(?:\\s+(?:of\\s+)?(?:the\\s+)?(?:fiscal(?:\\s+years?)?\\s+|years?\\s+)?(${YEARS}))?`,
  `\\b(first|second)[- ]half(?!\\s+of\\s+(?!(?:the\\s+|last\\s+|this\\s+)?(?:fiscal\\b|calendar\\b|years?\\b|${YEAR})))(?:\\s+of(?:\\s+fiscal)?\\s+(${YEARS}))?`,
  `\\b(${YEAR}\\s+(?:first|second|third|fourth)[- ]quarter|${MONTH}\\s+${YEAR}\\s+quarter|${YEAR}\\s+(?:three|six|nine)-month\\s+period)\\b`,
  `\\bQ([1-4])(?:\\s+(?:of\\s+)?(?:fiscal\\s+)?|-|\\s*['’]?)?(${YEAR})?\\b`,
  `\\b(?:fiscal(?:\\s+years?)?|full[- ]years?|years?)\\s+(?:both\\s+)?(${YEARS})`,
  `\\b((?:same|comparable|year-earlier|prior|previous|preceding|corresponding|year[- ]ago|last)\\s+(?:fiscal\\s+)?(?:year'?s?\\s+)?(?:period|quarter|year|month)s?(?:\\s+(?:last year|a year ago|(?:of|in) (?:last|the prior|the previous) (?:fiscal )?year))?|a year (?:ago|earlier)|year earlier)`,
  `\\b(?:in|during|for|end\\s+of|both)\\s+(?:both\\s+|each of\\s+|the years\\s+)?(${YEARS})(?!\\s+(?:plan|notes?|senior|credit|act|term|annual meeting|form|incentive|stock|equity|performance|tax act|convertible|facility|agreement|program|refinancing|acquisition)\\b)`,
  `\\b(three|six|nine|twelve|13|26|39|52)[- ](?:months?|month period|weeks?)(?: period)?\\b(?:\\s+of\\s+(?:fiscal\\s+)?(${YEARS}))?`,
  `\\b(?:the|this|current)\\s+(?:fiscal\\s+|full[- ])?(quarter|year|month)\\b(?!\\s+end|-)`,
  `\\b(Week|Day|Month|Year)\\s+(\\d+)\\b`,
  `\\b(${DATE}(?:${AND}(?:${DATE}|${YEAR}))+)`,
  `\\beffective\\s+(?:as\\s+of\\s+|on\\s+)?(${DATE})`,
  `\\b((?:[1-4]Q|Q[1-4]|[12]H|FY)\\s?['’]?(?:20)?\\d\\d)\\b(?![,.]?\\d)`,
  `\\b(?:the|our|its|their|[’']s)\\s+(?:fiscal\\s+)?(${YEAR})(?=\\s+(?:operating|net|gross|effective|revenues?|sales|income|earnings|results?|tax|capital|cash|total|pre-?tax|adjusted|restructuring|loss|losses|expenses?|charges?|average)\\b)`,
  `\\b(?:in|during|for|since)\\s+(?:early\\s+|mid-?\\s?|late\\s+)?(${MONTH}\\s+(?:of\\s+)?${YEAR}(?:${AND}${MONTH}\\s+${YEAR})*)`,
  `\\b((?:first|last|past|next|following|subsequent|initial|final)\\s+${MANY}\\s+(?:months?|weeks?|quarters?|years?)(?:\\s+of\\s+${OF_YEAR})?(?:,?\\s+end(?:ed|ing)\\s+${DATE})?)(?!\\s+end(?:ed|ing))`,
  `\\b((?:most\\s+recent|most\\s+recently\\s+(?:completed|ended)|current|first|second|third|fourth|fifth|coming|next|upcoming)\\s+(?:full\\s+)?(?:fiscal|calendar)\\s+year)s?\\b(?!\\s+${YEAR})`,
  `(?<![-\\w.])(${YEAR}\\s?[-–]\\s?20\\d\\d)\\b(?!-|(?:\\s+and\\s+${YEAR}[-–]${YEAR})?\\s+(?:plans?|performance|awards?|programs?|notes?|psus?|rsus?)\\b)`,
  `\\b(?:by|since|until|throughout)\\s+(?:the\\s+end\\s+of\\s+)?(?:fiscal\\s+(?:year\\s+)?)?(${YEAR})\\b(?![-–,.]?\\d|\\s+(?:shares|units|employees))`
].join('|'), 'gi')

/** "30 June 2025" */
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})\\s+(${MONTH})\\s+(${YEAR})`, 'gi')

/** A date such as "March 3, 2012" as `2012-03-03`; other words as they stand, in small letters. */
export const isoOf = (date: string): string => {
  const match = /([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})/.exec(date.replace(DAY_FIRST, '$2 $1, $3'))
  const month = MONTHS.indexOf((match?.[1] ?? '').slice(0, 3).toLowerCase()) + 1
  return match ? `${match[3]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}` : date.toLowerCase()
}

/** The dates of a list, those without a year or a day made whole from their neighbours: "June 30, 2025 and 2024". */
const datesOf = (words: string): readonly string[] => {
  const list = words.replace(DAY_FIRST, '$2 $1, $3')
  const parts = list.match(new RegExp(`${DAY}(?:,?\\s+${YEAR})?|${YEAR}`, 'gi')) ?? []
  let day = ''
  return parts.map((part, at) => {
    const own = new RegExp(`^${DAY}`, 'i').exec(part)?.[0]
    const year = new RegExp(`${YEAR}$`).exec(part)?.[0] ??
      parts.slice(at).map((other) => new RegExp(`${YEAR}$`).exec(other)?.[0]).find((found) => found !== undefined) ?? ''
    if (own !== undefined) day = own
    return own !== undefined && new RegExp(`${YEAR}$`).test(part) ? part : day === '' ? year : `${day}, ${year}`
  })
}

const NUMERALS: Readonly<Record<string, number>> = { 'three': 3, 'six': 6, 'nine': 9, 'twelve': 12, 'thirteen': 3, 'twenty-six': 6,
  'thirty-nine': 9, 'fifty-two': 12, 'fifty-three': 12, '13': 3, '14': 3, '26': 6, '39': 9, '40': 9, '52': 12, '53': 12, '3': 3, '6': 6,
  '9': 9, '12': 12 }
const ORDINALS = ['first', 'second', 'third', 'fourth']

const COUNTED = new RegExp(`\\b${COUNT}\\b`, 'i')
const MONTHS_OF: Readonly<Record<string, string>> = { month: '1', quarter: '3', year: '12' }

interface Span {
  readonly words: string
  readonly months: string
}

/** The lengths that stand before "ended", in order: "three and six months". */
const spansOf = (words: string): readonly Span[] => {
  const unit = /\bweeks?\b/i.test(words) ? 'weeks' : 'months'
  // "Months" behind a number belong to it; a month that stands alone is one.
  const alone = COUNTED.test(words) ? 'quarter|year' : 'quarter|year|month'
  return [...words.matchAll(new RegExp(`\\b(${COUNT})\\b|\\b((?:fiscal\\s+)?(${alone}))s?\\b|\\bperiods?\\b(?=\\s*$)`, 'gi'))].flatMap(
    (match) => {
      const [, count, whole = '', kind = ''] = match
      if (count !== undefined) return [{ words: `${count.toLowerCase()} ${unit}`, months: String(NUMERALS[count.toLowerCase()] ?? count) }]
      return kind === '' ? [] : [{ words: whole.toLowerCase(), months: MONTHS_OF[kind.toLowerCase()] ?? '12' }]
    }
  )
}

const endKey = (date: string): string => /^\d{4}$/.test(date) ? date : isoOf(date)

/** The periods of "the three and six months ended June 30, 2025 and 2024"; empty where lengths and ends are both several, and their order is not told. */
const endedPeriods = (words: string, list: string): ListedPeriod[] => {
  const spans = spansOf(words)
  const dates = datesOf(list)
  if (spans.length > 1 && dates.length > 1) return []
  const lengths = spans.length === 0 ? [{ words, months: '?' }] : spans
  return lengths.flatMap((span) => dates.map((date) => ({ text: `${span.words} ended ${date}`, key: `${span.months}m:${endKey(date)}` })))
}

const yearsOf = (list: string): readonly string[] => list.match(new RegExp(YEAR, 'g')) ?? []

const inYears = (list: string, prefix: string, words: string): ListedPeriod[] =>
  yearsOf(list).map((year) => ({ text: words === '' ? year : `${words} ${year}`, key: `${prefix}${year}` }))

const single = (text: string, key: string): ListedPeriod[] => [{ text, key }]

/** "2018 second quarter", "March 2017 quarter". */
const turnedKey = (text: string): string => {
  const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0] ?? ''
  const ordinal = ORDINALS.findIndex((word) => text.toLowerCase().includes(word))
  return ordinal < 0 ? `turned:${text.toLowerCase()}` : `q${ordinal + 1}-${year}`
}

/** "2Q24", "Q2'24", "1H25", "FY2024". */
const compactKey = (text: string): string => {
  const year = `20${/\d\d$/.exec(text)?.[0] ?? ''}`
  const part = /[1-4](?=Q)|(?<=Q)[1-4]|[12](?=H)/i.exec(text)?.[0] ?? ''
  return /Q/i.test(text) ? `q${part}-${year}` : /H/i.test(text) ? `h${part}-${year}` : `y${year}`
}

/** "first six months of fiscal 2023", "next 12 months". */
const countedKey = (text: string): string => {
  const words = text.toLowerCase()
  const months = /months?/.test(words) ? NUMERALS[COUNTED.exec(words)?.[0] ?? ''] : undefined
  const date = new RegExp(DATE, 'i').exec(text)?.[0]
  const year = new RegExp(YEAR).exec(text)?.[0]
  if (!words.startsWith('first') || months === undefined) return words
  return date ? `${months}m:${isoOf(date)}` : year ? `${months}m-${year}` : words
}

const itemsOf = (groups: readonly (string | undefined)[], text: string): ListedPeriod[] => {
  const [spans, ends, at, quarter, quarterYears, half, halfYears, turned, q, qYear, years, prior, inYear, months, monthsYears, bare, week,
    weekNumber, dates, effective, compact, ofYear, month, counted, fiscal, range, limit] = groups
  if (spans && ends) return endedPeriods(spans, ends)
  const days = at ?? dates ?? effective
  if (days) return datesOf(days).map((date) => ({ text: date, key: `${/^on\b/i.test(text) ? 'on' : 'at'}:${isoOf(date)}` }))
  if (quarter) {
    const key = `q${ORDINALS.indexOf(quarter.toLowerCase()) + 1}`
    return quarterYears ? inYears(quarterYears, `${key}-`, `${quarter} quarter`) : single(text, key)
  }
  if (half) {
    const key = `h${half.toLowerCase() === 'first' ? 1 : 2}`
    return halfYears ? inYears(halfYears, `${key}-`, `${half} half`) : single(text, key)
  }
  if (turned) return single(turned, turnedKey(turned))
  if (q) return single(text, `q${q}${qYear ? `-${qYear}` : ''}`)
  if (years ?? inYear) return inYears(years ?? inYear ?? '', 'y', '')
  if (prior) return single(text, `prior:${prior.toLowerCase()}`)
  if (months) {
    const key = `${NUMERALS[months.toLowerCase()] ?? months}m`
    return monthsYears ? inYears(monthsYears, `${key}-`, `${months} months of`) : single(text, key)
  }
  if (compact) return single(compact, compactKey(compact))
  if (ofYear) return inYears(ofYear, 'y', '')
  if (month)
    return (month.match(new RegExp(`${MONTH}\\s+(?:of\\s+)?${YEAR}`, 'gi')) ?? []).map((one) => ({ text: one,
      key: `on:${one.toLowerCase()}` })
    )
  if (counted) return single(counted, countedKey(counted))
  if (range) return single(range, `range:${range.replace(/\s/g, '').replace('–', '-')}`)
  if (limit) return single(text, `y${limit}`)
  if (fiscal) return single(fiscal, fiscal.toLowerCase())
  if (bare) return single(text, `this-${bare.toLowerCase()}`)
  return single(text, week ? `${week.toLowerCase()}${weekNumber ?? ''}` : text.toLowerCase())
}

/** The key of an expression: that of its one period, or one that is like no other. */
const keyOf = (items: readonly ListedPeriod[], text: string): string =>
  items.length === 1 ? items[0]?.key ?? '' : `many:${text.toLowerCase()}`

/** Words between two expressions that make one list of them: "the six months ended … and the year ended …". */
const JOINS = /^\s*(?:,\s*and|,|and)\s+(?:the\s+|for\s+|in\s+|as\s+of\s+|at\s+|during\s+)*$/i

/** Joins expressions that only "and" parts. */
const joined = (text: string, found: readonly NamedPeriod[]): NamedPeriod[] => {
  const out: NamedPeriod[] = []
  for (const next of found) {
    const last = out[out.length - 1]
    const gap = last ? text.slice(last.end, next.start) : ''
    const isList = last !== undefined && JOINS.test(gap) && /and/i.test(gap) && last.items.length > 0 && next.items.length > 0 &&
      !isPrior(next.key)
    if (!last || !isList) out.push(next)
    else {
      const items = [...last.items, ...next.items]
      out[out.length - 1] = { start: last.start, end: next.end, items, key: keyOf(items, text.slice(last.start, next.end)) }
    }
  }
  return out
}

/** Words before a period that tell when something falls due or ends. */
const TERM = pattern('i')`
  \b(?:due|payable|maturing|matur(?:e|es|ity)|expir(?:e|es|ing|y)|vest|vests|vesting|terminat(?:e|es|ing)
  |(?:exercise|expiration|maturity|call|due) dates?|beginning|starting|commencing
  |(?:to be|be) (?:completed|paid|incurred|opened|built|finished))
  (?: (?:at|in|on|from|between|through|over|until|various|dates?|times|years?|ending|and|by|no|later|than|of))* ?$`
/** How far before a period such words may begin, in UTF-16 units. */
const TERM_REACH = 60

/** "both 2021 and 2020" holds for each number alike. */
const isAlike = (text: string): boolean => /\b(?:both|each of)\b/i.test(text)

const gridOf = (spans: string | undefined, ends: string | undefined): readonly ListedPeriod[] => {
  if (spans === undefined || ends === undefined) return []
  const [lengths, dates] = [spansOf(spans), datesOf(ends)]
  if (lengths.length !== 2 || dates.length !== 2) return []
  return lengths.flatMap((span) => dates.map((date) => ({ text: `${span.words} ended ${date}`, key: `${span.months}m:${endKey(date)}` })))
}

/** The periods a text names, in order. */
export const findPeriods = (text: string): NamedPeriod[] => {
  if (!/quarter|month|year|half|fiscal|week|\bQ[1-4]|\d{4}|period|\b(?:Day|Week)\b|\d[QH]\s?['’]?\d\d|\bFY/i.test(text)) return []
  return joined(text, [...text.matchAll(PERIOD)].map((match) => {
    const items = isAlike(match[0]) ? [] : itemsOf(match.slice(1), match[0])
    const grid = gridOf(match[1], match[2])
    return { start: match.index, end: match.index + match[0].length, key: keyOf(items, match[0]), items,
      ...(grid.length > 0 ? { grid } : {}),
      ...(TERM.test(text.slice(Math.max(0, match.index - TERM_REACH), match.index)) ? { isTerm: true } : {}) }
  }))
}

/** Whether a period is told only by comparison with the one reported ("the prior year"). */
export const isPrior = (key: string): boolean => key.startsWith('prior:')
