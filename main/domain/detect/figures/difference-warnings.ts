import type { FigureMention } from '#contract/figure'
import type { Warning } from '#contract/filing'

const shown = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 10 })

/** One warning for a document whose figures read otherwise than the facts of inline XBRL they stand on, with the place of the first; none where all agree. */
export const differenceWarnings = (figures: readonly FigureMention[]): Warning[] => {
  const differing = figures.filter(({ fact }) => fact?.differs !== undefined)
  const first = differing.find(({ fact }) => fact?.differs?.includes('value') === true) ?? differing[0]
  if (!first?.fact?.differs) return []
  const { text, value, unit, period, range, fact } = first
  const told = (parts: { readonly value: number; readonly unit: string | null; readonly period: string | null }): string => {
    if (first.fact?.differs?.includes('value') === true) return shown(parts.value)
    return first.fact?.differs?.includes('unit') === true ? parts.unit ?? 'no unit' : parts.period ?? 'no period'
  }
  const many = differing.length === 1 ? 'One figure reads' : `${differing.length.toLocaleString('en-US')} figures read`
  const message = `${many} otherwise than the inline XBRL fact on the same words, which was taken; the first is “${text}”: the words say ${
    told(fact.read ?? { value, unit, period })
  }, the fact ${told({ value, unit, period })}.`
  return [{ code: 'figure-differs', message, range }]
}
