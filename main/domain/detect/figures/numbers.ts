import type { SentenceView } from '../text/sentence-view'

/** A number as a text gives it. `from` and `to` are token indices that take in its sign, its scale word and its unit. */
export interface FoundNumber {
  readonly from: number
  readonly to: number
  /** Index of the token with the digits. */
  readonly at: number
  /** The value, scale words applied, negative where in round brackets as an amount. */
  readonly value: number
  /** Half a unit of the last digit shown, scale applied: how far a rounded value may be off. */
  readonly slack: number
  readonly unit: string | null
}

const CURRENCIES: ReadonlyMap<string, string> = new Map([['$', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['¥', 'JPY']])
const SCALES: ReadonlyMap<string, number> = new Map([['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['mm', 1e6],
  ['bn', 1e9]])
const UNITS: ReadonlyMap<string, string> = new Map([
  ['%', '%'],
  ['percent', '%'],
  ['cents', 'cents'],
  ['shares', 'shares'],
  ['patients', 'patients'],
  ['subjects', 'patients'],
  ['participants', 'patients'],
  ['employees', 'employees'],
  ['months', 'months'],
  ['weeks', 'weeks'],
  ['days', 'days'],
  ['years', 'years'],
  ['hours', 'hours'],
  ['mg', 'mg'],
  ['kg', 'kg'],
  ['ml', 'ml'],
  ['stores', 'stores'],
  ['units', 'units'],
  ['ounces', 'ounces'],
  ['tonnes', 'tonnes'],
  ['tons', 'tons'],
  ['barrels', 'barrels'],
  ['feet', 'feet'],
  ['meters', 'metres'],
  ['metres', 'metres'],
  ['square', 'square feet'],
  ['customers', 'customers'],
  ['warrants', 'warrants'],
  ['options', 'options'],
  ['branches', 'branches'],
  ['mw', 'MW'],
  ['countries', 'countries'],
  ['g', 'g'],
  ['bps', 'basis points'],
  ['basis', 'basis points'],
  ['points', 'points'],
  ['times', 'times'],
  ['patents', 'patents'],
  ['products', 'products'],
  ['holes', 'holes']
])
const NAMING: ReadonlySet<string> = new Set(['section', 'item', 'items', 'form', 'note', 'notes', 'phase', 'rule', 'exhibit', 'page',
  'pages', 'part', 'no', 'number', 'article', 'schedule', 'chapter', 'type', 'figure', 'table', 'route', 'suite', 'appendix', 'act',
  'regulation', 'sfas', 'fin', 'asc', 'asu', 'fsp', 'paragraph', 'symphony', 'step', 'code', 'box', 'extension', 'id', 'statement', 'fas',
  'level', 'series', 'class', 'title', 'russell', 'day', 'cohort', 'arm', 'ex', 'tier', 'version', 'covid', 'topic', 'topics', 'subtopic',
  'proposition', 'footnote', 'footnotes'])
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/
const NUMERIC = /^\d[\d,]*(?:\.\d+)?$|^\.\d+$/

/** A short number that a sentence opens with, before a capital: the mark of a footnote or of a list. */
const OPENS = /^\W{0,2}\d{1,2}[.)]?\s?(?=\p{Lu})/u
/** How far before a number a citation of a statute may begin, in UTF-16 units. */
const CITATION_REACH = 120
/** "15(d)", "27A or 21E": a place in a statute. */
const CITED = /^\((?:[a-z]|[ivx]{1,4})\)/

/** Whether the digits only number something: a footnote, a line of a list, a paragraph of a statute. */
const isMark = (view: SentenceView, at: number): boolean => {
  const { starts, ends, words } = view.tokens
  if (at <= 1 && words.slice(0, at).every((word) => !/\w/.test(word) && !CURRENCIES.has(word)) && OPENS.test(view.text)) return true
  return CITED.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 6)) ||
    /\b(?:U\.S\.C\.|CFR|Sections? \d[\w()]* (?:and|or|through)) ?§?\s?$/.test(
      view.text.slice(Math.max(0, (starts[at] ?? 0) - CITATION_REACH), starts[at] ?? 0)
    )
}

/** "10-year notes", "a 90-day period": a term that is part of a name. */
const TERM = /^-(?:year|month|week|day|hour|minute)s?\b/i

