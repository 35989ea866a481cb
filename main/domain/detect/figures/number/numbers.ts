import type { SentenceView } from '../../text/sentence-view'
import { currencyBefore, currencyBehind, USUAL_CURRENCIES } from './currencies'
import type { CurrencySetting } from './currencies'
import { isNoMeasure, isTightRange, NUMERIC } from './no-measure'
import { readScale } from './scale-words'
import { SCALES, SUFFIXES, UNITS } from './units'
import { pattern } from '#model/pattern'

/** A number as a text gives it. `from` and `to` are token indices that take in its sign, its scale word and its unit. */
export interface FoundNumber {
  readonly from: number
  readonly to: number
  /** Index of the token with the digits. */
  readonly at: number
  /** The value, scale words applied, negative where it is in round brackets as an amount, has a minus, or is told as negative. */
  readonly value: number
  /** Half a unit of the last digit shown, scale applied: how far a rounded value may be off. */
  readonly slack: number
  readonly unit: string | null
  /** Whether it is one end of a range. */
  readonly inRange?: boolean
}

/** What a document says of its numbers. */
export interface NumberSetting extends CurrencySetting {
  /** What amounts of money without a scale word are multiplied by. */
  readonly scale: number
}

/** Of a document that says nothing of its numbers. */
export const USUAL_SETTING: NumberSetting = { ...USUAL_CURRENCIES, scale: 1 }

/** A number before what its neighbours say of it is applied. */
interface Reading {
  readonly from: number
  readonly to: number
  readonly at: number
  /** The digits as a number. */
  readonly size: number
  readonly decimals: number
  readonly negative: boolean
  /** Null where no scale word stands at it. */
  readonly scale: number | null
  readonly currency: string | null
  readonly perShare: boolean
  readonly unit: string | null
}

/** Half of the last digit shown; a round figure of many noughts is taken as rounded to its last figure that is none. */
const slackOf = (size: number, decimals: number, scale: number): number => {
  if (scale === 1 && decimals === 0) {
    const noughts = /0+$/.exec(String(size))?.[0].length ?? 0
    return noughts >= 3 ? 10 ** noughts / 2 : 0.5
  }
  return (scale * 10 ** -decimals) / 2
}

/** `size` times a power of ten, without the dust of floating point. */
const scaled = (size: number, scale: number): number => Number((size * scale).toPrecision(15))

const PER_SHARE = pattern('i')`
  ^\s?\)?\s?(?:per (?:\w+[- ]){0,3}(?:shares?|units?|ads|ads?s|ordinary|warrants?|options?|rsus?)\b|(?:par|stated) value\b
  |(?:a|each) share\b)`
const PRICE = pattern('i')`
  \b(?:(?:exercise|strike|conversion|purchase|offering|closing|sale|market|stock|share|issue|redemption) prices?
  |grant[- ]date fair values?|weighted[- ]average (?:\w+[- ]){0,3}fair values?|par value|stated value|price per (?:\w+ )?share
  |value per (?:\w+ )?share|(?:loss|income|earnings) per (?:\w+ ){0,2}share|eps)\b
  (?: (?!aggregate\b|total\b)[^\s;$€£]+){0,12} ?$`
const PRICE_PER_SHARE = /\bprices? (?:per|of each) (?:\w+ )?(?:share|unit|ads|warrant)(?: (?!aggregate\b|total\b)[^\s;$€£]+){0,8} ?$/i
/** Words of a sentence that deals with shares or what turns into them. */
const OF_STOCK = /\b(?:shares?|stock|warrants?|conver(?:t|sion)\w*|splits?)\b/i
const DIVIDEND = /\b(?:dividends?)\b(?: [^\s;]+){0,5} ?$/i

/** Whether an amount is that of one share: it says so behind it, or stands at a price, and is small and exact as such amounts are. */
const isPerShare = (view: SentenceView, start: number, end: number, size: number, decimals: number): boolean => {
  if (PER_SHARE.test(view.text.slice(end, end + 48))) return true
  const lead = view.text.slice(Math.max(0, start - 90), start)
  if (PRICE_PER_SHARE.test(lead) && size < 10_000) return true
  if (decimals < 2 || size >= 10_000) return false
  // Money is not told in tenths of a cent but for what one of many is worth.
  if (decimals >= 3 && size < 100 && OF_STOCK.test(view.text)) return true
  return PRICE.test(lead) || (size < 20 && DIVIDEND.test(lead))
}

