import { lowerBound } from '#model/lower-bound'
import type { SentenceView } from '../../text/sentence-view'
import type { FoundNumber } from '../number/numbers'
import { isoOf, isPrior } from './period-words'
import type { ListedPeriod, NamedPeriod } from './period-words'
import { pattern } from '#model/pattern'

/** Words between a number and a period that put the period on the other side of a comparison. */
const CROSSES = pattern('i')`
  ;|\b(?:from|compared|versus|vs|than|over|against|while|but|whereas|because|due to|owing to|attributable to|driven by
  |as a result of)\b|\bon(?: the)?\s*$`
/** How far behind a number, or behind a list of them, its period may stand, in UTF-16 units. */
const NEAR = { one: 70, list: 140 }

/** Lengths of time: what happens in a period says nothing of how long another one is; only a day may say when one was left. */
const SPANS: ReadonlySet<string> = new Set(['hours', 'days', 'weeks', 'months', 'years'])

/** Numbers of one kind, told one after the other. */
type Run = readonly FoundNumber[]

const kindOf = ({ unit }: FoundNumber): string => unit ?? ''
const BRIDGES: ReadonlySet<string> = new Set([',', 'and', 'approximately', 'about', 'roughly', 'nearly', 'a', 'an', 'or', 'versus'])

const startOf = (view: SentenceView, number: FoundNumber | undefined): number => view.tokens.starts[number?.from ?? 0] ?? 0
const endOf = (view: SentenceView, number: FoundNumber | undefined): number => view.tokens.ends[(number?.to ?? 1) - 1] ?? 0

/** Numbers that follow each other with nothing but commas, "and" and the like between. */
const runsOf = (view: SentenceView, numbers: readonly FoundNumber[]): readonly Run[] => {
  const runs: FoundNumber[][] = []
  for (const number of numbers) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    const between = last ? view.tokens.words.slice(last.to, number.from) : []
    const isNext = last !== undefined && kindOf(last) === kindOf(number) && !last.inRange && !number.inRange &&
      between.every((word) => BRIDGES.has(word)) && !between.includes('or')
    if (run && isNext) run.push(number)
    else runs.push([number])
  }
  return runs
}

const listed = (view: SentenceView, period: NamedPeriod): ListedPeriod => ({ text: view.text.slice(period.start, period.end),
  key: period.key })

/** The expressions around a run, nearest first: behind it, up to the next number, or ahead of it. */
interface Around {
  readonly behind: NamedPeriod | null
  readonly ahead: NamedPeriod | null
}

const isAside = (number: FoundNumber): boolean => number.unit === '%' || (number.unit ?? '').includes('/')

/** The index of the first of a list, in order, whose place is at or behind an offset. */
const firstFrom = <Item>(list: readonly Item[], offset: number, placeOf: (item: Item) => number): number => {
  return lowerBound(list.length, (one) => {
    const item = list[one]
    return item !== undefined && placeOf(item) < offset
  })
}

/** How many numbers, or expressions, of a sentence are looked at on either side of one. */
const WINDOW = 24

