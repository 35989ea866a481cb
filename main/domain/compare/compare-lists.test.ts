import { describe, expect, it } from 'vitest'
import type { ComparisonRow } from '#contract/comparison'
import type { FigureMention } from '#contract/figure'
import type { SafeHarbor, SafeHarborItem } from '#contract/finding'
import { compareFigures, compareSafeHarbors } from './compare-lists'

const itemsOf = (texts: readonly string[]): readonly SafeHarborItem[] =>
  texts.map((text, at) => ({ id: `i${String(at)}`, text, start: at * 1000, end: at * 1000 + text.length }) as unknown as SafeHarborItem)
const harbor = (triggers: readonly string[], riskFactors: readonly string[], subjects: readonly string[] = []): SafeHarbor =>
  ({ triggers: itemsOf(triggers), riskFactors: itemsOf(riskFactors), subjects: itemsOf(subjects) }) as unknown as SafeHarbor
const told = (left: SafeHarbor | null, right: SafeHarbor | null, rows: readonly ComparisonRow[] = []): readonly string[] =>
  compareSafeHarbors(left, right, rows).map((item) => `${item.list} ${item.kind}: ${item.left?.text ?? '-'} > ${item.right?.text ?? '-'}`)

describe('two safe harbors', () => {
  it('words are a set: their order and case say nothing, one listed twice counts once', () => {
    expect(told(harbor(['expects', 'May', 'plans'], []), harbor(['may', 'expects', 'believes', 'believes'], []))).toEqual([
      'word same: May > may',
      'word same: expects > expects',
      'word added: - > believes',
      'word removed: plans > -'
    ])
  })
  it('items are matched wherever they stand, and a reworded one is told by its words', () => {
    const [floods, tolls] = ['floods of the river that stop our kilns', 'higher tolls at the northern lock']
    expect(
      told(harbor([], [floods, tolls, 'the loss of our ferryman']),
        harbor([], [tolls, floods.replace('kilns', 'mills'), 'a strike of masons']))
    ).toEqual([
      `risk-factor same: ${tolls} > ${tolls}`,
      `risk-factor reworded: ${floods} > ${floods.replace('kilns', 'mills')}`,
      'risk-factor added: - > a strike of masons',
      'risk-factor removed: the loss of our ferryman > -'
    ])
  })
  it('items that only share the words of their kind are not one reworded', () => {
    expect(told(harbor([], ['the loss of our ferryman', 'tolls']), harbor([], ['tolls', 'the loss of our foundry']))).toEqual([
      'risk-factor same: tolls > tolls',
      'risk-factor added: - > the loss of our foundry',
      'risk-factor removed: the loss of our ferryman > -'
    ])
  })
  it('subjects are told before risk factors, and a side without a safe harbor has none', () => {
    expect(told(null, harbor([], ['floods of the river'], ['our orders']))).toEqual(['subject added: - > our orders',
      'risk-factor added: - > floods of the river'])
    expect(told(harbor([], ['floods of the river'], ['our orders']), null)).toEqual(['subject removed: our orders > -',
      'risk-factor removed: floods of the river > -'])
    expect(told(null, null)).toEqual([])
  })
  it('what stands on the other side, though it is no item there, is the same', () => {
    const text = 'floods of the river'
    const passage = (start: number, end: number) => ({ text: 'some words', range: { start, end } })
    const row = (kind: ComparisonRow['kind'], end: number): ComparisonRow =>
      ({ kind, left: passage(7000, 7100), right: passage(0, end), words: [], moved: false }) as unknown as ComparisonRow
    expect(told(null, harbor([], [text]), [row('same', text.length)])).toEqual([`risk-factor same: ${text} > ${text}`])
    expect(told(null, harbor([], [text]), [row('moved', text.length + 9)])).toEqual([`risk-factor same: ${text} > ${text}`])
    expect(told(null, harbor([], [text]), [row('same', text.length - 1)])).toEqual([`risk-factor added: - > ${text}`])
    expect(told(null, harbor([], [text]), [row('reworded', text.length)])).toEqual([`risk-factor added: - > ${text}`])
  })
})

const figure = (measure: string | null, value: number, more: Partial<FigureMention> = {}): FigureMention =>
  ({ measure, value, period: '2011', unit: 'USD', text: String(value), range: { start: value, end: value + 1 }, ...more }) as FigureMention
const figures = (left: readonly FigureMention[], right: readonly FigureMention[]): readonly string[] =>
  compareFigures(left, right).map((row) =>
    `${row.measure} ${row.period ?? '-'} ${row.unit ?? '-'} ${row.kind}: ${row.left?.text ?? '-'} > ${row.right?.text ?? '-'}`
  )

describe('the figures of two documents', () => {
  it('are joined by measure, period and unit, letters in any case', () => {
    expect(figures([figure('Sales', 41), figure('Orders', 7)], [figure('sales', 42), figure('Orders', 7)])).toEqual([
      'sales 2011 USD number-changed: 41 > 42',
      'Orders 2011 USD same: 7 > 7'
    ])
  })
  it('another period, unit, or a change in place of a level is another figure', () => {
    const sales = figure('Sales', 41)
    for (const more of [{ period: '2012' }, { period: null }, { unit: 'EUR' }, { isChange: true }] as Partial<FigureMention>[])
      expect(compareFigures([sales], [figure('Sales', 41, more)]).map(({ kind }) => kind)).toEqual(['added', 'removed'])
  })
  it('a value that both tell is joined first, the others in order; each value once', () => {
    expect(
      figures([figure('Sales', 41), figure('Sales', 42), figure('Sales', 41)], [figure('Sales', 42), figure('Sales', 43),
        figure('Sales', 44)])
    ).toEqual([
      'Sales 2011 USD same: 42 > 42',
      'Sales 2011 USD number-changed: 41 > 43',
      'Sales 2011 USD added: - > 44'
    ])
  })
  it('what measures nothing is left out, and both values are given where both are', () => {
    expect(figures([figure(null, 41)], [figure(null, 41)])).toEqual([])
    expect(compareFigures([figure('Sales', 41)], [figure('Sales', 43)])[0]?.values).toEqual({ left: 41, right: 43 })
    expect(compareFigures([figure('Sales', 41)], [])[0]).not.toHaveProperty('values')
  })
})
