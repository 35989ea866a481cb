import type { FilingSummary } from '#contract/library'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_FILINGS, duplicatesIn, filingsAsCsv, filingsAt, filterFilings, formWords, NEWEST_FIRST, nextSort, rowsOf, sieveFilings,
  sizeWords, sortFilings, workStateOf, type LibraryColumn, type LibraryFilter } from './library-list'

const filing = (id: string, more: Partial<FilingSummary> = {}): FilingSummary => ({
  id,
  fileName: `${id}.txt`,
  title: id,
  company: null,
  form: null,
  exhibit: null,
  accession: null,
  cik: null,
  filedAt: null,
  format: 'text',
  encoding: 'utf-8',
  bytes: 1,
  sha256: '',
  textSha256: '',
  importedAt: '2026-01-01T00:00:00Z',
  openedAt: null,
  documents: 1,
  annotations: 0,
  notes: 0,
  openQuestions: 0,
  suggestions: 0,
  decided: 0,
  trashedAt: null,
  period: null,
  folders: [],
  tags: [],
  described: false,
  ...more
})
const ids = (filings: readonly FilingSummary[]): readonly string[] => filings.map(({ id }) => id)

describe('sortFilings', () => {
  const filings = [filing('a', { filedAt: '2006-09-27', notes: 2, form: '8-K', exhibit: 'EX-99.10' }),
    filing('b', { importedAt: '2026-02-01T00:00:00Z' }), filing('c', { filedAt: '2024-01-01', notes: 10, form: '8-K', exhibit: 'EX-99.2' })]

  it.each([
    [NEWEST_FIRST, ['b', 'a', 'c']],
    [{ column: 'filedAt' as const, descending: true }, ['c', 'a', 'b']],
    [{ column: 'filedAt' as const, descending: false }, ['a', 'c', 'b']],
    [{ column: 'notes' as const, descending: true }, ['c', 'a', 'b']],
    [{ column: 'form' as const, descending: false }, ['c', 'a', 'b']]
  ])('sorts by %o, what is not known last', (sort, expected) => {
    expect(ids(sortFilings(filings, sort))).toEqual(expected)
  })

  it('puts the filings of one company by their days, the last filed first, and gathers them under one head', () => {
    const some = [filing('a', { company: 'LARKSPUR LOOMS INC', cik: '7', filedAt: '2005-01-01' }),
      filing('b', { company: 'Larkspur Looms, Inc.', filedAt: '2007-01-01' }), filing('c', { company: 'Harrow Ridge' }),
      filing('d', { company: 'LARKSPUR LOOMS INC', cik: '0000000007', filedAt: '2006-01-01' })]
    expect(ids(sortFilings(some.filter(({ cik }) => cik !== null), { column: 'company', descending: false }))).toEqual(['d', 'a'])
    const rows = rowsOf(sortFilings(some, { column: 'filedAt', descending: true }), 'company', [], (value) => value)
    expect(rows.map((row) => (row.kind === 'group' ? row.value : row.filing.id))).toEqual(['Harrow Ridge', 'c', 'Larkspur Looms, Inc.', 'b',
      'd', 'a'])
    expect(sieveFilings(some, { ...ALL_FILINGS, companies: ['Larkspur Looms, Inc.'] }, new Map()).counts.companies).toEqual(
      new Map([['Larkspur Looms, Inc.', 3], ['Harrow Ridge', 1]])
    )
  })

  it('neither loses nor doubles a filing, and leaves its input as it was', () => {
    const column = fc.constantFrom<LibraryColumn>('title', 'company', 'form', 'filedAt', 'importedAt', 'annotations', 'notes',
      'openQuestions')
    fc.assert(
      fc.property(fc.array(fc.record({ title: fc.string(), company: fc.option(fc.string()), notes: fc.nat() })), column, fc.boolean(),
        (parts, by, descending) => {
          const list = parts.map((part, index) => filing(String(index), part))
          const before = ids(list)
          expect([...ids(sortFilings(list, { column: by, descending }))].sort()).toEqual([...before].sort())
          expect(ids(list)).toEqual(before)
        })
    )
  })

  it('turns a column round when its head is pressed again', () => {
    expect(nextSort(NEWEST_FIRST, 'importedAt')).toEqual({ column: 'importedAt', descending: false })
    expect(nextSort(NEWEST_FIRST, 'title')).toEqual({ column: 'title', descending: false })
    expect(nextSort(NEWEST_FIRST, 'notes')).toEqual({ column: 'notes', descending: true })
  })
})

