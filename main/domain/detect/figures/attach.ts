import type { SentenceView } from '../text/sentence-view'
import type { PhraseHit } from '../text/phrases'
import { nameAt, nameOver, namePhrase, wholeSubject } from './name-phrase'
import type { FoundNumber } from './number/numbers'
import type { ListedPeriod } from './period/period-words'
import { pattern } from '#model/pattern'

/** What a number of a sentence measures, over what period, and which way it moved. */
export interface Attachment {
  readonly measure: string | null
  /** The measure with the words that narrow it, for comparison; null where there is none. */
  readonly measureKey: string | null
  readonly period: string | null
  readonly periodKey: string | null
  readonly direction: 'up' | 'down' | 'flat' | null
  /** True where the number stands after "compared with", in a range or at a threshold, and so is not the figure reported. */
  readonly compared: boolean
  /** True where the number is how much the measure changed by, not what it came to. */
  readonly isChange: boolean
}

/** Tokens that a measure may stand before its number, and after it ("$5 million in revenue"). */
const BEFORE = 26
const AFTER = 4

/** Tokens between a measure and its number from which words at the number itself are believed instead. */
const FAR = 8

const STATISTICS: readonly (readonly [RegExp, string])[] = [
  [/\bp\s*(?:(?:-\s?)?value\s*)?(?:(?:of|[=<>≤≥])\s*)?$/i, 'p-value'],
  [/\bn\s*=\s*$/i, 'sample size'],
  [/(?:hazard ratio|\bHR)\s*(?:\([A-Z]+\)\s*)?(?:(?:of|[=:,])\s*)?$/, 'hazard ratio'],
  [/(?:odds ratio|\bOR)\s*(?:of|=|:)\s*$/, 'odds ratio'],
  [/\b(?:bear(?:s|ing)?|accru(?:e|es|ing)) (?:\w+ )?interest (?:\w+ )?(?:at|of)(?: (?:an?|the)(?: \w+){0,3} rate of)?\s*$/i,
    'interest rate'],
  [/\brisk[- ]free (?:interest )?rate\s*(?:(?:of|was)\s*)?$/i, 'risk-free rate'],
  [/\bvolatility\s*(?:(?:of|was)\s*)?$/i, 'volatility'],
  [/\b(?:relative risk|RR)\s*(?:(?:of|=|:)\s*)?$/, 'relative risk']
]

const SCOPE: ReadonlySet<string> = new Set(['gaap', 'adjusted', 'diluted', 'basic', 'continuing', 'discontinued', 'forma'])

const SKIPPED: ReadonlySet<string> = new Set(['the', 'a', 'an', 'of', 'its', 'our', 'their', "company's", "'s", 'and', 'in', 'for', 'with',
  'to', 'on', ',', 'record', 'was', 'were', 'had', '(', ')', '"', 'reported', 'reports', 'announces', 'posts', 'quarter', 'quarterly',
  'first', 'second', 'third', 'fourth', 'fiscal', 'year', 'annual', 'half', 'months', 'month', 'full', 'of', 'ended', 'period'])

/** Up to two words before a measure that narrow it: "pro forma", "product". */
const narrowing = (view: SentenceView, hit: PhraseHit): string => {
  const out: string[] = []
  for (let at = hit.from - 1; at >= Math.max(0, hit.from - 3); at -= 1) {
    const word = view.tokens.words[at] ?? ''
    if (SKIPPED.has(word) || /\d/.test(word)) break
    out.unshift(word)
  }
  const scope = view.tokens.words.filter((word) => SCOPE.has(word)).sort()
  return [...out.filter((word) => /^[a-z]+$/.test(word)), ...new Set(scope)].join(' ')
}

/** Words that say more of a measure though they end like verbs. */
const SAYING: ReadonlySet<string> = new Set(['deferred', 'adjusted', 'consolidated', 'diluted', 'operating', 'marketing', 'financing',
  'investing', 'restructuring', 'retained', 'unrealized', 'realized', 'combined', 'accrued', 'unearned', 'leasing', 'lending',
  'continuing'])
