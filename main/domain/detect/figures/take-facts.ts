import type { FactDifference, FigureMention } from '#contract/figure'
import type { Fact } from '#contract/filing'
import type { ComparableFigure } from './conflicts'
import { factSpan, isYetToCome, periodAgrees } from './period/period-claim'
import type { FactSpan } from './period/period-claim'
import { keyOfSpan, wordsOfSpan } from './period/span-words'

type Read = Omit<ComparableFigure, 'mention'> & { readonly mention: Omit<FigureMention, 'id'> }

const isHeld = (fact: Fact): boolean => !fact.hidden && fact.unit !== null && /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(fact.value)

const byStart = (a: { readonly range: { readonly start: number } }, b: { readonly range: { readonly start: number } }): number =>
  a.range.start - b.range.start

/** The numeric facts inside each figure, both in the order of their starts. */
const factsInside = (figures: readonly Read[], facts: readonly Fact[]): ReadonlyMap<Read, readonly Fact[]> => {
  const sorted = facts.filter(isHeld).sort(byStart)
  const found = new Map<Read, Fact[]>()
  let from = 0
  for (const figure of [...figures].sort((a, b) => byStart(a.mention, b.mention))) {
    const { start, end } = figure.mention.range
    while (from < sorted.length && (sorted[from]?.range.start ?? 0) < start) from += 1
    for (let at = from; at < sorted.length; at += 1) {
      const fact = sorted[at]
      if (!fact || fact.range.start >= end) break
      if (fact.range.end <= end) found.set(figure, [...found.get(figure) ?? [], fact])
    }
  }
  return found
}

/** What one of a unit is of a fact's: 12 % is 0.12 of what XBRL calls pure. */
const PARTS: Readonly<Record<string, number>> = { '%': 100, 'basis points': 10_000 }

const valueIn = (fact: Fact, unit: string | null): number =>
  Number((Number(fact.value) * (fact.unit === 'pure' ? PARTS[unit ?? ''] ?? 1 : 1)).toPrecision(15))

const CURRENCY = /^[A-Z]{3}(?:\/|$)/

/** The unit a figure takes from its fact: currencies and shares as figures name them, else the figure's own words for it. */
const unitFrom = (fact: Fact, unit: string | null): string | null => {
  const held = (fact.unit ?? '').replace(/\/shares$/, '/share')
  if (CURRENCY.test(held) || held === 'shares') return held
  return held === 'pure' ? (CURRENCY.test(unit ?? '') ? null : unit) : CURRENCY.test(unit ?? '') ? held : unit ?? held
}

const isSame = (a: number, b: number): boolean => Math.abs(Math.abs(a) - Math.abs(b)) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** Whether the words show a bracket or a minus where the fact is tagged without one, or the other way: an expense set in brackets. */
const isShownOtherwise = ({ value }: Read['mention'], held: number): boolean => value !== 0 && held !== 0 && (value < 0) !== (held < 0)

/** The words and the key of spans met before: thousands of facts are told for the same few. */
const SPANS = new Map<string, { readonly words: string; readonly key: string | null }>()
const MOST_SPANS = 1000

const toldSpan = (span: FactSpan): { readonly words: string; readonly key: string | null } => {
  const name = `${span.from} ${span.to}`
  const known = SPANS.get(name)
  if (known) return known
  const told = { words: wordsOfSpan(span), key: keyOfSpan(span) }
  if (SPANS.size >= MOST_SPANS) SPANS.clear()
  SPANS.set(name, told)
  return told
}

/** What the words of a period become: they stay where they can mean the fact's, and stand before it where they name something else, such as a column. */
const periodFrom = (read: Read, span: FactSpan): { readonly period: string; readonly key: string | null; readonly differs: boolean } => {
  const { period, place } = read.mention
  const agrees = period === null ? null : periodAgrees(period, span)
  if (period !== null && /\d{4}/.test(period) && (agrees === true || isYetToCome(period, span)))
    return { period, key: read.periodKey, differs: false }
  const { words, key } = toldSpan(span)
  const isColumn = place === 'table' && period !== null && agrees !== false
  return { period: isColumn ? `${period} · ${words}` : words, key, differs: agrees === false }
}

const taken = (read: Read, facts: readonly Fact[]): Read => {
  const [fact] = facts
  if (!fact || facts.some(({ value, unit }) => value !== fact.value || unit !== fact.unit)) return read
  const { mention } = read
  const unit = unitFrom(fact, mention.unit)
  const value = valueIn(fact, unit)
  const span = facts.every(({ period }) => period === fact.period) ? factSpan(fact.period) : null
  const told = span ? periodFrom(read, span) : { period: mention.period, key: read.periodKey, differs: false }
  const differs: FactDifference[] = []
  if (!isSame(mention.value, value)) differs.push('value')
  if (mention.unit !== unit && CURRENCY.test(mention.unit ?? '')) differs.push('unit')
  if (told.differs) differs.push('period')
  return {
    ...read,
    periodKey: told.key,
    // A fact of a part of the company is no other telling of the whole.
    compared: read.compared || fact.dimensions.length > 0,
    isUnscaled: false,
    mention: {
      ...mention,
      value,
      unit,
      period: told.period,
      fact: {
        id: fact.id,
        concept: fact.concept,
        ...(isShownOtherwise(mention, value) ? { shownNegative: mention.value < 0 } : {}),
        ...(differs.length > 0 ? { differs, read: { value: mention.value, unit: mention.unit, period: mention.period } } : {})
      }
    }
  }
}

/**
 * Gives each figure that stands on an inline XBRL fact the value, unit and period of it, and notes what the words alone would have told otherwise.
 * Figures on several facts that disagree stay as they are read. Linear in both lists but for sorting them.
 */
export const takeFacts = (figures: readonly Read[], facts: readonly Fact[]): readonly Read[] => {
  if (facts.length === 0) return figures
  const inside = factsInside(figures, facts)
  return figures.map((figure) => taken(figure, inside.get(figure) ?? []))
}
