import type { FilingSummary } from '#contract/library'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterFilings, formWords, NEWEST_FIRST, nextSort, sizeWords, sortFilings, type LibraryColumn } from './library-list'

const filing = (id: string, more: Partial<FilingSummary> = {}): FilingSummary => ({
  id, fileName: `${id}.txt`, title: id, company: null, form: null, exhibit: null, accession: null, cik: null, filedAt: null, format: 'text', encoding: 'utf-8', bytes: 1, sha256: '', textSha256: '',
  importedAt: '2026-01-01T00:00:00Z', openedAt: null, documents: 1, annotations: 0, notes: 0, openQuestions: 0, suggestions: 0, decided: 0, trashedAt: null, period: null, folders: [], tags: [], described: false, ...more
})
const ids = (filings: readonly FilingSummary[]): readonly string[] => filings.map(({ id }) => id)

describe('sortFilings', () => {
  const filings = [filing('a', { filedAt: '2006-09-27', notes: 2, form: '8-K', exhibit: 'EX-99.10' }), filing('b', { importedAt: '2026-02-01T00:00:00Z' }), filing('c', { filedAt: '2024-01-01', notes: 10, form: '8-K', exhibit: 'EX-99.2' })]

  it.each([
    [NEWEST_FIRST, ['b', 'a', 'c']], [{ column: 'filedAt' as const, descending: true }, ['c', 'a', 'b']], [{ column: 'filedAt' as const, descending: false }, ['a', 'c', 'b']],
    [{ column: 'notes' as const, descending: true }, ['c', 'a', 'b']], [{ column: 'form' as const, descending: false }, ['c', 'a', 'b']]
  ])('sorts by %o, what is not known last', (sort, expected) => {
    expect(ids(sortFilings(filings, sort))).toEqual(expected)
  })

  it('neither loses nor doubles a filing, and leaves its input as it was', () => {
    const column = fc.constantFrom<LibraryColumn>('title', 'company', 'form', 'filedAt', 'importedAt', 'annotations', 'notes', 'openQuestions')
    fc.assert(fc.property(fc.array(fc.record({ title: fc.string(), company: fc.option(fc.string()), notes: fc.nat() })), column, fc.boolean(), (parts, by, descending) => {
      const list = parts.map((part, index) => filing(String(index), part))
      const before = ids(list)
      expect([...ids(sortFilings(list, { column: by, descending }))].sort()).toEqual([...before].sort())
      expect(ids(list)).toEqual(before)
    }))
  })

  it('turns a column round when its head is pressed again', () => {
    expect(nextSort(NEWEST_FIRST, 'importedAt')).toEqual({ column: 'importedAt', descending: false })
    expect(nextSort(NEWEST_FIRST, 'title')).toEqual({ column: 'title', descending: false })
    expect(nextSort(NEWEST_FIRST, 'notes')).toEqual({ column: 'notes', descending: true })
  })
})

describe('filterFilings', () => {
  const filings = [filing('a', { title: 'Results of the study', company: 'Harrow Ridge', form: '8-K' }), filing('b', { title: 'Annual report', form: '10-K' })]
  it.each([['', ['a', 'b']], ['  ', ['a', 'b']], ['ridge results', ['a']], ['10-k', ['b']], ['B.TXT', ['b']], ['ridge 10-k', []]])('finds "%s"', (query, expected) => {
    expect(ids(filterFilings(filings, query))).toEqual(expected)
  })
})

describe('words', () => {
  it('names form and size', () => {
    expect([formWords(filing('a', { form: '8-K', exhibit: 'EX-99.2' })), formWords(filing('a', { exhibit: 'EX-99.1' })), formWords(filing('a'))]).toEqual(['8-K · EX-99.2', 'EX-99.1', ''])
    expect([0, 999, 1000, 999_499, 4_100_000].map(sizeWords)).toEqual(['0 bytes', '999 bytes', '1 KB', '999 KB', '4.1 MB'])
  })
})
