import { expect, it } from 'vitest'
import { conceptName, decimalsWords, dimensionWords, periodWords, unitWords, valueWords } from './concept-name'

it('reads a concept as words with its taxonomy apart', () => {
  expect(conceptName('us-gaap:CashAndCashEquivalentsAtCarryingValue')).toEqual({ words: 'Cash and cash equivalents at carrying value',
    namespace: 'us-gaap' })
  expect(conceptName('dei:EntityAddressCityOrTown').words).toBe('Entity address city or town')
  expect(conceptName('hrt:IFRSAndUSGAAPDifference1')).toEqual({ words: 'IFRS and USGAAP difference1', namespace: 'hrt' })
  expect(conceptName('Revenues')).toEqual({ words: 'Revenues', namespace: '' })
})

it('tells periods, precision and values as they are read', () => {
  expect([periodWords('2023-12-31'), periodWords('2023-01-01/2023-12-31')]).toEqual(['2023-12-31', '2023-01-01 to 2023-12-31'])
  expect(['-6', 'INF', '2', '1', '0', '-7', 'x'].map(decimalsWords)).toEqual([
    'to the nearest million',
    'exact',
    'to 2 decimal places',
    'to 1 decimal place',
    'to the nearest one',
    'to the nearest 10^7',
    'x'
  ])
  expect(valueWords('9366000000', 'USD')).toBe('9,366,000,000')
  expect(valueWords('-1234.5678', 'USD')).toBe('−1,234.5678')
  expect(valueWords('0000021344', null)).toBe('0000021344')
  expect(valueWords('nil', 'USD')).toBe('nil')
  expect([unitWords('pure'), unitWords(null), unitWords('shares')]).toEqual(['', '', 'shares'])
})

it('tells dimensions and members of a taxonomy by their names', () => {
  expect(dimensionWords('us-gaap:StatementBusinessSegmentsAxis=hrt:WestCoastMember')).toBe('Statement business segments: West coast')
  expect(dimensionWords('hrt:LoanAxis=<hrt:loan>7</hrt:loan>')).toBe('Loan: <hrt:loan>7</hrt:loan>')
  expect(dimensionWords('segment: Patches')).toBe('segment: Patches')
  expect(valueWords('http://fasb.org/us-gaap/2023#OtherAssetsNoncurrent', null)).toBe('Other assets noncurrent')
  expect(valueWords('http://fasb.org/us-gaap/2023#InterestExpense http://fasb.org/us-gaap/2023#Revenues', null)).toBe(
    'Interest expense · Revenues'
  )
  expect(valueWords('http://example.org/a page', null)).toBe('http://example.org/a page')
})
