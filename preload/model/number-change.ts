import { pattern } from './pattern'

/** A number as words tell it. */
export interface ToldNumber {
  /** With its sign; scale words are not applied. */
  readonly value: number
  /** How many places stand behind its point. */
  readonly places: number
  /** Its currency, `%`, or ''. */
  readonly unit: string
  /** The scale word behind it, such as `million`, or ''. */
  readonly scale: string
}

/** How one number differs from an earlier one. */
export interface NumberChange {
  /** With its sign and unit: "+$3.7 million", "−12", "+0.9 points". */
  readonly difference: string
  /** In hundredths of the earlier one; null where that says nothing: of a percentage, from zero, or across zero. */
  readonly percent: string | null
}

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

const NUMBER = pattern('gu')`
  (?<![\d\p{L}.,:/])(?<open>\(\s*)?(?<minus>[-−–]\s?)?(?:(?<unit>US\$|C\$|A\$|HK\$|[$€£¥])\s*)?(?<inner>\(\s*)?(?<low>[-−–])?
  (?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:\s*\))?(?:\s*(?<percent>%|percent\b)
  |\s+(?<scale>thousand|million|billion|trillion)\b)?(?![\d\p{L}:/]|[-–]\d)`

const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]*|\.)\s*$/
const NAMES = /\b(?:Items?|Notes?|Exhibits?|Pages?|Sections?|No\.|Nos\.|Numbers?|Rules?|Parts?|Chapters?|Q)\s*$/i

const valueOf = (digits: string): number => Number(digits.replaceAll(',', ''))

/** A year, and no amount: four digits without a comma, a point or a unit. */
const isYear = (digits: string, unit: string): boolean => unit === '' && /^(?:19|20)\d\d$/.test(digits)

/** The amounts in some words, in order; years, days of months, and numbers of items and notes are none. */
export const numbersIn = (text: string): readonly ToldNumber[] =>
  [...text.matchAll(NUMBER)].flatMap(({ index, groups = {}, 0: whole }) => {
    const { open, minus, unit: currency = '', inner, low, digits = '', percent, scale = '' } = groups
    const before = text.slice(Math.max(0, index - 14), index)
    const unit = percent === undefined ? currency : '%'
    // Digits that begin with a zero are a code; behind the day of a month stands its year.
    if (isYear(digits, unit) || /^0\d/.test(digits) || MONTH.test(before) || NAMES.test(before)) return []
    const closes = (open !== undefined || inner !== undefined) && /\)/.test(text.slice(index, index + whole.length + 2))
    const value = (closes || minus !== undefined || low !== undefined ? -1 : 1) * valueOf(digits)
    return [{ value, places: digits.split('.')[1]?.length ?? 0, unit, scale: scale.toLowerCase() }]
  })

const signed = (value: number, places: number): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: places, maximumFractionDigits: places, signDisplay: 'exceptZero' }).format(value)
    .replace('-', '−')

const HUNDREDTHS = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1,
  signDisplay: 'exceptZero' })
const MANY_HUNDREDTHS = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })

/** The share of `before` that `difference` is, of its size where it is negative; null from zero and across it. */
export const percentWords = (before: number, after: number): string | null => {
  if (before === 0 || (before < 0) !== (after < 0) || before === after) return null
  const share = (after - before) / Math.abs(before)
  return (Math.abs(share) >= 10 ? MANY_HUNDREDTHS : HUNDREDTHS).format(share).replace('-', '−')
}

const withUnit = (words: string, unit: string): string => {
  if (unit === '%') return `${words} ${/^[+−]?1(?:\.0+)?$/.test(words) ? 'point' : 'points'}`
  return /[$€£¥]/.test(unit) ? words.replace(/^[+−]?/, (sign) => `${sign}${unit}`) : words
}

/** How `after` differs from `before`; null where they are alike or cannot be set against each other, being of two units. */
export const numberChange = (before: ToldNumber, after: ToldNumber): NumberChange | null => {
  if (before.unit !== after.unit && before.unit !== '' && after.unit !== '') return null
  if ((before.unit === '%') !== (after.unit === '%')) return null
  const unit = after.unit === '' ? before.unit : after.unit
  const [one, other] = [SCALES[before.scale] ?? 1, SCALES[after.scale] ?? 1]
  // A scale that only one side tells is no difference that can be trusted.
  if (one !== other && (before.scale === '' || after.scale === '')) return null
  const places = Math.max(after.places, one === other ? before.places : Math.min(3, before.places + 3))
  const earlier = (before.value * one) / other
  const difference = Number((after.value - earlier).toFixed(Math.min(places, 20)))
  if (difference === 0) return null
  const words = `${withUnit(signed(difference, places), unit)}${after.scale === '' ? '' : ` ${after.scale}`}`
  return { difference: words, percent: unit === '%' ? null : percentWords(earlier, after.value) }
}

/** The change in a line: "+$3.7 (+9.0%)". */
export const changeWords = ({ difference, percent }: NumberChange): string => percent === null ? difference : `${difference} (${percent})`

/** The changes between words that stand in each other's place, number by number; empty where they do not tell as many numbers each. */
export const changesBetween = (before: string, after: string): readonly NumberChange[] => {
  const [earlier, later] = [numbersIn(before), numbersIn(after)]
  if (earlier.length === 0 || earlier.length !== later.length || earlier.length > 3) return []
  return earlier.flatMap((number, at) => {
    const other = later[at]
    return other ? numberChange(number, other) ?? [] : []
  })
}

const PLAIN = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })
const LARGEST_FIRST = Object.entries(SCALES).filter(([, size]) => size >= 1e6).sort(([, a], [, b]) => b - a)
const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' }

/** A number without the noise of binary fractions, its digits grouped. */
export const plainNumber = (value: number): string => PLAIN.format(Number(value.toPrecision(12)))

/** A value in the largest scale word that keeps it above one: "7.582 billion". */
export const scaledNumber = (value: number): string => {
  const scale = LARGEST_FIRST.find(([, size]) => Math.abs(value) >= size)
  return scale ? `${plainNumber(value / scale[1])} ${scale[0]}` : plainNumber(value)
}

/** A value with its unit as it is read: "$7.582 billion", "−3.2%", "14.3 million shares". */
export const valueWithUnit = (value: number, unit: string | null): string => {
  const size = scaledNumber(Math.abs(value))
  const sign = value < 0 ? '−' : ''
  if (unit === null) return `${sign}${size}`
  if (unit === '%') return `${sign}${size}%`
  const [currency = '', per] = unit.split('/')
  const symbol = SYMBOLS[currency]
  return symbol === undefined ? `${sign}${size} ${unit}` : `${sign}${symbol}${size}${per === undefined ? '' : ` per ${per}`}`
}

/** How a value in a unit differs from an earlier one in the same unit; null where they are alike. */
export const valueChange = (before: number, after: number, unit: string | null): NumberChange | null => {
  const difference = Number((after - before).toPrecision(12))
  if (difference === 0) return null
  const sign = difference > 0 ? '+' : '−'
  if (unit === '%') {
    const size = plainNumber(Math.abs(difference))
    return { difference: `${sign}${size} ${size === '1' ? 'point' : 'points'}`, percent: null }
  }
  return { difference: `${sign}${valueWithUnit(Math.abs(difference), unit)}`, percent: percentWords(before, after) }
}
