import type { SentenceView } from '../text/sentence-view'
import type { FoundNumber } from './number/numbers'
import { pattern } from '#model/pattern'

/** Longest name read from a text, in tokens. */
const LONGEST = 9

/** Words at which a phrase behind a number ends. */
const STOPS: ReadonlySet<string> = new Set(['.', ';', ':', '(', ')', '"', 'in', 'during', 'for', 'at', 'as', 'on', 'which', 'that', 'who',
  'was', 'were', 'is', 'are', 'has', 'have', 'had', 'will', 'would', 'may', 'by', 'from', 'to', 'with', 'under', 'through', 'since',
  'until', 'if', 'when', 'where', 'because', 'including', 'included', 'related', 'resulting', 'respectively', 'compared', 'versus', 'while',
  'but', 'or', 'when', 'due', 'primarily', 'based', 'associated', 'outstanding', 'recorded', 'recognized', 'located', 'held', 'after',
  'before', 'than', 'upon', 'not', 'across', 'within', 'per', 'between', 'over', 'using', 'each', 'also', 'then', 'only', 'more', 'less',
  'indicates', 'means', 'shows', 'effective', 'into', 'there', 'this', 'these', 'they', 'it', 'we', 'being'])
/** Words that open no name, and are left off its front. */
const OPENERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'our', 'its', 'their', 'his', 'of', 'and', 'or', ',', 'company', "'s",
  'estimated', 'approximately', 'about', 'such', 'these', 'those', 'this', 'that', 'other', 'additional', 'remaining', 'all', 'both', 'any',
  'outstanding', 'issued', 'then', 'total', 'aggregate'])
/** What changes, or adds up, names nothing. */
const EMPTY: ReadonlySet<string> = new Set(['increase', 'decrease', 'decline', 'growth', 'rise', 'reduction', 'drop', 'improvement',
  'change', 'total', 'amount', 'amounts', 'aggregate', 'sum', 'average', 'balance', 'range', 'maximum', 'minimum', 'excess', 'rate',
  'value', 'number', 'year', 'years', 'period', 'month', 'months', 'day', 'days', 'quarter', 'portion', 'result', 'one', 'both', 'each',
  'many', 'most', 'some', 'time', 'times', 'part', 'remainder', 'majority', 'company', 'there', 'percent', 'terms', 'term', 'level',
  'basis', 'effect', 'impact', 'million', 'billion'])
const CHANGES: ReadonlySet<string> = new Set(['increase', 'decrease', 'decline', 'growth', 'rise', 'reduction', 'drop', 'improvement',
  'weakening', 'strengthening'])
/** Units that are themselves the thing that is counted. */
const COUNTED: ReadonlySet<string> = new Set(['shares', 'patients', 'employees', 'stores', 'units', 'customers', 'warrants', 'options',
  'branches', 'countries', 'patents', 'products', 'holes'])
/** Units that are no part of what a measure ahead of them is told in: "sales in 90 countries". */
const OF_A_COUNT: ReadonlySet<string> = new Set(['countries', 'branches', 'patents', 'products', 'employees', 'stores'])
/** Words that say which ones are counted, though they end like verbs. */
const COUNTED_AS: ReadonlySet<string> = new Set(['restricted', 'unvested', 'vested', 'preferred', 'licensed', 'registered'])
const SOFTENERS: ReadonlySet<string> = new Set(['approximately', 'about', 'around', 'nearly', 'almost', 'over', 'up', 'to', 'roughly',
  'only', 'estimated', 'least', 'at', 'more', 'than', 'less', 'by'])
/** Words that may stand between a verb and its number. */
const BRIDGES: ReadonlySet<string> = new Set(['by', 'to', 'at', 'of', 'from', 'up', 'down', 'or', 'million', 'billion', 'thousand',
  'percent', 'basis', 'points', 'a', 'an', 'also', 'both', 'each', 'only', 'still', 'in', 'total', '('])
const TELLS: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are', 'totaled', 'totalled', 'averaged', 'reached', 'exceeded',
  'increased', 'decreased', 'grew', 'rose', 'fell', 'declined', 'dropped', 'represented', 'equaled', 'amounted', 'improved', 'represent',
  'represents', 'remained', 'stood', 'amounts', 'totals', 'stands', 'exceeds', 'equals', 'equaled', 'comprised', 'approximated', 'vest',
  'vests', 'vested'])
