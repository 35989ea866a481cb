import { describe, expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import type { Fact } from '#contract/filing'
import { readBody } from '../../fixtures/sample-document'
import { detect } from '../detect'
import { differenceWarnings } from './difference-warnings'

const factOn = (raw: string, words: string, parts: Partial<Fact>): Fact => {
  const start = raw.indexOf(words)
  return { id: `x${start}`, concept: 't:Rent', context: 'c', entity: null, period: '2025-01-01/2025-03-31', dimensions: [], unit: 'USD',
    decimals: null, value: '0', hidden: false, range: { start, end: start + words.length }, ...parts }
}

const read = (text: string, ...facts: readonly (readonly [string, Partial<Fact>])[]): readonly FigureMention[] => {
  const { raw, input } = readBody(text)
  return detect({ ...input, facts: facts.map(([words, parts]) => factOn(raw, words, parts)) }).figures
}

describe('a figure on a fact', () => {
  it('takes its value, unit and period, and says so', () => {
    const [figure] = read('Rent was $37.', ['37', { value: '37000000' }])
    expect(figure).toMatchObject({ value: 37_000_000, unit: 'USD', period: 'three months ended March 31, 2025' })
    expect(figure?.fact).toEqual({ id: figure?.fact?.id, concept: 't:Rent', differs: ['value'],
      read: { value: 37, unit: 'USD', period: null } })
  })
  it('keeps its own words for a period that they name rightly', () => {
    const [figure] = read('Rent for the first quarter of 2025 was $37 million.', ['37', { value: '37000000' }])
    expect(figure?.period).toBe('first quarter of 2025')
    expect(figure?.fact).toEqual({ id: figure?.fact?.id, concept: 't:Rent' })
  })
  it('takes a rate as the percentage it is', () => {
    const [figure] = read('The rate was 12.5% in 2025.', ['12.5', { value: '0.125', unit: 'pure' }])
    expect(figure).toMatchObject({ value: 12.5, unit: '%' })
    expect(figure?.fact?.differs).toBeUndefined()
  })
  it('stays as it is where two facts on it disagree', () => {
    const [figure] = read('Rent was $37.', ['37', { value: '37000000' }], ['37', { value: '38000000' }])
    expect(figure).toMatchObject({ value: 37 })
    expect(figure?.fact).toBeUndefined()
  })
  it('keeps the words of a time that lies behind the day of the accounts', () => {
    const [figure] = read('Tamsel expects to pay $37 million in 2026.', ['37', { value: '37000000', period: '2025-12-31' }])
    expect(figure?.period).toBe('in 2026')
    expect(figure?.fact?.differs).toBeUndefined()
  })
  it('has its sign, and says that another one is in sight', () => {
    const [figure] = read('Other items, net were ($158).', ['158', { value: '158' }])
    expect(figure).toMatchObject({ value: 158, fact: { shownNegative: true } })
    expect(figure?.fact?.differs).toBeUndefined()
  })
  it('leaves the others alone', () => {
    const figures = read('Rent was $37, and tax was $12.', ['37', { value: '37000000' }])
    expect(figures.map(({ value, fact }) => [value, fact === undefined])).toEqual([[37_000_000, false], [12, true]])
  })
})

describe('the warning of a document', () => {
  it('tells how many read otherwise, and the first', () => {
    const warnings = differenceWarnings(read('Rent was $37, and tax was $12.', ['37', { value: '37000000' }], ['$12', { value: '12000' }]))
    expect(warnings.map(({ code }) => code)).toEqual(['figure-differs'])
    expect(warnings[0]?.message).toContain('2 figures read otherwise')
    expect(warnings[0]?.message).toContain('the words say 37, the fact 37,000,000.')
  })
  it('is none where all agree', () => {
    expect(differenceWarnings(read('Rent was $37 million.', ['37', { value: '37000000', period: '2025-03-31' }]))).toEqual([])
  })
})