/** Whether the digits are a year, a date, a clock time, a telephone number, a list mark or part of a name. */
const isNoMeasure = (view: SentenceView, at: number): boolean => {
  const { words, starts, ends } = view.tokens
  const word = words[at] ?? ''
  const before = words[at - 1] ?? ''
  const next = words[at + 1] ?? ''
  if (isMark(view, at) || before === '§' || NAMING.has(before) || MONTH.test(before) || (before === '.' && NAMING.has(words[at - 2] ?? '')))
    return true
  if (/^(?:1[789]|20)\d\d$/.test(word) && !UNITS.has(next) && !CURRENCIES.has(before) && next !== '%' && next !== 'percent' &&
    !SCALES.has(next)) return true
  if (next === 'cfr' || next === 'usc' || /^\.[A-Za-z]/.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 2))) return true
  if (MONTH.test(next) || next === ':' || before === ':' && /^\d{2}$/.test(word) || next === 'a.m' || next === 'p.m' || next === 'am' ||
    next === 'pm') return true
  if (before === '(' && next === ')' && !CURRENCIES.has(words[at - 2] ?? '') && /^\d{1,3}$/.test(word)) return true
  const glued = (unit: string | undefined): boolean => unit !== undefined && /[A-Za-z\d-]/.test(unit)
  if (glued(view.text[(starts[at] ?? 0) - 1])) return true
  const after = view.text[ends[at] ?? 0]
  if (after === '-' && TERM.test(view.text.slice(ends[at] ?? 0))) return true
  return (after === '-' && /^[\dA-Z]/.test(view.text[(ends[at] ?? 0) + 1] ?? '')) ||
    (after === '/' && /\d/.test(view.text[(ends[at] ?? 0) + 1] ?? '') && !/\bpatients|subjects/.test(view.text))
}

const decimalsOf = (word: string): number => word.includes('.') ? word.length - word.indexOf('.') - 1 : 0

/** Half of the last digit shown; a round figure of many noughts is taken as rounded to its last figure that is none. */
const slackOf = (word: string, scale: number): number => {
  if (scale === 1 && !word.includes('.')) {
    const noughts = /0+$/.exec(word.replaceAll(',', ''))?.[0].length ?? 0
    return noughts >= 3 ? 10 ** noughts / 2 : 0.5
  }
  return (scale * 10 ** -decimalsOf(word)) / 2
}

const readAt = (view: SentenceView, at: number): FoundNumber => {
  const { words } = view.tokens
  const word = words[at] ?? ''
  let from = at
  let to = at + 1
  const sign = words[at - 1] ?? ''
  const currency = CURRENCIES.get(sign) ?? (sign === '(' ? CURRENCIES.get(words[at - 2] ?? '') : undefined)
  if (CURRENCIES.has(sign)) from = at - 1
  const bracketed = (sign === '(' || (words[from - 1] ?? '') === '(') && words[at + 1] === ')' &&
    (currency !== undefined || decimalsOf(word) > 0)
  const minus = sign === '-' && !/\d$/.test(words[at - 2] ?? '') && view.text[view.tokens.ends[at - 1] ?? 0] !== ' '
  let next = bracketed ? at + 2 : at + 1
  const scale = SCALES.get(words[next] ?? '') ?? 1
  if (scale > 1) {
    to = next + 1
    next += 1
  }
  const unitWord = words[next] ?? ''
  const unit = UNITS.get(unitWord) ?? null
  if (unit) to = next + (unitWord === 'basis' || unitWord === 'square' ? 2 : 1)
  const perShare = currency !== undefined &&
    words.slice(to, to + 4).join(' ').match(/^(?:\) )?per (?:\w+ ){0,2}(?:share|unit|ads|ordinary)/)
  const size = Number(word.replaceAll(',', '')) * scale
  return {
    from,
    to,
    at,
    value: bracketed || minus ? -size : size,
    slack: slackOf(word, scale),
    unit: currency ? (perShare ? `${currency}/share` : currency) : unit
  }
}

/** Every number of a sentence that measures something. */
export const findNumbers = (view: SentenceView): FoundNumber[] => {
  const out: FoundNumber[] = []
  view.tokens.words.forEach((word, at) => {
    const first = word.charCodeAt(0)
    if ((first > 57 || first < 46) || !NUMERIC.test(word) || isNoMeasure(view, at)) return
    out.push(readAt(view, at))
  })
  return out
}