/** Words that tell the amount of what stands right before them, as "of" does. */
const SUMS: ReadonlySet<string> = new Set(['aggregating', 'totaling', 'totalling'])
/** Words that put a phrase into the genitive or narrow it, at which a long subject is cut. */
const CUTS: ReadonlySet<string> = new Set(['associated', 'related', 'relating', 'primarily', 'during', 'made', 'which', 'that', 'who', 'as',
  'subject', 'recorded', 'recognized', 'resulting', 'from', 'under', 'through', 'attributable', 'outstanding', 'held', 'due', ',', '(', ')',
  'including', 'by', 'on', 'per'])
const LEAD = pattern('i')`
  ^(?:(?:additionally|further(?:more)?|however|moreover|similarly|accordingly|also|overall|in addition|as a result
  |of this (?:amount|total)|in total|(?:in|during|for|as of|at|by|on|through|since|throughout) [^.;]*?\b(?:\d{4}|year|quarter
  |months|period|date|half)|(?:based (?:up)?on|using|upon|under|pursuant to|following|due to|because of) [^,.;]{3,120})
  (?:, (?:19|20)\d\d)*(?: and (?:19|20)\d\d)?, )+`

const isWord = (word: string | undefined): boolean => word !== undefined && /^\p{L}/u.test(word)

/** Whether a word is the plural of something that is counted: "1,434 sampled intervals". */
const isPlural = (word: string | undefined): boolean => /^\p{Ll}{3,}[^s\P{L}]s$/u.test(word ?? '') && !STOPS.has(word ?? '')

/** A phrase as tokens, end-exclusive. */
interface Span {
  readonly from: number
  readonly to: number
}

/** A phrase between two tokens without what opens or closes no name; null where nothing is left that names anything. */
const trimmed = (view: SentenceView, start: number, end: number): Span | null => {
  const { words } = view.tokens
  let from = start
  let to = end
  while (from < to && (OPENERS.has(words[from] ?? '') || !/\p{L}/u.test(words[from] ?? ''))) from += 1
  while (to > from &&
    (/^(?:and|or|of|the|a|an|our|its|in|for|to|,|approximately|about)$/.test(words[to - 1] ?? '') ||
      !/[\p{L})%]/u.test(words[to - 1] ?? ''))) to -= 1
  const own = words.slice(from, to)
  const names = own.some((word) => isWord(word) && !EMPTY.has(word) && !OPENERS.has(word))
  return !names || own.length > LONGEST || own.some((word) => /^\d/.test(word)) ? null : { from, to }
}

/** Words that "on" narrows: "loss on disposal". */
const NARROWED = /^(?:gains?|loss(?:es)?|returns?|tax(?:es)?|interest|write-?downs?)$/

/** Words that only say which of a kind are meant, before its name. */
const NARROWING: ReadonlySet<string> = new Set(['outstanding', 'issued', 'these', 'this'])

/** "the company's outstanding common stock": a stop that narrows what stands behind it. */
const isWithin = ({ tokens: { words } }: SentenceView, at: number): boolean =>
  words[at] === 'outstanding' && isWord(words[at + 1]) && !STOPS.has(words[at + 1] ?? '')

/** "roles announced in October": a word that says what was done with what is named. */
const isTold = ({ tokens: { words } }: SentenceView, at: number): boolean =>
  /\p{Ll}{3}ed$/u.test(words[at] ?? '') && /^(?:in|on|by|at|to|for|under|from|during|pursuant)$/.test(words[at + 1] ?? '')

/** The end of the phrase that begins at a token: at a stop, a comma or a number. */
const phraseEnd = (view: SentenceView, from: number, last = view.tokens.words.length): number => {
  const { words } = view.tokens
  let at = from
  // "of these employees", "of the outstanding shares"
  while (at < last && (OPENERS.has(words[at] ?? '') && words[at] !== ',' || NARROWING.has(words[at] ?? ''))) at += 1
  const named = at
  while (at < last && at - from < LONGEST && !(at > named && isTold(view, at)) &&
    (!STOPS.has(words[at] ?? '') || isWithin(view, at) || (words[at] === '.' && words[at - 1] === 'u.s') ||
      (words[at] === 'on' && NARROWED.test(words[at - 1] ?? ''))) &&
    words[at] !== ',' && !/^[\d$€£]/.test(words[at] ?? '')) at += 1
  return at
}

