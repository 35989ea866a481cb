import { describe, expect, it } from 'vitest'
import type { FigureMention } from '#contract/figure'
import { readBody } from '../../fixtures/sample-document'

const figuresOf = (text: string): readonly FigureMention[] => readBody(text).detection.figures
const told = (text: string): readonly (readonly [string, string | null])[] =>
  figuresOf(text).map(({ text: words, period }) => [words, period] as const)
const named = (text: string): readonly (readonly [string, string | null])[] =>
  figuresOf(text).map(({ text: words, measure }) => [words, measure] as const)

describe('digits that belong to a name', () => {
  it.each([
    'Tamsel won licences in Auction 73.',
    'The maker of Lumina 4 lanterns is based in Oslo.',
    'See pages 14 through 15 of the report.',
    'The Oslo Journal, vol. 29, # 15, tells of it.',
    'Ada Quist, 47, is president of Tamsel.',
    'Sections 9.4 and 9.5 of the agreement apply.',
    'Tamsel delivered 767-model lamps.',
    'The software is for System/390 products.',
    'The case was closed on 12/22/05 in Oslo.',
    'The papers are at 100 F Street in Oslo.',
    'Tamsel sits at Rosemary Avenue, West Palm, FL 33401.',
    'The sum 82,536,82779,937,115 is two numbers.'
  ])('tell no figure: %s', (text) => {
    expect(figuresOf(text)).toEqual([])
  })
  it.each(['Tamsel sold 15 lamps to each store.', 'Tamsel has 47 stores in Oslo.', 'About 90 percent of Tamsel lamps are red.'])(
    'and others do: %s',
    (text) => {
      expect(figuresOf(text)).toHaveLength(1)
    }
  )
})

describe('short names of periods', () => {
  it.each([
    ['In 2Q25, operating income was $847k.', '2Q25'],
    ['Revenue in Q2 2025 was $4 million.', 'Q2 2025'],
    ['Pre-tax income in 1H25 was $166k.', '1H25'],
    ['Revenue in FY2024 was $4 million.', 'FY2024'],
    ['In the 2011 second quarter, sales were $4 million.', '2011 second quarter'],
    ['During the March 2011 quarter, Tamsel repaid $4 million.', 'March 2011 quarter'],
    ['April 1, 2011: 910,601 shares of common stock.', 'April 1, 2011'],
    ['Online sales increased 1.1 percent to $46.6 million for the quarter ended June 30, 2011.', 'quarter ended June 30, 2011'],
    ['The 1999 operating profit included $4.6 million of gains.', 'The 1999']
  ])('%s', (text, period) => {
    expect(figuresOf(text)[0]?.period).toBe(period)
  })
})

describe('a period that is another one', () => {
  it('is that of a document', () => {
    expect(told('Under the agreement dated March 8, 1999, Tamsel took over debts of $65 million.')).toEqual([['$65 million', null]])
  })
  it('is that in which something is to be done', () => {
    expect(told('Tamsel took a charge of $15.1 million for mills to be closed and work to be completed in 2013.')).toEqual([
      ['$15.1 million', null]
    ])
  })
  it('is that of a cause', () => {
    expect(told('Cash rose to $1.8 million due to the sale that closed on March 13, 2012.')[0]?.[1]).toBeNull()
  })
  it('is that of what is compared, for a change', () => {
    expect(told('Expenses for the fourth quarter of 2012 were $1.9 million, compared with $2.4 million in 2011, a decrease of 22%.'))
      .toEqual([
        ['$1.9 million', 'fourth quarter of 2012'],
        ['$2.4 million', 'in 2011'],
        ['22%', 'fourth quarter of 2012']
      ])
  })
  it('is not crossed by "more than"', () => {
    expect(told('As of December 31, 2012, Tamsel had more than 36,000 lamps, 8,600 wicks and 1,900 stores.').map(([, period]) => period))
      .toEqual(['As of December 31, 2012', 'As of December 31, 2012', 'As of December 31, 2012'])
  })
})

describe('what a number measures', () => {
  it('goes with a list whose periods stand between', () => {
    expect(named('Capital spending for lamps was $6,510 in 2012, $6,503 in 2011 and $6,618 in 2010.').map(([, measure]) => measure))
      .toEqual(
        ['Capital spending', 'Capital spending', 'Capital spending'].map((words) => expect.stringContaining(words) as string)
      )
  })
  it('stands behind a change told twice', () => {
    expect(named('It is due to an $87 million or 28 percent increase in lamp downloads.')[0]).toEqual(['$87 million', 'lamp downloads'])
  })
  it('is the amount of a loan', () => {
    expect(named('Tamsel issued $600 million aggregate principal amount of the 2021 notes.')[0]).toEqual(['$600 million',
      'aggregate principal amount'])
  })
  it('is that of the sum for its parts', () => {
    expect(named('Tamsel employed 306,000 people, including 245,000 at mills.').map(([, measure]) => measure)).toEqual(['people', 'people'])
  })
  it('stands behind an amount with an article', () => {
    expect(named('It was offset by environmental costs and a $60 million provision for a fund.').at(-1)?.[1]).toContain('provision')
  })
  it('is not what a share is of', () => {
    expect(named('The reserve was $25.6 million, or 2.06% of net loans at June 30, 2012, and $17.0 million at June 30, 2011.').at(-1)?.[1])
      .not.toBe('net loans')
  })
  it('is a change where it moved by the number', () => {
    expect(figuresOf('Service revenue increased $55 million, or 12 percent, from last year.').map(({ isChange }) => isChange)).toEqual([
      true,
      true
    ])
    expect(figuresOf('Service revenue increased to $55 million.')[0]?.isChange).toBeUndefined()
  })
})

describe('amounts of one share told one after the other', () => {
  it('are both', () => {
    expect(figuresOf('Diluted earnings per share was $2.71 on a GAAP basis and $3.80 on a non-GAAP basis.').map(({ unit }) => unit))
      .toEqual([
        'USD/share',
        'USD/share'
      ])
  })
})
