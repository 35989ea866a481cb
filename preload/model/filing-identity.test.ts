import { expect, it } from 'vitest'
import { baseForm, companyNames, isAmendment, isSameCompany, byAge, shortCompany } from './filing-identity'

const of = (company: string | null, cik: string | null = null) => ({ company, cik })

it('one CIK is one company, with or without its zeros, whatever the names', () => {
  expect(isSameCompany(of('A Co', '0000123'), of('B Co', '123'))).toBe(true)
  expect(isSameCompany(of('Same Co', '1'), of('Same Co', '2'))).toBe(false)
})
it('a name is one with and without its form of incorporation, and no name is none', () => {
  expect(isSameCompany(of('LARKSPUR LOOMS INC /DE/'), of('Larkspur Looms, Inc.', '7'))).toBe(true)
  expect(isSameCompany(of('Larkspur Looms'), of('Larkspur Mills'))).toBe(false)
  expect(isSameCompany(of(', .'), of(', .'))).toBe(false)
  expect(isSameCompany(of(null), of(null))).toBe(false)
})

it('knows the form that an amendment amends', () => {
  expect(['8-K/A', '8-k/a ', '10-K', null].map((form) => [baseForm(form), isAmendment(form)])).toEqual([['8-K', true], ['8-K', true], [
    '10-K',
    false
  ], ['', false]])
})

it('gathers the filings of one company under one name, by number and by name, whatever is known of each', () => {
  const member = (id: string, company: string | null, cik: string | null, filedAt: string | null = null) => ({ id, company, cik, filedAt,
    importedAt: '2026-01-01T00:00:00.000Z' })
  const names = companyNames([
    member('header', 'LARKSPUR LOOMS INC /DE/', '0000000007', '2006-01-01'),
    member('release', 'Larkspur Looms, Inc.', null, '2005-01-01'),
    member('renamed', 'Larkspur Textiles Corp', '7', '2007-01-01'),
    member('bare', 'Harrow Ridge', null),
    member('nobody', null, null),
    member('number', null, '7')
  ])
  expect([...names]).toEqual([['header', 'Larkspur Textiles Corp'], ['release', 'Larkspur Textiles Corp'], ['renamed',
    'Larkspur Textiles Corp'], ['number', 'Larkspur Textiles Corp'], ['bare', 'Harrow Ridge']])
})

it('names a company with small letters where any filing does, and tells two of one name apart', () => {
  const member = (id: string, company: string, cik: string | null, filedAt: string) => ({ id, company, cik, filedAt, importedAt: '' })
  expect([...companyNames([member('a', 'Pinnock Gauge Co.', '1', '2005-01-01'), member('b', 'PINNOCK GAUGE CO', '1', '2006-01-01')])
    .values()]).toEqual(['Pinnock Gauge Co.', 'Pinnock Gauge Co.'])
  expect([
    ...companyNames([member('a', 'Same Co', '1', '2005-01-01'), member('b', 'Same Co', '2', '2006-01-01'),
      member('c', 'Same Co', null, '2006-01-01')]).values()
  ]).toEqual(['Same Co', 'Same Co (CIK 2)', 'Same Co (CIK not known)'])
})

it('tells the older of two filings by its day, its period, or its accession number', () => {
  const filing = (filedAt: string | null, period: string | null, accession: string | null) => ({ filedAt, period, accession })
  const older = (a: ReturnType<typeof filing>, b: ReturnType<typeof filing>): number => Math.sign(byAge(a, b))
  expect(older(filing('2004-01-02', null, null), filing('2005-01-02', '2001-01-01', null))).toBe(-1)
  expect(older(filing('2004-01-02', '2003-12-31', null), filing('2004-01-02', '2003-09-30', null))).toBe(1)
  expect(older(filing(null, '2003-12-31', null), filing('2004-01-02', '2003-09-30', null))).toBe(1)
  expect(older(filing(null, null, '0001234567-99-000009'), filing(null, null, '0001234567-04-000001'))).toBe(-1)
  expect(older(filing('2004-01-02', null, '0001234567-04-000009'), filing('2004-01-02', null, '0001234567-04-000001'))).toBe(1)
  expect(older(filing(null, null, '0001234567-04-000009'), filing(null, null, '0007654321-04-000001'))).toBe(0)
  expect(older(filing(null, null, null), filing(null, null, null))).toBe(0)
  expect(older(filing(null, null, null), filing('2004-01-02', null, null))).toBe(0)
  expect(older(filing('2004-01-02', null, null), filing(null, null, null))).toBe(0)
  expect(older(filing(null, null, '0001234567-70-000001'), filing(null, null, '0001234567-69-000001'))).toBe(-1)
  expect(byAge(filing(null, null, '0001234567-98-000001'), filing(null, null, '0001234567-02-000001'))).toBe(-4)
})

it.each([['HARROW RIDGE THERAPEUTICS INC', 'Harrow Ridge Therapeutics'], ['Larkspur Looms, Inc.', 'Larkspur Looms'], ['OAK CO /DE/', 'Oak'],
  ['The Mill Company (Old)', 'The Mill'], ['CO', 'CO'], ['IV ACQUISITION CORP II', 'IV Acquisition Corp II'], ['Anton S.A.', 'Anton']])(
    'shortens %s to %s',
    (company, short) => expect(shortCompany(company)).toBe(short)
  )
