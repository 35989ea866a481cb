import type { FigureMention } from '#contract/figure'
import type { Fact } from '#contract/filing'
import type { NodeId } from '#contract/ids'
import { conceptName, dimensionWords, periodWords, valueWords } from './concept-name'
import { onceFor } from '#model/remember'

/** The order of the register of figures. */
export type FigureSort = 'place' | 'measure' | 'value'

/** Which figures are listed; an empty list lets all through. */
export interface FigureFilter {
  readonly text: string
  readonly places: readonly FigureMention['place'][]
  readonly units: readonly string[]
  readonly conflicts: boolean
  /** Lets through only those whose measure was read. */
  readonly named: boolean
}

/** Lists every figure. */
export const ALL_FIGURES: FigureFilter = { text: '', places: [], units: [], conflicts: false, named: false }

/** The name under which figures without a unit are filtered. */
export const NO_UNIT = ''

/** Which facts are listed. `plain` lets through only those without a dimension. */
export interface FactFilter {
  readonly text: string
  readonly plain: boolean
}

/** Lists every fact. */
export const ALL_FACTS: FactFilter = { text: '', plain: false }

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter((word) => word !== '')

const holdsAll = (haystack: string, words: readonly string[]): boolean => words.every((word) => haystack.includes(word))

const figureText = ({ text, measure, unit, period }: FigureMention): string =>
  [text, measure, unit, period].filter((part) => part !== null).join(' ').toLowerCase()

/** The figures the filter lets through, order kept. Every word typed must stand somewhere in the row. */
export const filterFigures = (figures: readonly FigureMention[], filter: FigureFilter): readonly FigureMention[] => {
  const words = wordsOf(filter.text)
  return figures.filter((figure) =>
    (filter.places.length === 0 || filter.places.includes(figure.place))
    && (filter.units.length === 0 || filter.units.includes(figure.unit ?? NO_UNIT))
    && (!filter.named || figure.measure !== null) && (!filter.conflicts || figure.conflictsWith.length > 0) &&
    holdsAll(figureText(figure), words)
  )
}

const byPlace = (a: FigureMention, b: FigureMention): number => a.range.start - b.range.start

/** Named measures by name, those without one behind them; within a measure by period and place. */
const byMeasure = (a: FigureMention, b: FigureMention): number =>
  Number(a.measure === null) - Number(b.measure === null) || (a.measure ?? '').localeCompare(b.measure ?? '')
  || (a.period ?? '').localeCompare(b.period ?? '') || byPlace(a, b)

/** By unit, since values of two units do not compare, those without one last; within a unit the largest first. */
const byValue = (a: FigureMention, b: FigureMention): number =>
  Number(a.unit === null) - Number(b.unit === null) || (a.unit ?? '').localeCompare(b.unit ?? '') || b.value - a.value || byPlace(a, b)

const ORDERS: Readonly<Record<FigureSort, (a: FigureMention, b: FigureMention) => number>> = { place: byPlace, measure: byMeasure,
  value: byValue }

/** The figures in another order; the given list stays as it is. */
export const sortFigures = (figures: readonly FigureMention[], sort: FigureSort): readonly FigureMention[] =>
  [...figures].sort(ORDERS[sort])

/** One measure told with more than one value: every mention of it, by place. */
export interface Conflict {
  readonly id: NodeId
  readonly measure: string
  readonly period: string | null
  readonly mentions: readonly FigureMention[]
}

/** The measures told differently, by place of their first mention. Mentions that name each other belong together, through however many links. */
export const conflictsOf = (figures: readonly FigureMention[]): readonly Conflict[] => {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const seen = new Set<NodeId>()
  const conflicts: Conflict[] = []
  for (const first of figures) {
    if (first.conflictsWith.length === 0 || seen.has(first.id)) continue
    const mentions: FigureMention[] = []
    const queue: NodeId[] = [first.id]
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const figure = byId.get(id)
      if (!figure || seen.has(id)) continue
      seen.add(id)
      mentions.push(figure)
      queue.push(...figure.conflictsWith)
    }
    mentions.sort(byPlace)
    const { measure = null, period = null } = mentions.find((mention) => mention.measure !== null) ?? {}
    conflicts.push({ id: mentions[0]?.id ?? first.id, measure: measure ?? first.text, period, mentions })
  }
  return conflicts.sort((a, b) => (a.mentions[0]?.range.start ?? 0) - (b.mentions[0]?.range.start ?? 0))
}

const factText = onceFor((fact: Fact): string => {
  const { concept, value, unit, period, dimensions } = fact
  return [concept, conceptName(concept).words, value, valueWords(value, unit), unit ?? '', period === null ? '' : periodWords(period),
    ...dimensions, ...dimensions.map(dimensionWords)].join(' ').toLowerCase()
})

/** The facts the filter lets through, those that the page shows before those it hides, order kept otherwise. Every word typed must stand somewhere in the fact: concept, value, unit, period or dimension. */
export const filterFacts = (facts: readonly Fact[], filter: FactFilter): readonly Fact[] => {
  const words = wordsOf(filter.text)
  const passing = facts.filter((fact) => (!filter.plain || fact.dimensions.length === 0) && holdsAll(factText(fact), words))
  return [...passing.filter(({ hidden }) => !hidden), ...passing.filter(({ hidden }) => hidden)]
}
