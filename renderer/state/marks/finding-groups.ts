import { lowerBound } from '#model/lower-bound'
import type { FigureMention } from '#contract/figure'
import type { Polarity } from '#contract/finding'
import type { TextRange } from '#contract/range'
import { measureKey, measureTitle } from '#model/measure-key'
import { countBy, type FindingSuggestion } from './suggestions'

/** How a long list of findings is read: section by section, measure by measure, or what takes a side first. */
export type FindingOrder = 'section' | 'measure' | 'rank'

/** The findings under one head as the list shows them: the strongest first, what takes no side folded away. */
export interface FindingGroup {
  /** The name of the section or measure; empty where the list has no heads. */
  readonly section: string
  readonly shown: readonly FindingSuggestion[]
  /** How many are folded away, or would be. */
  readonly weak: number
  readonly open: boolean
  /** How many of all in the group speak which way. */
  readonly tally: ReadonlyMap<Polarity, number>
}

/** A list no longer than this is read whole, by rank; releases stay far below it, annual reports far above. */
export const MOST_UNGROUPED = 24

/** Whether a finding is folded away in a long list: it takes no side, is not announced as a finding, and nothing warns of it. */
export const isWeak = ({ finding }: FindingSuggestion): boolean =>
  finding.polarity === 'neutral' && !finding.explicit && finding.flags.length === 0

/** How the groups are wanted. */
export interface Grouping {
  readonly order: FindingOrder
  /** The name of the section that holds a source offset, or null. */
  readonly sectionOf: (offset: number) => string | null
  /** The measure that the words of a range tell first, or null. */
  readonly measureOf: (range: TextRange) => string | null
  /** The groups whose folded findings are shown. */
  readonly unfolded: readonly string[]
  /** Whether the reader asked for what would be folded, so that nothing is. */
  readonly whole: boolean
  /** The finding in focus, which is never folded away. */
  readonly active: string | null
}

/** The name under which findings outside every section are grouped. */
export const NO_SECTION = 'Outside the sections'

/** The name under which findings that tell no measure are grouped. */
export const NO_MEASURE = 'No measure read'

/** Names the measure that a range of the text tells first. */
export const measureNames = (figures: readonly FigureMention[]): (range: TextRange) => string | null => {
  const named = figures.filter(({ measure }) => measure !== null).toSorted((a, b) => a.range.start - b.range.start)
  return ({ start, end }) => {
    const first = named[lowerBound(named.length, (one) => (named[one]?.range.start ?? 0) < start)]
    return first && first.range.start < end ? first.measure : null
  }
}

const tallyOf = (items: readonly FindingSuggestion[]): ReadonlyMap<Polarity, number> => countBy(items, ({ finding }) => [finding.polarity])

const grouped = (list: readonly FindingSuggestion[],
  keyOf: (item: FindingSuggestion) => string): readonly (readonly FindingSuggestion[])[] => {
  const groups = new Map<string, FindingSuggestion[]>()
  for (const item of list) {
    const key = keyOf(item)
    const own = groups.get(key)
    if (own) own.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

/** The heads of a long list with their findings: sections in the order of the filing, measures by how much takes a side in them. */
const headed = (list: readonly FindingSuggestion[],
  { order, sectionOf, measureOf }: Grouping): readonly (readonly [string, readonly FindingSuggestion[]])[] => {
  if (order === 'rank') return [['', list]]
  if (order === 'section') {
    const place = (items: readonly FindingSuggestion[]): number => Math.min(...items.map(({ range }) => range.start))
    const nameOf = ({ range }: FindingSuggestion): string => sectionOf(range.start) ?? NO_SECTION
    return grouped(list, nameOf).toSorted((a, b) => place(a) - place(b)).map((items) => [items[0] ? nameOf(items[0]) : NO_SECTION, items])
  }
  const measures = new Map(list.map((item) => [item, measureOf(item.range)]))
  const strong = (items: readonly FindingSuggestion[]): number => items.filter((item) => !isWeak(item)).length
  return grouped(list, (item) => measureKey(measures.get(item) ?? '')).map((items): readonly [string, readonly FindingSuggestion[]] => {
    const measure = items[0] ? measures.get(items[0]) : null
    return [measure ? measureTitle(measure) : NO_MEASURE, items]
  }).toSorted(([a, x], [b, y]) => Number(a === NO_MEASURE) - Number(b === NO_MEASURE) || strong(y) - strong(x) || y.length - x.length)
}

/** Groups findings under heads; a short list stays one, in the order it came. `list` is ordered by rank, and each group keeps that. */
export const groupFindings = (list: readonly FindingSuggestion[], all: number, grouping: Grouping): readonly FindingGroup[] => {
  if (all <= MOST_UNGROUPED) return [{ section: '', shown: list, weak: 0, open: true, tally: tallyOf(list) }]
  const { unfolded, whole, active } = grouping
  return headed(list, grouping).map(([section, items]) => {
    const weak = whole ? 0 : items.filter(isWeak).length
    const open = weak === 0 || unfolded.includes(section)
    return { section, shown: open ? items : items.filter((item) => !isWeak(item) || item.id === active), weak, open, tally: tallyOf(items) }
  })
}
