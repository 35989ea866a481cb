import { expect, test } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { followedBy } from './followed-measure'

const figure = (more: Partial<FigureMention>): FigureMention => ({
  id: 'f1',
  range: { start: 0, end: 5 },
  text: '1,234',
  value: 1234,
  unit: 'USD',
  measure: 'Net sales',
  period: 'three months ended March 31, 2007',
  direction: null,
  place: 'table',
  conflictsWith: [],
  ...more
} as FigureMention)

test('a figure is followed by its measure, its unit and the length of its period', () => {
  expect(followedBy(figure({}))).toMatchObject({ unit: 'USD', months: 3 })
  expect(followedBy(figure({ measure: 'net  SALES' }))?.key).toBe(followedBy(figure({}))?.key)
  expect(followedBy(figure({ measure: 'Gross profit' }))?.key).not.toBe(followedBy(figure({}))?.key)
  expect(followedBy(figure({ period: 'March 31, 2007' }))?.months).toBe(0)
})

test.each([
  ['no measure', { measure: null }],
  ['no period', { period: null }],
  ['a period without an end', { period: 'the quarter' }],
  ['only a change', { isChange: true }]
])('a figure with %s is not followed', (_what, more) => {
  expect(followedBy(figure(more as Partial<FigureMention>))).toBeNull()
})
