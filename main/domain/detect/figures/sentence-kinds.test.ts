import { describe, expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { readBody } from '../../fixtures/sample-document'

const figuresOf = (text: string): readonly FigureMention[] => readBody(text).detection.figures
const told = (text: string): readonly (readonly [string, string | null])[] =>
  figuresOf(text).map(({ text: words, period }) => [words, period] as const)
const named = (text: string): readonly (string | null)[] => figuresOf(text).map(({ measure }) => measure)

describe('a period told in words', () => {
  it.each([
    ['Tamsel needs at least $100,000 during the next 12 months to build its mill.', 'next 12 months'],
    ['Revenue for its most recent fiscal year was $4 million.', 'most recent fiscal year'],
    ['Tamsel is to pay rent of $4 million in the first fiscal year.', 'first fiscal year'],
    ['In the first six months of the current fiscal year, ending July 31, 2001, the loss was $4 million.',
      'first six months of the current fiscal year, ending July 31, 2001'],
    ['Net sales for the first six months of fiscal 2023 were $4 million.', 'first six months of fiscal 2023'],
    ['The plan asks for growth in sales of 10% in 2023-2025.', '2023-2025'],
    ['Tamsel will cut its workforce by 600 people by 2025.', 'by 2025'],
    ['Tamsel has a share of 38% of lamps as of 30 June 2025.', 'as of 30 June 2025']
  ])('is read: %s', (text, period) => {
    expect(figuresOf(text)[0]?.period).toBe(period)
  })
})

describe('the only period of a sentence', () => {
  it('holds for all amounts of one kind ahead of it', () => {
    expect(
      told('Tamsel sold lamps for proceeds of $113,928, with gains on sales of lamps of $40,120 during the six months ended June 30, 2023.')
    )
      .toEqual([['$113,928', 'six months ended June 30, 2023'], ['$40,120', 'six months ended June 30, 2023']])
  })
  it('says nothing of what is set against it, or of an event', () => {
    expect(told('Sales were $5 million compared to $4 million in 2022.')[0]?.[1]).toBeNull()
    expect(told('Sales include $5 million from the lamp mill that was acquired in 2022.')[0]?.[1]).not.toBe('2022')
  })
  it('of an amount that something came to holds for how much it changed by', () => {
    expect(told('Expenses decreased $2 million, or 48%, to $3 million in 2016.').map(([, period]) => period)).toEqual(['in 2016', 'in 2016',
      'in 2016'])
  })
  it('goes on into a sentence that goes on with it, and into no other', () => {
    const before = 'In the quarter ended July 31, 2001, Tamsel had a loss of $8 million.'
    expect(told(`${before} Of this, the loss of the mill was $7 million.`)[1]).toEqual(['$7 million', 'quarter ended July 31, 2001'])
    expect(told(`${before} Tamsel has a loan of $7 million.`)[1]).toEqual(['$7 million', null])
  })
})

describe('what a number of a sentence measures', () => {
  it.each([
    ['The new stock is 90% of the issued and outstanding common stock.', 'common stock'],
    ['Tamsel says that about 35% of these employees are located in Oslo.', 'employees'],
    ['The services are 50% or more of the services rendered by Tamsel.', 'services'],
    ['The total included $58 million related to excise tax on redemptions.', 'excise tax on redemptions'],
    ['Tamsel recorded a decrease to retained earnings of $9 million.', 'retained earnings'],
    ['Tamsel has accrued interest payable to holders aggregating $1,269.', 'accrued interest payable to holders'],
    ['The average grade was 1.5% copper.', 'average grade'],
    ['Research & development expenses were $3 million.', 'Research & development expenses'],
    ['Tamsel closed 4,000 roles announced in October.', 'roles'],
    ['Tamsel anticipates product revenue for fiscal 2026 of at least $10 million.', 'product revenue'],
    ['The shares issued do not exceed 41% (after the issue) of the outstanding common stock.', 'common stock'],
    ['The mill will pay Tamsel a monthly fee equal to $6,000.', 'monthly fee'],
    ['Tamsel sells its lamps in shops and has sales in 90 countries.', 'countries'],
    ['The notes were issued under its $3 billion Oslo Notes Program.', 'Oslo Notes Program'],
    ['As part of the settlement, the mill has paid Tamsel $13 million.', 'payment'],
    ['During the quarter, Tamsel sold $18 million worth of paper.', 'paper'],
    ['Other income will be approximately $1 million.', 'Other income'],
    ['The holders value their stakes at $10 per share.', 'price per share']
  ])('is read: %s', (text, measure) => {
    expect(named(text)[0]).toBe(measure)
  })
  it('is what stands before the bracket of each part', () => {
    expect(
      named('Tamsel plans investments in lamp works ($274 million), mill towns ($93 million) and site projects ($168 million).').slice(1)
    )
      .toEqual(['mill towns', 'site projects'])
  })
})

describe('a unit in words', () => {
  it.each([
    ['Tamsel answers within 7 calendar days of the request.', 7, 'days'],
    ['Tamsel pays within 10 business days of the sale.', 10, 'days'],
    ['The old mine is 300 m deep and flooded.', 300, 'metres'],
    ['The lamps burn between 4 and 24 hours.', 4, 'hours']
  ])('is read: %s', (text, value, unit) => {
    expect(figuresOf(text)[0]).toMatchObject({ value, unit })
  })
})
