import type { SentenceView } from '../../text/sentence-view'
import { SCALES, UNITS } from './units'
import { pattern } from '#model/pattern'

const SIGN = /^[$€£¥₩₹]$/
const DASH = /^[-–—‐‑]$/
const NAMING: ReadonlySet<string> = new Set(['section', 'item', 'items', 'form', 'note', 'notes', 'phase', 'rule', 'exhibit', 'page',
  'forms', 'pages', 'part', 'no', 'number', 'article', 'schedule', 'chapter', 'type', 'figure', 'table', 'route', 'suite', 'appendix',
  'act', 'regulation', 'subsection', 'subsections', 'ias', 'ifrs', 'ifric', 'sab', 'eitf', 'sfas', 'fin', 'asc', 'asu', 'fsp', 'paragraph',
  'symphony', 'step', 'code', 'box', 'extension', 'id', 'statement', 'fas', 'level', 'series', 'class', 'title', 'russell', 'day', 'cohort',
  'arm', 'ex', 'tier', 'version', 'covid', 'topic', 'topics', 'subtopic', 'proposition', 'footnote', 'footnotes', 'vol', 'volume',
  'auction', 'age', 'aged', 'sections', 'clause', 'clauses', 'paragraphs', 'articles', 'exhibits', 'schedules', 'rules', 'chapters'])
const MONTH = pattern()`
  ^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?
  |dec(?:ember)?)$`
/** The shape of a number in a token, with the letter that scales it in "$804K", or the code of a currency grown to it in "RMB3.2". */
export const NUMERIC = pattern()`
  ^(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d+)?(?:k|m|mm|b|bn)?$|^\.\d+$
  |^(?:rmb|cny|us|usd|cad|aud|eur|gbp|jpy|chf|nis|rs|inr|krw|hkd|sgd|sek|nok|dkk|zar|brl)\d[\d,]*(?:\.\d+)?$`

/** A short number that a sentence opens with, before a capital: the mark of a footnote, of a list or of a clause. */
const OPENS = /^\W{0,2}\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s?(?=\p{Lu})/u
/** How far before a number a citation of a statute may begin, in UTF-16 units. */
const CITATION_REACH = 120
/** "15(d)", "27A or 21E": a place in a statute. */
const CITED = /^\((?:[a-z]|[ivx]{1,4})\)/

/** Whether the digits only number something: a footnote, a line of a list, a paragraph of a statute. */
const isMark = (view: SentenceView, at: number): boolean => {
  const { starts, ends, words } = view.tokens
  if (at <= 1 && words.slice(0, at).every((word) => !/\w/.test(word) && !SIGN.test(word)) && OPENS.test(view.text) &&
    !SCALES.has(words[at + 1] ?? '') && !UNITS.has(words[at + 1] ?? '')) return true
  // "1) the one; 2) the other"
  if (/^\d{1,2}$/.test(words[at] ?? '') && /^\)\s\p{Ll}/u.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 4)) &&
    /(?:[;,:]|\p{Ll})\s$/u.test(view.text.slice(Math.max(0, (starts[at] ?? 0) - 8), starts[at] ?? 0))) return true
  if (at === 0 && /^\d{1,2}\.\s\p{Ll}/u.test(view.text)) return true
  return CITED.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 6)) ||
    /\b(?:U\.S\.C\.|CFR|Sections? \d[\w()]* (?:and|or|through)) ?§?\s?$/.test(
      view.text.slice(Math.max(0, (starts[at] ?? 0) - CITATION_REACH), starts[at] ?? 0)
    )
}

/** "10-year notes", "a 90-day period": a term that is part of a name. */
const TERM = /^-(?:(?:year|month|week|day|hour|minute)s?|model|series|class|type|bit|inch|foot|acre|mile|page|pin|port|channel|pound)\b/i

/** "March 30 and 31": the second day of a date. */
const isSecondDay = (words: readonly string[], at: number): boolean =>
  /^(?:and|or|to|through|-|,)$/.test(words[at - 1] ?? '') &&
  /^(?:[12]?\d|3[01])$/.test(words[at] ?? '') && /^(?:[12]?\d|3[01])$/.test(words[at - 2] ?? '') && MONTH.test(words[at - 3] ?? '') &&
  !UNITS.has(words[at + 1] ?? '')

/** "pages 14 through", "Sections 9.4 and": places in a paper of which another one follows. */
const LISTED_PLACE = pattern('i')`
  \b(?:forms?|pages?|sections?|notes?|items?|articles?|exhibits?|rules?|clauses?|paragraphs?)\s\d\S{0,8}
  (?:[\s,]+\d\S{0,8})*,?\s(?:and|or|to|through|-|–)\s$`