const phraseFrom = (view: SentenceView, from: number, most = LONGEST): Span | null => {
  const { words } = view.tokens
  const end = phraseEnd(view, from, Math.min(words.length, from + most))
  // "31 clinics and left": of what is counted, nothing behind "and" is known to belong to it.
  const and = most < LONGEST ? words.slice(from, end).indexOf('and') : -1
  return trimmed(view, from, and > 0 ? from + and : end)
}

/** "fifty percent (50%)": digits that say again what words said. */
const isRestated = ({ tokens: { words } }: SentenceView, { from }: FoundNumber): boolean =>
  words[from - 1] === '(' &&
  /^(?:percent|dollars?|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|hundred|thousand|million)$/
    .test(words[from - 2] ?? '')

/** "$9 million of lump sum payments", "3 % growth in juices", "11 provinces", "a $3 million policy limit": what stands behind the number. */
const behind = (view: SentenceView, number: FoundNumber): Span | null => {
  const { words } = view.tokens
  if (words[number.to] === ')' && isRestated(view, number)) return behind(view, { ...number, to: number.to + 1 })
  // "41% (after the issue) of the stock"
  const closes = words[number.to] === '(' ? words.indexOf(')', number.to) : -1
  if (closes > 0 && words[closes + 1] === 'of') return phraseFrom(view, closes + 2)
  // "$18 million worth of paper"
  if (words[number.to] === 'worth' && words[number.to + 1] === 'of') return phraseFrom(view, number.to + 2)
  const next = words[number.to] ?? ''
  // "5% or more of the shares"
  if (next === 'or' && /^(?:more|less|greater|fewer|higher|lower)$/.test(words[number.to + 1] ?? ''))
    return words[number.to + 2] === 'of'
      ? phraseFrom(view, number.to + 3)
      : null
  // "an $87 million or 28 percent increase in revenue"
  if (next === 'or' || (next === ',' && words[number.to + 1] === 'or')) {
    const change = words.slice(number.to, number.to + 7).findIndex((word) => CHANGES.has(word))
    return change > 0 && words[number.to + change + 1] === 'in' ? phraseFrom(view, number.to + change + 2) : null
  }
  if (/^(?:aggregate|principal|initial|stated)$/.test(next)) {
    const amount = words.slice(number.to, number.to + 4).findIndex((word) => /^(?:amount|balance|value)$/.test(word))
    if (amount > 0) return { from: number.to, to: number.to + amount + 1 }
  }
  if (next === 'par' && words[number.to + 1] === 'value') return { from: number.to, to: number.to + 2 }
  if (COUNTED.has(number.unit ?? '')) return phraseFrom(view, number.to - 1, 5)
  // "$750 million of 4.25% notes"
  if (next === 'of') return phraseFrom(view, number.to + (/^\d/.test(words[number.to + 1] ?? '') && words[number.to + 2] === '%' ? 3 : 1))
  if (CHANGES.has(next)) return /^(?:in|of)$/.test(words[number.to + 1] ?? '') ? phraseFrom(view, number.to + 2) : null
  if (!isWord(next) || STOPS.has(next) || TELLS.has(next) ||
    (/(?:ed|ly)$/.test(next) && !COUNTED_AS.has(next) && !(next.endsWith('ed') && isPlural(words[number.to + 1])))) return null
  if (number.unit === null || number.unit === '%') return phraseFrom(view, number.to, 5)
  return /^(?:an?|the|its|our|their|this|another|one|previous|prior|existing|current|new|awarded|wins?|secures?)$/.test(
      words[number.from - 1] ?? ''
    )
    ? phraseFrom(view, number.to, 5)
    : null
}