const firstAt = (view: SentenceView, offset: number, from: number): number => {
  let at = from
  while (at > 0 && (view.tokens.starts[at - 1] ?? 0) >= offset) at -= 1
  return at
}

/** Whether a minus stands right before the place `at` of the text, and is no dash between two words. */
const hasMinus = (text: string, at: number): boolean => {
  const sign = text[at - 1]
  return (sign === '-' || sign === '–' || sign === '−' || sign === '‐' || sign === '‑') && /^$|[\s(:,;]/.test(text[at - 2] ?? '') &&
    !/\d\s?(?:%|million|billion|thousand)?\s$/.test(text.slice(Math.max(0, at - 12), at - 1))
}

/** "$-5 million": a minus between the sign of a currency and the digits; "$-0-" is a nought between dashes. */
const hasInnerMinus = (text: string, at: number): boolean => /[$€£¥]\s?[-−–‐‑]$/.test(text.slice(Math.max(0, at - 3), at))

const NEGATIVE = /(?:\bnegative|\b(?:was|were|of|at|to)\s+minus)\s+(?:of\s+)?$/i

/** Words that say which days are counted: "10 business days". */
const WHICH_DAYS: ReadonlySet<string> = new Set(['calendar', 'business', 'trading', 'working', 'banking', 'consecutive'])
/** "300 m deep", "12 m at 2 %": a length, and no million. */
const METRES =
  /^m (?:deep|long|wide|thick|high|tall|below|above|of (?!(?:cash|debt|revenue|sales|equity))|at|from|grading|intervals?|by|true|down)\b/

/** What stands behind the digits: scale word, closing bracket, unit. */
const readBehind = (view: SentenceView, at: number, hasCurrency: boolean): Pick<Reading, 'scale' | 'unit' | 'to'> & { closed: boolean } => {
  const { words } = view.tokens
  let next = at + 1
  let closed = words[next] === ')'
  const behind = closed ? next + 1 : next
  const suffix = SUFFIXES.get(/[a-z]+$/.exec(words[at] ?? '')?.[0] ?? '') ?? null
  const word = SCALES.get(words[behind] ?? '') ?? (hasCurrency ? SUFFIXES.get(words[behind] ?? '') : undefined) ?? null
  const scale = suffix ?? word
  let to = at + 1
  if (word !== null && suffix === null) {
    to = behind + 1
    next = to
    if (!closed && words[next] === ')') closed = true
  } else if (closed && UNITS.has(words[behind] ?? '')) next = behind
  const unitWord = words[next] ?? ''
  const isPercent = unitWord === 'per' && words[next + 1] === 'cent'
  if (WHICH_DAYS.has(unitWord) && /^days?$/.test(words[next + 1] ?? '')) return { scale, unit: 'days', to: next + 2, closed }
  if (unitWord === 'm' && !hasCurrency && METRES.test(view.text.slice(view.tokens.starts[next] ?? 0)))
    return { scale, unit: 'metres', to: next + 1, closed }
  const unit = isPercent ? '%' : UNITS.get(unitWord) ?? null
  if (unit)
    to = next +
      (isPercent || unitWord === 'basis' || unitWord === 'square' || (unitWord === 'percentage' && words[next + 1] === 'points') ? 2 : 1)
  return { scale, unit, to, closed }
}

/** "one hundred Dollars ($100)": the bracket says in digits what the words said. */
const RESTATED = /\bdollars\s?(?:\(\s?)?$/i

const readAt = (view: SentenceView, at: number, setting: NumberSetting): Reading => {
  const { words, starts, ends } = view.tokens
  const digits = /[\d.,]+/.exec(words[at] ?? '')?.[0] ?? '0'
  const grown = /^[a-z]+(?=\d)/.exec(words[at] ?? '')?.[0].length ?? 0
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0
  const inner = words[at - 1] === '(' ? at - 1 : at
  const lead = currencyBefore(view.text, (starts[inner] ?? 0) + grown, setting) ??
    (inner < at ? null : currencyBefore(view.text, starts[at] ?? 0, setting))
  const behind = readBehind(view, at, lead !== null)
  const trailing = lead ? null : currencyBehind(view.text, ends[behind.to - 1] ?? 0, setting)
  let from = lead ? firstAt(view, lead.start, inner) : at
  let { to } = behind
  if (trailing) {
    const end = (ends[to - 1] ?? 0) + trailing.length
    while (to < words.length && (starts[to] ?? 0) < end) to += 1
  }
  const currency = lead?.code ?? trailing?.code ?? null
  const opened = inner < at || words[from - 1] === '('
  const isPercent = behind.unit === '%' && words[at + 1] === ')'
  const bracketed = opened && behind.closed && ((inner < at && lead !== null) || words[at + 1] === ')') &&
    (currency !== null || decimals > 0 || isPercent) &&
    !RESTATED.test(view.text.slice(Math.max(0, (starts[from] ?? 0) - 12), starts[from] ?? 0))
  const start = starts[from] ?? 0
  const minus = hasMinus(view.text, start) || hasInnerMinus(view.text, starts[at] ?? 0) ||
    NEGATIVE.test(view.text.slice(Math.max(0, start - 18), start))
  if (hasMinus(view.text, start) && from > 0 && /^[-−]$/.test(words[from - 1] ?? '')) from -= 1
  // The bracket that opens between the sign and the digits closes in the figure's own words.
  if (inner < at && lead !== null && behind.closed) to = Math.max(to, words.indexOf(')', at) + 1)
  else if (words[at + 1] === ')' && to > at + 1 && words[from - 1] === '(') from -= 1
  const size = Number(digits.replaceAll(',', ''))
  return { from, to, at, size, decimals, negative: bracketed || minus, scale: behind.scale, currency,
    perShare: currency !== null && behind.scale === null && isPerShare(view, start, ends[to - 1] ?? 0, size, decimals),
    unit: currency === null ? behind.unit : null }
}

/** How far apart the two ends of a range, or the members of a list, can be for one scale word to hold for all. */
const LIKE = 50

const leadOf = (view: SentenceView, at: number, most: number): string => view.text.slice(Math.max(0, at - most), at)

type Link = 'range' | 'list' | null

/** Whether two numbers next to each other are the ends of a range or members of a list. */
const linkOf = (view: SentenceView, a: Reading, b: Reading): Link => {
  const between = view.text.slice(view.tokens.ends[a.to - 1] ?? 0, view.tokens.starts[b.from] ?? 0)
  if (/^\s?(?:[-–—‐‑−]|to|through|and up to)\s?(?:approximately |about )?$/i.test(between)) return 'range'
  if (/^,? and (?:approximately )?$/i.test(between))
    return /\bbetween\s(?:approximately )?$/i.test(leadOf(view, view.tokens.starts[a.from] ?? 0, 30)) ? 'range' : 'list'
  return /^(?:,|,? or) (?:approximately )?$/.test(between) ? 'list' : null
}

/** "$8.834 (after the splits, $1,988)": an amount of one share told again in another way. */
const tellsShareAgain = (view: SentenceView, a: Reading, b: Reading): boolean =>
  a.perShare && b.currency !== null && b.scale === null &&
  /^\s?\((?:after|post|before|adjusted|as adjusted)\b[^()\d]{0,60}$/i.test(
    view.text.slice(view.tokens.ends[a.to - 1] ?? 0, view.tokens.starts[b.from] ?? 0)
  )

/** "$2.71 on one basis and $3.80 on another": a second amount of one share. */
const tellsShareToo = (view: SentenceView, a: Reading, b: Reading): boolean =>
  a.perShare && !b.perShare && b.currency === a.currency && b.scale === null && a.decimals === 2 && b.decimals === 2 &&
  b.size < a.size * LIKE &&
  /^[^\d$;.]{0,60}\b(?:and|or|versus|compared (?:to|with)|against|from|to) (?:of )?$/i.test(
    view.text.slice(view.tokens.ends[a.to - 1] ?? 0, view.tokens.starts[b.from] ?? 0)
  )

/** Gives a number the scale word, the currency and the unit of the one behind it, where both are one range or list. */
const lend = (a: Reading, b: Reading, link: Link): readonly [Reading, Reading] => {
  if (link === null || (b.perShare && !a.perShare && link === 'list')) return [a, b]
  const isLike = a.size < b.size * LIKE && b.size < a.size * LIKE
  const money = a.currency ?? b.currency
  let [first, second] = [a, b]
  const shares = link === 'range' ? a.unit === null || b.unit === null || a.unit === b.unit : a.currency !== null
  if (isLike && shares && a.scale === null && b.scale !== null && !(a.unit !== null && a.unit !== b.unit))
    first = { ...first, scale: b.scale, perShare: false }
  if (link === 'range') {
    if (a.unit === null && a.currency === null) first = { ...first, unit: b.unit, currency: b.unit === null ? money : null }
    if (b.unit === null && b.currency === null && money !== null) second = { ...second, currency: money }
    if (b.perShare && a.currency !== null) first = { ...first, perShare: true, scale: null }
    else if (a.perShare && b.currency !== null && b.scale === null) second = { ...second, perShare: true }
  } else if (a.perShare && !b.perShare && b.currency !== null && b.scale === null && (b.decimals > 0 || b.size < 1000))
    second = { ...second, perShare: true }
  else if (b.currency === null && b.unit === null && a.currency !== null && b.scale !== null) second = { ...second, currency: money }
  return [first, second]
}

const finished = (reading: Reading, setting: NumberSetting, given: number, inRange: boolean): FoundNumber => {
  const { from, to, at, size, decimals, negative, currency, perShare, unit } = reading
  const told = currency !== null && !perShare ? Math.max(given, setting.scale) : 1
  const scale = reading.scale ?? told
  const value = scaled(size, scale)
  return {
    from,
    to,
    at,
    value: negative && value !== 0 ? -value : value,
    slack: slackOf(size, decimals, scale),
    unit: currency ? (perShare ? `${currency}/share` : currency) : unit,
    ...(inRange ? { inRange } : {})
  }
}

/** Every number of a sentence that measures something. */
export const findNumbers = (view: SentenceView, setting: NumberSetting = USUAL_SETTING): FoundNumber[] => {
  const readings: Reading[] = []
  view.tokens.words.forEach((word, at) => {
    const first = word.charCodeAt(0)
    if (first < 46 || (first > 57 && !/\d$/.test(word)) || !NUMERIC.test(word) || (isNoMeasure(view, at) && !isTightRange(view, at))) return
    const reading = readAt(view, at, setting)
    // "804k" is an amount where money is spoken of, and a name elsewhere.
    if (/[a-z]$/.test(word) && reading.currency === null) return
    readings.push(reading)
  })
  for (let at = 1; at < readings.length; at += 1) {
    const [a, b] = [readings[at - 1], readings[at]]
    if (a?.perShare === true && b && linkOf(view, a, b) === 'list') readings[at] = lend(a, b, 'list')[1]
    else if (a && b && (tellsShareAgain(view, a, b) || tellsShareToo(view, a, b))) readings[at] = { ...b, perShare: true }
  }
  const ranged = new Set<number>()
  for (let at = readings.length - 2; at >= 0; at -= 1) {
    const [a, b] = [readings[at], readings[at + 1]]
    if (!a || !b) continue
    const link = linkOf(view, a, b)
    const [first, second] = lend(a, b, link)
    readings[at] = first
    readings[at + 1] = second
    if (link === 'range') ranged.add(at).add(at + 1)
  }
  // "Software was (in millions): $212.4": one scale for what follows.
  const bracket = /\([^()]{0,40}\bin (?:thousands|millions|billions)[^()]{0,40}\)/i.exec(view.text)
  const given = bracket ? readScale(bracket[0]).money ?? 1 : 1
  return readings.map((reading, at) =>
    finished(reading, setting, bracket && (view.tokens.starts[reading.at] ?? 0) > bracket.index ? given : 1, ranged.has(at))
  )
}
