import { pattern } from '#model/pattern'

/** How a document means a sign that several currencies share. */
export interface CurrencySetting {
  /** The currency of a bare "$", an ISO 4217 code. */
  readonly dollar: string
  /** The currency of "¥". */
  readonly yen: string
}

/** What signs mean where a document says nothing else. */
export const USUAL_CURRENCIES: CurrencySetting = { dollar: 'USD', yen: 'JPY' }

const CODES = ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'TWD', 'SGD', 'EUR', 'GBP', 'JPY', 'CNY', 'CHF', 'SEK', 'NOK', 'DKK', 'INR', 'KRW', 'BRL',
  'MXN', 'ZAR', 'ILS', 'PHP', 'MYR', 'THB', 'IDR', 'ARS', 'CLP', 'COP', 'PEN', 'PLN', 'TRY', 'RUB', 'AED', 'SAR', 'VND', 'GEL', 'NGN',
  'KZT']
const ALIASES: Readonly<Record<string, string>> = { 'RMB': 'CNY', 'NIS': 'ILS', 'RS': 'INR', 'CDN': 'CAD', 'NTD': 'TWD', 'US': 'USD',
  'C': 'CAD', 'CA': 'CAD', 'A': 'AUD', 'AU': 'AUD', 'NZ': 'NZD', 'HK': 'HKD', 'NT': 'TWD', 'S': 'SGD', 'SG': 'SGD', 'R': 'BRL',
  'MX': 'MXN' }

const codeOf = (word: string): string => {
  const plain = word.replaceAll('.', '').toUpperCase()
  return ALIASES[plain] ?? plain
}

const NAMED = `${CODES.join('|')}|RMB|NIS|Rs\\.?|Cdn\\.?|NTD|US|U\\.S\\.`
const LEAD = new RegExp(
  `(?:(?<![A-Za-z.])(${NAMED}|CA|C|AU|A|NZ|HK|NT|SG|S|R|MX)\\$|(?<![A-Za-z.])(${NAMED})\\s\\$|(?<![A-Za-z.])(${
    CODES.join('|')
  }|RMB|NIS|Rs\\.?)|([$€£¥￥₩₹]))\\s?(?:[-–−—‐‑]\\s?)?$`
)
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₩': 'KRW', '₹': 'INR' }

/** A currency told next to a number; `start` is where its words or sign begin. */
export interface NamedCurrency {
  readonly code: string
  readonly start: number
}

/** How much text before a number is looked at for its currency, in UTF-16 units. */
const REACH = 10

/** The currency whose sign or code ends where a number begins, at `at` of `text`; null where none does. */
export const currencyBefore = (text: string, at: number, setting: CurrencySetting): NamedCurrency | null => {
  const from = Math.max(0, at - REACH)
  const match = LEAD.exec(text.slice(from, at))
  if (!match) return null
  const [, prefix, spaced, code, sign = ''] = match
  const named = prefix ?? spaced ?? code
  const meant = named !== undefined ? codeOf(named) : sign === '$' ? setting.dollar : SIGNS[sign] ?? setting.yen
  return { code: meant, start: from + match.index }
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^\s?(?:canadian dollars?|cdn\b)/i, 'CAD'],
  [/^\s?australian dollars?/i, 'AUD'],
  [/^\s?new zealand dollars?/i, 'NZD'],
  [/^\s?hong kong dollars?/i, 'HKD'],
  [/^\s?(?:new )?taiwan dollars?/i, 'TWD'],
  [/^\s?singapore dollars?/i, 'SGD'],
  [/^\s?(?:u\.?s\.?|united states) dollars?/i, 'USD'],
  [/^\s?euros?\b/i, 'EUR'],
  [/^\s?(?:pounds? sterling|british pounds?|gbp)\b/i, 'GBP'],
  [/^\s?(?:japanese )?yen\b/i, 'JPY'],
  [/^\s?(?:(?:chinese )?yuan|renminbi|rmb)\b/i, 'CNY'],
  [/^\s?swiss francs?\b/i, 'CHF'],
  [/^\s?(?:indian )?rupees?\b/i, 'INR'],
  [/^\s?(?:korean )?won\b(?! (?:the|a|an)\b)/i, 'KRW'],
  [/^\s?(?:brazilian )?reais\b/i, 'BRL'],
  [/^\s?(?:mexican )?pesos\b/i, 'MXN'],
  [/^\s?(?:new )?(?:israeli )?shekels?\b/i, 'ILS'],
  [/^\s?(?:swedish (?:kronor|krona))\b/i, 'SEK'],
  [/^\s?(?:norwegian (?:kroner|krone))\b/i, 'NOK'],
  [/^\s?(?:danish (?:kroner|krone))\b/i, 'DKK'],
  [/^\s?(?:south african )?rands?\b/i, 'ZAR']
]
const CODE_BEHIND = new RegExp(`^\\s?(${CODES.join('|')}|RMB)\\b`)

/** The currency that stands behind a number: "3 million euros", "5 CAD"; `length` is that of its words. */
export const currencyBehind = (text: string, at: number, setting: CurrencySetting):
  | { readonly code: string; readonly length: number }
  | null => {
  const rest = text.slice(at, at + 24)
  const code = CODE_BEHIND.exec(rest)
  if (code) return { code: codeOf(code[1] ?? ''), length: code[0].length }
  const plain = /^\s?dollars?\b/i.exec(rest)
  if (plain) return { code: setting.dollar, length: plain[0].length }
  for (const [shape, named] of WORDS) {
    const match = shape.exec(rest)
    if (match) return { code: named, length: match[0].length }
  }
  return null
}

const STATED = new RegExp(
  `\\b(?:in|of)\\s+(?:(?:thousands|millions|billions) of\\s+)?(${
    CODES.join('|')
  }|RMB|U\\.?S\\.?\\$|C\\$|HK\\$|A\\$|NT\\$|S\\$|R\\$)(?![a-z])|\\b(${
    CODES.join('|')
  }|RMB)\\b\\s?['’\\u2018]?(?:000|in (?:thousands|millions|billions)|thousands|millions)|(US|C|HK|A|NT|S|R|NZ)\\$|([€£¥])\\s?(?:in |['’]?000|millions|thousands|m\\b)`
)

const WORDED_CURRENCY = pattern('i')`
  \b(?:expressed|stated|presented|reported|amounts?|in|of|thousands|millions)\b[^.;]{0,40}?\b
  ((?:canadian|australian|new zealand|hong kong|singapore|(?:new )?taiwan|u\.?s\.?|united states) dollars|euros?
  |pounds sterling|(?:japanese )?yen|renminbi|(?:chinese )?yuan|swiss francs|rupees|(?:korean )?won|reais|rands?|shekels)\b`

/** The currency that a caption or the head of a table names for its amounts ("RMB in thousands", "in millions of euros"); null where it names none. */
export const currencyOfCaption = (caption: string, setting: CurrencySetting): string | null => {
  const match = STATED.exec(caption)
  if (match) {
    const [, of, code, prefix, sign] = match
    const named = of ?? code ?? prefix
    return named !== undefined ? codeOf(named.replace('$', '')) : SIGNS[sign ?? ''] ?? setting.yen
  }
  const worded = WORDED_CURRENCY.exec(caption)
  return worded ? currencyBehind(worded[1] ?? '', 0, setting)?.code ?? null : null
}
