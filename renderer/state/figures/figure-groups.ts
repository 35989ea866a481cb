import type { FigureMention } from '#contract/figure'
import type { FigureSort } from './figure-list'
import { measureKey, measureTitle } from '#model/measure-key'

/** Figures that stand under one head of the register: those with a measure, and those without one folded away. */
export interface FigureGroup {
  /** The section's or the measure's name; empty where the list has no heads. */
  readonly title: string
  readonly kind: 'section' | 'measure' | 'all'
  readonly shown: readonly FigureMention[]
  /** How many without a measure are folded away, or would be. */
  readonly nameless: number
  readonly open: boolean
}

/** How the groups are wanted. */
export interface FigureGrouping {
  readonly sort: FigureSort
  /** The name of the section that holds a source offset, or null. */
  readonly sectionOf: (offset: number) => string | null
  /** The titles of the groups whose figures without a measure are shown. */
  readonly unfolded: readonly string[]
}

/** A list no longer than this is read whole, by place; releases stay below it, annual reports far above. */
const MOST_UNGROUPED = 40

/** The name under which figures outside every section are grouped. */
export const BEFORE_SECTIONS = 'Outside the sections'

const fold = (title: string, kind: FigureGroup['kind'], figures: readonly FigureMention[], unfolded: readonly string[]): FigureGroup => {
  const nameless = figures.filter(({ measure }) => measure === null)
  const open = unfolded.includes(title)
  return { title, kind, shown: open || nameless.length === 0 ? figures : figures.filter(({ measure }) => measure !== null),
    nameless: nameless.length, open: open || nameless.length === 0 }
}

const by = (figures: readonly FigureMention[], keyOf: (figure: FigureMention) => string): ReadonlyMap<string, readonly FigureMention[]> => {
  const groups = new Map<string, FigureMention[]>()
  for (const figure of figures) {
    const key = keyOf(figure)
    const own = groups.get(key)
    if (own) own.push(figure)
    else groups.set(key, [figure])
  }
  return groups
}

/** Measures told most often first, each with its mentions in the order given; all without a measure are one fold at the end. */
const byMeasure = (listed: readonly FigureMention[], unfolded: readonly string[]): readonly FigureGroup[] => {
  const named = [...by(listed.filter(({ measure }) => measure !== null), ({ measure }) => measureKey(measure ?? '')).values()]
  const groups = named.sort((a, b) => b.length - a.length).map((figures): FigureGroup => ({
    title: measureTitle(figures[0]?.measure ?? ''),
    kind: 'measure',
    shown: figures,
    nameless: 0,
    open: true
  }))
  const rest = listed.filter(({ measure }) => measure === null)
  return rest.length === 0 ? groups : [...groups, fold('', 'all', rest, unfolded)]
}

/** Groups the listed figures for reading: by section where they are many and stand by place, by measure where that was asked for. `listed` is ordered already. */
export const groupFigures = (listed: readonly FigureMention[], all: number,
  { sort, sectionOf, unfolded }: FigureGrouping): readonly FigureGroup[] => {
  if (sort === 'measure') return byMeasure(listed, unfolded)
  if (all <= MOST_UNGROUPED) return [{ title: '', kind: 'all', shown: listed, nameless: 0, open: true }]
  if (sort === 'value') return [fold('', 'all', listed, unfolded)]
  return [...by(listed, ({ range }) => sectionOf(range.start) ?? BEFORE_SECTIONS)].map(([title, figures]) =>
    fold(title, 'section', figures, unfolded)
  )
}
