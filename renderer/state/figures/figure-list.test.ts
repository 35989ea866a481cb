import type { FigureMention } from '#contract/figure'
import type { Fact } from '#contract/filing'
import { describe, expect, it } from 'vitest'
import { ALL_FACTS, ALL_FIGURES, conflictsOf, filterFacts, filterFigures, sortFigures } from './figure-list'

const figure = (id: string, value: number, more: Partial<FigureMention> = {}): FigureMention => ({
  id,
  range: { start: Number(id) * 10, end: Number(id) * 10 + 3 },
  text: String(value),
  value,
  unit: null,
  measure: null,
  period: null,
  direction: null,
  place: 'body',
  sentence: null,
  conflictsWith: [],
  ...more
})
const figures = [
  figure('1', 12, { unit: 'USD', measure: 'revenue', period: '2007', place: 'headline', conflictsWith: ['3'] }),
  figure('2', 40, { unit: '%', measure: 'margin', place: 'table' }),
  figure('3', 13, { unit: 'USD', measure: 'revenue', period: '2007', conflictsWith: ['1', '4'] }),
  figure('4', 14, { unit: 'USD', measure: 'revenue', period: '2007', place: 'quotation', conflictsWith: ['3'] }),
  figure('5', 7)
]
const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join('')

describe('the register of figures', () => {
  it('filters by words, place, unit and conflict, all at once', () => {
    expect(ids(filterFigures(figures, ALL_FIGURES))).toBe('12345')
    expect(ids(filterFigures(figures, { ...ALL_FIGURES, text: 'REV 2007' }))).toBe('134')
    expect(ids(filterFigures(figures, { ...ALL_FIGURES, places: ['table', 'headline'] }))).toBe('12')
    expect(ids(filterFigures(figures, { ...ALL_FIGURES, units: [''] }))).toBe('5')
    expect(ids(filterFigures(figures, { ...ALL_FIGURES, named: true }))).toBe('1234')
    expect(ids(filterFigures(figures, { ...ALL_FIGURES, conflicts: true, places: ['body'] }))).toBe('3')
  })

  it('sorts by place, by measure with the unnamed last, and by value within a unit', () => {
    expect(ids(sortFigures([...figures].reverse(), 'place'))).toBe('12345')
    expect(ids(sortFigures(figures, 'measure'))).toBe('21345')
    expect(ids(sortFigures(figures, 'value'))).toBe('24315')
  })

  it('puts every mention of a measure told differently together', () => {
    const conflicts = conflictsOf(figures)
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]).toMatchObject({ measure: 'revenue', period: '2007' })
    expect(ids(conflicts[0]?.mentions ?? [])).toBe('134')
    expect(conflictsOf([figure('1', 1)])).toEqual([])
  })
})

describe('the facts of inline XBRL', () => {
  const fact = (id: string, concept: string, more: Partial<Fact> = {}): Fact => ({
    id,
    concept,
    context: 'c',
    entity: null,
    period: '2023-12-31',
    dimensions: [],
    unit: 'USD',
    decimals: '-6',
    value: '9366000000',
    hidden: false,
    range: { start: 0, end: 1 },
    ...more
  })
  const facts = [fact('1', 'us-gaap:CashAndCashEquivalents'),
    fact('2', 'us-gaap:Goodwill', { value: '5', dimensions: ['segment: Patches'] })]

  it('finds by words of the concept, the grouped value, the period or a dimension', () => {
    for (const [text, found] of [['cash equivalents', '1'], ['9,366', '1'], ['2023-12-31', '12'], ['patches', '2'], ['goodwill 9', '']]) {
      expect(ids(filterFacts(facts, { ...ALL_FACTS, text: text ?? '' })), text).toBe(found)
    }
    expect(ids(filterFacts(facts, { text: '', plain: true }))).toBe('1')
    expect(ids(filterFacts([fact('1', 'dei:AmendmentFlag', { hidden: true }), fact('2', 'us-gaap:Goodwill')], ALL_FACTS)),
      'what the page hides comes last').toBe('21')
  })
})
