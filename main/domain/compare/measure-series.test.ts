import { expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { followedBy } from '#model/followed-measure'
import { toldIn } from './measure-series'

const figure = (measure: string | null, period: string | null, value: number, more: Partial<FigureMention> = {}): FigureMention => ({
  id: `d1n${String(value)}`,
  range: { start: value, end: value + 1 },
  text: String(value),
  value,
  unit: 'USD',
  measure,
  period,
  direction: null,
  place: 'table',
  sentence: null,
  conflictsWith: [],
  ...more
})

const QUARTER = { key: 'net sale', unit: 'USD', months: 3 }

it('follows a figure by its measure, its unit and the length of its period', () => {
  expect(followedBy(figure('Net sales', 'three months ended June 30, 2024', 5))).toEqual(QUARTER)
  for (const none of [figure(null, '2024', 1), figure('Net sales', null, 1), figure('Net sales', 'prior year period', 1),
    figure('Net sales', '2024', 1, { isChange: true })]) expect(followedBy(none)).toBeNull()
})

it('takes the last period of that length, and never another length or unit', () => {
  const figures = [
    figure('Net sales', 'Three Months Ended 6/30/03', 3),
    figure('Net Sales:', 'Three Months Ended 6/30/04', 4),
    figure('net sales', 'six months ended June 30, 2004', 9),
    figure('Net sales', 'three months ended June 30, 2004', 12, { unit: '%' }),
    figure('Net sales', 'three months ended June 30, 2005', 7, { isChange: true }),
    figure('Cost of sales', 'three months ended June 30, 2005', 8)
  ]
  expect(toldIn(figures, QUARTER)).toMatchObject({ end: '2004-06-30', figure: { value: 4 } })
  expect(toldIn(figures.slice(2), QUARTER)).toBeNull()
})

it('takes a full name before the last part of one', () => {
  const part = figure('Continuing: Net sales', 'three months ended June 30, 2006', 6)
  expect(toldIn([part, figure('Net sales', 'three months ended June 30, 2004', 4)], QUARTER)).toMatchObject({ figure: { value: 4 } })
  expect(toldIn([part], QUARTER)).toMatchObject({ figure: { value: 6 } })
})
