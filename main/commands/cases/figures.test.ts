import { describe, expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { readCase } from './read-case'

const figuresOf = (name: string): readonly FigureMention[] => readCase(name)[0]?.figures ?? []
const valuesOf = (name: string): readonly number[] => figuresOf(name).map(({ value }) => value)
const periodOf = (name: string, words: string): string | null => {
  const figure = figuresOf(name).find(({ text }) => text.includes(words))
  expect(figure, `${name}: ${words}`).toBeDefined()
  return figure?.period ?? null
}
const conflictsOf = (name: string): readonly string[] =>
  figuresOf(name).filter(({ conflictsWith }) => conflictsWith.length > 0).map(({ text }) => text)

describe('amounts told respectively (A4)', () => {
  it.each([
    ['fig-respectively-as-of.htm', '$6.3', 'March 31, 2025', '$6.8', 'June 30, 2024'],
    ['fig-respectively-as-of-front.htm', '$214', 'June 30, 2025', '$291', 'December 31, 2024'],
    ['fig-respectively-during.htm', '$62', 'September 1, 2025', '$41', 'September 2, 2024']
  ])('%s', (name, first, firstPeriod, second, secondPeriod) => {
    expect(periodOf(name, first)).toContain(firstPeriod)
    expect(periodOf(name, second)).toContain(secondPeriod)
  })
})

describe('the three and six months (A5)', () => {
  it('give the first sum the shorter span', () => {
    expect(periodOf('fig-three-and-six-months.htm', '$19')).toBe('three months ended June 30, 2025')
    expect(periodOf('fig-three-and-six-months.htm', '$36')).toBe('six months ended June 30, 2025')
    expect(periodOf('fig-three-and-six-months.htm', '$17') ?? '').not.toContain('2025')
    expect(periodOf('fig-three-and-nine-months.htm', '$12.1')).toBe('three months ended September 30, 2025')
    expect(periodOf('fig-respectively-behind.htm', '$3.2')).toContain('three')
    expect(periodOf('fig-respectively-behind.htm', '$6.0')).toContain('six')
  })
  it.each(['fig-three-and-nine-months.htm', 'fig-respectively-behind.htm'])('make no conflict in %s', (name) => {
    expect(conflictsOf(name)).toEqual([])
  })
})

describe('ranges (A6)', () => {
  it.each(['fig-range-dash.htm', 'fig-range-to.htm', 'fig-range-hyphen.htm'])('%s has one scale word for both ends', (name) => {
    expect(valuesOf(name)).toEqual([45_000_000, 50_000_000])
  })
  it('have no negative end', () => {
    expect(valuesOf('fig-range-percent.htm')).toEqual([12.8, 13])
  })
  it('of years are no figures', () => {
    expect(valuesOf('fig-fiscal-2023-24.htm')).toEqual([1_943_000_000])
    expect(valuesOf('fig-year-range.htm')).toEqual([1_943_000_000, 45_000_000, 50_000_000, 3_500_000, 4_500_000, 12.8, 13])
  })
})

describe('signs (A7)', () => {
  it('are read from a minus and from "negative"', () => {
    expect(valuesOf('fig-minus-sign.htm')).toEqual([-4_500_000])
    expect(valuesOf('fig-negative-word.htm')).toEqual([-3_100_000])
  })
})

describe('marks of notes (A8)', () => {
  it('are no digits of a sentence', () => {
    expect(valuesOf('fig-sup-in-sentence.htm')).toEqual([12, 45_300_000])
  })
  it('are no digits of a table', () => {
    expect(valuesOf('fig-sup-in-table.htm')).toEqual([1_204_000_000, 1_100_000_000, 61_000_000, 44_000_000])
    expect(valuesOf('fig-sup-paren-negative.htm')).toEqual([-31_000_000, -29_000_000, -18_000_000, -20_000_000])
    expect(valuesOf('table-sup-footnote.htm')).toEqual([45_000_000, 12, 1_204_000_000, 1_100_000_000, -31_000_000, -29_000_000])
  })
})

describe('currencies (A9)', () => {
  it('are read from what stands at the number', () => {
    expect(figuresOf('fig-currencies.htm').map(({ text, unit }) => [text, unit])).toEqual([
      ['C$4.5 million', 'CAD'],
      ['RMB 3.2 million', 'CNY'],
      ['US$7.1 million', 'USD'],
      ['NT$9 million', 'TWD'],
      ['HK$2.5 billion', 'HKD'],
      ['A$1.1 million', 'AUD']
    ])
  })
  it('are read from the head of a table, and from the line above it', () => {
    expect(figuresOf('fig-table-currency.htm').map(({ value, unit }) => [value, unit])).toEqual([
      [12_340_000, 'CNY'],
      [11_205_000, 'CNY'],
      [2_340_000, 'CAD'],
      [1_205_000, 'CAD'],
      [77_000_000, 'EUR']
    ])
  })
})

describe('scales of tables (A10)', () => {
  it('are told of money and of shares apart', () => {
    expect(valuesOf('fig-two-scales.htm')).toEqual(expect.arrayContaining([918_000_000, -604_000_000]))
    expect(valuesOf('fig-two-scales.htm')).not.toContain(918_000)
    const reversed = figuresOf('fig-two-scales-reversed.htm').map(({ value, unit }) => [value, unit])
    expect(reversed).toEqual(expect.arrayContaining([[4_009_000_000, 'USD'], [-118_000_000, 'USD']]))
  })
  it('do not hold for rows of one share, but for amounts that only name it', () => {
    const figures = figuresOf('fig-dividend-row-per-share.htm').map(({ value, unit }) => [value, unit])
    expect(figures).toEqual(expect.arrayContaining([[-1_318_000_000, 'USD'], [2.1, 'USD/share']]))
  })
  it('do not hold for a column of rates', () => {
    const rates = figuresOf('fig-tax-rate-table.htm').filter(({ text }) => /0\.7|2\.9/.test(text))
    expect(rates.map(({ value, unit }) => [value, unit])).toEqual([[0.7, '%'], [-2.9, '%']])
  })
  it('that are not told make no conflict', () => {
    expect(conflictsOf('fig-table-no-scale.htm')).toEqual([])
  })
})

describe('a scale given once (A11)', () => {
  it('holds for the list behind it, whose years are the periods', () => {
    expect(valuesOf('fig-inline-scale-list.htm')).toEqual([212_400_000, 205_900_000, 198_000_000])
    expect(periodOf('fig-inline-scale-list.htm', '212.4')).toContain('2024')
  })
  it('holds for the document', () => {
    expect(valuesOf('fig-document-scale.htm')).toEqual([37_000_000])
  })
  it('is that of the fact on the same words', () => {
    expect(valuesOf('fig-against-fact.htm')).toEqual([37_000_000])
    const [figure] = figuresOf('fig-against-fact.htm')
    expect(figure).toMatchObject({ unit: 'USD', period: 'three months ended March 31, 2025' })
    expect(figure?.fact).toMatchObject({ concept: 'us-gaap:AmortizationOfIntangibleAssets', differs: ['value'],
      read: { value: 37, unit: 'USD' } })
  })
})

describe('what is no level (C1)', () => {
  it('makes no conflict', () => {
    expect(conflictsOf('fig-driven-by.htm')).toEqual([])
    expect(conflictsOf('fig-improved-by.htm')).toEqual([])
  })
  it('is named by its own words', () => {
    const cause = figuresOf('fig-driven-by.htm').find(({ text }) => text.includes('61.2'))
    expect(cause?.measure).toContain('loss on disposal')
    const threshold = figuresOf('fig-smaller-reporting-company.htm').find(({ text }) => text.includes('700'))
    expect(threshold).toBeDefined()
    expect(threshold?.measure ?? '').not.toContain('revenue')
  })
  it('is the number of a clause', () => {
    expect(figuresOf('fig-clause-number.htm')).toEqual([])
  })
  it('keeps its brackets', () => {
    expect(figuresOf('fig-bracket-text.htm').map(({ text, value }) => [text, value])).toEqual([['$(12.4) million', -12_400_000], ['$(0.31)',
      -0.31]])
  })
})
