import { describe, expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { readBody, readSample, DATELINE } from '../../fixtures/sample-document'

const figuresOf = (...texts: readonly string[]): readonly FigureMention[] => readBody(...texts).detection.figures
const only = (text: string): FigureMention | undefined => figuresOf(text)[0]

describe('numbers', () => {
  it.each([
    ['Revenue was $4.5 million.', '$4.5 million', 4_500_000, 'USD'], ['Margin rose to 38.7 percent.', '38.7 percent', 38.7, '%'],
    ['Earnings were $0.22 per diluted share.', '$0.22', 0.22, 'USD/share'], ['The net loss was ($1.25) per share.', '$1.25', -1.25, 'USD/share'],
    ['The yield fell 25 basis points.', '25 basis points', 25, 'basis points'], ['Tamsel sold 12,500 units.', '12,500 units', 12_500, 'units'], ['Sales were €3 billion.', '€3 billion', 3_000_000_000, 'EUR']
  ])('reads "%s"', (text, shown, value, unit) => {
    const figure = only(text)
    expect(figure?.text).toBe(shown)
    expect(figure?.value).toBe(value)
    expect(figure?.unit).toBe(unit)
  })
  it.each([
    'The board met on March 3, 2012.', 'Call at 10:30 a.m. on Friday.', 'See Note 4 and Form 10-K.', 'Section 27A applies, as does Rule 144.', 'Call (555) 010-4410.', 'The balm BX1801 is sold in Oslo.', 'The Phase 3 trial ended.'
  ])('leaves "%s" without figures', text => {
    expect(figuresOf(text)).toEqual([])
  })
})

describe('what a number measures', () => {
  it('knows measure, period and direction', () => {
    expect(only('Net sales for the third quarter rose 12% on last year.')).toMatchObject({ measure: 'Net sales', period: 'third quarter', direction: 'up', place: 'body' })
  })
  it('gives the number behind "compared with" its own period', () => {
    const [now, before] = figuresOf('Revenue for the quarter ended March 31, 2012 was $25 million compared with $20 million in the prior year.')
    expect(now?.period).toBe('quarter ended March 31, 2012')
    expect(before?.period).toBe('prior year')
  })
  it('names statistics', () => {
    expect(only('The balm worked (p<0.05).')?.measure).toBe('p-value')
    expect(only('The balm group (n=40) was large.')?.measure).toBe('sample size')
  })
  it('knows a quotation from the body', () => {
    const sample = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['quote', '"Revenue reached $9 million," said Ada Quist, President of Tamsel.']])
    expect(sample.detection.figures[0]?.place).toBe('quotation')
  })
})

describe('the same measure told differently', () => {
  const told = (headline: string, body: string): readonly FigureMention[] => readSample([
    ['title', headline], DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['paragraph', body]
  ]).detection.figures
  it('is flagged on both sides', () => {
    const [first, second] = told('TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'Second quarter revenue was $9.1 million.')
    expect(first?.conflictsWith).toEqual([second?.id])
    expect(second?.conflictsWith).toEqual([first?.id])
  })
  it.each([
    ['is rounded', 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'Second quarter revenue was $9,412,000.'],
    ['is of another quarter', 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'First quarter revenue was $9.1 million.'],
    ['is of another measure', 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'Second quarter net income was $9.1 million.'],
    ['is only compared', 'TAMSEL REPORTS SECOND QUARTER REVENUE OF $9.4 MILLION', 'Second quarter revenue was $9.4 million compared with $8.0 million.']
  ])('is not flagged where it %s', (_, headline, body) => {
    expect(told(headline, body).flatMap(figure => figure.conflictsWith)).toEqual([])
  })
})