describe('filterFilings', () => {
  const filings = [filing('a', { title: 'Results of the study', company: 'Harrow Ridge', form: '8-K' }),
    filing('b', { title: 'Annual report', form: '10-K' })]
  it.each([['', ['a', 'b']], ['  ', ['a', 'b']], ['ridge results', ['a']], ['10-k', ['b']], ['B.TXT', ['b']], ['ridge 10-k', []]])(
    'finds "%s"',
    (query, expected) => {
      expect(ids(filterFilings(filings, query))).toEqual(expected)
    }
  )
})

describe('words', () => {
  it('names form and size', () => {
    expect([formWords(filing('a', { form: '8-K', exhibit: 'EX-99.2' })), formWords(filing('a', { exhibit: 'EX-99.1' })),
      formWords(filing('a'))]).toEqual(['8-K · EX-99.2', 'EX-99.1', ''])
    expect([0, 999, 1000, 999_499, 4_100_000].map(sizeWords)).toEqual(['0 bytes', '999 bytes', '1 KB', '999 KB', '4.1 MB'])
  })
})

const plain = (value: string): string => value

describe('a place', () => {
  const folders = [{ id: 'deal', parentId: null, name: 'Deal', ordinal: 0, filings: 0 }, { id: 'part', parentId: 'deal', name: 'Part',
    ordinal: 0, filings: 0 }]
  const filings = [filing('a', { folders: ['deal'] }), filing('b', { folders: ['part'] }), filing('c')]
  it.each([
    [{ kind: 'all' as const }, ['a', 'b', 'c']],
    [{ kind: 'loose' as const }, ['c']],
    [{ kind: 'trash' as const }, ['t']],
    [{ kind: 'folder' as const, id: 'deal' }, ['a', 'b']],
    [{ kind: 'folder' as const, id: 'part' }, ['b']]
  ])('%o holds what stands in it and below', (place, expected) => {
    expect(ids(filingsAt(place, filings, [filing('t')], folders))).toEqual(expected)
  })
})

describe('the filters', () => {
  const filings = [
    filing('a', { company: 'Harrow Ridge', exhibit: 'EX-99.1', openQuestions: 1, openedAt: '2026-01-02T00:00:00Z', textSha256: 'x' }),
    filing('b', { company: 'Harrow Ridge', form: '10-K', textSha256: 'x' }),
    filing('c', { company: 'Elm Cove', exhibit: 'EX-99.1', tags: ['t1'], finished: true, decided: 1, textSha256: 'y' })
  ]
  const duplicates = duplicatesIn(filings)
  const sieve = (filter: Partial<LibraryFilter>): ReturnType<typeof sieveFilings> =>
    sieveFilings(filings, { ...ALL_FILINGS, ...filter }, duplicates)

  it('let all through while nothing is chosen', () => {
    expect(ids(sieve({}).passed)).toEqual(['a', 'b', 'c'])
  })

  it.each([
    [{ companies: ['Harrow Ridge'] }, ['a', 'b']],
    [{ companies: ['Harrow Ridge'], forms: ['EX-99.1'] }, ['a']],
    [{ traits: ['duplicate' as const] }, ['a', 'b']],
    [{ states: ['unread' as const, 'finished' as const] }, ['b', 'c']],
    [{ tags: ['t1'] }, ['c']],
    [{ traits: ['question' as const, 'described' as const] }, ['a']]
  ])('%o lets through what has one of each', (filter, expected) => expect(ids(sieve(filter).passed)).toEqual(expected))

  it('count what a value would leave beside the other filters, not beside its own', () => {
    const { counts } = sieve({ companies: ['Harrow Ridge'] })
    expect(Object.fromEntries(counts.companies)).toEqual({ 'Harrow Ridge': 2, 'Elm Cove': 1 })
    expect(Object.fromEntries(counts.forms)).toEqual({ 'EX-99.1': 1, '10-K': 1 })
  })

  it('promise in their counts exactly what they leave when they alone are chosen', () => {
    const companies = fc.array(fc.option(fc.constantFrom('Harrow', 'Elm', 'Tarn')), { maxLength: 12 })
    fc.assert(fc.property(companies, (names) => {
      const list = names.map((company, at) => filing(String(at), { company, textSha256: String(at) }))
      for (const [value, count] of sieveFilings(list, ALL_FILINGS, new Map()).counts.companies) {
        expect(sieveFilings(list, { ...ALL_FILINGS, companies: [value] }, new Map()).passed).toHaveLength(count)
      }
    }))
  })
})

