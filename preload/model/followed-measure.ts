import type { FigureMention } from '#contract/figure'
import { measureKey } from './measure-key'
import { periodPlace } from './period-order'

/** What a figure is followed by through other filings. */
export interface FollowedMeasure {
  readonly key: string
  readonly unit: string | null
  /** The length of its period in months, 0 for a day; null where the words do not tell. */
  readonly months: number | null
}

/** What a figure is followed by; null where it tells no measure, no period that has an end, or only by how much something changed. */
export const followedBy = ({ measure, period, unit, isChange }: FigureMention): FollowedMeasure | null => {
  const { months, end } = periodPlace(period)
  return measure === null || end === null || isChange === true ? null : { key: measureKey(measure), unit, months }
}
