import type { FigureMention } from '#contract/figure'
import type { Fact } from '#contract/filing'
import { factSpan, periodAgrees } from '../detect/figures/period/period-claim'

/** What of a figure is held against the fact that stands on the same words. */
export const ASPECTS = ['value', 'sign', 'scale', 'unit', 'period'] as const
/** One of them. */
export type Aspect = (typeof ASPECTS)[number]

/** Where a figure that disagrees stands: a sentence (with headlines and quotations) or a table. */
export type Standing = 'sentence' | 'table'

/** A disagreement, for a person to look at. */
export interface Disagreement {
  readonly aspect: Aspect
  readonly standing: Standing
  readonly figure: FigureMention
  readonly fact: Fact
}

/** How many figures were held against a fact in one aspect, how many of them said nothing of it, and how many said otherwise. */
export interface AspectCounts {
  readonly judged: number
  readonly silent: number
  readonly wrong: number
}

/** The verdict on the figures of a document. `facts` counts the numeric facts in sight, `unread` those on which no figure stands. */
export interface FiguresVerdict {
  readonly facts: number
  readonly unread: number
  readonly counts: Readonly<Record<Standing, Readonly<Record<Aspect, AspectCounts>>>>
  readonly wrong: readonly Disagreement[]
}

type Answer = 'right' | 'wrong' | 'silent'

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-9)

/** How many powers of ten two amounts are apart, where that is all that parts them; else null. */
const powerApart = (a: number, b: number): number | null => {
  if (a === 0 || b === 0) return null
  const power = Math.round(Math.log10(a / b))
  return isClose(a, b * 10 ** power) ? power : null
}

const sizeOf = (figure: FigureMention, fact: Fact): readonly [number, number] => {
  const shown = Math.abs(figure.value)
  const held = Math.abs(Number(fact.value))
  return [figure.unit === '%' ? shown / 100 : figure.unit === 'basis points' ? shown / 10_000 : shown, held]
}

const unitAnswer = (figure: string | null, fact: string): Answer => {
  const held = fact.toLowerCase()
  const [over = '', under] = held.split('/')
  if (figure === null)
    return /^(?:pure|[a-z]{3}|shares?)$/.test(over) && !/^[a-z]{3}$/.test(over)
      ? 'silent'
      : /^(?:usd|eur|gbp|cad|jpy|cny)$/.test(over)
      ? 'wrong'
      : 'silent'
  const told = figure.toLowerCase()
  if (/^[a-z]{3}$/.test(over)) {
    const [currency, per] = told.split('/')
    return currency === over && (per === undefined) === (under === undefined) ? 'right' : 'wrong'
  }
  if (/^shares?$/.test(over)) return told === 'shares' || !/^[a-z]{3}(?:\/|$)/.test(told) ? 'right' : 'wrong'
  return /^[a-z]{3}(?:\/|$)/.test(told) && !['mwh', 'day'].includes(told) ? 'wrong' : 'right'
}

/** Whether the source shows the number in round brackets of its own, with a minus, or as negative; `raw` with its tags blanked. */
const showsNegative = (raw: string, { start, end }: Fact['range']): boolean => {
  const before = raw.slice(Math.max(0, start - 1500), start).replace(/<[^<>]*>/g, '').replace(/^[^<]*>/, '').replace(/&#160;|&nbsp;|\s/g,
    ' ')
  const behind = raw.slice(end, end + 1500).replace(/<[^<>]*>?/g, '').replace(/&#160;|&nbsp;|\s/g, ' ')
  // "(1,052 after tax)" is an aside.
  if (/\(\s?(?:[A-Z]{0,3}[$€£¥])?\s?$/.test(before.slice(-8))) return /^\s*(?:(?:thousand|million|billion)\s*)?(?:%\s*)?\)/i.test(behind)
  return /(?:\bnegative|(?:^|[^\w\d])[-−])\s?(?:[A-Z]{0,3}[$€£¥])?\s?\(?$/i.test(before.slice(-16))
}

const answersOf = (raw: string, figure: FigureMention, fact: Fact): Readonly<Record<Aspect, Answer>> => {
  const [shown, held] = sizeOf(figure, fact)
  const isRight = isClose(shown, held)
  const power = powerApart(shown, held)
  const negative = showsNegative(raw, fact.range)
  const isSigned = figure.value < 0 ? Number(fact.value) < 0 || negative : Number(fact.value) >= 0 || !negative
  const span = factSpan(fact.period)
  const agrees = span === null || figure.period === null ? null : periodAgrees(figure.period, span)
  return {
    value: isRight ? 'right' : 'wrong',
    sign: isSigned ? 'right' : 'wrong',
    scale: isRight ? 'right' : power !== null ? 'wrong' : 'silent',
    unit: unitAnswer(figure.unit, fact.unit ?? ''),
    period: agrees === null ? 'silent' : agrees ? 'right' : 'wrong'
  }
}

const isShown = (fact: Fact): boolean => !fact.hidden && fact.unit !== null && /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(fact.value)

/** Each numeric fact in sight with the figure on whose range it stands; the figure that is shortest where several hold it. */
const pairs = (figures: readonly FigureMention[], facts: readonly Fact[]): (readonly [Fact, FigureMention | null])[] => {
  const sorted = [...figures].sort((a, b) => a.range.start - b.range.start)
  let from = 0
  return [...facts].sort((a, b) => a.range.start - b.range.start).map((fact) => {
    while (from < sorted.length && (sorted[from]?.range.end ?? 0) < fact.range.start) from += 1
    let found: FigureMention | null = null
    for (let at = from; at < sorted.length; at += 1) {
      const figure = sorted[at]
      if (!figure || figure.range.start > fact.range.start) break
      const holds = figure.range.end >= fact.range.end
      if (holds && (found === null || figure.range.end - figure.range.start < found.range.end - found.range.start)) found = figure
    }
    return [fact, found] as const
  })
}

/**
 * Holds the figures read from a document whose inline XBRL was blanked out against the facts of the whole document. Value means the whole amount without its
 * sign, scale the power of ten alone, sign whether a bracket or a minus that is shown was read; `raw` is the blanked source, in which facts keep their offsets.
 */
export const judgeFigures = (raw: string, figures: readonly FigureMention[], facts: readonly Fact[]): FiguresVerdict => {
  const counts = Object.fromEntries((['sentence', 'table'] as const).map((standing) => [standing, Object.fromEntries(
    ASPECTS.map((aspect) => [aspect, { judged: 0, silent: 0, wrong: 0 }])
  )])) as Record<Standing, Record<Aspect, { judged: number; silent: number; wrong: number }>>
  const wrong: Disagreement[] = []
  const shown = facts.filter(isShown)
  let unread = 0
  for (const [fact, figure] of pairs(figures, shown)) {
    if (figure === null) {
      unread += 1
      continue
    }
    const standing: Standing = figure.place === 'table' ? 'table' : 'sentence'
    const answers = answersOf(raw, figure, fact)
    for (const aspect of ASPECTS) {
      const count = counts[standing][aspect]
      if (answers[aspect] === 'silent') count.silent += 1
      else count.judged += 1
      if (answers[aspect] !== 'wrong') continue
      count.wrong += 1
      wrong.push({ aspect, standing, figure, fact })
    }
  }
  return { facts: shown.length, unread, counts, wrong }
}