describe('duplicates', () => {
  it('name the first that was added, and the first names the next', () => {
    const found = duplicatesIn([filing('late', { textSha256: 'x', importedAt: '2026-03-01T00:00:00Z' }),
      filing('early', { textSha256: 'x' }), filing('alone', { textSha256: 'z' })])
    expect([...found].map(([id, other]) => `${id} like ${other.id}`).toSorted()).toEqual(['early like late', 'late like early'])
  })
})

describe('the state of the work', () => {
  it.each([
    ['unread', {}],
    ['in-work', { openedAt: '2026-01-02T00:00:00Z' }],
    ['in-work', { notes: 1 }],
    ['in-work', { suggestions: 2, decided: 2 }],
    ['unread', { finished: true }],
    ['read', { finished: true, openedAt: '2026-01-02T00:00:00Z' }],
    ['finished', { finished: true, suggestions: 2, decided: 2 }],
    ['finished', { finished: true, openedAt: '2026-01-02T00:00:00Z', notes: 1 }]
  ] as const)('is %s for %o', (state, more) => expect(workStateOf(filing('a', more))).toBe(state))
})

describe('groups', () => {
  const filings = [filing('a', { filedAt: '2006-09-27', folders: ['f1', 'f2'] }), filing('b', { filedAt: '2007-02-01', folders: ['f1'] }),
    filing('c'), filing('d', { filedAt: '2006-09-01' })]
  const heads = (group: Parameters<typeof rowsOf>[1], folded: readonly string[] = []): readonly string[] =>
    rowsOf(filings, group, folded, plain).map((
      row
    ) => (row.kind === 'group' ? `${row.value || '-'}:${String(row.filings)}` : row.filing.id))

  it('stand newest month first, what is not dated last', () =>
    expect(heads('month')).toEqual(['2007-02:1', 'b', '2006-09:2', 'a', 'd', '-:1', 'c']))
  it('hold a filing of two folders twice, under keys of their own', () => {
    expect(heads('folder')).toEqual(['f1:2', 'a', 'b', 'f2:1', 'a', '-:2', 'c', 'd'])
    const keys = rowsOf(filings, 'folder', [], plain).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('keep their head and their count when they are folded', () =>
    expect(heads('month', ['month:2006-09'])).toEqual(['2007-02:1', 'b', '2006-09:2', '-:1', 'c']))
  it('are not there where nothing is grouped', () => expect(heads('none')).toEqual(['a', 'b', 'c', 'd']))
})

describe('the list as comma-separated values', () => {
  it('quotes what has a comma, a quote or a line end, and tames what a spreadsheet would run', () => {
    const [, line] = filingsAsCsv([filing('a', { title: 'Results, "final"', company: '=SUM(A1)', tags: ['t'], folders: ['f'] })],
      () => 'Risk', () => 'Deal').split('\r\n')
    expect(line).toMatch(/^"Results, ""final""",'=SUM\(A1\),/)
    expect(line).toContain(',Risk,Deal,')
  })

  it('guards against formulas as every other table does: blanks before them, pipes, per cent and wide signs too', () => {
    for (const company of ['  =1+1', '|cmd', '%x', '＝SUM(A1)', '-2+3'])
      expect(filingsAsCsv([filing('a', { company })], plain, plain), company).toContain(`'${company}`)
  })

  it('has as many cells in each line as heads', () => {
    const [heads = '', line = ''] = filingsAsCsv([filing('a')], plain, plain).split('\r\n')
    expect(line.split(',')).toHaveLength(heads.split(',').length)
  })
})
