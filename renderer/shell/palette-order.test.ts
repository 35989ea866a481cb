import { expect, it } from 'vitest'
import type { FilingSummary } from '#contract/library'
import { bestFilings, FILING_VALUE, paletteScore } from './palette-order'

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

it('looks for what is typed in all filings before it keeps the first fifty', () => {
  const named = (at: number): FilingSummary =>
    ({ id: `f${String(at)}`, title: at === 180 ? 'Marrow Lane names a chairman' : `Elm Cove reports quarter ${String(at)}`, company: null,
      form: '8-K', exhibit: null, fileName: `f${String(at)}.txt` }) as unknown as FilingSummary
  const shelf = Array.from({ length: 200 }, (_, at) => named(at))
  expect(bestFilings(shelf, 'marrow lane').map(({ id }) => id)).toEqual(['f180'])
  expect(bestFilings(shelf, '  ')).toHaveLength(50)
  expect(bestFilings(shelf, 'elm cove')).toHaveLength(50)
})