/** The token before a number, words such as "approximately" left out. */
const lead = (view: SentenceView, number: FoundNumber): number => {
  let at = number.from
  while (at > 0 && SOFTENERS.has(view.tokens.words[at - 1] ?? '')) at -= 1
  return at
}

/** Verbs and joints before an object. */
const HELD =
  /^(?:an?|will|has|have|had|we|it|they|and|which|that|made|paid|received|reported|incurred|recorded|recognized|includ(?:e|es|ed|ing)|issued|acquired|with|by)$/

const OPENS_OBJECT = pattern()`
  ^(?:of|and|made|paid|received|reported|incurred|record|recorded|recognized?|include[sd]?|including|in|a|an|the|our|its
  |totaling|invested|issued|acquired|anticipates?|expects?|estimates?|at|to|for|with|by|on|held|holds?|had|have|has|also|we|owned?|sold|purchased|repurchased
  |bought|pays?)$`

/** The words before a token back to a verb, a comma or a bracket: "interest payable to holders aggregating $4 million", "research facilities ($4 million)". */
const summed = (view: SentenceView, end: number): Span | null => {
  const { words } = view.tokens
  let from = end
  while (from > 0 && end - from < LONGEST && isWord(words[from - 1]) && !TELLS.has(words[from - 1] ?? '') &&
    !HELD.test(words[from - 1] ?? '')) from -= 1
  return trimmed(view, from, end)
}

/** "a tax reserve of $4 million", "a decrease of $4 million in stocks": what the number is the amount of. */
const before = (view: SentenceView, number: FoundNumber): Span | null => {
  const { words } = view.tokens
  const of = lead(view, number) - 1
  if (SUMS.has(words[of] ?? '')) return summed(view, of)
  if (lead(view, number) >= 2 && /^(?:equal|equivalent|amounting)$/.test(words[lead(view, number) - 1] ?? '') &&
    words[number.from - 1] === 'to') return summed(view, lead(view, number) - 1)
  if (words[of] === '(' && words[number.to] === ')' && !isRestated(view, number)) return summed(view, of)
  if (words[of] !== 'of') return null
  if (CHANGES.has(words[of - 1] ?? '')) return words[number.to] === 'in' ? phraseFrom(view, number.to + 1) : null
  // "interest income in the amount of $4 million"
  const amount = words[of - 1] === 'amount' && words[of - 3] === 'in' ? of - 3 : of
  // "a loan (the \"Bridge Loan\") of $4 million"
  let end = words[amount - 1] === ')' ? Math.max(0, words.lastIndexOf('(', amount - 1)) : amount
  // "a growth rate 2023-2025 of 10%"
  while (end > 1 && /^(?:(?:19|20)\d\d|[-–])$/.test(words[end - 1] ?? '')) end -= 1
  // "product revenue for fiscal 2026 of at least $10 million"
  if (end < amount && /^(?:fiscal|year|calendar)$/.test(words[end - 1] ?? '')) end -= 1
  if (end < amount && /^(?:for|in|during)$/.test(words[end - 1] ?? '')) end -= 1
  let from = end
  while (from > 0 && end - from < LONGEST && isWord(words[from - 1]) && !TELLS.has(words[from - 1] ?? '') &&
    (!OPENS_OBJECT.test(words[from - 1] ?? '') || (words[from] === 'others' && words[from - 1] === 'and'))) from -= 1
  const span = trimmed(view, from, end)
  return span && end < of && view.words(span.from, span.to) === 'fair value' ? null : span
}

/** The token at which the clause of a verb begins, words such as "In 2019," at the head of the sentence left out. */
const clauseStart = (view: SentenceView, verb: number): number => {
  const { words, starts } = view.tokens
  const opening = LEAD.exec(view.text)?.[0].length ?? 0
  let from = starts.findIndex((start) => start >= opening)
  for (let at = from; at < verb; at += 1) if (/^(?:[;:]|while|but)$/.test(words[at] ?? '')) from = at + 1
  while (from < verb && (OPENERS.has(words[from] ?? '') || !/\p{L}/u.test(words[from] ?? ''))) from += 1
  return from
}

