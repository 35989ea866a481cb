import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_MARKS, type Facet, facetCounts, FACETS, filtered, type FilterMark, isOpen, type MarkFilter, toggled } from './mark-filter'

const EMPTY: FilterMark['values'] = { kind: [], tag: [], colour: [], status: [], section: [], speaker: [], date: [] }
const mark = (key: string, words: string, values: Partial<FilterMark['values']>): FilterMark => ({ key, ref: null, annotation: null,
  notes: [], range: null, words, values: { ...EMPTY, ...values } })

const MARKS: readonly FilterMark[] = [
  mark('a', 'Sales of the Wick lamp rose', { kind: ['highlight'], tag: ['claim'], colour: ['blue'], section: ['Results'] }),
  mark('b', 'A résumé of the year', { kind: ['highlight', 'note'], tag: ['risk'], colour: ['pink'], status: ['open'],
    section: ['Results'] }),
  mark('c', 'We expect to open a kiln', { kind: ['core'], status: ['undecided'], section: ['Outlook'] })
]

const keys = (filter: MarkFilter): readonly string[] => filtered(MARKS, filter).map(({ key }) => key)
const counted = (filter: MarkFilter, facet: Facet): Record<string, number> => Object.fromEntries(facetCounts(MARKS, filter)[facet])

describe('filtered', () => {
  it('lets everything through while nothing is asked for', () => {
    expect(isOpen(ALL_MARKS)).toBe(true)
    expect(keys(ALL_MARKS)).toEqual(['a', 'b', 'c'])
  })

  it('takes any value of one facet and all facets together', () => {
    expect(keys({ text: '', chosen: { tag: ['claim', 'risk'] } })).toEqual(['a', 'b'])
    expect(keys({ text: '', chosen: { tag: ['claim', 'risk'], kind: ['note'] } })).toEqual(['b'])
    expect(keys({ text: '', chosen: { section: ['Outlook'], kind: ['note'] } })).toEqual([])
  })

  it('finds words in any order, without their accents and in any case', () => {
    expect(keys({ text: ' YEAR resume ', chosen: {} })).toEqual(['b'])
    expect(keys({ text: 'results', chosen: {} })).toEqual(['a', 'b'])
  })
})

describe('facetCounts', () => {
  it('counts what stands in each value while nothing is chosen', () => {
    expect(counted(ALL_MARKS, 'kind')).toEqual({ highlight: 2, note: 1, core: 1 })
  })

  it('keeps the other values of the chosen facet, and narrows the other facets by it', () => {
    const filter: MarkFilter = { text: '', chosen: { tag: ['claim'] } }
    expect(counted(filter, 'tag')).toEqual({ claim: 1, risk: 1 })
    expect(counted(filter, 'kind')).toEqual({ highlight: 1 })
    expect(counted(filter, 'section')).toEqual({ Results: 1 })
  })

  it('counts only what has the words asked for', () => {
    expect(counted({ text: 'kiln', chosen: {} }, 'section')).toEqual({ Outlook: 1 })
  })
})

const VALUES = ['one', 'two', 'three'] as const
const someValues = fc.uniqueArray(fc.constantFrom(...VALUES), { maxLength: 2 })
const anyMark = fc.record({ words: fc.constantFrom('lamp', 'kiln', 'lamp and kiln'), kind: someValues, tag: someValues,
  status: someValues })
  .map(({ words, ...values }) => mark(words, words, values))
const anyFilter: fc.Arbitrary<MarkFilter> = fc.record({
  text: fc.constantFrom('', 'lamp', 'kiln'),
  chosen: fc.record({ kind: someValues, tag: someValues, status: someValues })
})

describe('the law of live counts', () => {
  it('a value of a facet in which nothing is chosen is counted as many times as marks are left by a click on it', () => {
    fc.assert(fc.property(fc.array(anyMark, { maxLength: 20 }), anyFilter, (marks, filter) => {
      const counts = facetCounts(marks, filter)
      for (const facet of FACETS) {
        if ((filter.chosen[facet] ?? []).length > 0) continue
        for (const value of VALUES) {
          expect(counts[facet].get(value) ?? 0).toBe(filtered(marks, toggled(filter, facet, value)).length)
        }
      }
    }))
  })

  it('choosing a value and letting it go again changes nothing', () => {
    fc.assert(fc.property(fc.array(anyMark, { maxLength: 20 }), anyFilter, fc.constantFrom(...FACETS), (marks, filter, facet) => {
      const wanted = filter.chosen[facet]?.includes('one') ? filter : toggled(filter, facet, 'one')
      const back = toggled(wanted, facet, 'one')
      expect(filtered(marks, toggled(back, facet, 'one'))).toEqual(filtered(marks, wanted))
    }))
  })
})
