import type { PhraseHit } from '../../text/phrases'
import type { SentenceView } from '../../text/sentence-view'
import { pattern } from '#model/pattern'

/** What a comparison of amounts says: better, worse, even, or better by one and worse by another; null where none is told. */
export type Compared = 'better' | 'worse' | 'even' | 'mixed' | null

const NUMBER =
  /([-−–]?)\$?\s?(\()?\$?\s?(\d[\d,]*(?:\.\d+)?)\)?\s?(%|percent|million|billion|thousand|cents|[KkMB]\b)?( (?:per|a) (?:\w+ ){0,2}share)?/g
const SCALE: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, thousand: 1e3, K: 1e3, k: 1e3, M: 1e6, B: 1e9, cents: 0.01 }

interface Amount {
  readonly at: number
  readonly end: number
  /** Below zero where it stands in brackets, behind a minus, or is told as a loss. */
  readonly value: number
  readonly kind: 'money' | 'percent' | 'share' | 'count'
}

/** What is counted in shares and persons is no amount of the accounts. */
const COUNTED = /^\)? ?(?:\w+ )?(?:shares|units|warrants|persons|employees|outlets|stores|holes)\b/i
const PER_SHARE = /^\)? ?(?:loss |income )?(?:per|a) (?:\w+ ){0,3}(?:share|unit)\b/i
const LOSS = /\b(?:loss(?:es)?|deficits?|deficiency)\b(?! ratio)/i
const GAIN = /\b(?:income|profits?|earnings|gain|surplus)\b/i
const YEAR = /^(?:19|20)\d\d$/

/** The amounts of a text, each below zero where it is told as a loss. `lossFirst` says whether the measure itself is a loss. */
const amountsIn = (text: string, lossFirst: boolean, cost: boolean): Amount[] => {
  const out: Amount[] = []
  let loss = lossFirst
  let from = 0
  for (const match of text.matchAll(NUMBER)) {
    const [whole, minus, bracket, digits = '', unit] = match
    const money = whole.includes('$') || unit === 'cents' || (unit !== undefined && SCALE[unit] !== undefined)
    if (COUNTED.test(text.slice(match.index + whole.length)) && !PER_SHARE.test(text.slice(match.index + whole.length))) continue
    if (!money && unit === undefined && (YEAR.test(digits) || !/,\d{3}|\.\d/.test(digits))) continue
    const before = text.slice(from, match.index)
    if (LOSS.test(before)) loss = !GAIN.test(before.slice(before.search(LOSS))) || /\bloss per\b/i.test(before)
    else if (GAIN.test(before)) loss = cost
    const end = match.index + whole.length
    from = end
    const size = Number(digits.replaceAll(',', '')) * (SCALE[unit ?? ''] ?? 1)
    const share = match[5] !== undefined || PER_SHARE.test(text.slice(end))
    const kind = unit === '%' || unit === 'percent' ? 'percent' : share ? 'share' : money ? 'money' : 'count'
    // "(0.12)" is below zero; "($0.88 per diluted share)" only stands beside another amount.
    const closed = bracket !== undefined && (whole.includes(')') || (match[5] === undefined && text[end] === ')'))
    const negative = loss || closed || minus !== ''
    if (Number.isFinite(size)) out.push({ at: match.index, end, value: negative ? -size : size, kind })
  }
  return out
}