/** "raised its estimate by $4 million": the object of a verb that moves it. */
const moved = (view: SentenceView, from: number, number: FoundNumber): Span | null => {
  const { words } = view.tokens
  const to = from + words.slice(from, number.from).findLastIndex((word) => /^(?:by|to|from)$/.test(word))
  return to > from && /^(?:increased|decreased|improved)$/.test(words[from - 1] ?? '') ? trimmed(view, from, to) : null
}

const PERIOD_WORD = /^(?:first|second|third|fourth|fiscal|three|six|nine|twelve|years?|quarters?|full|months)$/

/** Whether a phrase that names something ends before this token: at a clause, or at the period it is told for. */
const isCut = ({ tokens: { words } }: SentenceView, at: number): boolean => {
  const next = words[at + 1] ?? ''
  if (words[at] === 'in' || words[at] === 'for')
    return /^\d/.test(next) || PERIOD_WORD.test(next) || (next === 'the' && PERIOD_WORD.test(words[at + 2] ?? ''))
  return CUTS.has(words[at] ?? '')
}

/** How far before a number "from", "to" and "or" may carry it back to a verb of movement, in tokens. */
const CARRIED = 24

/** The token of the verb that tells a number, or -1: right before it, or a movement told with "from", "to", "or". */
const verbOf = (view: SentenceView, number: FoundNumber): number => {
  const { words } = view.tokens
  const end = lead(view, number)
  let verb = end - 1
  while (verb > 0 && number.from - verb < 6 && !TELLS.has(words[verb] ?? '')) verb -= 1
  if (TELLS.has(words[verb] ?? '')) return verb
  if (!/^(?:to|from|or|by)$/.test(words[number.from - 1] ?? '')) return -1
  const moves = words.slice(Math.max(0, end - CARRIED), end).findLastIndex((word) =>
    /^(?:increased|decreased|grew|rose|fell|declined|improved)$/.test(word)
  )
  return moves < 0 ? -1 : Math.max(0, end - CARRIED) + moves
}

/** The subject of the verb that tells the number: "Total interest paid was $4 million". */
const subject = (view: SentenceView, number: FoundNumber): Span | null => {
  const { words } = view.tokens
  const verb = verbOf(view, number)
  if (verb < 0) return null
  const between = words.slice(verb + 1, lead(view, number))
  if (!between.every((word) => BRIDGES.has(word) || !isWord(word))) return moved(view, verb + 1, number)
  const from = clauseStart(view, verb)
  let to = from
  while (to < verb && !isCut(view, to)) to += 1
  // A verb inside means that the words are a clause, which names nothing.
  const isClause = words.slice(from, to).some((word) => TELLS.has(word) || /^(?:we|it|they|has|have|had|will)$/.test(word))
  return isClause ? null : trimmed(view, from, Math.min(to, from + LONGEST))
}

const wordsOf = (view: SentenceView, span: Span | null): string | null => span && view.words(span.from, span.to)

/** What stands right at a number says what it is: behind it, or before an "of". Null where neither does. */
export const nameAt = (view: SentenceView, number: FoundNumber): string | null =>
  wordsOf(view, behind(view, number) ?? before(view, number))

/**
 * What is named right at a number, where a measure that was found before it is not that: words before "of" that do not end with the measure, or
 * what a bare count counts. Null where the measure is the head of them, or nothing is named there.
 */
export const nameOver = (view: SentenceView, number: FoundNumber, measure: Span): string | null => {
  const { words } = view.tokens
  const of = words[lead(view, number) - 1] === 'of' && !CHANGES.has(words[lead(view, number) - 2] ?? '') ? before(view, number) : null
  const bare = number.unit === null || OF_A_COUNT.has(number.unit)
  const counted = bare && !/^[$€£]/.test(words[number.from] ?? '') ? wordsOf(view, behind(view, number)) : null
  if (counted !== null) return counted
  if (of)
    return of.to === measure.to || (of.from <= measure.from && measure.to < of.to && words[measure.to] === 'of')
      ? null
      : wordsOf(view, of)
  return null
}

/**
 * The whole subject of the verb that tells a number, where a measure is only part of it: "the fair value of our debt". Null
 * where the measure itself is the head.
 */