/** Words before a measure that do not belong to its name. */
const NO_PART: ReadonlySet<string> = new Set(['held', 'paid', 'made', 'sold', 'took', 'kept', 'had', 'has', 'have', 'was', 'were', 'is',
  'are', 'by', 'from', 'at', 'as', 'or', 'this', 'that', 'these', 'those', 'such', 'which', 'we', 'it', 'they', 'higher', 'lower', 'more',
  'less', 'strong', 'weak', 'include', 'includes', 'increase', 'decrease', 'growth', 'decline', 'rise', 'gain', 'fall', 'rose', 'fell',
  'grew', 'saw', 'net of', 'not', 'no', 'all', 'both', 'each', 'any', 'other', 'some', 'whose', 'into', 'up', 'down', 'over', 'under',
  'through', 'than', 'versus', 'percent', 'million', 'billion', 'certain', 'significant', 'favorable', 'unfavorable', 'because', 'while',
  'when', 'if', 'will', 'would', 'may', 'expect', 'estimate', 'believe', 'reduce', 'report', 'generate', 'exceed', 'achieve', 'produce',
  'recognize', 'incur', 'receive', 'pay', 'provide', 'maintain', 'compare', 'drive', 'raise', 'cut', 'improve', 'represent', 'reflect',
  'cause', 'add', 'make', 'take', 'deliver', 'offset', 'earn', 'realize', 'recover', 'lose', 'repay', 'adjust', 'be', 'do', 'require',
  'anticipate', 'anticipates', 'expects', 'estimates'])

/** What closes the name of a measure: "income (loss) before income taxes", "sales volume". */
const BEHIND =
  /^(?:(?:\( loss \) )?(?:before|from) (?:income tax(?:es)?|taxes|continuing operations|discontinued operations)|volumes?\b)(?= |$)/

/** The measure as the text names it, with the words that narrow it: "interest income", "other operating charges". */
const fullName = (view: SentenceView, hit: PhraseHit): string => {
  const { words } = view.tokens
  let from = hit.from
  while (from > 0 && hit.from - from < 2) {
    const word = words[from - 1] ?? ''
    // "research & development expenses"
    if (word === '&' && /^[a-z]+$/.test(words[from - 2] ?? '')) {
      from -= 2
      continue
    }
    const isOther = word === 'other' && from === hit.from &&
      /^(?:income|expenses?|operating|comprehensive|assets|liabilities)$/.test(words[from] ?? '')
    if (!/^[a-z]+$/.test(word) || SKIPPED.has(word) || (NO_PART.has(word) && !isOther) ||
      (/(?:ed|ing|ly)$/.test(word) && !SAYING.has(word))) break
    from -= 1
  }
  const behind = BEHIND.exec(words.slice(hit.to, hit.to + 6).join(' '))?.[0]
  return view.words(from, hit.to + (behind === undefined ? 0 : behind.split(' ').length))
}

const SINGULAR: ReadonlyMap<string, string> = new Map([['revenues', 'revenue'], ['net revenues', 'revenue'], ['net revenue', 'revenue'], [
  'total revenues',
  'revenue'
], ['total revenue', 'revenue'], ['gross margins', 'gross margin'], ['net losses', 'net loss'], ['net earnings', 'net income']])

/** A measure in the form in which it is compared: "net revenues" as "revenue". */
export const plainMeasure = (measure: string): string => SINGULAR.get(measure) ?? measure

/** "compared to $5 million, or $0.39": what the sentence measures holds for what it is set against, however much stands between. */
const AGAINST = /\b(?:compared (?:to|with)|versus|from) (?:(?:US|C|A|HK)?[$€£][\d.,]+(?: (?:million|billion))?,? or )?(?:US|C|A|HK)?$/
const BEFORE_AGAINST = 44

const measureOf = (view: SentenceView, number: FoundNumber): PhraseHit | null => {
  const hits = view.hits('measure')
  const { words } = view.tokens
  const after = hits.find((hit) =>
    hit.from >= number.to && hit.from - number.to <= AFTER && /^(?:in|of|increase|decrease)$/.test(words[number.to] ?? '')
    && !words.slice(number.to, hit.from).some((word) => /^\d/.test(word) || word === ',')
  )
  if (after) return after
  const reach = AGAINST.test(textBefore(view, number, 60)) ? BEFORE_AGAINST : BEFORE
  const before = hits.filter((hit) =>
    hit.to <= number.from && number.from - hit.to <= reach &&
    !SHARE_BASE.test(view.text.slice(0, view.tokens.starts[hit.from] ?? 0).slice(-60))
  )
  const longest = before.filter((hit) => !before.some((other) => other !== hit && other.from <= hit.from && other.to >= hit.to))
  const nearest = longest[longest.length - 1]
  return nearest && !words.slice(nearest.to, number.from).includes(';') ? nearest : null
}

const statisticOf = (view: SentenceView, number: FoundNumber): string | null => {
  const lead = view.text.slice(0, view.tokens.starts[number.from] ?? 0).slice(-40)
  return STATISTICS.find(([shape]) => shape.test(lead))?.[1] ?? null
}

