import { describe, expect, it } from 'vitest'
import { firstMeasure, viewText } from './sentence-view'
import type { ListName } from '../lexicon'

const found = (text: string, list: ListName): readonly string[] => viewText(text).hits(list).map(({ phrase }) => phrase.text)

describe('a booster in its plain sense', () => {
  it.each(['Tamsel acquired all of the outstanding shares of Hobb.', 'At May 1 there were 4,000 shares issued and outstanding.',
    'It discharged $230 of outstanding debt.', 'Borrowings outstanding under the facility were $4 million.',
    'Two swap contracts were outstanding at year-end.', 'The loan remained outstanding.',
    'An amount of $4 million was outstanding on March 3, 2012.', 'Cash is held in highly liquid investments.',
    'The trade is highly competitive.', 'Prices are extremely volatile.', 'The policy is consistently applied.',
    'Exceptional items were $2 million.', 'The device has breakthrough device designation.', 'The hedge was highly effective.',
    'Its outstanding commercial paper totalled $9 million.'])(
      'praises nothing: %s',
      (text) => expect(found(text, 'booster')).toEqual([])
    )
  it.each(['Tamsel had an outstanding quarter.', 'The results were outstanding.', 'A highly successful launch.',
    'An exceptional performance.', 'The lamps are extremely popular.'])('praises: %s',
      (text) => expect(found(text, 'booster').length).toBe(1))
})

describe('words that move nothing where they stand', () => {
  it.each(
    [['Of this sales price, $20 was received as a down payment.', 'down'], ['Tamsel may borrow up to $5 million.', 'up'], [
      'It has more than 40 stores.',
      'up'
    ], ['Start-up costs were $2 million.', 'up'], ['It drew down $2 million.', 'down']] as const
  )(
    '%s',
    (text, list) => expect(found(text, list)).toEqual([])
  )
  it.each(
    [['Sales were up to $5 million.', 'up'], ['Sales were down 3%.', 'down'], ['Sales were more than last year.', 'up'], [
      'Sales rose 3% to $5 million, up from $4 million.',
      'up'
    ]] as const
  )('%s', (text, list) => expect(found(text, list).length).toBeGreaterThan(0))
})

describe('the measure that a sentence tells', () => {
  it.each([['Capacity exceeded industry sales by 5 million units.', undefined], ['Expenses exceeded revenues by $2 million.', 'expenses'], [
    'Tamsel invested 9% of sales in glazing.',
    'sales'
  ], ['Backlog was 40% of net sales.', 'backlog'], ['Results exceeded revenue guidance.', 'revenue']])('%s',
    (text, measure) => expect(firstMeasure(viewText(text))?.phrase.text).toBe(measure))
})