export const wholeSubject = (view: SentenceView, number: FoundNumber, measure: Span): string | null => {
  const span = subject(view, number)
  const narrowed = span && span.from < measure.from && measure.to <= span.to &&
    view.tokens.words.slice(span.from, measure.from).some((word) => /^(?:of|for|on|to|from|with)$/.test(word))
  return narrowed ? wordsOf(view, span) : null
}

/** "included $4 million related to a tax on shares", "$4 million for a closure": what a number was for, where nothing else names it. */
const reason = (view: SentenceView, number: FoundNumber): Span | null => {
  const { words } = view.tokens
  const next = words[number.to] ?? ''
  const second = words[number.to + 1] ?? ''
  if (/^(?:related|relating|attributable|associated)$/.test(next) && /^(?:to|with)$/.test(second)) return phraseFrom(view, number.to + 2)
  return next === 'for' && !isCut(view, number.to) ? phraseFrom(view, number.to + 1) : null
}

/** What is told by a deed alone: "the maker has paid the mill $13 million". */
const DEEDS: ReadonlyMap<string, string> = new Map([['pay', 'payment'], ['paid', 'payment'], ['pays', 'payment'], ['repaid', 'repayment'], [
  'borrowed',
  'borrowing'
], ['reserved', 'reserve'], ['invested', 'investment'], ['contributed', 'contribution'], ['contribute', 'contribution'], ['spent',
  'spending'], ['raised', 'proceeds'], ['sold', 'sale'], ['lent', 'loan']])
/** How far before its amount a deed may stand, in tokens. */
const DEED_REACH = 6

const deed = (view: SentenceView, number: FoundNumber): string | null => {
  const { words } = view.tokens
  if (!/^[A-Z]{3}$/.test(number.unit ?? '')) return null
  const near = words.slice(Math.max(0, lead(view, number) - DEED_REACH), lead(view, number))
  const word = near.findLast((one) => DEEDS.has(one) || /^\d/.test(one) || one === ',')
  return word === undefined ? null : DEEDS.get(word) ?? null
}

/** What stands at a number, the subject of its verb, or what it was for; a share is told by its verb's subject first: "the grade was 1.5% copper". */
const nameIn = (view: SentenceView, number: FoundNumber): string | null => {
  const told = wordsOf(view, subject(view, number))
  const isShare = number.unit === '%' && view.tokens.words[number.to] !== 'of' && TELLS.has(view.tokens.words[lead(view, number) - 1] ?? '')
  return (isShare ? told : null) ?? nameAt(view, number) ?? told ?? wordsOf(view, reason(view, number)) ?? deed(view, number)
}

/** How many words may stand between a sum and its parts. */
const PART_REACH = 8

/**
 * What a sentence calls a number that is no measure of the accounts: the words at the number, the subject of its verb, or the
 * name of the numbers it is listed with. Null where the sentence names it in no such way.
 */
export const namePhrase = (view: SentenceView, number: FoundNumber, numbers: readonly FoundNumber[]): string | null => {
  const own = (one: FoundNumber): string | null => nameIn(view, one)
  const listed = (a: FoundNumber | undefined, b: FoundNumber | undefined): boolean =>
    a !== undefined && b !== undefined
    && view.tokens.words.slice(a.to, b.from).every((word) =>
      /^(?:,|and|in|for|at|fiscal|(?:19|20)\d\d|compared|to|with|versus|than)$/.test(word)
    )
  const at = numbers.indexOf(number)
  let first = at
  let last = at
  while (listed(numbers[first - 1], numbers[first])) first -= 1
  while (listed(numbers[last], numbers[last + 1])) last += 1
  const near = [number, ...numbers.slice(first, at).reverse(), ...numbers.slice(at + 1, last + 1)]
  const name = near.map(own).find((one) => one !== null)
  if (name !== undefined && name !== null) return name
  // "306,000 people, including 245,000 at one and 33,000 at another"
  const former = numbers[first - 1]
  const between = former ? view.tokens.words.slice(former.to, numbers[first]?.from ?? 0) : []
  const isPart = former?.unit === number.unit && between.length <= PART_REACH && !between.some((word) => TELLS.has(word) || word === ';') &&
    (between.includes('including') || between.includes('and'))
  return former && isPart ? namePhrase(view, former, numbers.slice(0, first)) : null
}
