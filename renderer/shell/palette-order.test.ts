import { expect, it } from 'vitest'
import { FILING_VALUE, paletteScore } from './palette-order'

const filing = (typed: string): number =>
  paletteScore(`${FILING_VALUE}id-7`, typed, ['Harrow Ridge reports results to compare', 'Harrow Ridge Inc.'])

it('lists the commands that hold the words before the filings that do', () => {
  expect(paletteScore('Filing Compare with another filing…', 'compare')).toBeGreaterThan(filing('compare'))
  expect(paletteScore('View Larger text', 'harrow')).toBeLessThan(filing('harrow'))
  expect(filing('ridge results')).toBeGreaterThan(1)
  expect(filing('id-7')).toBe(0)
})

it('finds a command by its letters where it does not hold the words', () => {
  expect(paletteScore('Filing Export PDF…', 'expdf')).toBeGreaterThan(0)
  expect(paletteScore('Filing Export PDF…', 'qqq')).toBe(0)
})