/** "17CFR 230.425", "C&DI 200.06", "Items 1122 (d)(1)(i), 1122 (d)(2)": a place among rules. */
const RULE_BEFORE = /(?:CFR|\bC&DIs?\)?|\bSections?)\s(?:Part\s)?$/i
/** "IRS No.: 521234567", "Fiscal Year End: 1231", "on line L 5900": what a form or a map calls something. */
const NAMED_BEFORE = /(?:\b(?:No|Nos|Number|Year End|CIK|Act|SIC)\.?\s?:\s?|\b(?:[Ll]ine|[Gg]rid|[Ss]tation|[Bb]lock) (?:\p{Lu}{1,2} ?)?)$/u
const PARAGRAPH_BEHIND = /^\s?\((?:[a-z]|[ivx]{1,4})\)\s?\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)/
/** "3545 North First Street": the number of a house. */
const STREET_BEHIND =
  /^\s(?:(?:\p{Lu}[\p{L}.]*|\d{1,3}(?:st|nd|rd|th))\s){1,4}(?:Street|Avenue|Road|Boulevard|Drive|Lane|Plaza|Square|Parkway|Highway|Way)\b/u
/** Digits that no amount is written in: a postal code behind a name, a register's number with its zeros. */
const isCode = (word: string, lead: string): boolean =>
  /^0\d{3,}$/.test(word) || (/^\d{5}$/.test(word) && /(?:\p{Lu}[\p{L}.]+),?\s$/u.test(lead))

/** "Mr. Hoekstra is currently 55": the age of a person. */
const AGE_OF = /\b(?:Mr|Ms|Mrs|Dr)\.\s[^,;.]{2,40}\sis\s(?:currently\s)?$/
/** "USB 2.0", "PCI 3.0": the version of what letters name; these letters name amounts. */
const VERSION_OF =
  /\b(?!(?:US|USD|EPS|GAAP|RMB|EUR|GBP|CAD|AUD|HK|NT|NIS|CHF|SEK|NOK|DKK|OF|TO|IN|AT|BY|IS|WAS|AND|OR|FOR)\b)\p{Lu}{2,6}\s$/u
/** "Russell 2000 and 3000 Indexes", "S&P 500 Index". */
const INDEX = /^\s(?:and \d{2,4}\s)?Ind(?:ex(?:es)?|ices)\b/
/** "800- 435-2336": a telephone number that is set apart. */
const PHONE = /^\s?[-–]\s?\d{3}\s?[-–]\s?\d{4}\b/