/** The place from which amounts are those compared with: "compared to", "versus", "from", or a date and colon in brackets. */
const contrastAt = (view: SentenceView): number => {
  const hit = view.hits('contrast').find(({ phrase }) => /compar|versus|vs|from|against/.test(phrase.text))
  const word = hit ? view.tokens.starts[hit.from] ?? -1 : -1
  const bracket = view.text.search(/\((?:[A-Za-z]+ \d{1,2}, )?(?:19|20)\d\d: ?[$(]/)
  if (bracket >= 0 && (word < 0 || bracket < word)) return bracket
  return word
}

/** A scale left out in the second of two amounts ("$5.5 million, as compared to $6.5") is that of the first. */
const sameScale = (value: number, like: number): number =>
  Math.abs(value) < 1000 && Math.abs(like) >= 1e6 && Math.abs(like) < 1e9 ? value * 1e6 : value

/** Where the amounts compared with end: before a second comparison with an amount of its own, unless it goes on with the first ("and versus"). */
const lastPrior = (view: SentenceView, at: number, amounts: readonly Amount[]): number => {
  const second = view.hits('contrast').find(({ from, phrase }) =>
    (view.tokens.starts[from] ?? 0) > at + 12 && /compar|versus|vs/.test(phrase.text)
  )
  if (!second) return Infinity
  const start = view.tokens.starts[second.from] ?? 0
  if (/\band(?: as)? ?$/i.test(view.text.slice(0, start))) return Infinity
  const kinds = new Set<string>()
  for (const amount of amounts) {
    if (amount.at < at) continue
    if (kinds.has(amount.kind)) return amount.at - 1
    kinds.add(amount.kind)
  }
  return Infinity
}

/**
 * Compares the amount a sentence reports with those it compares it with. `measure` is what it reports, `good` 1 where more is better and -1
 * where less is; a loss is read as an amount below zero, so that more is better for it as well.
 */
export const comparedAmounts = (view: SentenceView, measure: PhraseHit, good: number): Compared => {
  const at = contrastAt(view)
  if (at < 0 || /^from\b[^;]{0,80}\bto \$?\d/i.test(view.text.slice(at))) return null
  const isLoss = LOSS.test(measure.phrase.text) && !/credit|loan/.test(measure.phrase.text)
  const amounts = amountsIn(view.text, isLoss, good < 0 && !isLoss && /\bincome\b/i.test(view.text.slice(at)))
  const last = lastPrior(view, at, amounts)
  const signs = new Set<number>()
  for (const kind of ['money', 'share', 'count', 'percent'] as const) {
    const current = amounts.find((amount) => amount.at < at && amount.kind === kind && amount.end > (view.tokens.starts[measure.from] ?? 0))
      ?? amounts.find((amount) => amount.at < at && amount.kind === kind)
    if (!current || (kind === 'percent' && signs.size > 0)) continue
    const currents = amounts.filter((amount) => amount.at < at && amount.kind === kind)
    const priors = amounts.filter((amount) => amount.at > at && amount.at <= last && amount.kind === kind)
    const paired = priors.length > 1 && currents.length === priors.length
    priors.slice(0, 2).forEach((prior, index) => {
      const value = paired ? currents[index]?.value ?? current.value : current.value
      signs.add(Math.sign(value - sameScale(prior.value, value)) * (isLoss ? 1 : good))
    })
  }
  signs.delete(0)
  if (signs.size > 1) return 'mixed'
  const [sign] = signs
  return sign === undefined ? (amounts.some((amount) => amount.at > at) ? 'even' : null) : sign > 0 ? 'better' : 'worse'
}

const IN_YEARS = pattern()`
  (\$?)(\d[\d,.]*\d|\d)( million| billion| thousand|%)? (?:in|for|during|at|as of)
  (?: (?:fiscal|the year))? ((?:19|20)\d\d)\b[^;]{0,30}?(?:,|and|compared (?:to|with)|versus) (?:and )?(\$?)(\d[\d,.]*\d|\d)
  ( million| billion| thousand|%)? (?:in|for|during|at|as of)(?: (?:fiscal|the year))? ((?:19|20)\d\d)\b`

/** The direction of a series of years, latest first ("$5.4 million in 2000, $3.9 million in 1999"): 1 up, -1 down, 0 where none is told. */
export const comparedYears = (text: string): number => {
  const match = IN_YEARS.exec(text)
  if (!match) return 0
  const valueOf = (digits: string | undefined, scale: string | undefined): number =>
    Number((digits ?? '').replaceAll(',', '')) * (SCALE[(scale ?? '').trim()] ?? 1)
  const first = valueOf(match[2], match[3] ?? match[7])
  const second = valueOf(match[6], match[7] ?? match[3])
  const sign = Math.sign(first - second)
  return Number(match[4]) > Number(match[8]) ? sign : -sign
}

/** A rise and a fall of one measure in one sentence, each with its amount: "up 2% from last quarter and down 11% from last year". */
export const movesBothWays = (text: string): boolean =>
  /\b(?:up|increas\w+|ris\w+|rose|grew)\b(?: \w+)? (?:by )?(?:\$?\d|slightly|from|to)/i.test(text) &&
  /\b(?:down|decreas\w+|fell|declin\w+)\b(?: \w+)? (?:by )?(?:\$?\d|slightly|from|to)/i.test(text) &&
  /\b(?:quarter|year|period|sequential\w*|guidance|to)\b/i.test(text)