const directionOf = (view: SentenceView, number: FoundNumber): Attachment['direction'] => {
  const near = (hits: readonly PhraseHit[]): number => {
    const before = hits.filter((hit) => hit.to <= number.from && number.from - hit.to <= 5).map((hit) => number.from - hit.to)
    const after = hits.filter((hit) => hit.from >= number.to && hit.from - number.to <= 2).map((hit) => hit.from - number.to + 1)
    return Math.min(...before, ...after, Infinity)
  }
  const up = near(view.hits('up'))
  const down = near(view.hits('down'))
  const flat = near(view.hits('flat'))
  const best = Math.min(up, down, flat)
  if (best === Infinity) return null
  return best === up ? 'up' : best === down ? 'down' : 'flat'
}

/** "64 % of net loans" is a share of the measure, not the measure. */
const isShareOf = (view: SentenceView, number: FoundNumber): boolean => number.unit === '%' && view.tokens.words[number.to] === 'of'

/** Measures that say too little by themselves to be compared. */
const GENERIC: ReadonlySet<string> = new Set(['expenses', 'costs', 'charges', 'loss', 'losses', 'income', 'margin', 'margins', 'loans',
  'deposits', 'assets', 'interest', 'debt', 'orders', 'customers', 'cash', 'portfolio', 'dividend', 'dividends', 'production', 'profit',
  'collections'])

const keyOf = (narrow: string, plain: string): string | null => GENERIC.has(plain) && narrow === '' ? null : `${narrow} ${plain}`.trim()

/** How far before a number the words reach that say how it is meant, in UTF-16 units; a bracket with a year is longer than others. */
const LEAD = 160
const BRACKET = 2000

const textBefore = (view: SentenceView, number: FoundNumber, reach: number): string => {
  const start = view.tokens.starts[number.from] ?? 0
  return view.text.slice(Math.max(0, start - reach), start)
}