/** "assets of $5 million and debts of": what stands between two amounts that are told alike. */
const PARALLEL = /^ (?:and|as well as) (?:an? |the |its |our )?(?:[\p{L}'’-]+ ){1,6}of (?:approximately |about )?$/iu

/** Where the words behind a number begin and end that may hold its period: behind amounts told alike, to the next one that is not. */
const reachOf = (view: SentenceView, number: FoundNumber | undefined, others: Run): { readonly end: number; readonly limit: number } => {
  let end = endOf(view, number)
  for (const other of others) {
    const start = startOf(view, other)
    const between = view.text.slice(end, start)
    const isLevel = other === others[0] && /^,? to (?:approximately |about )?$/.test(between)
    if (!isLevel && (kindOf(other) !== (number ? kindOf(number) : '') || !PARALLEL.test(between))) return { end, limit: start }
    end = endOf(view, other)
  }
  return { end, limit: view.text.length }
}

/** How much of a stretch stands in brackets, which part a number from its period only in print. */
const bracketsIn = (words: string): number => [...words.matchAll(/\([^()]*\)/g)].reduce((sum, { 0: found }) => sum + found.length, 0)

/** Whether what stands behind these words stands in a bracket that they open. */
const isBracketed = (words: string): boolean => words.lastIndexOf('(') > words.lastIndexOf(')')

const around = (view: SentenceView, run: Run, numbers: readonly FoundNumber[], periods: readonly NamedPeriod[]): Around => {
  const start = startOf(view, run[0])
  const allAside = run.every(isAside)
  const after = firstFrom(numbers, (run[run.length - 1]?.at ?? 0) + 1, ({ at }) => at)
  const others = numbers.slice(after, after + WINDOW).filter((other) =>
    (allAside || !isAside(other)) && !isBracketed(view.text.slice(endOf(view, run[run.length - 1]), startOf(view, other)))
  )
  const { end, limit } = reachOf(view, run[run.length - 1], others)
  const near = run.length > 1 ? NEAR.list : NEAR.one
  const first = periods[firstFrom(periods, end, (period) => period.start)]
  const behind = first && first.start < limit && first.start - end - bracketsIn(view.text.slice(end, first.start)) < near ? first : null
  const before = firstFrom(periods, start + 1, (period) => period.end)
  const ahead = aheadOf(view, start, periods.slice(Math.max(0, before - WINDOW), before))
  return { behind: behind !== null && isFar(view, end, behind, start, ahead) ? null : behind, ahead }
}

/** "the plan, adopted in April 1999, grants": when something came to be that is only named. */
const ASIDE = /[,(] ?(?:as |originally |first )?\p{L}+(?:ed|de|ade)(?: on| in)? ?$/iu

const MOVE = pattern('i')`
  (?:\b(?:increased|decreased|grew|rose|fell|declined|improved) (?:by )?
  |\b(?:increase|decrease|decline|improvement|growth|reduction|change|rise|drop) of (?:approximately )?
  |(?:,|\band) (?:up|down) (?:slightly |by )?)$`
const SET_AGAINST = pattern('i')`
  \b(?:compared (?:to|with)|versus|vs\.?|as against|(?:up|down)(?: slightly| [$€£]?[\d.,]+(?:%| percent| million)?)? from
  |for the (?:same|comparable|corresponding) (?:period|quarter|months))\b`
/** "by $2 million or": the amount that a share of it follows. */
const OR_SHARE = /[$€£]?[\d.,]+(?: (?:million|billion|thousand))?,? or $/i

/** The expression ahead of a number that holds for it: the last one that tells no single event, unless that one only says when in it. */
const aheadOf = (view: SentenceView, start: number, earlier: readonly NamedPeriod[]): NamedPeriod | null => {
  // "…compared with $2 million in 2023, a decrease of 22%" is told of the period that was compared.
  const contrast = MOVE.test(view.text.slice(Math.max(0, start - 64), start).replace(OR_SHARE, ''))
    ? SET_AGAINST.exec(view.text)?.index ?? Infinity
    : Infinity
  const said = earlier.filter(({ isTerm, end, start: from }) =>
    (contrast > start || end <= contrast) && (isTerm !== true || !/[;,]/.test(view.text.slice(end, start))) &&
    !(ASIDE.test(view.text.slice(Math.max(0, from - 24), from)) && /^,/.test(view.text.slice(end)))
  )
  const last = said.at(-1) ?? null
  const held = said.findLast(({ key }) => !key.startsWith('on:'))
  const narrows = held && last && held !== last && /^[\s,]*$/.test(view.text.slice(held.end, last.start))
  return narrows ? last : held ?? last
}

/** Whether an expression behind a number belongs to something else: to the other side of a comparison, to a term, or to a clause about what is counted. */
const isFar = (view: SentenceView, end: number, behind: NamedPeriod, start: number, ahead: NamedPeriod | null): boolean => {
  const between = view.text.slice(end, behind.start)
  if (behind.isTerm === true || CROSSES.test(between)) return true
  // "During the quarter, 13,215 warrants that were outstanding at June 30 were exercised."
  return ahead !== null && /\b(?:that|which|who)\b/i.test(between) && /^[\s,]*(?:the |a |an )?$/i.test(view.text.slice(ahead.end, start))
}

/** How far before a number a comparison may stand, in UTF-16 units. */
const CONTRAST = 200

const CONTRASTING = pattern('i')`
  \b(?:compared (?:to|with)|versus|vs\.?|than|as against|from
  (?=\s+(?:approximately |about |an? )?(?:[A-Z]{0,3}[$€£¥(\d]|net|losse?s?|the)))\b`

/** Whether what stands between a period and a number sets the number against another one. */
const isContrast = (view: SentenceView, from: number, number: FoundNumber): boolean =>
  CONTRASTING.test(
    view.text.slice(Math.max(from, startOf(view, number) - CONTRAST), startOf(view, number)).replace(
      /\b(?:more|less|fewer|greater|other|rather|higher|lower) than\b/gi,
      ''
    )
  )

/** The numbers of one kind between an expression and the next one. */
const followers = (view: SentenceView, period: NamedPeriod, like: FoundNumber, numbers: readonly FoundNumber[],
  periods: readonly NamedPeriod[]): Run => {
  const next = periods[firstFrom(periods, period.end, (other) => other.start)]
  const from = firstFrom(numbers, period.end, (number) => startOf(view, number))
  return numbers.slice(from, from + WINDOW).filter((number) =>
    kindOf(number) === kindOf(like) && (!next || startOf(view, number) < next.start)
  )
}

/**
 * The periods of four amounts told for two lengths and two ends. A longer stretch holds the shorter one, so its amount is no smaller: where only one
 * order has it so, that is the order; else none is certain.
 */
const inGrid = (run: Run, period: NamedPeriod | null): readonly (ListedPeriod | null)[] | null => {
  const grid = period?.grid
  if (!grid || run.length !== grid.length) return null
  const [a = 0, b = 0, c = 0, d = 0] = run.map(({ value }) => Math.abs(value))
  const lengthsOutside = c >= a && d >= b
  const lengthsInside = b >= a && d >= c
  if (lengthsOutside === lengthsInside) return null
  return lengthsOutside ? grid : [grid[0] ?? null, grid[2] ?? null, grid[1] ?? null, grid[3] ?? null]
}

/** The periods of a run from a list with as many members, or from one that holds for all of it. */
const ofRun = (view: SentenceView, run: Run, { behind, ahead }: Around): readonly (ListedPeriod | null)[] | null => {
  // "compared to $17 million and $31 million, respectively, for the prior year": one word for all of them.
  if (behind && isPrior(behind.key)) return run.map(() => listed(view, behind))
  const grid = inGrid(run, behind) ?? inGrid(run, ahead)
  if (grid) return grid
  for (const period of [behind, ahead])
    if (period && period.items.length === run.length && run.length > 1) return run.map((_, at) => period.items[at] ?? null)
  const nearest = behind ?? ahead
  if (!nearest) return null
  if (run.length === 1 || nearest.items.length < 2) return run.map(() => listed(view, nearest))
  return null
}

/** A number alone, before or behind a list of several periods: its place among its like, if they are as many. */
const ofOne = (view: SentenceView, number: FoundNumber, { behind, ahead }: Around, numbers: readonly FoundNumber[],
  periods: readonly NamedPeriod[]): ListedPeriod | null | undefined => {
  if (behind && behind.items.length > 1) {
    const to = firstFrom(numbers, behind.start, (other) => startOf(view, other))
    const like = numbers.slice(Math.max(0, to - WINDOW), to).filter((other) => kindOf(other) === kindOf(number)).slice(-behind.items.length)
    const isListed = /^[^.;]{0,24}\brespectively/i.test(view.text.slice(behind.end, behind.end + 40)) && like.length === behind.items.length
    return isListed ? behind.items[like.indexOf(number)] : listed(view, behind)
  }
  if (behind || !ahead) return undefined
  const like = followers(view, ahead, number, numbers, periods)
  if (ahead.items.length > 1) return like.length === ahead.items.length ? ahead.items[like.indexOf(number)] : listed(view, ahead)
  return ahead.items.length === 1 && like.indexOf(number) > 0 && isContrast(view, ahead.end, number) ? null : undefined
}

/** "2024–$212.4; 2023–$205.9": the year that stands right at a number. */
const labelled = (view: SentenceView, number: FoundNumber): ListedPeriod | null => {
  const match = /(?:^|[\s(;,:.])((?:[A-Z][a-z]{2,8}\.? \d{1,2}, )?(?:19|20)\d\d)\s?[-–—:]\s?$/.exec(
    view.text.slice(Math.max(0, startOf(view, number) - 28), startOf(view, number))
  )
  const text = match?.[1]
  if (text === undefined) return null
  return { text, key: text.length === 4 ? `y${text}` : `at:${isoOf(text)}` }
}

/** "fell $2 million, or 48%, to $3 million in 2016": how much something changed by is told for the period of what it came to. */
const ofChanges = (view: SentenceView, numbers: readonly FoundNumber[], out: Map<FoundNumber, ListedPeriod>): void => {
  numbers.forEach((number, at) => {
    if (out.has(number) || SPANS.has(number.unit ?? '')) return
    for (const other of numbers.slice(at + 1, at + 3)) {
      const between = view.text.slice(endOf(view, number), startOf(view, other))
      const period = out.get(other)
      if (period && /^(?:,? or (?:approximately )?[\d.]+\s?(?:%|percent),?)?,? to (?:approximately |about )?$/.test(between))
        out.set(number, period)
    }
  })
}

/** How far behind a number the only period of its sentence may stand, in UTF-16 units. */
const ONLY_REACH = 240

/** Words that tell another event, whose time says nothing of the number ahead of them. */
const OTHER_EVENT = /\b(?:acquired|purchased|issued|sold|announced|adopted|approved|entered|discontinued|closed|formed|which|that|who)\b/i

/** Gives numbers that none was found for the only period that their sentence names, where it stands behind them and nothing sets them against it. */
const ofSentence = (view: SentenceView, numbers: readonly FoundNumber[], periods: readonly NamedPeriod[],
  out: Map<FoundNumber, ListedPeriod>): void => {
  const [only] = periods
  if (!only || periods.length > 1 || only.items.length > 1 || only.isTerm === true || isPrior(only.key) || only.key.startsWith('on:'))
    return
  const kinds = new Set([...out.keys()].map(kindOf))
  for (const number of numbers) {
    const between = view.text.slice(endOf(view, number), only.start)
    const fits = endOf(view, number) <= only.start && between.length <= ONLY_REACH && !CROSSES.test(between) &&
      !OTHER_EVENT.test(between) && !isContrast(view, 0, number)
    if (fits && !out.has(number) && !SPANS.has(number.unit ?? '') && (kinds.size === 0 || kinds.has(kindOf(number))))
      out.set(number, listed(view, only))
  }
}

/** How a sentence begins that goes on with what the one before it told. */
const GOES_ON = pattern('i')`
  ^(?:of (?:this|these|that|those|the|which)|this|these|such
  |the (?:increase|decrease|decline|change|growth|improvement|reduction|loss|gain|charge|remain\w+|net|total|amount)s?|in addition|additionally
  |also|excluding|including|included in|they|it)\b`

/** The period that a sentence reports: the first it names that is no term, no day of an event and told by no comparison; null where it lists several. */
export const reportedPeriod = (view: SentenceView, periods: readonly NamedPeriod[]): ListedPeriod | null => {
  const first = periods.find(({ key, isTerm }) => isTerm !== true && !isPrior(key) && !key.startsWith('on:'))
  return first && first.items.length <= 1 ? listed(view, first) : null
}

/** Whether a sentence that names no period is told for that of the one before it: "Of this, $2 million was paid." */
export const goesOn = (view: SentenceView, periods: readonly NamedPeriod[]): boolean =>
  periods.length === 0 && GOES_ON.test(view.text.trim())

/**
 * The period of each number of a sentence, as the text names it: the members of a list of periods go to the members of a list of numbers that is as
 * long ("$4 million and $3 million in 2023 and 2022"), whatever stands first; else the next one behind a number, or the last one ahead of it. A
 * number that is set against one of the period ahead has none. `before` is the period of the sentence before, for one that goes on with it.
 */
export const assignPeriods = (view: SentenceView, numbers: readonly FoundNumber[], periods: readonly NamedPeriod[],
  before: ListedPeriod | null = null): ReadonlyMap<FoundNumber, ListedPeriod> => {
  const out = new Map<FoundNumber, ListedPeriod>()
  for (const run of runsOf(view, numbers)) {
    const near = around(view, run, numbers, periods)
    const together = ofRun(view, run, near)
    run.forEach((number, at) => {
      const alone = run.length === 1 ? ofOne(view, number, near, numbers, periods) : undefined
      const period = labelled(view, number) ?? (alone === undefined ? together?.[at] ?? null : alone)
      if (period && !(SPANS.has(number.unit ?? '') && !period.key?.startsWith('at:'))) out.set(number, period)
    })
  }
  ofChanges(view, numbers, out)
  ofSentence(view, numbers, periods, out)
  if (before !== null && goesOn(view, periods)) {
    for (const number of numbers) if (!SPANS.has(number.unit ?? '') && !isContrast(view, 0, number)) out.set(number, before)
  }
  return out
}
