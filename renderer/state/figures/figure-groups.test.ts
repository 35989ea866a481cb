import type { FigureMention } from '#contract/figure'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEFORE_SECTIONS, groupFigures, type FigureGrouping } from './figure-groups'

const figure = (at: number, measure: string | null): FigureMention => ({
  id: `n${String(at)}`,
  range: { start: at, end: at + 2 },
  text: '12',
  value: 12,
  unit: 'USD',
  measure,
  period: null,
  direction: null,
  place: 'body',
  sentence: null,
  conflictsWith: []
})
const sectionOf = (offset: number): string | null => (offset < 100 ? null : offset < 1000 ? 'Item 1' : 'Item 7')
const plain: FigureGrouping = { sort: 'place', sectionOf, unfolded: [] }
const long = [figure(5, 'shares'), ...Array.from({ length: 30 }, (_, at) => figure(100 + at, at % 3 === 0 ? null : 'Revenues')),
  ...Array.from({ length: 20 }, (_, at) => figure(1000 + at, 'net loss'))]

describe('the register of many figures', () => {
  it('stands by section, with what has no measure folded away', () => {
    expect(groupFigures(long, long.length, plain).map(({ title, shown, nameless, open }) => [title, shown.length, nameless, open])).toEqual(
      [[BEFORE_SECTIONS, 1, 0, true], ['Item 1', 20, 10, false], ['Item 7', 20, 0, true]]
    )
    expect(groupFigures(long, long.length, { ...plain, unfolded: ['Item 1'] })[1]).toMatchObject({ nameless: 10, open: true,
      shown: { length: 30 } })
  })

  it('stands by measure, told most often first, however a measure is written', () => {
    const groups = groupFigures([...long, figure(2000, 'revenue')], 52, { ...plain, sort: 'measure' })
    expect(groups.map(({ title, shown, nameless }) => [title, shown.length, nameless])).toEqual([['Revenues', 21, 0], ['Net loss', 20, 0], [
      'Shares',
      1,
      0
    ], ['', 0, 10]])
  })

  it('neither loses nor repeats a figure', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom('a', 'b', 'c')), { maxLength: 90 }),
        fc.constantFrom('place' as const, 'measure' as const, 'value' as const), (measures, sort) => {
        const list = measures.map((measure, at) => figure(at * 40, measure))
        const groups = groupFigures(list, list.length, { ...plain, sort })
        expect(groups.reduce((sum, { shown, nameless, open }) => sum + shown.length + (open ? 0 : nameless), 0)).toBe(list.length)
      })
    )
  })
})

it('a short register stays one list by place', () => {
  const short = [figure(1, null), figure(100, 'revenue')]
  expect(groupFigures(short, 2, plain)).toEqual([{ title: '', kind: 'all', shown: short, nameless: 0, open: true }])
})