/** A figure of another period set in brackets: "(July 31, 2024: $9 million)". */
const isBracketedYear = (view: SentenceView, number: FoundNumber): boolean =>
  /\([^()]{0,30}\d{4}\s*:[^()]*$/.test(textBefore(view, number, BRACKET))

const TIME: ReadonlySet<string> = new Set(['days', 'weeks', 'months', 'years', 'hours'])

const CHANGE_NOUN = '(?:increases?|decreases?|declines?|reductions?|improvements?|growth|rise|drop|change)'
const CHANGE_BEHIND = new RegExp(
  `^,?\\s(?:(?:or|and)\\s[\\d.]+\\s?(?:%|percent),?\\s)?(?:(?:net|year-over-year|sequential|overall)\\s)?${CHANGE_NOUN}\\b`,
  'i'
)
const CHANGE_AHEAD = new RegExp(`\\b${CHANGE_NOUN}\\s(?:in\\s(?:[\\w’'-]+\\s){1,6})?of\\s(?:approximately\\s|about\\s)?$`, 'i')
const MOVED_BY = pattern('i')`
  \b(?:increas|decreas|declin|improv|narrow|widen|grew|grow|rose|rise|fell|fall|reduc|drop|exceed|lower|rais|higher|better
  |worse|down|up)\w*\b[^.;]{0,50}\bby\s(?:approximately\s|about\s|an?\s)?$`

/** "increased $55 million", "up 5%": by how much, and not to what. */
const MOVED_STRAIGHT =
  /\b(?:increased|decreased|declined|improved|grew|rose|fell|dropped|up|down)\s(?:(?:approximately|about|nearly|almost|over|another)\s)?$/i
/** What a share is of: "1.54% of net loans". */
const SHARE_BASE = /(?:%|\bpercent) of (?:[\p{L}'’-]+ ){0,3}$/u

/** Whether a number is a difference: "rose by $3 million", "an increase of $3 million", "a $3 million decline". */
const isDifference = (view: SentenceView, number: FoundNumber): boolean => {
  const lead = textBefore(view, number, 110)
  const tail = view.text.slice(view.tokens.ends[number.to - 1] ?? 0, (view.tokens.ends[number.to - 1] ?? 0) + 60)
  const both = /^,? or [\d.]+\s?(?:%|percent)/i.test(tail) || /\bor\s$/.test(lead)
  const own = both ? lead.replace(/[$€£]?[\d.,]+(?: (?:million|billion|thousand))?,? or $/, '') : lead
  return MOVED_BY.test(own) || MOVED_STRAIGHT.test(own) || CHANGE_AHEAD.test(lead) || CHANGE_BEHIND.test(tail)
}

const THRESHOLD = pattern('i')`
  \b(?:(?:equals?|equaled) or exceed(?:s|ed)?|exceed(?:s|ing)?|(?:more|less|fewer|greater|lower) than|at least|at most|up to
  |as (?:much|little) as|no (?:more|less) than|a minimum of|a maximum of|not to exceed|in excess of)\s(?:approximately\s)?$`

const CAUSE = pattern('i')`
  \b(?:driven|caused|offset|affected|impacted|reduced|increased|helped|hurt) (?:\w+ )?by\s(?:\w+ly\s)?(?:an?|the|our|its
  |approximately)?\s?$|\b(?:due to|because of|attributable to|resulting from|reflecting|reflects?|includ(?:es|ed|ing)|of which
  |net of|after|excluding|excludes?|related to)\s(?:an?\s|the\s|our\s|its\s)?(?:\w+ (?:charge|gain|loss|expense)s? of\s)?
  (?:approximately\s)?$`

/** "driven by a $61 million loss on disposal": a number that says why, or what is inside, is named by its own words. */
const isCause = (view: SentenceView, number: FoundNumber): boolean => CAUSE.test(textBefore(view, number, 60))

/** "shares at $4 per share" */
const PRICED = /\bat (?:a price of )?(?:approximately |about )?$/i

const CLAUSE = /^(?:and|or|while|but|whereas)$/
const OPENS_CLAUSE = /^(?:the|our|its|a|an|we|total|net|gross|operating|cash|research|general|selling|interest|other)$/
const VERB = pattern()`
  ^(?:was|were|is|are|totaled|totalled|amounted|exceeds?|equals?|equaled|exceeded|increased|decreased|grew|rose|fell|declined
  |had|has|have)$`

/** Whether between a measure and a number stands another number and then a clause of its own, with its own subject and verb. */
const isInOtherClause = (view: SentenceView, measure: PhraseHit, number: FoundNumber, numbers: readonly FoundNumber[]): boolean => {
  const between = numbers[numbers.indexOf(number) - 1]
  if (!between || between.at <= measure.to) return false
  const { words } = view.tokens
  for (let at = between.to; at < number.from; at += 1)
    if (CLAUSE.test(words[at] ?? '') && OPENS_CLAUSE.test(words[at + 1] ?? '') &&
      words.slice(at + 1, number.from).some((word) => VERB.test(word))) return true
  return false
}

const measured = (view: SentenceView, number: FoundNumber, numbers: readonly FoundNumber[]): PhraseHit | null => {
  const known = measureOf(view, number)
  return known && known.to <= number.from && isInOtherClause(view, known, number, numbers) ? null : known
}

/** Says what a number measures; `period` is the one that was found to be its own. */
export const attach = (view: SentenceView, number: FoundNumber, numbers: readonly FoundNumber[],
  period: ListedPeriod | null): Attachment => {
  const statistic = statisticOf(view, number)
  const lead = textBefore(view, number, LEAD)
  // A span of time measures nothing of the accounts: "debt with maturities of 90 days".
  const known = statistic || TIME.has(number.unit ?? '') ? null : measured(view, number, numbers)
  const isBefore = known !== null && known.to <= number.from
  // Words at the number say what it is before a measure named far ahead of it does, or where it says why that measure moved.
  const cause = isBefore && isCause(view, number)
  // "costs and a $60 million provision for a fund"
  const articled = /^an?$/.test(view.tokens.words[number.from - 1] ?? '')
  // "a working capital deficiency of $2 million and debts of $4 million", "customers through 3,300 financial centers"
  const own = known && isBefore ? nameOver(view, number, known) : null
  const nearer = own ?? (known && isBefore && (cause || articled || number.from - known.to > FAR) ? nameAt(view, number) : null)
  const whole = known && nearer === null ? wholeSubject(view, number, known) : null
  const hit = nearer === null && whole === null ? known : null
  const contrast = view.hits('contrast').some((other) => other.to <= number.from && number.from - other.to <= 12)
  const range = number.inRange === true || /\b(?:between|range of|range between|from)\s*$/i.test(lead) ||
    /^(?:to|and)$/.test(view.tokens.words[number.from - 1] ?? '')
  const words = hit ? fullName(view, hit) : null
  const plain = hit ? plainMeasure(hit.phrase.text) : null
  return {
    measure: statistic ?? words ?? nearer ?? whole ?? namePhrase(view, number, numbers) ??
      (number.unit?.endsWith('/share') === true && PRICED.test(lead) ? 'price per share' : null),
    measureKey: plain && hit && !cause && !isShareOf(view, number) ? keyOf(narrowing(view, hit), plain) : null,
    period: period?.text ?? null,
    periodKey: period?.key ?? null,
    direction: directionOf(view, number),
    compared: contrast || range || isBracketedYear(view, number) || THRESHOLD.test(lead.slice(-40)),
    isChange: isDifference(view, number)
  }
}
