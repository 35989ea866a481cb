import { expect, it } from 'vitest'
import { fieldWords } from './field-name'

it('writes the name of an element as words', () => {
  expect(
    ['rptOwnerCity', 'issuer_CIK', 'issuerCik', 'isDirector', 'ns1:street1', 'ISSUERName', 'totalOfferingAmount', '_', 'x'].map(fieldWords)
  )
    .toEqual([
      'Reporting owner city',
      'Issuer CIK',
      'Issuer CIK',
      'Is director',
      'Street1',
      'ISSUER name',
      'Total offering amount',
      '_',
      'X'
    ])
})
