import type { FigureMention } from '#contract/figure'
import type { FollowedMeasure } from '#model/followed-measure'
import { measureKey } from '#model/measure-key'
import { periodPlace } from '#model/period-order'

/** A figure that tells a measure, with the last day of its period. */
export interface ToldMeasure {
  readonly figure: FigureMention
  readonly period: string
  readonly end: string
}

/** The last part of a name that its table gives in levels: "Revenues: Finance income". */
const lastPart = (measure: string): string => measure.slice(measure.lastIndexOf(':') + 1)

/**
 * The figure of a document that tells a measure for the last period of the wanted length; of several for the same period the first. A
 * measure by its full name goes before one by the last part of it. Null where none does.
 */
export const toldIn = (figures: readonly FigureMention[], { key, unit, months }: FollowedMeasure): ToldMeasure | null => {
  const told = figures.flatMap((figure): (ToldMeasure & { readonly whole: boolean })[] => {
    const { measure, period } = figure
    if (measure === null || period === null || figure.unit !== unit || figure.isChange === true) return []
    const whole = measureKey(measure) === key
    if (!whole && measureKey(lastPart(measure)) !== measureKey(lastPart(key))) return []
    const place = periodPlace(period)
    return place.end === null || place.months !== months ? [] : [{ figure, period, end: place.end, whole }]
  })
  const named = told.some(({ whole }) => whole) ? told.filter(({ whole }) => whole) : told
  const latest = named.reduce<ToldMeasure | null>((best, one) => best !== null && best.end >= one.end ? best : one, null)
  return latest && { figure: latest.figure, period: latest.period, end: latest.end }
}
