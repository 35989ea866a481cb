import { expect, it } from 'vitest'
import { filterHints, filterWords, queryHints } from './query-hints'

const told = (query: string): readonly string[] => queryHints(query).map(({ range }) => query.slice(range.start, range.end))

it('tells a query word that there is not, and which there are', () => {
  expect(told('author:smith cash')).toEqual(['author:'])
  expect(queryHints('author:smith')[0]?.remedy).toContain('company:, form:')
  for (const query of ['company:harrow', 'Form:8-K', 'NYSE:ABC', 'https://example.org', '10:30', 'cash: flow', 'tag:', ''])
    expect(told(query), query).toEqual([])
})

it('tells a quotation mark that is left open, once something stands behind it', () => {
  expect(told('cash "going conc')).toEqual(['"going conc'])
  expect(told('“going concern” "and')).toEqual(['"and'])
  for (const query of ['"going concern"', '"', 'cash "', '“a” “b”']) expect(told(query), query).toEqual([])
})

it('tells in a filter that query words belong to the search', () => {
  expect(filterHints('form:8-K')[0]?.message).toContain('belongs to the search')
  expect(filterHints('maker:x "open')).toHaveLength(2)
  expect(filterHints('8-K harrow')).toEqual([])
})

it('marks the whole of what it speaks of, and takes two letters for a word of the query, three capitals for an exchange', () => {
  expect(told('say:x')).toEqual(['say:'])
  expect(told('NY:ABC')).toEqual(['NY:'])
  expect(told('x:ABC')).toEqual([])
  expect(queryHints('maker:x "open').map(({ range }) => [range.start, range.end])).toEqual([[0, 6], [8, 13]])
  expect(filterHints('a maker:x')[0]?.range).toEqual({ start: 2, end: 8 })
})

it('takes phrases in quotes as one', () => {
  expect(filterWords('Harrow “Second  trial” 8-K')).toEqual(['harrow', 'second  trial', '8-k'])
  expect(filterWords('"second trial')).toEqual(['second trial'])
  expect(filterWords(' "" ')).toEqual([])
})
