import { expect, it } from 'vitest'
import { isSameCompany } from './filing-identity'

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
