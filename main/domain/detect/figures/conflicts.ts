import type { FigureMention } from '#contract/figure'
import type { NodeId } from '#contract/ids'
import { isPrior } from './period/period-words'
import { pattern } from '#model/pattern'

/** A mention with what comparing it needs. */
export interface ComparableFigure {
  readonly mention: FigureMention
  readonly measureKey: string | null
  readonly periodKey: string | null
  readonly slack: number
  readonly compared: boolean
  /** True where the number says how much something changed by. */
  readonly isChange: boolean
  /** True for a number of a table over which no scale stands: it may be told in thousands or millions. */
  readonly isUnscaled?: boolean
}

/** A change is no level: "up 5 %" is compared with other changes only, which differ by base and are left alone. */
const isComparable = (figure: ComparableFigure): boolean => {
  const { mention, measureKey, periodKey, compared, isChange } = figure
  if (!measureKey || !periodKey || isPrior(periodKey) || periodKey.startsWith('many:') || compared || isChange || mention.unit === null)
    return false
  return !(mention.unit === '%' && mention.direction !== null)
}

/** Whether two values, each times its scale, can be one value rounded differently. */
const agreeAt = (a: ComparableFigure, b: ComparableFigure, scaleA: number, scaleB: number): boolean =>
  Math.abs(Math.abs(a.mention.value) * scaleA - Math.abs(b.mention.value) * scaleB) <= Math.max(a.slack * scaleA, b.slack * scaleB) * 1.01

/** What a number may stand for: itself, and where no scale is told, thousands and millions. */
const scalesOf = ({ isUnscaled }: ComparableFigure): readonly number[] => isUnscaled === true ? [1, 1e3, 1e6] : [1]

const agree = (a: ComparableFigure, b: ComparableFigure): boolean =>
  scalesOf(a).some((scaleA) => scalesOf(b).some((scaleB) => agreeAt(a, b, scaleA, scaleB)))

/** The measures that a release tells once for the whole company. */
const WHOLE_COMPANY = pattern()`
  ^(?:(?:pro forma|adjusted|diluted|gaap|non) ?)*(?:revenue|net sales|net income|net loss|diluted eps|earnings per share
  |diluted earnings per share)(?: \w+)?$`

/** Whether two mentions should be one: in different places, or in two sentences on a measure of the whole company. */
const tellsAgain = (a: ComparableFigure, b: ComparableFigure): boolean =>
  a.mention.place !== b.mention.place ||
  (a.mention.place !== 'table' && a.mention.sentence !== b.mention.sentence && WHOLE_COMPANY.test(a.measureKey ?? ''))

/** Marks mentions of the same measure and period, in different places or sentences, that tell different values. */
export const markConflicts = (figures: readonly ComparableFigure[]): FigureMention[] => {
  const groups = new Map<string, ComparableFigure[]>()
  for (const figure of figures) {
    if (!isComparable(figure)) continue
    const key = `${figure.measureKey ?? ''}|${figure.periodKey ?? ''}|${figure.mention.unit ?? ''}`
    const known = groups.get(key)
    if (known) known.push(figure)
    else groups.set(key, [figure])
  }
  const against = new Map<NodeId, NodeId[]>()
  for (const group of groups.values()) {
    if (group.length > 40) continue
    for (const figure of group) {
      const others = group.filter((other) => other !== figure && tellsAgain(figure, other) && !agree(figure, other))
      if (others.length > 0) against.set(figure.mention.id, others.map((other) => other.mention.id))
    }
  }
  return figures.map(({ mention }) => {
    const conflictsWith = against.get(mention.id)
    return conflictsWith ? { ...mention, conflictsWith } : mention
  })
}