/** Whether bare digits stand behind a name and belong to it ("Auction 73", "Pentium 4"), or are the second page of some, or the age of a person. */
const isOfName = (view: SentenceView, at: number): boolean => {
  const { words, starts, ends } = view.tokens
  const word = words[at] ?? ''
  const next = words[at + 1] ?? ''
  // A postal code.
  if (/^\d{5}$/.test(word) && /,? [A-Z]{2}\s{1,2}$/.test(view.text.slice(Math.max(0, (starts[at] ?? 0) - 6), starts[at] ?? 0))) return true
  // "Kiryat Motzkin 26402, Israel", "St. 1": a postal code, the number of a house.
  const outside = view.text.slice(Math.max(0, (starts[at] ?? 0) - 24), starts[at] ?? 0)
  if (/^\d{4,6}$/.test(word) && /\p{Lu}\p{Ll}+\s$/u.test(outside) &&
    /^,?\s\p{Lu}\p{Ll}+[.,]/u.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 24))) return true
  const rest = view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 60)
  if (isCode(word, outside) || RULE_BEFORE.test(outside) || NAMED_BEFORE.test(outside) || PARAGRAPH_BEHIND.test(rest) ||
    STREET_BEHIND.test(rest)) return true
  // "Sec. 906 of the Sarbanes-Oxley Act", its first word in the sentence before.
  if (at === 0 && /^\d{1,4}$/.test(word) && /^ of the \p{Lu}/u.test(rest)) return true
  if (/\b(?:St|Ave|Rd|Blvd|Str)\.\s$/.test(outside) || /\+$/.test(outside)) return true
  if (!/^\d{1,4}(?:\.\d+)?$/.test(word) || SCALES.has(next) || UNITS.has(next) || next === 'per') return false
  const lead = view.text.slice(Math.max(0, (starts[at] ?? 0) - 48), starts[at] ?? 0)
  if (LISTED_PLACE.test(lead) ||
    /^\s[A-Z](?:\.|[a-z]+)?\s(?:\d{1,3}(?:st|nd|rd|th)\s)?(?:Street|Avenue|Road|Boulevard|Drive|Lane|Plaza|Square)\b/.test(
      view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 40)
    )) return true
  const tail = view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 24)
  if (word.includes('.')) return /^\d\.\d$/.test(word) && VERSION_OF.test(lead) && /^\s\p{Ll}/u.test(tail)
  if (INDEX.test(tail) || PHONE.test(tail) || AGE_OF.test(lead)) return true
  if (/#\s?$/.test(lead)) return true
  if (/^(?:1[89]|[2-9]\d)$/.test(word) && /\p{Lu}[\p{L}.]+,\s?$/u.test(lead) &&
    /^(?:\s\(\p{Lu}\p{L}+\))?,\s(?:is|was|has|joined|became|serves|served|who|currently|our|the)\b/u.test(tail)) return true
  const named = /(?:^|[^.!?:]\s)\p{Lu}[\p{L}’'-]*\p{Ll}[*®™]?\s$/u.test(lead) && !/^\s?[a-z]*\s?(?:percent|%)/.test(tail)
  return named && lead.trim().split(/\s+/).length > 1 &&
    !/\b(?:Approximately|About|Over|Nearly|Some|Only|All|The|These|Our|Its|Total|At)\s$/.test(lead)
}

/** "29 U.S.C. 201" */
const STATUTE_BEHIND = /^\s?(?:U\.\s?S\.\s?C|C\.\s?F\.\s?R|USC\b|CFR\b|Fed\. Reg|Stat\.)/
/** "7 World Trade Center": the number of a house with a name. */
const BUILDING_BEHIND =
  /^\s(?:\p{Lu}[\p{L}.'’]*\s){1,3}(?:Center|Centre|Plaza|Square|Place|Park|Tower|Towers|Building|Circle|Court|Way|Parkway|Terrace|Row|Mall)\b/u

/** Whether the digits are a year, a date, a clock time, a telephone number, a list mark or part of a name. */
export const isNoMeasure = (view: SentenceView, at: number): boolean => {
  const { words, starts, ends } = view.tokens
  const word = words[at] ?? ''
  const before = words[at - 1] ?? ''
  const next = words[at + 1] ?? ''
  if (isMark(view, at) || isOfName(view, at) || before === '§' || NAMING.has(before) || MONTH.test(before) ||
    (before === '.' && NAMING.has(words[at - 2] ?? ''))) return true
  if (/^(?:1[789]|20)\d\d$/.test(word) && !UNITS.has(next) && !SIGN.test(before) && next !== '%' && next !== 'percent' &&
    !SCALES.has(next)) return true
  if (/^(?:cfr|usc|c\.f\.r\.?|u\.s\.c\.?)$/.test(next) || STATUTE_BEHIND.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 10)) ||
    BUILDING_BEHIND.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 48)) ||
    /^\.[A-Za-z]/.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 2))) return true
  if (MONTH.test(next) || next === ':' || before === ':' && /^\d{2}$/.test(word) || next === 'a.m' || next === 'p.m' || next === 'am' ||
    next === 'pm') return true
  if (before === '(' && next === ')' && !SIGN.test(words[at - 2] ?? '') && /^\d{1,3}$/.test(word)) return true
  const unit = view.text[(starts[at] ?? 0) - 1] ?? ''
  if (/[A-Za-z\d/]/.test(unit) || (DASH.test(unit) && /[A-Za-z\d]/.test(view.text[(starts[at] ?? 0) - 2] ?? ''))) return true
  if (isSecondDay(words, at)) return true
  // The day of a month whose name stands in the sentence before: "Oct. 20, 2003".
  if (at === 0 && /^\d{1,2}$/.test(word) && /^, (?:19|20)\d\d\b/.test(view.text.slice(ends[at] ?? 0, (ends[at] ?? 0) + 6))) return true
  const after = view.text[ends[at] ?? 0] ?? ''
  if (after === '-' && TERM.test(view.text.slice(ends[at] ?? 0))) return true
  return (DASH.test(after) && /^[\dA-Z]/.test(view.text[(ends[at] ?? 0) + 1] ?? '')) ||
    (after === '/' && /\d/.test(view.text[(ends[at] ?? 0) + 1] ?? '') && !/\bpatients|subjects/.test(view.text))
}

/** Whether two numbers with nothing but a dash between them are a range of something: "$45-50 million", "12–15%", and no years, dates or names. */
export const isTightRange = (view: SentenceView, at: number): boolean => {
  const { text } = view
  const { words, starts, ends } = view.tokens
  const touches = (a: number): boolean =>
    DASH.test(text[ends[a] ?? 0] ?? '') && starts[a + 1] === (ends[a] ?? 0) + 1 &&
    NUMERIC.test(words[a + 1] ?? '')
  const a = touches(at) ? at : touches(at - 1) ? at - 1 : -1
  if (a < 0) return false
  const [before = '', behind = ''] = [words[a - 1], words[a + 2]]
  if (DASH.test(text[(starts[a] ?? 0) - 1] ?? '') || DASH.test(text[ends[a + 1] ?? 0] ?? '') || NAMING.has(before) || MONTH.test(before))
    return false
  if (SIGN.test(before)) return true
  if (/^(?:1[789]|20)\d\d$/.test(words[a] ?? '')) return false
  return behind === '%' || SCALES.has(behind) || UNITS.has(behind)
}
